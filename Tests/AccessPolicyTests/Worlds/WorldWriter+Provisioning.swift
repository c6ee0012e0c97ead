import AccessPolicy
import PolicyTestSupport

// Rules by which staff records give authorisations.

extension WorldWriter {
  mutating func writeProvisioning() {
    guard dice.percent(70) else { return }
    let ids = (0..<dice.number(1...6)).map { "rule-\($0)" }
    add(
      "provisioning",
      entries(ids) { writer, id in
        var rule = writer.entry(id)
        // Rules without a condition stand in each other's way.
        rule["when"] = writer.condition(.provisioning, percent: 90)
        rule["gives"] = writer.provisioned()
        return rule
      }
    )
  }

  private mutating func provisioned() -> Tree {
    var gives: Tree = [:]
    if dice.percent(45), let template = dice.pickAny(words.templates) {
      gives["template"] = .text(template)
    }
    if dice.percent(50), !words.subtemplates.isEmpty {
      gives["subtemplates"] = .ids(dice.someOrOne(words.subtemplates, percent: 40))
    }
    let hasUnits = gives != [:]
    if !hasUnits || dice.percent(20), let record = dice.pickAny(words.providerRecords) {
      gives["providerRecord"] = .text(record)
    }
    if gives == [:] { gives["template"] = .text(words.templates[0]) }
    if gives["template"] != nil || gives["subtemplates"] != nil, dice.percent(75) {
      gives["elsewhere"] = "yes"
    }
    return gives
  }
}
