// Checks of the sections that close: marks and blocks.

extension PolicyValidator {
  func mark(_ declaration: Declaration<Names.Mark, MarkSyntax>) -> Mark {
    let body = declaration.body
    let owner = "the mark `\(declaration.id.value)`"
    return Mark(
      term: term(declaration),
      covers: body.covers.map { covered($0, by: declaration) },
      actions: resolve(body.actions, names.actions),
      derived: body.derived.map {
        conditions.check(
          $0,
          in: .init(
            what: "`derived` of \(owner)",
            view: ConditionChecker.Place.withoutLink,
            opens: false
          )
        )
      },
      circle: body.circle.map { circleEntry($0, of: declaration) }.sorted { $0.id < $1.id },
      override: names.selfAuthorisation.resolve(body.override, sink),
      hidesExistence: hidesExistence(body.hidesExistence, of: owner),
      route: body.route,
      obligations: resolve(body.obligations, names.obligations)
    )
  }

  /// The classes that are named, and those that have a tag that is named.
  ///
  /// A mark that is meant to cover something and covers nothing would shield nothing, silently.
  private func covered(_ covers: CoversSyntax, by mark: Declaration<Names.Mark, MarkSyntax>)
    -> Set<ContentClassID>
  {
    let tags = resolve(covers.tags, names.contentTags)
    let tagged = syntax.contentClasses.filter { declaration in
      declaration.body.tags.contains { tags.contains($0.value) }
    }
    let covered = resolve(covers.classes, names.contentClasses).union(tagged.map(\.id.value))
    if covered.isEmpty, covers.classes.isEmpty, tags.count == covers.tags.count, !tags.isEmpty {
      let place = covers.tags.first?.range ?? mark.id.range
      sink.report(.coversNothing(mark.id.value, tags: tags.sorted(), at: place))
    }
    return covered
  }

  private func circleEntry(
    _ entry: CircleSyntax,
    of mark: Declaration<Names.Mark, MarkSyntax>
  ) -> CircleEntry {
    let owner = "the circle entry `\(entry.id.value)` of the mark `\(mark.id.value)`"
    for relationship in entry.through ?? [] {
      let declared = syntax.careRelationships.first { $0.id.value == relationship.value }
      if declared?.body.opening.takes != nil {
        sink.report(.throughTakesReason(relationship.value, at: relationship.range))
      }
    }
    let because =
      entry.because.isEmpty
      ? mark.because.filter { names.requirements.contains($0.value) } : entry.because
    return CircleEntry(
      id: RuleID(unchecked: "\(mark.id.value)/\(entry.id.value)"),
      term: Term(
        title: entry.title ?? mark.title,
        because: names.requirements.resolve(because, sink),
        range: entry.id.range,
        silences: entry.silences
      ),
      through: resolve(entry.through, names.careRelationships),
      condition: conditions.check(
        entry.condition,
        in: .init(
          what: owner,
          view: entry.through == nil
            ? ConditionChecker.Place.withoutLink : ConditionChecker.Place.all,
          opens: true
        )
      )
    )
  }

  func blockKind(_ declaration: Declaration<Names.BlockKind, BlockKindSyntax>) -> BlockKind {
    let body = declaration.body
    let owner = "the block `\(declaration.id.value)`"
    return BlockKind(
      term: term(declaration),
      actions: resolve(body.actions, names.actions),
      override: names.selfAuthorisation.resolve(body.override, sink),
      hidesExistence: hidesExistence(body.hidesExistence, of: owner),
      route: body.route,
      obligations: resolve(body.obligations, names.obligations)
    )
  }

  /// When a shield hides; where nothing is written, never.
  private func hidesExistence(_ condition: ConditionSyntax?, of owner: String) -> Condition {
    conditions.check(
      condition ?? .constant(false),
      in: .init(
        what: "`hidesExistence` of \(owner)",
        view: ConditionChecker.Place.withoutLink,
        opens: false
      )
    )
  }
}
