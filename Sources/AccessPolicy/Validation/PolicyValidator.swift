/// Turns what was written into a policy set in which every name resolves; one function a section.
///
/// Every mistake is reported and the check goes on, with the wrong part left out. The result counts
/// only when nothing was reported.
struct PolicyValidator {
  let syntax: PolicySyntax
  let names: DeclaredNames
  let conditions: ConditionChecker
  let sink: DiagnosticSink

  static func validate(_ syntax: PolicySyntax, digest: String, sink: DiagnosticSink) -> Policy {
    let names = DeclaredNames(syntax, sink: sink)
    let validator = PolicyValidator(
      syntax: syntax,
      names: names,
      conditions: ConditionChecker(names: names, sink: sink),
      sink: sink
    )
    return validator.policy(digest: digest)
  }

  private func policy(digest: String) -> Policy {
    let identity = identity(digest: digest)
    return Policy(
      identity: identity,
      sessionRules: sessionRules(),
      organisation: organisation(),
      unitKinds: catalog(syntax.unitKinds) { term($0) },
      actions: catalog(syntax.actions) { Action(term: term($0), writes: $0.body.writes) },
      purposes: catalog(syntax.purposes) { purpose($0) },
      contentTags: catalog(syntax.contentTags) { term($0) },
      contentClasses: catalog(syntax.contentClasses) { contentClass($0) },
      attributes: names.attributes.mapValues { Catalog($0) },
      securityClasses: catalog(syntax.securityClasses) { securityClass($0) },
      providerRecords: catalog(syntax.providerRecords) { providerRecord($0) },
      templates: catalog(syntax.templates) { template($0, kind: "template") },
      subtemplates: catalog(syntax.subtemplates) { template($0, kind: "subtemplate") },
      patientLogistics: catalog(syntax.patientLogistics) { logistics($0) },
      statuses: statuses(),
      careRelationships: catalog(syntax.careRelationships) { relationship($0) },
      reach: catalog(syntax.reach) { reach($0) },
      marks: catalog(syntax.marks) { mark($0) },
      blocks: catalog(syntax.blocks) { blockKind($0) },
      selfAuthorisation: catalog(syntax.selfAuthorisation) { selfAuthorisation($0) },
      reasons: catalog(syntax.reasons) { Reason(term: term($0), code: $0.body.code) },
      obligations: obligations(),
      requirements: catalog(syntax.requirements) { requirement($0) },
      provisioning: catalog(syntax.provisioning) { provisioningRule($0) },
      principles: catalog(syntax.principles) { principle($0) }
    )
  }

  // MARK: Parts that every section needs

  /// Every declaration of a section, checked; of two with one id, the first counts.
  func catalog<Kind, Body, Entry>(
    _ declarations: [Declaration<Kind, Body>],
    _ entry: (Declaration<Kind, Body>) -> Entry
  ) -> Catalog<Kind, Entry> {
    Catalog(
      Dictionary(
        declarations.map { ($0.id.value, entry($0)) },
        uniquingKeysWith: { first, _ in first }
      )
    )
  }

  func term<Kind, Body>(_ declaration: Declaration<Kind, Body>) -> Term {
    Term(
      title: declaration.title,
      because: names.requirements.resolve(declaration.because, sink),
      range: declaration.id.range,
      silences: declaration.silences
    )
  }

  func resolve<Kind>(_ list: NameList<Kind>, _ scope: Scope<Kind>) -> Set<Identifier<Kind>> {
    Set(scope.resolve(list, sink))
  }

  func resolve<Kind>(_ list: NameList<Kind>?, _ scope: Scope<Kind>) -> Set<Identifier<Kind>>? {
    list.map { resolve($0, scope) }
  }

  // MARK: The set as a whole

  private func identity(digest: String) -> PolicyIdentity {
    let headers = syntax.headers.sorted { $0.range < $1.range }
    guard let header = headers.first else {
      sink.report(.noPolicySet())
      return PolicyIdentity(
        id: PolicySetID(unchecked: "unnamed"),
        version: "",
        title: LocalizedText(nb: "", en: ""),
        digest: digest
      )
    }
    for second in headers.dropFirst() {
      sink.report(.secondOf("policySet", at: second.range, first: header.range))
    }
    return PolicyIdentity(
      id: header.id,
      version: header.version,
      title: header.title,
      digest: digest
    )
  }

  private func sessionRules() -> SessionRules {
    let sections = syntax.sessions.sorted { $0.range < $1.range }
    guard let section = sections.first else {
      return SessionRules(leastAuthentication: nil, range: nil)
    }
    for second in sections.dropFirst() {
      sink.report(.secondOf("session", at: second.range, first: section.range))
    }
    return SessionRules(leastAuthentication: section.leastAuthentication, range: section.range)
  }
}
