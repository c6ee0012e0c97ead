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

  init(_ name: String) throws {
    let root = Self.root(name)
    documents = PolicyFolder.load(root).documents
    policy = try PolicyPipeline.policy(from: documents)
    let read = ScenarioReader.read(
      ScenarioFolder.load(policyPath: root).documents,
      policy: policy
    )
    scenarios = try #require(read.scenarios)
  }

  /// The policy set of Helseplattformen, read once: many tests look at it.
  static let helseplattformen = Result { try ShippedPolicySet("helseplattformen") }

  /// What came of its scenarios, run once.
  static let helseplattformenReport = Result {
    let set = try helseplattformen.get()
    return ScenarioRunner(engine: PolicyEngine(set.policy)).run(set.scenarios)
  }

  /// What comes of the scenarios of a policy set.
  static func report(_ name: String) throws -> ScenarioReport {
    guard name != "helseplattformen" else { return try helseplattformenReport.get() }
    let set = try ShippedPolicySet(name)
    return ScenarioRunner(engine: PolicyEngine(set.policy)).run(set.scenarios)
  }

  /// The folder of a policy set of this repository.
  static func root(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).appending(path: "../../../../policies/\(name)").standardized
      .path
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
