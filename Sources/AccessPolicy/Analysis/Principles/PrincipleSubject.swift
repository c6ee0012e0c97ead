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
    guard let links = links(forms), let marks = marks(cell, side, forms),
      let blocks = blocks(cell, forms)
    else { return nil }
    return goals + links + marks + blocks
  }

  private func links(_ forms: CellForms) -> [GoalSearch.Goal]? {
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
    -> [GoalSearch.Goal]?
  {
    if case .any = principle.marks { return [] }
    let covering = search.otherGates(cell, side).compactMap { gate -> (MarkID, Mark)? in
      guard case .mark(let id) = gate.gate else { return nil }
      return forms.policy.marks[id].map { (id, $0) }
    }
    let named = covering.filter { id, _ in
      if case .some(let ids) = principle.marks { ids.contains(id) } else { true }
    }
    let inForce = named.map { forms.isInForce($0, $1, cell) }
    guard case .some = principle.marks else {
      let unnamed = search.otherGates(cell, side).filter { $0.gate == .unnamedMark }
      return inForce.map { .init($0, .no) } + unnamed.map { .init($0.allows) }
    }
    return inForce.isEmpty ? nil : [.init(.some(inForce))]
  }

  private func blocks(_ cell: SituationCell, _ forms: CellForms) -> [GoalSearch.Goal]? {
    if case .any = principle.blocks { return [] }
    guard forms.isAboutPatient(cell) else { return [] }
    let closing = forms.policy.blocks.filter { $0.entry.actions?.contains(cell.action) ?? true }
      .map(\.id)
    guard case .some(let ids) = principle.blocks else {
      return closing.map { .init(search.space.formula(.block($0)), .no) }
    }
    let named = closing.filter(ids.contains)
    return named.isEmpty
      ? nil : [.init(.some(named.map { search.space.formula(.block($0)) }))]
  }
}
