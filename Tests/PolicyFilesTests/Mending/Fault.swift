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
    /// The help names in backticks what is right, to be put where the caret stands.
    case suggested(giving: String? = nil)
    /// The help says in words what to do, of which these are some.
    case told(String, giving: String? = nil)
  }

  init(
    _ name: String,
    in file: String,
    _ right: String,
    _ wrong: String,
    is code: DiagnosticCode,
    _ mending: Mending = .suggested()
  ) {
    self.name = name
    self.file = file
    self.right = right
    self.wrong = wrong
    self.code = code
    self.mending = mending
  }

  var testDescription: String { name }

  /// Whether nothing further is said of the file until the slip is mended.
  var endsReading: Bool { [.notText, .tooLarge].contains(code) }

  /// Whether the file cannot be read whole until the slip is mended.
  var keepsFromReading: Bool { [.duplicateKey, .tabIndentation, .smartQuotes].contains(code) }

  /// Whether the slip is one only in the light of all files.
  var followsFromAll: Bool { [.constantCondition].contains(code) }

  /// Slips that do not touch each other, of all kinds.
  static var apart: [Fault] {
    var chosen: [Fault] = []
    for fault in all {
      let isTouched = chosen.contains { other in
        other.file == fault.file
          && (other.right.contains(fault.right) || fault.right.contains(other.right))
      }
      if !isTouched { chosen.append(fault) }
    }
    return chosen
  }

  /// The file with the slip in it, and the place of the mark.
  func made(in text: String) throws -> (text: String, place: SourceRange) {
    let parts = text.components(separatedBy: right)
    try #require(parts.count == 2, "«\(right)» stands \(parts.count - 1) times in \(file)")
    let marked = (parts[0] + wrong + parts[1]).components(separatedBy: "▶")
    try #require(marked.count == 2, "the place is not marked")
    let place = SourceRange.end(of: marked[0], file: file)
    return (marked.joined(), place)
  }

  /// What stands in the place of the right text when the help was followed; most often itself.
  var result: String {
    switch mending {
    case .suggested(let other), .told(_, let other): other ?? right
    }
  }

  /// The file after the help was followed to the letter.
  func mended(_ text: String, by diagnostic: Diagnostic) throws -> String {
    let help = try #require(diagnostic.help, "there is no help")
    switch mending {
    case .suggested:
      let quoted = help.components(separatedBy: "`")
      try #require(quoted.count >= 3, "the help names nothing to copy: \(help)")
      return try text.replacing(diagnostic.range, by: quoted[1])
    case .told(let words, _):
      #expect(help.contains(words), "\(help)")
      return text.replacing(wrong.replacing("▶", with: ""), with: result)
    }
  }
}

extension SourceRange {
  /// The place after a text.
  static func end(of text: String, file: String) -> SourceRange {
    let lines = text.components(separatedBy: "\n")
    let column = (lines.last?.unicodeScalars.count ?? 0) + 1
    return SourceRange(file: file, line: lines.count, column: column)
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
