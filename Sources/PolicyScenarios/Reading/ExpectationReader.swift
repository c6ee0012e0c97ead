import AccessPolicy

/// Reads expectations: an outcome, alone or with more that must hold.
struct ExpectationReader {
  let values: ValueReader
  let names: RuleNames
  /// The blocks of the case's patient; `nil` when they are not known.
  let blocks: [String]?

  private var policy: Policy { values.policy }
  private var sink: DiagnosticSink { values.sink }

  func expectation(_ node: DocumentNode) -> Expectation? {
    switch node.content {
    case .scalar(let text, _):
      guard let outcome = Outcome(text) else {
        sink.report(.notAnOutcome(Located(text, at: node.range)))
        return nil
      }
      return Expectation(outcome: outcome, parts: [], range: node.range)
    case .mapping(let entries) where entries.count == 1:
      guard let outcome = Outcome(entries[0].key.value) else {
        sink.report(.notAnOutcome(entries[0].key))
        return nil
      }
      guard
        var reader = RecordReader(
          entries[0].value,
          as: .allParts,
          owner: "`\(outcome)`",
          at: entries[0].key.range,
          sink: sink
        )
      else { return nil }
      let parts = parts(of: &reader, outcome)
      reader.finish()
      return Expectation(outcome: outcome, parts: parts, range: entries[0].key.range)
    case .mapping, .sequence:
      sink.report(.notOneOutcome(at: node.range))
      return nil
    }
  }

  private func parts(of reader: inout RecordReader, _ outcome: Outcome)
    -> [Located<Expectation.Part>]
  {
    var parts: [Located<Expectation.Part>] = []
    for name in ruleNames("by", &reader) {
      parts.append(Located(.by(name.value), at: name.range))
    }
    for name in ruleNames("notBy", &reader) {
      parts.append(Located(.notBy(name.value), at: name.range))
    }
    func add(_ key: String, _ part: (DocumentNode, String) -> Expectation.Part?) {
      guard let node = reader.node(key), let part = part(node, reader.what(key)) else { return }
      parts.append(Located(part, at: reader.place(of: key)))
    }
    add("obligations") {
      values.declaredSet($0, "obligation", in: policy.obligations, of: $1).map { .obligations($0) }
    }
    add("reasons") {
      values.declaredSet($0, "reason", in: policy.reasons, of: $1).map { .reasons($0) }
    }
    add("rules") {
      values.declaredSet($0, "self-authorisation rule", in: policy.selfAuthorisation, of: $1)
        .map { .rules($0) }
    }
    add("grants") {
      values.declaredSet($0, "self-authorisation rule", in: policy.selfAuthorisation, of: $1)
        .map { .grants($0) }
    }
    let routes = routes(&reader)
    if let routes { parts.append(Located(.routes(routes), at: reader.place(of: "routes"))) }
    add("hidden") { NodeReader.boolean($0, of: $1, sink).map { .hidden($0.value) } }
    add("undetermined") { facts($0, of: $1).map { .undetermined($0) } }
    add("validUntil") { (node, what) in
      guard node.content != .scalar("never", isQuoted: false) else { return .validUntil(nil) }
      return values.instant(node, of: what).map { .validUntil($0) }
    }
    let place = reader.place(of: "then")
    add("then") { (node, _) in then(node, at: place) }
    for (key, needed) in RecordShape.partsOfOneOutcome
    where outcome != needed && reader.has(key) {
      let key = Located(key, at: reader.place(of: key))
      sink.report(.partOfOther(key, needs: needed, has: outcome))
    }
    return parts
  }

  /// One name or a list of names, each a gate or a rule.
  private func ruleNames(_ key: String, _ reader: inout RecordReader) -> [Located<String>] {
    guard let node = reader.node(key) else { return [] }
    let nodes: [DocumentNode] =
      if case .sequence(let items) = node.content { items } else { [node] }
    if nodes.isEmpty { sink.report(.noRules(in: reader.what(key), at: node.range)) }
    let found = nodes.compactMap { NodeReader.text($0, of: reader.what(key), sink) }
    for name in found { names.check(name, blocks: blocks, mustExist: key == "notBy", sink) }
    return found
  }

  /// The routes of purposes, marks and kinds of block, by their ids; `nil` where none are asked for.
  private func routes(_ reader: inout RecordReader) -> [String: LocalizedText]? {
    guard let names: [Located<Identifier<Names.Rule>>] = reader.identifiers("routes") else {
      return nil
    }
    let all = policy.routes
    var routes: [String: LocalizedText] = [:]
    for name in names {
      if let route = all[name.value.text] {
        routes[name.value.text] = route
      } else {
        sink.report(.noRoute(name.value.text, among: all.keys.sorted(), at: name.range))
      }
    }
    return routes
  }

  /// Names of facts.
  private func facts(_ node: DocumentNode, of what: String) -> Set<String>? {
    guard let items = NodeReader.list(node, of: what, sink) else { return nil }
    let texts = items.compactMap { NodeReader.text($0, of: what, sink) }
    return Set(texts.map(\.value))
  }

  /// What a decision becomes with a reason.
  private func then(_ node: DocumentNode, at place: SourceRange) -> Expectation.Part? {
    guard var reader = RecordReader(node, as: .thenGiven, owner: "`then`", at: place, sink: sink)
    else { return nil }
    let justification = JustificationReader(values: values).justification(&reader)
    let gives = reader.node("gives").flatMap(expectation)
    reader.finish()
    guard let justification, let gives else { return nil }
    return .then(justification, gives)
  }
}

/// Reads reasons that a person gives.
struct JustificationReader {
  let values: ValueReader

  func justification(_ node: DocumentNode) -> Justification? {
    guard
      var reader = RecordReader(
        node,
        as: .justification,
        owner: "this justification",
        sink: values.sink
      )
    else { return nil }
    defer { reader.finish() }
    return justification(&reader)
  }

  /// Reads `reason`, `text` and `rule` of a record that may have more keys.
  func justification(_ reader: inout RecordReader) -> Justification? {
    let reason = reader.declared("reason", in: values.policy.reasons, values)
    let text = reader.text("text")
    let what = reader.what("rule")
    let rule = reader.node("rule").flatMap {
      values.declared(
        $0,
        "self-authorisation rule",
        in: values.policy.selfAuthorisation,
        of: what
      )
    }
    return reason.map { Justification(reason: $0, text: text?.value ?? "", rule: rule) }
  }
}

extension Policy {
  /// The routes that rules give, by the ids of purposes, marks and kinds of block.
  fileprivate var routes: [String: LocalizedText] {
    var routes: [String: LocalizedText] = [:]
    for (id, block) in blocks { routes[id.text] = block.route }
    for (id, mark) in marks where mark.route != nil { routes[id.text] = mark.route }
    for (id, purpose) in purposes where purpose.refusedRoute != nil {
      routes[id.text] = purpose.refusedRoute
    }
    return routes
  }
}
