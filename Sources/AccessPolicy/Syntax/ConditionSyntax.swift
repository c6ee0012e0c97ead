/// A condition as it was written: words are unread, places are kept.
indirect enum ConditionSyntax {
  case constant(Bool)
  case not(ConditionSyntax)
  case all([ConditionSyntax])
  case any([ConditionSyntax])
  case test(TestSyntax, words: String, at: SourceRange)

  /// One test of a condition.
  enum TestSyntax {
    case holds(Located<String>)
    case has(Located<String>)
    case equal(OperandSyntax, OperandSyntax, negated: Bool)
    case ordered(OperandSyntax, Condition.Order, OperandSyntax)
    case member(OperandSyntax, OperandSyntax, negated: Bool)
    case within(OperandSyntax, OperandSyntax, negated: Bool)
  }

  /// One side of a test.
  enum OperandSyntax {
    case word(Located<String>)
    case text(Located<String>)
    case shifted(Located<String>, TimeSpan)
    case list([OperandSyntax], SourceRange)

    var range: SourceRange {
      switch self {
      case .word(let word), .text(let word), .shifted(let word, _): word.range
      case .list(_, let range): range
      }
    }
  }
}
