public import AccessPolicy

/// Writes mistakes as text for people, each with the line that it stands in.
///
/// ```text
/// error[unknown-key]: template `nurse` has no key `unit`
///   --> policies/ward/roles.yaml:12:5
///    |
/// 12 |     unit: [ward-3]
///    |     ^^^^
///    = help: did you mean `units`?
/// ```
public struct DiagnosticRenderer {
  private let sources: [String: SourceLines]
  private let isColoured: Bool

  /// Takes the documents whose lines are to be shown; a place in another file is shown without.
  public init(documents: [Document], isColoured: Bool = false) {
    sources = Dictionary(documents.map { ($0.file, SourceLines($0.text)) }) { first, _ in first }
    self.isColoured = isColoured
  }

  /// Takes single lines of long files.
  init(lines: [(file: String, line: Int, text: String)], isColoured: Bool = false) {
    sources = Dictionary(
      lines.map { ($0.file, SourceLines($0.text, firstLine: $0.line)) },
      uniquingKeysWith: { first, _ in first }
    )
    self.isColoured = isColoured
  }

  /// All mistakes with a summary at the end; empty when there are none.
  ///
  /// Warnings that are silenced are counted; they are shown, after the others, if that is asked for.
  public func text(
    _ diagnostics: [Diagnostic],
    silenced: [LintReport.Silenced] = [],
    showsSilenced: Bool = false
  ) -> String {
    let shown = showsSilenced ? silenced : []
    guard !diagnostics.isEmpty || !shown.isEmpty else { return "" }
    let summary = Self.summary(diagnostics, silenced: silenced.count)
    let parts = diagnostics.map { text($0) } + shown.map { text($0) } + [summary + "\n"]
    return parts.joined(separator: "\n")
  }

  /// One warning that is silenced, with the reason.
  public func text(_ silenced: LintReport.Silenced) -> String {
    text(
      silenced.warning,
      title: title(silenced.warning, word: "silenced", .blue),
      note: ("reason", silenced.silence.reason)
    )
  }

  /// One mistake, over several lines.
  public func text(_ diagnostic: Diagnostic) -> String {
    let colour = colour(diagnostic.severity)
    return text(
      diagnostic,
      title: title(diagnostic, word: diagnostic.severity.rawValue, colour),
      note: diagnostic.help.map { ("help", $0) }
    )
  }

  private func text(
    _ diagnostic: Diagnostic,
    title: String,
    note: (word: String, text: String)?
  ) -> String {
    let places = [diagnostic.range].compactMap(\.self) + diagnostic.related.map(\.range)
    let gutter = places.map { String($0.line).count }.max() ?? 1
    var lines = [title]
    if let range = diagnostic.range {
      lines += excerpt(range, note: nil, gutter: gutter, colour: colour(diagnostic.severity))
    }
    for related in diagnostic.related {
      lines += excerpt(related.range, note: related.value, gutter: gutter, colour: .blue)
    }
    if let note {
      let space = String(repeating: " ", count: gutter)
      lines.append("\(space) \(paint("= \(note.word):", .blue)) \(VisibleText.of(note.text))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many errors and warnings there are: `3 errors, 1 warning`; `2 warnings, 1 silenced`.
  public static func summary(_ diagnostics: [Diagnostic], silenced: Int = 0) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    func counted(_ count: Int, _ word: String) -> String? {
      count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap(\.self)
    let found = parts.isEmpty ? [silenced == 0 ? "no errors" : "no warnings"] : parts
    return (found + (silenced == 0 ? [] : ["\(silenced) silenced"])).joined(separator: ", ")
  }

  private func title(_ diagnostic: Diagnostic, word: String, _ colour: Colour) -> String {
    let message = ": \(VisibleText.of(diagnostic.message))"
    return paint("\(word)[\(diagnostic.code.rawValue)]", colour) + paint(message, .bold)
  }

  /// The place, its line, and the mark beneath with a note beside it.
  private func excerpt(
    _ range: SourceRange,
    note: String?,
    gutter: Int,
    colour: Colour
  ) -> [String] {
    let space = String(repeating: " ", count: gutter)
    let place = VisibleText.of(range.description)
    let arrow = note == nil ? "-->" : ":::"
    let head = "\(space)\(paint(arrow, .blue)) \(place)"
    let words = note.map { " " + VisibleText.of($0) } ?? ""
    // Only a program writes lines as long as this; to look through them often would take too long.
    guard range.column <= 10_000,
      let line = sources[range.file]?
        .columns(range.column + 4 * SourceExcerpt.width, ofLine: range.line)
    else { return [head + words] }
    let excerpt = SourceExcerpt(line, range: range, mark: note == nil ? "^" : "-")
    let number = String(range.line)
    let padded = String(repeating: " ", count: gutter - number.count) + number
    return [
      head,
      "\(space) \(paint("|", .blue))",
      "\(paint("\(padded) |", .blue))\(excerpt.line.isEmpty ? "" : " ")\(excerpt.line)",
      "\(space) \(paint("|", .blue)) \(paint(excerpt.underline + words, colour))",
    ]
  }
}

// Colours.
extension DiagnosticRenderer {
  private enum Colour: String {
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case bold = "1"
  }

  private func colour(_ severity: Diagnostic.Severity) -> Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    }
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
