/// Some of the three truths: what a condition, or a test, is wanted to answer.
struct Truths: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let no = Truths(.no)
  static let unknown = Truths(.unknown)
  static let yes = Truths(.yes)
  static let all: Truths = [.no, .unknown, .yes]
  static let notYes: Truths = [.no, .unknown]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ truth: Truth) { rawValue = 1 << truth.rawValue }

  func contains(_ truth: Truth) -> Bool { contains(Truths(truth)) }

  /// What `not` makes of them.
  static prefix func ! (truths: Truths) -> Truths {
    var negated = truths.intersection(.unknown)
    if truths.contains(.yes) { negated.insert(.no) }
    if truths.contains(.no) { negated.insert(.yes) }
    return negated
  }
}
