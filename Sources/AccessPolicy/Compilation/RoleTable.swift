/// Templates and subtemplates as words of bits: a role is merged by joining words.
struct RoleTable: Sendable {
  let layout: RoleLayout
  let templates: [Part]
  let subtemplates: [Part]
  /// What somebody has whose template is not declared.
  let nothing: Part

  /// What one template or subtemplate gives.
  final class Part: Sendable {
    let words: [UInt64]
    /// The units that it lists, from the lowest.
    let units: [Int]
    /// The least authentication level that it asks for.
    let leastAuthentication: Int64?
    /// When links are over for all of its care relationships.
    let lastCloses: LastCloses

    init(words: [UInt64], units: [Int], leastAuthentication: Int64?, lastCloses: LastCloses) {
      self.words = words
      self.units = units
      self.leastAuthentication = leastAuthentication
      self.lastCloses = lastCloses
    }
  }

  init(_ policy: Policy, relationships: [OpeningRule], reach: [OpeningRule]) {
    let layout = RoleLayout(policy, relationships: relationships, reach: reach)
    func part(_ role: RoleTemplate) -> Part {
      var words = Array(repeating: UInt64(0), count: layout.wordCount)
      func add<Kind>(_ ids: Set<Identifier<Kind>>, _ place: (Identifier<Kind>) -> Int?) {
        for id in ids { if let place = place(id) { words[place >> 6] |= 1 << UInt64(place & 63) } }
      }
      add(role.securityClasses) { layout.place(securityClass: $0, policy) }
      add(role.relationships) { layout.place(relationship: $0, policy) }
      add(role.reach) { layout.place(reach: $0, policy) }
      add(role.selfAuthorisation) { layout.place(selfAuthorisation: $0, policy) }
      add(role.purposes) { layout.place(purpose: $0, policy) }
      return Part(
        words: words,
        units: role.units.compactMap { policy.organisation.index(of: $0) }.sorted(),
        leastAuthentication: role.leastAuthentication,
        lastCloses: LastCloses(
          role.relationships.compactMap { policy.careRelationships[$0]?.window }
        )
      )
    }
    self.layout = layout
    nothing = Part(
      words: Array(repeating: 0, count: layout.wordCount),
      units: [],
      leastAuthentication: nil,
      lastCloses: LastCloses([])
    )
    templates = policy.templates.map { part($0.entry) }
    subtemplates = policy.subtemplates.map { part($0.entry) }
  }
}

/// Where the bits of each kind of right stand among the words of a role.
struct RoleLayout: Sendable {
  let securityClasses: Range<Int>
  /// Care relationships and reach stand in the order in which they are tried.
  let relationships: Range<Int>
  let reach: Range<Int>
  let selfAuthorisations: Range<Int>
  let purposes: Range<Int>
  let wordCount: Int
  /// For each care relationship and each reach rule, its number in the order in which they are tried.
  let relationshipNumbers: [Int]
  let reachNumbers: [Int]

  init(_ policy: Policy, relationships: [OpeningRule], reach: [OpeningRule]) {
    var end = 0
    // Each kind begins at a word of its own.
    func words(for count: Int) -> Range<Int> {
      defer { end += (count + 63) / 64 }
      return end..<end + (count + 63) / 64
    }
    securityClasses = words(for: policy.securityClasses.count)
    self.relationships = words(for: relationships.count)
    self.reach = words(for: reach.count)
    selfAuthorisations = words(for: policy.selfAuthorisation.count)
    purposes = words(for: policy.purposes.count)
    wordCount = end
    relationshipNumbers = Self.numbers(relationships)
    reachNumbers = Self.numbers(reach)
  }

  private static func numbers(_ rules: [OpeningRule]) -> [Int] {
    var numbers = Array(repeating: 0, count: rules.count)
    for (number, rule) in rules.enumerated() { numbers[rule.owner] = number }
    return numbers
  }

  // Where the bit of a right stands; `nil` for one that the policy set does not declare.

  func place(securityClass id: SecurityClassID, _ policy: Policy) -> Int? {
    policy.securityClasses.index(of: id).map { securityClasses.lowerBound << 6 + $0 }
  }

  func place(relationship id: RelationshipID, _ policy: Policy) -> Int? {
    policy.careRelationships.index(of: id)
      .map { relationships.lowerBound << 6 + relationshipNumbers[$0] }
  }

  func place(reach id: ReachID, _ policy: Policy) -> Int? {
    policy.reach.index(of: id).map { reach.lowerBound << 6 + reachNumbers[$0] }
  }

  func place(selfAuthorisation id: SelfAuthorisationID, _ policy: Policy) -> Int? {
    policy.selfAuthorisation.index(of: id).map { selfAuthorisations.lowerBound << 6 + $0 }
  }

  func place(purpose id: PurposeID, _ policy: Policy) -> Int? {
    policy.purposes.index(of: id).map { purposes.lowerBound << 6 + $0 }
  }
}
