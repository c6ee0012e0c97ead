/// Names that one policy set gives to what another calls otherwise and means alike.
struct RenamedParts {
  /// What the other calls a template.
  private(set) var templates: [TemplateID: TemplateID] = [:]
  /// What the one calls a subtemplate of the other.
  private(set) var originalSubtemplates: [SubtemplateID: SubtemplateID] = [:]
  /// What the one calls a self-authorisation rule of the other.
  private(set) var originalSelfAuthorisation: [SelfAuthorisationID: SelfAuthorisationID] = [:]

  init(_ old: Policy, _ new: Policy) {
    let classes = Self.pairs(old.securityClasses, new.securityClasses) { a, b in
      a.grants.count == b.grants.count
        && zip(a.grants.map(\.withoutNames).inOrder, b.grants.map(\.withoutNames).inOrder)
          .allSatisfy(==)
    }
    let relationships = Self.pairs(old.careRelationships, new.careRelationships) {
      $0.withoutNames == $1.withoutNames
    }
    let reach = Self.pairs(old.reach, new.reach) { $0.withoutNames == $1.withoutNames }
    let asks = Self.pairs(old.selfAuthorisation, new.selfAuthorisation) {
      $0.withoutNames == $1.withoutNames
    }
    for (old, new) in asks { originalSelfAuthorisation[new] = old }
    func areAlike(_ a: RoleTemplate, _ b: RoleTemplate) -> Bool {
      Set(a.securityClasses.map { classes[$0] ?? $0 }) == b.securityClasses
        && a.purposes == b.purposes && a.units == b.units
        && Set(a.relationships.map { relationships[$0] ?? $0 }) == b.relationships
        && Set(a.reach.map { reach[$0] ?? $0 }) == b.reach
        && Set(a.selfAuthorisation.map { asks[$0] ?? $0 }) == b.selfAuthorisation
        && a.leastAuthentication == b.leastAuthentication
    }
    templates = Self.pairs(old.templates, new.templates, areAlike)
    for (old, new) in Self.pairs(old.subtemplates, new.subtemplates, areAlike) {
      originalSubtemplates[new] = old
    }
  }

  /// Each that only the first has, with the one that only the second has and that is like no other.
  private static func pairs<Kind, Entry>(
    _ old: Catalog<Kind, Entry>,
    _ new: Catalog<Kind, Entry>,
    _ areAlike: (Entry, Entry) -> Bool
  ) -> [Identifier<Kind>: Identifier<Kind>] {
    var pairs: [Identifier<Kind>: Identifier<Kind>] = [:]
    var taken: Set<Identifier<Kind>> = []
    for (id, entry) in old where new[id] == nil {
      let match = new.first {
        old[$0.id] == nil && !taken.contains($0.id) && areAlike(entry, $0.entry)
      }
      if let match {
        pairs[id] = match.id
        taken.insert(match.id)
      }
    }
    return pairs
  }
}

extension Array<NamelessRule> {
  fileprivate var inOrder: [NamelessRule] {
    sorted { $0.parts.lexicographicallyPrecedes($1.parts) }
  }
}
