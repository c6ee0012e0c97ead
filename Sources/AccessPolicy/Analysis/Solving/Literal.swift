/// A variable of a ``ClauseSolver``, or its opposite.
struct Literal: Hashable, Sendable, Comparable {
  private let code: Int32

  init(variable: Int) { code = Int32(truncatingIfNeeded: variable) << 1 }

  private init(code: Int32) { self.code = code }

  /// The number of the variable.
  var variable: Int { Int(code >> 1) }

  var isNegated: Bool { code & 1 == 1 }

  /// The place of the literal in lists of literals.
  var index: Int { Int(code) }

  var opposite: Literal { Literal(code: code ^ 1) }

  static func < (a: Self, b: Self) -> Bool { a.code < b.code }
}
