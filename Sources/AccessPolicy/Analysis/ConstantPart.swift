/// A part of a condition whose answer does not depend on the request, though it is not written so.
struct ConstantPart: Equatable {
  /// What is the matter with it.
  enum Kind: Equatable {
    /// One test compares a fact with itself.
    case comparesWithItself
    /// No request makes the test, or the tests together, hold.
    case never
    /// No request makes the test, or every one of the tests, fail.
    case always
  }

  let kind: Kind
  /// The fewest conditions that show it: one test, or several parts joined by `and` or `or`.
  let parts: [Condition]
  /// Whether it stands under an odd number of `not`.
  let isNegated: Bool
}

extension ConditionAnalysis {
  /// The smallest parts of a condition that always, or never, hold; `always` and `never` say so themselves.
  func constantParts(of condition: Condition, isNegated: Bool = false) -> [ConstantPart] {
    switch condition {
    case .constant: return []
    case .not(let inner): return constantParts(of: inner, isNegated: !isNegated)
    case .test(let test, words: _, at: _):
      return constantKind(of: test, condition).map {
        [ConstantPart(kind: $0, parts: [condition], isNegated: isNegated)]
      } ?? []
    case .all(let parts):
      return constantPart(among: parts, .never, isNegated) { !mayHold($0) }
    case .any(let parts):
      return constantPart(among: parts, .always, isNegated) { !mayFail($0) }
    }
  }

  private func constantKind(of test: Condition.Test, _ condition: Condition) -> ConstantPart.Kind? {
    if test.comparesWithItself { return .comparesWithItself }
    return judged.kind(of: test) { searchKind(of: test, condition) }
  }

  private func searchKind(of test: Condition.Test, _ condition: Condition) -> ConstantPart.Kind? {
    // Of a test and its opposite, the plain one is judged, so that both are judged alike.
    let isNegated = !test.isPlain
    let plain = isNegated ? .not(condition) : condition
    if !mayHold([plain]) { return isNegated ? .always : .never }
    if !mayFail([plain]) { return isNegated ? .never : .always }
    return nil
  }

  private func constantPart(
    among parts: [Condition],
    _ kind: ConstantPart.Kind,
    _ isNegated: Bool,
    _ isConstant: ([Condition]) -> Bool
  ) -> [ConstantPart] {
    let smaller = parts.flatMap { constantParts(of: $0, isNegated: isNegated) }
    guard smaller.isEmpty else { return smaller }
    // What is written `always` or `never` is meant so; and a test that lists all that is declared
    // today is no mistake.
    let left = parts.filter { part in
      // A test that is judged as it stands has just been found not to be constant.
      if case .test(let test, words: _, at: _) = part, test.isPlain { return true }
      return !isConstant([part])
    }
    guard left.count > 1, isConstant(left) else { return [] }
    return [ConstantPart(kind: kind, parts: left.fewest(that: isConstant), isNegated: isNegated)]
  }
}

/// What was found of tests, each by itself: the same one stands in many rules.
final class JudgedTests {
  private var kinds: [Condition.Test: ConstantPart.Kind?] = [:]

  func kind(
    of test: Condition.Test,
    orSearch search: () -> ConstantPart.Kind?
  ) -> ConstantPart.Kind? {
    if let known = kinds[test] { return known }
    let kind = search()
    kinds[test] = .some(kind)
    return kind
  }
}

extension Condition.Test {
  /// Whether it is judged as it stands, and not by its opposite.
  fileprivate var isPlain: Bool { if case .ordered = self { true } else { !plain.isNegated } }

  fileprivate var comparesWithItself: Bool {
    switch self {
    case .equal(.attribute(let a, _), .attribute(let b, _), _),
      .ordered(.attribute(let a, _), _, .attribute(let b, _)),
      .within(.attribute(let a, _), .attribute(let b, _), _):
      a == b
    default: false
    }
  }
}
