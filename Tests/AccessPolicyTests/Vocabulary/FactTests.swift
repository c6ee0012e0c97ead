import AccessPolicy
import Testing

@Suite struct `Facts` {
  @Test func `a function of a fact leaves what is missing as it is`() {
    let facts: [Fact<Int>] = [.known(1), .absent, .unknown]
    #expect(facts.map { $0.map { "\($0)" } } == [.known("1"), .absent, .unknown])
    #expect(facts.map(\.value) == [1, nil, nil])
    #expect(facts.map(\.isUnknown) == [false, false, true])
    #expect(Set(facts).count == 3)
  }
}
