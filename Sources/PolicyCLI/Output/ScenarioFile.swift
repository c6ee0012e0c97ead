import AccessPolicy
import Foundation
import PolicyScenarios

/// A file for the scenarios that a command writes of what it found; what stood there is written over.
struct ScenarioFile {
  let path: String
  let policy: Policy
  let language: Language

  init(_ path: String, policy: Policy, language: Language) {
    self.path = path
    self.policy = policy
    self.language = language
  }

  /// Writes what can be said as scenarios, and a note of what cannot, or of there being nothing.
  func write(_ drafts: [ScenarioDraft], orSay nothing: String) throws {
    guard !drafts.isEmpty else { return Terminal.error(line: "note: \(nothing)") }
    let written = ScenarioWriter(policy: policy, language: language).write(drafts)
    for unwritten in written.unwritten {
      let reasons = unwritten.reasons.joined(separator: "; ")
      Terminal.error(line: "note: no scenario says \"\(unwritten.draft.name)\": \(reasons)")
    }
    guard written.unwritten.count < drafts.count else { return }
    do {
      try Data(written.text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      Terminal.error(line: "error: the scenarios cannot be written to \(path)")
      throw ExitStatus.invalid
    }
  }
}
