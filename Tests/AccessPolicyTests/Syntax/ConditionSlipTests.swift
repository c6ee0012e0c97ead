@testable import AccessPolicy
import Testing

/// Slips after which the rest of a condition is read as if it had been written right.
@Suite struct `Slips in conditions` {
  private static let signs: [(written: String, meant: String)] = [
    ("a = b", "a == b"), ("a === b", "a == b"), ("a !== b", "a != b"), ("a <> b", "a != b"),
    ("a =< b", "a <= b"), ("a => b", "a >= b"), ("a && b", "a and b"), ("a & b", "a and b"),
    ("a || b", "a or b"), ("a | b", "a or b"), ("a=b", "a == b"),
  ]

  private static let words: [(written: String, meant: String)] = [
    ("a AND b", "a and b"), ("a Or b", "a or b"), ("NOT a", "not a"), ("NOT (a)", "not a"),
    ("a IN [b]", "a in [b]"), ("a not IN b", "a not in b"), ("a WITHIN b", "a within b"),
    ("HAS a", "has a"), ("NEVER", "never"), ("ALWAYS and a", "always and a"),
  ]

  @Test(arguments: signs + words)
  func `are reported once, and read as what was meant`(written: String, meant: String) throws {
    let (read, found) = parse(written)
    let (other, none) = parse(meant)
    #expect(none == [])
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.help?.contains("`") == true)
    #expect(try plain(#require(read)) == plain(#require(other)))
  }

  @Test(arguments: [
    "a == AND", "OR == a", "NOT == a", "a in [NOT, OR]", "a == IN or b", "NOT in a", "a == NEVER",
    "NOT not in a", "WITHIN",
  ])
  func `are not seen in names`(text: String) {
    let (read, found) = parse(text)
    #expect(read != nil)
    #expect(found == [])
  }

  @Test(arguments: [
    ("a = = b", 2), ("a AND OR b", 2), ("a && && b", 2), ("a && b || c", 3), ("a = ", 1),
    ("a = b c", 2), ("a = *", 2),
  ])
  func `come with what is wrong besides, each place once`(text: String, count: Int) {
    let (read, found) = parse(text)
    #expect(read == nil)
    #expect(found.count == count, "\(found)")
  }

  @Test func `hide no other mistakes of the condition`() {
    let found = mistakes(
      """
      careRelationships:
        one: { title: { nb: En, en: One }, links: [stay], where: "1️⃣content.autor 2️⃣= session.staff 3️⃣AND patient.age in 4️⃣20" }
      """
    )
    #expect(
      found == ["1 unknown-fact", "2 condition-syntax", "3 differs-in-case", "4 wrong-type"]
    )
  }

  private func parse(_ text: String) -> (ConditionSyntax?, [Diagnostic]) {
    let sink = DiagnosticSink()
    let place = SourceRange(file: "f", line: 1, column: 1, length: text.unicodeScalars.count)
    let read = ConditionParser.parse(Located(text, at: place), sink)
    return (read, sink.sorted)
  }

  /// A condition without the places of its parts.
  private func plain(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .constant(let value): value ? "always" : "never"
    case .not(let inner): "not(\(plain(inner)))"
    case .all(let parts): "all(\(parts.map(plain)))"
    case .any(let parts): "any(\(parts.map(plain)))"
    case .test(let test, _, _): plain(test)
    }
  }

  private func plain(_ test: ConditionSyntax.TestSyntax) -> String {
    switch test {
    case .holds(let name): name.value
    case .has(let name): "has \(name.value)"
    case .equal(let a, let b, let negated): "\(plain(a)) \(negated ? "!=" : "==") \(plain(b))"
    case .ordered(let a, let order, let b): "\(plain(a)) \(order.rawValue) \(plain(b))"
    case .member(let a, let b, let negated): "\(plain(a)) \(negated) in \(plain(b))"
    case .within(let a, let b, let negated): "\(plain(a)) \(negated) within \(plain(b))"
    }
  }

  private func plain(_ operand: ConditionSyntax.OperandSyntax) -> String {
    switch operand {
    case .word(let word), .text(let word), .shifted(let word, _): word.value
    case .list(let items, _): "\(items.map(plain))"
    }
  }
}
