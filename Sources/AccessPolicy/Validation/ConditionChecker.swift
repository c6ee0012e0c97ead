/// Gives every word of a condition its meaning, and refuses what has none.
struct ConditionChecker {
  /// Where a condition stands: what it sees, and which way it works.
  struct Place {
    /// What the rule is called in messages.
    let what: String
    /// The groups of facts in view; `now` is, too, unless it is staff records that are looked at.
    let view: Set<AttributeGroup>
    /// Whether the rule opens; a mark's derived condition restricts; a principle does neither.
    let opens: Bool?

    static let withoutLink: Set<AttributeGroup> = [.session, .patient, .content, .request]
    static let all: Set<AttributeGroup> = withoutLink.union([.link])

    /// Whether a fact of this group is in view; `nil` for `now`.
    func sees(_ group: AttributeGroup?) -> Bool { group.map(view.contains) ?? (view != [.record]) }
  }

  let names: DeclaredNames
  let facts: FactNames
  let sink: DiagnosticSink

  init(names: DeclaredNames, sink: DiagnosticSink) {
    self.names = names
    facts = FactNames(declared: names.attributes)
    self.sink = sink
  }

  /// The checked condition.
  ///
  /// A missing one always holds; so does, after a report, a wrong one: the policy set is refused as
  /// a whole, so nothing ever decides with it.
  func check(_ syntax: ConditionSyntax?, in place: Place) -> Condition {
    guard let syntax else { return .constant(true) }
    return check(syntax, in: place, isNegated: false)
  }

  private func check(_ syntax: ConditionSyntax, in place: Place, isNegated: Bool) -> Condition {
    switch syntax {
    case .constant(let value): .constant(value)
    case .not(let inner): .not(check(inner, in: place, isNegated: !isNegated))
    case .all(let parts): .all(parts.map { check($0, in: place, isNegated: isNegated) })
    case .any(let parts): .any(parts.map { check($0, in: place, isNegated: isNegated) })
    case .test(let test, let words, let range):
      if let test = self.test(test, at: range, in: place, isNegated: isNegated) {
        .test(test, words: words, at: range)
      } else {
        .constant(true)
      }
    }
  }

  private func test(
    _ syntax: ConditionSyntax.TestSyntax,
    at range: SourceRange,
    in place: Place,
    isNegated: Bool
  ) -> Condition.Test? {
    switch syntax {
    case .holds(let name):
      guard let fact = fact(name, in: place, isNegated: isNegated) else { return nil }
      guard fact.type == .boolean else {
        sink.report(
          .wrongType(
            "`\(name.value)` is a \(fact.type), and stands alone as if it were yes or no",
            help: "compare it, or ask whether it is there with `has \(name.value)`",
            at: name.range
          )
        )
        return nil
      }
      return .holds(fact)
    case .has(let name):
      guard let fact = fact(name, in: place, isNegated: isNegated) else { return nil }
      return refuseNow([.attribute(fact, shiftedBy: .zero)], at: name.range) ? .has(fact) : nil
    case .equal(let left, let right, let negated):
      guard refuseSets([left, right], at: range) else { return nil }
      guard let pair = pair(left, right, at: range, in: place, isNegated: isNegated) else {
        return nil
      }
      guard refuseNow([pair.left, pair.right], at: range) else { return nil }
      return .equal(pair.left, pair.right, negated: negated)
    case .ordered(let left, let order, let right):
      guard let pair = pair(left, right, at: range, in: place, isNegated: isNegated) else {
        return nil
      }
      guard pair.type.isOrdered else {
        sink.report(
          .cannotCompare(
            "a \(pair.type) is neither more nor less than another",
            help: "only numbers, dates and points in time have an order",
            at: range
          )
        )
        return nil
      }
      return .ordered(pair.left, order, pair.right)
    case .member(let left, let right, let negated):
      guard let pair = member(left, right, at: range, in: place, isNegated: isNegated != negated)
      else { return nil }
      guard refuseNow([pair.left, pair.right], at: range) else { return nil }
      return .member(pair.left, pair.right, negated: negated)
    case .within(let left, let right, let negated):
      return within(
        left,
        right,
        negated: negated,
        at: range,
        in: place,
        isNegated: isNegated != negated
      )
    }
  }

  /// Two sets have no equality: one would read it as *some*, another as *all*.
  private func refuseSets(_ sides: [ConditionSyntax.OperandSyntax], at range: SourceRange) -> Bool {
    for side in sides {
      guard let name = factName(side), case .set? = facts.attribute(name.value)?.attribute.type
      else { continue }
      sink.report(
        .cannotCompare(
          "`\(name.value)` is a set, and a set is neither equal nor different",
          help: "ask whether something is in it with `in`",
          at: range
        )
      )
      return false
    }
    return true
  }

  /// `now` changes every second, so only its order with another instant can mean anything.
  private func refuseNow(_ sides: [Condition.Operand], at range: SourceRange) -> Bool {
    for side in sides {
      guard case .attribute(let fact, _) = side, fact.source == .builtIn(.now) else { continue }
      sink.report(
        .cannotCompare(
          "`now` can only be before or after something",
          help: "compare with `<`, `<=`, `>` or `>=`",
          at: range
        )
      )
      return false
    }
    return true
  }

  // MARK: Two sides

  private typealias Pair = (left: Condition.Operand, right: Condition.Operand, type: ValueType)

  /// Two sides of one type: at least one is a fact, which says what the other's words mean.
  private func pair(
    _ left: ConditionSyntax.OperandSyntax,
    _ right: ConditionSyntax.OperandSyntax,
    at range: SourceRange,
    in place: Place,
    isNegated: Bool
  ) -> Pair? {
    switch (factName(left), factName(right)) {
    case (nil, nil):
      reportNoFact(left, right, at: range)
      return nil
    case (_?, nil):
      guard let (operand, type) = factOperand(left, in: place, isNegated: isNegated),
        let value = literal(right, as: type)
      else { return nil }
      return (operand, .literal(value), type)
    case (nil, _?):
      guard let (operand, type) = factOperand(right, in: place, isNegated: isNegated),
        let value = literal(left, as: type)
      else { return nil }
      return (.literal(value), operand, type)
    case (_?, _?):
      // Both are looked at before either is given up, so that all mistakes are reported.
      let first = factOperand(left, in: place, isNegated: isNegated)
      let second = factOperand(right, in: place, isNegated: isNegated)
      guard let a = first, let b = second else { return nil }
      guard a.type == b.type else {
        sink.report(
          .cannotCompare(
            a.type,
            with: b.type,
            others: facts.names(of: a.type, in: place, besides: factName(left)?.value),
            at: range
          )
        )
        return nil
      }
      return (a.operand, b.operand, a.type)
    }
  }

  /// A value and a set of values of its type.
  private func member(
    _ left: ConditionSyntax.OperandSyntax,
    _ right: ConditionSyntax.OperandSyntax,
    at range: SourceRange,
    in place: Place,
    isNegated: Bool
  ) -> Pair? {
    if case .list(let items, _) = right {
      guard factName(left) != nil else {
        reportNoFact(left, right, at: range)
        return nil
      }
      guard let (operand, type) = factOperand(left, in: place, isNegated: isNegated) else {
        return nil
      }
      let values = items.compactMap { literal($0, as: type) }
      guard values.count == items.count else { return nil }
      return (operand, .literal(.set(values)), type)
    }
    if factName(right) == nil, let value = singleValue(right) {
      if factName(left) == nil {
        reportNoFact(left, right, at: range)
      } else if factOperand(left, in: place, isNegated: isNegated) != nil {
        sink.report(.inSingleValue(value, at: right.range))
      }
      return nil
    }
    guard let set = factOperand(right, in: place, isNegated: isNegated) else { return nil }
    guard case .set(of: let element) = set.type else {
      sink.report(
        .wrongType(
          "`in` asks whether something is in a set, and this is a \(set.type)",
          help: "compare with `==`, or write a list: `[…]`",
          at: right.range
        )
      )
      return nil
    }
    guard factName(left) != nil else {
      return literal(left, as: element).map { (.literal($0), set.operand, element) }
    }
    guard let value = factOperand(left, in: place, isNegated: isNegated) else { return nil }
    guard value.type == element else {
      sink.report(
        .cannotBeIn(
          value.type,
          set.type,
          others: facts.names(of: .set(of: value.type), in: place),
          at: range
        )
      )
      return nil
    }
    return (value.operand, set.operand, element)
  }

  private func within(
    _ left: ConditionSyntax.OperandSyntax,
    _ right: ConditionSyntax.OperandSyntax,
    negated: Bool,
    at range: SourceRange,
    in place: Place,
    isNegated: Bool
  ) -> Condition.Test? {
    func side(_ syntax: ConditionSyntax.OperandSyntax, mayBeSet: Bool) -> Condition.Operand? {
      if mayBeSet, case .list(let items, _) = syntax {
        let values = items.compactMap { literal($0, as: .unit) }
        return values.count == items.count ? .literal(.set(values)) : nil
      }
      guard factName(syntax) != nil else { return literal(syntax, as: .unit).map { .literal($0) } }
      guard let (operand, type) = factOperand(syntax, in: place, isNegated: isNegated) else {
        return nil
      }
      guard type == .unit || (mayBeSet && type == .set(of: .unit)) else {
        sink.report(
          .wrongType(
            "`within` is about units, and this is a \(type)",
            help: "compare with `==`, or ask about a unit",
            at: syntax.range
          )
        )
        return nil
      }
      return operand
    }
    if factName(left) == nil, factName(right) == nil {
      reportNoFact(left, right, at: range)
      return nil
    }
    let first = side(left, mayBeSet: false)
    let second = side(right, mayBeSet: true)
    guard let a = first, let b = second else { return nil }
    return .within(a, b, negated: negated)
  }

  private func reportNoFact(
    _ left: ConditionSyntax.OperandSyntax,
    _ right: ConditionSyntax.OperandSyntax,
    at range: SourceRange
  ) {
    // A misspelt fact looks like a value: say so when it has a dot, as only facts usually do.
    for side in [left, right] {
      guard case .word(let word) = side, word.value.utf8.contains(UInt8(ascii: ".")) else {
        continue
      }
      sink.report(.unknownFact(word, among: facts.all, steps: facts.steps))
      return
    }
    sink.report(
      .cannotCompare(
        "neither side is a fact of the request, so the answer is always the same",
        help: "compare a fact, such as `content.unit`, with a value or another fact",
        at: range
      )
    )
  }

  // MARK: One side

  /// The word of an operand, if it names a fact or looks like one.
  private func factName(_ operand: ConditionSyntax.OperandSyntax) -> Located<String>? {
    switch operand {
    case .shifted(let name, _): name
    case .word(let name):
      facts.attribute(name.value) != nil || looksLikeFact(name.value) ? name : nil
    case .text, .list: nil
    }
  }

  private func looksLikeFact(_ name: String) -> Bool {
    AttributeGroup.allCases.contains { name.hasPrefix("\($0.rawValue).") }
  }

  private func factOperand(
    _ syntax: ConditionSyntax.OperandSyntax,
    in place: Place,
    isNegated: Bool
  ) -> (operand: Condition.Operand, type: ValueType)? {
    switch syntax {
    case .word(let name):
      return fact(name, in: place, isNegated: isNegated).map {
        (.attribute($0, shiftedBy: .zero), $0.type)
      }
    case .shifted(let name, let span):
      guard let fact = fact(name, in: place, isNegated: isNegated) else { return nil }
      guard fact.type == .instant else {
        sink.report(
          .wrongType(
            "a duration cannot be added to a \(fact.type)",
            help: "only to a point in time",
            at: name.range
          )
        )
        return nil
      }
      return (.attribute(fact, shiftedBy: span), .instant)
    case .text, .list:
      sink.report(
        .cannotCompare(
          "a fact is expected here",
          help: "name one, such as `content.unit`",
          at: syntax.range
        )
      )
      return nil
    }
  }

  private func fact(_ name: Located<String>, in place: Place, isNegated: Bool) -> Attribute? {
    guard let found = facts.attribute(name.value) else {
      sink.report(.unknownFact(name, among: facts.all, steps: facts.steps))
      return nil
    }
    guard place.sees(found.group) else {
      sink.report(.factNotInView(name, in: place.what, isOfRecords: place.view == [.record]))
      return nil
    }
    guard case .builtIn(let builtIn) = found.attribute.source else {
      // An attribute whose own type is wrong has been reported; what it is used for is not judged.
      return names.hasType(found.attribute) ? found.attribute : nil
    }
    switch builtIn {
    case .sessionUnits, .sessionSubtemplates:
      if isNegated == place.opens {
        sink.report(.notMonotone(name, moreMustOpen: true, isNegated: isNegated))
      }
    case .patientMarks, .contentMarks:
      if isNegated == place.opens.map({ !$0 }) {
        sink.report(.notMonotone(name, moreMustOpen: false, isNegated: isNegated))
      }
    default: break
    }
    return found.attribute
  }
}
