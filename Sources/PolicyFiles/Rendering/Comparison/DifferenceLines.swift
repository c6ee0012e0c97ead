import AccessPolicy
import PolicyScenarios

/// One comparison in words: what all its renderings say, each in its own form.
struct DifferenceLines {
  let report: DifferenceReport
  let words: DifferenceWords
  private let old: PolicyNames
  private let new: PolicyNames
  private let situations: SituationText

  /// Without ids, what is changed goes by its titles; roles and rules always have theirs.
  init(_ report: DifferenceReport, _ language: Language, hasIDs: Bool = true) {
    self.report = report
    words = DifferenceWords(language: language)
    old = PolicyNames(report.old, language: language, hasIDs: hasIDs)
    new = PolicyNames(report.new, language: language, hasIDs: hasIDs)
    situations = SituationText(policy: report.new, language: language)
  }

  // MARK: Groups

  func who(_ part: DifferenceReport.Part) -> String {
    let templates = part.templates.map(template).joined(separator: ", ")
    guard !part.subtemplates.isEmpty else { return templates }
    let subtemplates = part.subtemplates.map { id in
      let term = report.new.subtemplates[id]?.term ?? report.old.subtemplates[id]?.term
      return name(id.text, term)
    }
    return templates + words.onlyWith(subtemplates)
  }

  private func template(_ id: TemplateID) -> String {
    name(id.text, report.old.templates[id]?.term ?? report.new.templates[id]?.term)
  }

  private func name(_ id: String, _ term: Term?) -> String {
    let language = words.language
    return term.map { "\($0.title[language]) (`\(id)`)" } ?? "`\(id)`"
  }

  /// What changes, and of which content.
  struct What {
    let label: String
    let text: String
  }

  /// What changes: actions and classes; of content with a mark or block, how it differs from that without.
  func what(_ part: DifferenceReport.Part) -> [What] {
    let first = part.situations[0]
    return part.situations.enumerated().flatMap { number, situation in
      let shields = situation.gates.compactMap(shield)
      let label = words.what(shields, isAlsoWithout: shields.count < situation.gates.count)
      let all = situation.cells.map { What(label: label, text: cells($0)) }
      guard number > 0 else { return all }
      let more = situation.cells(without: first)
      let less = first.cells(without: situation)
      guard more.count + less.count < all.count else { return all }
      let beside = [(words.alsoThere, more), (words.notThere, less)].filter { !$0.1.isEmpty }
      let texts = beside.map { "\($0): " + $1.map(cells).joined(separator: "; ") }
      return [What(label: label, text: ([words.sameThere] + texts).joined(separator: "; "))]
    }
  }

  private func cells(_ cells: DifferenceReport.Actions) -> String {
    let actions = cells.actions.map { action in
      report.new.actions[action] == nil ? old.action(action) : new.action(action)
    }
    let classes = cells.classes.map { id in
      report.new.contentClasses[id] == nil ? old.contentClass(id) : new.contentClass(id)
    }
    let condition = cells.conditions.isEmpty ? "" : words.onlyWhen(cells.conditions.map(explained))
    return actions.joined(separator: ", ") + ": " + classes.joined(separator: ", ") + condition
  }

  /// A condition, with what people call the facts and values in it.
  private func explained(_ condition: String) -> String {
    let legend = legend(of: condition)
    return legend.isEmpty ? "`\(condition)`" : "`\(condition)` (\(legend))"
  }

  private func legend(of text: String) -> String {
    let legend = new.legend(of: text)
    return legend.isEmpty ? old.legend(of: text) : legend
  }

  /// What has to stand in the way for the change to show; `nil` for the gates of every request.
  private func shield(_ gate: SituationGate) -> String? {
    switch gate {
    case .role, .workplace, .authentication, .purpose, .readOnly, .function, .licence,
      .relationship:
      return nil
    case .unnamedMark: return "`\(gate)`"
    case .mark(let id):
      return name(id.text, report.new.marks[id]?.term ?? report.old.marks[id]?.term)
    case .block(let id):
      return name(id.text, report.new.blocks[id]?.term ?? report.old.blocks[id]?.term)
    }
  }

  /// What was changed, with its places.
  func why(_ group: DifferenceReport.Group) -> String {
    let change = group.change
    func place(_ place: RuleChange.Place) -> String { place.range.map { "\($0)" } ?? "" }
    func called(_ place: RuleChange.Place, _ policy: Policy) -> String {
      let title = policy.title(of: place.rule)?[words.language]
      return (title.map { "\($0) " } ?? "") + "(`\(place.rule)`)"
    }
    // What stands nowhere is not there.
    switch (change.old.flatMap(placed), change.new.flatMap(placed)) {
    case (let before?, let after?):
      let names =
        before.rule == after.rule
        ? called(after, report.new) : "\(called(before, report.old)) → \(called(after, report.new))"
      let places = "\(words.before) \(place(before)), \(words.now) \(place(after))"
      return "\(names) \(words.changed) (\(places))"
    case (nil, let after?):
      return "\(called(after, report.new)) \(words.added) (\(place(after)))"
    case (let before?, nil):
      return "\(called(before, report.old)) \(words.removed) (\(place(before)))"
    case (nil, nil): return "\(change.gate)"
    }
  }

  /// What is written otherwise in what was changed; none where the files are not known.
  func edits(_ group: DifferenceReport.Group) -> [[HTMLInline]] {
    guard let edits = report.edits?.edits(of: group.change) else { return [] }
    return edits.isEmpty ? [[.text(words.isWrittenAsBefore)]] : edits.map(edit)
  }

  private func edit(_ edit: WrittenEdits.Edit) -> [HTMLInline] {
    let key: [HTMLInline] =
      edit.path.isEmpty ? [] : [.text(edit.path.joined(separator: ".") + ": ")]
    switch edit.change {
    case .value(let before, let now):
      let texts = [before, now].compactMap { $0 }
      // What a whole declaration mentions is too much for one line.
      let legend = edit.path.isEmpty ? "" : legend(of: texts.joined(separator: " "))
      let values: [HTMLInline] =
        if let before, let now { [.code(before), .text(" → "), .code(now)] } else {
          said([(words.isGone, before.map { [$0] }), (words.isNew, now.map { [$0] })])
        }
      return key + values + (legend.isEmpty ? [] : [.text(" – \(legend)")])
    case .list(let gone, let added):
      return key + said([(words.noLonger, gone), (words.newly, added)])
    }
  }

  private func said(_ parts: [(word: String, names: [String]?)]) -> [HTMLInline] {
    let lists = parts.compactMap { word, names -> [HTMLInline]? in
      guard let names, !names.isEmpty else { return nil }
      return [.text(word + " ")] + Array(names.map { [.code($0)] }.joined(separator: [.text(", ")]))
    }
    return Array(lists.joined(separator: [.text("; ")]))
  }

  /// What is asked for and comes with the answers, where that is part of the change.
  func terms(_ group: DifferenceReport.Group) -> [What] {
    let terms = [
      Terms(group.witnesses.map(\.oldDecision), old, words),
      Terms(group.witnesses.map(\.decision), new, words),
    ]
    func both(_ label: String, _ part: KeyPath<Terms, [String]>) -> [What] {
      zip([words.before, words.now], terms).flatMap { when, terms in
        let texts = terms[keyPath: part]
        return (texts.isEmpty ? [words.nothing] : texts).map {
          What(label: "\(label), \(when)", text: $0)
        }
      }
    }
    func asked(_ label: String, _ side: Int) -> [What] {
      terms[side].demands.map { What(label: label, text: $0) }
    }
    let follows =
      terms[0].obligations == terms[1].obligations ? [] : both(words.comesWith, \.obligations)
    guard group.old == group.new else {
      return (group.old == .justify ? asked(words.wasAsked(group.new), 0) : [])
        + (group.new == .justify ? asked(words.isAsked, 1) : []) + follows
    }
    return SituationDifference.Aspect.allCases.filter(group.aspects.contains).flatMap { aspect in
      switch aspect {
      case .outcome: [] as [What]
      case .hiddenExistence: both(words.isHidden, \.hidden)
      case .demands: both(words.isAsked, \.demands)
      case .obligations: follows
      case .routes: both(words.routes, \.routes)
      }
    }
  }

  /// What is asked for and comes with some decisions, each said once.
  private struct Terms {
    let demands: [String]
    let obligations: [String]
    let routes: [String]
    let hidden: [String]

    init(_ decisions: [Decision], _ names: PolicyNames, _ words: DifferenceWords) {
      func once(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
      }
      demands = once(
        decisions.map { decision in
          words.all(decision.demands.map { words.oneOf($0.anyOf.map(names.offer)) })
        }
      )
      .filter { !$0.isEmpty }
      obligations = once(decisions.flatMap(\.obligations).map(names.obligation)).sorted()
      routes = once(decisions.flatMap(\.routes).map { $0[words.language] })
      hidden = once(decisions.map { words.hidden($0.hidesExistence) })
    }
  }

  private func placed(_ place: RuleChange.Place) -> RuleChange.Place? {
    place.range == nil ? nil : place
  }

  func example(_ witness: SituationDifference.Witness) -> [SituationText.Line] {
    situations.lines(witness.request)
  }

  func answer(_ group: DifferenceReport.Group) -> String {
    "\(words.before): \(words.outcome(group.old)); \(words.now): \(words.outcome(group.new))"
  }

  var groups: [(direction: DifferenceReport.Direction, groups: [DifferenceReport.Group])] {
    DifferenceReport.Direction.allCases
      .map { direction in (direction, report.groups.filter { $0.direction == direction }) }
      .filter { !$0.1.isEmpty }
  }

  /// Something to be known beside the groups.
  struct Note {
    let text: String
    var items: [[HTMLInline]] = []
  }

  /// What is to be known beside the groups.
  var notes: [Note] {
    var notes: [Note] = []
    if !report.renamed.isEmpty {
      let names = report.renamed.map { "`\($0.old)` → `\($0.new)`" }
      notes.append(Note(text: "\(words.renamed): " + names.joined(separator: ", ")))
    }
    let unnamed = report.unnamedEdits
    for (section, text) in words.sectionsApart {
      notes += note(text, unnamed.filter { $0.section == section })
    }
    let apart = words.sectionsApart.map(\.section)
    notes += note(words.otherEdits(report), unnamed.filter { !apart.contains($0.section) })
    if !report.undecided.isEmpty { notes.append(Note(text: words.undecided(report.undecided))) }
    if !report.defects.isEmpty { notes.append(Note(text: words.defects(report.defects))) }
    notes.append(Note(text: words.bounds))
    return notes
  }

  private func note(_ text: String, _ declarations: [WrittenEdits.Declaration]) -> [Note] {
    guard !declarations.isEmpty else { return [] }
    let items = declarations.map { declared -> [HTMLInline] in
      let name = [declared.section, declared.name].compactMap { $0 }.joined(separator: ".")
      return [.strong(name), .text(": ")]
        + declared.edits.map(edit).joined(separator: [.text("; ")])
    }
    return [Note(text: text, items: items)]
  }
}

extension Policy {
  /// The title of a rule, role template or subtemplate, whichever has the id; a grant's or circle entry's
  /// may be that of what it stands in.
  fileprivate func title(of id: RuleID) -> LocalizedText? {
    let grants = securityClasses.flatMap(\.entry.grants).map { ($0.id, $0.term) }
    let licences = providerRecords.flatMap(\.entry.grants).map { ($0.id, $0.term) }
    let entries = marks.flatMap(\.entry.circle).map { ($0.id, $0.term) }
    if let term = (grants + licences + entries).first(where: { $0.0 == id })?.1 {
      return term.title
    }
    let terms: [Term?] = [
      careRelationships[id.cast()]?.term, templates[id.cast()]?.term,
      subtemplates[id.cast()]?.term, selfAuthorisation[id.cast()]?.term, reach[id.cast()]?.term,
      marks[id.cast()]?.term, blocks[id.cast()]?.term, patientLogistics[id.cast()]?.term,
    ]
    return terms.compactMap { $0 }.first?.title
  }
}
