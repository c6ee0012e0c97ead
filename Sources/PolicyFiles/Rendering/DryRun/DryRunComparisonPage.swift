import AccessPolicy
import PolicyScenarios

/// Lays two roles out side by side: only what differs.
struct DryRunComparisonPage {
  let comparison: DryRunComparison
  private let first: DryRunPage
  private let second: DryRunPage
  private let names: DryRunNames
  private let words: DryRunWords

  init(_ comparison: DryRunComparison, _ language: Language) {
    self.comparison = comparison
    first = DryRunPage(comparison.first, language, showsRules: false)
    second = DryRunPage(comparison.second, language, showsRules: false)
    names = DryRunNames(comparison.first, language, or: comparison.second.policy)
    words = DryRunWords(language: language)
  }

  var page: Page {
    var page = Page()
    page.add(.title(words.comparisonTitle))
    page.add("A", first.holder)
    page.add("B", second.holder)
    for (side, report) in [("A", first), ("B", second)] where !report.report.sessionGates.isEmpty {
      page.add("\(side): \(words.noSession)", report.noSession)
    }
    if !comparison.notCompared.isEmpty {
      page.add(.text(words.notCompared(comparison.notCompared.map(\.text))))
    }
    var notes = NumberedSigns(words: words, names: names)
    let about = tables(comparison.aboutPatients, comparison.first.standard.situations, &notes)
    let without = tables(
      comparison.withoutPatient,
      comparison.first.standard.withoutPatient,
      &notes
    )
    if comparison.isEmpty {
      page.add(.text(words.nothingDiffers))
    } else {
      page.add(.text("\(words.differences(comparison.differences.count)) \(words.sidesLegend)"))
      page.add(.text(words.legend))
      if !notes.lines.isEmpty { page.add(.text(words.numbered)) }
    }
    for (heading, tables) in [(words.aboutPatients, about), (words.withoutPatient, without)]
    where !tables.isEmpty {
      page.add(.heading(heading))
      for table in tables { page.add(.table(table)) }
    }
    page.add(words.notes, notes.lines)
    page.add(words.alsoDiffers, parts)
    return page
  }

  private func tables(
    _ table: DryRunTable<DryRunComparison.Sign>,
    _ columns: [StandardSituations.Entry],
    _ notes: inout NumberedSigns
  ) -> [Page.Table] {
    let shared = columns.filter { !comparison.notCompared.contains($0.id) }
    return table.blocks.map { block in
      let rows = block.rows.map { row in
        (
          label: row.contents.map(names.content).joined(separator: "; "),
          signs: row.signs.map { sign in
            sign.differs ? "\(notes.sign(sign.first)) \(notes.sign(sign.second))" : "="
          }
        )
      }
      return Page.Table(
        lines: block.lines.map(names.line),
        columns: shared.map { $0.title[words.language] },
        rows: rows,
        notes: []
      )
    }
  }

  // MARK: What the roles have beside

  private var parts: [String] {
    let (a, b) = (comparison.first.role, comparison.second.role)
    return only(words.unitsWord, a.units, b.units) { $0.names($1) }
      + only(words.purposesWord, a.purposes, b.purposes) { $0.names($1) }
      + only(words.relationshipsWord, a.relationships, b.relationships) { $0.names($1) }
      + only(words.selfAuthorisationWord, a.selfAuthorisation, b.selfAuthorisation) {
        $0.names($1)
      }
  }

  private func only<Kind>(
    _ what: String,
    _ a: [Identifier<Kind>],
    _ b: [Identifier<Kind>],
    _ name: (DryRunPage, Identifier<Kind>) -> String
  ) -> [String] {
    let onlyA = a.filter { !b.contains($0) }.map { name(first, $0) }
    let onlyB = b.filter { !a.contains($0) }.map { name(second, $0) }
    return (onlyA.isEmpty ? [] : [words.onlyIn("A", what, onlyA)])
      + (onlyB.isEmpty ? [] : [words.onlyIn("B", what, onlyB)])
  }
}
