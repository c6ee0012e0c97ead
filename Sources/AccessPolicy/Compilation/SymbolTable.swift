/// Gives texts numbers: two texts have one number when they have the same bytes.
struct SymbolTable: Sendable {
  private(set) var texts: [TextRef]
  /// Places in ``texts`` plus one, by hash, in a power of two of buckets; 0 is free.
  private var buckets: [Int32]

  init() {
    texts = []
    buckets = Array(repeating: 0, count: 16)
  }

  /// The number of a text, if it has one.
  func number(of text: TextRef) -> Int64? {
    let found = buckets[bucket(of: text)]
    return found == 0 ? nil : Int64(found - 1)
  }

  /// The number of a text; a new one gets the next.
  mutating func insert(_ text: TextRef) -> Int64 {
    let place = bucket(of: text)
    if buckets[place] != 0 { return Int64(buckets[place] - 1) }
    texts.append(text)
    buckets[place] = Int32(clamping: texts.count)
    if texts.count * 2 > buckets.count { grow() }
    return Int64(texts.count - 1)
  }

  /// Where a text stands, or could be put.
  private func bucket(of text: TextRef) -> Int {
    var place = text.hashValue & (buckets.count - 1)
    while buckets[place] != 0, texts[Int(buckets[place] - 1)] != text {
      place = (place + 1) & (buckets.count - 1)
    }
    return place
  }

  private mutating func grow() {
    buckets = Array(repeating: 0, count: buckets.count * 2)
    for (index, text) in texts.enumerated() {
      buckets[bucket(of: text)] = Int32(clamping: index + 1)
    }
  }
}
