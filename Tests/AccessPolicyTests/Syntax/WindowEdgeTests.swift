@testable import AccessPolicy
import Testing

@Suite struct `Edges of windows` {
  private static let read: [(String, Window.Edge)] = [
    ("at start", .relative(.start, .zero)), ("at end", .relative(.end, .zero)),
    ("30 days before start", .relative(.start, .days(-30))),
    ("7 days after end", .relative(.end, .days(7))),
    ("1 hour before end", .relative(.end, .hours(-1))),
    ("0 days after start", .relative(.start, .zero)),
    ("30 days before", .relative(.start, .days(-30))),
    ("30 days after", .relative(.start, .days(30))),
    ("73200 days before start", .relative(.start, -.longest)),
  ]

  @Test(arguments: read.indices)
  func `an end of the link, and how far from it`(index: Int) {
    let (text, edge) = Self.read[index]
    #expect(WindowEdgeText.parse(text, anchor: .start) == edge)
    #expect(WindowEdgeText.parse(edge.description, anchor: .end) == edge)
  }

  @Test(arguments: [
    "", " ", "start", "at", "at now", "at beginning", "before start", "30 before start",
    "days before start",
    "30 days", "30 days start", "30 days from start", "30 days before now",
    "30 days before start please",
    "-30 days before start", "30 moons before start", "At start", "30 days Before start", "always",
    "never",
    "73201 days before start", "9223372036854775807 weeks after end", "at\tstart", "å start",
  ])
  func `nothing else is an edge`(text: String) {
    #expect(WindowEdgeText.parse(text, anchor: .start) == nil)
  }

  private static let windows: [(String, String, String)] = [
    ("", "at start", "at end"), ("opens: always", "without bound", "at end"),
    ("closes: never", "at start", "without bound"),
    (
      "opens: 30 days before\n    closes: 30 days after", "30 days before start",
      "30 days after end"
    ),
    ("opens: at end\n    closes: 7 days after start", "at end", "1 week after start"),
  ]

  @Test(arguments: windows)
  func `of a relationship, each edge has its own default`(
    keys: String,
    opens: String,
    closes: String
  ) throws {
    let policy = try BasePolicy.policy(
      with: """
        careRelationships:
          mine:
            title: { nb: Min, en: Mine }
            links: [stay]
            \(keys)
        """
    )
    let mine = try #require(policy.careRelationships.first { $0.id.text == "mine" })
    #expect(mine.entry.window.opens.description == opens)
    #expect(mine.entry.window.closes.description == closes)
  }

  @Test func `always opens and never closes, and not the other way round`() {
    let text = """
      careRelationships:
        mine:
          title: { nb: Min, en: Mine }
          links: [stay]
          opens: 1️⃣never
          closes: 2️⃣always
      """
    #expect(mistakes(text) == ["1 wrong-value", "2 wrong-value"])
  }
}
