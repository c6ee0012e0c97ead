import AccessPolicy

// Section 5: the instants at which time alone can change a test.

extension ReferenceEvaluator {
  func turns(of test: Condition.Test, link: Link?) -> [Instant] {
    var turns: [Instant] = []
    if case .ordered(let a, _, let b) = test {
      if let span = a.spanFromNow, let other = knownInstant(b, link: link) {
        turns += meeting(of: span, with: other)
      }
      if let span = b.spanFromNow, let other = knownInstant(a, link: link) {
        turns += meeting(of: span, with: other)
      }
    }
    if test.attributes.contains(where: { $0.source == .builtIn(.patientAge) }),
      case .known(let birth)? = request.patient?.birthDate
    {
      turns.append(nextBirthday(born: birth))
    }
    return turns
  }

  /// When `now`, a span later, is another instant; and one second after.
  private func meeting(of span: Int64, with other: Int64) -> [Instant] {
    let meeting = Seconds.minus(other, span)
    return [meeting, Seconds.plus(meeting, 1)].map(Instant.init(secondsSince1970:))
  }

  /// The other side, where it is a known instant and not itself the time of the request.
  private func knownInstant(_ operand: Condition.Operand, link: Link?) -> Int64? {
    guard operand.spanFromNow == nil else { return nil }
    switch operand {
    case .literal(.instant(let instant)): return instant.secondsSince1970
    case .literal: return nil
    case .attribute(let attribute, let span):
      guard case .known(.second(let second)) = fact(attribute, link: link) else { return nil }
      return Seconds.plus(second, span.seconds)
    }
  }
}

extension Condition.Operand {
  /// How far from the time of the request the operand is; `nil` for anything else.
  fileprivate var spanFromNow: Int64? {
    guard case .attribute(let attribute, let span) = self, attribute.source == .builtIn(.now) else {
      return nil
    }
    return span.seconds
  }

  fileprivate var attributes: [Attribute] {
    guard case .attribute(let attribute, _) = self else { return [] }
    return [attribute]
  }
}

extension Condition {
  /// Every test of the condition.
  var tests: [Test] {
    switch self {
    case .constant: []
    case .not(let inner): inner.tests
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .test(let test, words: _, at: _): [test]
    }
  }
}

extension Condition.Test {
  /// Every fact that the test mentions.
  var attributes: [Attribute] {
    switch self {
    case .holds(let attribute), .has(let attribute): [attribute]
    case .equal(let a, let b, _), .ordered(let a, _, let b), .member(let a, let b, _),
      .within(let a, let b, _):
      a.attributes + b.attributes
    }
  }
}
