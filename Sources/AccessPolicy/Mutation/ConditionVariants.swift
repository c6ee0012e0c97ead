/// The conditions that are one small change away from another.
struct ConditionVariants {
  /// A changed condition.
  struct Variant {
    let change: (_ key: String) -> MutantChange
    let condition: Condition
    let range: SourceRange
  }

  /// Every condition that is one change away, in the order of the places that are changed.
  ///
  /// - Parameter range: the place of a condition without a test.
  static func all(of condition: Condition, at range: SourceRange) -> [Variant] {
    var variants = inner(of: condition)
    switch condition {
    case .test, .not, .any:
      variants.insert(
        Variant(
          change: { .freed(key: $0) },
          condition: .constant(true),
          range: condition.firstRange ?? range
        ),
        at: 0
      )
    case .all, .constant: break
    }
    return variants
  }

  private static func inner(of condition: Condition) -> [Variant] {
    switch condition {
    case .constant: []
    case .not(let inner):
      self.inner(of: inner).map {
        Variant(change: $0.change, condition: .not($0.condition), range: $0.range)
      }
    case .all(let parts): of(parts) { .all($0) }
    case .any(let parts): of(parts) { .any($0) }
    case .test(let test, let words, let range): of(test, words, range)
    }
  }

  /// One part left out, or changed.
  private static func of(_ parts: [Condition], _ joined: ([Condition]) -> Condition) -> [Variant] {
    parts.indices.flatMap { index -> [Variant] in
      var less = parts
      let part = less.remove(at: index)
      var variants: [Variant] = []
      if let range = part.firstRange, !less.isEmpty {
        let words = part.asWritten
        variants.append(
          Variant(
            change: { .testDropped(key: $0, words: words) },
            condition: less.count == 1 ? less[0] : joined(less),
            range: range
          )
        )
      }
      return variants
        + inner(of: part).map { variant in
          var changed = parts
          changed[index] = variant.condition
          return Variant(
            change: variant.change,
            condition: joined(changed),
            range: variant.range
          )
        }
    }
  }

  private static func of(_ test: Condition.Test, _ words: String, _ range: SourceRange)
    -> [Variant]
  {
    let same = Condition.test(test, words: words, at: range)
    var variants = [
      Variant(
        change: { .testNegated(key: $0, words: words) },
        condition: .not(same),
        range: range
      )
    ]
    func add(_ changed: Condition.Test, _ change: @escaping (String) -> MutantChange) {
      variants.append(
        Variant(change: change, condition: .test(changed, words: words, at: range), range: range)
      )
    }
    switch test {
    case .ordered(let left, let order, let right):
      let other: Condition.Order =
        switch order {
        case .less: .lessOrEqual
        case .lessOrEqual: .less
        case .greater: .greaterOrEqual
        case .greaterOrEqual: .greater
        }
      add(.ordered(left, other, right)) { .strictness(key: $0, words: words) }
    case .member(let left, .literal(.set(let values)), let negated) where values.count > 1:
      for index in values.indices {
        var less = values
        let lost = less.remove(at: index)
        add(.member(left, .literal(.set(less)), negated: negated)) {
          .testLost(key: $0, words: words, value: lost.words)
        }
      }
    default: break
    }
    return variants
  }
}

extension Condition {
  /// Where its first test stands.
  fileprivate var firstRange: SourceRange? {
    switch self {
    case .constant: nil
    case .not(let inner): inner.firstRange
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.firstRange).first
    case .test(_, words: _, at: let range): range
    }
  }

  /// The condition in its author's words, on one line.
  var asWritten: String {
    switch self {
    case .constant(let value): value ? "always" : "never"
    case .not(let inner): "not \(inner.isSimple ? inner.asWritten : "(\(inner.asWritten))")"
    case .all(let parts): Self.joined(parts, "and")
    case .any(let parts): Self.joined(parts, "or")
    case .test(_, let words, at: _): words
    }
  }

  private var isSimple: Bool {
    switch self {
    case .constant, .test, .not: true
    case .all, .any: false
    }
  }

  private static func joined(_ parts: [Condition], _ word: String) -> String {
    parts.map { $0.isSimple ? $0.asWritten : "(\($0.asWritten))" }.joined(separator: " \(word) ")
  }
}

extension AttributeValue {
  /// A value as conditions write it.
  fileprivate var words: String {
    switch self {
    case .boolean(let value): value ? "yes" : "no"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .date(let date): "\(date)"
    case .instant(let instant): "\(instant)"
    case .unit(let id): id.text
    case .staff(let key): "\"\(key)\""
    case .patient(let key): "\"\(key)\""
    case .code(let code): code.text
    case .set(let values): "[\(values.map(\.words).joined(separator: ", "))]"
    }
  }
}
