/// Answers conditions as far as the facts at hand go, and keeps the rest for the item.
struct ConditionFolding {
  let compiled: CompiledPolicy
  let comparison: CellComparison
  /// For each slot, its value; `later` where it is not in view yet.
  let cells: [FactCell]
  let now: Moment
  let birthDate: CivilDate?
  /// The first instant after now at which an answer may change.
  private(set) var nextChange: Instant?
  var program = ResidualProgram()

  init(
    _ compiled: CompiledPolicy,
    _ comparison: CellComparison,
    cells: [FactCell],
    now: Moment,
    birthDate: CivilDate?
  ) {
    self.compiled = compiled
    self.comparison = comparison
    self.cells = cells
    self.now = now
    self.birthDate = birthDate
  }

  /// A condition of a rule that sees no link, or the link whose cells stand in a chart from a place on.
  mutating func fold(_ condition: ConditionTable.Entry, link: LinkView = .none) -> Residual {
    condition.isTrivial ? .yes : fold(condition.node, link)
  }

  private mutating func fold(_ node: Int, _ link: LinkView) -> Residual {
    switch compiled.conditions.nodes[node] {
    case .constant(let truth): return Residual(truth)
    case .not(let inner): return negate(inner, link)
    case .all(let range): return join(.all, range, link)
    case .any(let range): return join(.any, range, link)
    case .test:
      guard let test = compiled.lookups.tests[node] else { return .unknown }
      return fold(test, link)
    }
  }

  private mutating func join(
    _ kind: ResidualProgram.Step.Kind,
    _ range: Range<Int>,
    _ link: LinkView
  ) -> Residual {
    let deciding: Truth = kind == .all ? .no : .yes
    let start = program.begin(kind)
    var rest = !deciding
    for child in range {
      guard let truth = fold(compiled.conditions.children[child], link).truth else { continue }
      if truth == deciding { return program.abandon(start, deciding) }
      if truth == .unknown { rest = .unknown }
    }
    return program.finish(start, rest: rest)
  }

  private mutating func negate(_ inner: Int, _ link: LinkView) -> Residual {
    let start = program.begin(.not)
    if let truth = fold(inner, link).truth { return program.abandon(start, !truth) }
    return program.finish(start, rest: .yes)
  }

  /// Two conditions that see the same link, both of which must hold.
  mutating func both(
    _ first: ConditionTable.Entry,
    _ second: ConditionTable.Entry,
    link: LinkView
  ) -> Residual {
    let start = program.begin(.all)
    for condition in [first, second] {
      guard let truth = fold(condition, link: link).truth, truth != .yes else { continue }
      return program.abandon(start, truth)
    }
    return program.finish(start, rest: .yes)
  }

  // MARK: Tests

  private mutating func fold(_ test: LookupTest, _ link: LinkView) -> Residual {
    let a = side(test.a, link)
    let b = side(test.b, link)
    let isLater =
      a.source != .value && a.source != .now || b.source != .value && b.source != .now
    if isLater { return program.append(test: test, a, b) }
    if a.source == .now || b.source == .now { noteMeeting(a, b) }
    if isAge(test.a) || isAge(test.b) { noteBirthday() }
    return Residual(
      comparison.truth(test.kind, known(a), known(b), isNegated: test.isNegated)
    )
  }

  private func side(_ side: LookupTest.Side, _ link: LinkView) -> ResidualProgram.Side {
    guard side.slot >= 0 else { return .value(side.cell) }
    let slot = Int(side.slot)
    let slots = compiled.lookups.slots
    func later(_ source: ResidualProgram.Side.Source) -> ResidualProgram.Side {
      ResidualProgram.Side(
        source: source,
        column: Int32(clamping: slots.columns[slot]),
        seconds: side.seconds,
        cell: .later
      )
    }
    let cell: FactCell
    switch slots.origins[slot] {
    case .now: return later(.now)
    case .content: return later(.item)
    case .contentClass: return later(.contentClass)
    case .contentTags: return later(.contentTags)
    case .action: return later(.action)
    case .never: cell = .unknown
    case .link: cell = link.cell(slots.columns[slot])
    case .session, .patient, .age, .request:
      cell = cells[slot]
      // Of a session that stands before no chart yet.
      if cell.kind == .later { return later(.item) }
    }
    return .value(CellComparison.shifted(cell, by: side.seconds))
  }

  private func known(_ side: ResidualProgram.Side) -> FactCell {
    guard side.source == .now else { return side.cell }
    return CellComparison.shifted(.integer(now.instant.secondsSince1970), by: side.seconds)
  }

  private func isAge(_ side: LookupTest.Side) -> Bool {
    side.slot >= 0 && compiled.lookups.slots.origins[Int(side.slot)] == .age
  }

  // MARK: When answers change

  /// Now, shifted, meets the other side at one instant.
  private mutating func noteMeeting(_ a: ResidualProgram.Side, _ b: ResidualProgram.Side) {
    guard (a.source == .now) != (b.source == .now) else { return }
    let (now, other) = a.source == .now ? (a, b) : (b, a)
    guard other.cell.kind == .integer else { return }
    let meeting =
      Instant(secondsSince1970: other.cell.value) - TimeSpan(seconds: now.seconds)
    noteEdge(meeting)
    noteEdge(meeting + TimeSpan(seconds: 1))
  }

  private mutating func noteBirthday() {
    noteEdge(birthDate?.nextBirthday(after: now.date).map { now.startOfDay($0) })
  }

  mutating func noteEdge(_ instant: Instant?) {
    guard let instant, instant > now.instant else { return }
    nextChange = nextChange.map { min($0, instant) } ?? instant
  }
}

/// The link that a rule sees: a row of cells.
struct LinkView {
  let cells: [FactCell]
  let start: Int

  /// No link in view: its facts are unknown.
  static let none = LinkView(cells: [], start: -1)

  func cell(_ column: Int) -> FactCell { start < 0 ? .unknown : cells[start + column] }
}
