/// Text as a person sees it.
package enum VisibleCharacters {
  /// How many characters can be seen: white space, controls and invisible characters do not count.
  package static func count(in text: String) -> Int { text.unicodeScalars.count(where: isOne) }

  /// Whether a character of the text can be seen.
  package static func areIn(_ text: String) -> Bool { text.unicodeScalars.contains(where: isOne) }

  private static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    // Most are ASCII, of which the rest below says the same.
    if scalar.isASCII { return (0x21...0x7E).contains(scalar.value) }
    let properties = scalar.properties
    guard !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint else { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .unassigned: return false
    default: return true
    }
  }
}
