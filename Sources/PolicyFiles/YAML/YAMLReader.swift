public import AccessPolicy

/// Reads YAML into the neutral tree, with a place on every key and value.
///
/// Of YAML, policy files use mappings, lists, scalars, comments, anchors and aliases. Tags, merge
/// keys, keys that are not text, directives and several documents in one file are refused; so is
/// everything beyond the ``ReadingLimits``. Reading never resolves a scalar to a type.
public enum YAMLReader {
  /// Reads a text; `file` is the path that messages show.
  ///
  /// Where the text cannot be read the document has no root, and the mistakes say why. With
  /// mistakes of other kinds it has one, so that more can be found in it.
  public static func document(
    _ text: String,
    file: String,
    limits: ReadingLimits = .standard
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    read(String(text.unicodeScalars.trimmingPrefix(["\u{FEFF}"])), file: file, limits: limits)
  }

  /// Reads a text without its byte-order mark; another one is a hidden character.
  private static func read(
    _ text: String,
    file: String,
    limits: ReadingLimits
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    let whole = SourceRange(file: file, line: 1, column: 1)
    func refused(_ mistakes: [Diagnostic]) -> (Document, [Diagnostic]) {
      (Document(file: file, text: text, root: nil), mistakes)
    }
    guard text.utf8.count <= limits.fileBytes else {
      let mistake = Diagnostic.fileTooLarge(limit: limits.fileBytes, at: whole)
      return (Document(file: file, text: "", root: nil), [mistake])
    }
    let hidden = HiddenCharacters.all(in: text, file: file, limit: limits.reports)
    guard hidden.isEmpty else { return refused(hidden) }
    if let directive = YAMLDirective.first(in: text, file: file) { return refused([directive]) }
    var builder = YAMLTreeBuilder(text: text, file: file, limits: limits)
    let root = builder.build()
    let slips = YAMLSlips(
      lines: SourceLines(text),
      file: file,
      limit: limits.reports,
      textLines: builder.textLines,
      stop: builder.stop
    )
    return (
      Document(file: file, text: text, root: root), slips.joined(with: builder.diagnostics.sorted())
    )
  }

  /// Reads bytes, which must be UTF-8; there is no document when they are not.
  public static func document(
    bytes: [UInt8],
    file: String,
    limits: ReadingLimits = .standard
  ) -> (document: Document?, diagnostics: [Diagnostic]) {
    guard bytes.count <= limits.fileBytes else {
      let whole = SourceRange(file: file, line: 1, column: 1)
      return (nil, [.fileTooLarge(limit: limits.fileBytes, at: whole)])
    }
    switch TextDecoder.text(bytes, file: file) {
    case .success(let text): return read(text, file: file, limits: limits)
    case .failure(let mistake): return (nil, [mistake.diagnostic])
    }
  }
}

/// Directives (`%YAML`, `%TAG`) are refused before libyaml meets them: they say nothing that policy
/// files need, and libyaml compares each tag directive with all others.
private enum YAMLDirective {
  static func first(in text: String, file: String) -> Diagnostic? {
    // A carriage return with a line feed makes an empty part more, which changes nothing here.
    let lines = text.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    var mayStandHere = true
    for line in lines {
      if line.starts(with: "...".utf8) {
        mayStandHere = true
      } else if mayStandHere, line.first == UInt8(ascii: "%") {
        let offset = text.utf8.distance(from: text.startIndex, to: line.startIndex)
        let place = SourceLines(text).place(ofByte: offset)
        let length = Substring(line).unicodeScalars.count
        return .directive(
          at: SourceRange(file: file, line: place.line, column: 1, length: length)
        )
      } else if line.first != UInt8(ascii: "#"), line.contains(where: { $0 != 32 && $0 != 9 }) {
        mayStandHere = false
      }
    }
    return nil
  }
}
