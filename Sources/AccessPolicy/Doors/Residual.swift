/// What is left of a condition once session, patient and link are known: an answer, or a place in a
/// ``ResidualProgram`` that looks at the item.
struct Residual: Sendable, Hashable {
  /// Where the rest stands; negative for an answer.
  private let code: Int32

  static let no = Residual(code: -1)
  static let unknown = Residual(code: -2)
  static let yes = Residual(code: -3)

  private init(code: Int32) { self.code = code }

  init(_ truth: Truth) {
    self =
      switch truth {
      case .no: .no
      case .unknown: .unknown
      case .yes: .yes
      }
  }

  init(at place: Int) { code = Int32(clamping: place) }

  /// The answer, if the item does not matter.
  var truth: Truth? {
    switch code {
    case -1: .no
    case -2: .unknown
    case -3: .yes
    default: nil
    }
  }

  /// Where the rest stands.
  var place: Int { Int(code) }

  /// Whether the item is to answer.
  var isOpen: Bool { code >= 0 }

  /// Whether a rule that opens can still apply.
  var canHold: Bool { code >= 0 || self == .yes }
}

/// Rests of conditions in one flat list: each step is followed by its parts, and says where it ends.
struct ResidualProgram: Sendable {
  struct Step: Sendable {
    enum Kind: UInt8, Sendable { case constant, not, all, any, test }

    let kind: Kind
    let constant: Truth
    /// The step after the last of its parts.
    var end: Int32
    let test: LookupTest.Kind
    let isNegated: Bool
    let a: Side
    let b: Side
  }

  /// One side of a test that looks at the item.
  struct Side: Sendable {
    enum Source: UInt8, Sendable { case value, item, contentClass, contentTags, action, now }

    let source: Source
    /// The column of the item's row.
    let column: Int32
    let seconds: Int64
    let cell: FactCell

    static func value(_ cell: FactCell) -> Side {
      Side(source: .value, column: 0, seconds: 0, cell: cell)
    }
  }

  private(set) var steps: [Step] = []

  mutating func append(test: LookupTest, _ a: Side, _ b: Side) -> Residual {
    steps.append(
      Step(
        kind: .test,
        constant: .unknown,
        end: Int32(clamping: steps.count + 1),
        test: test.kind,
        isNegated: test.isNegated,
        a: a,
        b: b
      )
    )
    return Residual(at: steps.count - 1)
  }

  /// Opens a step whose parts follow.
  mutating func begin(_ kind: Step.Kind) -> Int {
    append(kind)
    return steps.count - 1
  }

  /// Takes a step and its parts back: they have an answer.
  mutating func abandon(_ start: Int, _ truth: Truth) -> Residual {
    steps.removeLast(steps.count - start)
    return Residual(truth)
  }

  /// Closes a step; `rest` is what its parts that are not in the program come to.
  mutating func finish(_ start: Int, rest: Truth) -> Residual {
    guard steps.count > start + 1 else { return abandon(start, rest) }
    if rest == .unknown { append(.constant) }
    steps[start].end = Int32(clamping: steps.count)
    return Residual(at: start)
  }

  private mutating func append(_ kind: Step.Kind) {
    let nothing = Side.value(.unknown)
    steps.append(
      Step(
        kind: kind,
        constant: .unknown,
        end: Int32(clamping: steps.count + 1),
        test: .holds,
        isNegated: false,
        a: nothing,
        b: nothing
      )
    )
  }
}
