/// Seeded chance: the same seed always throws the same numbers, on every machine.
package struct Dice {
  /// SplitMix64, after Steele, Lea and Flood, "Fast splittable pseudorandom number generators".
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// Dice for one part of a whole, such as world 7 of a seed.
  package init(seed: UInt64, _ parts: UInt64...) {
    state = seed
    for part in parts { state = next() ^ (part &* 0x9E37_79B9_7F4A_7C15) }
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to a bound, which is left out.
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Yes, so often in a hundred.
  package mutating func percent(_ share: Int) -> Bool { below(100) < share }

  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  package mutating func pickAny<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : pick(elements)
  }

  /// Some of the elements, each so often in a hundred, in their order.
  package mutating func some<Element>(_ elements: [Element], percent share: Int) -> [Element] {
    var chosen: [Element] = []
    for element in elements where percent(share) { chosen.append(element) }
    return chosen
  }

  /// At least one of the elements, if there is one.
  package mutating func someOrOne<Element>(_ elements: [Element], percent share: Int) -> [Element] {
    let chosen = some(elements, percent: share)
    if !chosen.isEmpty || elements.isEmpty { return chosen }
    return [pick(elements)]
  }

  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    var end = elements.count
    while end > 1 {
      elements.swapAt(below(end), end - 1)
      end -= 1
    }
    return elements
  }
}
