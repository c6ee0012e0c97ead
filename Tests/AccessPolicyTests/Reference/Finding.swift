import AccessPolicy

/// What looking at a rule, or at a part of one, gave.
struct Finding {
  /// Whether it holds.
  var truth: Ternary

  /// The unknown facts that its unknown parts mention; counts only while the whole is unknown.
  var missing: Set<String> = []

  /// The instants at which time alone may change it, past ones too.
  var turns: [Instant] = []

  static let yes = Finding(truth: .yes)
  static let no = Finding(truth: .no)

  static func sure(_ value: Bool) -> Finding { Finding(truth: Ternary(value)) }

  /// Unknown, for want of one fact.
  static func unknown(_ fact: String) -> Finding { Finding(truth: .unknown, missing: [fact]) }

  static func all(_ parts: [Finding]) -> Finding {
    joined(parts, truth: parts.map(\.truth).reduce(.yes, Ternary.and))
  }

  static func any(_ parts: [Finding]) -> Finding {
    joined(parts, truth: parts.map(\.truth).reduce(.no, Ternary.or))
  }

  static func not(_ part: Finding) -> Finding {
    Finding(truth: Ternary.not(part.truth), missing: part.missing, turns: part.turns)
  }

  private static func joined(_ parts: [Finding], truth: Ternary) -> Finding {
    Finding(
      truth: truth,
      missing: parts.reduce(into: []) { if $1.truth == .unknown { $0.formUnion($1.missing) } },
      turns: parts.flatMap(\.turns)
    )
  }
}
