import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios

/// A shipped policy set as it stands and with other windows, and requests that every rule of it meets.
struct ShippedSets {
  let engines: [PolicyEngine]
  let requests: [AccessRequest]

  init(path: String) throws {
    let files = PolicyFolder.load(path).documents
    let changed = files.map { file in
      YAMLReader.document(
        file.text.replacing("30 days after end", with: "1 hours after end")
          .replacing("30 days before start", with: "1 hours before start"),
        file: file.file
      ).document
    }
    let policy = try PolicyPipeline.policy(from: files)
    engines = [PolicyEngine(policy), PolicyEngine(try PolicyPipeline.policy(from: changed))]
    let scenarios = ScenarioReader.read(
      ScenarioFolder.load(policyPath: path).documents,
      policy: policy
    )
    requests = (scenarios.scenarios?.cases ?? []).flatMap { $0.cells.map(\.request) }
  }
}

/// Why the check cannot show anything.
struct Unfit: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}
