import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios
import Testing

/// What `reading.change` of a requirement says is so: the edit, made in a copy, changes the cases that
/// it names, to what it says, and leaves those beside them.
@Suite struct `Readings of Helseplattformen` {
  private static let alternatives: [Alternative] = [
    Alternative(
      "A1",
      "roles/hospital.yaml",
      [
        Edit(
          "\n  hospital-doctor:",
          "selfAuthorisation: [",
          "selfAuthorisation: [open-marked-item, "
        )
      ],
      becomes: ["S52": .justify],
      stays: ["S53", "S20"]
    ),
    Alternative(
      "A4",
      "marks.yaml",
      [
        Edit("\n  confidential-address:", "\n    covers: { tags: [reveals-location] }", ""),
        Edit(
          "\n  strictly-confidential-address:",
          "\n    covers: { tags: [reveals-location] }",
          ""
        ),
      ],
      becomes: ["S81": .deny],
      stays: ["S82"]
    ),
    Alternative(
      "A5",
      "relationships.yaml",
      [Edit("\n  service-episode-at-my-office:", "closes: 30 days after end", "closes: at end")],
      becomes: ["S28": .deny],
      stays: ["S13", "S27", "S29"]
    ),
    Alternative(
      "A6",
      "self-authorisation.yaml",
      [
        Edit(
          "\n  case-work-look-up:",
          "when: patient.has-epic-journal",
          "when: patient.has-epic-journal and patient.residence not within session.unit.enterprise"
        )
      ],
      becomes: ["S36": .deny, "S40": .deny],
      stays: ["S30", "S37", "S38"]
    ),
    Alternative(
      "A8",
      "relationships.yaml",
      [
        Edit(
          "\n  service-from-my-municipality:",
          " and patient.residence within session.unit.enterprise",
          ""
        )
      ],
      becomes: ["S42": .allow],
      stays: ["S38", "S40"]
    ),
    Alternative(
      "A10",
      "roles/home-care.yaml",
      [Edit("\n  home-care-nurse:", "selfAuthorisation: [", "selfAuthorisation: [coordination, ")],
      // A reason is given in that case.
      becomes: ["S22": .allow],
      stays: ["S13", "S16", "S20"]
    ),
    Alternative(
      "A11",
      "relationships.yaml",
      [
        Edit(
          "\n  stay-at-my-nursing-home:",
          "link.unit within session.unit",
          "link.unit within session.units"
        )
      ],
      becomes: ["S04": .allow],
      stays: ["S01", "S11"]
    ),
    Alternative(
      "A12",
      "relationships.yaml",
      [
        Edit(
          "\n  referral-to-my-department:",
          "link.unit within session.unit",
          "link.unit within session.unit and link.staff == session.staff"
        )
      ],
      becomes: ["S48": .justify],
      stays: ["S51"]
    ),
    Alternative(
      "A13",
      "roles/hospital.yaml",
      ["psychiatric-detail", "talks-with-gp"].map {
        Edit(
          "\n      \($0):",
          "level: justify\n        takes: relevant-detail",
          "obligations: [special-log]"
        )
      },
      becomes: ["S56": .allow],
      stays: ["S55", "S57"]
    ),
    Alternative(
      "A16",
      "relationships.yaml",
      [Edit("\n  course-i-took-part-in:", "\n    level: justify\n    takes: own-learning", "")],
      becomes: ["S85": .allow],
      stays: ["S86", "S87"]
    ),
    Alternative(
      "A22",
      "roles/school-and-shelter.yaml",
      [
        Edit(
          "\n  school-nurse:",
          "\n    reach:",
          "\n    selfAuthorisation: [child-outside-my-group]\n    reach:"
        )
      ],
      // Here, too, a reason is given.
      becomes: ["S72": .allow],
      stays: ["S71", "S74"]
    ),
    Alternative(
      "A30",
      "relationships.yaml",
      [
        Edit("\n  my-treatment-responsibility:", "closes: 30 days after end", "closes: at end"),
        Edit("\n  my-treatment-team:", "closes: 30 days after end", "closes: at end"),
      ],
      becomes: [:],
      stays: ["S44", "S45"]
    ),
    Alternative(
      "A23",
      "blocks.yaml",
      [Edit("\n  patient-block:", "\n    override: open-blocked-content", "")],
      becomes: [:],
      stays: ["S44"]
    ),
  ]

  @Test(arguments: alternatives)
  func `can be changed as it is said`(alternative: Alternative) throws {
    let shipped = try ShippedPolicySet.helseplattformen.get()
    let requirement = try #require(
      shipped.policy.requirements.first { $0.id.text == alternative.id }
    )
    let change = try #require(requirement.entry.reading?.change)
    #expect(change.en.contains(alternative.file))
    let documents = try shipped.documents.map { try alternative.edited($0) }
    let before = PolicyEngine(shipped.policy)
    let after = PolicyEngine(try PolicyPipeline.policy(from: documents))
    var changed: [String: Set<Outcome>] = [:]
    var ids: Set<String> = []
    for item in shipped.scenarios.cases
    where item.requirements.contains(requirement.id) || item.id != nil {
      if let id = item.id { ids.insert(id) }
      for cell in item.cells {
        let outcome = after.decide(cell.request).outcome
        if outcome != before.decide(cell.request).outcome {
          changed[item.id ?? "", default: []].insert(outcome)
        }
      }
    }
    #expect(!changed.isEmpty, "the edit changes nothing")
    for (id, outcome) in alternative.becomes {
      #expect(changed[id] == [outcome], "\(id)")
      #expect(change.en.contains(id), "the change does not speak of \(id)")
    }
    for id in alternative.stays {
      #expect(ids.contains(id), "\(id)")
      #expect(changed[id] == nil, "\(id)")
    }
  }
}

/// One text put in the place of another, the first after an anchor.
struct Edit: Sendable {
  let anchor: String
  let old: String
  let new: String

  init(_ anchor: String, _ old: String, _ new: String) {
    self.anchor = anchor
    self.old = old
    self.new = new
  }
}

/// Another reading: the edit that takes it, and what then comes out otherwise.
struct Alternative: Sendable, CustomTestStringConvertible {
  let id: String
  let file: String
  let edits: [Edit]
  let becomes: [String: Outcome]
  let stays: [String]

  init(
    _ id: String,
    _ file: String,
    _ edits: [Edit],
    becomes: [String: Outcome],
    stays: [String]
  ) {
    self.id = id
    self.file = file
    self.edits = edits
    self.becomes = becomes
    self.stays = stays
  }

  var testDescription: String { id }

  /// The document with the edits made, if it is the one that they are for.
  func edited(_ document: Document) throws -> Document {
    guard document.file.hasSuffix("/\(file)") else { return document }
    var text = document.text
    for edit in edits {
      let anchor = try #require(text.range(of: edit.anchor), "\(edit.anchor)")
      let old = try #require(
        text[anchor.upperBound...].range(of: edit.old),
        "\(edit.old) after \(edit.anchor)"
      )
      text.replaceSubrange(old, with: edit.new)
    }
    let read = YAMLReader.document(text, file: document.file)
    #expect(read.diagnostics.isEmpty)
    return read.document
  }
}
