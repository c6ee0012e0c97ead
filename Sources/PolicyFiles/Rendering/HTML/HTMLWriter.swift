import AccessPolicy

/// Writes pages: landmarks, headings, names of regions, and a list of the sections.
struct HTMLWriter {
  private var markup = HTMLMarkup()
  private let words: HTMLWords
  private var regions = 0

  private init(_ words: HTMLWords) { self.words = words }

  static func text(of page: HTMLPage) -> String {
    var writer = HTMLWriter(HTMLWords(language: page.language))
    writer.write(page)
    return writer.markup.text
  }

  private mutating func add(
    _ element: HTMLMarkup.Element,
    _ attributes: [HTMLMarkup.Attribute] = [],
    _ content: (inout HTMLWriter) -> Void
  ) {
    markup.begin(element, attributes)
    content(&self)
    markup.end(element)
  }

  // MARK: The page

  private mutating func write(_ page: HTMLPage) {
    markup.addType()
    add(.html, [.language(page.language.rawValue)]) { writer in
      writer.markup.addHead(title: page.title, style: .shared)
      writer.add(.body, page.isLandscape ? [.kind("landscape")] : []) { writer in
        writer.add(.a, [.kind("skip"), .anchor("main")]) { $0.markup.add(text: $0.words.skip) }
        writer.add(.header) { writer in
          writer.add(.h1) { $0.markup.add(text: page.title) }
        }
        if page.sections.count > 1 { writer.write(contents: page.sections) }
        writer.add(.main, [.id("main"), .focusable]) { writer in
          for block in page.lead { writer.write(block) }
          for (index, section) in page.sections.enumerated() {
            writer.write(section, id: "s\(index + 1)", level: 2)
          }
        }
        if !page.foot.isEmpty {
          writer.add(.footer) { writer in
            for block in page.foot { writer.write(block) }
          }
        }
      }
    }
  }

  private mutating func write(contents sections: [HTMLSection]) {
    add(.nav, [.label(words.contents)]) { writer in
      writer.add(.ul) { writer in
        for (index, section) in sections.enumerated() {
          writer.add(.li) { writer in
            writer.add(.a, [.anchor("s\(index + 1)")]) { $0.write(section.heading) }
          }
        }
      }
    }
  }

  private mutating func write(_ section: HTMLSection, id: String, level: Int) {
    let headings: [HTMLMarkup.Element] = [.h2, .h3, .h4, .h5, .h6]
    add(.section, [.id(id)]) { writer in
      writer.add(headings[min(level - 2, headings.count - 1)]) { $0.write(section.heading) }
      for block in section.blocks { writer.write(block) }
      for (index, part) in section.sections.enumerated() {
        writer.write(part, id: "\(id)-\(index + 1)", level: level + 1)
      }
    }
  }

  // MARK: Blocks

  private mutating func write(_ block: HTMLBlock) {
    switch block {
    case .paragraph(let words): add(.p) { $0.write(words) }
    case .note(let words): add(.p, [.kind("note")]) { $0.write(words) }
    case .list(let items):
      add(.ul) { writer in
        for item in items { writer.add(.li) { $0.write(item) } }
      }
    case .numbered(let items):
      add(.ol) { writer in
        for item in items { writer.add(.li) { $0.write(item) } }
      }
    case .facts(let facts):
      add(.dl) { writer in
        for fact in facts {
          writer.add(.div) { writer in
            writer.add(.dt) { $0.markup.add(text: fact.term) }
            for words in fact.words { writer.add(.dd) { $0.write(words) } }
          }
        }
      }
    case .details(let summary, let isOpen, let blocks):
      add(.details, isOpen ? [.open] : []) { writer in
        writer.add(.summary) { $0.write(summary) }
        for block in blocks { writer.write(block) }
      }
    case .code(let lines, let name):
      regions += 1
      let id = "r\(regions)"
      add(.span, [.kind("aloud"), .id(id)]) { $0.markup.add(text: name) }
      add(.pre, [.region(named: id)]) { $0.markup.add(lines: lines) }
    case .table(let table): write(table)
    }
  }

  /// A table in a region that can be scrolled by keyboard, with the caption for a name.
  private mutating func write(_ table: HTMLTable) {
    regions += 1
    let id = "r\(regions)"
    add(.div, [.kind("wide"), .region(named: id)]) { writer in
      writer.add(.table, table.hasUprightHeads ? [.kind("upright")] : []) { writer in
        writer.add(.caption, [.id(id)]) { $0.markup.add(text: table.caption) }
        writer.add(.thead) { writer in
          writer.add(.tr) { writer in
            writer.add(.th, [.scope("col"), .kind("corner")]) { $0.markup.add(text: table.corner) }
            for column in table.columns {
              writer.add(.th, [.scope("col")]) { writer in
                writer.add(.span, [.kind("head")]) { $0.write(column) }
              }
            }
          }
        }
        writer.add(.tbody) { writer in
          for row in table.rows {
            writer.add(.tr) { writer in
              writer.add(.th, [.scope("row")]) { $0.write(row.head) }
              for cell in row.cells { writer.add(.td) { $0.write(cell) } }
            }
          }
        }
      }
    }
  }

  // MARK: Lines

  private mutating func write(_ line: [HTMLInline]) {
    for part in line {
      switch part {
      case .text(let text): markup.add(text: text)
      case .strong(let text): add(.strong) { $0.markup.add(text: text) }
      case .code(let text): add(.code) { $0.markup.add(text: text) }
      case .answer(let tone, let words):
        add(.span, [.kind("answer \(tone.rawValue)")]) { writer in
          writer.add(.span, [.hiddenAloud]) { $0.markup.add(text: tone.sign) }
          writer.markup.add(text: " " + words)
        }
      case .answers(let tones, let words):
        add(.span, [.kind("answers"), .hiddenAloud]) { writer in
          for tone in tones {
            writer.add(.span, [.kind(tone.rawValue)]) { $0.markup.add(text: tone.sign) }
          }
        }
        add(.span, [.kind("aloud")]) { $0.markup.add(text: words) }
      }
    }
  }
}

/// The words that every page has, in both languages; the only file that has them.
private struct HTMLWords: Bilingual {
  let language: Language

  var skip: String { say("Hopp til innholdet", "Skip to the content") }
  var contents: String { say("På denne siden", "On this page") }
}
