import AccessPolicy
import PolicyTestSupport

/// Writes one policy set, section by section, by the throws of its dice.
///
/// Every feature of the language turns up; a single set has some of them.
struct WorldWriter {
  var dice: Dice
  var words = Vocabulary()
  var conditions: ConditionWriter
  /// How often, in a hundred, a rule of this set has a condition.
  let conditionShare: Int
  private(set) var sections: [(name: String, body: Tree)] = []

  /// The sections of the policy set that these dice make.
  static func write(_ dice: Dice) -> [(name: String, body: Tree)] {
    var writer = WorldWriter(dice: dice)
    writer.writeTerms()
    writer.writeRoles()
    writer.writeRelationships()
    writer.writeShields()
    writer.writeSelfAuthorisation()
    writer.writeProvisioning()
    return writer.sections
  }

  private init(dice: Dice) {
    var dice = dice
    let (words, declared) = Vocabulary.invent(&dice)
    self.words = words
    conditionShare = dice.pick([10, 25, 50])
    conditions = ConditionWriter(words, mentioning: dice.pick([30, 60, 90]), &dice)
    self.dice = dice
    sections = declared
  }

  mutating func add(_ name: String, _ body: Tree) {
    // An empty section may as well be left out.
    if body != .keys([]) || dice.percent(20) { sections.append((name, body)) }
  }

  /// An entry for each id.
  mutating func entries(
    _ ids: [String],
    _ entry: (inout WorldWriter, String) -> Tree
  ) -> Tree {
    .keys(ids.map { Tree.Entry(name: $0, value: entry(&self, $0)) })
  }

  /// Title and ground: what every entry begins with.
  mutating func entry(_ id: String, because share: Int = 20) -> Tree {
    var entry: Tree = ["title": .title(id)]
    if dice.percent(share), let requirement = dice.pickAny(words.requirements) {
      entry["because"] = dice.percent(50) ? .text(requirement) : .ids([requirement])
    }
    return entry
  }

  /// Purposes that a rule names, or `nil`.
  mutating func namedPurposes(percent share: Int) -> Tree? {
    guard dice.percent(share), !words.openPurposes.isEmpty else { return nil }
    return .ids(dice.someOrOne(words.openPurposes, percent: 65))
  }

  mutating func obligations(percent share: Int) -> Tree? {
    guard dice.percent(share), !words.obligations.isEmpty else { return nil }
    return .ids(dice.someOrOne(words.obligations, percent: 40))
  }

  /// The keys that every opening rule can have.
  mutating func addOpening(to rule: inout Tree, takes share: Int, _ rules: [String]) {
    rule["purposes"] = namedPurposes(percent: 40)
    rule["obligations"] = obligations(percent: 25)
    let rules = dice.percent(10) ? words.selfAuthorisation : rules
    if dice.percent(share), let taken = dice.pickAny(rules) {
      rule["level"] = "justify"
      rule["takes"] = .text(taken)
    }
  }

  /// A condition, or `nil` for a rule that has none.
  mutating func condition(_ place: ConditionWriter.Place, percent share: Int? = nil) -> Tree? {
    guard dice.percent(share ?? conditionShare) else { return nil }
    return .text(conditions.condition(place, &dice))
  }
}
