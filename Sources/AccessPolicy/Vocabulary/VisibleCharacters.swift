/// Text as a person sees it.
package enum VisibleCharacters {
  /// How many characters can be seen: white space, controls and invisible characters do not count.
  package static func count(in text: String) -> Int {
    text.unicodeScalars.count { scalar in
      let properties = scalar.properties
      guard !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint else { return false }
      switch properties.generalCategory {
      case .control, .format, .surrogate, .unassigned: return false
      default: return true
      }
    }
  }
}
