import AccessPolicy
import PolicyTestSupport

// Marks and blocks.

extension WorldWriter {
  mutating func writeShields() {
    add("marks", entries(words.marks) { writer, id in writer.mark(id) })
    add(
      "blocks",
      entries(words.blocks) { writer, id in
        var kind = writer.entry(id)
        if writer.dice.percent(40) {
          kind["actions"] = .ids(writer.dice.someOrOne(writer.words.actions, percent: 60))
        }
        writer.addShield(to: &kind)
        return kind
      }
    )
  }

  private mutating func mark(_ id: String) -> Tree {
    var mark = entry(id)
    if dice.percent(45) {
      var covers: Tree = [:]
      covers.addIDs("classes", dice.some(words.classes, percent: 50))
      covers.addIDs("tags", dice.some(words.usedTags, percent: 40))
      if covers == [:] { covers["classes"] = .ids([dice.pick(words.classes)]) }
      mark["covers"] = covers
    }
    if dice.percent(35) { mark["actions"] = .ids(dice.someOrOne(words.actions, percent: 60)) }
    if dice.percent(25) { mark["derived"] = condition(.derived, percent: 100) }
    let entries = (0..<dice.number(0...3)).map { "entry-\($0)" }
    mark["opensTo"] = self.entries(entries) { writer, _ in writer.circleEntry() }
    addShield(to: &mark)
    return mark
  }

  private mutating func circleEntry() -> Tree {
    var entry: Tree = [:]
    if dice.percent(45), !words.standardRelationships.isEmpty {
      entry["through"] = .ids(dice.someOrOne(words.standardRelationships, percent: 50))
      if let when = condition(.opening(seesLink: true)) { entry["when"] = when }
    } else {
      // Without `through`, an entry without a condition would open the mark to everybody.
      entry["when"] = condition(.opening(seesLink: false), percent: 100)
    }
    return entry
  }

  /// What marks and kinds of block have in common.
  private mutating func addShield(to shield: inout Tree) {
    let rules = dice.percent(10) ? words.selfAuthorisation : words.narrowScoped
    if dice.percent(65), let rule = dice.pickAny(rules) {
      shield["override"] = .text(rule)
    }
    switch dice.below(100) {
    case 0..<25: shield["hidesExistence"] = .text(dice.pick(["yes", "true", "no"]))
    case 25..<55: shield["hidesExistence"] = condition(.derived, percent: 100)
    default: break
    }
    if dice.percent(40) { shield["route"] = .title(dice.pick(["Ask the owner", "Ask the board"])) }
    shield["obligations"] = obligations(percent: 35)
  }
}
