import AccessPolicy
import Foundation
import Testing

@testable import PolicyFiles

/// What every page holds to; `Scripts/check-html` looks at pages in a browser.
@Suite struct `Pages for browsers` {
  /// A page with one of everything, each text of which would break out of its place if it could.
  private static func page(_ text: String, _ language: Language = .en) -> HTMLPage {
    let line: [HTMLInline] = [
      .text(text), .strong(text), .code(text), .answer(.yes, text),
      .answers([.yes, .no], words: text),
    ]
    let table = HTMLTable(
      caption: text,
      corner: text,
      columns: [line],
      rows: [.init(line, [line])]
    )
    let blocks: [HTMLBlock] = [
      .paragraph(line), .note(line), .list([line]),
      .facts([HTMLFact(text, line), HTMLFact(text, each: [line, line])]),
      .table(table), .details(summary: line, isOpen: false, [.text(text)]),
      .code("\(text)\n\(text)", name: text),
    ]
    var page = HTMLPage(title: text, language: language)
    page.lead = blocks
    page.sections = [
      HTMLSection(line, blocks, sections: [HTMLSection(text, blocks)]), HTMLSection(text, blocks),
    ]
    page.foot = blocks
    return page
  }

  @Test(
    arguments: [
      "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\" onclick=\"alert(1)",
      "' autofocus onfocus='alert(1)", "<!--", "]]>", "&lt;b&gt;", "</title><base href=//evil>",
    ]
  )
  func `text never becomes markup`(text: String) {
    let plain = Self.page("plain").text
    let written = Self.page(text).text
    #expect(!written.contains(text))
    // Whatever the text is, the page has the same elements with the same attributes.
    let escaped = HTMLMarkup.escaped(text)
    #expect(written.replacing(escaped, with: "plain") == plain)
    #expect(!escaped.contains { "<>\"'".contains($0) })
  }

  @Test func `hidden characters are shown`() {
    #expect(HTMLMarkup.escaped("a\u{202E}b\u{0}") == "a‹U+202E›b‹U+0000›")
    #expect(Self.page("a\u{202E}b").text.unicodeScalars.allSatisfy { $0 != "\u{202E}" })
  }

  @Test func `nothing is fetched, run or sent`() throws {
    let text = Self.page("plain").text
    #expect(text.contains("default-src 'none'; style-src 'sha256-"))
    for word in [
      "<script", "<link", "<img", "<form", "<iframe", "http:", "https:", "url(", "@import",
      "style=\"",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
    let links = text.matches(of: /href="([^"]*)"/).map { $0.1 }
    #expect(!links.isEmpty)
    for link in links {
      #expect(link.hasPrefix("#"))
      #expect(text.contains(" id=\"\(link.dropFirst())\""))
    }
  }

  @Test func `ids are there once, and every region has its name`() {
    let text = Self.page("plain").text
    let ids = text.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let names = text.matches(of: /aria-labelledby="([^"]*)"/).map { String($0.1) }
    // Four times a table, and lines of a file: at the head, in three sections, at the foot.
    #expect(names.count == 10)
    #expect(Set(names).isSubset(of: ids))
  }

  @Test func `headings leave no level out`() {
    let levels = Self.page("plain").text.matches(of: /<h([1-6])>/).compactMap { Int($0.1) }
    #expect(levels == [1, 2, 3, 2])
  }

  @Test func `the page says its language, and speaks it`() {
    #expect(Self.page("x", .nb).text.contains("<html lang=\"nb\">"))
    #expect(Self.page("x", .nb).text.contains("Hopp til innholdet"))
    #expect(Self.page("x", .en).text.contains("Skip to the content"))
  }

  @Test func `each tone has a shape of its own`() {
    #expect(Set(HTMLTone.allCases.map(\.sign)).count == HTMLTone.allCases.count)
  }
}
