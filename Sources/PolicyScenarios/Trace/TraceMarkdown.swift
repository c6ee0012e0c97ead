public import AccessPolicy

extension PolicyTrace {
  /// The trace as Markdown: a summary, the gaps, one line for each requirement, then its rules and
  /// cases; without numbers of lines, so that it changes only when something of it does.
  ///
  /// - Parameters:
  ///   - language: the language of the words.
  ///   - prefix: what stands before the paths of files in links, such as `../`.
  public func markdown(in language: Language, linkPrefix prefix: String = "") -> String {
    TraceMarkdown(trace: self, words: TraceWords(language: language), prefix: prefix).text
  }
}

private struct TraceMarkdown {
  let trace: PolicyTrace
  let words: TraceWords
  let prefix: String

  /// What all files have in common, up to a folder: labels of links are short without it.
  private let commonPath: String

  init(trace: PolicyTrace, words: TraceWords, prefix: String) {
    self.trace = trace
    self.words = words
    self.prefix = prefix
    commonPath = Self.commonPath(of: trace.files)
  }

  /// How many rules stand in a line; the others are beneath.
  private static let rulesInLine = 4

  /// How many cases are named for each side; JSON has them all.
  private static let casesNamed = 3

  var text: String {
    let parts = [summary, gaps] + trace.groups.map(group) + [targets]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// Where the labels of links lead; Markdown does not show them.
  private var targets: String {
    trace.files.map { "[\(label($0))]: \(Self.path(prefix + $0))" }.joined(separator: "\n")
  }

  private var summary: String {
    let counts = TracedRequirement.Status.allCases.map {
      "| \(words.status($0)) | \(trace.count($0)) |"
    }
    return """
      \(words.requirements(trace.requirements.count))

      | \(words.answer) | \(words.count) |
      |---|---|
      \(counts.joined(separator: "\n"))
      """
  }

  private var gaps: String {
    var lines = trace.withGaps.map { entry in
      "- **\(entry.id)** \(escaped(title(entry))): "
        + entry.gaps.map(words.gap).joined(separator: "; ")
    }
    if trace.failedCells > 0 { lines.append("- \(words.failed(trace.failedCells))") }
    let list = lines.isEmpty ? words.noGaps : lines.joined(separator: "\n")
    return "## \(words.gaps)\n\n\(list)"
  }

  // MARK: Groups

  private func group(_ group: PolicyTrace.Group) -> String {
    let heading = [group.id, group.title?[words.language]].compactMap(\.self)
    let name = heading.isEmpty ? words.others : heading.joined(separator: " ")
    let head =
      "| | \(words.requirement) | \(words.answer) | \(words.rules) | \(words.opens) | \(words.shut) |"
    var parts = [
      "## \(escaped(name))",
      ([head, "|---|---|---|---|---|---|"] + group.requirements.map(row)).joined(separator: "\n"),
    ]
    let readings = group.requirements.compactMap(reading)
    if !readings.isEmpty { parts.append(readings.joined(separator: "\n")) }
    let details = group.requirements.compactMap(details)
    if !details.isEmpty {
      parts.append(
        "<details><summary>\(escaped(words.details(group.id ?? name)))</summary>\n\n"
          + details.joined(separator: "\n") + "\n\n</details>"
      )
    }
    return parts.joined(separator: "\n\n")
  }

  private func row(_ entry: TracedRequirement) -> String {
    let source = entry.requirement.source.map { " (\(escaped($0)))" } ?? ""
    let first = entry.rules.prefix(Self.rulesInLine).map(link)
    let rest = entry.rules.count - first.count
    let rules = first + (rest > 0 ? [words.more(rest)] : [])
    let cells = [
      "**\(entry.id)**", escaped(title(entry)) + source, answers(entry),
      rules.joined(separator: ", "),
      entry.cases.isEmpty ? "" : "\(entry.opens)", entry.cases.isEmpty ? "" : "\(entry.shut)",
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  /// How it is met; and why something is lacking that a decision should have.
  private func answers(_ entry: TracedRequirement) -> String {
    var parts = entry.statuses.map { status in
      let how = entry.requirement.answers.first { $0.means.rawValue == status.rawValue }?.how
      return words.status(status) + (how.map { ": " + escaped($0[words.language]) } ?? "")
    }
    for side in Requirement.Side.allCases {
      if let why = entry.requirement.lacks[side] {
        parts.append("\(words.why(side)): \(escaped(why[words.language]))")
      }
    }
    return parts.joined(separator: "<br>")
  }

  private func reading(_ entry: TracedRequirement) -> String? {
    guard let reading = entry.requirement.reading else { return nil }
    let parts = [
      (words.question, reading.question), (words.takes, reading.takes),
      (words.instead, reading.instead), (words.change, reading.change),
    ]
    let lines = parts.map { "  - *\($0.0)*: \(escaped($0.1[words.language]))" }
    return "- **\(entry.id)**\n" + lines.joined(separator: "\n")
  }

  private func details(_ entry: TracedRequirement) -> String? {
    var parts: [String] = []
    if entry.rules.count > Self.rulesInLine {
      parts.append("\(words.rules): " + entry.rules.map(link).joined(separator: ", "))
    }
    let cases = named(entry).map { traced in
      let name = link(escaped(traced.case.description), traced.case.range)
      return "\(name) (\(words.sides(opens: traced.opens, shut: traced.shut)))"
    }
    let rest = entry.cases.count - cases.count
    let shown = cases + (rest > 0 ? [words.more(rest)] : [])
    if !cases.isEmpty { parts.append("\(words.cases): " + shown.joined(separator: "; ")) }
    return parts.isEmpty ? nil : "- **\(entry.id)** " + parts.joined(separator: ". ")
  }

  /// Some cases of each side, those first that stand for the fewest requirements; in their own order.
  private func named(_ entry: TracedRequirement) -> [TracedCase] {
    let order = entry.cases.indices.sorted {
      let (a, b) = (
        entry.cases[$0].case.requirements.count, entry.cases[$1].case.requirements.count
      )
      return (a, $0) < (b, $1)
    }
    let opening = order.filter { entry.cases[$0].opens > 0 }.prefix(Self.casesNamed)
    let shut = order.filter { entry.cases[$0].shut > 0 }.prefix(Self.casesNamed)
    return Set(opening).union(shut).sorted().map { entry.cases[$0] }
  }

  // MARK: Words

  private func title(_ entry: TracedRequirement) -> String {
    entry.requirement.term.title[words.language]
  }

  private func link(_ rule: TracedRule) -> String { link("`\(rule.id)`", rule.range) }

  private func link(_ text: String, _ range: SourceRange) -> String {
    "[\(text)][\(label(range.file))]"
  }

  private func label(_ file: String) -> String { escaped(String(file.dropFirst(commonPath.count))) }

  private static func path(_ path: String) -> String {
    path.replacing(" ", with: "%20").replacing(")", with: "%29")
  }

  private static func commonPath(of files: [String]) -> String {
    guard let first = files.first, let last = files.last else { return "" }
    // In order, the first and the last differ earliest.
    let common = zip(first, last).prefix { $0 == $1 }.map(\.0)
    return common.lastIndex(of: "/").map { String(common[...$0]) } ?? ""
  }

  /// Text that Markdown takes for text, but for what stands in backticks, and that ends no cell.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    var isCode = false
    for character in text.onOneLine {
      if character == "`" { isCode.toggle() }
      if character == "|" || (!isCode && "\\<>[]".contains(character)) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
