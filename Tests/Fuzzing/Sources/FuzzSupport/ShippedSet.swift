import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios

/// The policy set of Helseplattformen, read once.
enum ShippedSet {
  static let engine: PolicyEngine = {
    let check = PolicyCheck(path: root + "/policies/helseplattformen")
    guard let policy = check.policy else { fatalError(check.text()) }
    return PolicyEngine(policy)
  }()

  /// The policy set of a clinic with staff, which has provisioning rules.
  static let staffedClinic: Policy = {
    let check = PolicyCheck(path: root + "/policies/examples/staffed-clinic")
    guard let policy = check.policy else { fatalError(check.text()) }
    return policy
  }()

  /// The cast that its scenarios share, without their cases: a scenario file can speak of them.
  static let cast: [Document] = {
    let read = ScenarioFolder.load(policyPath: root + "/policies/helseplattformen")
    return read.documents.map { document in
      guard let root = document.root, case .mapping(let entries) = root.content else {
        return document
      }
      let shared = entries.filter { ["staff", "patients"].contains($0.key.value) }
      return Document(
        file: "cast/" + document.file,
        text: document.text,
        root: shared.isEmpty ? nil : DocumentNode(.mapping(shared), at: root.range)
      )
    }
  }()

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../..").standardizedFileURL.path
}
