import AccessPolicy
import PolicyTestSupport

// Self-authorisation rules.

extension WorldWriter {
  mutating func writeSelfAuthorisation() {
    add(
      "selfAuthorisation",
      entries(words.selfAuthorisation) { writer, id in
        var rule = writer.entry(id)
        let isPatientScoped = writer.words.patientScoped.contains(id)
        rule["scope"] =
          isPatientScoped ? "patient" : writer.narrowScope()
        rule["when"] = writer.condition(
          .opening(seesLink: false),
          percent: writer.conditionShare / 2
        )
        let reasons = writer.dice.someOrOne(writer.words.reasons, percent: 70)
        rule["reasons"] = .ids(reasons)
        let leastText = writer.dice.pick(["0", "1", "5", "15"])
        rule["leastText"] = .text(leastText)
        // To require a text of no length is a contradiction.
        if leastText != "0", writer.dice.percent(40) {
          rule["textRequiredFor"] = .ids(writer.dice.someOrOne(reasons, percent: 50))
        }
        rule["lifetime"] = .text(writer.dice.pick(Pool.spans))
        rule["purposes"] = writer.namedPurposes(percent: 20)
        rule["obligations"] = writer.obligations(percent: 30)
        return rule
      }
    )
  }

  /// Less than a patient.
  private mutating func narrowScope() -> Tree {
    let texts = words.attributes.filter { $0.group == .content && $0.type == .text }
    if dice.percent(35), let attribute = dice.pickAny(texts) {
      return ["attribute": .text(attribute.name)]
    }
    return .text(dice.pick(["class", "class", "contact", "item"]))
  }
}
