/// All conditions of a policy set in one flat table; a condition is the number of its node.
struct ConditionTable: Sendable {
  /// A node; children are numbers of other nodes, listed in ``children``.
  enum Node: Sendable {
    case constant(Truth)
    case not(Int)
    case all(Range<Int>)
    case any(Range<Int>)
    case test(CompiledTest)
  }

  private(set) var nodes: [Node] = []
  private(set) var children: [Int] = []
  /// Each node as requests answer it, and the values that steps list.
  private(set) var steps: [ConditionStep] = []
  private(set) var listed: [Int64] = []
  /// Nodes whose truth time can change, condition by condition.
  private(set) var timed: [Int] = []
  /// The author's words and place of each node, for explanations only.
  private(set) var words: [String] = []
  private(set) var ranges: [SourceRange?] = []
  private(set) var attributes = AttributeTable()

  /// A condition, with what is needed of it beside its truth.
  struct Entry: Sendable {
    let node: Int
    /// Where those of its nodes whose truth time can change stand among ``ConditionTable/timed``.
    let timed: Range<Int>
    /// Whether it holds always, so that it need not be looked at.
    let isTrivial: Bool
  }

  mutating func add(_ condition: Condition, _ policy: Policy) -> Entry {
    let start = timed.count
    let node = append(condition, policy)
    return Entry(
      node: node,
      timed: start..<timed.count,
      isTrivial: condition == .constant(true)
    )
  }

  /// The facts that one node mentions, for explanations.
  func slots(of node: Int) -> [Int] {
    switch nodes[node] {
    case .constant: []
    case .not(let inner): slots(of: inner)
    case .all(let range), .any(let range):
      Set(children[range].flatMap { slots(of: $0) }).sorted()
    case .test(let test): Set(test.slots).sorted()
    }
  }

  private mutating func append(_ condition: Condition, _ policy: Policy) -> Int {
    switch condition {
    case .constant(let value):
      return append(.constant(Truth(value)), .constant(Truth(value)), condition)
    case .not(let inner):
      let inner = append(inner, policy)
      return append(.not(inner), .not(inner), condition)
    case .all(let parts):
      let range = append(parts, policy)
      return append(.all(range), .all(from: range.lowerBound, to: range.upperBound), condition)
    case .any(let parts):
      let range = append(parts, policy)
      return append(.any(range), .any(from: range.lowerBound, to: range.upperBound), condition)
    case .test(let test, _, _):
      let compiled = CompiledTest(test, policy, &attributes)
      let step = ConditionStep.step(compiled, attributes, &listed)
      let node = append(.test(compiled), step, condition)
      if compiled.slots.contains(where: { attributes.isTimed($0) }) { timed.append(node) }
      return node
    }
  }

  private mutating func append(_ parts: [Condition], _ policy: Policy) -> Range<Int> {
    var numbers: [Int] = []
    for part in parts { numbers.append(append(part, policy)) }
    let start = children.count
    children += numbers
    return start..<children.count
  }

  private mutating func append(_ node: Node, _ step: ConditionStep, _ condition: Condition) -> Int {
    nodes.append(node)
    steps.append(step)
    words.append(condition.words)
    if case .test(_, _, let range) = condition { ranges.append(range) } else { ranges.append(nil) }
    return nodes.count - 1
  }
}

extension Condition {
  /// The condition in the author's words, with the parentheses that it needs.
  package var words: String {
    switch self {
    case .constant(let value): value ? "always" : "never"
    case .not(let inner): "not (\(inner.words))"
    case .all(let parts): parts.map(\.partWords).joined(separator: " and ")
    case .any(let parts): parts.map(\.partWords).joined(separator: " or ")
    case .test(_, let words, _): words
    }
  }

  private var partWords: String {
    switch self {
    case .all, .any: "(\(words))"
    case .constant, .not, .test: words
    }
  }
}
