/// Finds the dense indices of names: the places at which they stand in a list.
struct NameTable: Sendable {
  /// Two words for each place of an open-addressed table: the hash of a name, and its index plus one.
  ///
  /// Index 0 is free; at most half of the places are taken.
  private let places: [UInt64]
  private let mask: UInt64
  /// Another one in each process, as for Swift's own hashes.
  private let seed: UInt64
  /// The bytes of all names, as words, and for each name where they begin and how many bytes there are.
  private let words: [UInt64]
  private let starts: [Int32]
  private let counts: [Int32]

  init(_ names: [String]) {
    var size = 4
    while size < names.count * 2 { size *= 2 }
    var places = Array(repeating: UInt64(0), count: size * 2)
    let seed = UInt64(bitPattern: Int64(Hasher().finalize()))
    let mask = UInt64(size - 1)
    var words: [UInt64] = []
    var starts: [Int32] = []
    var counts: [Int32] = []
    for (index, name) in names.enumerated() {
      let hash = TextBytes.hash(name, seed: seed)
      var place = hash & mask
      while places[Int(place) * 2 + 1] != 0 { place = (place + 1) & mask }
      places[Int(place) * 2] = hash
      places[Int(place) * 2 + 1] = UInt64(index + 1)
      starts.append(Int32(clamping: words.count))
      counts.append(Int32(clamping: name.utf8.count))
      words += TextBytes.words(name)
    }
    self.places = places
    self.mask = mask
    self.seed = seed
    self.words = words
    self.starts = starts
    self.counts = counts
  }

  /// Where a name stands, if it does.
  @inline(never)
  func index(of name: String) -> Int? {
    let hash = TextBytes.hash(name, seed: seed)
    var place = hash & mask
    while true {
      let found = Int(places[Int(place) * 2 + 1])
      if found == 0 { return nil }
      if places[Int(place) * 2] == hash,
        TextBytes.areEqual(
          name,
          count: Int(counts[found - 1]),
          words,
          from: Int(starts[found - 1])
        )
      {
        return found - 1
      }
      place = (place + 1) & mask
    }
  }

  subscript<Kind>(id: Identifier<Kind>) -> Int? { index(of: id.text) }
}
