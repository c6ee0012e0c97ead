import AccessPolicy
@testable import PolicyFiles
import Testing

/// The quick reader takes what the thorough one takes, and makes the same of it.
@Suite struct `Reading requests quickly` {
  private let policy: Policy
  private let reader: RequestReader

  init() throws {
    policy = try PolicyUnderTest.policy
    reader = RequestReader(policy: policy)
  }

  /// Whether the quick reader takes a line.
  private func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var plain = PlainRequestReader(bytes, policy: policy, keys: RequestKeys())
    return (try? plain.read(at: 0).end) == bytes.count
  }

  private func agree(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return reader.read(bytes: bytes, number: 7) == reader.readThoroughly(bytes: bytes, number: 7)
  }

  @Test func `every key is found by its spelling, and no other`() {
    let keys = RequestKeys()
    func spelling(_ text: String) -> RequestKeys.Spelling {
      var spelling = RequestKeys.Spelling()
      for byte in text.utf8 { spelling.append(byte) }
      return spelling
    }
    for key in RequestKey.allCases {
      #expect(keys.key(spelling(key.rawValue))?.key == key)
      #expect(keys.key(spelling(key.rawValue + "x")) == nil)
      #expect(keys.key(spelling(String(key.rawValue.dropLast()) + "\0")) == nil)
      #expect(keys.key(spelling(key.rawValue + String(repeating: "\0", count: 24))) == nil)
    }
    #expect(keys.key(spelling("")) == nil)
    #expect(
      Set(RequestKey.allCases.compactMap { keys.key(spelling($0.rawValue))?.bit }).count
        == RequestKey.allCases.count
    )
  }

  @Test func `what callers send every day is taken`() {
    #expect(isPlain(RequestUnderTest.request()))
    #expect(isPlain(RequestUnderTest.whole))
    #expect(agree(RequestUnderTest.whole))
    // Another writer of JSON: no spaces, a carriage return, letters as they are and as escapes.
    let compact = RequestUnderTest.whole.replacing(": ", with: ":").replacing(", ", with: ",")
    #expect(isPlain(compact + "\r") && agree(compact + "\r"))
    for text in ["blåbær", #"bl\u00e5b\u00E6r \ud83d\ude00 \"\\\/\b\f\n\r\t"#] {
      let line = RequestUnderTest.request(
        more: #""justifications": [{"reason": "other", "text": "\#(text)"}]"#
      )
      #expect(isPlain(line) && agree(line))
    }
  }

  private static let odd = [
    #"{"id": 1}"#, "[]", "null", "", "{", #"{"id": "a",}"#, #"{,"id": "a"}"#, #"{"id" "a"}"#,
    RequestUnderTest.request() + "\n{}", RequestUnderTest.request() + "\n \n", "\n",
    "{\"id\": \"a\\\n\"}", #"{"id": "\u00e5"}"#, #"{"id": "\x"}"#, #"{"id": "\ud800"}"#,
    "{\"id\": \"\t\"}",
  ]

  @Test(arguments: odd) func `what is odd is left to the other reader`(text: String) {
    #expect(!isPlain(text))
    #expect(agree(text))
  }

  private static let levels = [
    "4", "-4", "0", "-0", "04", "4.0", "4e0", "4a", "999999999999999999", "9999999999999999999",
    "-9223372036854775808", "true", "nullx", "\"4\"", "- 4", "-", "",
  ]

  @Test(arguments: levels) func `numbers are the same to both`(level: String) {
    let session = RequestUnderTest.session.replacing(
      #""staff""#,
      with: #""authenticationLevel": \#(level), "staff""#
    )
    #expect(agree(RequestUnderTest.request(session: session)))
  }

  @Test func `with slips in it a line is the same to both`() {
    var numbers = SeededNumbers(seed: 20_260_302)
    let special = [
      "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "1", " ", "\r", "\u{1}", "å",
      #""id": "x","#, #""staff": null"#, "K", "\u{212A}", "\\u004b", "-0", "1e3", "\u{FEFF}",
    ]
    var (right, wrong) = (0, 0)
    for _ in 0..<300 {
      var slipped = numbers.slips(in: RequestUnderTest.whole, special: special)
      if Bool.random(using: &numbers) {
        // One letter for another: often a name, which may be any.
        slipped = RequestUnderTest.whole
        if let letter = slipped.indices.randomElement(using: &numbers), slipped[letter].isLetter {
          slipped.replaceSubrange(letter...letter, with: "x")
        }
      }
      #expect(agree(slipped), "\(slipped)")
      if isPlain(slipped) { right += 1 } else { wrong += 1 }
    }
    #expect(right > 5 && wrong > 100)
  }

  @Test func `bytes that are no text are the same to both`() {
    let bytes = Array(RequestUnderTest.whole.utf8)
    for place in stride(from: 0, to: bytes.count, by: 37) {
      var broken = bytes
      broken[place] = 0xE5
      #expect(
        reader.read(bytes: broken, number: 7) == reader.readThoroughly(bytes: broken, number: 7)
      )
    }
  }

  @Test func `of a session or a patient that comes again, the same is made`() {
    let other = RequestUnderTest.whole.replacing(#""kari""#, with: #""siri""#)
    let cut = String(RequestUnderTest.whole.dropLast())
    // The same bytes begin the session, and more follows.
    let longer = RequestUnderTest.request(session: RequestUnderTest.session + "}")
    let lines = [
      RequestUnderTest.whole, RequestUnderTest.whole, other, RequestUnderTest.whole, cut,
      RequestUnderTest.request(), RequestUnderTest.request(), longer, other, other,
    ]
    var read: [RequestLine] = []
    let batch = RequestBatch(bytes: Array(lines.joined(separator: "\n").utf8), firstLine: 5)
    reader.forEachLine(of: batch) { read.append($0) }
    let expected = lines.enumerated().compactMap { index, text in
      reader.readThoroughly(bytes: Array(text.utf8), number: 5 + index)
    }
    #expect(read == expected)
    #expect(read.indices.filter { read[$0].request == nil } == [4, 7])
  }
}

@Suite struct `Batches of lines` {
  /// Numbers and texts of the lines of a stream that comes in parts of a size.
  private func lines(_ text: String, parts size: Int, limit: Int = 1_000) -> [String] {
    var limits = ReadingLimits()
    limits.fileBytes = limit
    var batches = RequestBatches(limits: limits)
    let bytes = Array(text.utf8)
    var made: [RequestBatch?] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      made.append(batches.add(Array(bytes[start..<min(start + size, bytes.count)])))
    }
    made.append(batches.finish())
    #expect(batches.finish() == nil)
    return made.compactMap(\.self).flatMap { batch in
      var lines = String(decoding: batch.bytes, as: UTF8.self).split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      if batch.bytes.last == UInt8(ascii: "\n") { lines.removeLast() }
      return lines.enumerated().map { "\(batch.firstLine + $0.offset) \($0.element)" }
    }
  }

  @Test(arguments: 1...20) func `lines are the same however they come`(size: Int) {
    #expect(lines("ab\n\ncd\re\nx", parts: size) == ["1 ab", "2 ", "3 cd\re", "4 x"])
    #expect(lines("ab\n", parts: size) == ["1 ab"])
    #expect(lines("\n\n", parts: size) == ["1 ", "2 "])
    #expect(lines("", parts: size).isEmpty)
  }

  @Test func `of a line that is too long, enough is kept to refuse it`() {
    let long = String(repeating: "a", count: 50)
    #expect(lines("\(long)\nb\n\(long)", parts: 3, limit: 4) == ["1 aaaaa", "2 b", "3 aaaaa"])
  }
}
