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
    let names = compiled.names
    now = request.now.instant
    role = MergedRole(request.session.authorisation, now: request.now.instant, compiled, names)
    action = names.index(of: request.action, .action)
    contentClass = names.index(of: request.content.contentClass, .contentClass)
    isAboutPatient = contentClass.map { compiled.lookups.isAboutPatient[$0] } ?? true
    if case .known(let id) = request.session.purpose {
      purpose = names.index(of: id, .purpose)
    } else {
      purpose = nil
    }
    sessionUnit = Self.index(request.session.unit, names)
    contentUnit = Self.index(request.content.unit, names)
    if case .known(let contact) = request.content.contact {
      contactUnit = Self.index(contact.unit, names)
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
    tried = Self.tried(links, names, isBrief ? (now, role.lastCloses) : nil)
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
    tried = Self.tried(links, other.compiled.names, nil)
  }

  private static func index(_ unit: Fact<UnitID>, _ names: RequestNames) -> Int? {
    guard case .known(let id) = unit else { return nil }
    return names.index(of: id, .unit)
  }

  private static func tried(
    _ links: [Link],
    _ names: RequestNames,
    _ past: (now: Instant, last: LastCloses)?
  ) -> [LinkOfKind] {
    if links.isEmpty { return [] }
    var tried: [LinkOfKind] = []
    // In a span, looking at a link copies nothing of it.
    let span = links.span
    for position in span.indices {
      if let past, past.last.arePast(past.now, span[position].starts, span[position].ends) {
        continue
      }
      guard let kind = names.index(of: span[position].kind, .link) else { continue }
      if tried.isEmpty { tried.reserveCapacity(span.count - position) }
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
