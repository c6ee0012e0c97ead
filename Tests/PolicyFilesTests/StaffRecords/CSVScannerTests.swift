import AccessPolicy
import Testing

@testable import PolicyFiles

/// Rows and cells, as RFC 4180 has them, and what is said where there are none.
@Suite struct `Reading CSV` {
  /// Each row as its line and cells; a refused one with the column and the message.
  private func rows(_ bytes: [UInt8], chunk: Int = 1 << 16, limit: Int = 1 << 16) -> [String] {
    var scanner = CSVScanner(file: "staff.csv", limit: limit)
    var rows: [String] = []
    func take(_ row: CSVRow) {
      let mistakes = row.mistakes.map { mistake in
        "\(mistake.range.map { "\($0.line):\($0.column)" } ?? "?") \(mistake.message)"
      }
      rows.append("\(row.line)> " + (row.cells.map(\.text) + mistakes).joined(separator: "|"))
    }
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      scanner.add(Array(bytes[start..<min(start + chunk, bytes.count)]), take)
    }
    scanner.finish(take)
    return rows
  }

  private func rows(_ text: String) -> [String] { rows(Array(text.utf8)) }

  @Test func `cells stand between commas, with quotes or without`() {
    #expect(
      rows("id,staff\n1,anna\n\"2\",\"Bo \"\"the\"\" Smith, nurse\"\n3,\n")
        == ["1> id|staff", "2> 1|anna", "3> 2|Bo \"the\" Smith, nurse", "4> 3|"]
    )
  }

  @Test(arguments: [";", ",", "\t"])
  func `the header says what stands between cells`(separator: String) {
    let other = separator == ";" ? "," : ";"
    #expect(
      rows("a\(separator)b\n1\(separator)2\(other)3\n") == ["1> a|b", "2> 1|2\(other)3"]
    )
  }

  @Test func `a separator in quotes says nothing of the file`() {
    #expect(rows("\"a,b\";c\n1;2\n") == ["1> a,b|c", "2> 1|2"])
  }

  @Test func `a header of one column, lines of Windows and a byte-order mark are read`() {
    #expect(rows("\u{FEFF}id\r\n1\r\n2") == ["1> id", "2> 1", "3> 2"])
  }

  @Test func `blank lines are skipped, and counted`() {
    #expect(rows("\na;b\n\n1;2\n\n") == ["2> a|b", "4> 1|2"])
  }

  @Test func `lines within the quotes of a cell are refused, each of them`() {
    let inside =
      "the line stands inside quotes that begin on an earlier line, so it is no record by itself"
    #expect(
      rows("a,b\n1,\"two\r\n2,y\n3,lines\"\n4,x\n") == [
        "1> a|b", "2> 2:3 the cell that begins here goes on over a line break",
        "3> 3:1 \(inside)", "4> 4:1 \(inside)", "5> 4|x",
      ]
    )
  }

  @Test func `a quote in a bare cell costs its row alone`() {
    #expect(
      rows("a,b\n1,x\"y\n2,z\n") == [
        "1> a|b", "2> 2:4 a quote stands inside a cell that does not begin with one", "3> 2|z",
      ]
    )
  }

  @Test func `quotes that are never closed cost their row alone`() {
    let rows = rows("a,b\n1,\"x\n2,y\n3,z\n")
    #expect(
      rows == [
        "1> a|b", "2> 2:3 the quotes that begin here are never closed", "3> 2|y", "4> 3|z",
      ]
    )
  }

  @Test func `quotes that a later row seems to close swallow no record`() {
    let rows = rows("a,b\n1,\"x\n2,y\n3,\"z\"\n")
    #expect(
      rows == ["1> a|b", "2> 2:3 the quotes that begin here are never closed", "3> 2|y", "4> 3|z"]
    )
  }

  @Test func `a record over several lines with too few cells swallows none`() {
    let rows = rows("a,b,c\n1,\"x,2\n2,y\"\n3,y,z\n")
    #expect(
      rows == [
        "1> a|b|c", "2> 2:3 the record has 2 cells, and the header has 3",
        "3> 3:4 a quote stands inside a cell that does not begin with one", "4> 3|y|z",
      ]
    )
  }

  @Test func `a row has as many cells as the header`() {
    #expect(
      rows("a,b\n1\n1,2,3\n1,2\n") == [
        "1> a|b", "2> 2:1 the record has 1 cell, and the header has 2",
        "3> 3:5 the record has 3 cells, and the header has 2", "4> 1|2",
      ]
    )
  }

  @Test func `what is no text, or is not seen, costs its row alone`() {
    let bytes =
      Array("a,b\n1,".utf8) + [0xF8] + Array("st\n2,x\u{200B}y\n3,\u{0}\n4,z\r5,z\n6,ø\n".utf8)
    #expect(
      rows(bytes) == [
        "1> a|b", "2> 2:3 the byte `F8` does not belong to UTF-8 text",
        "3> 3:4 a hidden character stands here: U+200B (zero width space)",
        "4> 4:3 a hidden character stands here: U+0000",
        "5> 5:4 a line ends here with a carriage return alone (U+000D), which many editors do not show",
        "6> 6|ø",
      ]
    )
  }

  @Test func `a row beyond the limit costs itself alone`() {
    let long = String(repeating: "x", count: 40)
    #expect(
      rows(Array("a,b\n1,\(long)\n2,y\n".utf8), limit: 32) == [
        "1> a|b", "2> 2:1 the record is longer than 0 KiB", "3> 2|y",
      ]
    )
    let open = "a,b\n1,\"x\n" + String(repeating: "2,y\n", count: 20)
    let read = rows(Array(open.utf8), limit: 32)
    #expect(read[1] == "2> 2:3 the quotes that begin here are never closed")
    #expect(read.count == 22)
    #expect(read.dropFirst(2).allSatisfy { $0.hasSuffix("> 2|y") })
  }

  /// However a stream is cut, the rows are the same.
  @Test(arguments: [1, 2, 3, 7])
  func `where the stream is cut means nothing`(chunk: Int) {
    let text = "\u{FEFF}a;b\r\n1;\"x\ny\"\n\n2;\"never\n3;ø\"\n4;\"a\"\"b\"\n5;\"open\n6;z"
    #expect(rows(Array(text.utf8), chunk: chunk) == rows(text))
  }

  /// Every line is in a row that is handed on: none is lost, whatever stands in it.
  @Test func `no line is lost`() {
    let parts = ["a", ",", "\"", "\"\"", "\n", "\r\n", "ø", ";", " "]
    var state: UInt64 = 11
    for _ in 0..<3_000 {
      var text = "h,i\n"
      for _ in 0..<(state >> 60) + 6 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      var covered: Set<Int> = []
      var scanner = CSVScanner(file: "staff.csv", limit: 64)
      func take(_ row: CSVRow) {
        let isRefused = !row.mistakes.isEmpty
        #expect(covered.insert(row.line).inserted, "\(text.debugDescription)")
        #expect(row.cells.allSatisfy { !$0.text.contains("\n") }, "\(text.debugDescription)")
        #expect(isRefused != (row.cells.count == 2), "\(text.debugDescription)")
      }
      scanner.add(Array(text.utf8), take)
      scanner.finish(take)
      let lines = text.replacing("\r\n", with: "\n").split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      let written = lines.indices.filter { !lines[$0].isEmpty }.map { $0 + 1 }
      #expect(Set(written).subtracting(covered) == [], "\(text.debugDescription)")
    }
  }
}
