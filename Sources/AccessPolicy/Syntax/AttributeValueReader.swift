/// Reads the values of declared attributes, each by the type that the policy set gives it.
///
/// Requests and scenarios write the same values in slightly different ways; a ``Dialect`` says how.
/// A value that is wrong is reported and left out.
package enum AttributeValueReader {
  /// How one kind of file writes values.
  package struct Dialect {
    /// Reads a point in time; reports what is wrong, and answers `nil`.
    package let instant: (DocumentNode, _ what: String, DiagnosticSink) -> Instant?
    /// Whether it is JSON: text stands in quotes, and truth is `true` or `false`, not `yes` or `no`.
    package let isJSON: Bool
    /// Whether the plain word `unknown` leaves a value out on purpose.
    package let hasUnknown: Bool
    /// Whether units must be in the organisation; to a request, others are unknown facts.
    package let unitsAreDeclared: Bool

    package init(
      instant: @escaping (DocumentNode, _ what: String, DiagnosticSink) -> Instant?,
      isJSON: Bool,
      hasUnknown: Bool,
      unitsAreDeclared: Bool
    ) {
      self.instant = instant
      self.isJSON = isJSON
      self.hasUnknown = hasUnknown
      self.unitsAreDeclared = unitsAreDeclared
    }

    /// As requests write values.
    package static var request: Dialect {
      Dialect(
        instant: { node, what, sink in NodeReader.moment(node, of: what, sink)?.value.instant },
        isJSON: true,
        hasUnknown: false,
        unitsAreDeclared: false
      )
    }

    /// As scenarios write values; their points in time can be relative to `now`.
    package static func scenario(
      instant: @escaping (DocumentNode, _ what: String, DiagnosticSink) -> Instant?
    ) -> Dialect {
      Dialect(instant: instant, isJSON: false, hasUnknown: true, unitsAreDeclared: true)
    }
  }

  /// Reads a mapping of attribute ids to values; `what` names the mapping in messages.
  ///
  /// Nothing, as in `null`, is `absent`. Attributes that are not written are not in the result.
  package static func attributes(
    _ node: DocumentNode,
    group: AttributeGroup,
    of what: String,
    policy: Policy,
    dialect: Dialect,
    sink: DiagnosticSink
  ) -> Attributes {
    guard let entries = NodeReader.mapping(node, of: what, sink) else { return [:] }
    var attributes: Attributes = [:]
    for entry in entries {
      let kind = "\(group.rawValue) attribute"
      guard let id = NodeReader.identifier(key: entry.key, kind, sink, as: Names.Attribute.self)
      else { continue }
      guard let declared = policy.attributes[group]?[id.value] else {
        let names = policy.attributes[group].map { $0.map(\.id.text) } ?? []
        sink.report(.undeclared(kind, id.value.text, among: names, at: id.range))
        continue
      }
      if NodeReader.isNothing(entry.value) {
        attributes[id.value] = .absent
      } else if dialect.hasUnknown, isUnknown(entry.value) {
        attributes[id.value] = .unknown
      } else {
        let what = "`\(id.value)` of \(what)"
        if let value = value(entry.value, declared, of: what, policy, dialect, sink) {
          attributes[id.value] = .known(value)
        }
      }
    }
    return attributes
  }

  /// Reads one value of a declared attribute.
  package static func value(
    _ node: DocumentNode,
    _ declared: DeclaredAttribute,
    of what: String,
    _ policy: Policy,
    _ dialect: Dialect,
    _ sink: DiagnosticSink
  ) -> AttributeValue? {
    Reader(codes: declared.codes, what: what, policy: policy, dialect: dialect, sink: sink)
      .value(node, declared.type)
  }

  /// Whether the node is the plain word that leaves a value out on purpose.
  package static func isUnknown(_ node: DocumentNode) -> Bool {
    node.content == .scalar("unknown", isQuoted: false)
  }

  /// Reads a text; in JSON it must stand in quotes.
  package static func text(
    _ node: DocumentNode,
    of what: String,
    isJSON: Bool,
    _ sink: DiagnosticSink
  ) -> Located<String>? {
    if isJSON, case .scalar(let text, isQuoted: false) = node.content {
      sink.report(
        .wrongValue(
          text,
          of: what,
          expected: "text",
          help: "a text stands in double quotes",
          at: node.range
        )
      )
      return nil
    }
    return NodeReader.text(node, of: what, sink)
  }

  /// Reads yes or no; in JSON it is `true` or `false`.
  package static func boolean(
    _ node: DocumentNode,
    of what: String,
    isJSON: Bool,
    _ sink: DiagnosticSink
  ) -> Bool? {
    guard isJSON, case .scalar(let text, let isQuoted) = node.content else {
      return NodeReader.boolean(node, of: what, sink)?.value
    }
    guard !isQuoted, text == "true" || text == "false" else {
      sink.report(
        .wrongValue(
          text,
          of: what,
          expected: "truth value",
          help: "write `true` or `false`, without quotes",
          at: node.range
        )
      )
      return nil
    }
    return text == "true"
  }
}

/// Reads the values of one attribute.
private struct Reader {
  let codes: [AttributeID]
  let what: String
  let policy: Policy
  let dialect: AttributeValueReader.Dialect
  let sink: DiagnosticSink

  func value(_ node: DocumentNode, _ type: ValueType) -> AttributeValue? {
    switch type {
    case .boolean:
      AttributeValueReader.boolean(node, of: what, isJSON: dialect.isJSON, sink)
        .map { .boolean($0) }
    case .number: NodeReader.number(node, of: what, sink).map { .number($0.value) }
    case .text: text(node).map { .text(TextRef($0.value)) }
    case .date: date(node).map { .date($0) }
    case .instant: instant(node).map { .instant($0) }
    case .unit: unit(node).map { .unit($0) }
    case .staff: text(node).map { .staff(StaffRef($0.value)) }
    case .patient: text(node).map { .patient(PatientRef($0.value)) }
    case .code(let domain): code(node, domain).map { .code($0) }
    case .set(let element): set(node, element).map { .set($0) }
    }
  }

  private func text(_ node: DocumentNode) -> Located<String>? {
    AttributeValueReader.text(node, of: what, isJSON: dialect.isJSON, sink)
  }

  private func date(_ node: DocumentNode) -> CivilDate? {
    text(node) == nil ? nil : NodeReader.date(node, of: what, sink)?.value
  }

  private func instant(_ node: DocumentNode) -> Instant? {
    text(node) == nil ? nil : dialect.instant(node, what, sink)
  }

  private func unit(_ node: DocumentNode) -> UnitID? {
    guard text(node) != nil,
      let id = NodeReader.identifier(node, "unit", of: what, sink, as: Names.Unit.self)
    else { return nil }
    guard !dialect.unitsAreDeclared || policy.organisation[id.value] != nil else {
      let units = policy.organisation.map(\.id.text)
      sink.report(.undeclared("unit", id.value.text, among: units, at: id.range))
      return nil
    }
    return id.value
  }

  private func code(_ node: DocumentNode, _ domain: CodeDomain) -> AttributeID? {
    guard let text = text(node) else { return nil }
    guard case .declared = domain else {
      return NodeReader.identifier(node, "\(domain)", of: what, sink)?.value
    }
    guard let code = codes.first(where: { $0.text == text.value }) else {
      sink.report(
        .notOneOf(text.value, of: what, allowed: codes.map(\.text), at: text.range)
      )
      return nil
    }
    return code
  }

  /// The values of a list; `nil` when one is wrong, so that a set is never smaller than written.
  private func set(_ node: DocumentNode, _ element: ValueType) -> [AttributeValue]? {
    guard case .sequence(let items) = node.content else {
      sink.report(.wrongForm(node, of: what, expected: "a list", isJSON: dialect.isJSON))
      return nil
    }
    let values = items.map { value($0, element) }
    let known = values.compactMap(\.self)
    return known.count == values.count ? known : nil
  }
}
