extension Lint {
  /// Two roles, security classes or provider records that give the same.
  static let equalEntries = Lint(code: .equalEntries) { subject in
    let policy = subject.policy
    let named = policy.everyCondition.reduce(into: NamedCodes()) { $0.collect($1) }
    func equal<Kind, Entry, Content: Hashable>(
      _ catalog: Catalog<Kind, Entry>,
      _ kind: String,
      _ term: (Entry) -> Term,
      named: Set<String> = [],
      _ content: (Entry) -> Content?
    ) -> [LintFinding] {
      var first: [Content: (id: Identifier<Kind>, place: SourceRange)] = [:]
      return catalog.compactMap { id, entry in
        // What a condition names is not the same as another one, whatever else they give.
        guard !named.contains(id.text), let content = content(entry) else { return nil }
        guard let other = first[content] else {
          first[content] = (id, term(entry).range)
          return nil
        }
        return LintFinding(
          about: term(entry),
          .equalEntries(kind, id.text, other.id.text, at: term(entry).range, other: other.place)
        )
      }
    }
    return equal(policy.templates, "templates", \.term, named: named.of(.template)) {
      RoleContent($0)
    }
      + equal(policy.subtemplates, "subtemplates", \.term, named: named.of(.subtemplate)) {
        RoleContent($0)
      }
      + equal(policy.securityClasses, "security classes", \.term) { securityClass in
        securityClass.grants.isEmpty ? nil : Set(securityClass.grants.map { GrantContent($0) })
      }
      + equal(policy.providerRecords, "provider records", \.term, named: named.of(.providerRecord))
    { record in
      record.grants.isEmpty ? nil : Set(record.grants.flatMap(\.cells))
    }
  }
}

/// What a role gives, without what it is called and who answers for it.
private struct RoleContent: Hashable {
  private let sets: [Set<String>]
  private let leastAuthentication: Int64?

  /// The content of a role; none of one that gives nothing.
  init?(_ role: RoleTemplate) {
    sets = [
      Set(role.securityClasses.map(\.text)), Set(role.purposes.map(\.text)),
      Set(role.relationships.map(\.text)), Set(role.reach.map(\.text)),
      Set(role.selfAuthorisation.map(\.text)), Set(role.units.map(\.text)),
    ]
    leastAuthentication = role.leastAuthentication
    if sets.allSatisfy(\.isEmpty) { return nil }
  }
}

/// What a grant gives, without its name.
struct GrantContent: Hashable {
  private let actions: Set<ActionID>
  private let contentClasses: Set<ContentClassID>
  private let purposes: Set<PurposeID>?
  private let condition: String
  private let takes: SelfAuthorisationID?
  private let obligations: Set<ObligationID>

  init(_ grant: FunctionGrant) {
    actions = grant.actions
    contentClasses = grant.contentClasses
    purposes = grant.purposes
    condition = grant.condition.words
    takes = grant.takes
    obligations = grant.obligations
  }
}

extension LicenceGrant {
  /// Each action with each class, in words.
  var cells: [String] {
    actions.flatMap { action in contentClasses.map { "\(action) \($0)" } }
  }
}
