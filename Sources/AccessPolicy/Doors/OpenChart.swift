/// A chart made ready for many look-ups, by any session.
public struct OpenChart: Sendable {
  let chart: Chart
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
  let entriesFrom: FactCell

  enum Coverage: Sendable {
    case whole
    case unknown
    /// `areKnown`: every class that it names is declared.
    case classes(BitSet, areKnown: Bool)
    /// The number of a contact.
    case contact(Int64)
    /// The number of an item.
    case item(Int64)
  }
}
