/// A request with its names looked up once: what the gates work with, beside the request itself.
///
/// The request is passed on next to it instead of standing in it: it is large, and copying it takes as
/// long as half a verdict.
struct Question {
  let compiled: CompiledPolicy
  let now: Instant
  let role: MergedRole
  let action: Int?
  let contentClass: Int?
  let purpose: Int?
  let sessionUnit: Int?
  let contentUnit: Int?
  let contactUnit: Int?
  /// Whether the content is about a patient; an undeclared class counts as if it were.
  let isAboutPatient: Bool
  let hasPatient: Bool
  /// The patient's links, as they were given.
  let links: [Link]
  /// Those of them that can make a relationship, as they stand among the others.
  let tried: [LinkOfKind]

  /// - Parameter isBrief: Whether nobody asks when the answer changes, so that links that are long over
  ///   are not looked at.
  init(_ request: borrowing AccessRequest, _ compiled: CompiledPolicy, isBrief: Bool = false) {
    self.compiled = compiled
    now = request.now.instant
    role = MergedRole(request.session.authorisation, now: request.now.instant, compiled)
    action = compiled.policy.actions.index(of: request.action)
    contentClass = compiled.policy.contentClasses.index(of: request.content.contentClass)
    isAboutPatient = contentClass.map { compiled.lookups.isAboutPatient[$0] } ?? true
    if case .known(let id) = request.session.purpose {
      purpose = compiled.policy.purposes.index(of: id)
    } else {
      purpose = nil
    }
    sessionUnit = Self.index(request.session.unit, compiled)
    contentUnit = Self.index(request.content.unit, compiled)
    if case .known(let contact) = request.content.contact {
      contactUnit = Self.index(contact.unit, compiled)
    } else {
      contactUnit = nil
    }
    if let patient = request.patient {
      hasPatient = true
      links = patient.links
    } else {
      hasPatient = false
      links = []
    }
    tried = Self.tried(links, compiled, isBrief ? (now, role.lastCloses) : nil)
  }

  /// The same question about one link alone.
  init(_ other: Question, link: Link?) {
    compiled = other.compiled
    now = other.now
    role = other.role
    action = other.action
    contentClass = other.contentClass
    purpose = other.purpose
    sessionUnit = other.sessionUnit
    contentUnit = other.contentUnit
    contactUnit = other.contactUnit
    isAboutPatient = other.isAboutPatient
    hasPatient = other.hasPatient
    links = link.map { [$0] } ?? []
    tried = Self.tried(links, compiled, nil)
  }

  private static func index(_ unit: Fact<UnitID>, _ compiled: CompiledPolicy) -> Int? {
    guard case .known(let id) = unit else { return nil }
    return compiled.policy.organisation.index(of: id)
  }

  private static func tried(
    _ links: [Link],
    _ compiled: CompiledPolicy,
    _ past: (now: Instant, last: LastCloses)?
  ) -> [LinkOfKind] {
    if links.isEmpty { return [] }
    let kinds = compiled.kinds
    var tried: [LinkOfKind] = []
    for position in links.indices {
      if let past, past.last.arePast(past.now, links[position].starts, links[position].ends) {
        continue
      }
      guard let kind = kinds.index(of: links[position].kind.text) else {
        continue
      }
      if tried.isEmpty { tried.reserveCapacity(links.count - position) }
      tried.append(LinkOfKind(position: position, kind: kind))
    }
    return tried
  }

  /// The number of the action and the class together; `nil` where one of them is undeclared.
  var cell: Int? {
    guard let action, let contentClass else { return nil }
    return action * compiled.lookups.classCount + contentClass
  }

  /// Whether a rule, by its number among some, serves the purpose of the session.
  func isServed(by rule: Int, among rules: ServedPurposes) -> Bool {
    guard let purpose else { return false }
    return rules.contains(purpose, by: rule)
  }
}

/// A link of a declared kind: its position among those of the patient, and the dense index of the kind.
struct LinkOfKind {
  let position: Int
  let kind: Int
}

/// The link that a condition sees, by its position.
struct LinkInView {
  let position: Int
  /// The dense index of its kind; -1 for an undeclared one.
  var kind = -1
  /// Whether it is over and says that it has no end: what is missing never keeps a record open.
  var lacksEnd = false

  static let none = LinkInView(position: -1)
}
