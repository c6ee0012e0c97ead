import AccessPolicy
import Foundation
import PolicyScenarios
import Testing

/// The requests of Helseplattformen's scenarios, and its people and patients to combine anew.
struct PropertyWorld {
  /// Something that is asked for, of a patient, at a time.
  struct Content: Hashable {
    let now: Moment
    let patient: Patient
    let item: ContentItem
  }

  let policy: Policy
  let requests: [AccessRequest]
  /// Everybody who asks in a scenario, once.
  let sessions: [Session]
  /// All content about patients that a scenario asks for, once.
  let contents: [Content]
  /// For care, as opposed to learning, control and other purposes.
  let carePurposes: Set<PurposeID>
  let read: ActionID
  /// A unit where hardly anybody works.
  let elsewhere: UnitID
  private let engine: PolicyEngine

  init() throws {
    let set = try ShippedPolicySet.helseplattformen.get()
    policy = set.policy
    engine = PolicyEngine(policy)
    requests = Self.once(set.scenarios.cases.flatMap(\.cells).map(\.request))
    sessions = Self.once(requests.map(\.session))
    contents = Self.once(
      requests.compactMap { request in
        request.patient.map { Content(now: request.now, patient: $0, item: request.content) }
      }
    )
    carePurposes = Set(
      ["give-care", "emergency-care", "administer-care"].compactMap { PurposeID($0) }
    )
    read = try #require(ActionID("read"))
    elsewhere = try #require(UnitID("os-home-care"))
    try #require(carePurposes.allSatisfy { policy.purposes[$0] != nil })
    try #require(policy.actions[read] != nil && policy.organisation[elsewhere] != nil)
  }

  private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  func outcome(_ request: AccessRequest) -> Outcome { engine.decide(request).outcome }

  /// The outcome, and what the relationship gate answers.
  func answers(_ request: AccessRequest) -> (outcome: Outcome, relationship: Outcome?) {
    let decision = engine.decide(request)
    return (decision.outcome, decision.gates.first { $0.gate == .relationship }?.answer)
  }

  /// Every so-manieth request; all of them where `POLICY_PROPERTIES` is `all`.
  func some(_ one: Int, of many: Int) -> [AccessRequest] {
    let step = ProcessInfo.processInfo.environment["POLICY_PROPERTIES"] == "all" ? one : many
    return stride(from: 0, to: requests.count, by: step).map { requests[$0] }
  }

  /// One session in good order for each role at each unit.
  var places: [Session] {
    var seen: Set<[String]> = []
    return sessions.filter {
      isInOrder($0)
        && seen.insert([$0.authorisation.template.text, $0.unit.value?.text ?? ""]).inserted
    }
  }

  /// Whether a session lets its holder ask at all: active, at a unit of the role, strongly logged in.
  private func isInOrder(_ session: Session) -> Bool {
    guard let contentClass = policy.contentClasses.first?.id else { return false }
    let gates = engine.decide(strangersRecord(session, contentClass, elsewhere)).gates
    return gates.allSatisfy { gate in
      switch gate.gate {
      case .function, .licence, .relationship, .mark, .block: true
      default: gate.answer == .allow
      }
    }
  }

  /// A request in a few words, for a failing test.
  func shown(_ request: AccessRequest) -> String {
    "\(request.session.staff) \(request.action) \(request.content.contentClass) of \(request.patient?.id.text ?? "nobody")"
  }

  /// Whether a mark is in force for a request.
  func isMarked(_ request: AccessRequest) -> Bool {
    engine.decide(request).gates.contains {
      if case .mark = $0.gate { true } else { false }
    }
  }

  func isForCare(_ session: Session) -> Bool {
    session.purpose.value.map { carePurposes.contains($0) } ?? false
  }

  /// Who is logged in somewhere by a template, for care.
  func sessions(of template: String) -> [Session] {
    places.filter { $0.authorisation.template.text == template && isForCare($0) }
  }

  /// Reading, with nothing that speaks for it but the logistics.
  func request(_ session: Session, _ content: Content) -> AccessRequest {
    AccessRequest(
      now: content.now,
      session: session,
      action: read,
      content: content.item,
      patient: content.patient
    )
  }

  /// The marks that are said; none where it is said that there are none.
  private static func marks(_ marks: Fact<Set<MarkID>>) -> Set<MarkID>? {
    marks.isUnknown ? nil : marks.value ?? []
  }

  /// A request with one more mark, or one more block against everybody, for each kind and place.
  func restrictions(of request: AccessRequest) -> [AccessRequest] {
    var all: [AccessRequest] = []
    for mark in policy.marks.map(\.id) {
      if let marks = Self.marks(request.content.marks) {
        all.append(request)
        all[all.count - 1].content.marks = .known(marks.union([mark]))
      }
      if var contact = request.content.contact.value, let marks = Self.marks(contact.marks) {
        contact.marks = .known(marks.union([mark]))
        all.append(request)
        all[all.count - 1].content.contact = .known(contact)
      }
      if let marks = request.patient.flatMap({ Self.marks($0.marks) }) {
        all.append(request)
        all[all.count - 1].patient?.marks = .known(marks.union([mark]))
      }
    }
    for kind in policy.blocks.map(\.id) {
      guard let patient = request.patient, !patient.blocks.isUnknown else { continue }
      let block = Block(
        id: "one-more",
        kind: kind,
        coverage: .known(.whole),
        entriesFrom: .absent,
        against: .known(.everyone),
        from: .known(request.now.instant - .days(1)),
        until: .absent,
        effectuated: .known(true)
      )
      all.append(request)
      all[all.count - 1].patient?.blocks = .known((patient.blocks.value ?? []) + [block])
    }
    return all
  }

  /// A request for which all logistics ended two years ago, and nobody has given a reason.
  func longAfter(_ request: AccessRequest) -> AccessRequest {
    var after = request
    after.justifications = []
    after.grants = []
    after.patient?.links = (request.patient?.links ?? []).map { link in
      var ended = link
      if let status = policy.patientLogistics[link.kind]?.ended.sorted().first {
        ended.status = .known(status)
      }
      ended.starts = .known(request.now.instant - .days(800))
      ended.ends = .known(request.now.instant - .days(730))
      return ended
    }
    return after
  }

  /// One unit of the own enterprise, and units of others, none of them shielded.
  func houses(_ session: Session) -> [UnitID] {
    let names = ["nursing-home-b", "malvik-home-care", "cardiology", "gp-office-oya"]
    return [session.unit.value].compactMap(\.self).filter { !isShielded($0) }
      + names.compactMap { UnitID($0) }
  }

  private func isShielded(_ unit: UnitID) -> Bool {
    guard let entry = policy.organisation[unit] else { return true }
    return !entry.marks.isEmpty || (entry.parent.map(isShielded) ?? false)
  }

  /// Reading something recorded at a unit, of somebody who has nothing to do with the reader.
  func strangersRecord(
    _ session: Session,
    _ contentClass: ContentClassID,
    _ unit: UnitID
  ) -> AccessRequest {
    let now = contents[0].now
    return AccessRequest(
      now: now,
      session: session,
      action: read,
      content: ContentItem(
        contentClass: contentClass,
        id: .known("an-entry"),
        contact: .absent,
        unit: .known(unit),
        author: .known("somebody"),
        recorded: .known(now.instant - .days(10)),
        starts: .known(now.instant - .days(10)),
        ends: .known(now.instant - .days(10)),
        marks: .known([])
      ),
      patient: Patient(
        id: "a-stranger",
        birthDate: .known(CivilDate(year: 1980, month: 1, day: 1) ?? now.date),
        residence: .known(elsewhere),
        marks: .known([]),
        links: [],
        blocks: .known([]),
        attributes: AttributeID("has-epic-journal").map { [$0: .known(.boolean(true))] } ?? [:]
      )
    )
  }
}
