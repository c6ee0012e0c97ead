import AccessPolicy
import PolicyFiles

/// What holds for all mistakes, whatever they are about.
enum DiagnosticInvariants {
  /// The longest message or help in bytes: 500 characters of four bytes, and the sign of the cut.
  private static let longest = 2_010

  /// Holds mistakes to their rules; `texts` are the files that places can be in.
  static func hold(for diagnostics: [Diagnostic], texts: [String: String], atMost: Int) {
    invariant(diagnostics.count <= atMost, "\(diagnostics.count) mistakes")
    guard !diagnostics.isEmpty else { return }
    let lengths = texts.mapValues(lineLengths)
    for diagnostic in diagnostics {
      invariant(!diagnostic.message.isEmpty, "a message says something")
      invariant(diagnostic.help != "", "help says something: \(diagnostic)")
      invariant(diagnostic.message.utf8.count <= longest, "a message is short: \(diagnostic)")
      invariant((diagnostic.help ?? "").utf8.count <= longest, "help is short: \(diagnostic)")
      let places = [diagnostic.range].compactMap(\.self) + diagnostic.related.map(\.range)
      for place in places {
        guard let lines = lengths[place.file] else { continue }
        invariant(isInside(place, lines), "\(place)+\(place.length) is in the text: \(diagnostic)")
      }
    }
    invariant(diagnostics == diagnostics.sorted(), "mistakes are in order")
  }

  /// A place lies in its line, or is the one column behind it.
  private static func isInside(_ place: SourceRange, _ lines: [Int]) -> Bool {
    guard place.line >= 1, place.line <= lines.count, place.column >= 1 else { return false }
    let length = lines[place.line - 1]
    return place.column <= length + 1
      && (place.length == 1 || place.column + place.length <= length + 1)
  }

  /// How many columns each line has.
  private static func lineLengths(_ text: String) -> [Int] {
    var lengths = [0]
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": lengths.append(0)
      default: lengths[lengths.count - 1] += 1
      }
      previous = scalar
    }
    return lengths
  }
}
