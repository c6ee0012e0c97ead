/// For each security class, its grants by cell, in one flat list.
///
/// A *cell* is an action and a class: `action × classes + class`. What a look-up costs depends on the
/// security class, and not on how many others there are. A class, so that passing it on copies one
/// reference.
final class CellIndex: Sendable {
  /// Where the entries of each security class begin; one more at the end.
  private let starts: [Int32]
  /// Cells with numbers of grants, sorted within each security class.
  private let entries: [LookupTables.CellGrant]
  /// For each security class, the cells at which it has grants, as words of bits.
  private let cells: [UInt64]
  private let width: Int

  init(_ grants: [[LookupTables.CellGrant]], cellCount: Int) {
    width = (cellCount + 63) / 64
    var starts: [Int32] = [0]
    var entries: [LookupTables.CellGrant] = []
    var cells = Array(repeating: UInt64(0), count: width * grants.count)
    for (owner, owned) in grants.enumerated() {
      entries += owned
      starts.append(Int32(clamping: entries.count))
      for entry in owned {
        cells[owner * width + Int(entry.cell) >> 6] |= 1 << UInt64(entry.cell & 63)
      }
    }
    self.starts = starts
    self.entries = entries
    self.cells = cells
  }

  /// Where the grants of a security class at a cell begin; `nil` if it has none.
  func place(of owner: Int, at cell: Int) -> Int? {
    guard cells[owner * width + cell >> 6] & (1 << UInt64(cell & 63)) != 0 else { return nil }
    var low = Int(starts[owner])
    var high = Int(starts[owner + 1])
    while low < high {
      let middle = (low + high) >> 1
      if Int(entries[middle].cell) < cell { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The grant at a place, if it is one of a security class at a cell; in order.
  func grant(_ place: Int, of owner: Int, at cell: Int) -> Int? {
    guard place < Int(starts[owner + 1]), Int(entries[place].cell) == cell else { return nil }
    return Int(entries[place].grant)
  }

  /// Adds the grants of a security class at a cell to others, in order.
  func add(grantsOf owner: Int, at cell: Int, to numbers: inout [Int]) {
    guard var place = place(of: owner, at: cell) else { return }
    while let number = grant(place, of: owner, at: cell) {
      var before = numbers.count
      while before > 0, numbers[before - 1] > number { before -= 1 }
      numbers.insert(number, at: before)
      place += 1
    }
  }
}
