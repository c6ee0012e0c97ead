import AccessPolicy
import Testing

extension Laws {
  /// A gate that no rule opens denies, and so does the decision.
  ///
  /// Every rule that opens one gate is taken out of the policy set, and out of what deviations add.
  @Test(arguments: Silence.allCases)
  func `silence denies`(silence: Silence) throws {
    var tally = Tally()
    for world in try LawWorlds.all.get() {
      let silent = try silence.silenced(world)
      for number in 0..<30 {
        var request = world.request(number)
        let spoken = world.engine.decide(request)
        silence.silence(&request)
        let decision = silent.engine.decide(request)
        for gate in silence.gates(of: decision, request, silent.policy) {
          guard gate.answer == .deny, decision.outcome == .deny else {
            Issue.record("\(gate.gate)\n\(world.report(of: request, number: number))")
            return
          }
          tally.count("a gate that rules had opened", if: spoken.answer(gate.gate) ?? .deny < .deny)
        }
      }
    }
    tally.expect("a gate that rules had opened", atLeast: 20)
  }
}

/// Taking away all that can open one kind of gate.
enum Silence: String, CaseIterable, CustomTestStringConvertible {
  case workplace, purpose, function, licence, relationship, marks, blocks

  var testDescription: String { rawValue }

  /// The world without the rules that open the gate.
  func silenced(_ world: World) throws -> World {
    let changes: [(section: String, key: String, value: Tree?)] =
      switch self {
      case .workplace: [("templates", "units", nil), ("subtemplates", "units", nil)]
      case .purpose: [("templates", "purposes", nil), ("subtemplates", "purposes", nil)]
      case .function:
        [("templates", "securityClasses", nil), ("subtemplates", "securityClasses", nil)]
      case .licence: [("providerRecords", "grants", [:])]
      case .relationship:
        ["templates", "subtemplates"].flatMap { section in
          ["relationships", "reach", "selfAuthorisation"].map { (section, $0, nil) }
        }
      case .marks: [("marks", "opensTo", [:]), ("marks", "override", nil)]
      case .blocks: [("blocks", "override", nil)]
      }
    return try world.changing { sections in
      for change in changes {
        for index in sections.indices where sections[index].name == change.section {
          for entry in sections[index].body.entryNames {
            sections[index].body[entry]?[change.key] = change.value
          }
        }
      }
    }
  }

  /// Takes away what deviations add of the kind.
  func silence(_ request: inout AccessRequest) {
    for index in request.session.authorisation.deviations.indices {
      request.session.authorisation.deviations[index].adds = RoleParts()
    }
  }

  /// The gates that nothing opens any more.
  func gates(of decision: Decision, _ request: AccessRequest, _ policy: Policy) -> [GateAnswer] {
    decision.gates.filter { gate in
      switch (self, gate.gate) {
      case (.workplace, .workplace), (.purpose, .purpose), (.function, .function),
        (.relationship, .relationship), (.marks, .mark), (.blocks, .block):
        true
      case (.licence, .licence):
        policy.contentClasses[request.content.contentClass]?.clinicalActions.contains(
          request.action
        )
          ?? true
      default: false
      }
    }
  }
}
