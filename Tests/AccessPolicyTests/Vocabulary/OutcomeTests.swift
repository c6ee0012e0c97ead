import AccessPolicy
import Testing

@Suite struct `Outcomes` {
  @Test func `allow is less than justify, and justify less than deny`() {
    #expect([Outcome.deny, .allow, .justify].sorted() == [.allow, .justify, .deny])
  }

  @Test func `their words are read again`() {
    #expect(Outcome.allCases.map(\.description) == ["allow", "justify", "deny"])
    #expect(Outcome.allCases.map { Outcome($0.description) } == Outcome.allCases)
    #expect(["", "Allow", "deny ", "denied"].map { Outcome($0) } == [nil, nil, nil, nil])
  }
}
