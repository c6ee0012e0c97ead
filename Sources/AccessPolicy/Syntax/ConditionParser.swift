/// Reads the text of a condition, by recursive descent over its grammar in `docs/policy-language.md`.
struct ConditionParser {
  /// How deep parentheses and `not` may be nested; deeper ones nobody reads, and each costs stack.
  private static let deepest = 32

  private typealias Mistake = ConditionScanner.Mistake

  private let scanner: ConditionScanner
  private let tokens: [(token: ConditionScanner.Token, bounds: Range<Int>)]
  private var position = 0
  private var depth = 0

  /// The condition, or `nil` where it cannot be told; every slip on the way is reported, and so is
  /// the mistake that ends it.
  static func parse(
    _ source: Located<String>,
    layout: TextLayout? = nil,
    _ sink: DiagnosticSink
  ) -> ConditionSyntax? {
    let scanner = ConditionScanner(source, layout: layout)
    var slips: [Mistake] = []
    defer { for slip in slips { sink.report(slip.diagnostic) } }
    do throws(Mistake) {
      let tokens = scanner.withSmallKeywords(try scanner.tokens(&slips), &slips)
      var parser = ConditionParser(scanner: scanner, tokens: tokens)
      let condition = try parser.disjunction()
      guard parser.position == parser.tokens.count else { throw parser.surplus() }
      return condition
    } catch {
      // What is too much where a slip stands is the slip itself.
      let isSaid = slips.contains { $0.diagnostic.range == error.diagnostic.range }
      if !isSaid || error.diagnostic.code != .conditionSyntax { slips.append(error) }
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
        guard next == nil else { throw surplus() }
        throw Mistake(
          code: .missingParenthesis,
          message: "this parenthesis is not closed",
          help: "add `)` at the end of the condition, or where the part ends that belongs together",
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
    let start = position
    let left = try operand()
    if case .symbol(let symbol)? = next, Self.comparisons.keys.contains(symbol) {
      position += 1
      let second = position
      let right = try operand()
      if case .symbol(let other)? = next, Self.comparisons.keys.contains(other) {
        throw chained(from: start, second: second)
      }
      return Condition.Order(rawValue: symbol).map { .ordered(left, $0, right) }
        ?? .equal(left, right, negated: symbol == "!=")
    }
    let negated = isNext("not")
    if negated { position += 1 }
    if negated, case .symbol(let symbol)? = next, let opposite = Self.comparisons[symbol] {
      let bounds = tokens[position - 1].bounds.lowerBound..<tokens[position].bounds.upperBound
      throw Mistake(
        message: "`not` cannot stand before `\(symbol)`",
        help: "write `\(opposite)`",
        range: scanner.range(bounds)
      )
    }
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
    return .shifted(name, TimeSpan(seconds: sign * (try duration()).seconds))
  }

  private mutating func duration() throws(Mistake) -> TimeSpan {
    let start = position
    let count = try word("a duration, such as `30 days`")
    if OtherReaders.clockTime(count.value) != nil {
      throw Mistake(
        .wrongDuration(
          count.value,
          of: "the length of time here",
          isQuoted: false,
          at: count.range
        )
      )
    }
    let digits = count.value.prefix { $0.isNumber }
    if !digits.isEmpty, digits != count.value, TimeSpan(spaced(count.value)) != nil {
      throw Mistake(
        message: "`\(count.value)` is read as one name",
        help: "write `\(spaced(count.value))`, with a space",
        range: count.range
      )
    }
    let unit = try word("the unit of a duration: `seconds`, `minutes`, `hours`, `days` or `weeks`")
    guard let span = TimeSpan("\(count.value) \(unit.value)") else {
      let bounds = tokens[start].bounds.lowerBound..<tokens[position - 1].bounds.upperBound
      throw Mistake(
        .wrongDuration(
          "\(count.value) \(unit.value)",
          of: "the length of time here",
          isQuoted: false,
          at: scanner.range(bounds)
        )
      )
    }
    return span
  }

  /// `30days` as `30 days`.
  private func spaced(_ word: String) -> String {
    let digits = word.prefix { $0.isNumber }
    return "\(digits) \(word.dropFirst(digits.count))"
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

  /// Each comparison with the one that holds when it does not.
  private static let comparisons = [
    "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<",
  ]

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
        help: "write the rest of it, or take the last word away",
        range: scanner.end
      )
    }
    if let glued = gluedDuration() { return glued }
    let bounds = tokens[position].bounds
    return Mistake(
      message: "here stands `\(scanner.words(bounds))`, and \(what) is expected",
      help: "write it here, or take away what is too much",
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

  /// A comparison after a comparison; `start` and `second` are where its first two sides begin.
  private func chained(from start: Int, second: Int) -> Mistake {
    let first = tokens[start].bounds.lowerBound..<tokens[position - 1].bounds.upperBound
    var rest = self
    rest.position += 1
    // What the second comparison is cannot be said when its other side is wrong, too.
    guard (try? rest.operand()) != nil else {
      return Mistake(
        code: .chainedComparison,
        message: "comparisons cannot be chained",
        help: "write two comparisons, joined by `and`",
        range: scanner.range(tokens[position].bounds)
      )
    }
    let last = tokens[rest.position - 1].bounds.upperBound
    let two =
      "\(scanner.words(first)) and \(scanner.words(tokens[second].bounds.lowerBound..<last))"
    let isAll = start == 0 && rest.position == tokens.count
    return Mistake(
      code: .chainedComparison,
      message: "comparisons cannot be chained: each compares two sides",
      help: "write `\(isAll ? two : "(\(two))")`",
      range: scanner.range(first.lowerBound..<last)
    )
  }

  private func surplus() -> Mistake {
    let bounds = tokens[position].bounds
    if isNext(symbol: ")") {
      return Mistake(
        code: .missingParenthesis,
        message: "this parenthesis closes nothing",
        help: "take it away, or open one before",
        range: scanner.range(bounds)
      )
    }
    return gluedDuration()
      ?? Mistake(
        message: "`\(scanner.words(bounds))` is not expected here",
        help: "join tests with `and` or `or`",
        range: scanner.range(bounds)
      )
  }

  /// `now-30 days`, where the minus is a part of the name, if that is what stands here.
  private func gluedDuration() -> Mistake? {
    guard position > 0, case .word(let name) = tokens[position - 1].token,
      let minus = name.lastIndex(of: "-"),
      case .word(let unit)? = next, TimeSpan("\(name[minus...].dropFirst()) \(unit)") != nil
    else { return nil }
    let meant = "\(name[..<minus]) - \(name[minus...].dropFirst()) \(unit)"
    let bounds = tokens[position - 1].bounds.lowerBound..<tokens[position].bounds.upperBound
    return Mistake(
      message: "`\(name)` is read as one name, for names can have a `-`",
      help: "write `\(meant)`, with spaces around the minus",
      range: scanner.range(bounds)
    )
  }
}
