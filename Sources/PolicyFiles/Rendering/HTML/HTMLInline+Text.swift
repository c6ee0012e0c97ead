extension [HTMLInline] {
  /// The line for a terminal: what is written in files stands in backticks.
  var inText: String { map { $0.text { "`\($0)`" } }.joined() }

  /// The line in Markdown, where nothing that is written in files can be taken for markup.
  var inMarkdown: String {
    map { inline in
      inline.text { code in
        let longest = code.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let space = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
        return fence + space + code + space + fence
      }
    }.joined()
  }
}

extension HTMLInline {
  fileprivate func text(_ code: (String) -> String) -> String {
    switch self {
    case .text(let text), .strong(let text), .answer(_, let text), .answers(_, let text): text
    case .code(let text): code(text)
    }
  }
}
