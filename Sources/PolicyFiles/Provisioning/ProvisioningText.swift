public import AccessPolicy

/// The report for people.
extension ProvisioningReport {
  /// The report as text; with `showsAll`, also every authorisation and who has it.
  ///
  /// `writtenTo` is where the register was written; `nil` when it was not.
  public func text(
    in language: Language,
    writtenTo path: String? = nil,
    showsAll: Bool = false,
    isColoured: Bool = false
  ) -> String {
    let words = ProvisioningWords(policy: policy, language: language, clock: clock)
    let sections = [
      ["\(file): \(words.summary(counts))"], given(words), showsAll ? each(words) : [],
      differences(words, showsAll: showsAll), authorisations(words, showsAll: showsAll),
      deviations(words), refusedRecords(words),
    ]
    let shown = sections.filter { !$0.isEmpty }
      .map { $0.map(VisibleText.of).joined(separator: "\n") + "\n" }
    let written = path.map { [VisibleText.of(words.written(to: $0)) + "\n"] } ?? []
    return (shown + unreadableRecords(words, isColoured: isColoured) + written)
      .joined(separator: "\n")
  }

  private func given(_ words: ProvisioningWords) -> [String] {
    let templates = byTemplate
    guard !templates.isEmpty else { return [] }
    let rows = templates.flatMap { template, rules in
      rules.map { (name: template.text, count: String($0.count), rule: words.by($0.rule)) }
    }
    let width = rows.map(\.name.count).max() ?? 0
    let digits = rows.map(\.count.count).max() ?? 0
    return [words.givenHeading]
      + rows.map { row in
        let name = row.name + String(repeating: " ", count: width - row.name.count)
        let count = String(repeating: " ", count: digits - row.count.count) + row.count
        return "  \(name)  \(count)  \(row.rule)"
      }
  }

  private func each(_ words: ProvisioningWords) -> [String] {
    var lines = [words.eachHeading]
    for outcome in result.outcomes {
      guard case .given(let entry, let grounds) = outcome.result else { continue }
      lines.append("  \(words.record(outcome.record, of: outcome.staff))")
      let role = entry.authorisation
      lines.append("    \(role.template) \(words.by(grounds.template))")
      for (subtemplate, rules) in grounds.subtemplates.sorted(by: { $0.key < $1.key }) {
        lines.append("    \(subtemplate) \(words.by(rules))")
      }
      if case .known(let licence) = role.providerRecord, let rule = grounds.providerRecord {
        lines.append("    \(licence) \(words.by(rule))")
      }
      lines.append("    \(words.units) \(entry.units.map(\.text).joined(separator: ", "))")
    }
    return lines.count > 1 ? lines : []
  }

  private func refusedRecords(_ words: ProvisioningWords) -> [String] {
    let refused = refused
    guard !refused.isEmpty else { return [] }
    return [words.refusedHeading]
      + refused.flatMap { outcome, reasons in
        let place = outcome.place.map { "\($0.file):\($0.line): " } ?? ""
        return ["  \(place)\(words.record(outcome.record, of: outcome.staff))"]
          + reasons.flatMap { reason in
            [
              "    - \(reason.text(words.language, time: words.time))",
              "      = \(words.help(reason))",
            ]
          }
      }
  }

  private func unreadableRecords(_ words: ProvisioningWords, isColoured: Bool) -> [String] {
    guard !unreadable.isEmpty else { return [] }
    return [words.unreadableHeading + "\n"]
      + unreadable.map { record in
        let lines = record.text.map { [(file: record.file, line: record.line, text: $0)] } ?? []
        let renderer = DiagnosticRenderer(lines: lines, isColoured: isColoured)
        return record.mistakes.map { renderer.text($0) }.joined(separator: "\n")
      }
  }

  private func differences(_ words: ProvisioningWords, showsAll: Bool) -> [String] {
    guard hasRegister else { return [] }
    var lines = [words.differencesHeading]
    let groups = Dictionary(grouping: update.differences) { words.kind($0.kind) }
    let kinds: [RegisterDifference.Kind] = [
      .created, .resumed([]), .changed([]), .ended, .kept([]), .unchanged,
    ]
    for kind in kinds {
      let name = words.kind(kind)
      let found = groups[name] ?? []
      guard !found.isEmpty else { continue }
      lines.append("  \(name) \(found.count)")
      // What goes well is counted; what somebody may have to act on is listed.
      guard showsAll || !kind.goesWithoutSaying else { continue }
      for difference in found {
        lines.append("    \(words.record(difference.record, of: difference.staff))")
        lines += difference.kind.changes.map { "      \(words.change($0))" }
      }
    }
    return lines
  }

  /// Each by itself, but for those without clinical access: which may be many, and meant so.
  private func authorisations(_ words: ProvisioningWords, showsAll: Bool) -> [String] {
    let listed = authorisationNotices.filter { showsAll || $0.kind != .withoutClinicalAccess }
    let count = authorisationNotices.count - listed.count
    let lines =
      listed.map { notice in
        "  \(words.record(notice.record, of: notice.staff)): \(notice.kind.text(words.language))"
      } + (count > 0 ? ["  \(words.withoutClinicalAccess(count))"] : [])
    return lines.isEmpty ? [] : [words.authorisationsHeading] + lines
  }

  private func deviations(_ words: ProvisioningWords) -> [String] {
    guard !notices.isEmpty else { return [] }
    return [words.deviationsHeading]
      + notices.map { notice in
        let whose = words.record(notice.record, of: notice.staff)
        let text = notice.kind.text(words.language, time: words.time)
        return "  \(whose), \(words.deviation(notice.deviation)): \(text)"
      }
  }
}

extension RegisterDifference.Kind {
  /// Whether it is shown as a number alone, unless everything is asked for.
  fileprivate var goesWithoutSaying: Bool {
    switch self {
    case .created, .unchanged: true
    case .resumed, .changed, .ended, .kept: false
    }
  }

  /// What is different.
  var changes: [RegisterChange] {
    switch self {
    case .resumed(let changes), .changed(let changes), .kept(let changes): changes
    case .created, .ended, .unchanged: []
    }
  }
}
