import AccessPolicy

// Section 1: tests in conditions.

extension ReferenceEvaluator {
  /// A condition is one part of a rule: what is missing is what any of its unknown tests mentions.
  func look(at condition: Condition, link: Link?) -> Finding {
    var finding = Finding.yes
    finding.truth = truth(of: condition, link: link, noting: &finding)
    return finding
  }

  private func truth(of condition: Condition, link: Link?, noting finding: inout Finding) -> Ternary
  {
    switch condition {
    case .constant(let value):
      return Ternary(value)
    case .not(let inner):
      return Ternary.not(truth(of: inner, link: link, noting: &finding))
    case .all(let parts):
      var truth = Ternary.yes
      for part in parts {
        truth = Ternary.and(truth, self.truth(of: part, link: link, noting: &finding))
      }
      return truth
    case .any(let parts):
      var truth = Ternary.no
      for part in parts {
        truth = Ternary.or(truth, self.truth(of: part, link: link, noting: &finding))
      }
      return truth
    case .test(let test, words: _, at: _):
      let truth = truth(of: test, link: link)
      finding.turns += turns(of: test, link: link)
      if truth == .unknown {
        for attribute in test.attributes where isUnknown(attribute, link: link) {
          finding.missing.insert(attribute.description)
        }
      }
      return truth
    }
  }

  private func isUnknown(_ attribute: Attribute, link: Link?) -> Bool {
    switch fact(attribute, link: link) {
    case .unknown: true
    case .known(.set(let elements)): elements.contains(nil)
    case .known, .absent: false
    }
  }

  private func truth(of test: Condition.Test, link: Link?) -> Ternary {
    switch test {
    case .holds(let attribute):
      guard case .known(.flag(let value)) = fact(attribute, link: link) else { return .unknown }
      return Ternary(value)
    case .has(let attribute):
      return has(fact(attribute, link: link))
    case .equal(let a, let b, let negated):
      let truth = equal(side(a, link: link), side(b, link: link))
      return negated ? Ternary.not(truth) : truth
    case .ordered(let a, let order, let b):
      return ordered(side(a, link: link), order, side(b, link: link))
    case .member(let a, let b, let negated):
      let truth = member(side(a, link: link), side(b, link: link))
      return negated ? Ternary.not(truth) : truth
    case .within(let a, let b, let negated):
      let truth =
        b.isSessionUnits
        ? isOpen(side(a, link: link)) : within(side(a, link: link), side(b, link: link))
      return negated ? Ternary.not(truth) : truth
    }
  }

  private func side(_ operand: Condition.Operand, link: Link?) -> Fact<ReferenceValue> {
    switch operand {
    case .literal(let value): return .known(literal(value))
    case .attribute(let attribute, let span):
      switch (fact(attribute, link: link), attribute.type) {
      case (.known(.second(let second)), _):
        return .known(.second(Seconds.plus(second, span.seconds)))
      case (.absent, .set):
        // For a set, absent means empty.
        return .known(.set([]))
      case (let value, _):
        return value
      }
    }
  }

  private func has(_ a: Fact<ReferenceValue>) -> Ternary {
    switch a {
    case .unknown: .unknown
    case .absent: .no
    case .known(.set(let elements)): Ternary(!elements.isEmpty)
    case .known: .yes
    }
  }

  private func equal(_ a: Fact<ReferenceValue>, _ b: Fact<ReferenceValue>) -> Ternary {
    switch (a, b) {
    case (.absent, _), (_, .absent): .no
    case (.unknown, _), (_, .unknown): .unknown
    case (.known(let a), .known(let b)): Ternary(a == b)
    }
  }

  private func ordered(
    _ a: Fact<ReferenceValue>,
    _ order: Condition.Order,
    _ b: Fact<ReferenceValue>
  ) -> Ternary {
    guard case .known(let a) = a, case .known(let b) = b, let sign = a.order(to: b) else {
      return .unknown
    }
    switch order {
    case .less: return Ternary(sign < 0)
    case .lessOrEqual: return Ternary(sign <= 0)
    case .greater: return Ternary(sign > 0)
    case .greaterOrEqual: return Ternary(sign >= 0)
    }
  }

  private func member(_ a: Fact<ReferenceValue>, _ set: Fact<ReferenceValue>) -> Ternary {
    switch (a, set) {
    case (.absent, _), (_, .absent), (_, .known(.set([]))): return .no
    case (.unknown, _), (_, .unknown): return .unknown
    case (.known(let value), .known(let set)):
      guard case .set(let elements) = set else { return .unknown }
      if elements.contains(value) { return .yes }
      return elements.contains(nil) ? .unknown : .no
    }
  }

  /// Within `session.units`: open to the role.
  private func isOpen(_ a: Fact<ReferenceValue>) -> Ternary {
    guard case .known(.unit(let unit)) = a else { return role.listedUnits.isEmpty ? .no : .unknown }
    let isListed = role.listedUnits.contains { policy.isWithin(unit, $0) }
    let isRemoved = role.removedUnits.contains { policy.isWithin(unit, $0) }
    return Ternary(isListed && !isRemoved)
  }

  private func within(_ a: Fact<ReferenceValue>, _ b: Fact<ReferenceValue>) -> Ternary {
    if case .known(.set([])) = b { return .no }
    guard case .known(.unit(let unit)) = a else { return .unknown }
    switch b {
    case .unknown: return .unknown
    case .known(.unit(let upper)): return Ternary(policy.isWithin(unit, upper))
    case .known(.set(let elements)):
      return elements.map { element in
        guard case .unit(let upper) = element else { return Ternary.unknown }
        return Ternary(policy.isWithin(unit, upper))
      }.reduce(.no, Ternary.or)
    case .absent, .known: return .unknown
    }
  }
}

extension Condition.Operand {
  fileprivate var isSessionUnits: Bool {
    guard case .attribute(let attribute, _) = self else { return false }
    return attribute.source == .builtIn(.sessionUnits)
  }
}
