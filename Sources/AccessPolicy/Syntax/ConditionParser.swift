/// Reads the text of a condition, by recursive descent over its grammar in `docs/policy-language.md`.
struct ConditionParser {
  /// How deep parentheses and `not` may be nested; deeper ones nobody reads, and each costs stack.
  private static let deepest = 32

  private typealias Mistake = ConditionScanner.Mistake

  private let scanner: ConditionScanner
  private let tokens: [(token: ConditionScanner.Token, bounds: Range<Int>)]
  private var position = 0
  private var depth = 0

  /// The condition, or `nil` after its first mistake has been reported.
  static func parse(_ source: Located<String>, _ sink: DiagnosticSink) -> ConditionSyntax? {
    do throws(Mistake) {
      let scanner = ConditionScanner(source)
      var parser = ConditionParser(scanner: scanner, tokens: try scanner.tokens())
      let condition = try parser.disjunction()
      guard parser.position == parser.tokens.count else { throw parser.surplus() }
      return condition
    } catch {
      sink.report(Diagnostic(error.code, error.message, help: error.help, at: error.range))
      return nil
    }
  }

  private init(
    scanner: ConditionScanner,
    tokens: [(token: ConditionScanner.Token, bounds: Range<Int>)]
  ) {
    self.scanner = scanner
    self.tokens = tokens
  }

  // MARK: or, and, not

  private mutating func disjunction() throws(Mistake) -> ConditionSyntax {
    let first = try conjunction()
    guard isNext("or") else { return first.condition }
    if first.and != nil { throw mixed(at: position) }
    var parts = [first.condition]
    while isNext("or") {
      position += 1
      let part = try conjunction()
      if let and = part.and { throw mixed(at: and) }
      parts.append(part.condition)
    }
    return .any(parts)
  }

  /// Tests joined by `and`, and where the first `and` stands, if there is one.
  private mutating func conjunction() throws(Mistake) -> (condition: ConditionSyntax, and: Int?) {
    var parts = [try negation()]
    let and = isNext("and") ? position : nil
    while isNext("and") {
      position += 1
      parts.append(try negation())
    }
    return parts.count == 1 ? (parts[0], nil) : (.all(parts), and)
  }

  private mutating func negation() throws(Mistake) -> ConditionSyntax {
    guard isNext("not") else { return try primary() }
    position += 1
    return .not(try nested { parser throws(Mistake) in try parser.negation() })
  }

  private mutating func primary() throws(Mistake) -> ConditionSyntax {
    if isNext(symbol: "(") {
      let open = tokens[position].bounds
      position += 1
      let inner = try nested { parser throws(Mistake) in try parser.disjunction() }
      guard isNext(symbol: ")") else {
        throw Mistake(
          message: "this parenthesis is not closed",
          help: "add `)`",
          range: scanner.range(open)
        )
      }
      position += 1
      return inner
    }
    if isNext("always") || isNext("never") {
      position += 1
      return .constant(tokens[position - 1].token == .word("always"))
    }
    return try test()
  }

  private mutating func nested<Value>(
    _ read: (inout ConditionParser) throws(Mistake) -> Value
  ) throws(Mistake) -> Value {
    depth += 1
    guard depth <= Self.deepest else {
      throw Mistake(
        message: "the condition is nested more than \(Self.deepest) deep",
        help: "divide it over several rules",
        range: scanner.end
      )
    }
    let value = try read(&self)
    depth -= 1
    return value
  }

  // MARK: Tests

  private mutating func test() throws(Mistake) -> ConditionSyntax {
    let start = position
    let read = try testSyntax()
    let bounds = tokens[start].bounds.lowerBound..<tokens[position - 1].bounds.upperBound
    // A condition may run over several lines; in an explanation it stands on one.
    let words = scanner.words(bounds).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return .test(read, words: words, at: scanner.range(bounds))
  }

  private mutating func testSyntax() throws(Mistake) -> ConditionSyntax.TestSyntax {
    if isNext("has") {
      position += 1
      return .has(try word("the name of a fact"))
    }
    let left = try operand()
    if case .symbol(let symbol)? = next {
      if symbol == "==" || symbol == "!=" {
        position += 1
        let right = try operand()
        try refuseChain()
        return .equal(left, right, negated: symbol == "!=")
      }
      if let order = Condition.Order(rawValue: symbol) {
        position += 1
        let right = try operand()
        try refuseChain()
        return .ordered(left, order, right)
      }
    }
    let negated = isNext("not")
    if negated { position += 1 }
    if isNext("in") {
      position += 1
      return .member(left, try setOperand(), negated: negated)
    }
    if isNext("within") {
      position += 1
      return .within(left, try setOperand(), negated: negated)
    }
    guard !negated, case .word(let name) = left else {
      throw expected("`==`, `<`, `in`, `within` or another comparison")
    }
    return .holds(name)
  }

  private mutating func operand() throws(Mistake) -> ConditionSyntax.OperandSyntax {
    if case .text(let text)? = next {
      position += 1
      return .text(Located(text, at: scanner.range(tokens[position - 1].bounds)))
    }
    if isNext(symbol: "-"), position + 1 < tokens.count,
      case .word(let digits) = tokens[position + 1].token, NodeReader.number("-" + digits) != nil
    {
      let bounds = tokens[position].bounds.lowerBound..<tokens[position + 1].bounds.upperBound
      position += 2
      return .word(Located("-" + digits, at: scanner.range(bounds)))
    }
    let name = try word("a fact or a value")
    guard isNext(symbol: "+") || isNext(symbol: "-") else { return .word(name) }
    let sign: Int64 = isNext(symbol: "-") ? -1 : 1
    position += 1
    let count = try word("a duration, such as `30 days`")
    let unit = try word("the unit of a duration: `seconds`, `minutes`, `hours`, `days` or `weeks`")
    guard let span = TimeSpan("\(count.value) \(unit.value)") else {
      throw Mistake(
        message: "`\(count.value) \(unit.value)` is no duration",
        help: "a duration is a whole number and `seconds`, `minutes`, `hours`, `days` or `weeks`",
        range: count.range
      )
    }
    return .shifted(name, TimeSpan(seconds: sign * span.seconds))
  }

  private mutating func setOperand() throws(Mistake) -> ConditionSyntax.OperandSyntax {
    guard isNext(symbol: "[") else { return try operand() }
    let open = tokens[position].bounds
    position += 1
    var items: [ConditionSyntax.OperandSyntax] = []
    while !isNext(symbol: "]") {
      items.append(try operand())
      if isNext(symbol: ",") {
        position += 1
        if isNext(symbol: "]") { throw expected("another value") }
      } else if !isNext(symbol: "]") {
        throw Mistake(
          message: "this list is not closed",
          help: "values are divided by `,` and the list ends with `]`",
          range: scanner.range(open)
        )
      }
    }
    position += 1
    let bounds = open.lowerBound..<tokens[position - 1].bounds.upperBound
    guard !items.isEmpty else {
      throw Mistake(
        message: "the list is empty, so nothing is ever in it",
        help: "name at least one value",
        range: scanner.range(bounds)
      )
    }
    return .list(items, scanner.range(bounds))
  }

  // MARK: Tokens

  private static let keywords: Set<String> = [
    "and", "or", "not", "in", "within", "has", "always", "never",
  ]

  private var next: ConditionScanner.Token? {
    position < tokens.count ? tokens[position].token : nil
  }

  private func isNext(_ keyword: String) -> Bool { next == .word(keyword) }

  private func isNext(symbol: String) -> Bool { next == .symbol(symbol) }

  private mutating func word(_ what: String) throws(Mistake) -> Located<String> {
    guard case .word(let word)? = next, !Self.keywords.contains(word) else { throw expected(what) }
    position += 1
    return Located(word, at: scanner.range(tokens[position - 1].bounds))
  }

  // MARK: Mistakes

  private func expected(_ what: String) -> Mistake {
    guard position < tokens.count else {
      return Mistake(
        message: "the condition ends where \(what) is expected",
        help: nil,
        range: scanner.end
      )
    }
    let bounds = tokens[position].bounds
    return Mistake(
      message: "here stands `\(scanner.words(bounds))`, and \(what) is expected",
      help: nil,
      range: scanner.range(bounds)
    )
  }

  private func mixed(at token: Int) -> Mistake {
    Mistake(
      code: .mixedAndOr,
      message: "`and` and `or` stand side by side, so the condition can be read in two ways",
      help: "put parentheses around the part that belongs together",
      range: scanner.range(tokens[token].bounds)
    )
  }

  private func refuseChain() throws(Mistake) {
    guard case .symbol(let symbol)? = next,
      Condition.Order(rawValue: symbol) != nil || symbol == "==" || symbol == "!="
    else { return }
    throw Mistake(
      message: "comparisons cannot be chained",
      help: "write two comparisons, joined by `and`",
      range: scanner.range(tokens[position].bounds)
    )
  }

  private func surplus() -> Mistake {
    let bounds = tokens[position].bounds
    return Mistake(
      message: isNext(symbol: ")")
        ? "this parenthesis closes nothing" : "`\(scanner.words(bounds))` is not expected here",
      help: isNext(symbol: ")")
        ? "take it away, or open one before" : "join tests with `and` or `or`",
      range: scanner.range(bounds)
    )
  }
}
