import AccessPolicy
import PolicyFiles
import Testing

/// What fuzzing has found; the inputs themselves stand in `Tests/Fuzzing/Found`.
@Suite struct `Found by fuzzing` {
  @Test func `a directive is as long as its characters, not its bytes`() {
    let read = YAMLReader.document("%\u{301}å\na: 1\n", file: "f.yaml")
    #expect(codes(read.diagnostics) == ["not-supported 1:1+3"])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `an escape ends with its line`(lineEnd: String) {
    let read = JSONReader.document("[\"a\\\(lineEnd)\"]", file: "f.json")
    #expect(codes(read.diagnostics) == ["not-well-formed 1:4+1"])
  }

  @Test func `a message stays short though a single character is long`() {
    let key = "a" + String(repeating: "\u{301}", count: 100_000)
    let read = JSONReader.document(#"{"\#(key)": 1, "\#(key)": 2}"#, file: "f.json")
    #expect(read.diagnostics.map(\.code) == [.duplicateKey])
    #expect(read.diagnostics.allSatisfy { $0.message.utf8.count <= 2_010 })
  }
}
