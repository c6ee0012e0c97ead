import AccessPolicy

/// Holds a decision against what is expected of it.
enum Judge {
  /// What differs; nothing when the decision is as expected.
  ///
  /// Where the outcome differs, nothing else is compared: the rest was said of another outcome.
  static func differences(_ decision: Decision, _ expectation: Expectation) -> [Difference] {
    guard decision.outcome == expectation.outcome else {
      return [
        Difference(
          .outcome,
          expected: ["\(expectation.outcome)"],
          actual: ["\(decision.outcome)"],
          at: expectation.range
        )
      ]
    }
    return expectation.parts.compactMap { difference(decision, $0.value, at: $0.range) }
  }

  private static func difference(
    _ decision: Decision,
    _ part: Expectation.Part,
    at range: SourceRange
  ) -> Difference? {
    func exactly(
      _ kind: Difference.Part,
      _ expected: some Sequence<String>,
      _ actual: some Sequence<String>
    ) -> Difference? {
      let (expected, actual) = (Set(expected).sorted(), Set(actual).sorted())
      guard expected != actual else { return nil }
      return Difference(kind, expected: expected, actual: actual, at: range)
    }
    let offers = decision.demands.flatMap(\.anyOf)
    switch part {
    case .by(let name):
      let names = decision.decidingGates.map { decision.names(of: $0) }
      guard !names.contains(where: { $0.contains(name) }) else { return nil }
      return Difference(.by, expected: [name], actual: decision.decidingNames, at: range)
    case .notBy(let name):
      let gates = decision.decidingGates.filter { decision.names(of: $0).contains(name) }
      guard !gates.isEmpty else { return nil }
      return Difference(.notBy, expected: [name], actual: gates.map { "\($0.gate)" }, at: range)
    case .obligations(let expected):
      return exactly(.obligations, expected.map(\.text), decision.obligations.map(\.text))
    case .reasons(let expected):
      return exactly(.reasons, expected.map(\.text), offers.flatMap(\.reasons).map(\.text))
    case .rules(let expected):
      return exactly(.rules, expected.map(\.text), offers.map(\.rule.text))
    case .grants(let expected):
      return exactly(.grants, expected.map(\.text), decision.issuedGrants.map(\.rule.text))
    case .routes(let expected):
      guard Set(expected.values) != Set(decision.routes) else { return nil }
      let names = decision.routes.map { route in
        expected.filter { $0.value == route }.map(\.key).min() ?? "“\(route.en)”"
      }
      return Difference(.routes, expected: expected.keys.sorted(), actual: names, at: range)
    case .hidden(let expected):
      return exactly(.hidden, [word(expected)], [word(decision.hidesExistence)])
    case .undetermined(let expected):
      return exactly(.undetermined, expected, decision.undetermined)
    case .validUntil(let expected):
      return exactly(.validUntil, [word(expected)], [word(decision.validUntil)])
    case .then:
      return nil
    }
  }

  private static func word(_ value: Bool) -> String { value ? "yes" : "no" }

  private static func word(_ instant: Instant?) -> String { instant.map { "\($0)" } ?? "never" }
}

extension Decision {
  /// The gates that have the outcome's answer.
  var decidingGates: [GateAnswer] { gates.filter { $0.answer == outcome } }

  /// The gates to name when saying what decided: those with the outcome's answer, without those that
  /// allow because nothing is asked.
  var namedGates: [GateAnswer] {
    decidingGates.filter { $0.answer != .allow || $0.rule != nil }
  }

  /// The rules, else the gates, that decided; each once, in the order of gates.
  var decidingNames: [String] {
    var seen: Set<String> = []
    return namedGates.map { $0.rule.map { "\($0)" } ?? "\($0.gate)" }
      .filter { seen.insert($0).inserted }
  }

  /// All that a gate's answer has to do with: the gate, what decided it, what that is part of, what it
  /// rests on, and what it demands.
  func names(of gate: GateAnswer) -> Set<String> {
    var names: Set<String> = [gate.gate.description]
    if let rule = gate.rule {
      names.insert(rule.text)
      if let whole = rule.text.split(separator: "/").first { names.insert(String(whole)) }
    }
    names.formUnion(selfAuthorisations(of: gate).map(\.text))
    return names
  }

  /// The self-authorisation rules that a gate's answer rests on or demands.
  func selfAuthorisations(of gate: GateAnswer) -> [SelfAuthorisationID] {
    let basis: [SelfAuthorisationID] =
      switch gate.basis {
      case .rule, .link: []
      case .grant(let rule, _), .justification(let rule, _): [rule]
      }
    return basis + demands.filter { $0.gate == gate.gate }.flatMap(\.anyOf).map(\.rule)
  }
}
