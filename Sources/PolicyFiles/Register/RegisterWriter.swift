public import AccessPolicy

/// Writes an authorisation register: the same register always gives the same bytes.
public struct RegisterWriter: Sendable {
  /// The forms that a register can be written in.
  public enum Form: String, Sendable, CaseIterable {
    /// JSON, with an entry on each line.
    case json
    /// YAML, for people.
    case yaml
  }

  private let form: Form

  /// Takes the form to write.
  public init(_ form: Form) { self.form = form }

  /// Hands on the text in parts, in order, so that no more than an entry is held twice.
  public func write<Failure: Error>(
    _ register: AuthorisationRegister,
    _ use: (String) throws(Failure) -> Void
  ) throws(Failure) {
    switch form {
    case .json: try writeJSON(register, use)
    case .yaml: try writeYAML(register, use)
    }
  }

  /// The whole text.
  public func text(_ register: AuthorisationRegister) -> String {
    var text = ""
    write(register) { text += $0 }
    return text
  }

  private func writeJSON<Failure: Error>(
    _ register: AuthorisationRegister,
    _ use: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try use("{\"register\":1,\"policySet\":\"\(register.policySet)\",\"entries\":[")
    var separator = "\n"
    for entry in register.entries {
      try use(separator + JSONWriter.line(Self.value(of: entry)))
      separator = ",\n"
    }
    try use("\n]}\n")
  }

  private func writeYAML<Failure: Error>(
    _ register: AuthorisationRegister,
    _ use: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try use("register: 1\npolicySet: \"\(register.policySet)\"\n")
    try use(register.entries.isEmpty ? "entries: []\n" : "entries:\n")
    for entry in register.entries {
      try use(YAMLWriter.item(Self.value(of: entry), level: 1))
    }
  }
}

// Entries as values.
extension RegisterWriter {
  /// An entry; its `authorisation` is as a request has it.
  static func value(of entry: RegisteredAuthorisation) -> JSONValue {
    .object([
      .init("staff", .string(entry.staff.text)),
      .init("record", .string(entry.source.record.text)),
      .init("rules", .strings(entry.source.rules.map(\.text))),
      .init("units", .strings(entry.units.map(\.text))),
      .init("endedAt", .optional(entry.endedAt?.description)),
      .init("authorisation", value(of: entry.authorisation)),
    ])
  }

  private static func value(of authorisation: Authorisation) -> JSONValue {
    .object(
      [
        .init("template", .string(authorisation.template.text)),
        .init("subtemplates", names(authorisation.subtemplates)),
      ] + fact("providerRecord", authorisation.providerRecord) { .string($0.text) }
        + fact("isActive", authorisation.isActive) { .bool($0) }
        + fact("from", authorisation.from) { .string($0.description) }
        + fact("until", authorisation.until) { .string($0.description) }
        + [.init("deviations", .array(authorisation.deviations.map(value)))]
    )
  }

  private static func value(of deviation: Deviation) -> JSONValue {
    var entries: [JSONValue.Entry] = [.init("id", .string(deviation.id.text))]
    entries += parts("adds", deviation.adds) + parts("removes", deviation.removes)
    if !deviation.reason.isEmpty { entries.append(.init("reason", .string(deviation.reason))) }
    if let approver = deviation.approver {
      entries.append(.init("approver", .string(approver.text)))
    }
    entries += fact("from", deviation.from) { .string($0.description) }
    entries += fact("until", deviation.until) { .string($0.description) }
    return .object(entries)
  }

  private static func parts(_ key: String, _ parts: RoleParts) -> [JSONValue.Entry] {
    guard parts != RoleParts() else { return [] }
    let lists: [(String, JSONValue)] = [
      ("securityClasses", names(parts.securityClasses)),
      ("relationships", names(parts.relationships)),
      ("reach", names(parts.reach)),
      ("selfAuthorisation", names(parts.selfAuthorisation)),
      ("units", names(parts.units)),
    ]
    let written = lists.filter { $0.1 != .array([]) }.map { JSONValue.Entry($0.0, $0.1) }
    return [.init(key, .object(written))]
  }

  private static func names<Kind>(_ ids: Set<Identifier<Kind>>) -> JSONValue {
    .strings(ids.sorted().map(\.text))
  }

  /// A fact: left out where it is unknown, `null` where there is none.
  private static func fact<Value>(
    _ key: String,
    _ fact: Fact<Value>,
    _ write: (Value) -> JSONValue
  ) -> [JSONValue.Entry] {
    switch fact {
    case .known(let value): [.init(key, write(value))]
    case .absent: [.init(key, .null)]
    case .unknown: []
    }
  }
}
