public import AccessPolicy

/// Something of a policy set that rests on a requirement.
public struct TracedRule: Sendable, Hashable {
  /// Its id, as decisions name it: `security-class/grant`; the security class alone, where all of its
  /// grants rest on the requirement.
  public let id: String

  /// Where it stands.
  public let range: SourceRange

  /// Whether it can decide; else it is a word that rules use, such as a content class.
  public let decides: Bool

  private init(_ id: some CustomStringConvertible, _ term: Term, decides: Bool = true) {
    self.id = id.description
    range = term.range
    self.decides = decides
  }

  /// For each requirement, what rests on it: rules first, in the order of a request, then words.
  static func byRequirement(_ policy: Policy) -> [RequirementID: [TracedRule]] {
    var found: [RequirementID: [TracedRule]] = [:]
    func note(_ id: some CustomStringConvertible, _ term: Term, decides: Bool = true) {
      let rule = TracedRule(id, term, decides: decides)
      for requirement in term.because { found[requirement, default: []].append(rule) }
    }
    for (id, entry) in policy.templates { note(id, entry.term) }
    for (id, entry) in policy.subtemplates { note(id, entry.term) }
    for (id, entry) in policy.purposes { note(id, entry.term) }
    for (id, entry) in policy.securityClasses {
      noteParts(of: id.text, entry.term, entry.grants.map { ($0.id.text, $0.term) }, &found)
    }
    for (id, entry) in policy.providerRecords {
      noteParts(of: id.text, entry.term, entry.grants.map { ($0.id.text, $0.term) }, &found)
    }
    for (id, entry) in policy.careRelationships { note(id, entry.term) }
    for (id, entry) in policy.reach { note(id, entry.term) }
    for (id, entry) in policy.marks {
      note(id, entry.term)
      for part in entry.circle {
        let own = Set(part.term.because).subtracting(entry.term.because)
        for requirement in own.sorted() {
          found[requirement, default: []].append(TracedRule(part.id, part.term))
        }
      }
    }
    for (id, entry) in policy.blocks { note(id, entry.term) }
    for (id, entry) in policy.selfAuthorisation { note(id, entry.term) }
    for (id, entry) in policy.actions { note(id, entry.term, decides: false) }
    for (id, entry) in policy.contentClasses { note(id, entry.term, decides: false) }
    for (id, entry) in policy.contentTags { note(id, entry, decides: false) }
    for (id, entry) in policy.patientLogistics { note(id, entry.term, decides: false) }
    for (id, entry) in policy.organisation { note(id, entry.term, decides: false) }
    for (id, entry) in policy.unitKinds { note(id, entry, decides: false) }
    for group in AttributeGroup.allCases {
      for (id, entry) in policy.attributes[group] ?? Catalog([:]) {
        note("\(group.rawValue).\(id)", entry.term, decides: false)
      }
    }
    for (id, entry) in policy.reasons { note(id, entry.term, decides: false) }
    for (id, entry) in policy.obligations { note(id, entry, decides: false) }
    return found
  }

  /// Notes the parts of a bundle that rest on a requirement; where all do, the bundle in their place.
  private static func noteParts(
    of id: String,
    _ term: Term,
    _ parts: [(id: String, term: Term)],
    _ found: inout [RequirementID: [TracedRule]]
  ) {
    for requirement in Set(parts.flatMap(\.term.because)).sorted() {
      let resting = parts.filter { $0.term.because.contains(requirement) }
      let rules =
        resting.count == parts.count
        ? [TracedRule(id, term)] : resting.map { TracedRule($0.id, $0.term) }
      found[requirement, default: []] += rules
    }
  }
}
