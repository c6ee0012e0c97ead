/// The codes that conditions name, by what they are codes of.
struct NamedCodes {
  private var codes: [CodeDomain: Set<String>] = [:]

  /// The codes of one domain.
  func of(_ domain: CodeDomain) -> Set<String> { codes[domain] ?? [] }

  /// Adds every code that a condition sets beside a fact.
  mutating func collect(_ condition: Condition) {
    for test in condition.tests {
      for fact in test.facts {
        guard let domain = fact.type.codes else { continue }
        codes[domain, default: []].formUnion(test.literals.flatMap(\.codes))
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
