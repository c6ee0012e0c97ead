import AccessPolicy

/// Text as it can safely be shown: nothing in it can move the cursor, colour or reorder the screen.
package enum VisibleText {
  /// The text with every hidden character written as its code, such as `‹U+001B›`.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { visible.append(contentsOf: shown(scalar)) }
    return String(visible)
  }

  /// A character as it is shown.
  static func shown(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    guard isHidden(scalar) else { return String.UnicodeScalarView([scalar]) }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "‹U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + "›"
    return code.unicodeScalars
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": true
    default: HiddenCharacters.isHidden(scalar)
    }
  }

  /// How many columns of a terminal a character takes: none, one or two.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x300: return 1
    // East Asian wide and full-width characters, and pictures (Unicode Standard Annex 11).
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }
}
