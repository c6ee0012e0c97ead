// Checks of the statements that a policy set is held to.

extension PolicyValidator {
  func principle(_ declaration: Declaration<Names.Principle, PrincipleSyntax>) -> Principle {
    let body = declaration.body
    let owner = "the principle `\(declaration.id.value)`"
    let condition = conditions.check(
      body.condition,
      in: .init(what: owner, view: ConditionChecker.Place.all, opens: nil)
    )
    if let links = body.links, case .none = links.value, let test = condition.firstTestOfLinks {
      sink.report(.linksOfNobody(owner, at: links.range, condition: test))
    }
    let outcomes: Set<Principle.Answer> = [.allow, .justify, .deny]
    if let first = body.never.first, outcomes.isSubset(of: Set(body.never.map(\.value))) {
      sink.report(.neverAnything(owner, at: first.range))
    }
    return Principle(
      term: term(declaration),
      condition: condition,
      links: selection(body.links, names.patientLogistics),
      marks: selection(body.marks, names.marks),
      blocks: selection(body.blocks, names.blocks),
      never: Set(body.never.map(\.value)),
      reasons: body.reasons.map { terms in
        Principle.ReasonTerms(
          obligations: resolve(terms.obligations, names.obligations),
          longest: terms.longest,
          leastText: terms.leastText.map { Int(clamping: $0) }
        )
      },
      obligations: resolve(body.obligations, names.obligations),
      independentOf: body.independentOf.compactMap { fact($0, owner) }.sorted()
    )
  }

  private func selection<Kind>(
    _ syntax: Located<SelectionSyntax<Kind>>?,
    _ scope: Scope<Kind>
  ) -> Principle.Selection<Kind> {
    switch syntax?.value {
    case nil: .any
    case .none?: .none
    case .some(let list)?: .some(resolve(list, scope))
    }
  }

  /// A fact that can be another while all else stays; reports any other name.
  private func fact(_ id: Located<AttributeID>, _ owner: String) -> Attribute? {
    let name = Located(id.value.text, at: id.range)
    guard let found = conditions.facts.attribute(name.value) else {
      sink.report(
        .unknownFact(name, among: conditions.facts.all, steps: conditions.facts.steps)
      )
      return nil
    }
    guard Principle.canVaryAlone(found.attribute) else {
      sink.report(.cannotBeIndependent(name.value, in: owner, at: name.range))
      return nil
    }
    return found.attribute
  }
}

extension Principle {
  /// Whether a fact can be another while role, action, class, time, patient, marks and links stay.
  static func canVaryAlone(_ fact: Attribute) -> Bool {
    guard fact.step == nil else { return false }
    guard case .builtIn(let builtIn) = fact.source else {
      if case .declared(.record, _) = fact.source { return false }
      return true
    }
    return switch builtIn {
    case .sessionOwnRecord, .sessionUnit, .sessionProviderRecord, .sessionPurpose,
      .sessionAuthenticationLevel, .sessionSystemIsReadOnly, .sessionGroups, .patientResidence,
      .linkStatus, .linkUnit, .linkStaff, .linkTeam, .linkGroup, .linkStarts, .linkEnds,
      .contentItem, .contentUnit, .contentAuthor, .contentRecorded, .contentStarts, .contentEnds:
      true
    case .now, .sessionStaff, .sessionUnits, .sessionTemplate, .sessionSubtemplates, .patientID,
      .patientBirthDate, .patientAge, .patientMarks, .linkKind, .contentClass, .contentTags,
      .contentContact, .contentContactUnit, .contentTeam, .contentMarks, .requestAction,
      .recordStaff, .recordEmployer, .recordWorkplace, .recordFrom, .recordUntil:
      false
    }
  }
}

extension Condition {
  /// Where it first looks at a link.
  fileprivate var firstTestOfLinks: SourceRange? {
    switch self {
    case .constant: nil
    case .not(let inner): inner.firstTestOfLinks
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.firstTestOfLinks).first
    case .test(let test, words: _, at: let range): test.looksAtLinks ? range : nil
    }
  }

  /// Whether it looks at a link.
  var looksAtLinks: Bool { tests.contains(where: \.looksAtLinks) }
}

extension Condition.Test {
  fileprivate var looksAtLinks: Bool {
    facts.contains { fact in
      switch fact.source {
      case .builtIn(let builtIn): builtIn.group == .link
      case .declared(let group, _): group == .link
      }
    }
  }
}
