import AccessPolicy
import PolicyScenarios

/// Lays a matrix out as a page for browsers: tables that fit a sheet of paper, and after them, class
/// by class, who can.
struct MatrixHTML {
  private let matrix: AccessMatrix
  private let names: MatrixNames
  private let isReverse: Bool

  init(_ matrix: AccessMatrix, _ language: Language, isReverse: Bool) {
    self.matrix = matrix
    self.isReverse = isReverse
    names = MatrixNames(matrix, language)
  }

  private var words: MatrixWords { names.words }

  var page: HTMLPage {
    var page = HTMLPage(title: words.title(names.policySet), language: words.language)
    page.isLandscape = true
    page.lead = [
      .facts([
        HTMLFact(words.time, "\(matrix.standard.now)"), HTMLFact(words.shown, names.counts),
        HTMLFact(words.signs, legend),
      ]),
      .text(words.explanation),
    ]
    page.sections = matrix.parts.map(section)
    let reasons = names.reasons
    if !reasons.isEmpty {
      page.sections.append(HTMLSection(words.reasons, [.list(reasons.map { [.text($0)] })]))
    }
    if !matrix.roles.isEmpty {
      page.sections.append(
        HTMLSection(
          words.roles,
          [
            .text(words.rolesExplanation),
            .facts(names.holders.map { HTMLFact($0.role, $0.words) }),
          ]
        )
      )
    }
    if !matrix.idle.isEmpty {
      page.sections.append(HTMLSection(words.idle, [.list(names.idle.map { [.text($0)] })]))
    }
    page.foot = [
      .text(words.reminder),
      .paragraph([
        .text("\(words.policySet): \(names.policySet). \(words.digest): "),
        .code(matrix.policy.identity.digest),
      ]),
    ]
    return page
  }

  private var legend: [HTMLInline] {
    let signs = [
      (Outcome.allow, false), (.justify, false), (.deny, false), (.deny, true),
    ].map { MatrixLayout.Sign(outcome: $0.0, isHidden: $0.1) }
    return signs.flatMap { [.answer(tone($0), words.inFull($0)), .text(" ")] }
  }

  // MARK: Parts

  private func section(_ part: MatrixPart) -> HTMLSection {
    let axes = MatrixLayout.axes(of: part, isReverse: isReverse)
    guard case .classesByRoles = axes[0] else {
      return HTMLSection(
        names.heading(part),
        (part.isEver ? [.text(words.everNote)] : [])
          + axes.flatMap { blocks(part, names.layout(part, $0)) }
          + further(part, isListed: !axes.contains(where: \.isFurther))
      )
    }
    let titles = names.situations(part)
    let order: [HTMLBlock] =
      part.isEver
      ? [.text(words.everNote)]
      : titles.count == 1
        ? [.text(words.only(titles[0]))]
        : [
          .text(words.order(arePlaces: part.content == nil)),
          .numbered(titles.map { [.text($0)] }),
        ]
    let classes = alikeClasses(part).map { alike -> HTMLBlock in
      .details(
        summary: [.text(words.list(alike.map { names.names.title(part.contentClasses[$0]) }))],
        isOpen: false,
        whoCan(part, class: alike[0])
      )
    }
    return HTMLSection(
      names.heading(part),
      order + blocks(part, names.layout(part, axes[0])) + further(part, isListed: true),
      sections: [HTMLSection(words.whoHas, classes)]
    )
  }

  /// Who is answered more with something beside, in a list unless there are tables of it.
  private func further(_ part: MatrixPart, isListed: Bool) -> [HTMLBlock] {
    guard part.hasFurther else { return [] }
    let list: [HTMLBlock] = [
      .text("\(words.furtherOverall):"), .list(names.further(part).map { [.text($0)] }),
    ]
    return (isListed ? list : []) + [.text(words.furtherNote)]
  }

  /// The content classes by position, those together that every role is answered alike for.
  private func alikeClasses(_ part: MatrixPart) -> [[Int]] {
    var groups: [[Int]] = []
    var positions: [[MatrixLayout.Sign]: Int] = [:]
    for index in part.contentClasses.indices {
      let signs = (0..<part.roleCount).flatMap {
        part.answers(class: index, role: $0).map { MatrixLayout.Sign($0) }
      }
      if let position = positions[signs] {
        groups[position].append(index)
      } else {
        positions[signs] = groups.count
        groups.append([index])
      }
    }
    return groups
  }

  /// A layout as tables, and what has no row or column in them.
  private func blocks(_ part: MatrixPart, _ layout: MatrixLayout) -> [HTMLBlock] {
    let caption = names.caption(part, layout)
    guard !layout.rows.isEmpty else { return [.text(names.nothing(part, layout))] }
    let titles = names.situations(part)
    var blocks = panels(layout).enumerated().map { number, panel -> HTMLBlock in
      .table(
        HTMLTable(
          caption: words.continued(caption, number + 1, of: panel.count),
          corner: corner(layout),
          columns: panel.columns.map { [.text(layout.columns[$0].joined(separator: "; "))] },
          rows: AlikeRows.of(layout.rows, in: panel.columns).map { row in
            HTMLTable.Row(
              [.text(row.labels.joined(separator: "; "))],
              row.cells.map { cell($0, titles) }
            )
          },
          hasUprightHeads: isUpright(layout)
        )
      )
    }
    blocks += names.closed(part, layout).map { .text($0) }
    return blocks
  }

  /// The columns of each table: as many as a sheet of paper has room for.
  private func panels(_ layout: MatrixLayout) -> [(columns: [Int], count: Int)] {
    let cells = layout.rows.flatMap(\.cells)
    // In hundredths of the size of letters: a sheet or screen has about 82 of them, the heads of rows
    // 16; a sign takes 1.25, a letter of a word 0.62, and what is around them the rest.
    let widths = Set(cells).map { cell in
      Set(cell).count > 1
        ? cell.count * 125 + 140 : ((cell.first.map(words.answer) ?? "").count + 2) * 62 + 220
    }
    let room = max(66 * 100 / max(widths.max() ?? 0, 500), 1)
    let count = max((layout.columns.count + room - 1) / room, 1)
    let share = (layout.columns.count + count - 1) / count
    return stride(from: 0, to: layout.columns.count, by: max(share, 1)).map { start in
      (Array(start..<min(start + share, layout.columns.count)), count)
    }
  }

  private func isUpright(_ layout: MatrixLayout) -> Bool {
    guard case .classesByRoles = layout.axes else { return false }
    // A cell of several signs is as wide as a word.
    return (layout.rows.first?.cells.first?.count ?? 1) < 4
  }

  private func corner(_ layout: MatrixLayout) -> String {
    switch layout.axes {
    case .rolesBySituations, .furtherBySituations: words.role
    case .classesByRoles, .classesBySituations: words.contentClass
    }
  }

  /// Who can, of one class: what is answered alike together, in words.
  private func whoCan(_ part: MatrixPart, class index: Int) -> [HTMLBlock] {
    let layout = names.layout(part, .rolesBySituations(class: index))
    let beside = names.layout(part, .furtherBySituations(class: index))
    guard !layout.rows.isEmpty || !beside.rows.isEmpty else {
      return [.text(words.nothing(asShown: false))]
    }
    let titles = names.situations(part)
    var facts = (layout.rows + beside.rows).map { row -> HTMLFact in
      let answers = row.cells.compactMap(\.first)
      var seen: [MatrixLayout.Sign] = []
      for answer in answers where !seen.contains(answer) { seen.append(answer) }
      let line = seen.flatMap { sign -> [HTMLInline] in
        let named = zip(answers, titles).filter { $0.0 == sign }.map(\.1)
        return [.answer(tone(sign), words.answer(sign)), .text(" \(words.list(named)). ")]
      }
      return HTMLFact(row.labels.joined(separator: "; "), line)
    }
    let (closed, more) = names.closedRoles(part, class: index, layout)
    for roles in [closed, more] where !roles.isEmpty {
      facts.append(
        HTMLFact(
          roles == more ? words.withoutMore(roles) : words.list(roles),
          [.answer(.no, words.answer(MatrixLayout.Sign(outcome: .deny, isHidden: false)))]
        )
      )
    }
    return [.facts(facts)]
  }

  // MARK: Cells

  private func cell(_ signs: [MatrixLayout.Sign], _ titles: [String]) -> [HTMLInline] {
    if let first = signs.first, signs.allSatisfy({ $0 == first }) {
      return [.answer(tone(first), words.answer(first))]
    }
    let spoken = zip(titles, signs).map { "\($0): \(words.answer($1))" }.joined(separator: "; ")
    return [.answers(signs.map(tone), words: spoken)]
  }

  private func tone(_ sign: MatrixLayout.Sign) -> HTMLTone {
    guard sign.isKnown else { return .other }
    return switch sign.outcome {
    case .allow: .yes
    case .justify: .reason
    case .deny: sign.isHidden ? .hidden : .no
    }
  }
}
