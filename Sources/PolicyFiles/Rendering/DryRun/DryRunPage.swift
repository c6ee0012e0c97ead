import AccessPolicy
import PolicyScenarios

/// Lays a dry-run out as a page.
struct DryRunPage {
  let report: DryRunReport
  let names: DryRunNames
  let words: DryRunWords
  let showsRules: Bool

  init(_ report: DryRunReport, _ language: Language, showsRules: Bool) {
    self.report = report
    names = DryRunNames(report, language)
    words = DryRunWords(language: language)
    self.showsRules = showsRules
  }

  var page: Page {
    var page = Page()
    page.add(.title(words.title(names.title(report.role.holder.template))))
    page.add(.items(holder))
    guard report.sessionGates.isEmpty else {
      page.add(words.noSession, noSession)
      return page
    }
    var notes = NumberedSigns(words: words, names: names)
    let shown = sections.map { section in
      (section.heading, tables(DryRunTable(section.cells).open, section, &notes))
    }
    page.add(.text(words.legend))
    page.add(.text(words.kindsOfContent(report.standard.content.map { $0.title[words.language] })))
    if !notes.lines.isEmpty { page.add(.text(words.numbered)) }
    for (heading, tables) in shown where !tables.isEmpty {
      page.add(.heading(heading))
      for table in tables { page.add(.table(table)) }
    }
    page.add(words.notes, notes.lines)
    page.add(words.relationships, relationships)
    if report.role.selfAuthorisation.isEmpty {
      page.add(.text(words.noSelfAuthorisation))
    } else {
      page.add(words.selfAuthorisation, selfAuthorisation)
    }
    page.add(words.closed, closed)
    page.add(.text(words.reminder))
    return page
  }

  // MARK: The holder

  var holder: [String] {
    let role = report.role
    var items = [
      words.template(names(role.holder.template)),
      words.subtemplates(role.holder.subtemplates.sorted().map { names($0) }),
      words.providerRecord(role.holder.providerRecord.map { names($0) }),
    ]
    if let source = role.holder.source {
      items.append(words.source(source))
      items.append(words.period(role.holder.from, role.holder.until, now: report.standard.now))
    }
    if let unit = role.unit {
      let others = role.units.filter { $0 != unit }
      items.append(words.unit(names(unit), others: others.map { names($0) }))
    }
    if let purpose = role.purpose {
      let others = role.purposes.filter { $0 != purpose }
      items.append(words.purpose(names(purpose), others: others.map { names($0) }))
    }
    if let unit = role.otherUnit { items.append(words.otherUnit(names(unit))) }
    items.append(words.policy(report.policy.identity, now: report.standard.now))
    return items
  }

  var noSession: [String] {
    report.sessionGates.map { gate in
      switch gate.gate {
      case .workplace: report.role.unit.map { words.closedUnit(names($0)) } ?? words.noUnit(opening)
      case .authentication: words.weakAuthentication
      case .purpose: closedPurpose
      default: words.gate(gate.gate)
      }
    }
  }

  /// The subtemplates that open a unit to log in to.
  private var opening: [String] {
    report.policy.subtemplates.filter { !$0.entry.units.isEmpty }.map { names($0.id) }.sorted()
  }

  private var closedPurpose: String {
    guard let purpose = report.role.purpose else { return words.noPurpose }
    return report.policy.purposes[purpose]?.refusedRoute
      .map { words.refusedPurpose(names(purpose), $0[words.language]) }
      ?? words.closedPurpose(names(purpose))
  }

  // MARK: Tables

  private struct Section {
    let heading: String
    let cells: [DryRunCell]
    let columns: [StandardSituations.Entry]
  }

  private var sections: [Section] {
    let situations = report.standard.situations
    let about =
      report.isSplit && !report.role.relationships.isEmpty
      ? report.role.relationships.map { id in
        Section(
          heading: words.aboutPatients(by: names(id)),
          cells: report.aboutPatients.filter { $0.relationship == id },
          columns: situations
        )
      }
      : [
        Section(
          heading: words.aboutPatients,
          cells: report.aboutPatients,
          columns: situations
        )
      ]
    return about + [
      Section(
        heading: words.withoutPatient,
        cells: report.withoutPatient,
        columns: report.standard.withoutPatient
      )
    ]
  }

  private func tables(
    _ blocks: [DryRunTable<DryRunSign>.Block],
    _ section: Section,
    _ notes: inout NumberedSigns
  ) -> [Page.Table] {
    blocks.map { block in
      let most = block.rows.map(\.contents.count).max() ?? 0
      let rest = block.rows.firstIndex { $0.contents.count == most && most > 3 }
      let ordered = rest.map { [block.rows[$0]] + block.rows[..<$0] + block.rows[($0 + 1)...] }
      let rows = (ordered ?? block.rows).enumerated().map { index, row in
        let contents = row.contents.map(names.content).joined(separator: "; ")
        let isRest = rest != nil && index == 0
        return (
          label: isRest
            ? (block.rows.count == 1 ? words.allContent : words.restOfContent) : contents,
          signs: row.signs.map { notes.sign($0) }
        )
      }
      return Page.Table(
        lines: block.lines.map(names.line),
        columns: section.columns.map { $0.title[words.language] },
        rows: rows,
        notes: showsRules ? DryRunRules(self, block, section.cells).lines : []
      )
    }
  }

  // MARK: Beneath the tables

  private var relationships: [String] {
    report.relationshipsThatOpen.map { words.opens(names($0)) }
      + report.relationshipsThatOpenNothing.map { words.opensNothing(names($0)) }
  }

  private var selfAuthorisation: [String] {
    let met = Set(report.cells.flatMap(\.sign.demands).joined())
    return report.role.selfAuthorisation.compactMap { id in
      report.policy.selfAuthorisation[id].map { rule in
        var parts = [
          words.scope(rule.scope), words.reasons(rule.reasons.sorted().map { names.title($0) }),
        ]
        if rule.leastText > 0, rule.textRequiredFor != [] {
          let needing = rule.textRequiredFor.map { $0.sorted().map { names.title($0) } }
          parts.append(words.text(rule.leastText, for: needing))
        }
        parts.append(words.lifetime(rule.lifetime))
        if !rule.obligations.isEmpty {
          parts.append(words.obligations(rule.obligations.sorted().map { names.title($0) }))
        }
        parts.append(met.contains(id) ? words.isMet : words.isNotMet)
        return "\(names(id)): \(parts.joined(separator: "; "))."
      }
    }
  }

  private var closed: [String] {
    let cells = report.isSplit ? [] : report.aboutPatients
    return DryRunTable(cells).closed.map(names.line)
      + DryRunTable(report.withoutPatient).closed.map(names.line)
  }
}

/// Signs with numbers for what comes with them, in the order in which they are met.
struct NumberedSigns {
  private struct Note: Hashable {
    let demands: [[SelfAuthorisationID]]
    let obligations: [ObligationID]
  }

  private let words: DryRunWords
  private let names: DryRunNames
  private var order: [Note] = []

  init(words: DryRunWords, names: DryRunNames) {
    self.words = words
    self.names = names
  }

  /// The sign, with a number where something comes with it.
  mutating func sign(_ sign: DryRunSign) -> String {
    let plain = words.sign(sign.outcome, hidden: sign.hidesExistence)
    let note = Note(demands: sign.demands, obligations: sign.obligations)
    guard !note.demands.isEmpty || !note.obligations.isEmpty else { return plain }
    if let position = order.firstIndex(of: note) { return "\(plain)\(position + 1)" }
    order.append(note)
    return "\(plain)\(order.count)"
  }

  /// What the numbers stand for.
  var lines: [String] {
    order.enumerated().map { index, note in
      let demands = note.demands.map { words.oneOf($0.map { names($0) }) }
      let obligations =
        note.obligations.isEmpty
        ? [] : [words.obligations(note.obligations.map { names.title($0) })]
      return "\(index + 1): " + (demands + obligations).joined(separator: "; ")
    }
  }
}
