/// The markup of a page while it is written; the one place where text becomes HTML.
///
/// Elements and attributes are named by the cases below, none of which runs or fetches anything, and
/// text is escaped on its way in.
struct HTMLMarkup {
  /// The elements that pages are made of.
  enum Element: String {
    case a, body, caption, code, dd, details, div, dl, dt, footer, h1, h2, h3, h4, h5, h6, head
    case header, html, li, main, nav, ol, p, pre, section, span, strong, summary, table, tbody, td,
      th
    case thead, title, tr, ul

    /// Whether nothing is meant by white space beside it, so that a line can end there.
    var standsAlone: Bool {
      switch self {
      case .a, .code, .span, .strong: false
      default: true
      }
    }
  }

  /// The attributes that elements have.
  enum Attribute {
    case id(String)
    case kind(String)
    case language(String)
    case scope(String)
    case region(named: String)
    case label(String)
    case hiddenAloud
    case open
    case anchor(String)
    case focusable

    var text: String {
      switch self {
      case .id(let id): " id=\"\(escaped(id))\""
      case .kind(let name): " class=\"\(escaped(name))\""
      case .language(let code): " lang=\"\(escaped(code))\""
      case .scope(let scope): " scope=\"\(escaped(scope))\""
      case .region(let id): " role=\"region\" tabindex=\"0\" aria-labelledby=\"\(escaped(id))\""
      case .label(let text): " aria-label=\"\(escaped(text))\""
      case .hiddenAloud: " aria-hidden=\"true\""
      case .open: " open"
      case .anchor(let id): " href=\"#\(escaped(id))\""
      case .focusable: " tabindex=\"-1\""
      }
    }
  }

  /// What is written so far.
  private(set) var text = ""

  /// The begin of an element; whoever writes it writes its end as well.
  mutating func begin(_ element: Element, _ attributes: [Attribute]) {
    text += "<\(element.rawValue)"
    for attribute in attributes { text += attribute.text }
    text += ">"
  }

  /// The end of an element.
  mutating func end(_ element: Element) {
    text += "</\(element.rawValue)>"
    if element.standsAlone { text += "\n" }
  }

  /// Text.
  mutating func add(text content: String) { text += Self.escaped(content) }

  /// Lines of a file: their ends stay as they are.
  mutating func add(lines content: String) {
    text += content.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.escaped(String($0)) }.joined(separator: "\n")
  }

  /// What stands above the body of each page: constant text, and the title.
  mutating func addHead(title: String, style: HTMLStyle) {
    text += """
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(style.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(Self.escaped(title))</title>
      <style>\(style.text)</style>
      </head>

      """
  }

  /// The first line of a page.
  mutating func addType() { text += "<!DOCTYPE html>\n" }

  /// Text that can begin no element, end no attribute, and hides no character.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in VisibleText.of(text).unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

private func escaped(_ text: String) -> String { HTMLMarkup.escaped(text) }
