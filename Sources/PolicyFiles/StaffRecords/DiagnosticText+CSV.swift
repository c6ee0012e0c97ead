import AccessPolicy

// The sentences for CSV that cannot be read as rows and cells.

extension Diagnostic {
  static func quoteInBareCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "a quote stands inside a cell that does not begin with one",
      help: "put quotes around the whole cell, and write each quote inside it twice: "
        + "`\"the \"\"old\"\" ward\"`",
      at: range
    )
  }

  static func textAfterQuotes(at range: SourceRange, opened: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "the cell goes on after its closing quote",
      help: "a quote inside quotes is written twice: `\"the \"\"old\"\" ward\"`",
      at: range,
      related: [Located("the quotes begin here", at: opened)]
    )
  }

  static func quotesNeverClosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "the quotes that begin here are never closed",
      help: "write the closing quote; a quote that belongs to the text is written twice, "
        + "in a cell with quotes around it",
      at: range
    )
  }

  static func lineBreakInCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "the cell that begins here goes on over a line break",
      help: "one record is one line: close the quotes, or write a space for the line break, or "
        + "leave the column out",
      at: range
    )
  }

  static func lineInsideQuotes(at range: SourceRange, opened: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "the line stands inside quotes that begin on an earlier line, so it is no record by itself",
      help: "mend the line in which the quotes begin",
      at: range,
      related: [Located("the quotes begin here", at: opened)]
    )
  }

  static func rowTooLong(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the record is longer than \(limit >> 10) KiB",
      help: "one record is one line; is a line break missing?",
      at: range
    )
  }

  static func tooManyCells(_ count: Int, columns: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "the record has \(count) cells, and the header has \(columns)",
      help: "if a separator belongs to a text, put quotes around the cell",
      at: range
    )
  }

  static func tooFewCells(_ count: Int, columns: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "the record has \(count) cell\(count == 1 ? "" : "s"), and the header has \(columns)",
      help: "write a separator for each cell that is empty; an empty cell says that there is none",
      at: range
    )
  }
}
