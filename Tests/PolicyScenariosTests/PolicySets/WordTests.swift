import AccessPolicy
import PolicyScenarios
import Testing

/// What people meet of the shipped policy sets has a title in both languages.
@Suite struct `Words of the shipped policy sets` {
  private static let sets = [
    "helseplattformen", "sverige-sammanhallen-journalforing", "examples/two-rule-ward",
    "examples/lending-desk",
  ]

  /// Ids that stand alone, without what people call them; keys of requests always do.
  private func untitled(_ line: String, besides keys: Set<String>) -> [String] {
    line.matches(of: /(.?)`([^`]*)`( \()?/)
      .filter { $0.output.1 != "(" && $0.output.3 == nil }
      .filter { !keys.contains(String($0.output.2)) }
      .map { String($0.output.2) }
      // A condition stands in its author's words, and what it mentions is told behind it.
      .filter { !$0.contains(" ") }
  }

  @Test(arguments: sets)
  func `are all that explanations say`(name: String) throws {
    let set = try ShippedPolicySet(name)
    let engine = PolicyEngine(set.policy)
    var lines = 0
    var found: Set<String> = []
    var read: Set<String> = []
    for (number, cell) in set.scenarios.cases.flatMap(\.cells).enumerated() {
      // Facts and requirements are told of some: they are many, and the same again and again.
      let isWhole = number % 20 == 0
      let explanation = engine.explain(cell.request, withFacts: isWhole)
      let keys = cell.request.keys
      for language in Language.allCases {
        let text = ExplanationText(explanation, policy: set.policy, language: language)
        for line in isWhole ? text.lines(for: .auditor) : text.briefLines {
          lines += 1
          if read.insert(line).inserted { found.formUnion(untitled(line, besides: keys)) }
        }
        for line in text.lines(for: .staff) {
          lines += 1
          if line.contains("`") { found.insert(line) }
        }
      }
    }
    #expect(found == [])
    #expect(lines > 50)
  }

  @Test(arguments: sets)
  func `are said of every status and every code`(name: String) throws {
    let policy = try ShippedPolicySet(name).policy
    for (id, _) in policy.linkStatuses { #expect(policy.statuses[id] != nil, "\(id)") }
    for (group, attributes) in policy.attributes {
      for (id, attribute) in attributes {
        for code in attribute.codes {
          #expect(attribute.codeTitles[code] != nil, "\(group.rawValue).\(id): \(code)")
        }
      }
    }
  }

  @Test(arguments: sets)
  func `differ from the ids, and stand in both languages`(name: String) throws {
    let policy = try ShippedPolicySet(name).policy
    var titles: [LocalizedText] = policy.reasons.map(\.entry.term.title)
    titles += policy.obligations.map(\.entry.title)
    titles += policy.selfAuthorisation.map(\.entry.term.title)
    titles += policy.purposes.compactMap(\.entry.refusedRoute)
    titles += policy.marks.compactMap(\.entry.route) + policy.blocks.compactMap(\.entry.route)
    for title in titles {
      #expect(!title.nb.isEmpty && !title.en.isEmpty)
      #expect(title.nb != title.en, "\(title)")
    }
  }
}

extension AccessRequest {
  /// Keys of the surrounding world, which no policy set gives a title.
  fileprivate var keys: Set<String> {
    var keys: Set<String> = Set((patient?.links ?? []).map(\.id.text))
    if case .known(let blocks)? = patient?.blocks { keys.formUnion(blocks.map(\.id.text)) }
    keys.formUnion(grants.compactMap { $0.id?.text })
    keys.insert("?")
    return keys
  }
}
