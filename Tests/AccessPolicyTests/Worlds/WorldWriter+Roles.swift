import AccessPolicy
import PolicyTestSupport

// Security classes, provider records, templates and subtemplates.

extension WorldWriter {
  mutating func writeRoles() {
    add(
      "securityClasses",
      entries(words.securityClasses) { writer, id in
        var securityClass = writer.entry(id)
        let ids = (0..<writer.dice.number(1...4)).map { "grant-\($0)" }
        securityClass["grants"] = writer.entries(ids) { writer, _ in writer.functionGrant() }
        return securityClass
      }
    )
    add(
      "providerRecords",
      entries(words.providerRecords) { writer, id in
        var record = writer.entry(id)
        let ids = (0..<writer.dice.number(1...3)).map { "licence-\($0)" }
        record["grants"] = writer.entries(ids) { writer, _ in
          [
            "do": .ids(writer.dice.someOrOne(writer.words.actions, percent: 70)),
            "on": .ids(writer.dice.someOrOne(writer.words.classes, percent: 65)),
          ]
        }
        return record
      }
    )
    add(
      "templates",
      entries(words.templates) { writer, id in
        var template = writer.template(id, share: 82)
        if writer.dice.percent(25) {
          template["leastAuthentication"] = .text(writer.dice.pick(["2", "3", "4"]))
        }
        if writer.dice.percent(15) { template["name"] = .text("HP \(id) TEMPLATE") }
        if writer.dice.percent(15) { template["approved"] = [["by": "North", "on": "2021-02-03"]] }
        return template
      }
    )
    add(
      "subtemplates",
      entries(words.subtemplates) { writer, id in
        writer.template(id, share: 30)
      }
    )
  }

  private mutating func functionGrant() -> Tree {
    var grant: Tree = [
      "do": .ids(dice.someOrOne(words.actions, percent: 60)),
      "on": .ids(dice.someOrOne(words.classes, percent: 55)),
    ]
    grant["when"] = condition(.opening(seesLink: false))
    addOpening(to: &grant, takes: 33, words.narrowScoped)
    return grant
  }

  /// A template or subtemplate, with so great a share of what there is.
  private mutating func template(_ id: String, share: Int) -> Tree {
    var template = entry(id)
    template.addIDs("securityClasses", dice.someOrOne(words.securityClasses, percent: share))
    template.addIDs(
      "purposes",
      share > 50
        ? dice.someOrOne(words.openPurposes, percent: share)
        : dice.some(words.openPurposes, percent: share)
    )
    template.addIDs("relationships", dice.some(words.relationships, percent: share))
    template.addIDs("reach", dice.some(words.reach, percent: share))
    template.addIDs("selfAuthorisation", dice.some(words.selfAuthorisation, percent: share))
    template.addIDs("units", dice.some(words.units, percent: share / 2))
    return template
  }
}

extension Tree {
  /// Adds a list of ids, unless it is empty.
  mutating func addIDs(_ name: String, _ ids: [String]) {
    if !ids.isEmpty { self[name] = .ids(ids) }
  }
}
