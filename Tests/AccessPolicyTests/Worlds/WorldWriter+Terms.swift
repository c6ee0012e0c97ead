import AccessPolicy
import PolicyTestSupport

// The organisation, actions, purposes and classes.

extension WorldWriter {
  mutating func writeTerms() {
    writeOrganisation()
    add(
      "actions",
      entries(words.actions) { writer, id in
        var action = writer.entry(id, because: 0)
        if id != writer.words.actions[0], writer.dice.percent(60) { action["writes"] = "yes" }
        return action
      }
    )
    writePurposes()
    writeClasses()
  }

  private mutating func writeOrganisation() {
    var earlier: [String] = []
    add(
      "organisation",
      entries(words.units) { writer, id in
        var unit = writer.entry(id, because: 5)
        unit["kind"] = .text(writer.dice.pick(writer.words.unitKinds))
        var enterpriseShare = 85
        if let parent = writer.dice.pickAny(earlier), writer.dice.percent(80) {
          unit["in"] = .text(parent)
          enterpriseShare = 15
        }
        if writer.dice.percent(enterpriseShare) { unit["enterprise"] = "true" }
        if writer.dice.percent(4), let mark = writer.dice.pickAny(writer.words.marks) {
          unit["marks"] = .ids([mark])
        }
        earlier.append(id)
        return unit
      }
    )
  }

  private mutating func writePurposes() {
    var open: [String] = []
    let first = words.purposes[0]
    add(
      "purposes",
      entries(words.purposes) { writer, id in
        var purpose = writer.entry(id)
        if writer.dice.percent(30) { purpose["code"] = "TREAT" }
        if id != first, writer.dice.percent(25) { purpose["onlyWhereNamed"] = "yes" }
        if id != first, writer.dice.percent(15) {
          purpose["refused"] = .title("instead of \(id)")
        } else {
          open.append(id)
        }
        return purpose
      }
    )
    words.openPurposes = open
  }

  private mutating func writeClasses() {
    var used: Set<String> = []
    add(
      "contentClasses",
      entries(words.classes) { writer, id in
        var contentClass = writer.entry(id)
        if writer.words.otherClasses.contains(id) { contentClass["aboutPatient"] = "no" }
        let clinical = writer.dice.some(writer.words.actions, percent: 35)
        if !clinical.isEmpty { contentClass["clinical"] = .ids(clinical) }
        let tags = writer.dice.some(writer.words.contentTags, percent: 35)
        if !tags.isEmpty { contentClass["tags"] = .ids(tags) }
        used.formUnion(tags)
        return contentClass
      }
    )
    words.usedTags = used.sorted()
  }
}
