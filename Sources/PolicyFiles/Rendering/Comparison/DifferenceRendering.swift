public import AccessPolicy
public import PolicyScenarios

extension DifferenceReport {
  /// The comparison as text for a terminal.
  public func text(in language: Language) -> String {
    let lines = DifferenceLines(self, language)
    var text = "\(old.identity.brief) → \(new.identity.brief)\n"
    text += (isEqual ? lines.words.same(self) : lines.words.sum(self)) + "\n"
    for (direction, groups) in lines.groups {
      text += "\n\(lines.words.heading(direction))\n"
      for group in groups {
        text += "\n  \(lines.words.transition(group)) · \(lines.words.cells(group.size))\n"
        text += "    \(lines.words.why): \(lines.why(group))\n"
        for edit in lines.edits(group) { text += "      \(edit.inText)\n" }
        for term in lines.terms(group) { text += "    \(term.label): \(term.text)\n" }
        for part in group.parts {
          text += "    \(lines.words.who): \(lines.who(part))\n"
          for what in lines.what(part) { text += "      \(what.label): \(what.text)\n" }
        }
        text += "    \(lines.words.example) (\(lines.answer(group))):\n"
        for line in lines.example(group.witness) { text += "      \(line.label): \(line.text)\n" }
      }
    }
    for note in lines.notes {
      text += "\n\(note.text)" + (note.items.isEmpty ? "\n" : ":\n")
      for item in note.items { text += "  \(item.inText)\n" }
    }
    return text
  }

  /// The comparison as Markdown, for a pull request.
  public func markdown(in language: Language) -> String {
    let lines = DifferenceLines(self, language)
    func written(_ text: String) -> String { [HTMLInline](inText: text).inMarkdown }
    var text = "# \(lines.words.title)\n\n"
    text += "\(written(old.identity.brief)) → \(written(new.identity.brief))\n\n"
    text += (isEqual ? lines.words.same(self) : lines.words.sum(self)) + "\n"
    for (direction, groups) in lines.groups {
      text += "\n## \(lines.words.heading(direction))\n"
      for group in groups {
        text += "\n### \(lines.words.transition(group)): `\(group.rule)`\n\n"
        text += "- **\(lines.words.why):** \(written(lines.why(group)))\n"
        for edit in lines.edits(group) { text += "  - \(edit.inMarkdown)\n" }
        for term in lines.terms(group) { text += "- **\(term.label):** \(written(term.text))\n" }
        func list(_ parts: [DifferenceReport.Part]) {
          for part in parts {
            text += "- **\(lines.words.who):** \(written(lines.who(part)))\n"
            for what in lines.what(part) {
              text += "  - **\(written(what.label)):** \(written(what.text))\n"
            }
          }
        }
        list(group.parts.filter(\.subtemplates.isEmpty))
        text += "- \(lines.words.cells(group.size))\n\n"
        let further = group.parts.filter { !$0.subtemplates.isEmpty }
        if !further.isEmpty {
          text += "<details><summary>\(lines.words.further(further.count))</summary>\n\n"
          list(further)
          text += "\n</details>\n\n"
        }
        text += "<details><summary>\(lines.words.example): \(lines.answer(group))</summary>\n\n"
        for line in lines.example(group.witness) {
          text += "- \(written(line.label)): \(written(line.text))\n"
        }
        text += "\n</details>\n"
      }
    }
    for note in lines.notes {
      text += "\n\(written(note.text))" + (note.items.isEmpty ? "\n" : ":\n\n")
      for item in note.items { text += "- \(item.inMarkdown)\n" }
    }
    return text
  }

  /// The comparison as JSON: the same two policy sets give the same bytes.
  public func json(in language: Language) -> String {
    JSONWriter.page(DifferenceJSON(lines: DifferenceLines(self, language)).value)
  }

  /// The comparison as one page for browsers, which needs nothing but itself.
  public func html(in language: Language) -> String {
    DifferencePage(lines: DifferenceLines(self, language, hasIDs: false)).page.text
  }
}

private struct DifferencePage {
  let lines: DifferenceLines

  var page: HTMLPage {
    let words = lines.words
    let report = lines.report
    var page = HTMLPage(title: words.title, language: words.language)
    page.lead = [
      .facts([
        HTMLFact(words.oldSet, report.old.identity.brief),
        HTMLFact(words.newSet, report.new.identity.brief),
      ]),
      .text(report.isEqual ? words.same(report) : words.sum(report)),
    ]
    page.sections = lines.groups.map { direction, groups in
      HTMLSection(words.heading(direction), sections: groups.map(section))
    }
    page.foot = lines.notes.flatMap { note -> [HTMLBlock] in
      note.items.isEmpty
        ? [.text(plain(note.text))]
        : [.text(plain(note.text) + ":"), .list(note.items)]
    }
    return page
  }

  private func section(_ group: DifferenceReport.Group) -> HTMLSection {
    let words = lines.words
    let heading: [HTMLInline] = [
      .answer(tone(group), words.transition(group)), .text(" "), .code(group.rule),
    ]
    let example = lines.example(group.witness).map { HTMLFact($0.label, plain($0.text)) }
    let why = HTMLFact(words.why, plain(lines.why(group)))
    let edits = lines.edits(group)
    let terms = lines.terms(group).map { HTMLFact($0.label, plain($0.text)) }
    var blocks: [HTMLBlock] = [.facts([why])]
    if !edits.isEmpty { blocks.append(.list(edits)) }
    if !terms.isEmpty { blocks.append(.facts(terms)) }
    blocks.append(.text(words.cells(group.size)))
    blocks += group.parts.filter(\.subtemplates.isEmpty).map(facts)
    let further = group.parts.filter { !$0.subtemplates.isEmpty }
    if !further.isEmpty {
      blocks.append(
        .details(
          summary: [.text(words.further(further.count))],
          isOpen: further.count == group.parts.count,
          further.map(facts)
        )
      )
    }
    let summary = "\(words.example): \(lines.answer(group))"
    blocks.append(.details(summary: [.text(summary)], isOpen: false, [.facts(example)]))
    return HTMLSection(heading, blocks)
  }

  private func facts(_ part: DifferenceReport.Part) -> HTMLBlock {
    var facts = [HTMLFact(lines.words.who, plain(lines.who(part)))]
    for what in lines.what(part) {
      let label = plain(what.label)
      let said = facts.last.flatMap { $0.term == label ? $0.words : nil }
      if said != nil { facts.removeLast() }
      facts.append(HTMLFact(label, each: (said ?? []) + [[HTMLInline](inText: what.text)]))
    }
    return .facts(facts)
  }

  private func tone(_ group: DifferenceReport.Group) -> HTMLTone {
    switch group.direction {
    case .opens: .opens
    case .asks: .asks
    case .closes: .closes
    case .sameAnswer: .other
    }
  }

  private func plain(_ text: String) -> String { text.replacing("`", with: "") }
}

private struct DifferenceJSON {
  let lines: DifferenceLines

  var value: JSONValue {
    let report = lines.report
    return [
      "old": .identity(report.old.identity),
      "new": .identity(report.new.identity),
      "equal": .bool(report.isEqual),
      "groups": .array(report.groups.map(group)),
      "renamed": .array(report.renamed.map { ["old": .string($0.old), "new": .string($0.new)] }),
      "undecided": .strings(report.undecided.map(\.description)),
      "defects": .strings(report.defects.map(\.description)),
      "otherEdits": .array(
        report.unnamedEdits.map { declared in
          [
            "section": .string(declared.section),
            "name": .optional(declared.name),
            "edits": .array(declared.edits.map(edit)),
          ]
        }
      ),
    ]
  }

  private func edit(_ edit: WrittenEdits.Edit) -> JSONValue {
    switch edit.change {
    case .value(let before, let now):
      [
        "path": .strings(edit.path), "before": .optional(before), "now": .optional(now),
      ]
    case .list(let gone, let added):
      ["path": .strings(edit.path), "gone": .strings(gone), "added": .strings(added)]
    }
  }

  private func group(_ group: DifferenceReport.Group) -> JSONValue {
    let aspects = SituationDifference.Aspect.allCases.filter { group.aspects.contains($0) }
    return [
      "direction": .string(group.direction.rawValue),
      "old": .string("\(group.old)"),
      "new": .string("\(group.new)"),
      "aspects": .strings(aspects.map(\.rawValue)),
      "oldRule": place(group.change.old),
      "newRule": place(group.change.new),
      "edits": lines.report.edits?.edits(of: group.change).map { .array($0.map(edit)) } ?? .null,
      "terms": .array(
        lines.terms(group).map { ["about": .string($0.label), "says": .string($0.text)] }
      ),
      "size": .number(Int64(group.size)),
      "parts": .array(
        group.parts.map { part in
          [
            "templates": .strings(part.templates.map(\.text)),
            "subtemplates": .strings(part.subtemplates.map(\.text)),
            "size": .number(Int64(part.size)),
            "situations": .array(part.situations.map(situation)),
          ]
        }
      ),
    ]
  }

  private func situation(_ situation: DifferenceReport.Situation) -> JSONValue {
    [
      "gates": .strings(situation.gates.map(\.description)),
      "cells": .array(situation.cells.map(cells)),
      "witness": .array(
        lines.example(situation.witness).map {
          ["about": .string($0.label), "says": .string($0.text)]
        }
      ),
    ]
  }

  private func cells(_ cells: DifferenceReport.Actions) -> JSONValue {
    [
      "actions": .strings(cells.actions.map(\.text)),
      "classes": .strings(cells.classes.map(\.text)),
      "conditions": .strings(cells.conditions),
    ]
  }

  private func place(_ place: RuleChange.Place?) -> JSONValue {
    guard let place else { return .null }
    return [
      "rule": .string(place.rule.text),
      "place": .optional(place.range.map { "\($0)" }),
    ]
  }
}
