import AccessPolicy
import Foundation
import Testing

/// A slip of the pen in one of the files of Helseplattformen, and how it is mended.
struct Fault: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  /// What the file says; it stands there once.
  let right: String
  /// What somebody writes in its place, with `▶` before the place that is pointed out.
  let wrong: String
  let code: DiagnosticCode
  let mending: Mending

  enum Mending: Sendable {
    /// The help names in backticks what is right; it is put where the caret stands.
    case suggested
    /// The help says what to do in words, of which these are some; doing it gives the right text, or
    /// another that is valid, too.
    case told(String, giving: String? = nil)
  }

  init(
    _ name: String,
    in file: String,
    _ right: String,
    _ wrong: String,
    is code: DiagnosticCode,
    _ mending: Mending = .suggested
  ) {
    self.name = name
    self.file = file
    self.right = right
    self.wrong = wrong
    self.code = code
    self.mending = mending
  }

  var testDescription: String { name }

  /// The file with the slip in it, and the place of the mark.
  func made(in text: String) throws -> (text: String, place: SourceRange) {
    let parts = text.components(separatedBy: right)
    try #require(parts.count == 2, "«\(right)» stands \(parts.count - 1) times in \(file)")
    let marked = (parts[0] + wrong + parts[1]).components(separatedBy: "▶")
    try #require(marked.count == 2, "the place is not marked")
    let lines = marked[0].components(separatedBy: "\n")
    let place = SourceRange(
      file: file,
      line: lines.count,
      column: (lines.last?.unicodeScalars.count ?? 0) + 1
    )
    return (marked.joined(), place)
  }

  /// The file after the help was followed to the letter.
  func mended(_ text: String, by diagnostic: Diagnostic) throws -> String {
    let help = try #require(diagnostic.help, "there is no help")
    switch mending {
    case .suggested:
      let quoted = help.components(separatedBy: "`")
      try #require(quoted.count >= 3, "the help names nothing to copy: \(help)")
      return try text.replacing(diagnostic.range, by: quoted[1])
    case .told(let words, let other):
      #expect(help.contains(words), "\(help)")
      let parts = text.components(separatedBy: wrong.replacing("▶", with: ""))
      try #require(parts.count == 2)
      return parts.joined(separator: other ?? right)
    }
  }

  /// Whether the mended file says what it said before.
  var isRestored: Bool {
    if case .told(_, giving: _?) = mending { false } else { true }
  }
}

extension String {
  /// The text with what stands at a place replaced.
  fileprivate func replacing(_ range: SourceRange?, by new: String) throws -> String {
    let range = try #require(range)
    var lines = components(separatedBy: "\n")
    let line = Array(lines[range.line - 1].unicodeScalars)
    let start = range.column - 1
    let end = min(line.count, start + range.length)
    lines[range.line - 1] =
      String(String.UnicodeScalarView(line[..<start])) + new
      + String(String.UnicodeScalarView(line[end...]))
    return lines.joined(separator: "\n")
  }
}
