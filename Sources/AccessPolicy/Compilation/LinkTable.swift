/// What care relationships ask of a link, beside their conditions, by their numbers in the order tried.
struct LinkTable: Sendable {
  private let kindCount: Int
  private let width: Int
  /// For each relationship and kind: where the statuses that count begin, or one of the two below.
  private let places: [Int32]
  private let statuses: [UInt64]
  let windows: [Window]
  /// When links are over for all of them.
  let lastCloses: LastCloses

  private static let notTaken: Int32 = -1
  private static let anyStatus: Int32 = -2

  init(_ rules: [OpeningRule], _ facts: [RelationshipFacts], statusCount: Int) {
    kindCount = facts.first?.statuses.count ?? 0
    width = (statusCount + 63) / 64
    var places: [Int32] = []
    var statuses: [UInt64] = []
    for rule in rules {
      for kind in facts[rule.owner].statuses {
        guard let kind else {
          places.append(Self.notTaken)
          continue
        }
        switch kind {
        case .any: places.append(Self.anyStatus)
        case .some(let counting):
          places.append(Int32(clamping: statuses.count))
          statuses += counting.words
        }
      }
    }
    self.places = places
    self.statuses = statuses
    let windows = rules.map { facts[$0.owner].window }
    self.windows = windows
    lastCloses = LastCloses(windows)
  }

  /// Whether a relationship takes links of a kind.
  func takes(_ kind: Int, for relationship: Int) -> Bool {
    places[relationship * kindCount + kind] != Self.notTaken
  }

  /// Whether it asks for a status in links of a kind that it takes.
  func asksForStatus(_ kind: Int, for relationship: Int) -> Bool {
    places[relationship * kindCount + kind] != Self.anyStatus
  }

  /// Whether a status counts in links of a kind for which it asks for one.
  func counts(_ status: Int, _ kind: Int, for relationship: Int) -> Bool {
    let place = Int(places[relationship * kindCount + kind]) + status >> 6
    return statuses[place] & (1 << UInt64(status & 63)) != 0
  }
}
