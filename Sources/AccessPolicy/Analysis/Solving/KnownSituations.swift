/// Situations that were found, which may meet the next question as well.
struct KnownSituations {
  /// The one that was of use last comes first.
  private var situations: [Situation] = []

  /// How many are kept.
  private static let most = 32

  /// A value for each fact of a space, and what literals answer by them, as far as it was asked.
  struct Situation {
    /// What was found.
    let model: [Int: Int]
    /// The number of a value for each fact.
    let values: [Int]
    /// For each variable: 1 true, -1 false, 0 not asked yet.
    var truths: [Int8] = []
  }

  mutating func insert(_ situation: Situation) {
    if situations.count == Self.most { situations.removeLast() }
    situations.insert(situation, at: 0)
  }

  /// Takes facts in that came later.
  mutating func complete(to count: Int, _ complete: ([Int: Int]) -> Situation?) {
    guard situations.contains(where: { $0.values.count < count }) else { return }
    situations = situations.compactMap { $0.values.count < count ? complete($0.model) : $0 }
  }

  /// Whether one of them is as wanted.
  mutating func contains(where isWanted: (inout Situation) -> Bool) -> Bool {
    for place in situations.indices where isWanted(&situations[place]) {
      if place > 0 { situations.insert(situations.remove(at: place), at: 0) }
      return true
    }
    return false
  }
}
