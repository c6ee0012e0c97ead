@testable import AccessPolicy
import PolicyTestSupport
import Testing

/// What verification says of all requests at once, against requests.
@Suite struct `Principles of generated policy sets` {
  private static let worlds = 0..<10
  private static let requests = 100

  @Test(arguments: worlds) func `what is found broken is, and nothing else`(number: Int) throws {
    let world = try Self.world(number)
    let results = PrincipleVerification(world.policy).results()
    for result in results { check(result, world) }
    for number in 0..<Self.requests {
      let request = world.request(number).withoutReasons.withOneLink
      guard request.isAnalysed, let cell = SituationCell(request, in: world.policy) else {
        continue
      }
      let decision = ReferenceEvaluator.decide(request, by: world.policy)
      for result in results where result.principle.speaks(of: request, decision, world.policy) {
        for answer in result.principle.never {
          let isBroken = result.principle.isBroken(by: decision, .answer(answer))
          let isFound = result.broken.contains(cell) || result.undecided.contains(cell)
          #expect(
            !isBroken || isFound,
            "\(result.id) \(answer) \(cell)\n\(world.report(of: request, number: number))"
          )
        }
      }
    }
  }

  private func check(_ result: PrincipleResult, _ world: World) {
    if let cell = result.defects.first {
      let again = SituationSearch([world.policy]).situation(cell, outcome: .justify)
      Issue.record("\(result.id) \(world.number) \(cell) \(again)\n\(world.yaml)")
    }
    for example in result.counterexamples {
      let situation = example.situation
      let reference = ReferenceEvaluator.decide(situation.request, by: world.policy)
      let dump = Dump.lines(situation.request)
      #expect(situation.decision == reference, "\(result.id) \(dump)")
      #expect(result.principle.isBroken(by: reference, example.breach), "\(result.id) \(dump)")
      #expect(
        result.principle.speaks(of: situation.request, reference, world.policy),
        "\(result.id) \(dump)\n\(world.yaml)"
      )
      #expect(SituationCell(situation.request, in: world.policy) == example.cell)
    }
  }

  /// A world with principles whose conditions are those of its rules.
  private static func world(_ number: Int) throws -> World {
    let world = try World(seed: TestRun.seed, number: 6_000_000 + number)
    var dice = Dice(seed: TestRun.seed, 78, UInt64(number))
    let conditions = world.sections.filter { $0.name != "provisioning" }.flatMap(\.body.conditions)
    let marks = world.policy.marks.map(\.id.text)
    var principles: Tree = [:]
    for answer in Principle.Answer.allCases {
      var principle: Tree = ["title": .title("never \(answer)"), "never": .text(answer.rawValue)]
      if let condition = dice.pickAny(conditions), dice.percent(70) {
        principle["when"] = .text(condition)
      }
      if dice.percent(30) {
        principle["marks"] = "none"
      } else if let mark = dice.pickAny(marks), dice.percent(40) {
        principle["marks"] = .ids([mark])
      }
      principles["never-\(answer)"] = principle
    }
    return try world.changing { $0.append(World.Section(name: "principles", body: principles)) }
  }
}

extension Tree {
  /// The conditions in it that stand where nothing is derived or hidden.
  fileprivate var conditions: [String] {
    keys.flatMap { key -> [String] in
      if ["when", "where"].contains(key.name), case .text(let text) = key.value { return [text] }
      return key.value.conditions
    }
  }
}

extension SituationCell {
  /// The cell of a request, where the policy set declares its role, action and class.
  fileprivate init?(_ request: AccessRequest, in policy: Policy) {
    let template = request.session.authorisation.template
    guard policy.templates[template] != nil, policy.actions[request.action] != nil,
      policy.contentClasses[request.content.contentClass] != nil
    else { return nil }
    self.init(
      template: template,
      action: request.action,
      contentClass: request.content.contentClass
    )
  }
}

extension AccessRequest {
  /// The request with one link at most, as situations have.
  fileprivate var withOneLink: AccessRequest {
    var request = self
    request.patient?.links = Array((patient?.links ?? []).prefix(1))
    return request
  }
}

extension Principle {
  /// Whether it speaks of a request, as the reference evaluator reads conditions.
  fileprivate func speaks(of request: AccessRequest, _ decision: Decision, _ policy: Policy)
    -> Bool
  {
    let session: Set<GateID> = [.authorisation, .workplace, .authentication, .purpose]
    let isInOrder = decision.gates.allSatisfy {
      !session.contains($0.gate) || $0.answer == .allow
    }
    let isAboutPatient = policy.contentClasses[request.content.contentClass]?.isAboutPatient ?? true
    let link = condition.looksAtLinks ? request.patient?.links.first : nil
    if condition.looksAtLinks, link == nil || !isAboutPatient { return false }
    let evaluator = ReferenceEvaluator(policy: policy, request: request)
    guard isInOrder, evaluator.look(at: condition, link: link).truth == .yes else { return false }
    let inForce = decision.gates.compactMap { gate -> MarkID? in
      if case .mark(let id) = gate.gate { id } else { nil }
    }
    return switch marks {
    case .any: true
    case .none: inForce.isEmpty && !decision.gates.contains { $0.gate == .unnamedMark }
    case .some(let ids):
      ids.contains { id in
        policy.marks[id].map { evaluator.look(atSettingOf: id, $0).truth != .no } ?? false
      }
    }
  }
}
