// Checks of the sections that open: roles, relationships, reach, self-authorisation.

extension PolicyValidator {
  func securityClass(_ declaration: Declaration<Names.SecurityClass, [GrantSyntax]>)
    -> SecurityClass
  {
    let grants = declaration.body.map { grant in
      let owner = "the grant `\(grant.id.value)` of the security class `\(declaration.id.value)`"
      return FunctionGrant(
        id: RuleID(unchecked: "\(declaration.id.value)/\(grant.id.value)"),
        term: grantTerm(grant, title: declaration.title, because: declaration.because),
        actions: resolve(grant.actions, names.actions),
        contentClasses: resolve(grant.contentClasses, names.contentClasses),
        purposes: resolve(grant.opening.purposes, names.purposes),
        condition: conditions.check(
          grant.condition,
          in: .init(what: owner, view: ConditionChecker.Place.withoutLink, opens: true)
        ),
        takes: names.selfAuthorisation.resolve(grant.opening.takes, sink),
        obligations: resolve(grant.opening.obligations, names.obligations)
      )
    }
    return SecurityClass(term: term(declaration), grants: grants.sorted { $0.id < $1.id })
  }

  func providerRecord(_ declaration: Declaration<Names.ProviderRecord, [GrantSyntax]>)
    -> ProviderRecord
  {
    let grants = declaration.body.map { grant in
      LicenceGrant(
        id: RuleID(unchecked: "\(declaration.id.value)/\(grant.id.value)"),
        term: grantTerm(grant, title: declaration.title, because: declaration.because),
        actions: resolve(grant.actions, names.actions),
        contentClasses: resolve(grant.contentClasses, names.contentClasses)
      )
    }
    return ProviderRecord(term: term(declaration), grants: grants.sorted { $0.id < $1.id })
  }

  /// A grant rests on its own ground, or else on that of the class that it stands in.
  private func grantTerm(
    _ grant: GrantSyntax,
    title: LocalizedText,
    because: NameList<Names.Requirement>
  ) -> Term {
    let ground =
      grant.because.isEmpty
      ? because.filter { names.requirements.contains($0.value) } : grant.because
    return Term(
      title: grant.title ?? title,
      because: names.requirements.resolve(ground, sink),
      range: grant.id.range,
      silences: grant.silences
    )
  }

  func template<Kind>(_ declaration: Declaration<Kind, TemplateSyntax>, kind: String)
    -> RoleTemplate
  {
    let body = declaration.body
    for purpose in body.purposes {
      let declared = syntax.purposes.first { $0.id.value == purpose.value }
      if declared?.body.refused != nil {
        sink.report(
          .refusedPurpose(
            purpose.value,
            in: "the \(kind) `\(declaration.id.value)`",
            at: purpose.range
          )
        )
      }
    }
    return RoleTemplate(
      term: term(declaration),
      name: body.name,
      owner: body.owner,
      approvals: body.approvals,
      securityClasses: resolve(body.securityClasses, names.securityClasses),
      purposes: resolve(body.purposes, names.purposes),
      relationships: resolve(body.relationships, names.careRelationships),
      reach: resolve(body.reach, names.reach),
      selfAuthorisation: resolve(body.selfAuthorisation, names.selfAuthorisation),
      units: resolve(body.units, names.units),
      leastAuthentication: body.leastAuthentication
    )
  }

  func relationship(_ declaration: Declaration<Names.Relationship, RelationshipSyntax>)
    -> CareRelationship
  {
    let body = declaration.body
    let owner = "the care relationship `\(declaration.id.value)`"
    if case .relative(let first, let opens) = body.window.opens,
      case .relative(let last, let closes) = body.window.closes, first == last, opens >= closes
    {
      sink.report(
        .neverOpens(
          declaration.id.value,
          opens: "\(body.window.opens)",
          closes: "\(body.window.closes)",
          at: declaration.id.range
        )
      )
    }
    refuseForeignStatuses(of: body, owner)
    return CareRelationship(
      term: term(declaration),
      links: resolve(body.links, names.patientLogistics),
      statuses: resolve(body.statuses, names.linkStatuses),
      condition: conditions.check(
        body.condition,
        in: .init(what: owner, view: ConditionChecker.Place.all, opens: true)
      ),
      isConditionWritten: body.condition != nil,
      window: body.window,
      unwrittenEdges: body.unwrittenEdges,
      purposes: resolve(body.opening.purposes, names.purposes),
      takes: names.selfAuthorisation.resolve(body.opening.takes, sink),
      obligations: resolve(body.opening.obligations, names.obligations)
    )
  }

  /// Reports statuses that exist, and that no link has which could make the relationship.
  private func refuseForeignStatuses(of body: RelationshipSyntax, _ owner: String) {
    let links = body.links.map(\.value)
    let kinds = syntax.patientLogistics.filter { links.contains($0.id.value) }
    // A kind that is not declared has been reported; what it would have is not known.
    guard Set(kinds.map(\.id.value)) == Set(links) else { return }
    let statuses = Set(kinds.flatMap { $0.body.counts + $0.body.neverCounts }.map(\.value))
    for status in body.statuses ?? []
    where names.linkStatuses.contains(status.value) && !statuses.contains(status.value) {
      sink.report(
        .statusOfNoKind(
          status.value,
          of: owner,
          kinds: links,
          statuses: statuses.map(\.text).sorted(),
          at: status.range
        )
      )
    }
  }

  func reach(_ declaration: Declaration<Names.Reach, ReachSyntax>) -> Reach {
    let body = declaration.body
    let owner = "the reach rule `\(declaration.id.value)`"
    for id in body.contentClasses {
      let declared = syntax.contentClasses.first { $0.id.value == id.value }
      if declared?.body.isAboutPatient == true {
        sink.report(.reachAboutPatient(id.value, at: id.range))
      }
    }
    return Reach(
      term: term(declaration),
      contentClasses: resolve(body.contentClasses, names.contentClasses),
      condition: conditions.check(
        body.condition,
        in: .init(what: owner, view: [.session, .content, .request], opens: true)
      ),
      isConditionWritten: body.condition != nil,
      purposes: resolve(body.opening.purposes, names.purposes),
      takes: names.selfAuthorisation.resolve(body.opening.takes, sink),
      obligations: resolve(body.opening.obligations, names.obligations)
    )
  }

  func selfAuthorisation(
    _ declaration: Declaration<Names.SelfAuthorisation, SelfAuthorisationSyntax>
  ) -> SelfAuthorisation {
    let body = declaration.body
    let owner = "the self-authorisation rule `\(declaration.id.value)`"
    for reason in body.textRequiredFor ?? []
    where names.reasons.contains(reason.value)
      && !body.reasons.contains(where: { $0.value == reason.value })
    {
      sink.report(.requiredButNotAccepted(reason.value, in: owner, at: reason.range))
    }
    return SelfAuthorisation(
      term: term(declaration),
      scope: scope(body.scope),
      condition: conditions.check(
        body.condition,
        in: .init(what: owner, view: ConditionChecker.Place.withoutLink, opens: true)
      ),
      purposes: resolve(body.purposes, names.purposes),
      reasons: resolve(body.reasons, names.reasons),
      leastText: Int(clamping: body.leastText),
      textRequiredFor: resolve(body.textRequiredFor, names.reasons),
      lifetime: body.lifetime,
      obligations: resolve(body.obligations, names.obligations)
    )
  }

  private func scope(_ scope: ScopeSyntax) -> SelfAuthorisation.Scope {
    switch scope {
    case .word(let scope): return scope
    case .attribute(let name):
      let declared = names.attributes[.content] ?? [:]
      let found = declared.first { "content.\($0.key)" == name.value.text }
      guard let (id, attribute) = found else {
        let all = declared.filter { $0.value.type == .text }.map { "content.\($0.key)" }
        sink.report(
          .undeclared("content attribute", name.value.text, among: all.sorted(), at: name.range)
        )
        return .item
      }
      if attribute.type != .text {
        sink.report(.scopeNotText("content.\(id)", type: attribute.type, at: name.range))
      }
      return .attribute(id)
    }
  }
}
