import AccessPolicy

/// A page for browsers that needs nothing but itself, and is read on screen, on paper and aloud.
///
/// It is built of what things are (sections, lists, tables, answers), never of markup: text is put in
/// as text, and what it looks like stands in one style sheet. There is no script in it, nothing is
/// fetched, and the page tells the browser so.
///
/// ```swift
/// var page = HTMLPage(title: "Who sees what", language: .en)
/// page.lead = [.facts([.init("Policy set", "ward 1.0.0")])]
/// page.sections = [HTMLSection("Read", [.table(table)])]
/// try Terminal.out(page.text)
/// ```
struct HTMLPage: Sendable {
  /// What the page is about.
  var title: String
  /// The language of the page's own words; what is put in is in it as well.
  var language: Language
  /// Whether it is printed on sheets that lie on their long side, as wide tables need.
  var isLandscape = false
  /// What stands above all sections.
  var lead: [HTMLBlock] = []
  /// The page in parts; where there are several, a list of them stands above.
  var sections: [HTMLSection] = []
  /// What the page is made of: the policy set, its digest, the time.
  var foot: [HTMLBlock] = []

  init(title: String, language: Language) {
    self.title = title
    self.language = language
  }

  /// The whole file.
  var text: String { HTMLWriter.text(of: self) }
}

/// A part of a page, under a heading; headings follow each other without a gap by construction.
struct HTMLSection: Sendable {
  /// What the part is about.
  var heading: [HTMLInline]
  /// What it says.
  var blocks: [HTMLBlock]
  /// Its own parts.
  var sections: [HTMLSection]

  init(_ heading: String, _ blocks: [HTMLBlock] = [], sections: [HTMLSection] = []) {
    self.init([.text(heading)], blocks, sections: sections)
  }

  init(_ heading: [HTMLInline], _ blocks: [HTMLBlock] = [], sections: [HTMLSection] = []) {
    self.heading = heading
    self.blocks = blocks
    self.sections = sections
  }
}

/// Something that stands by itself on a page.
indirect enum HTMLBlock: Sendable {
  /// A paragraph.
  case paragraph([HTMLInline])
  /// A list in no order.
  case list([[HTMLInline]])
  /// A list whose numbers are referred to.
  case numbered([[HTMLInline]])
  /// Terms, each with what is said of it.
  case facts([HTMLFact])
  /// Rows and columns.
  case table(HTMLTable)
  /// What is shown when it is asked for; on paper it is always shown.
  case details(summary: [HTMLInline], isOpen: Bool, [HTMLBlock])
  /// Lines of a file, as they stand; the name is read aloud where the lines must be scrolled.
  case code(String, name: String)
  /// What must not be overlooked.
  case note([HTMLInline])

  /// A paragraph of plain text.
  static func text(_ text: String) -> HTMLBlock { .paragraph([.text(text)]) }
}

/// A term, and what is said of it.
struct HTMLFact: Sendable {
  let term: String
  /// What is said, each for itself.
  let words: [[HTMLInline]]

  init(_ term: String, _ words: String) { self.init(term, [.text(words)]) }

  init(_ term: String, _ words: [HTMLInline]) { self.init(term, each: [words]) }

  init(_ term: String, each words: [[HTMLInline]]) {
    self.term = term
    self.words = words
  }
}

/// Something in a line of text.
enum HTMLInline: Sendable, Hashable {
  /// Text.
  case text(String)
  /// Text that matters more than what is around it.
  case strong(String)
  /// What is written in files: an id, a condition, a place.
  case code(String)
  /// An answer, in words, with its shape and colour.
  case answer(HTMLTone, String)
  /// Several answers as shapes, close together; the words are read aloud in their stead.
  case answers([HTMLTone], words: String)
}

/// What an answer, or a change of one, means; each has a shape as well as a colour.
enum HTMLTone: String, Sendable, Hashable, CaseIterable {
  /// Yes.
  case yes
  /// Once a reason is given.
  case reason
  /// No.
  case no
  /// No, and there is nothing to be seen.
  case hidden
  /// Not asked, or not the same everywhere.
  case other
  /// A change that gives more.
  case opens
  /// A change that gives less.
  case closes
  /// A change that newly asks for a reason.
  case asks

  /// The shape, which no other tone of the same page has.
  var sign: String {
    switch self {
    case .yes: "✓"
    case .reason: "?"
    case .no: "–"
    case .hidden: "∅"
    case .other: "·"
    case .opens: "+"
    case .closes: "×"
    case .asks: "!"
    }
  }
}

/// Rows and columns, each with a head.
struct HTMLTable: Sendable {
  /// What the table shows; it also names the region that a wide table is scrolled in.
  var caption: String
  /// What the heads of rows are.
  var corner: String
  /// The heads of columns, after that of the rows' heads.
  var columns: [[HTMLInline]]
  /// The rows, in order.
  var rows: [Row]
  /// Whether the heads of columns stand upright, so that many columns have room.
  var hasUprightHeads: Bool

  /// A row; it has a cell for each column.
  struct Row: Sendable {
    let head: [HTMLInline]
    let cells: [[HTMLInline]]

    init(_ head: [HTMLInline], _ cells: [[HTMLInline]]) {
      self.head = head
      self.cells = cells
    }
  }

  init(
    caption: String,
    corner: String,
    columns: [[HTMLInline]],
    rows: [Row],
    hasUprightHeads: Bool = false
  ) {
    self.caption = caption
    self.corner = corner
    self.columns = columns
    self.rows = rows
    self.hasUprightHeads = hasUprightHeads
  }
}
