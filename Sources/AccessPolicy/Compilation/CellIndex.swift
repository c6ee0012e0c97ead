/// For each security class, its grants by cell, in one flat list.
///
/// A *cell* is an action and a class: `action × classes + class`. What a look-up costs depends on the
/// security class, and not on how many others there are.
struct CellIndex: Sendable {
  /// Where the entries of each security class begin; one more at the end.
  private let starts: [Int32]
  /// Cells with numbers of grants, sorted within each security class.
  private let entries: [LookupTables.CellGrant]

  init(_ grants: [[LookupTables.CellGrant]]) {
    var starts: [Int32] = [0]
    var entries: [LookupTables.CellGrant] = []
    for owned in grants {
      entries += owned
      starts.append(Int32(clamping: entries.count))
    }
    self.starts = starts
    self.entries = entries
  }

  /// Adds the grants of a security class at a cell to others, in order.
  func add(grantsOf owner: Int, at cell: Int, to numbers: inout [Int]) {
    var low = Int(starts[owner])
    let end = Int(starts[owner + 1])
    var high = end
    while low < high {
      let middle = (low + high) >> 1
      if Int(entries[middle].cell) < cell { low = middle + 1 } else { high = middle }
    }
    while low < end, Int(entries[low].cell) == cell {
      let number = Int(entries[low].grant)
      var place = numbers.count
      while place > 0, numbers[place - 1] > number { place -= 1 }
      numbers.insert(number, at: place)
      low += 1
    }
  }
}
