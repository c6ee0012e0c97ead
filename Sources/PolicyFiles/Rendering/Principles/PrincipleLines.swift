import AccessPolicy
import PolicyScenarios

/// One verification in words: what all its renderings say, each in its own form.
struct PrincipleLines {
  let report: PrincipleReport
  let words: PrincipleWords
  private let situations: SituationText

  init(_ report: PrincipleReport, _ language: Language) {
    self.report = report
    words = PrincipleWords(language: language)
    situations = SituationText(policy: report.policy, language: language)
  }

  var identity: String { report.policy.identity.brief }

  func title(_ result: PrincipleResult) -> String { result.principle.term.title[words.language] }

  func restsOn(_ result: PrincipleResult) -> String {
    result.principle.term.because.map(\.text).joined(separator: ", ")
  }

  /// The situation of a counterexample, in plain words.
  func example(_ situation: Counterexample.Situation) -> [SituationText.Line] {
    situations.lines(situation.request)
  }

  /// All that is said of a counterexample: the situation, what decided, and what differs in a second one.
  func facts(_ example: Counterexample) -> [(label: String, text: String)] {
    self.example(example.situation).map { ($0.label, $0.text) }
      + decidedBy(example.situation).map { (words.decidedBy, $0) }
      + others(example).map { (words.other, "\($0.label): \($0.text)") }
  }

  /// What differs in the second of two situations.
  func others(_ example: Counterexample) -> [SituationText.Line] {
    guard let other = example.other else { return [] }
    let first = self.example(example.situation)
    return self.example(other).filter { !first.contains($0) }
  }

  /// The gates whose rules decided; that the session is in order is so in every situation.
  func deciding(_ situation: Counterexample.Situation) -> [GateAnswer] {
    let decision = situation.decision
    let session: Set<GateID> = [.authorisation, .workplace, .authentication, .purpose]
    return decision.gates.filter {
      $0.answer == decision.outcome && $0.rule != nil && !session.contains($0.gate)
    }
  }

  /// The rules that decided, each with its gate and its place.
  private func decidedBy(_ situation: Counterexample.Situation) -> [String] {
    deciding(situation).map { gate in
      let rule = gate.rule.map { "`\($0)`" } ?? ""
      return "\(gate.gate): \(rule)" + (gate.place.map { " (\($0))" } ?? "")
    }
  }

  /// What is to be known beside the counterexamples.
  func notes(_ result: PrincipleResult) -> [String] {
    (result.undecided.isEmpty ? [] : [words.undecided(result.undecided)])
      + (result.defects.isEmpty ? [] : [words.defects(result.defects)])
  }

  /// The cells that are broken, role by role, with how many.
  func cells(_ result: PrincipleResult) -> String {
    var counts: [TemplateID: Int] = [:]
    for cell in result.broken { counts[cell.template, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { id, count in
      let title = report.policy.templates[id]?.term.title[words.language]
      return "\(title ?? id.text) (\(count))"
    }.joined(separator: ", ")
  }
}
