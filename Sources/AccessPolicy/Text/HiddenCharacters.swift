/// Characters that a policy file must not hold, though they are text.
///
/// What the reader of a file sees must be what the engine reads: so no invisible characters, no
/// spaces that are not the space, none that reorder the text on the screen, and no end of a line
/// that editors do not show.
package enum HiddenCharacters {
  /// Every hidden character with its place, at most as many as asked for, and the first carriage
  /// return that stands alone.
  package static func all(in text: String, file: String, limit: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var (line, column) = (1, 1)
    // Where a carriage return stands of which it is not yet known whether it stands alone.
    var carriageReturn: SourceRange?
    var knowsOneAlone = false
    func endLine() { (line, column) = (line + 1, 1) }
    func standsAlone(_ place: SourceRange) {
      guard !knowsOneAlone, found.count < limit else { return }
      knowsOneAlone = true
      found.append(.loneCarriageReturn(at: place))
    }
    for scalar in text.unicodeScalars {
      if let place = carriageReturn {
        carriageReturn = nil
        endLine()
        if scalar == "\n" { continue }
        standsAlone(place)
      }
      switch scalar {
      case "\n": endLine()
      case "\r": carriageReturn = SourceRange(file: file, line: line, column: column)
      default:
        if isHidden(scalar) {
          let place = SourceRange(file: file, line: line, column: column)
          found.append(.hiddenCharacter(scalar, isSpace: isOddSpace(scalar), at: place))
        }
        column += 1
      }
      guard found.count < limit else { return found }
    }
    if let carriageReturn { standsAlone(carriageReturn) }
    return found
  }

  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: false
    case 0x00...0x1F, 0x7F...0x9F: true  // control characters, U+0085 NEXT LINE among them
    case 0x2028, 0x2029: true  // line and paragraph separator: lines to YAML, not to editors
    case 0x2800: true  // the pattern of braille without a dot, which looks like a space
    case 0xFFFE, 0xFFFF: true  // what YAML cannot hold
    default: isUnseen(scalar) || isOddSpace(scalar)
    }
  }

  /// Whether a character is a space, and not the one that the space bar writes.
  private static func isOddSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar != " " && scalar.properties.generalCategory == .spaceSeparator
  }

  /// Whether nothing is drawn for a character: joiners, soft hyphens, variation selectors, tags,
  /// byte-order marks inside, and those that reorder text.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
  }
}
