import AccessPolicy
import PolicyScenarios

/// One comparison in words: what all its renderings say, each in its own form.
struct DifferenceLines {
  let report: DifferenceReport
  let words: DifferenceWords
  private let old: PolicyNames
  private let new: PolicyNames
  private let situations: SituationText

  init(_ report: DifferenceReport, _ language: Language) {
    self.report = report
    words = DifferenceWords(language: language)
    old = PolicyNames(report.old, language: language)
    new = PolicyNames(report.new, language: language)
    situations = SituationText(policy: report.new, language: language)
  }

  /// A policy set by id, version and the beginning of its digest.
  func identity(_ policy: Policy) -> String {
    let identity = policy.identity
    return "\(identity.id) \(identity.version) (\(identity.digest.prefix(12)))"
  }

  // MARK: Groups

  func who(_ group: DifferenceReport.Group) -> [String] { group.templates.map(template) }

  private func template(_ id: TemplateID) -> String {
    let language = words.language
    let term = report.old.templates[id]?.term ?? report.new.templates[id]?.term
    return term.map { "\($0.title[language]) (`\(id)`)" } ?? "`\(id)`"
  }

  func what(_ group: DifferenceReport.Group) -> [String] {
    group.cells.map { cells in
      let actions = cells.actions.map { action in
        report.new.actions[action] == nil ? old.action(action) : new.action(action)
      }
      let classes = cells.classes.map { id in
        report.new.contentClasses[id] == nil ? old.contentClass(id) : new.contentClass(id)
      }
      return actions.joined(separator: ", ") + ": " + classes.joined(separator: ", ")
    }
  }

  /// The rule that is not as it was, with its places.
  func why(_ group: DifferenceReport.Group) -> [String] {
    let change = group.change
    func place(_ place: RuleChange.Place) -> String {
      "`\(place.rule)`" + (place.range.map { " (\($0))" } ?? "")
    }
    let gate = "\(change.gate)"
    switch (change.old, change.new) {
    case (let before?, let after?):
      return [
        "\(words.changed), \(gate):", "\(words.before) \(place(before))",
        "\(words.now) \(place(after))",
      ]
    case (nil, let after?): return ["\(words.added), \(gate): \(place(after))"]
    case (let before?, nil): return ["\(words.removed), \(gate): \(place(before))"]
    case (nil, nil): return [gate]
    }
  }

  func example(_ group: DifferenceReport.Group) -> [SituationText.Line] {
    situations.lines(group.witness.request)
  }

  func answer(_ group: DifferenceReport.Group) -> String {
    "\(words.before): \(words.outcome(group.old)); \(words.now): \(words.outcome(group.new))"
  }

  var groups: [(direction: DifferenceReport.Direction, groups: [DifferenceReport.Group])] {
    DifferenceReport.Direction.allCases
      .map { direction in (direction, report.groups.filter { $0.direction == direction }) }
      .filter { !$0.1.isEmpty }
  }

  /// What is to be known beside the groups.
  var notes: [String] {
    var notes: [String] = []
    if !report.renamed.isEmpty {
      let names = report.renamed.map { "`\($0.old)` → `\($0.new)`" }
      notes.append("\(words.renamed): " + names.joined(separator: ", "))
    }
    if !report.undecided.isEmpty { notes.append(words.undecided(report.undecided)) }
    if !report.defects.isEmpty { notes.append(words.defects(report.defects)) }
    return notes
  }
}
