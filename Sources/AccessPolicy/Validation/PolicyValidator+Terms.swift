// Checks of the sections that give a policy set its words.

extension PolicyValidator {
  func organisation() -> Catalog<Names.Unit, OrganisationUnit> {
    var units: [UnitID: OrganisationUnit] = [:]
    for declaration in syntax.organisation where units[declaration.id.value] == nil {
      let kind = names.unitKinds.resolve(declaration.body.kind, sink)
      units[declaration.id.value] = OrganisationUnit(
        term: term(declaration),
        parent: names.units.resolve(declaration.body.parent, sink),
        kind: kind ?? UnitKindID(unchecked: "unknown"),
        isEnterprise: declaration.body.isEnterprise,
        marks: resolve(declaration.body.marks, names.marks)
      )
    }
    refuseCycles(units)
    return Catalog(units)
  }

  /// Reports each ring of units once, and leaves the others be.
  private func refuseCycles(_ units: [UnitID: OrganisationUnit]) {
    var cleared: Set<UnitID> = []
    for start in units.keys.sorted() {
      var way: [UnitID] = []
      var position: [UnitID: Int] = [:]
      var unit: UnitID? = start
      while let current = unit, !cleared.contains(current) {
        if let first = position[current] {
          let ring = Array(way[first...])
          sink.report(
            .organisationCycle(
              ring,
              at: units[current]?.term.range ?? .init(file: "", line: 1, column: 1)
            )
          )
          break
        }
        position[current] = way.count
        way.append(current)
        unit = units[current]?.parent
      }
      cleared.formUnion(way)
    }
  }

  func obligations() -> Catalog<Names.Obligation, Term> {
    let limit = Policy.mostObligations
    if syntax.obligations.count > limit {
      sink.report(
        .tooManyObligations(limit: limit, at: syntax.obligations[limit].id.range)
      )
    }
    return catalog(syntax.obligations) { term($0) }
  }

  func requirement(_ declaration: Declaration<Names.Requirement, RequirementSyntax>) -> Requirement
  {
    Requirement(
      term: term(declaration),
      kinds: declaration.body.kinds,
      source: declaration.body.source,
      answers: declaration.body.answers,
      lacks: declaration.body.lacks,
      reading: declaration.body.reading
    )
  }

  func purpose(_ declaration: Declaration<Names.Purpose, PurposeSyntax>) -> Purpose {
    Purpose(
      term: term(declaration),
      code: declaration.body.code,
      onlyWhereNamed: declaration.body.onlyWhereNamed,
      refusedRoute: declaration.body.refused
    )
  }

  func contentClass(_ declaration: Declaration<Names.ContentClass, ContentClassSyntax>)
    -> ContentClass
  {
    ContentClass(
      term: term(declaration),
      isAboutPatient: declaration.body.isAboutPatient ?? true,
      clinicalActions: resolve(declaration.body.clinical, names.actions),
      tags: resolve(declaration.body.tags, names.contentTags)
    )
  }

  /// What statuses are called; a status is declared by a kind of logistics that has it.
  func statuses() -> Catalog<Names.LinkStatus, Term> {
    _ = names.linkStatuses.resolve(syntax.statuses.map(\.id), sink)
    return catalog(syntax.statuses) { term($0) }
  }

  func logistics(_ declaration: Declaration<Names.LogisticsKind, LogisticsSyntax>) -> LogisticsKind
  {
    let body = declaration.body
    for status in body.neverCounts {
      if let other = body.counts.first(where: { $0.value == status.value }) {
        let (first, second) = other.range < status.range ? (other, status) : (status, other)
        sink.report(.statusBothWays(status.value, at: second.range, first: first.range))
      }
    }
    let counts = Scope<Names.LinkStatus>("status that counts", ids: body.counts)
    return LogisticsKind(
      term: term(declaration),
      counts: Set(body.counts.map(\.value)),
      neverCounts: Set(body.neverCounts.map(\.value)),
      ended: resolve(body.ended, counts)
    )
  }
}
