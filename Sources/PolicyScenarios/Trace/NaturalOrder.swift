/// Orders ids as people do: `R1.2` before `R1.10`.
struct NaturalOrder: Comparable {
  private let text: String
  private let parts: [Part]

  private enum Part: Equatable {
    case number(String)
    case word(String)
  }

  init(_ text: String) {
    self.text = text
    var parts: [Part] = []
    var rest = text.utf8[...]
    while let first = rest.first {
      let isDigit = Self.isDigit(first)
      let run = rest.prefix { Self.isDigit($0) == isDigit }
      let word = String(Substring(run))
      parts.append(isDigit ? .number(String(word.drop { $0 == "0" })) : .word(word))
      rest = rest[run.endIndex...]
    }
    self.parts = parts
  }

  static func < (a: Self, b: Self) -> Bool {
    for (first, second) in zip(a.parts, b.parts) where first != second {
      switch (first, second) {
      case (.number(let first), .number(let second)):
        return (first.count, first) < (second.count, second)
      case (.word(let first), .word(let second)): return first < second
      case (.number, .word): return true
      case (.word, .number): return false
      }
    }
    return (a.parts.count, a.text) < (b.parts.count, b.text)
  }

  static func == (a: Self, b: Self) -> Bool { a.text == b.text }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
