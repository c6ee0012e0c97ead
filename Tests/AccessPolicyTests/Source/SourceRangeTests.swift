@testable import AccessPolicy
import Testing

@Suite struct `Places` {
  @Test func `they are ordered as people read`() {
    let places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 10), ("a", 10, 1)]
      .map { SourceRange(file: $0.0, line: $0.1, column: $0.2) }
    #expect(places.sorted().map(\.description) == ["a:1:9", "a:1:10", "a:2:1", "a:10:1", "b:1:1"])
  }

  @Test func `a place is at least one column wide`() {
    #expect(
      [-5, 0, 1, 7].map { SourceRange(file: "f", line: 1, column: 1, length: $0).length } == [
        1, 1, 1, 7,
      ]
    )
  }

  @Test func `a part counts from the place`() {
    let part = SourceRange(file: "f", line: 3, column: 10, length: 20).part(offset: 4, length: 2)
    #expect(part == SourceRange(file: "f", line: 3, column: 14, length: 2))
  }
}
