public import AccessPolicy

extension PolicyTrace {
  /// The trace as text for a terminal: the gaps, one line for each requirement, and the sums.
  ///
  /// - Parameters:
  ///   - language: the language of the words.
  ///   - everyRequirement: whether those without gaps are listed too.
  public func text(in language: Language, everyRequirement: Bool = true) -> String {
    TraceText(trace: self, words: TraceWords(language: language))
      .text(everyRequirement: everyRequirement)
  }
}

private struct TraceText {
  let trace: PolicyTrace
  let words: TraceWords

  func text(everyRequirement: Bool) -> String {
    var lines = gaps
    if everyRequirement { for group in trace.groups { lines += [""] + self.lines(group) } }
    lines += [""] + sums
    return lines.joined(separator: "\n") + "\n"
  }

  private var gaps: [String] {
    var lines = trace.withGaps.map { entry in
      "  \(entry.id) \(title(entry)) (\(entry.requirement.term.range)): "
        + entry.gaps.map(words.gap).joined(separator: "; ")
    }
    if trace.failedCells > 0 { lines.append("  \(words.failed(trace.failedCells))") }
    return lines.isEmpty ? [words.noGaps] : [words.gaps] + lines
  }

  private func lines(_ group: PolicyTrace.Group) -> [String] {
    let heading = [group.id, group.title?[words.language]].compactMap(\.self)
    let name = heading.isEmpty ? words.others : heading.joined(separator: " ")
    return [name.onOneLine] + group.requirements.map { "  \(line($0))".onOneLine }
  }

  private func line(_ entry: TracedRequirement) -> String {
    let statuses = entry.statuses.map(words.status).joined(separator: ", ")
    let shown = "\(entry.id) \(title(entry)): \(statuses)"
    guard !(entry.rules.isEmpty && entry.cases.isEmpty) else { return shown }
    return
      "\(shown) (\(words.counts(rules: entry.rules.count, opens: entry.opens, shut: entry.shut)))"
  }

  private func title(_ entry: TracedRequirement) -> String {
    entry.requirement.term.title[words.language].onOneLine
  }

  private var sums: [String] {
    [words.requirements(trace.requirements.count)]
      + TracedRequirement.Status.allCases.map { "  \(words.status($0)): \(trace.count($0))" }
  }
}
