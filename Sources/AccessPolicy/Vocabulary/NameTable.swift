/// Finds the dense indices of names: the places at which they stand in a list, or in one of several.
///
/// A class, so that looking a name up passes one reference on and copies no list.
final class NameTable: Sendable {
  /// An open-addressed table, of which at most half is taken.
  private let places: [Place]
  private let mask: UInt64
  /// Another one in each process, as for Swift's own hashes.
  private let seed: UInt64
  /// The words of all names between their first and last.
  private let middles: [UInt64]

  /// What tells a name from others: its list, the number of its bytes, and these as words.
  private struct Key {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count: UInt16 = 0
    var list: UInt16 = 0
  }

  private struct Place {
    var key = Key()
    /// The dense index of the name; -1 where there is none.
    var index: Int32 = -1
    /// Where the words between first and last begin.
    var middle: Int32 = 0
  }

  convenience init(_ names: [String]) { self.init(lists: [names]) }

  /// Several lists in one table, so that who looks for names in all of them holds one reference.
  init(lists: [[String]]) {
    var size = 4
    while size < lists.map(\.count).reduce(0, +) * 2 { size *= 2 }
    let seed = UInt64(bitPattern: Int64(Hasher().finalize()))
    self.seed = seed
    let mask = UInt64(size - 1)
    self.mask = mask
    var places = Array(repeating: Place(), count: size)
    var middles: [UInt64] = []
    for (list, names) in lists.enumerated() {
      for (index, name) in names.enumerated() {
        TextBytes.withBytes(of: name) { bytes in
          let key = Self.key(bytes, list)
          var number = Int(Self.hash(key, bytes, seed: seed) & mask)
          while places[number].index >= 0 { number = (number + 1) & Int(mask) }
          places[number] = Place(
            key: key,
            index: Int32(clamping: index),
            middle: Int32(clamping: middles.count)
          )
          for word in Self.middle(bytes) { middles.append(bytes.word(word)) }
        }
      }
    }
    self.places = places
    self.middles = middles
  }

  /// Where a name stands in a list, if it does.
  @inline(never)
  func index(of name: String, in list: Int = 0) -> Int? {
    TextBytes.withBytes(of: name) { bytes in
      let key = Self.key(bytes, list)
      var number = Int(Self.hash(key, bytes, seed: seed) & mask)
      while places[number].index >= 0 {
        if places[number].key.first == key.first, places[number].key.last == key.last,
          places[number].key.count == key.count, places[number].key.list == key.list,
          key.count <= 16 || isSame(bytes, places[number])
        {
          return Int(places[number].index)
        }
        number = (number + 1) & Int(mask)
      }
      return nil
    }
  }

  @inline(__always)
  private static func key(_ bytes: TextBytes.Bytes, _ list: Int) -> Key {
    let count = bytes.count
    return Key(
      first: count == 0 ? 0 : bytes.word(0),
      last: count < 8 ? 0 : bytes.word(bytes.wordCount - 1),
      count: UInt16(clamping: count),
      list: UInt16(truncatingIfNeeded: list)
    )
  }

  /// The words that a key leaves out.
  @inline(__always)
  private static func middle(_ bytes: TextBytes.Bytes) -> Range<Int> {
    1..<max(1, bytes.wordCount - 1)
  }

  @inline(__always)
  private static func hash(_ key: Key, _ bytes: TextBytes.Bytes, seed: UInt64) -> UInt64 {
    let kind = UInt64(truncatingIfNeeded: key.list) &<< 16 | UInt64(truncatingIfNeeded: key.count)
    var hash = mix(seed ^ kind ^ key.first)
    for word in middle(bytes) { hash = mix(hash ^ bytes.word(word)) }
    return mix(hash ^ key.last)
  }

  /// Lets every bit reach every other.
  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private func isSame(_ bytes: TextBytes.Bytes, _ place: Place) -> Bool {
    for word in Self.middle(bytes) where bytes.word(word) != middles[Int(place.middle) + word - 1] {
      return false
    }
    return true
  }

  subscript<Kind>(id: Identifier<Kind>) -> Int? { index(of: id.text) }
}
