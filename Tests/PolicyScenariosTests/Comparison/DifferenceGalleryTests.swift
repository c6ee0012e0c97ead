import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios
import Testing

/// Pairs of small policy sets that differ in one thing which is easily missed, and what is said of each.
///
/// `Tests/DifferenceGallery/<what>/old.yaml` and `new.yaml`; `expected.txt` has a line for each group. After
/// `RECORD_GALLERY=1 swift test --filter gallery` the lines are as they are now, for reading.
@Suite struct `The difference gallery` {
  private static let gallery = URL(fileURLWithPath: #filePath)
    .appending(path: "../../../DifferenceGallery").standardized

  static let exhibits = Result {
    try FileManager.default.contentsOfDirectory(atPath: gallery.path).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  private static func policy(_ exhibit: String, _ name: String) throws -> Policy {
    let file = gallery.appending(path: "\(exhibit)/\(name).yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try PolicyPipeline.policy(from: [
      YAMLReader.document(text, file: "\(name).yaml").document
    ])
  }

  @Test func `names every difference, and only those`() throws {
    let exhibits = try Self.exhibits.get()
    #expect(exhibits.count > 10)
    for exhibit in exhibits {
      let old = try Self.policy(exhibit, "old")
      let new = try Self.policy(exhibit, "new")
      let report = DifferenceReport(old: old, new: new)
      #expect(report.undecided.isEmpty && report.defects.isEmpty, "\(exhibit)")
      let lines = report.groups.map { group in
        let aspects = group.aspects.map(\.rawValue).sorted().joined(separator: ", ")
        let roles = group.parts.map { part in
          (part.templates.map(\.text) + part.subtemplates.map { "+ \($0)" }).joined(separator: " ")
        }
        return "\(group.old) → \(group.new) (\(aspects)) by \(group.rule): "
          + roles.joined(separator: "; ")
      }
      let said = lines.map { $0 + "\n" }.joined()
      let file = Self.gallery.appending(path: "\(exhibit)/expected.txt")
      if ProcessInfo.processInfo.environment["RECORD_GALLERY"] != nil {
        try said.write(to: file, atomically: true, encoding: .utf8)
      }
      let expected = try? String(contentsOf: file, encoding: .utf8)
      #expect(said == expected, "\(exhibit): read it, and record it with RECORD_GALLERY=1")
      try everyExampleDiffers(report, old: old, new: new)
    }
  }

  /// What is said to differ differs, as both engines decide it.
  private func everyExampleDiffers(_ report: DifferenceReport, old: Policy, new: Policy) throws {
    for group in report.groups {
      let before = PolicyEngine(old).decide(group.witness.oldRequest)
      let after = PolicyEngine(new).decide(group.witness.request)
      #expect(before.outcome == group.old && after.outcome == group.new)
      for aspect in group.aspects {
        switch aspect {
        case .outcome: #expect(before.outcome != after.outcome)
        case .demands: #expect(before.demands != after.demands)
        case .obligations: #expect(before.obligations != after.obligations)
        case .hiddenExistence: #expect(before.hidesExistence != after.hidesExistence)
        case .routes: #expect(before.routes != after.routes)
        }
      }
    }
  }
}
