import AccessPolicy

/// Single values as every reader of YAML takes them: plain where nobody can take them for anything
/// else, in double quotes where somebody could.
enum ScalarText {
  /// The longest key that YAML can hold on one line, with room for escapes.
  static let longestKey = 160

  static func of(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  static func of(_ value: Bool) -> String { value ? "yes" : "no" }

  static func of(_ value: Int64) -> String { "\(value)" }

  /// Letters and digits, with hyphens, full stops and single spaces inside.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first.isLetter, last.isLetterOrDigit,
      scalars.allSatisfy({ $0.isLetterOrDigit || " -._'()/".unicodeScalars.contains($0) })
    else { return false }
    return !NodeReader.isNothing(text) && OtherReaders.truthValue(text) == nil
      && !["unknown", "never"].contains(text)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where HiddenCharacters.isHidden(scalar): quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value <= 0xFF ? 2 : scalar.value <= 0xFFFF ? 4 : 8
    let letter = scalar.value <= 0xFF ? "x" : scalar.value <= 0xFFFF ? "u" : "U"
    return "\\\(letter)\(String(repeating: "0", count: width - digits.utf8.count))\(digits)"
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self)
      || "æøåÆØÅ".unicodeScalars.contains(self)
  }

  fileprivate var isLetterOrDigit: Bool { isLetter || ("0"..."9").contains(self) }
}

/// Points in time as a reader of the case likes them: counted from `now` where that is short.
struct WrittenClock {
  let now: Moment

  /// The instant; `nil` for one that scenario files cannot write.
  func text(_ instant: Instant) -> String? {
    if instant == now.instant { return "now" }
    let clock = Clock(now: now)
    let (seconds, overflow) = instant.secondsSince1970
      .subtractingReportingOverflow(now.instant.secondsSince1970)
    let relative = overflow ? nil : Self.relative(TimeSpan(seconds: seconds))
    let candidates =
      if let relative, relative.isShort {
        [relative.text, absolute(instant)]
      } else {
        [absolute(instant)] + (relative.map { [$0.text] } ?? [])
      }
    return candidates.first { clock.instant($0) == instant }
  }

  /// The moment on the clock; a midnight is its day.
  private func absolute(_ instant: Instant) -> String {
    let moment = now.at(instant)
    return now.startOfDay(moment.date) == instant
      ? moment.date.description : Self.text(moment)
  }

  /// A moment without seconds where there are none.
  static func text(_ moment: Moment) -> String {
    let text = moment.description
    guard text.utf8.count > 19, text.dropFirst(16).hasPrefix(":00") else { return text }
    return "\(text.prefix(16))\(text.dropFirst(19))"
  }

  private static func relative(_ span: TimeSpan) -> (text: String, isShort: Bool) {
    let length = span < .zero ? -span : span
    let isShort = length.seconds % 60 == 0 || length.seconds <= 120
    return (span < .zero ? "\(length) ago" : "in \(length)", isShort)
  }
}
