/// Quotation marks of books and word processors, which no program takes for quotes.
package enum SmartQuote {
  /// Whether a character is one of them.
  package static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "‛", "‹", "›", "″", "＂": true
    default: false
    }
  }
}
