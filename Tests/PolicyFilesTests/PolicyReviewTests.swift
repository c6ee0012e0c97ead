import AccessPolicy
import PolicyFiles
import Testing

/// A review is what `access-policy check` shows: the policy set, its scenarios, and the lints.
@Suite struct `A review` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("policy.yaml", Self.policy())
  }

  private func found() -> [String] {
    let review = PolicyReview(path: folder.path)
    return review.diagnostics.map {
      let place = $0.range.map { "\(folder.short($0.file)):\($0.line)" } ?? "-"
      return "\(place) \($0.severity.rawValue) \($0.code.rawValue)"
    }
  }

  @Test func `of a clean policy set without scenarios is clean`() {
    let review = PolicyReview(path: folder.path)
    #expect(review.isClean)
    #expect(!review.hasErrors)
    #expect(review.policy != nil)
    #expect(review.text() == "")
    #expect(PolicyReview(path: "\(folder.path)/policy.yaml").isClean)
  }

  @Test func `shows warnings in the policy set and in the scenarios, in the order of files`() throws
  {
    try folder.write("policy.yaml", Self.policy(owner: ""))
    try folder.write("scenarios/a.yaml", Self.scenarios("reason: holiday, approver: leader"))
    #expect(
      found() == [
        "SET/policy.yaml:20 warning template-without-owner",
        "SET/scenarios/a.yaml:4 warning deviation-without-end",
      ]
    )
    #expect(PolicyCheck(path: folder.path).diagnostics.isEmpty)
  }

  @Test func `counts what is silenced, and shows it when asked`() throws {
    let silence = "silence: { template-without-owner: the ward asks for one }"
    try folder.write("policy.yaml", Self.policy(owner: silence))
    let review = PolicyReview(path: folder.path)
    #expect(review.isClean)
    #expect(review.silenced.map(\.silence.reason) == ["the ward asks for one"])
    #expect(review.text() == "")
    #expect(
      folder.short(review.text(showsSilenced: true)) == """
        silenced[template-without-owner]: nobody answers for the template `nurse`
          --> SET/policy.yaml:20:3
           |
        20 |   nurse:
           |   ^^^^^
           = reason: the ward asks for one

        no warnings, 1 silenced

        """
    )
  }

  @Test func `silences a deviation beside itself`() throws {
    let deviation =
      "approver: leader, until: in 1 day, silence: { deviation-without-reason: a trial }"
    try folder.write("scenarios/a.yaml", Self.scenarios(deviation))
    let review = PolicyReview(path: folder.path)
    #expect(review.isClean)
    #expect(review.silenced.map(\.silence.reason) == ["a trial"])
    let whole = "reason: holiday, approver: leader, until: in 1 day"
    try folder.write(
      "scenarios/a.yaml",
      Self.scenarios("\(whole), silence: { deviation-without-end: a trial }")
    )
    #expect(found() == ["SET/scenarios/a.yaml:4 warning unused-silence"])
  }

  @Test func `reports broken scenarios, and then asks no lints`() throws {
    try folder.write("policy.yaml", Self.policy(owner: ""))
    try folder.write("scenarios/a.yaml", Self.scenarios("reson: holiday"))
    #expect(found() == ["SET/scenarios/a.yaml:4 error unknown-key"])
    try folder.write("scenarios/a.yaml", "now: [")
    #expect(found() == ["SET/scenarios/a.yaml:1 error not-well-formed"])
    #expect(PolicyReview(path: folder.path).policy != nil)
    #expect(PolicyReview(path: folder.path).hasErrors)
  }

  @Test func `of a broken policy set speaks of that alone`() throws {
    try folder.write("policy.yaml", Self.policy(owner: "onwer: ward"))
    try folder.write("scenarios/a.yaml", "now: [")
    #expect(found() == ["SET/policy.yaml:22 error unknown-key"])
    #expect(PolicyReview(path: folder.path).policy == nil)
  }

  private static func policy(owner: String = "owner: the ward") -> String {
    """
    policySet: { id: ward, version: 1.0.0, title: { nb: Post, en: Ward } }
    requirements: { r1: { title: { nb: Krav, en: Requirement } } }
    unitKinds: { ward: { title: { nb: Post, en: Ward } } }
    organisation: { east: { title: { nb: Øst, en: East }, kind: ward } }
    actions: { read: { title: { nb: Lese, en: Read } } }
    purposes: { care: { title: { nb: Helsehjelp, en: Care } } }
    contentClasses: { note: { title: { nb: Notat, en: Note } } }
    patientLogistics: { stay: { title: { nb: Opphold, en: Stay } } }
    securityClasses:
      nursing: { title: { nb: Pleie, en: Nursing }, because: r1, grants: { notes: { do: [read], on: [note] } } }
    careRelationships:
      staying:
        title: { nb: Innlagt, en: Staying }
        links: [stay]
        where: always
        opens: at start
        closes: at end
        because: r1
    templates:
      nurse:
        title: { nb: Sykepleier, en: Nurse }
        \(owner)
        approved: [{ by: the ward, on: 2026-03-02 }]
        because: r1
        securityClasses: [nursing]
        purposes: [care]
        relationships: [staying]
        units: [east]
    """
  }

  /// Scenarios whose only member of staff has a deviation with these keys on the fourth line.
  private static func scenarios(_ keys: String) -> String {
    """
    now: 2026-03-02T10:00+01:00
    staff:
      anna: { template: nurse, unit: east, purpose: care, deviations: [
          { id: d1, adds: { units: [east] }, \(keys) }] }
    items: { note: { class: note } }
    cases: [{ name: nobody without a patient, staff: anna, expect: { read: { note: deny } } }]
    """
  }
}
