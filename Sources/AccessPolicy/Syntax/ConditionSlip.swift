/// A sign of other languages, where the one that was meant is plain.
struct ConditionSlip {
  let written: String
  let meantWords: String

  private static let meant = [
    "===": "==", "!==": "!=", "<>": "!=", "=<": "<=", "=>": ">=", "=": "==",
    "&&": "and", "&": "and", "||": "or", "|": "or",
  ]

  init?(_ written: String) {
    guard let meant = Self.meant[written] else { return nil }
    self.written = written
    meantWords = meant
  }

  /// The token that was meant.
  var meant: ConditionScanner.Token {
    ["and", "or"].contains(meantWords) ? .word(meantWords) : .symbol(meantWords)
  }
}

extension ConditionScanner {
  typealias Tokens = [(token: Token, bounds: Range<Int>)]

  /// The tokens with words such as `AND` in small letters, where they can be nothing but keywords.
  func withSmallKeywords(_ tokens: Tokens, _ slips: inout [Mistake]) -> Tokens {
    var tokens = tokens
    var isAfterOperand = false
    for index in tokens.indices {
      guard case .word(let word) = tokens[index].token else {
        isAfterOperand = tokens[index].token.endsOperand
        continue
      }
      let small = word.lowercased()
      if small != word, Self.isKeyword(small, at: index, of: tokens, isAfterOperand) {
        tokens[index].token = .word(small)
        slips.append(Mistake(.keywordInCapitals(word, small, at: range(tokens[index].bounds))))
      }
      // `not` may stand between an operand and `in`.
      if tokens[index].token != .word("not") { isAfterOperand = tokens[index].token.endsOperand }
    }
    return tokens
  }

  /// Whether a word must be a keyword: where it stands, no name could.
  private static func isKeyword(
    _ small: String,
    at index: Int,
    of tokens: Tokens,
    _ isAfterOperand: Bool
  ) -> Bool {
    if isAfterOperand { return ["and", "or", "not", "in", "within"].contains(small) }
    let next = index + 1 < tokens.count ? tokens[index + 1].token : nil
    var after: String?
    if case .word(let word)? = next { after = word.lowercased() }
    switch small {
    case "not", "has":
      // A unit may be called `NOT`, and stand before a comparison.
      if small == "not", next == .symbol("(") { return true }
      return after.map { !["and", "or", "not", "in", "within"].contains($0) } ?? false
    case "always", "never":
      let previous = index > 0 ? tokens[index - 1].token : .symbol("(")
      let begins = [.symbol("("), .word("and"), .word("or"), .word("not")].contains(previous)
      return begins && (next == nil || next == .symbol(")") || after == "and" || after == "or")
    default: return false
    }
  }
}

extension ConditionScanner.Token {
  /// Whether what comes after it cannot be an operand.
  fileprivate var endsOperand: Bool {
    switch self {
    case .text: true
    case .symbol(let symbol): symbol == ")" || symbol == "]"
    case .word(let word): !["and", "or", "not", "in", "within", "has"].contains(word)
    }
  }
}
