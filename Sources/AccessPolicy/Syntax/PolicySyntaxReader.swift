/// Turns neutral trees into the sections of a policy set; the only place that knows the section names.
///
/// An entry that is partly wrong is still declared, with what could be read of it, so that names that
/// point to it are not reported as well.
struct PolicySyntaxReader {
  let sink: DiagnosticSink
  private(set) var policy = PolicySyntax()

  static func read(_ documents: [Document], sink: DiagnosticSink) -> PolicySyntax {
    var reader = PolicySyntaxReader(sink: sink)
    for document in documents {
      guard let root = document.root else { continue }
      reader.readFile(root)
    }
    return reader.policy
  }

  private init(sink: DiagnosticSink) { self.sink = sink }

  private mutating func readFile(_ root: DocumentNode) {
    guard var file = RecordReader(root, owner: "a policy file", sink: sink) else { return }
    if let node = file.node("policySet") { readHeader(node, at: file.place(of: "policySet")) }
    if let node = file.node("session") { readSession(node, at: file.place(of: "session")) }
    policy.requirements += section(&file, "requirements", "requirement") { _ in }
    policy.unitKinds += section(&file, "unitKinds", "unit kind") { _ in }
    policy.organisation += section(&file, "organisation", "unit") { $0.unit() }
    policy.actions += section(&file, "actions", "action") {
      ActionSyntax(writes: $0.boolean("writes")?.value ?? false)
    }
    policy.purposes += section(&file, "purposes", "purpose") { $0.purpose() }
    policy.contentTags += section(&file, "contentTags", "content tag") { _ in }
    policy.contentClasses += section(&file, "contentClasses", "content class") { $0.contentClass() }
    readAttributes(&file)
    policy.reasons += section(&file, "reasons", "reason") {
      ReasonSyntax(code: $0.text("code")?.value)
    }
    policy.obligations += section(&file, "obligations", "obligation") { _ in }
    policy.securityClasses += section(&file, "securityClasses", "security class") {
      $0.grants(areLicences: false)
    }
    policy.providerRecords += section(&file, "providerRecords", "provider record") {
      $0.grants(areLicences: true)
    }
    policy.templates += section(&file, "templates", "template") {
      $0.template(isSubtemplate: false)
    }
    policy.subtemplates += section(&file, "subtemplates", "subtemplate") {
      $0.template(isSubtemplate: true)
    }
    policy.patientLogistics += section(&file, "patientLogistics", "kind of patient logistics") {
      $0.logistics()
    }
    policy.careRelationships += section(&file, "careRelationships", "care relationship") {
      $0.relationship()
    }
    policy.reach += section(&file, "reach", "reach rule") { $0.reachRule() }
    policy.marks += section(&file, "marks", "mark") { $0.mark() }
    policy.blocks += section(&file, "blocks", "kind of block") { $0.blockKind() }
    policy.selfAuthorisation += section(&file, "selfAuthorisation", "self-authorisation rule") {
      $0.selfAuthorisationRule()
    }
    file.finish()
  }

  /// Reads the entries of one section: id, title, ground, and what the section adds.
  private func section<Kind, Body>(
    _ file: inout RecordReader,
    _ name: String,
    _ kind: String,
    body: (inout RecordReader) -> Body
  ) -> [Declaration<Kind, Body>] {
    // Ids that are declared twice are reported later, wherever in the set they stand.
    let entries = file.node(name).flatMap { NodeReader.mapping($0, of: file.what(name), sink) }
    return declarations(entries ?? [], kind, body: body)
  }

  private func declarations<Kind, Body>(
    _ entries: [DocumentNode.Entry],
    _ kind: String,
    body: (inout RecordReader) -> Body
  ) -> [Declaration<Kind, Body>] {
    entries.compactMap { entry in
      guard let id = NodeReader.identifier(key: entry.key, kind, sink, as: Kind.self) else {
        return nil
      }
      let owner = "the \(kind) `\(id.value)`"
      let record =
        RecordReader(entry.value, owner: owner, at: id.range, sink: sink)
        // A value of the wrong form has been reported: read on from an empty one, silently.
        ?? RecordReader(
          DocumentNode(.mapping([]), at: id.range),
          owner: owner,
          sink: DiagnosticSink()
        )
      guard var record else { return nil }
      let title = record.localized("title", required: true) ?? LocalizedText(nb: "", en: "")
      let because = record.because()
      let content = body(&record)
      record.finish()
      return Declaration(id: id, title: title, because: because, body: content)
    }
  }

  private mutating func readHeader(_ node: DocumentNode, at range: SourceRange) {
    guard var record = RecordReader(node, owner: "`policySet`", at: range, sink: sink) else {
      return
    }
    let id = record.identifier("id", "policy set", required: true, as: Names.PolicySet.self)
    let version = record.text("version", required: true)
    let title = record.localized("title", required: true)
    record.finish()
    policy.headers.append(
      HeaderSyntax(
        id: id?.value ?? PolicySetID(unchecked: "unnamed"),
        version: version?.value ?? "",
        title: title ?? LocalizedText(nb: "", en: ""),
        range: range
      )
    )
  }

  private mutating func readSession(_ node: DocumentNode, at range: SourceRange) {
    guard var record = RecordReader(node, owner: "`session`", at: range, sink: sink) else { return }
    let level = record.level("leastAuthentication")
    record.finish()
    policy.sessions.append(SessionSyntax(leastAuthentication: level?.value, range: range))
  }

  private mutating func readAttributes(_ file: inout RecordReader) {
    guard let node = file.node("attributes"),
      var groups = RecordReader(
        node,
        owner: "`attributes`",
        at: file.place(of: "attributes"),
        sink: sink
      )
    else { return }
    for group in AttributeGroup.allCases {
      let kind = "attribute of \(group.rawValue)"
      policy.attributes[group, default: []] += declarations(groups.mapping(group.rawValue), kind) {
        $0.attribute()
      }
    }
    groups.finish()
  }
}
