import AccessPolicy

/// The words of reports, in both languages; the only file with sentences for their readers.
///
/// What policy and scenario files write (`deny`, `by`, ids of rules) stays as it is written there.
struct Wording: Bilingual {
  let language: Language

  // MARK: Outcomes

  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .allow: say("allow (tilgang)", "allow (access)")
    case .justify:
      say("justify (tilgang med begrunnelse)", "justify (access with a reason)")
    case .deny: say("deny (ingen tilgang)", "deny (no access)")
    }
  }

  // MARK: Failures

  var failures: String { say("Feil", "Failures") }
  var expected: String { say("ventet", "expected") }
  var actual: String { say("svar", "answer") }
  var difference: String { say("avvik", "difference") }
  var why: String { say("hvorfor", "why") }
  var scenario: String { say("scenario", "scenario") }
  var decidedBy: String { say("avgjort av", "decided by") }

  func requirements(_ ids: [RequirementID]) -> String {
    let all = ids.map(\.text).joined(separator: ", ")
    return say("krav: \(all)", "requirements: \(all)")
  }

  func afterReason(_ reason: Justification, _ name: String) -> String {
    say(
      "etter grunnen \(name) («\(reason.text)»)",
      "after the reason \(name) (\"\(reason.text)\")"
    )
  }

  /// One difference, in words.
  func difference(_ difference: Difference, outcome: Outcome) -> String {
    let key = difference.part.rawValue
    let expected = list(difference.expected)
    let actual = list(difference.actual)
    switch difference.part {
    case .outcome:
      return say(
        "ventet \(expected), og svaret er \(actual)",
        "\(expected) was expected, and the answer is \(actual)"
      )
    case .by:
      return say(
        "\(key): ingen port som svarer \(outcome), har med `\(expected)` å gjøre; "
          + "det avgjøres av \(actual)",
        "\(key): no gate that answers \(outcome) has to do with `\(expected)`; "
          + "it is decided by \(actual)"
      )
    case .notBy:
      return say(
        "\(key): `\(expected)` skulle ikke avgjøre, og det gjør porten \(actual)",
        "\(key): `\(expected)` should not decide, and does at the gate \(actual)"
      )
    case .obligations, .reasons, .rules, .grants, .routes, .hidden, .undetermined, .validUntil:
      return say(
        "\(key): ventet \(expected), og det er \(actual)",
        "\(key): \(expected) was expected, and it is \(actual)"
      )
    }
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? say("ingen", "none") : names.joined(separator: ", ")
  }

  // MARK: Sums

  func cells(_ count: Int) -> String {
    say(
      count == 1 ? "1 celle" : "\(count) celler",
      count == 1 ? "1 cell" : "\(count) cells"
    )
  }

  func cases(_ count: Int) -> String {
    say(
      count == 1 ? "1 tilfelle" : "\(count) tilfeller",
      count == 1 ? "1 case" : "\(count) cases"
    )
  }

  func summary(cases: Int, cells: Int, failed: Int) -> String {
    let all = "\(self.cases(cases)), \(self.cells(cells))"
    return failed == 0
      ? say("\(all): alle som ventet", "\(all): all passed")
      : say("\(all): \(failed) ikke som ventet", "\(all): \(failed) failed")
  }

  func nothingRan(_ filter: String?) -> String {
    filter.map {
      say(
        "ingenting ble kjørt: ingen tilfeller passer til `\($0)`",
        "nothing ran: no case matches `\($0)`"
      )
    } ?? say("ingenting ble kjørt", "nothing ran")
  }

  func requirementsWithoutCase(_ ids: [RequirementID]) -> String {
    let all = list(ids.map(\.text))
    return say("krav uten tilfelle: \(all)", "requirements without a case: \(all)")
  }
}
