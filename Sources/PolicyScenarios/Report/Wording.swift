import AccessPolicy

/// The words of reports, in both languages; the only file with sentences for their readers.
///
/// What policy and scenario files write (`deny`, `by`, ids of rules) stays as it is written there.
struct Wording {
  let language: Language

  private func pick(nb: String, en: String) -> String {
    switch language {
    case .nb: nb
    case .en: en
    }
  }

  // MARK: Outcomes

  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .allow: pick(nb: "allow (tilgang)", en: "allow (access)")
    case .justify:
      pick(nb: "justify (tilgang med begrunnelse)", en: "justify (access with a reason)")
    case .deny: pick(nb: "deny (ingen tilgang)", en: "deny (no access)")
    }
  }

  // MARK: Failures

  var failures: String { pick(nb: "Feil", en: "Failures") }
  var expected: String { pick(nb: "ventet", en: "expected") }
  var actual: String { pick(nb: "svar", en: "answer") }
  var difference: String { pick(nb: "avvik", en: "difference") }
  var why: String { pick(nb: "hvorfor", en: "why") }
  var scenario: String { pick(nb: "scenario", en: "scenario") }
  var decidedBy: String { pick(nb: "avgjort av", en: "decided by") }

  func requirements(_ ids: [RequirementID]) -> String {
    let all = ids.map(\.text).joined(separator: ", ")
    return pick(nb: "krav: \(all)", en: "requirements: \(all)")
  }

  func afterReason(_ reason: Justification, _ name: String) -> String {
    pick(
      nb: "etter grunnen \(name) («\(reason.text)»)",
      en: "after the reason \(name) (\"\(reason.text)\")"
    )
  }

  /// One difference, in words.
  func difference(_ difference: Difference, outcome: Outcome) -> String {
    let key = difference.part.rawValue
    let expected = list(difference.expected)
    let actual = list(difference.actual)
    switch difference.part {
    case .outcome:
      return pick(
        nb: "ventet \(expected), og svaret er \(actual)",
        en: "\(expected) was expected, and the answer is \(actual)"
      )
    case .by:
      return pick(
        nb: "\(key): ingen port som svarer \(outcome), har med `\(expected)` å gjøre; "
          + "det avgjøres av \(actual)",
        en: "\(key): no gate that answers \(outcome) has to do with `\(expected)`; "
          + "it is decided by \(actual)"
      )
    case .notBy:
      return pick(
        nb: "\(key): `\(expected)` skulle ikke avgjøre, og det gjør porten \(actual)",
        en: "\(key): `\(expected)` should not decide, and does at the gate \(actual)"
      )
    case .obligations, .reasons, .rules, .grants, .routes, .hidden, .undetermined, .validUntil:
      return pick(
        nb: "\(key): ventet \(expected), og det er \(actual)",
        en: "\(key): \(expected) was expected, and it is \(actual)"
      )
    }
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? pick(nb: "ingen", en: "none") : names.joined(separator: ", ")
  }

  // MARK: Sums

  func cells(_ count: Int) -> String {
    pick(
      nb: count == 1 ? "1 celle" : "\(count) celler",
      en: count == 1 ? "1 cell" : "\(count) cells"
    )
  }

  func cases(_ count: Int) -> String {
    pick(
      nb: count == 1 ? "1 tilfelle" : "\(count) tilfeller",
      en: count == 1 ? "1 case" : "\(count) cases"
    )
  }

  func summary(cases: Int, cells: Int, failed: Int) -> String {
    let all = "\(self.cases(cases)), \(self.cells(cells))"
    return failed == 0
      ? pick(nb: "\(all): alle som ventet", en: "\(all): all passed")
      : pick(nb: "\(all): \(failed) ikke som ventet", en: "\(all): \(failed) failed")
  }

  func nothingRan(_ filter: String?) -> String {
    filter.map {
      pick(
        nb: "ingenting ble kjørt: ingen tilfeller passer til `\($0)`",
        en: "nothing ran: no case matches `\($0)`"
      )
    } ?? pick(nb: "ingenting ble kjørt", en: "nothing ran")
  }

  func requirementsWithoutCase(_ ids: [RequirementID]) -> String {
    let all = list(ids.map(\.text))
    return pick(nb: "krav uten tilfelle: \(all)", en: "requirements without a case: \(all)")
  }
}
