import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// Explanations of every cell of the shipped scenarios.
@Suite struct `Explanations` {
  private static let set = Result { try ShippedPolicySet("helseplattformen") }

  private func everyCell(_ check: (AccessRequest, Explanation, Policy) throws -> Void) throws {
    let set = try Self.set.get()
    let engine = PolicyEngine(set.policy)
    let cells = set.scenarios.cases.flatMap(\.cells)
    #expect(cells.count > 1_000)
    for cell in cells { try check(cell.request, engine.explain(cell.request), set.policy) }
  }

  @Test func `explain the decision that is made`() throws {
    let set = try Self.set.get()
    let engine = PolicyEngine(set.policy)
    try everyCell { request, explanation, _ in
      #expect(explanation.decision == engine.decide(request))
      #expect(explanation.gates.map(\.answer) == explanation.decision.gates)
    }
  }

  @Test func `find the rule that decides, and a reason for every rule that does not`() throws {
    var deciding = 0
    try everyCell { _, explanation, _ in
      for gate in explanation.gates where gate.answer.answer == .allow && !gate.considered.isEmpty {
        #expect(gate.considered.contains { $0.finding == .decides }, "\(gate)")
        deciding += 1
      }
      for gate in explanation.gates where gate.answer.answer == .deny {
        #expect(!gate.considered.contains { $0.finding == .decides }, "\(gate)")
      }
    }
    #expect(deciding > 1_000)
  }

  /// Text, JSON and changes of what is hidden are the same, whatever it is and whatever hides it: those of
  /// something that does not exist.
  @Test func `never tell staff that hidden content exists`() throws {
    let engine = PolicyEngine(try Self.set.get().policy)
    var hidden = 0
    try everyCell { request, explanation, policy in
      guard explanation.decision.hidesExistence else { return }
      hidden += 1
      let changes = engine.nearestChanges(of: request, for: .staff)
      #expect(changes.changes == [])
      for (language, nothing) in [
        (Language.nb, "Fant ikke noe å vise."), (.en, "Nothing to show."),
      ] {
        let text = ExplanationText(
          explanation,
          changes: changes,
          policy: policy,
          language: language
        )
        #expect(text.lines(for: .staff) == [nothing])
        let json = ExplanationJSON(
          explanation,
          changes: changes,
          policy: policy,
          language: language
        )
        #expect(
          json.line(id: "1")
            == #"{"id":"1","audience":"staff","outcome":null,"text":["\#(nothing)"],"changes":[]}"#
        )
      }
    }
    #expect(hidden > 10)
  }

  /// What a kind of block is called may tell what the patient has decided, and against whom.
  @Test func `never tell staff what a block is called`() throws {
    var closed = 0
    try everyCell { _, explanation, policy in
      let kinds = explanation.decision.gates.compactMap { gate -> BlockKind? in
        guard case .block = gate.gate, gate.answer != .allow else { return nil }
        return gate.rule.flatMap { BlockKindID($0.text).flatMap { policy.blocks[$0] } }
      }
      guard !kinds.isEmpty else { return }
      closed += 1
      for language in Language.allCases {
        let text = ExplanationText(explanation, policy: policy, language: language)
        let lines = text.lines(for: .staff)
        for kind in kinds {
          #expect(!lines.contains { $0.contains(kind.term.title[language]) }, "\(lines)")
        }
      }
    }
    #expect(closed > 10)
  }

  /// What is hidden, hides whatever would else have been said: a mark that hides, set on what is asked for,
  /// leaves nothing of it.
  @Test func `say of content under a hiding mark what they say of nothing`() throws {
    let engine = PolicyEngine(try Self.set.get().policy)
    let marks = engine.policy.marks.filter { $0.entry.hidesExistence == .constant(true) }.map(\.id)
    try #require(!marks.isEmpty)
    var (number, hidden) = (0, 0)
    var read: Set<[String]> = []
    try everyCell { request, _, policy in
      number += 1
      guard number % 4 == 0 else { return }
      var shielded = request
      shielded.content.marks = .known((request.content.marks.value ?? []).union(marks))
      let explanation = engine.explain(shielded)
      guard explanation.decision.hidesExistence else { return }
      hidden += 1
      read.insert(
        ExplanationText(
          explanation,
          changes: engine.nearestChanges(of: shielded, for: .staff),
          policy: policy,
          language: .en
        ).lines(for: .staff)
      )
    }
    #expect(read == [["Nothing to show."]])
    #expect(hidden > 200)
  }

  /// A part of the cells: a search takes some hundred decisions.
  @Test func `show changes that the engine decides so, in words without ids for staff`() throws {
    let engine = PolicyEngine(try Self.set.get().policy)
    var (number, changed, kinds) = (0, 0, Set<String>())
    try everyCell { request, explanation, policy in
      number += 1
      guard number % 60 == 0 else { return }
      for audience in Audience.allCases {
        let changes = engine.nearestChanges(of: request, for: audience)
        for change in changes.changes {
          changed += 1
          #expect(change.outcome != explanation.decision.outcome)
          #expect(engine.decide(change.request).outcome == change.outcome, "\(change.steps)")
          kinds.formUnion(change.steps.map { String("\($0)".prefix { $0 != "(" }) })
        }
        for language in Language.allCases {
          let explanation = engine.explain(request, withFacts: audience == .auditor)
          let text = ExplanationText(
            explanation,
            changes: changes,
            policy: policy,
            language: language
          )
          let lines = text.lines(for: audience)
          #expect(!lines.contains { $0.contains(where: \.isNewline) })
          if audience == .staff { #expect(!lines.contains { $0.contains("`") }, "\(lines)") }
          let json = ExplanationJSON(
            explanation,
            changes: changes,
            policy: policy,
            language: language
          )
          #expect(!json.line(id: nil).contains("\n"))
        }
      }
    }
    #expect(changed > 50)
    #expect(kinds.isSuperset(of: ["reason", "link", "from", "subtemplate"]), "\(kinds)")
  }

  @Test func `stand on single lines, in both languages, for both audiences`() throws {
    var number = 0
    try everyCell { _, explanation, policy in
      number += 1
      guard number % 5 == 0 else { return }
      for audience in Audience.allCases {
        let renderings = Language.allCases.map {
          ExplanationText(explanation, policy: policy, language: $0).lines(for: audience)
        }
        #expect(Set(renderings).count == 2)
        #expect(renderings.allSatisfy { !$0.isEmpty })
        #expect(!renderings.joined().contains { $0.contains(where: \.isNewline) })
      }
    }
  }
}
