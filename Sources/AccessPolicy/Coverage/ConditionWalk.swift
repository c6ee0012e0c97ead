/// Reads a condition as a person does: from left to right, and no further than it takes to know.
struct ConditionWalk {
  /// What a rule needs of a condition in order to apply.
  enum Need {
    /// That it holds: a rule that opens.
    case yes
    /// That it may hold: a rule that restricts.
    case notNo
  }

  let context: RequestContext
  let link: Link?
  /// The tests that were reached, each with whether it is as the rule needs it.
  private(set) var reached: [(node: Int, holds: Bool)] = []

  init(context: RequestContext, link: Link?) {
    self.context = context
    self.link = link
  }

  /// Whether a node is as needed.
  ///
  /// Under a need, `and`, `or` and `not` are those of two values; `not` turns the need round.
  @discardableResult
  mutating func holds(_ node: Int, _ need: Need) -> Bool {
    let table = context.compiled.conditions
    switch table.nodes[node] {
    case .constant(let truth): return Self.meets(truth, need)
    case .not(let inner): return !holds(inner, need == .yes ? .notNo : .yes)
    case .all(let range): return table.children[range].allSatisfy { holds($0, need) }
    case .any(let range): return table.children[range].contains { holds($0, need) }
    case .test:
      let holds = Self.meets(FactReader(context: context, link: link).truth(node), need)
      reached.append((node, holds))
      return holds
    }
  }

  private static func meets(_ truth: Truth, _ need: Need) -> Bool {
    switch need {
    case .yes: truth == .yes
    case .notNo: truth != .no
    }
  }
}
