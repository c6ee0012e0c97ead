import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios
import Testing

/// Explanations of shipped scenarios as people read them, `Tests/ExplanationGallery/<name>.<language>.txt`.
///
/// After `RECORD_GALLERY=1 swift test --filter gallery` the texts are as they are now, for reading.
@Suite struct `The gallery of explanations` {
  private static let hospitals = Result { try ShippedPolicySet("helseplattformen") }
  private static let ward = Result { try ShippedPolicySet("examples/two-rule-ward") }

  private static let isRecording =
    ProcessInfo.processInfo.environment["RECORD_GALLERY"] != nil

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "ExplanationGallery")

  /// One cell of a scenario.
  struct Exhibit: Sendable, CustomTestStringConvertible {
    let name: String
    /// The id of a case, or a part of its name.
    let scenario: String
    let staff: String
    let item: String

    var testDescription: String { name }
  }

  private static let forStaff = [
    Exhibit(name: "tie-in-force", scenario: "S13", staff: "janet", item: "overview"),
    Exhibit(name: "tie-not-open-yet", scenario: "S13-edge", staff: "janet", item: "overview"),
    Exhibit(name: "reason-for-content", scenario: "S16", staff: "janet", item: "gp-note"),
    Exhibit(name: "reason-for-patient", scenario: "S40", staff: "baard", item: "overview"),
    Exhibit(name: "no-such-right", scenario: "S12", staff: "petter", item: "medication"),
    Exhibit(name: "marked", scenario: "S20", staff: "janet", item: "gp-note-sensitive"),
    Exhibit(
      name: "authorisation-until",
      scenario: "does not hold closes everything",
      staff: "janet-until-friday",
      item: "overview"
    ),
    Exhibit(
      name: "authorisation-ended",
      scenario: "does not hold closes everything",
      staff: "janet-expired",
      item: "overview"
    ),
    Exhibit(
      name: "weak-login",
      scenario: "authentication below level 4",
      staff: "janet",
      item: "overview"
    ),
    Exhibit(
      name: "other-purpose",
      scenario: "a purpose that the role does not have",
      staff: "janet",
      item: "overview"
    ),
    Exhibit(
      name: "other-workplace",
      scenario: "one that is over, without a reason",
      staff: "petter",
      item: "overview"
    ),
    Exhibit(
      name: "downtime",
      scenario: "in planned downtime one reads",
      staff: "janet",
      item: "nursing-note"
    ),
  ]

  @Test(arguments: forStaff)
  func `reads so for staff`(exhibit: Exhibit) throws {
    try hold(exhibit, in: try Self.hospitals.get(), for: .staff)
  }

  @Test(arguments: [
    Exhibit(name: "audit-allow", scenario: "reads notes", staff: "bo", item: "note"),
    Exhibit(name: "audit-mark", scenario: "reads notes", staff: "bo", item: "sensitive-note"),
  ])
  func `reads so for auditors`(exhibit: Exhibit) throws {
    try hold(exhibit, in: try Self.ward.get(), for: .auditor)
  }

  private func hold(_ exhibit: Exhibit, in set: ShippedPolicySet, for audience: Audience) throws {
    let named = set.scenarios.cases.filter { $0.id == exhibit.scenario }
    let cases = named.isEmpty ? set.scenarios.cases.filter { $0.matches(exhibit.scenario) } : named
    let cell = try #require(
      cases.flatMap(\.cells).first {
        "\($0.staff)" == exhibit.staff && "\($0.item)" == exhibit.item
      }
    )
    let engine = PolicyEngine(set.policy)
    for language in Language.allCases {
      let text = ExplanationText(
        engine.explain(cell.request, withFacts: true),
        changes: engine.nearestChanges(of: cell.request, for: audience),
        policy: set.policy,
        language: language
      )
      // Paths of the policy set begin at its folder.
      let lines = text.lines(for: audience).map {
        $0.replacing(ShippedPolicySet.root("examples/two-rule-ward") + "/", with: "")
      }
      let written = lines.joined(separator: "\n") + "\n"
      let file = Self.folder.appending(path: "\(exhibit.name).\(language.rawValue).txt")
      guard !Self.isRecording else {
        try written.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded")
        continue
      }
      let expected = try? String(contentsOf: file, encoding: .utf8)
      #expect(written == expected, "read it, and record it with RECORD_GALLERY=1")
    }
  }
}
