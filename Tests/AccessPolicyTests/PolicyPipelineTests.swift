import AccessPolicy
import Testing

@Suite struct `The way of a policy set` {
  @Test func `a complete set becomes a policy`() throws {
    let policy = try PolicyPipeline.policy(from: [BasePolicy.document])
    #expect(policy.identity.id.text == "base")
    #expect(policy.identity.version == "1.0.0")
    #expect(policy.identity.title == LocalizedText(nb: "Grunnlag", en: "Base"))
  }

  @Test func `a wrong one is refused with every mistake`() throws {
    let wrong = PolicyText("actions: []\nmarks: []").document
    let rejected = try #require(throws: PolicyRejected.self) {
      try PolicyPipeline.policy(from: [BasePolicy.document, wrong])
    }
    #expect(rejected.diagnostics.map(\.code) == [.wrongForm, .wrongForm])
  }

  @Test func `nothing at all is refused`() throws {
    let rejected = try #require(throws: PolicyRejected.self) { try PolicyPipeline.policy(from: []) }
    #expect(rejected.diagnostics.map(\.code) == [.missingKey])
    #expect(rejected.diagnostics.map(\.range) == [nil])
  }

  /// Readers of files limit the depth; other callers can hand in any tree.
  @Test func `a deep tree is refused and does no harm`() async {
    await #expect(processExitsWith: .success) {
      let place = SourceRange(file: "deep.yaml", line: 1, column: 1)
      var node = DocumentNode(.scalar("x", isQuoted: false), at: place)
      for _ in 0..<20_000 { node = DocumentNode(.sequence([node]), at: place) }
      let key = Located("marks", at: place)
      let root = DocumentNode(.mapping([.init(key: key, value: node)]), at: place)
      _ = try? PolicyPipeline.policy(from: [Document(file: "deep.yaml", text: "", root: root)])
    }
  }
}
