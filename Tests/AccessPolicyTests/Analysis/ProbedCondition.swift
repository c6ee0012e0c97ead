import PolicyTestSupport
@testable import AccessPolicy

/// A generated condition, with every request that its facts allow.
struct ProbedCondition {
  let text: String
  let condition: Condition
  /// What the slow evaluator says of it, request by request; the requests are those of ``facts``.
  let facts: [String]
  let truths: [Truth]

  /// So many conditions of each choice of one or two facts; conditions of one choice share requests.
  static func groups(_ count: Int, each size: Int, _ dice: inout Dice) throws -> [[ProbedCondition]]
  {
    var groups: [[ProbedCondition]] = []
    for _ in 0..<count {
      var chosen = [dice.pick(ProbedFact.all)]
      if dice.percent(60) {
        let other = dice.pickAny(chosen[0].pairs)?.other ?? dice.pick(ProbedFact.all).name
        chosen += ProbedFact.all.filter { $0.name == other && $0.name != chosen[0].name }
      }
      let texts = (0..<size).map { _ in text(about: chosen, &dice) }
      groups.append(try probed(texts, about: chosen))
    }
    return groups
  }

  private static func text(about facts: [ProbedFact], _ dice: inout Dice, depth: Int = 0) -> String
  {
    guard depth < 2, dice.percent(depth == 0 ? 90 : 25) else {
      let names = Set(facts.map(\.name))
      let pairs = facts.flatMap(\.pairs).filter { names.contains($0.other) }.map(\.test)
      let test = dice.percent(40) ? dice.pickAny(pairs) : nil
      return test ?? dice.pick(dice.pick(facts).tests)
    }
    let word = dice.percent(60) ? " and " : " or "
    let parts = (0..<dice.number(2...3)).map { _ in
      "\(dice.percent(15) ? "not " : "")(\(text(about: facts, &dice, depth: depth + 1)))"
    }
    return parts.joined(separator: word)
  }

  private static func probed(_ texts: [String], about facts: [ProbedFact]) throws
    -> [ProbedCondition]
  {
    var grants: Tree = [:]
    for (number, text) in texts.enumerated() {
      grants["c\(100 + number)"] = ["do": ["read"], "on": ["note"], "when": .text(text)]
    }
    let policy = try TinyPolicy.policy(changing: [
      "securityClasses": ["all": ["title": .title("all"), "grants": grants]]
    ])
    let conditions = policy.securityClasses.flatMap(\.entry.grants).map(\.condition)
    var requests = [TinyPolicy.request()]
    for fact in facts {
      requests = requests.flatMap { request in
        fact.values.map { change in
          var changed = request
          change(&changed)
          return changed
        }
      }
    }
    let evaluators = requests.map { ReferenceEvaluator(policy: policy, request: $0) }
    return zip(texts, conditions).map { text, condition in
      ProbedCondition(
        text: text,
        condition: condition,
        facts: facts.map(\.name),
        truths: evaluators.map { $0.look(at: condition, link: nil).truth.asTruth }
      )
    }
  }
}

extension Ternary {
  var asTruth: Truth {
    switch self {
    case .yes: .yes
    case .unknown: .unknown
    case .no: .no
    }
  }
}
