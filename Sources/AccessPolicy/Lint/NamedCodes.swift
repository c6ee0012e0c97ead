/// The codes that conditions name, by what they are codes of.
struct NamedCodes {
  private var codes: [CodeDomain: Set<String>] = [:]

  /// The codes of one domain.
  func of(_ domain: CodeDomain) -> Set<String> { codes[domain] ?? [] }

  /// Adds every code that a condition sets beside a fact.
  mutating func collect(_ condition: Condition) {
    switch condition {
    case .constant: break
    case .not(let inner): collect(inner)
    case .all(let parts), .any(let parts):
      for part in parts { collect(part) }
    case .test(let test, words: _, at: _):
      switch test {
      case .holds, .has: break
      case .equal(let a, let b, negated: _), .ordered(let a, _, let b),
        .member(let a, let b, negated: _), .within(let a, let b, negated: _):
        for fact in test.facts {
          guard let domain = fact.type.codes else { continue }
          for case .literal(let value) in [a, b] {
            codes[domain, default: []].formUnion(value.codes)
          }
        }
      }
    }
  }
}

extension ValueType {
  /// What it is a code of, or a set of codes of.
  fileprivate var codes: CodeDomain? {
    switch self {
    case .code(let domain): domain
    case .set(let element): element.codes
    default: nil
    }
  }
}

extension AttributeValue {
  fileprivate var codes: [String] {
    switch self {
    case .code(let code): [code.text]
    case .set(let values): values.flatMap(\.codes)
    default: []
    }
  }
}
