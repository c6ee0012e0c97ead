/// The value of a fact in sixteen bytes: what look-ups compare.
///
/// Texts are numbers of a ``SymbolTable``, so that two are alike when their numbers are; the elements
/// of sets stand in a pool beside the cell.
struct FactCell: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    /// Not in view yet; it will be when an item is asked for.
    case later
    case unknown
    case absent
    /// A number, an index, or the number of a text.
    case integer
    /// Elements in the pool of the policy set, of the chart, or of the access.
    case policySet
    case chartSet
    case accessSet
    /// Units with all beneath them, less others; in the pool of the access: see ``openUnits``.
    case openUnits
  }

  let kind: Kind
  /// For a set, whether some element is not known; for open units, whether none is listed.
  let flag: Bool
  /// How many elements the set has.
  let count: Int32
  /// The number; for a set, where its elements begin.
  let value: Int64

  private init(kind: Kind, flag: Bool = false, count: Int32 = 0, value: Int64 = 0) {
    self.kind = kind
    self.flag = flag
    self.count = count
    self.value = value
  }

  static var later: FactCell { FactCell(kind: .later) }
  static var unknown: FactCell { FactCell(kind: .unknown) }
  static var absent: FactCell { FactCell(kind: .absent) }

  static func integer(_ value: Int64) -> FactCell { FactCell(kind: .integer, value: value) }

  /// A set whose elements stand at the end of a pool.
  static func set(_ kind: Kind, start: Int, count: Int, hasUnknown: Bool) -> FactCell {
    FactCell(kind: kind, flag: hasUnknown, count: Int32(clamping: count), value: Int64(start))
  }

  /// The units that a role opens.
  ///
  /// In the pool: how many are removed and how many listed; those that are removed; those listed that
  /// stay open, `open` of them; all that are listed.
  static func openUnits(start: Int, open: Int, isNoneListed: Bool) -> FactCell {
    FactCell(
      kind: .openUnits,
      flag: isNoneListed,
      count: Int32(clamping: open),
      value: Int64(start)
    )
  }
}
