/// Numbers that look random and are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  // SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SeededNumbers {
  /// A text with a few slips: parts left out, doubled, moved, or replaced by what is special.
  mutating func slips(in text: String, special: [String]) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &self) {
      let start = Int.random(in: 0...scalars.count, using: &self)
      let end = min(scalars.count, start + Int.random(in: 0...8, using: &self))
      switch Int.random(in: 0..<4, using: &self) {
      case 0: scalars.removeSubrange(start..<end)
      case 1: scalars.insert(contentsOf: scalars[start..<end], at: start)
      case 2:
        let part = scalars[start..<end]
        scalars.insert(contentsOf: part, at: Int.random(in: 0...scalars.count, using: &self))
      default:
        let part = special[Int.random(in: 0..<special.count, using: &self)]
        scalars.replaceSubrange(start..<min(end, start + 1), with: part.unicodeScalars)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
