import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios
import Testing

/// A policy set of this repository with its scenarios.
struct ShippedPolicySet: Sendable {
  let documents: [Document]
  let policy: Policy
  let scenarios: ScenarioSet
  /// For each rule, the cells that it helps to decide; these are the likely ones to notice a change.
  private let cellsOfRule: [String: [Cell]]

  init(_ name: String) throws {
    let root = Self.root(name)
    documents = PolicyFolder.load(root).documents
    policy = try PolicyPipeline.policy(from: documents)
    let read = ScenarioReader.read(
      ScenarioFolder.load(policyPath: root).documents,
      policy: policy
    )
    scenarios = try #require(read.scenarios)
    let engine = PolicyEngine(policy)
    var cellsOfRule: [String: [Cell]] = [:]
    for cell in scenarios.cases.flatMap(\.cells) {
      for rule in engine.decide(cell.request).gates.compactMap(\.rule) {
        cellsOfRule[rule.text, default: []].append(cell)
      }
    }
    self.cellsOfRule = cellsOfRule
  }

  /// The folder of a policy set of this repository.
  static func root(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).appending(path: "../../../../policies/\(name)").standardized
      .path
  }

  /// Every change of one rule that some scenario must notice.
  var changes: [Change] {
    let grants = paths("securityClasses", "grants") + paths("providerRecords", "grants")
    let circles = paths("marks", "opensTo")
    let removed = (grants + circles).map { Change(path: $0, value: nil) }
    let shifted = policy.careRelationships.flatMap { relationship -> [Change] in
      let window = relationship.entry.window
      return [("opens", window.opens), ("closes", window.closes)].flatMap { key, edge -> [Change] in
        guard case .relative(let anchor, let span) = edge else { return [] }
        return [Int64(-1), 1].map { day in
          let shifted = Window.Edge.relative(
            anchor,
            TimeSpan(seconds: span.seconds + TimeSpan.days(day).seconds)
          )
          return Change(
            path: ["careRelationships", relationship.id.text, key],
            value: shifted.description
          )
        }
      }
    }
    return removed + shifted
  }

  /// The entries of a key of every declaration of a section.
  private func paths(_ section: String, _ key: String) -> [[String]] {
    documents.flatMap { document in
      (document.root?[section]?.entries ?? []).flatMap { declaration in
        (declaration.value[key]?.entries ?? []).map {
          [section, declaration.key.value, key, $0.key.value]
        }
      }
    }
  }

  /// Whether no scenario notices a change.
  func survives(_ change: Change) throws -> Bool {
    let changed = documents.map { document in
      Document(
        file: document.file,
        text: document.text,
        root: document.root?.changed(change.path[...], to: change.value)
      )
    }
    #expect(changed != documents || change.value != nil, "\(change) changes nothing")
    let runner = ScenarioRunner(
      engine: PolicyEngine(try PolicyPipeline.policy(from: changed))
    )
    let likely = cellsOfRule[change.rule] ?? []
    return (likely + scenarios.cases.flatMap(\.cells)).allSatisfy { runner.run($0).hasPassed }
  }
}

/// One rule taken away, or one value put in the place of another.
struct Change: Sendable, CustomTestStringConvertible {
  let path: [String]
  let value: String?

  /// The id of the rule that is changed.
  var rule: String { path.count == 4 ? "\(path[1])/\(path[3])" : path[1] }

  var testDescription: String {
    path.joined(separator: " › ") + (value.map { ": \($0)" } ?? " taken away")
  }
}

extension DocumentNode {
  var entries: [Entry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  subscript(key: String) -> DocumentNode? { entries.first { $0.key.value == key }?.value }

  /// The tree with the value at a path replaced, or its key taken away.
  func changed(_ path: ArraySlice<String>, to value: String?) -> DocumentNode {
    guard let key = path.first, case .mapping(var entries) = content else { return self }
    let index = entries.firstIndex { $0.key.value == key }
    if path.count > 1 {
      guard let index else { return self }
      entries[index] = Entry(
        key: entries[index].key,
        value: entries[index].value.changed(path.dropFirst(), to: value)
      )
    } else if let value {
      let entry = Entry(
        key: Located(key, at: range),
        value: DocumentNode(.scalar(value, isQuoted: false), at: range)
      )
      if let index { entries[index] = entry } else { entries.append(entry) }
    } else {
      entries.removeAll { $0.key.value == key }
    }
    return DocumentNode(.mapping(entries), at: range)
  }
}
