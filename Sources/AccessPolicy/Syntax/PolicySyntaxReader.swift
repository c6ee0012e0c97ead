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
    guard var file = RecordReader(root, as: .policyFile, owner: "a policy file", sink: sink) else {
      return
    }
    if let node = file.node("policySet") { readHeader(node, at: file.place(of: "policySet")) }
    if let node = file.node("session") { readSession(node, at: file.place(of: "session")) }
    policy.requirements += section(&file, "requirements") { $0.requirement() }
    policy.unitKinds += section(&file, "unitKinds") { _ in }
    policy.organisation += section(&file, "organisation") { $0.unit() }
    policy.actions += section(&file, "actions") {
      ActionSyntax(writes: $0.boolean("writes")?.value ?? false)
    }
    policy.purposes += section(&file, "purposes") { $0.purpose() }
    policy.contentTags += section(&file, "contentTags") { _ in }
    policy.contentClasses += section(&file, "contentClasses") { $0.contentClass() }
    readAttributes(&file)
    policy.reasons += section(&file, "reasons") {
      ReasonSyntax(code: $0.text("code")?.value)
    }
    policy.obligations += section(&file, "obligations") { _ in }
    policy.securityClasses += section(&file, "securityClasses") { $0.grants(areLicences: false) }
    policy.providerRecords += section(&file, "providerRecords") { $0.grants(areLicences: true) }
    policy.templates += section(&file, "templates") { $0.template(isSubtemplate: false) }
    policy.subtemplates += section(&file, "subtemplates") { $0.template(isSubtemplate: true) }
    policy.patientLogistics += section(&file, "patientLogistics") { $0.logistics() }
    policy.statuses += section(&file, "statuses") { _ in }
    policy.careRelationships += section(&file, "careRelationships") { $0.relationship() }
    policy.reach += section(&file, "reach") { $0.reachRule() }
    policy.marks += section(&file, "marks") { $0.mark() }
    policy.blocks += section(&file, "blocks") { $0.blockKind() }
    policy.selfAuthorisation += section(&file, "selfAuthorisation") { $0.selfAuthorisationRule() }
    policy.provisioning += section(&file, "provisioning") { $0.provisioningRule() }
    policy.principles += section(&file, "principles") { $0.principle() }
    file.finish()
  }

  /// Reads the entries of one section: id, title, ground, and what the section adds.
  private func section<Kind, Body>(
    _ file: inout RecordReader,
    _ name: String,
    body: (inout RecordReader) -> Body
  ) -> [Declaration<Kind, Body>] {
    guard let node = file.node(name), case .entries(let section) = file.shape(of: name),
      case .record(let shape) = section.value,
      // Ids that are declared twice are reported later, wherever in the set they stand.
      let entries = NodeReader.mapping(node, of: file.what(name), sink)
    else { return [] }
    return entries.compactMap { entry in
      guard let id = NodeReader.identifier(key: entry.key, section.kind, sink, as: Kind.self)
      else { return nil }
      let owner = "the \(section.kind) `\(id.value)`"
      let record =
        RecordReader(entry.value, as: shape, owner: owner, at: id.range, sink: sink)
        // A value of the wrong form has been reported: read on from an empty one, silently.
        ?? RecordReader(
          DocumentNode(.mapping([]), at: id.range),
          as: shape,
          owner: owner,
          sink: DiagnosticSink()
        )
      guard var record else { return nil }
      let title = record.localized("title") ?? LocalizedText(nb: "", en: "")
      let because = record.because()
      let silences = record.silences()
      let content = body(&record)
      record.finish()
      return Declaration(
        id: id,
        title: title,
        because: because,
        silences: silences,
        body: content
      )
    }
  }

  private mutating func readHeader(_ node: DocumentNode, at range: SourceRange) {
    guard var record = RecordReader(node, as: .header, owner: "`policySet`", at: range, sink: sink)
    else { return }
    let id = record.identifier("id", declares: true, as: Names.PolicySet.self)
    let version = record.visibleText("version")
    let title = record.localized("title")
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
    guard var record = RecordReader(node, as: .session, owner: "`session`", at: range, sink: sink)
    else { return }
    let level = record.level("leastAuthentication")
    record.finish()
    policy.sessions.append(SessionSyntax(leastAuthentication: level?.value, range: range))
  }

  private mutating func readAttributes(_ file: inout RecordReader) {
    guard let node = file.node("attributes"),
      var groups = RecordReader(
        node,
        as: .attributeGroups,
        owner: "`attributes`",
        at: file.place(of: "attributes"),
        sink: sink
      )
    else { return }
    for group in AttributeGroup.allCases {
      policy.attributes[group, default: []] += section(&groups, group.rawValue) { $0.attribute() }
    }
    groups.finish()
  }
}
