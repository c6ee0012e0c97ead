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
  /// The author's words and place of each node, for explanations only.
  private(set) var words: [String] = []
  private(set) var ranges: [SourceRange?] = []
  private(set) var attributes = AttributeTable()

  /// A condition, with what is needed of it beside its truth.
  struct Entry: Sendable {
    let node: Int
    /// Every fact that it mentions.
    let slots: [Int]
    /// Nodes whose truth time can change.
    let timed: [Int]
    /// Whether it holds always, so that it need not be looked at.
    let isTrivial: Bool
  }

  mutating func add(_ condition: Condition, _ policy: Policy) -> Entry {
    var slots: Set<Int> = []
    var timed: [Int] = []
    let node = add(condition, policy, &slots, &timed)
    return Entry(
      node: node,
      slots: slots.sorted(),
      timed: timed,
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

  private mutating func add(
    _ condition: Condition,
    _ policy: Policy,
    _ slots: inout Set<Int>,
    _ timed: inout [Int]
  ) -> Int {
    switch condition {
    case .constant(let value): return append(.constant(Truth(value)), condition)
    case .not(let inner):
      let inner = add(inner, policy, &slots, &timed)
      return append(.not(inner), condition)
    case .all(let parts):
      let range = addAll(parts, policy, &slots, &timed)
      return append(.all(range), condition)
    case .any(let parts):
      let range = addAll(parts, policy, &slots, &timed)
      return append(.any(range), condition)
    case .test(let test, _, _):
      let compiled = CompiledTest(test, policy, &attributes)
      slots.formUnion(compiled.slots)
      let node = append(.test(compiled), condition)
      if compiled.slots.contains(where: { attributes.isTimed($0) }) { timed.append(node) }
      return node
    }
  }

  private mutating func addAll(
    _ parts: [Condition],
    _ policy: Policy,
    _ slots: inout Set<Int>,
    _ timed: inout [Int]
  ) -> Range<Int> {
    var numbers: [Int] = []
    for part in parts { numbers.append(add(part, policy, &slots, &timed)) }
    let start = children.count
    children += numbers
    return start..<children.count
  }

  private mutating func append(_ node: Node, _ condition: Condition) -> Int {
    nodes.append(node)
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
