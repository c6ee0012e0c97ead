/// Tests with what they are wanted to answer, all at once; the same question asked twice is one.
struct AskedTests {
  private(set) var tests: [Condition.Test] = []
  private var wanted: [Condition.Test: Truths] = [:]

  /// What a test is wanted to answer; empty when it was asked for what excludes itself.
  func wanted(of test: Condition.Test) -> Truths { wanted[test] ?? .all }

  /// Asks one test more.
  ///
  /// - Returns: Whether some answer is left for it.
  mutating func ask(_ test: Condition.Test, _ truths: Truths) -> Bool {
    let (plain, isNegated) = test.plain
    if wanted[plain] == nil { tests.append(plain) }
    let left = wanted(of: plain).intersection(isNegated ? !truths : truths)
    wanted[plain] = left
    return !left.isEmpty
  }
}

extension Condition.Test {
  /// The same question in its plainest form, and whether its answer is then the opposite.
  ///
  /// `a != b` is the opposite of `a == b`, and `a <= b` of `b < a`, in all three truths.
  var plain: (test: Self, isNegated: Bool) {
    switch self {
    case .holds, .has: return (self, false)
    case .equal(let a, let b, let negated):
      let (left, right) = Self.inOrder(a, b)
      return (.equal(left, right, negated: false), negated)
    case .ordered(let a, .less, let b): return (.ordered(a, .less, b), false)
    case .ordered(let a, .greater, let b): return (.ordered(b, .less, a), false)
    case .ordered(let a, .lessOrEqual, let b): return (.ordered(b, .less, a), true)
    case .ordered(let a, .greaterOrEqual, let b): return (.ordered(a, .less, b), true)
    case .member(let a, let b, let negated): return (.member(a, b, negated: false), negated)
    case .within(let a, let b, let negated): return (.within(a, b, negated: false), negated)
    }
  }

  private static func inOrder(_ a: Condition.Operand, _ b: Condition.Operand) -> (
    Condition.Operand, Condition.Operand
  ) {
    switch (a, b) {
    case (.literal, .attribute): (b, a)
    case (.attribute(let first, _), .attribute(let second, _)) where second < first: (b, a)
    default: (a, b)
    }
  }
}
