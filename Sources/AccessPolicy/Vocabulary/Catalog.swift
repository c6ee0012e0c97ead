/// Everything of one kind that a policy set declares, by identifier, always in the identifiers' order.
public struct Catalog<Kind, Entry: Sendable>: Sendable, RandomAccessCollection {
  /// An identifier with what it names.
  public typealias Element = (id: Identifier<Kind>, entry: Entry)

  private let ids: [Identifier<Kind>]
  private var entries: [Entry]
  private let positions: NameTable

  package init(_ pairs: [Identifier<Kind>: Entry]) {
    let sorted = pairs.sorted { $0.key < $1.key }
    ids = sorted.map(\.key)
    entries = sorted.map(\.value)
    positions = NameTable(ids.map(\.text))
  }

  /// The position before which all elements stand.
  public var startIndex: Int { 0 }

  /// The position after the last element.
  public var endIndex: Int { ids.count }

  /// The element at a position.
  public subscript(position: Int) -> Element { (ids[position], entries[position]) }

  /// What an identifier names, if it is declared.
  ///
  /// - Complexity: O(1) on average.
  public subscript(id: Identifier<Kind>) -> Entry? { positions[id].map { entries[$0] } }

  /// Where an identifier stands among those declared: its dense index.
  package func index(of id: Identifier<Kind>) -> Int? { positions[id] }

  /// Changes what an identifier names; does nothing where it is not declared.
  mutating func change(_ id: Identifier<Kind>, _ change: (inout Entry) -> Void) {
    if let position = positions[id] { change(&entries[position]) }
  }

  /// The catalog without an identifier.
  func without(_ id: Identifier<Kind>) -> Catalog {
    var left: [Identifier<Kind>: Entry] = [:]
    for (other, entry) in self where other != id { left[other] = entry }
    return Catalog(left)
  }
}
