/// Reads JSON (RFC 8259, to the letter) into the neutral tree, with a place on every key and value.
///
/// Strings become quoted scalars. Numbers, `true`, `false` and `null` become plain scalars that hold
/// what was written. Keys that stand twice are refused, as everything beyond the ``ReadingLimits``.
public enum JSONReader {
  /// Reads a text; `firstLine` is the number that messages give its first line.
  ///
  /// Where it `isOneLine` of a stream, a carriage return by itself ends no line.
  ///
  /// Where the text cannot be read the document has no root, and the mistakes say why.
  public static func document(
    _ text: String,
    file: String,
    firstLine: Int = 1,
    isOneLine: Bool = false,
    limits: ReadingLimits = .standard
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    guard text.utf8.count <= limits.fileBytes else {
      let whole = SourceRange(file: file, line: firstLine, column: 1)
      let mistake = Diagnostic.requestTooLarge(limit: limits.fileBytes, at: whole)
      return (Document(file: file, text: "", root: nil), [mistake])
    }
    var scanner = JSONScanner(
      Array(text.utf8),
      file: file,
      line: firstLine,
      isOneLine: isOneLine,
      limits: limits
    )
    var root: DocumentNode?
    var mistakes: [Diagnostic] = []
    do throws(ReadingStopped) {
      root = try scanner.document()
    } catch {
      mistakes.append(error.diagnostic)
    }
    mistakes += scanner.duplicates
    return (Document(file: file, text: text, root: root), mistakes.sorted())
  }

  /// Reads an object with a long list, and holds no more than one item of it as a tree.
  ///
  /// The items of the list behind `key` are handed on one by one; in the root, that list is empty.
  package static func document(
    _ bytes: [UInt8],
    file: String,
    eachOf key: String,
    limits: ReadingLimits = .standard,
    _ use: (DocumentNode) -> Void
  ) -> (root: DocumentNode?, diagnostics: [Diagnostic]) {
    guard bytes.count <= limits.fileBytes else {
      let whole = SourceRange(file: file, line: 1, column: 1)
      return (nil, [.fileTooLarge(limit: limits.fileBytes, at: whole)])
    }
    let content: [UInt8]
    switch TextDecoder.text(bytes, file: file) {
    case .success(let text): content = Array(text.utf8)
    case .failure(let stopped): return (nil, [stopped.diagnostic])
    }
    var scanner = JSONScanner(content, file: file, line: 1, limits: limits)
    var root: DocumentNode?
    var mistakes: [Diagnostic] = []
    do throws(ReadingStopped) {
      root = try scanner.document(eachOf: key, use)
    } catch {
      mistakes.append(error.diagnostic)
    }
    return (root, (mistakes + scanner.duplicates).sorted())
  }

  /// Reads bytes, which must be UTF-8; there is no document when they are not.
  public static func document(
    bytes: [UInt8],
    file: String,
    firstLine: Int = 1,
    isOneLine: Bool = false,
    limits: ReadingLimits = .standard
  ) -> (document: Document?, diagnostics: [Diagnostic]) {
    guard bytes.count <= limits.fileBytes else {
      let whole = SourceRange(file: file, line: firstLine, column: 1)
      return (nil, [.requestTooLarge(limit: limits.fileBytes, at: whole)])
    }
    switch TextDecoder.text(bytes, file: file, firstLine: firstLine) {
    case .success(let text):
      return document(text, file: file, firstLine: firstLine, isOneLine: isOneLine, limits: limits)
    case .failure(let stopped): return (nil, [stopped.diagnostic])
    }
  }

  /// The text that stands between two quotes with escapes in it; `nil` when it is none.
  package static func text(betweenQuotes bytes: ArraySlice<UInt8>) -> String? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let quote = UInt8(ascii: "\"")
    let quoted = [quote] + bytes + [quote]
    var scanner = JSONScanner(quoted, file: "", line: 1, isOneLine: true, limits: .standard)
    guard case .scalar(let text, isQuoted: true) = try? scanner.document().content else {
      return nil
    }
    return text
  }
}
