/// Every rule of a policy set that can decide something, with its parts, in a fixed order.
package struct RuleOutline: Sendable {
  /// One rule.
  package struct Rule: Sendable {
    /// What kind of rule it is.
    package let kind: RuleKind
    /// Its id, as decisions name it.
    package let id: String
    /// Title, ground, place.
    package let term: Term
    /// What can come out in two ways.
    package fileprivate(set) var parts: [RulePart] = []
  }

  /// The rules, by kind and id.
  package private(set) var rules: [Rule] = []
  private var numbers: [RuleKind: [String: Int]] = [:]
  /// The number of a test's part within its rule, by the node of the test.
  private var partOfNode: [Int: Int] = [:]

  package init(_ engine: PolicyEngine) { self.init(engine.compiled) }

  init(_ compiled: CompiledPolicy) {
    addSession(compiled.policy)
    addRoles(compiled.policy)
    addGrants(compiled)
    addRelationships(compiled)
    addShields(compiled)
  }

  /// The number of a rule; `nil` for one that is not in the outline.
  func number(_ kind: RuleKind, _ id: String) -> Int? { numbers[kind]?[id] }

  /// The number of a rule's first part of a kind.
  func part(_ kind: RulePart.Kind, of rule: Int) -> Int? {
    rules[rule].parts.firstIndex { $0.kind == kind }
  }

  /// The number of one thing that a template gives.
  func part(given right: RoleRight, of rule: Int) -> Int? {
    rules[rule].parts.firstIndex { $0.kind == .gives && $0.words == right.description }
  }

  /// The number of a test among the parts of its rule.
  func part(node: Int) -> Int? { partOfNode[node] }

  // MARK: What stands in a policy set

  private mutating func add(_ kind: RuleKind, _ id: String, _ term: Term) {
    numbers[kind, default: [:]][id] = rules.count
    rules.append(Rule(kind: kind, id: id, term: term))
  }

  private mutating func add(_ kind: RulePart.Kind, _ words: String, at range: SourceRange? = nil) {
    guard let last = rules.indices.last else { return }
    rules[last].parts.append(
      RulePart(kind: kind, words: words, range: range ?? rules[last].term.range)
    )
  }

  private mutating func addTests(of condition: ConditionTable.Entry, _ table: ConditionTable) {
    guard let last = rules.indices.last else { return }
    for node in table.tests(of: condition.node) {
      partOfNode[node] = rules[last].parts.count
      add(.test, table.words[node], at: table.ranges[node])
    }
  }

  private mutating func addPurposes(_ purposes: Set<PurposeID>?) {
    if let purposes { add(.purposes, Self.list(purposes.map(\.text))) }
  }

  private static func list(_ names: [String]) -> String { names.sorted().joined(separator: ", ") }

  private mutating func addSession(_ policy: Policy) {
    guard let least = policy.sessionRules.leastAuthentication,
      let range = policy.sessionRules.range
    else { return }
    let title = LocalizedText(
      nb: "Minst påloggingsnivå \(least)",
      en: "At least authentication level \(least)"
    )
    add(.session, "session", Term(title: title, because: [], range: range))
  }

  private mutating func addRoles(_ policy: Policy) {
    for template in policy.templates {
      add(.template, template.id.text, template.entry.term)
      if !template.entry.units.isEmpty {
        add(.units, Self.list(template.entry.units.map(\.text)))
      }
      if let least = template.entry.leastAuthentication { add(.authentication, "\(least)") }
      for right in template.entry.rights { add(.gives, "\(right)") }
    }
    for subtemplate in policy.subtemplates where !subtemplate.entry.rights.isEmpty {
      add(.subtemplate, subtemplate.id.text, subtemplate.entry.term)
      for right in subtemplate.entry.rights { add(.gives, "\(right)") }
    }
    for purpose in policy.purposes { add(.purpose, purpose.id.text, purpose.entry.term) }
  }

  private mutating func addGrants(_ compiled: CompiledPolicy) {
    for rule in compiled.grants.rules.sorted(by: { $0.id < $1.id }) {
      guard let grant = rule.grant else { continue }
      add(.grant, grant.id.text, grant.term)
      addPurposes(grant.purposes)
      addTests(of: rule.condition, compiled.conditions)
    }
    let licences = compiled.policy.providerRecords.flatMap(\.entry.grants)
    for grant in licences.sorted(by: { $0.id < $1.id }) {
      add(.licence, grant.id.text, grant.term)
    }
  }

  private mutating func addRelationships(_ compiled: CompiledPolicy) {
    let policy = compiled.policy
    for rule in compiled.relationships.rules.sorted(by: { $0.id < $1.id }) {
      let relationship = policy.careRelationships[rule.owner].entry
      add(.relationship, rule.id.text, relationship.term)
      addPurposes(relationship.purposes)
      let facts = compiled.relationshipFacts[rule.owner]
      if let words = Self.statuses(facts, policy) { add(.status, words) }
      for side in Window.Side.allCases {
        let edge = side == .opens ? facts.window.opens : facts.window.closes
        guard case .relative = edge else { continue }
        add(side == .opens ? .opens : .closes, "\(edge)")
      }
      addTests(of: rule.condition, compiled.conditions)
    }
    for rule in compiled.reach.rules.sorted(by: { $0.id < $1.id }) {
      let reach = policy.reach[rule.owner].entry
      add(.reach, rule.id.text, reach.term)
      addPurposes(reach.purposes)
      addTests(of: rule.condition, compiled.conditions)
    }
  }

  /// The statuses that count, where one of the kinds of link has others as well.
  private static func statuses(_ facts: RelationshipFacts, _ policy: Policy) -> String? {
    var counting: Set<String> = []
    var hasOthers = false
    for (kind, statuses) in zip(policy.patientLogistics, facts.statuses) {
      guard case .some(let bits)? = statuses else { continue }
      let declared = kind.entry.counts.union(kind.entry.neverCounts)
      let names = policy.linkStatuses.enumerated()
        .filter { bits.contains($0.offset) && declared.contains($0.element.id) }
        .map(\.element.id)
      counting.formUnion(names.map(\.text))
      hasOthers = hasOthers || names.count < declared.count
    }
    return hasOthers ? list(Array(counting)) : nil
  }

  private mutating func addShields(_ compiled: CompiledPolicy) {
    for mark in compiled.marks {
      add(.mark, mark.id.text, mark.mark.term)
      if let covers = mark.mark.covers { add(.covers, Self.list(covers.map(\.text))) }
      if let actions = mark.mark.actions { add(.actions, Self.list(actions.map(\.text))) }
      if let derived = mark.derived { addTests(of: derived, compiled.conditions) }
      if !mark.circle.isEmpty { add(.reader, mark.id.text) }
      addTests(of: mark.hides, compiled.conditions)
    }
    for entry in compiled.marks.flatMap(\.circle).sorted(by: { $0.entry.id < $1.entry.id }) {
      add(.circle, entry.entry.id.text, entry.entry.term)
      addTests(of: entry.condition, compiled.conditions)
    }
    for (block, hides) in zip(compiled.policy.blocks, compiled.blocksHide) {
      add(.block, block.id.text, block.entry.term)
      addTests(of: hides, compiled.conditions)
    }
    for rule in compiled.selfAuthorisations {
      add(.selfAuthorisation, rule.id.text, rule.rule.term)
      addPurposes(rule.rule.purposes)
      addTests(of: rule.condition, compiled.conditions)
      add(.reason, Self.list(rule.rule.reasons.map(\.text)))
    }
  }
}

extension ConditionTable {
  /// The tests of a condition, in the order in which its author wrote them.
  func tests(of node: Int) -> [Int] {
    switch nodes[node] {
    case .constant: []
    case .not(let inner): tests(of: inner)
    case .all(let range), .any(let range): children[range].flatMap { tests(of: $0) }
    case .test: [node]
    }
  }
}
