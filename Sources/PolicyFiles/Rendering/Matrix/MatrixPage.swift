import AccessPolicy
import PolicyScenarios

/// Lays a matrix out as text or Markdown.
struct MatrixPage {
  private let matrix: AccessMatrix
  private let names: MatrixNames
  private let isReverse: Bool

  /// - Parameter isReverse: whether it is asked who can, class by class.
  init(_ matrix: AccessMatrix, _ language: Language, isReverse: Bool) {
    self.matrix = matrix
    self.isReverse = isReverse
    names = MatrixNames(matrix, language)
  }

  private var words: MatrixWords { names.words }

  var page: Page {
    var page = Page()
    page.add(.title(words.title(names.policySet)))
    page.add(
      .items([
        "\(words.time): \(matrix.standard.now)", "\(words.shown): \(names.counts)",
        "\(words.digest): \(matrix.policy.identity.digest)",
      ])
    )
    page.add(.text(words.explanation))
    page.add(.text(names.dryRunWords.legend))
    for part in matrix.parts { add(part, to: &page) }
    page.add(words.reasons, names.reasons)
    if !names.holders.isEmpty {
      page.add(.heading(words.roles))
      page.add(.text(words.rolesExplanation))
      page.add(.items(names.holders.map { "\($0.role): \($0.words)" }))
    }
    page.add(words.idle, names.idle)
    page.add(.text(words.reminder))
    return page
  }

  private func add(_ part: MatrixPart, to page: inout Page) {
    page.add(.heading(names.heading(part)))
    let axes = MatrixLayout.axes(of: part, isReverse: isReverse)
    if let note = note(part, axes[0]) { page.add(.text(note)) }
    for axes in axes {
      let layout = names.layout(part, axes)
      if layout.rows.isEmpty {
        page.add(.text(names.nothing(part, layout)))
        continue
      }
      page.add(
        .grid(
          PageGrid(
            title: names.caption(part, layout),
            columns: layout.columns.map { $0.joined(separator: "; ") },
            rows: layout.rows.map { row in
              (row.labels, row.cells.map(text))
            }
          )
        )
      )
      for line in names.closed(part, layout) { page.add(.text(line)) }
    }
    guard part.hasFurther else { return }
    if !axes.contains(where: \.isFurther) {
      page.add(.text("\(words.furtherOverall):"))
      page.add(.items(names.further(part)))
    }
    page.add(.text(words.furtherNote))
  }

  /// What the signs of a cell stand for, where there are several or but one situation.
  private func note(_ part: MatrixPart, _ axes: MatrixLayout.Axes) -> String? {
    if part.isEver { return words.everNote }
    guard case .classesByRoles = axes else { return nil }
    let titles = names.situations(part)
    return titles.count == 1
      ? words.only(titles[0]) : words.order(titles, arePlaces: part.content == nil)
  }

  private func text(_ signs: [MatrixLayout.Sign]) -> String {
    let texts = signs.map {
      $0.isKnown ? names.dryRunWords.sign($0.outcome, hidden: $0.isHidden) : words.answer($0)
    }
    return Set(texts).count == 1 ? texts[0] : texts.joined()
  }
}
