/// One test of a condition as look-ups make it: facts as slots, values as cells.
struct LookupTest: Sendable {
  enum Kind: UInt8, Sendable {
    case holds, has, equal, less, lessOrEqual, greater, greaterOrEqual, member, within
  }

  /// One side: a fact with seconds added to it, or a value.
  struct Side: Sendable {
    /// The slot of the fact; -1 for a value.
    let slot: Int32
    let seconds: Int64
    let cell: FactCell
  }

  let kind: Kind
  let isNegated: Bool
  let a: Side
  let b: Side

  init(_ test: CompiledTest, _ literals: inout CellPool) {
    func side(_ operand: CompiledTest.Operand) -> Side {
      switch operand {
      case .slot(let slot, let seconds):
        Side(slot: Int32(slot), seconds: seconds, cell: .later)
      case .value(let value):
        Side(slot: -1, seconds: 0, cell: literals.cell(value))
      }
    }
    func fact(_ slot: Int) -> Side { Side(slot: Int32(slot), seconds: 0, cell: .later) }
    let nothing = Side(slot: -1, seconds: 0, cell: .absent)
    switch test {
    case .holds(let slot): (kind, isNegated, a, b) = (.holds, false, fact(slot), nothing)
    case .has(let slot): (kind, isNegated, a, b) = (.has, false, fact(slot), nothing)
    case .equal(let x, let y, let negated):
      (kind, isNegated, a, b) = (.equal, negated, side(x), side(y))
    case .ordered(let x, let order, let y):
      (kind, isNegated, a, b) = (Kind(order), false, side(x), side(y))
    case .member(let x, let y, let negated):
      (kind, isNegated, a, b) = (.member, negated, side(x), side(y))
    case .within(let x, let y, let negated):
      (kind, isNegated, a, b) = (.within, negated, side(x), side(y))
    }
  }
}

extension LookupTest.Kind {
  fileprivate init(_ order: Condition.Order) {
    self =
      switch order {
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      }
  }
}

/// Makes cells of values; texts get numbers, elements of sets a place.
struct CellPool: Sendable {
  var symbols: SymbolTable
  var elements: [Int64] = []
  /// The kind of the sets that it makes.
  let kind: FactCell.Kind

  init(_ kind: FactCell.Kind, symbols: SymbolTable = SymbolTable()) {
    self.kind = kind
    self.symbols = symbols
  }

  mutating func cell(_ value: FactValue) -> FactCell {
    switch value {
    case .unknown: return .unknown
    case .absent: return .absent
    case .integer(let value): return .integer(value)
    case .text(let text): return .integer(symbols.insert(text))
    case .integers(let values, let hasUnknown):
      let start = elements.count
      elements += values
      return .set(kind, start: start, count: values.count, hasUnknown: hasUnknown)
    case .texts(let texts):
      let start = elements.count
      for text in texts { elements.append(symbols.insert(text)) }
      return .set(kind, start: start, count: texts.count, hasUnknown: false)
    case .openUnits(let listed, let removed):
      // Whoever makes cells of a role says which units are open; here none is.
      _ = (listed, removed)
      return .unknown
    }
  }
}
