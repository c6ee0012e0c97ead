import AccessPolicy

/// A text in which `▶` stands before a place that a test is about, and `▷` before one beside it.
struct MarkedText {
  let text: String
  let place: SourceRange?
  let related: SourceRange?

  init(_ marked: String, file: String) {
    var text = String.UnicodeScalarView()
    var (line, column) = (1, 1)
    var (place, related): (SourceRange?, SourceRange?)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "▶": place = SourceRange(file: file, line: line, column: column)
      case "▷": related = SourceRange(file: file, line: line, column: column)
      default:
        text.append(scalar)
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
    self.text = String(text)
    self.place = place
    self.related = related
  }
}

extension SourceRange {
  /// Whether both begin at the same place.
  func begins(at other: SourceRange?) -> Bool {
    file == other?.file && line == other?.line && column == other?.column
  }
}
