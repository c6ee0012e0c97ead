/// The situations of which a principle speaks, as goals of a search.
struct PrincipleSubject {
  let search: SituationSearch
  let principle: Principle
  /// The tests of class, tags and action in its condition.
  private let cellTests: [Condition.Test]
  private var saidOfPlace: [SituationCell: [Truth]] = [:]

  init(search: SituationSearch, principle: Principle) {
    self.search = search
    self.principle = principle
    cellTests = CellFeatures.tests(in: [principle.condition])
  }

  /// What the condition says of a cell of some template, whatever the situation is.
  mutating func said(of cell: SituationCell) -> [Truth] {
    guard !cellTests.isEmpty else { return [] }
    let place = SituationSearch.ofAnyTemplate(cell)
    if let known = saidOfPlace[place] { return known }
    let said = cellTests.map {
      CellFeatures.truth(of: $0, place, search.space.sides[0]) ?? .unknown
    }
    saidOfPlace[place] = said
    return said
  }

  /// Whether it speaks of patients alone: of their logistics, or of their blocks.
  private var isAboutPatients: Bool {
    if principle.condition.looksAtLinks { return true }
    if case .any = principle.links {
      return if case .some = principle.blocks { true } else { false }
    }
    return true
  }

  /// What situations of a cell must meet; `nil` where none does.
  ///
  /// The session is in order in all of them: without that, the answer is no, whatever the rules are.
  func goals(_ cell: SituationCell, _ side: Int = 0) -> [GoalSearch.Goal]? {
    let forms = search.forms(cell.template, side)
    guard forms.isAboutPatient(cell) || !isAboutPatients else { return nil }
    let spoken = forms.translate(principle.condition, cell, link: 1)
    guard spoken != .no else { return nil }
    var goals = search.sessionGates(cell.template, side).map { GoalSearch.Goal($0.allows) }
    goals.append(.init(spoken))
    return goals + links(forms) + marks(cell, side, forms) + blocks(cell, forms)
  }

  private func links(_ forms: CellForms) -> [GoalSearch.Goal] {
    let isThere = forms.hasFact(CellForms.attribute(.linkKind), link: 1)
    switch principle.links {
    case .any: return principle.condition.looksAtLinks ? [.init(isThere)] : []
    case .none: return [.init(isThere, .no)]
    case .some(let kinds):
      let some = kinds.sorted().map { forms.isEqual(.linkKind, .code($0.cast()), link: 1) }
      return [.init(.some(some))]
    }
  }

  private func marks(_ cell: SituationCell, _ side: Int, _ forms: CellForms)
    -> [GoalSearch.Goal]
  {
    switch principle.marks {
    case .any: return []
    case .none:
      let gates = search.otherGates(cell, side)
      let inForce = gates.compactMap { gate -> Formula? in
        guard case .mark(let id) = gate.gate else { return nil }
        return forms.policy.marks[id].map { forms.isInForce(id, $0, cell) }
      }
      let unnamed = gates.filter { $0.gate == .unnamedMark }
      return inForce.map { .init($0, .no) } + unnamed.map { .init($0.allows) }
    case .some(let ids):
      // Also where the mark covers something else: that it no longer covers this must be seen.
      let isSet = ids.sorted().compactMap { id in
        forms.policy.marks[id].map { forms.isInForce(id, $0, cell) }
      }
      return [.init(.some(isSet), [.yes, .unknown])]
    }
  }

  private func blocks(_ cell: SituationCell, _ forms: CellForms) -> [GoalSearch.Goal] {
    switch principle.blocks {
    case .any: return []
    case .none:
      guard forms.isAboutPatient(cell) else { return [] }
      let closing = forms.policy.blocks.filter { $0.entry.actions?.contains(cell.action) ?? true }
      return closing.map { .init(search.space.formula(.block($0.id)), .no) }
    case .some(let ids):
      // Also where the kind closes other actions: that it no longer closes this one must be seen.
      return [.init(.some(ids.sorted().map { search.space.formula(.block($0)) }))]
    }
  }
}
