public import AccessPolicy
public import PolicyScenarios

extension PrincipleReport {
  /// The verification as text for a terminal.
  public func text(in language: Language) -> String {
    let lines = PrincipleLines(self, language)
    let words = lines.words
    var text = "\(lines.identity)\n\(results.isEmpty ? words.none : words.sum(self))\n"
    for result in results {
      text += "\n\(words.verdict(result.verdict)): \(lines.title(result)) (`\(result.id)`)\n"
      text += "  \(words.looked(result))\n"
      for example in result.counterexamples {
        text += "  \(words.wrong): \(words.breach(example, result.principle))"
        text += " · \(words.cells(example.cells))\n"
        for fact in lines.facts(example) { text += "    \(fact.label): \(fact.text)\n" }
      }
      if !result.broken.isEmpty { text += "  \(words.where_): \(lines.cells(result))\n" }
      if result.verdict != .holds {
        text += "  \(words.place): \(result.principle.term.range)\n"
      }
      for note in lines.notes(result) { text += "  \(note)\n" }
    }
    return text
  }

  /// The verification as Markdown, for a pull request.
  public func markdown(in language: Language) -> String {
    let lines = PrincipleLines(self, language)
    let words = lines.words
    var text = "# \(words.title)\n\n\(lines.identity)\n\n"
    text += (results.isEmpty ? words.none : words.sum(self)) + "\n"
    for result in results {
      text += "\n## \(words.verdict(result.verdict)): \(lines.title(result))\n\n"
      text += "- `\(result.id)` (\(result.principle.term.range))\n"
      if !lines.restsOn(result).isEmpty {
        text += "- **\(words.restsOn):** \(lines.restsOn(result))\n"
      }
      text += "- \(words.looked(result))\n"
      if !result.broken.isEmpty { text += "- **\(words.where_):** \(lines.cells(result))\n" }
      for example in result.counterexamples {
        text += "\n**\(words.wrong):** \(words.breach(example, result.principle))"
        text += " · \(words.cells(example.cells))\n\n"
        for fact in lines.facts(example) { text += "- \(fact.label): \(fact.text)\n" }
      }
      for note in lines.notes(result) { text += "\n\(note)\n" }
    }
    return text
  }

  /// The verification as one page for browsers, which needs nothing but itself.
  public func html(in language: Language) -> String {
    PrinciplePage(lines: PrincipleLines(self, language)).page.text
  }

  /// The verification as JSON: the same policy set gives the same bytes.
  public func json(in language: Language) -> String {
    JSONWriter.page(PrincipleJSON(lines: PrincipleLines(self, language)).value)
  }
}

private struct PrinciplePage {
  let lines: PrincipleLines

  var page: HTMLPage {
    let words = lines.words
    let report = lines.report
    var page = HTMLPage(title: words.title, language: words.language)
    page.lead = [
      .facts([HTMLFact(words.policySet, lines.identity)]),
      .text(report.results.isEmpty ? words.none : words.sum(report)),
    ]
    page.sections = report.results.map(section)
    return page
  }

  private func section(_ result: PrincipleResult) -> HTMLSection {
    let words = lines.words
    let heading: [HTMLInline] = [
      .answer(tone(result.verdict), words.verdict(result.verdict)), .text(" "),
      .text(lines.title(result)),
    ]
    var facts = [HTMLFact(words.place, "\(result.principle.term.range)")]
    if !lines.restsOn(result).isEmpty {
      facts.insert(HTMLFact(words.restsOn, lines.restsOn(result)), at: 0)
    }
    if !result.broken.isEmpty { facts.append(HTMLFact(words.where_, lines.cells(result))) }
    let examples = result.counterexamples.map { example(result, $0) }
    let notes = lines.notes(result).map { HTMLBlock.note([.text($0)]) }
    return HTMLSection(
      heading,
      [.text(words.looked(result)), .facts(facts)] + examples + notes
    )
  }

  private func example(_ result: PrincipleResult, _ example: Counterexample) -> HTMLBlock {
    let words = lines.words
    let breach = plain(words.breach(example, result.principle))
    let facts = lines.facts(example).map { HTMLFact($0.label, plain($0.text)) }
    return .details(
      summary: [.text("\(words.wrong): \(breach) · \(words.cells(example.cells))")],
      isOpen: true,
      [.facts(facts)]
    )
  }

  private func tone(_ verdict: PrincipleResult.Verdict) -> HTMLTone {
    switch verdict {
    case .holds: .yes
    case .broken: .no
    case .empty, .undecided: .other
    }
  }

  private func plain(_ text: String) -> String { text.replacing("`", with: "") }
}

private struct PrincipleJSON {
  let lines: PrincipleLines

  var value: JSONValue {
    [
      "policySet": .identity(lines.report.policy.identity),
      "verdict": .string(lines.report.verdict.rawValue),
      "principles": .array(lines.report.results.map(principle)),
    ]
  }

  private func principle(_ result: PrincipleResult) -> JSONValue {
    [
      "id": .string(result.id.text),
      "title": .string(lines.title(result)),
      "place": .string("\(result.principle.term.range)"),
      "because": .strings(result.principle.term.because.map(\.text)),
      "verdict": .string(result.verdict.rawValue),
      "cells": .number(Int64(result.cells)),
      "broken": .strings(result.broken.map(\.description)),
      "counterexamples": .array(result.counterexamples.map { counterexample(result, $0) }),
      "undecided": .strings(result.undecided.map(\.description)),
      "defects": .strings(result.defects.map(\.description)),
    ]
  }

  private func counterexample(_ result: PrincipleResult, _ example: Counterexample) -> JSONValue {
    [
      "cell": .string(example.cell.description),
      "cells": .number(Int64(example.cells)),
      "wrong": .string(lines.words.breach(example, result.principle)),
      "outcome": .string("\(example.situation.decision.outcome)"),
      "rules": .array(
        lines.deciding(example.situation).map { gate in
          [
            "gate": .string("\(gate.gate)"), "rule": .optional(gate.rule?.text),
            "place": .optional(gate.place.map { "\($0)" }),
          ]
        }
      ),
      "situation": situation(lines.example(example.situation)),
      "otherOutcome": .optional(example.other.map { "\($0.decision.outcome)" }),
      "other": situation(lines.others(example)),
    ]
  }

  private func situation(_ said: [SituationText.Line]) -> JSONValue {
    .array(said.map { ["about": .string($0.label), "says": .string($0.text)] })
  }
}
