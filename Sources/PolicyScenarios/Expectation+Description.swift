import AccessPolicy

extension Expectation: CustomStringConvertible {
  /// The expectation in one line, much as scenario files write it: `deny { by: sensitive }`.
  public var description: String {
    let parts = parts.map(\.value.description)
    return parts.isEmpty ? "\(outcome)" : "\(outcome) { \(parts.joined(separator: ", ")) }"
  }
}

extension Expectation.Part: CustomStringConvertible {
  /// The key and the value as scenario files write them.
  public var description: String {
    func list(_ names: some Sequence<String>) -> String {
      "[\(names.sorted().joined(separator: ", "))]"
    }
    return switch self {
    case .by(let name): "by: \(name)"
    case .notBy(let name): "notBy: \(name)"
    case .obligations(let ids): "obligations: \(list(ids.map(\.text)))"
    case .reasons(let ids): "reasons: \(list(ids.map(\.text)))"
    case .rules(let ids): "rules: \(list(ids.map(\.text)))"
    case .grants(let ids): "grants: \(list(ids.map(\.text)))"
    case .routes(let routes): "routes: \(list(routes.keys))"
    case .hidden(let value): "hidden: \(value ? "yes" : "no")"
    case .undetermined(let names): "undetermined: \(list(names))"
    case .validUntil(let instant): "validUntil: \(instant.map { "\($0)" } ?? "never")"
    case .then(let reason, let gives): "then: { reason: \(reason.reason), gives: \(gives) }"
    }
  }
}
