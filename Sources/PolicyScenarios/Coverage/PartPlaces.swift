public import AccessPolicy

extension RuleCoverage {
  /// The same, with the places of parts looked up in the files of the policy set.
  ///
  /// A checked policy knows where its rules and tests stand; where in a rule its window or its
  /// purposes stand, the files know.
  public func placed(in documents: [Document]) -> RuleCoverage {
    let places = PartPlaces(documents)
    return RuleCoverage(
      rules: rules.map { rule in
        Rule(
          rule: rule.rule,
          decided: rule.decided,
          passed: rule.passed,
          parts: rule.parts.map { part in
            Part(
              part: places.placed(part.part, of: rule.rule),
              met: part.met,
              unmet: part.unmet
            )
          }
        )
      }
    )
  }
}

/// Where parts of rules stand in the files.
private struct PartPlaces {
  /// The entries of rules, by the places of their keys.
  private var entries: [SourceRange: DocumentNode] = [:]

  init(_ documents: [Document]) {
    for document in documents { if let root = document.root { add(root) } }
  }

  private mutating func add(_ node: DocumentNode) {
    switch node.content {
    case .scalar: break
    case .sequence(let values): for value in values { add(value) }
    case .mapping(let entries):
      for entry in entries {
        self.entries[entry.key.range] = entry.value
        add(entry.value)
      }
    }
  }

  func placed(_ part: RulePart, of rule: PolicyRule) -> RulePart {
    guard part.kind != .test, let entry = entries[rule.range],
      let place = place(of: part, in: entry)
    else { return part }
    return RulePart(kind: part.kind, words: part.words, range: place)
  }

  private func place(of part: RulePart, in rule: DocumentNode) -> SourceRange? {
    guard part.kind == .gives else {
      return part.kind.keys.lazy.compactMap { rule[$0]?.key.range }.first
    }
    // `relationships: stay-here`: the id, under the key.
    guard let colon = part.words.firstIndex(of: ":"), let list = rule[String(part.words[..<colon])]
    else { return nil }
    let id = part.words[colon...].dropFirst(2)
    return list.value.scalars.first { $0.text == id }?.range ?? list.key.range
  }
}

extension DocumentNode {
  fileprivate subscript(key: String) -> Entry? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.value == key }
  }

  /// The texts of a list, or the one that stands in its place.
  fileprivate var scalars: [(text: String, range: SourceRange)] {
    switch content {
    case .scalar(let text, _): [(text, range)]
    case .sequence(let values): values.flatMap(\.scalars)
    case .mapping: []
    }
  }
}

extension RulePart.Kind {
  /// The keys under which a part can be written, the first that is there.
  fileprivate var keys: [String] {
    switch self {
    case .test, .gives: []
    case .purposes: ["purposes"]
    case .status: ["statuses", "links"]
    case .opens: ["opens"]
    case .closes: ["closes"]
    case .covers: ["covers"]
    case .actions: ["actions", "covers"]
    case .reader: ["opensTo"]
    case .reason: ["reasons"]
    case .units: ["units"]
    case .authentication: ["leastAuthentication"]
    }
  }
}
