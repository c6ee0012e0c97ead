/// A chart made ready for many look-ups, by any session.
///
/// It never changes; passing it on copies one reference.
public final class OpenChart: Sendable {
  let chart: Chart
  /// The policy set that its numbers are of.
  let compiled: CompiledPolicy
  /// The number that each text of the chart has.
  let symbols: SymbolTable
  /// The elements of the sets of the chart.
  let sets: [Int64]
  /// For each slot of a fact of the patient, its value.
  let patientCells: [FactCell]
  let items: [Item]
  /// Facts of items, row by row, in the columns of ``LookupSlots/contentSlots``.
  let itemCells: [FactCell]
  /// What reasons can be bounded by, row by row, in the order of ``LookupTables/scopeAttributes``.
  let scopeCells: [FactCell]
  /// Marks that are, or may be, set on each item, `markWords` words an item.
  let marks: [UInt64]
  /// Marks that may be in force somewhere in the chart.
  let someMarks: [UInt64]
  /// Links in the order of preference.
  let links: [ChartLink]
  let linkCells: [FactCell]
  let blocks: [ChartBlock]
  /// Whether the patient's blocks are not known.
  let areBlocksUnknown: Bool

  /// What look-ups read of an item beside its facts.
  struct Item: Sendable {
    /// The dense index of its class.
    let contentClass: Int32
    /// Whether it is about the patient.
    let isAboutPatient: Bool
    /// Whether nobody says which marks it has.
    let hasUnknownMarks: Bool
    /// Whether it is out of the ordinary, so that only the whole decision answers for it.
    let isOdd: Bool
    let id: FactCell
    let contact: FactCell
    let recorded: FactCell
  }

  /// Looks everything in a chart up.
  ///
  /// - Complexity: linear in the items, links and blocks, but for the order of links.
  init(_ chart: Chart, _ compiled: CompiledPolicy) {
    let lookups = compiled.lookups
    let facts = FactValues(compiled: compiled)
    let attributes = compiled.conditions.attributes.attributes
    var pool = CellPool(.chartSet, symbols: lookups.literals.symbols)
    self.chart = chart
    self.compiled = compiled

    patientCells = attributes.indices.map { slot in
      lookups.slots.origins[slot] == .patient
        ? pool.cell(facts.value(of: attributes[slot], in: chart.patient)) : .later
    }

    var items: [Item] = []
    var itemCells: [FactCell] = []
    var scopeCells: [FactCell] = []
    var marks: [UInt64] = []
    items.reserveCapacity(chart.items.count)
    itemCells.reserveCapacity(chart.items.count * lookups.slots.contentSlots.count)
    for item in chart.items {
      let sources = ItemMarks(item, chart.patient, compiled)
      marks += sources.words
      items.append(Item(item, sources, chart.patient, compiled, &pool))
      for slot in lookups.slots.contentSlots {
        itemCells.append(pool.cell(facts.value(of: attributes[slot], in: item)))
      }
      for id in lookups.scopeAttributes {
        scopeCells.append(pool.cell(facts.scope(id, of: item)))
      }
    }
    self.items = items
    self.itemCells = itemCells
    self.scopeCells = scopeCells
    self.marks = marks
    var someMarks = Array(repeating: UInt64(0), count: lookups.markWords)
    for index in marks.indices { someMarks[index % lookups.markWords] |= marks[index] }
    self.someMarks = someMarks

    let positions = RequestContext.inOrder(chart.patient?.links ?? [])
    var links: [ChartLink] = []
    var linkCells: [FactCell] = []
    for position in positions {
      guard let given = chart.patient?.links[position] else { continue }
      let link = given.withKnownEnd(compiled.policy)
      links.append(ChartLink(link, position, compiled))
      for slot in lookups.slots.linkSlots {
        linkCells.append(pool.cell(facts.value(of: attributes[slot], in: link)))
      }
    }
    self.links = links
    self.linkCells = linkCells

    areBlocksUnknown = chart.patient?.blocks.isUnknown ?? false
    blocks = (chart.patient?.blocks.value ?? []).enumerated()
      .map { ChartBlock($0.element, $0.offset, compiled, &pool) }
      .sorted { ($0.block.id, $0.block.kind.text) < ($1.block.id, $1.block.kind.text) }
    symbols = pool.symbols
    sets = pool.elements
  }

  /// How many items stand in it.
  public var count: Int { items.count }
}

/// A link as look-ups read it.
struct ChartLink: Sendable {
  /// Its position among the patient's.
  let position: Int32
  /// The dense index of its kind; -1 for one that nothing declares.
  let kind: Int32
  /// The dense index of its status; -1 where that is not known.
  let status: Int32
  let starts: FactCell
  let ends: FactCell
}

/// A block as look-ups read it.
struct ChartBlock: Sendable {
  /// Its position among the patient's.
  let position: Int32
  /// The dense index of its kind; -1 for one that nothing declares.
  let kind: Int32
  let isEffectuated: Truth
  let block: Block
  let coverage: Coverage
  let classes: BitSet
  let entriesFrom: FactCell

  /// What it covers.
  enum Coverage: Sendable {
    case whole
    case unknown
    /// The classes in `classes`; `areKnown`: every class that it names is declared.
    case classes(areKnown: Bool)
    /// The number of a contact.
    case contact(Int64)
    /// The number of an item.
    case item(Int64)
  }
}
