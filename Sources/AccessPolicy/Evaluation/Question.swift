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
  /// The patient's links, as they were given, and the dense index of the kind of each; -1 for an undeclared
  /// one.
  let links: [Link]
  let linkKinds: [Int32]

  init(_ request: AccessRequest, _ compiled: CompiledPolicy) {
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
    linkKinds = Self.kinds(of: links, compiled)
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
    linkKinds = Self.kinds(of: links, compiled)
  }

  private static func index(_ unit: Fact<UnitID>, _ compiled: CompiledPolicy) -> Int? {
    guard case .known(let id) = unit else { return nil }
    return compiled.policy.organisation.index(of: id)
  }

  private static func kinds(of links: [Link], _ compiled: CompiledPolicy) -> [Int32] {
    if links.isEmpty { return [] }
    var kinds: [Int32] = []
    kinds.reserveCapacity(links.count)
    for index in links.indices {
      // Links of one kind mostly stand together.
      if index > 0, links[index].kind.text == links[index - 1].kind.text {
        kinds.append(kinds[index - 1])
      } else {
        let kind = compiled.policy.patientLogistics.index(of: links[index].kind)
        kinds.append(kind.map { Int32(clamping: $0) } ?? -1)
      }
    }
    return kinds
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

/// The link that a condition sees, by its position.
struct LinkInView {
  let position: Int
  /// Whether it is over and says that it has no end: what is missing never keeps a record open.
  var lacksEnd = false

  static let none = LinkInView(position: -1)
}
