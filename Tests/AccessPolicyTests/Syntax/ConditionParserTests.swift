@testable import AccessPolicy
import Testing

@Suite struct `Reading conditions` {
  /// The condition with parentheses around every part, so that a test shows how it was read.
  private func reading(_ text: String) -> String {
    let sink = DiagnosticSink()
    let place = SourceRange(file: "f", line: 1, column: 1, length: text.unicodeScalars.count)
    let condition = ConditionParser.parse(Located(text, at: place), sink)
    #expect(sink.count == (condition == nil ? 1 : 0))
    return condition.map(outline) ?? sink.sorted.map(\.message).joined()
  }

  private static let grammar: [(String, String)] = [
    ("always", "always"), ("never", "never"), ("a", "a"), ("has a.b", "has a.b"),
    ("a == b", "a == b"), ("a != b", "a != b"), ("a < 1", "a < 1"), ("a <= 1", "a <= 1"),
    ("a > 1", "a > 1"), ("a >= 1", "a >= 1"), ("a>=1", "a >= 1"), ("1 < a", "1 < a"),
    ("a in b", "a in b"), ("a not in b", "a not in b"), ("a in [x]", "a in [x]"),
    ("a in [x, y,z]", "a in [x, y, z]"), ("a not in [ x ]", "a not in [x]"),
    ("a within b", "a within b"), ("a not within b", "a not within b"),
    ("a within [x, y]", "a within [x, y]"), ("a == \"x y\"", "a == \"x y\""),
    ("a == \"\"", "a == \"\""), ("a == \"and\"", "a == \"and\""),
    ("a == 2026-03-02", "a == 2026-03-02"),
    ("a < 2026-03-02T10:00+01:00", "a < 2026-03-02T10:00+01:00"), ("a > -5", "a > -5"),
    ("a in [-1, 2]", "a in [-1, 2]"), ("a + 7 days < b", "a+604800 < b"),
    ("a < b - 1 hour", "a < b-3600"), ("a - 1 day < b + 2 weeks", "a-86400 < b+1209600"),
    ("now<a", "now < a"), ("(a)", "a"), ("((a))", "a"), ("a\nand\tb", "(a and b)"),
    ("and-or", "and-or"), ("android == not-a", "android == not-a"),
  ]

  @Test(arguments: grammar)
  func `every form of the grammar`(text: String, expected: String) {
    #expect(reading(text) == expected)
  }

  private static let precedence: [(String, String)] = [
    ("a and b", "(a and b)"), ("a and b and c", "(a and b and c)"),
    ("a or b or c", "(a or b or c)"),
    ("a and (b and c)", "(a and (b and c))"), ("(a or b) and c", "((a or b) and c)"),
    ("a or (b and c)", "(a or (b and c))"), ("(a and b) or c", "((a and b) or c)"),
    ("(a and b) or (c and d)", "((a and b) or (c and d))"),
    ("not a and b", "((not a) and b)"), ("a and not b", "(a and (not b))"),
    ("not not a", "(not (not a))"),
    ("not a or not b", "((not a) or (not b))"), ("not (a or b)", "(not (a or b))"),
    ("not a == b", "(not a == b)"), ("not a in b", "(not a in b)"),
    ("not a not in b", "(not a not in b)"),
    ("not has a", "(not has a)"), ("not always", "(not always)"),
    ("a == b and c in d or-e", "`or-e` is not expected here"),
  ]

  @Test(arguments: precedence)
  func `not binds before and; and and or do not mix`(text: String, expected: String) {
    #expect(reading(text) == expected)
  }

  /// Conditions with a mistake at the mark, or at their end.
  private static let mistakes: [(String, DiagnosticCode, String)] = [
    ("a and b 1️⃣or c", .mixedAndOr, "side by side"),
    ("a and b 1️⃣or (c and d)", .mixedAndOr, "side by side"),
    ("a or b 1️⃣and c or d", .mixedAndOr, "side by side"),
    ("(a and b 1️⃣or c)", .mixedAndOr, "side by side"),
    ("not (a and b 1️⃣or c)", .mixedAndOr, "side by side"),
    ("1️⃣a == b == c", .chainedComparison, "cannot be chained"),
    ("not 1️⃣1 < a < 5", .chainedComparison, "cannot be chained"),
    ("a != b 1️⃣>= ", .chainedComparison, "cannot be chained"),
    ("a in b 1️⃣in c", .conditionSyntax, "`in` is not expected"),
    ("a within b 1️⃣== c", .conditionSyntax, "`==` is not expected"),
    ("has a 1️⃣== b", .conditionSyntax, "`==` is not expected"),
    ("always 1️⃣a", .conditionSyntax, "`a` is not expected"),
    ("a 1️⃣b", .conditionSyntax, "`b` is not expected"),
    ("1️⃣(a", .missingParenthesis, "not closed"),
    ("1️⃣(a and (b)", .missingParenthesis, "not closed"),
    ("a1️⃣)", .missingParenthesis, "closes nothing"),
    ("1️⃣)", .conditionSyntax, "here stands `)`"),
    ("(1️⃣)", .conditionSyntax, "here stands `)`"),
    ("", .conditionSyntax, "ends where a fact or a value"),
    (" ", .conditionSyntax, "ends where a fact or a value"),
    ("a ==", .conditionSyntax, "ends where a fact or a value"),
    ("a and", .conditionSyntax, "ends where a fact or a value"),
    ("not", .conditionSyntax, "ends where a fact or a value"),
    ("(", .conditionSyntax, "ends where a fact or a value"),
    ("a in", .conditionSyntax, "ends where a fact or a value"),
    ("a in [", .conditionSyntax, "ends where a fact or a value"),
    ("a +", .conditionSyntax, "ends where a duration"),
    ("a + 5", .conditionSyntax, "ends where the unit of a duration"),
    ("has", .conditionSyntax, "ends where the name of a fact"),
    ("-", .conditionSyntax, "here stands `-`"),
    ("\"a\"", .conditionSyntax, "another comparison"),
    ("a not", .conditionSyntax, "another comparison"),
    ("a + 5 days", .conditionSyntax, "another comparison"),
    ("has 1️⃣\"a\"", .conditionSyntax, "the name of a fact"),
    ("1️⃣and a", .conditionSyntax, "here stands `and`"),
    ("a and 1️⃣or b", .conditionSyntax, "here stands `or`"),
    ("a == 1️⃣not b", .conditionSyntax, "here stands `not`"),
    ("a not 1️⃣b", .conditionSyntax, "another comparison"),
    ("1️⃣< a", .conditionSyntax, "a fact or a value"),
    ("a in 1️⃣[]", .conditionSyntax, "the list is empty"),
    ("a in 1️⃣[b", .conditionSyntax, "not closed"),
    ("a in 1️⃣[b c]", .conditionSyntax, "not closed"),
    ("a in [1️⃣, b]", .conditionSyntax, "here stands `,`"),
    ("a in [b, 1️⃣[c]]", .conditionSyntax, "here stands `[`"),
    ("1️⃣[a] in b", .conditionSyntax, "here stands `[`"),
    ("a == 1️⃣[b]", .conditionSyntax, "here stands `[`"),
    ("a + 1️⃣30 moons < b", .wrongValue, "`30 moons` is no duration"),
    ("a + 1️⃣thirty days < b", .wrongValue, "`thirty days` is no duration"),
    ("a + 1️⃣99999999999999999999 days < b", .wrongValue, "is no duration"),
    ("a + 1️⃣9223372036854775807 weeks < b", .wrongValue, "is no duration"),
    ("a - 5 1️⃣< b", .conditionSyntax, "the unit of a duration"),
    ("a == 1️⃣\"b", .conditionSyntax, "no closing quote"),
    ("a 1️⃣= b", .conditionSyntax, "`=` has no meaning"),
    ("a 1️⃣&& b", .conditionSyntax, "`&&` has no meaning"),
    ("a 1️⃣|| b", .conditionSyntax, "`||` has no meaning"),
    ("1️⃣!a", .conditionSyntax, "`!` has no meaning"),
    ("a == 1️⃣“b”", .smartQuotes, "`“` is no quotation mark"),
    ("a == \"b1️⃣”", .smartQuotes, "`”` is no quotation mark"),
    ("a == 1️⃣„b“ and c", .smartQuotes, "`„` is no quotation mark"),
    ("a 1️⃣not == b", .conditionSyntax, "`not` cannot stand before `==`"),
    ("a > 1️⃣now-30 days", .conditionSyntax, "read as one name"),
    ("1️⃣now-30 days < a", .conditionSyntax, "read as one name"),
    ("a > now - 1️⃣30days", .conditionSyntax, "read as one name"),
    ("a > now - 1️⃣10:30", .unquotedTime, "10:30"),
    ("(a 1️⃣has b", .conditionSyntax, "not expected"),
    ("a == 1️⃣'b'", .conditionSyntax, "`'` has no meaning"),
    ("a 1️⃣– 5 days < b", .conditionSyntax, "`–` has no meaning"),
    ("a 1️⃣\u{A0}== b", .conditionSyntax, "has no meaning"),
    ("a 1️⃣\u{0}", .conditionSyntax, "has no meaning"),
    ("1️⃣.a == b", .conditionSyntax, "`.` has no meaning"),
    ("a 1️⃣* b", .conditionSyntax, "`*` has no meaning"),
    ("1️⃣{a}", .conditionSyntax, "`{` has no meaning"),
  ]

  @Test(arguments: mistakes.indices)
  func `the first mistake is shown at its place`(index: Int) throws {
    let (marked, code, phrase) = Self.mistakes[index]
    let (text, mistake) = mistake(in: marked)
    let diagnostic = try #require(mistake, "`\(text)` is read")
    #expect(diagnostic.code == code)
    #expect(diagnostic.message.contains(phrase))
    #expect(diagnostic.range?.column == column(of: marked))
  }

  @Test func `and behind or is where the two mix`() {
    let marked = "a or b 1️⃣and c"
    #expect(mistake(in: marked).mistake?.range?.column == column(of: marked))
  }

  @Test func `a list does not end with a comma`() {
    #expect(mistake(in: "a in [b,]").mistake != nil)
  }

  private static let written: [(String, Int, Int)] = [("plain", 0, 0), ("in quotes", 2, 1)]

  @Test(arguments: written)
  func `places count from the text, with or without quotes`(_: String, more: Int, offset: Int) {
    let text = "* == b"
    let sink = DiagnosticSink()
    let place = SourceRange(
      file: "f",
      line: 7,
      column: 20,
      length: text.unicodeScalars.count + more
    )
    _ = ConditionParser.parse(Located("b == *", at: place), sink)
    #expect(sink.sorted.map(\.range) == [.init(file: "f", line: 7, column: 25 + offset)])
  }

  @Test(arguments: [1, 3, 40])
  func `a text whose characters cannot be placed is the place itself`(length: Int) {
    let place = SourceRange(file: "f", line: 7, column: 20, length: length)
    let sink = DiagnosticSink()
    let read = ConditionParser.parse(Located("b == *", at: place), sink)
    #expect(read == nil)
    #expect(sink.sorted.map(\.range) == [place])
    guard
      case .test(_, let words, let range)? = ConditionParser.parse(
        Located("b  ==  a", at: place),
        sink
      )
    else { return #expect(Bool(false)) }
    #expect(words == "b == a")
    #expect(range == place)
  }

  @Test func `every test keeps its words and its place`() throws {
    let text = "a.b == \"x\" and not (c  within [ d, e ] or has f)"
    let place = SourceRange(file: "f", line: 1, column: 1, length: text.utf8.count)
    let read = try #require(ConditionParser.parse(Located(text, at: place), DiagnosticSink()))
    let tests = tests(read)
    #expect(tests.map(\.words) == ["a.b == \"x\"", "c within [ d, e ]", "has f"])
    #expect(tests.map(\.range.column) == [1, 21, 43])
    #expect(tests.map(\.range.length) == [10, 18, 5])
  }

  @Test func `words stand on one line, however the condition was written`() throws {
    let place = SourceRange(file: "f", line: 1, column: 1)
    let read = try #require(
      ConditionParser.parse(Located("a.b ==\n  c", at: place), DiagnosticSink())
    )
    #expect(tests(read).map(\.words) == ["a.b == c"])
  }

  // MARK: Depth and length

  private static let nestings: [(String, String, String)] = [
    ("(", "a", ")"), ("not ", "a", ""), ("not (", "a", ")"), ("(", "", ""), ("not ", "", ""),
    ("((((((((", "a and b", "))))))))"),
  ]

  @Test(arguments: nestings.indices)
  func `a hundred thousand levels are refused and do no harm`(index: Int) {
    let (opening, middle, closing) = Self.nestings[index]
    let count = 100_000
    let text =
      String(repeating: opening, count: count) + middle + String(repeating: closing, count: count)
    #expect(mistake(in: text).mistake?.message.contains("32 deep") == true)
  }

  @Test func `thirty-two levels are read`() {
    for (opening, closing) in [("(", ")"), ("not ", "")] {
      func text(_ count: Int) -> String {
        String(repeating: opening, count: count) + "a" + String(repeating: closing, count: count)
      }
      #expect(mistake(in: text(32)).mistake == nil)
      #expect(mistake(in: text(33)).mistake != nil)
    }
  }

  @Test func `levels that are closed do not add up`() {
    let part = "(((not (((not a))))))"
    #expect(
      mistake(in: Array(repeating: part, count: 50).joined(separator: " and ")).mistake == nil
    )
  }

  @Test(arguments: ["a and ", "a or ", "a == b and ", "a in [b, c] or "])
  func `a long condition is read`(part: String) {
    #expect(mistake(in: String(repeating: part, count: 20_000) + "a").mistake == nil)
  }

  @Test func `any text is read or refused`() {
    let parts = [
      "(", ")", "[", "]", ",", "+", "-", "==", "<", "not", "in", "within", "has", "and", "or",
      "a.b", "5",
      "days", "\"x\"", "always", "\"", "é", " ",
    ]
    var state: UInt64 = 20_260_302
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count] + (state >> 20 & 1 == 0 ? " " : "")
      }
      let place = SourceRange(file: "f", line: 1, column: 1, length: text.unicodeScalars.count)
      let sink = DiagnosticSink()
      let read = ConditionParser.parse(Located(text, at: place), sink)
      // Joined signs such as `<==` hold a slip, after which the reading goes on.
      let slips = sink.sorted.filter { $0.message.hasSuffix("has no meaning in a condition") }
      #expect((read == nil) == (sink.count > slips.count) || !slips.isEmpty, "\(text)")
      for mistake in sink.sorted {
        #expect((1...max(1, place.length)).contains(mistake.range?.column ?? 0))
      }
    }
  }
}

// How the tests read and show.
extension `Reading conditions` {
  private func mistake(in marked: String) -> (text: String, mistake: Diagnostic?) {
    let text = marked.replacing("1️⃣", with: "")
    let sink = DiagnosticSink()
    let place = SourceRange(file: "f", line: 1, column: 1, length: text.unicodeScalars.count)
    _ = ConditionParser.parse(Located(text, at: place), sink)
    return (text, sink.sorted.first)
  }

  /// The column of the mark; without one, the last.
  private func column(of marked: String) -> Int {
    guard let mark = marked.firstRange(of: "1️⃣") else { return max(1, marked.unicodeScalars.count) }
    return marked[..<mark.lowerBound].unicodeScalars.count + 1
  }

  private func tests(_ condition: ConditionSyntax) -> [(words: String, range: SourceRange)] {
    switch condition {
    case .constant: []
    case .not(let inner): tests(inner)
    case .all(let parts), .any(let parts): parts.flatMap(tests)
    case .test(_, let words, let range): [(words, range)]
    }
  }

  private func outline(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .constant(let value): value ? "always" : "never"
    case .not(let inner): "(not \(outline(inner)))"
    case .all(let parts): "(\(parts.map(outline).joined(separator: " and ")))"
    case .any(let parts): "(\(parts.map(outline).joined(separator: " or ")))"
    case .test(let test, _, _): outline(test)
    }
  }

  private func outline(_ test: ConditionSyntax.TestSyntax) -> String {
    switch test {
    case .holds(let name): name.value
    case .has(let name): "has \(name.value)"
    case .equal(let a, let b, let negated): "\(outline(a)) \(negated ? "!=" : "==") \(outline(b))"
    case .ordered(let a, let order, let b): "\(outline(a)) \(order.rawValue) \(outline(b))"
    case .member(let a, let b, let negated):
      "\(outline(a)) \(negated ? "not " : "")in \(outline(b))"
    case .within(let a, let b, let negated):
      "\(outline(a)) \(negated ? "not " : "")within \(outline(b))"
    }
  }

  private func outline(_ operand: ConditionSyntax.OperandSyntax) -> String {
    switch operand {
    case .word(let word): word.value
    case .text(let text): "\"\(text.value)\""
    case .shifted(let name, let span): "\(name.value)\(span.seconds < 0 ? "" : "+")\(span.seconds)"
    case .list(let items, _): "[\(items.map(outline).joined(separator: ", "))]"
    }
  }
}
