package import AccessPolicy

// The report for people, and for machines.

extension MutationReport {
  /// The report as text.
  package func text(in language: Language) -> String {
    let words = MutationWords(language: language)
    var lines: [String] = []
    if !survivors.isEmpty {
      lines += ["\(words.survivors):", ""]
      for result in survivors { lines += self.lines(result, words) + [""] }
    }
    lines.append(words.summary(self))
    lines.append(words.notCounted(equivalent: equivalent.count, refused: refused.count))
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ result: Result, _ words: MutationWords) -> [String] {
    let mutant = result.mutant
    let head = "\(mutant.range): \(words.kind(mutant.rule.kind)) `\(mutant.rule.id)`"
    var lines = ["  \(head)", "    \(words.change(mutant.change))"]
    guard case .survived(let request) = result.fate, let request else {
      return lines + ["    \(words.noWitness)"]
    }
    let (before, after) = decisions(of: request, result)
    lines.append("    \(words.witness(before, after))")
    for line in SituationText(policy: policy, language: words.language).lines(request) {
      lines.append("      \(line.label): \(line.text)")
    }
    return lines
  }

  /// What the policy set and the mutant answer.
  private func decisions(of request: AccessRequest, _ result: Result) -> (Decision, Decision) {
    (
      PolicyEngine(policy).decide(request),
      PolicyEngine(result.mutant.changed(policy)).decide(request)
    )
  }

  /// The report as one JSON object.
  package func json(in language: Language) -> String {
    let words = MutationWords(language: language)
    let object = JSONValue.object([
      ("policy", .string(policy.identity.id.text)),
      ("version", .string(policy.identity.version)),
      ("digest", .string(policy.identity.digest)),
      ("score", .number(score)),
      ("killed", .number(killed.count)),
      ("survived", .number(survivors.count)),
      ("equivalent", .array(equivalent.map { value($0, words) })),
      ("refused", .array(refused.map { value($0, words) })),
      ("survivors", .array(survivors.map { survivor($0, words) })),
    ])
    return object.text() + "\n"
  }

  private func value(_ result: Result, _ words: MutationWords) -> JSONValue {
    .object(entries(result, words))
  }

  private func entries(_ result: Result, _ words: MutationWords) -> [(String, JSONValue)] {
    let mutant = result.mutant
    return [
      ("kind", .string(mutant.rule.kind.rawValue)),
      ("rule", .string(mutant.rule.id)),
      ("place", .string("\(mutant.range)")),
      ("change", .string(mutant.change.name)),
      ("text", .string(words.change(mutant.change))),
    ]
  }

  private func survivor(_ result: Result, _ words: MutationWords) -> JSONValue {
    var entries = entries(result, words)
    guard case .survived(let request) = result.fate, let request else {
      return .object(entries + [("witness", .null)])
    }
    let (before, after) = decisions(of: request, result)
    let lines = SituationText(policy: policy, language: words.language).lines(request)
    entries.append(
      (
        "witness",
        .object([
          ("before", .string("\(before.outcome)")),
          ("after", .string("\(after.outcome)")),
          ("staff", .string(request.session.staff.text)),
          ("patient", .optional(request.patient?.id.text)),
          ("action", .string(request.action.text)),
          ("class", .string(request.content.contentClass.text)),
          ("situation", .strings(lines.map { "\($0.label): \($0.text)" })),
        ])
      )
    )
    return .object(entries)
  }

  // MARK: Scenarios

  /// The cases that would notice the survivors, each with the answer that the policy set gives now.
  package func scenarios(in language: Language, besides names: CastNames) -> ScenarioText {
    let words = MutationWords(language: language)
    let drafts = survivors.compactMap { result -> ScenarioDraft? in
      guard case .survived(let request) = result.fate, let request else { return nil }
      let (before, after) = decisions(of: request, result)
      let parts = before.parts(unlike: after, policy)
      // Some differences, such as how long something is offered, no expectation can say.
      guard before.outcome != after.outcome || !parts.isEmpty else { return nil }
      return ScenarioDraft(
        name: words.name(result),
        note: "\(result.mutant.range)",
        request: request,
        outcome: before.outcome,
        parts: parts
      )
    }
    return ScenarioWriter(policy: policy, language: language, besides: names)
      .write(drafts, heading: words.heading)
  }
}

extension Decision {
  /// What must hold beside the outcome for another decision not to be this one.
  fileprivate func parts(unlike other: Decision, _ policy: Policy) -> [Expectation.Part] {
    guard outcome == other.outcome else { return [] }
    var parts: [Expectation.Part] = []
    if Set(obligations) != Set(other.obligations) { parts.append(.obligations(Set(obligations))) }
    if hidesExistence != other.hidesExistence { parts.append(.hidden(hidesExistence)) }
    if Set(routes) != Set(other.routes) { parts.append(.routes(named(routes, policy))) }
    let (offers, others) = (demands.flatMap(\.anyOf), other.demands.flatMap(\.anyOf))
    if Set(offers.map(\.rule)) != Set(others.map(\.rule)) {
      parts.append(.rules(Set(offers.map(\.rule))))
    }
    if Set(offers.flatMap(\.reasons)) != Set(others.flatMap(\.reasons)) {
      parts.append(.reasons(Set(offers.flatMap(\.reasons))))
    }
    let (issued, otherIssued) = (issuedGrants.map(\.rule), other.issuedGrants.map(\.rule))
    if Set(issued) != Set(otherIssued) { parts.append(.grants(Set(issued))) }
    return parts
  }

  /// Routes, each under the first name that gives it.
  private func named(_ routes: [LocalizedText], _ policy: Policy) -> [String: LocalizedText] {
    let all =
      policy.marks.map { ($0.id.text, $0.entry.route) }
      + policy.blocks.map { ($0.id.text, $0.entry.route) }
      + policy.purposes.map { ($0.id.text, $0.entry.refusedRoute) }
    var named: [String: LocalizedText] = [:]
    for route in routes {
      if let (name, _) = all.first(where: { $0.1 == route }) { named[name] = route }
    }
    return named
  }
}
