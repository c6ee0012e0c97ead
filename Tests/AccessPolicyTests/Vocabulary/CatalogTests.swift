@testable import AccessPolicy
import Testing

@Suite struct `Catalogs` {
  private func catalog(_ names: [String]) throws -> Catalog<Names.Unit, Int> {
    var pairs: [UnitID: Int] = [:]
    for (index, name) in names.enumerated() { pairs[try #require(UnitID(name))] = index }
    return Catalog(pairs)
  }

  @Test func `entries stand in the order of their ids`() throws {
    let catalog = try catalog(["b", "a", "C", "a-b"])
    #expect(catalog.map(\.id.text) == ["C", "a", "a-b", "b"])
    #expect(catalog.map(\.entry) == [2, 1, 3, 0])
  }

  @Test func `an id finds its entry and its place`() throws {
    let catalog = try catalog(["b", "a", "c"])
    for (index, element) in catalog.enumerated() {
      #expect(catalog.index(of: element.id) == index)
      #expect(catalog[element.id] == element.entry)
    }
    let other = try #require(UnitID("A"))
    #expect(catalog[other] == nil)
    #expect(catalog.index(of: other) == nil)
  }

  @Test func `an empty one is empty`() throws {
    let catalog = try catalog([])
    #expect(catalog.isEmpty)
    #expect(catalog.first == nil)
  }
}
