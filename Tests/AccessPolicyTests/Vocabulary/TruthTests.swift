import AccessPolicy
import Testing

@Suite struct `Three-valued truth` {
  /// Kleene's tables, as `docs/semantics.md` prints them: rows and columns yes, unknown, no.
  private static let order: [Truth] = [.yes, .unknown, .no]
  private static let both: [[Truth]] = [
    [.yes, .unknown, .no], [.unknown, .unknown, .no], [.no, .no, .no],
  ]
  private static let either: [[Truth]] = [
    [.yes, .yes, .yes], [.yes, .unknown, .unknown], [.yes, .unknown, .no],
  ]

  @Test(arguments: [0, 1, 2], [0, 1, 2])
  func `and, or`(row: Int, column: Int) {
    let (a, b) = (Self.order[row], Self.order[column])
    #expect((a && b) == Self.both[row][column])
    #expect((a || b) == Self.either[row][column])
    #expect(!(a && b) == (!a || !b))
  }

  @Test func `not`() {
    #expect(Self.order.map { !$0 } == [.no, .unknown, .yes])
    #expect([Truth(true), Truth(false)] == [.yes, .no])
  }
}
