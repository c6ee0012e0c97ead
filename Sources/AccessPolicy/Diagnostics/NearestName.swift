/// Finds the declared name that somebody probably meant.
package enum NearestName {
  /// The candidate with the least distance, if it is near enough to be a slip; ties by order.
  ///
  /// - Complexity: O(candidates + 1,000 × length²): names longer than 64 bytes are not compared, and
  ///   among more than 1,000 of about the same length none is named.
  package static func of(_ text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    let comparable = candidates.filter {
      $0.utf8.count <= 64 && abs($0.utf8.count - wanted.count) <= limit && $0 != text
    }
    // Among very many there is no nearest worth the search, and none must depend on their order.
    guard comparable.count <= 1_000 else { return nil }
    for name in comparable.sorted() {
      let candidate = Array(name.lowercased().utf8)
      let distance = distance(wanted, candidate)
      if distance <= limit, distance < (best?.distance ?? .max) { best = (distance, name) }
    }
    return best?.name
  }

  /// Whether two names differ in capital and small letters, and in nothing else.
  package static func differ(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count, a != b else { return false }
    return zip(a.utf8, b.utf8).allSatisfy { folded($0) == folded($1) }
  }

  /// The name with small letters for capital ones, by which names that ``differ(_:_:)`` are equal.
  package static func folded(_ name: String) -> String {
    String(decoding: name.utf8.map(folded), as: UTF8.self)
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }

  /// Optimal string alignment: insertions, deletions, replacements and swapped neighbours count one.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1]
        var cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, before[j - 2] + 1)
        }
        row.append(cost)
      }
      (before, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
