/// What of a rule that opens is looked at while a gate is asked: numbers alone.
struct RuleBrief: Sendable {
  /// The dense index of the security class, relationship or reach rule that a role has or has not.
  let owner: Int
  /// The dense index of the self-authorisation rule that it takes; -1 for none.
  let takes: Int
  let condition: ConditionTable.Entry
}

/// The rules of one gate in the order in which they are tried, in brief.
struct RuleBriefs: Sendable {
  let rules: [RuleBrief]
  let served: ServedPurposes

  init(_ rules: [OpeningRule], ordinary: [Bool]) {
    self.rules = rules.map {
      RuleBrief(owner: $0.owner, takes: $0.takes ?? -1, condition: $0.condition)
    }
    served = ServedPurposes(rules.map(\.purposes), ordinary: ordinary)
  }
}

/// For each of some rules, the purposes that it serves, as words of bits.
struct ServedPurposes: Sendable {
  private let width: Int
  private let words: [UInt64]

  /// - Parameters:
  ///   - named: The purposes that each rule names; `nil` for every ordinary one.
  ///   - ordinary: For each purpose, whether a rule that names none serves it.
  init(_ named: [BitSet?], ordinary: [Bool]) {
    let everyOrdinary = BitSet(capacity: ordinary.count, ordinary.indices.filter { ordinary[$0] })
    width = (ordinary.count + 63) / 64
    words = named.flatMap { ($0 ?? everyOrdinary).words }
  }

  func contains(_ purpose: Int, by rule: Int) -> Bool {
    words[rule * width + purpose >> 6] & (1 << UInt64(purpose & 63)) != 0
  }
}

/// What can open the gate of a relationship with a reason, in the order of ids.
///
/// Care relationships that take a self-authorisation rule, and such rules for a patient to whom there is
/// no tie.
struct TakingOpeners: Sendable {
  enum Opener: Sendable {
    /// By its number in the order in which relationships are tried.
    case relationship(Int)
    case selfAuthorisation(Int)
  }

  private(set) var openers: [Opener] = []
  /// For each care relationship by its number, and each self-authorisation rule, its place among the
  /// openers; -1 for none.
  private(set) var placeOfRelationship: [Int]
  private(set) var placeOfSelfAuthorisation: [Int]

  init(_ relationships: [OpeningRule], _ selfAuthorisations: [CompiledSelfAuthorisation]) {
    placeOfRelationship = Array(repeating: -1, count: relationships.count)
    placeOfSelfAuthorisation = Array(repeating: -1, count: selfAuthorisations.count)
    var named: [(id: RuleID, kind: Int, opener: Opener)] = []
    for (number, rule) in relationships.enumerated() where rule.takes != nil {
      named.append((rule.id, 0, .relationship(number)))
    }
    for (index, rule) in selfAuthorisations.enumerated() where rule.rule.scope == .patient {
      named.append((rule.id.cast(), 1, .selfAuthorisation(index)))
    }
    named.sort { ($0.id, $0.kind) < ($1.id, $1.kind) }
    for (place, element) in named.enumerated() {
      openers.append(element.opener)
      switch element.opener {
      case .relationship(let number): placeOfRelationship[number] = place
      case .selfAuthorisation(let index): placeOfSelfAuthorisation[index] = place
      }
    }
  }
}
