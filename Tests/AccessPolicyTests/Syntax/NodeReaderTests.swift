@testable import AccessPolicy
import Testing

@Suite struct `Reading single values` {
  private let sink = DiagnosticSink()

  private func node(_ text: String, isQuoted: Bool = false) -> DocumentNode {
    DocumentNode(.scalar(text, isQuoted: isQuoted), at: .init(file: "f", line: 1, column: 1))
  }

  private let list = DocumentNode(.sequence([]), at: .init(file: "f", line: 1, column: 1))

  private var codes: [DiagnosticCode] { sink.sorted.map(\.code) }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func `plain nothing is no text, and quoted nothing is`(text: String) {
    #expect(NodeReader.isNothing(node(text)))
    #expect(!NodeReader.isNothing(node(text, isQuoted: true)))
    #expect(NodeReader.text(node(text), of: "it", sink) == nil)
    #expect(codes == [.wrongForm])
    #expect(NodeReader.text(node(text, isQuoted: true), of: "it", sink)?.value == text)
    #expect(sink.count == 1)
  }

  @Test func `yes and no are four words`() {
    #expect(
      ["yes", "true", "no", "false"].map { NodeReader.boolean($0) } == [true, true, false, false]
    )
    for text in ["Yes", "on", "off", "y", "1", "TRUE", " yes"] {
      #expect(NodeReader.boolean(text) == nil)
    }
    #expect(NodeReader.boolean(node("yes", isQuoted: true), of: "it", sink) == nil)
    #expect(codes == [.yesOrNoAsText])
  }

  @Test(arguments: [
    "yes", "No", "ON", "off", "y", "N", "true", "False", "10:30", "24:00", "9:05:10",
  ])
  func `what others take for something else stands in quotes`(text: String) {
    #expect(NodeReader.text(node(text), of: "it", sink) == nil)
    #expect(sink.count == 1)
    #expect(NodeReader.text(node(text, isQuoted: true), of: "it", sink)?.value == text)
    #expect(NodeReader.word(node(text), of: "it", sink)?.value == text)
    #expect(sink.count == 1)
  }

  @Test(arguments: [
    "yEs", "yess", "nope", "offer", "1030", "10:3", "10:60", "110:30", ":30", "10:", "10:30 h",
  ])
  func `what nobody takes for something else needs none`(text: String) {
    #expect(NodeReader.text(node(text), of: "it", sink)?.value == text)
    #expect(sink.count == 0)
  }

  private static let numbers: [(String, Int64?)] = [
    ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("9223372036854775807", .max),
    ("-9223372036854775808", .min),
    ("9223372036854775808", nil), ("-9223372036854775809", nil), ("99999999999999999999999", nil),
    ("010", nil),
    ("-01", nil), ("+1", nil), ("1.0", nil), ("1e3", nil), ("1_000", nil), ("0x10", nil), ("", nil),
    ("-", nil),
    ("--1", nil), ("- 1", nil), (" 1", nil), ("１", nil), ("٣", nil),
  ]

  @Test(arguments: numbers)
  func `a number is decimal digits`(text: String, number: Int64?) {
    #expect(NodeReader.number(text) == number)
    #expect(NodeReader.number(node(text, isQuoted: true), of: "it", sink) == nil)
  }

  @Test func `each kind refuses the others`() {
    _ = NodeReader.date(node("2026-02-30"), of: "it", sink)
    _ = NodeReader.moment(node("2026-02-28"), of: "it", sink)
    _ = NodeReader.list(node("a"), of: "it", sink)
    _ = NodeReader.mapping(list, of: "it", sink)
    _ = NodeReader.text(list, of: "it", sink)
    _ = NodeReader.identifier(node("a b"), "unit", of: "it", sink, as: Names.Unit.self)
    _ = NodeReader.identifier(key: Located("æ", at: list.range), "unit", sink, as: Names.Unit.self)
    let expected: [DiagnosticCode] = [
      .letterOutsideASCII, .notAnIdentifier, .wrongForm, .wrongForm, .wrongForm, .wrongValue,
      .wrongValue,
    ]
    #expect(codes == expected)
  }
}
