extension [HTMLInline] {
  /// The line for a terminal: what is written in files stands in backticks.
  var inText: String { map { $0.written({ $0 }, code: { "`\($0)`" }) }.joined() }

  /// The line in Markdown, where nothing that is written in files can be taken for markup.
  var inMarkdown: String {
    map { inline in
      inline.written(Self.escaped) { code in
        let longest = code.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let space = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
        return fence + space + code + space + fence
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "<": "&lt;"
      case "&": "&amp;"
      case "\\", "*", "_", "[", "]", "`": "\\\(character)"
      default: String(character)
      }
    }.joined()
  }
}

extension HTMLInline {
  fileprivate func written(_ text: (String) -> String, code: (String) -> String) -> String {
    switch self {
    case .text(let words), .strong(let words), .answer(_, let words), .answers(_, let words):
      text(words)
    case .code(let words): code(words)
    }
  }
}

extension [HTMLInline] {
  /// A line of a terminal as it is shown in a browser: what stands in backticks is as files have it.
  init(inText text: String) {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    // One that is left over is a character like others.
    guard pieces.count % 2 == 1 else {
      self = [.text(text)]
      return
    }
    self = pieces.enumerated().filter { !$0.element.isEmpty }.map { number, piece in
      number % 2 == 0 ? .text(piece) : .code(piece)
    }
  }
}
