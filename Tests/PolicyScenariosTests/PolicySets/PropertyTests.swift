import AccessPolicy
import PolicyScenarios
import Testing

/// What the sources say of all cases at once, on every situation that the scenarios of
/// Helseplattformen know, and on their people and patients combined where that is finite.
@Suite struct `Properties of Helseplattformen` {
  private static let shared = Result { try PropertyWorld() }

  /// R1.2, law 9. Who wrote an unmarked item changes nothing for a reader.
  @Test func `who wrote what is not marked changes nothing for readers`() throws {
    let world = try Self.shared.get()
    var compared = 0
    for request in world.some(1, of: 4) where request.action == world.read {
      guard !world.isMarked(request) else { continue }
      let outcome = world.outcome(request)
      for author in [request.session.staff, "somebody", "somebody-else"] as [StaffRef] {
        var other = request
        other.content.author = .known(author)
        #expect(world.outcome(other) == outcome, "\(world.shown(request)) by \(author)")
        compared += 1
      }
    }
    #expect(compared > 1_000)
  }

  /// R5.1, law 5. A mark or block, whichever and wherever it is set, opens nothing.
  @Test func `one more mark or block never opens anything`() throws {
    let world = try Self.shared.get()
    var stricter = 0
    for request in world.some(1, of: 10) {
      let outcome = world.outcome(request)
      for restricted in world.restrictions(of: request) {
        let after = world.outcome(restricted)
        #expect(after >= outcome, "\(world.shown(request))")
        if after > outcome { stricter += 1 }
      }
    }
    #expect(stricter > 100)
  }

  /// R2.5, laws 6 and 7. A reason, good or bad, opens only what asked for a reason.
  @Test func `no reason turns a denial into access`() throws {
    let world = try Self.shared.get()
    var denied = 0
    for request in world.some(1, of: 12) where world.outcome(request) == .deny {
      for reason in world.policy.reasons.map(\.id) {
        var justified = request
        justified.justifications.append(
          Justification(reason: reason, text: "needed for the care that I give now")
        )
        #expect(world.outcome(justified) == .deny, "\(world.shown(request)): \(reason)")
      }
      denied += 1
    }
    #expect(denied > 100)
  }

  /// R6.11. At the same unit, what the assistant may read the doctor may read, whoever the patient.
  @Test func `the assistant of a nursing home reads nothing that its doctor does not`() throws {
    let world = try Self.shared.get()
    let assistants = world.sessions(of: "nursing-home-assistant")
    let doctors = world.sessions(of: "nursing-home-doctor")
    var read = 0
    for assistant in assistants {
      for doctor in doctors where doctor.unit == assistant.unit {
        for content in world.contents {
          let lower = world.outcome(world.request(assistant, content))
          guard lower < .deny else { continue }
          #expect(
            world.outcome(world.request(doctor, content)) <= lower,
            "\(content.patient.id) \(content.item.contentClass)"
          )
          read += 1
        }
      }
    }
    #expect(read > 20)
  }

  /// R2.2, R9.7. Somebody else in the same place gets the same answer, whatever they are called.
  @Test func `the same role, workplace and logistics give the same answer`() throws {
    let world = try Self.shared.get()
    var compared = 0
    for request in world.some(1, of: 3) {
      let other = Renaming(of: request.session.staff, to: "somebody-unheard-of").applied(
        to: request
      )
      #expect(other != request)
      #expect(world.outcome(other) == world.outcome(request), "\(world.shown(request))")
      compared += 1
    }
    #expect(compared > 1_000)
  }

  /// R1.5. When every relation ended long ago, care gives no access without a reason.
  @Test func `what ended long ago opens nothing without a reason`() throws {
    let world = try Self.shared.get()
    var closed = 0
    for request in world.some(1, of: 3) {
      guard let purpose = request.session.purpose.value, world.carePurposes.contains(purpose),
        request.patient != nil, world.outcome(request) == .allow
      else { continue }
      #expect(world.outcome(world.longAfter(request)) > .allow, "\(world.shown(request))")
      closed += 1
    }
    #expect(closed > 200)
  }

  /// R8.2. Without a relation, one's own house is as closed as any other.
  @Test func `one's own enterprise is no more open than another`() throws {
    let world = try Self.shared.get()
    var closed = 0
    for session in world.places where world.isForCare(session) {
      for contentClass in world.policy.contentClasses where contentClass.entry.isAboutPatient {
        let records = world.houses(session).map { unit in
          world.strangersRecord(session, contentClass.id, unit)
        }
        let answers = records.map(world.answers)
        #expect(
          answers.allSatisfy { $0.outcome > .allow },
          "\(session.staff) \(contentClass.id)"
        )
        #expect(
          Set(answers.map(\.relationship)).count == 1,
          "\(session.staff) \(contentClass.id)"
        )
        closed += 1
      }
    }
    #expect(closed > 1_000)
  }

  /// R3.4, R1.14. A list that names what is marked is as closed as what it names.
  @Test func `a row that is marked shows to nobody outside the circle`() throws {
    let world = try Self.shared.get()
    var rows = 0
    for request in world.requests where request.patient == nil && world.outcome(request) == .allow {
      for mark in ["sensitive", "shielded", "shielded-department"].compactMap({ MarkID($0) }) {
        var marked = request
        marked.content.author = .known("somebody-else")
        marked.content.unit = .known(world.elsewhere)
        marked.content.marks = .known([mark])
        #expect(world.outcome(marked) == .deny, "\(world.shown(request)) \(mark)")
      }
      rows += 1
    }
    #expect(rows > 10)
  }
}
