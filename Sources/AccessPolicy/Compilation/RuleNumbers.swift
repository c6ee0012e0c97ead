/// The rules that a verdict can rest on, numbered: grants, care relationships, reach, self-authorisation.
struct RuleNumbers: Sendable {
  private(set) var ids: [RuleID] = []
  /// Where the numbers of each kind begin.
  let relationships: Int
  let reach: Int
  let selfAuthorisations: Int
  private let grants: [RuleID: Int32]
  private let openers: [RuleID: Int32]

  init(
    grants: [OpeningRule],
    relationships: [OpeningRule],
    reach: [OpeningRule],
    selfAuthorisations: [CompiledSelfAuthorisation]
  ) {
    ids =
      grants.map(\.id) + relationships.map(\.id) + reach.map(\.id)
      + selfAuthorisations.map { $0.id.cast() }
    self.relationships = grants.count
    self.reach = grants.count + relationships.count
    self.selfAuthorisations = self.reach + reach.count
    self.grants = Self.numbers(ids, grants.indices)
    openers = Self.numbers(ids, grants.count..<ids.count)
  }

  private static func numbers(_ ids: [RuleID], _ range: Range<Int>) -> [RuleID: Int32] {
    Dictionary(range.map { (ids[$0], Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a rule of the function gate; -1 for none.
  func grant(_ id: RuleID?) -> Int32 { id.flatMap { grants[$0] } ?? -1 }

  /// The number of a rule of the relationship gate; -1 for none.
  func opener(_ id: RuleID?) -> Int32 { id.flatMap { openers[$0] } ?? -1 }

  /// The rule with a number; `nil` for -1.
  func id(_ number: Int32) -> RuleID? { number < 0 ? nil : ids[Int(number)] }
}
