/// A checked condition: every name is known, every comparison is between things of one type.
///
/// The whole condition language stands on this page. It is total: a condition answers `yes`, `no` or
/// `unknown` for any request.
public indirect enum Condition: Sendable, Hashable {
  /// Always, or never.
  case constant(Bool)
  /// Holds when the inner condition does not.
  case not(Condition)
  /// Holds when all hold; the order is the author's, for explanations.
  case all([Condition])
  /// Holds when at least one holds.
  case any([Condition])
  /// One test, with the words and the place that the author wrote.
  case test(Test, words: String, at: SourceRange)

  /// One test of facts.
  public enum Test: Sendable, Hashable {
    /// A fact that is itself yes or no.
    case holds(Attribute)
    /// `has x`: the fact is there.
    case has(Attribute)
    /// `a == b`, `a != b`.
    case equal(Operand, Operand, negated: Bool)
    /// `a < b`, `a <= b`, `a > b`, `a >= b`.
    case ordered(Operand, Order, Operand)
    /// `a in b`, `a not in b`: `b` is a set.
    case member(Operand, Operand, negated: Bool)
    /// `a within b`, `a not within b`: units of the organisation; `b` may be a set of them.
    case within(Operand, Operand, negated: Bool)
  }

  /// How two values are ordered.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// Before, or smaller.
    case less = "<"
    /// Not after, or not greater.
    case lessOrEqual = "<="
    /// After, or greater.
    case greater = ">"
    /// Not before, or not smaller.
    case greaterOrEqual = ">="
  }

  /// One side of a test.
  public enum Operand: Sendable, Hashable {
    /// A fact of the request, for a point in time with a span added or taken away.
    case attribute(Attribute, shiftedBy: TimeSpan)
    /// A value that the author wrote.
    case literal(AttributeValue)
  }
}

extension Condition.Test {
  /// Its sides; of a test of one fact, that fact.
  var operands: [Condition.Operand] {
    switch self {
    case .holds(let fact), .has(let fact): [.attribute(fact, shiftedBy: .zero)]
    case .equal(let a, let b, negated: _), .ordered(let a, _, let b),
      .member(let a, let b, negated: _), .within(let a, let b, negated: _):
      [a, b]
    }
  }

  /// The facts that it mentions.
  var facts: [Attribute] {
    operands.compactMap { if case .attribute(let fact, _) = $0 { fact } else { nil } }
  }

  /// The values that it mentions.
  var literals: [AttributeValue] {
    operands.compactMap { if case .literal(let value) = $0 { value } else { nil } }
  }
}

extension Condition {
  /// Its tests, in the order in which they are written.
  var tests: [Test] {
    switch self {
    case .constant: []
    case .not(let inner): inner.tests
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .test(let test, words: _, at: _): [test]
    }
  }
}
