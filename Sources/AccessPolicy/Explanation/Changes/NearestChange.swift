/// What would have had to be otherwise for a request to be decided otherwise: one change, or two that take
/// each other, tried by the engine itself.
public struct NearestChange: Sendable, Hashable {
  /// What is changed: one step, or two of which neither suffices alone; the nearer one first.
  public let steps: [ChangeStep]

  /// The request with the change.
  public let request: AccessRequest

  /// What the engine answers to ``request``.
  public let outcome: Outcome
}

/// The changes that were found, the nearest first.
public struct NearestChanges: Sendable, Hashable {
  /// What would change the outcome; empty where nothing was found, and for staff where the decision
  /// hides what was asked for.
  public let changes: [NearestChange]

  /// Whom they may be told.
  public let audience: Audience
}

/// One thing of a request that is otherwise.
public enum ChangeStep: Sendable, Hashable {
  /// A reason is given under a self-authorisation rule.
  case reason(Demand.Offer)
  /// The reasons that were given are not.
  case withoutReasons
  /// The person is authenticated more strongly.
  case authenticationLevel(Int64)
  /// The person is logged in to another unit.
  case unit(UnitID)
  /// The access is for another purpose.
  case purpose(PurposeID)
  /// Time has passed: from this instant on.
  case from(Instant)
  /// It was asked earlier: until just before this instant.
  case before(Instant)
  /// The system takes changes.
  case systemTakesChanges
  /// The status of a piece of patient logistics is another.
  case status(LinkRef, LinkStatusID)
  /// A piece of patient logistics is not there.
  case withoutLink(LinkRef)
  /// The patient has one more piece of logistics, which makes a care relationship; what it does not say
  /// does not matter.
  case link(Link, RelationshipID)
  /// The authorisation has one more subtemplate.
  case subtemplate(SubtemplateID)
  /// The authorisation lacks a subtemplate.
  case withoutSubtemplate(SubtemplateID)
  /// The person has another provider record.
  case providerRecord(ProviderRecordID)
  /// The authorisation is in use.
  case activeAuthorisation
  /// A mark is taken off the item, its contact and the patient.
  case withoutMark(MarkID)
  /// A block is lifted.
  case withoutBlock(BlockRef)
}

extension ChangeStep {
  /// The request with the change.
  public func applied(to request: AccessRequest) -> AccessRequest {
    var request = request
    switch self {
    case .reason(let offer): request.justifications.append(offer.shortestJustification)
    case .withoutReasons: request.justifications = []
    case .authenticationLevel(let level): request.session.authenticationLevel = .known(level)
    case .unit(let unit): request.session.unit = .known(unit)
    case .purpose(let purpose): request.session.purpose = .known(purpose)
    case .from(let instant): request.now = request.now.at(instant)
    case .before(let instant):
      request.now = request.now.at(instant - TimeSpan(seconds: 1))
    case .systemTakesChanges: request.session.systemIsReadOnly = .known(false)
    case .status(let id, let status):
      let links = request.patient?.links ?? []
      request.patient?.links = links.map { link in
        var link = link
        if link.id == id { link.status = .known(status) }
        return link
      }
    case .withoutLink(let id): request.patient?.links.removeAll { $0.id == id }
    case .link(let link, _): request.patient?.links.append(link)
    case .subtemplate(let id): request.session.authorisation.subtemplates.insert(id)
    case .withoutSubtemplate(let id): request.session.authorisation.subtemplates.remove(id)
    case .providerRecord(let id): request.session.authorisation.providerRecord = .known(id)
    case .activeAuthorisation: request.session.authorisation.isActive = .known(true)
    case .withoutMark(let mark): request.takeOff(mark)
    case .withoutBlock(let id):
      let blocks = request.patient?.blocks ?? .absent
      request.patient?.blocks = blocks.map { $0.filter { $0.id != id } }
    }
    return request
  }

  /// How near a change is, the nearest first: what the person can do, what time does, what others record,
  /// what somebody has to decide.
  var distance: Int {
    switch self {
    case .reason, .withoutReasons: 0
    case .authenticationLevel: 1
    case .unit: 2
    case .purpose: 3
    case .from: 4
    case .before: 5
    case .systemTakesChanges: 6
    case .status, .withoutLink: 7
    case .link: 8
    case .subtemplate, .withoutSubtemplate: 9
    case .providerRecord: 10
    case .activeAuthorisation: 11
    case .withoutMark: 12
    case .withoutBlock: 13
    }
  }
}

extension Demand.Offer {
  /// The least that the rule accepts: its text stands for one that says something.
  fileprivate var shortestJustification: Justification {
    let withoutText = reasons.first { !textRequiredFor.contains($0) }
    let reason = withoutText ?? reasons.first ?? ReasonID(unchecked: "")
    let length = withoutText == nil ? leastText : 0
    return Justification(reason: reason, text: String(repeating: "x", count: length), rule: rule)
  }
}

extension AccessRequest {
  /// Takes a mark off all that it can be set on but units.
  fileprivate mutating func takeOff(_ mark: MarkID) {
    func without(_ marks: Fact<Set<MarkID>>) -> Fact<Set<MarkID>> {
      marks.map { $0.subtracting([mark]) }
    }
    content.marks = without(content.marks)
    content.contact = content.contact.map { contact in
      var contact = contact
      contact.marks = without(contact.marks)
      return contact
    }
    if let patient { self.patient?.marks = without(patient.marks) }
  }
}
