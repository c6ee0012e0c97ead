import Foundation

/// A table of a document, cell by cell.
struct MarkdownTable: Sendable {
  let header: [String]
  let rows: [[String]]

  /// The tables of a document in `docs`, in order.
  static func all(in document: String) throws -> [MarkdownTable] {
    let path = URL(fileURLWithPath: #filePath).appending(path: "../../../../docs/\(document)")
      .standardized
    let lines = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n")
    return lines.split { !$0.hasPrefix("|") }.map { block in
      let cells = block.map(Self.cells)
      return MarkdownTable(header: cells[0], rows: Array(cells.dropFirst(2)))
    }
  }

  /// What stands between the bars, without marks of emphasis and of code.
  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " *`"))
    }
  }
}
