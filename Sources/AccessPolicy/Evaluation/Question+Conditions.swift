extension Question {
  /// Whether a condition holds, noting what it lacked and when it can change.
  func truth<Listener: NoteTaking>(
    _ condition: ConditionTable.Entry,
    _ request: AccessRequest,
    _ link: LinkInView,
    _ notes: inout Listener
  ) -> Truth {
    if condition.isTrivial { return .yes }
    let truth = truth(condition.node, request, link)
    if Listener.keepsNotes, !condition.timed.isEmpty || truth == .unknown {
      let facts = FactReader(question: self, request: request, link: link)
      for place in condition.timed {
        facts.noteChange(of: compiled.conditions.timed[place], &notes)
      }
      if truth == .unknown { notes.missing(facts.unknownFacts(condition.node)) }
    }
    return truth
  }

  /// The truth of a node of the condition table.
  func truth(_ node: Int, _ request: AccessRequest, _ link: LinkInView) -> Truth {
    switch compiled.conditions.steps[node] {
    case .constant(let truth): return truth
    case .not(let inner): return !truth(inner, request, link)
    case .all(let start, let end):
      var all = Truth.yes
      for place in start..<end {
        all = all && truth(compiled.conditions.children[place], request, link)
        if all == .no { break }
      }
      return all
    case .any(let start, let end):
      var any = Truth.no
      for place in start..<end {
        any = any || truth(compiled.conditions.children[place], request, link)
        if any == .yes { break }
      }
      return any
    case .other:
      return FactReader(question: self, request: request, link: link).truth(node)
    case .sameText(let a, let b, let isNegated):
      let same = isSame(text(a, request, link), text(b, request, link))
      return isNegated ? !same : same
    case .amongTexts(let a, let b, let isNegated):
      let isAmong = isAmong(text(a, request, link), b, request, link)
      return isNegated ? !isAmong : isAmong
    case .tagged(let tag, let isNegated):
      let isTagged = isTagged(tag)
      return isNegated ? !isTagged : isTagged
    case .holds, .has, .equal, .ordered, .within, .open, .listed:
      return truthOfNumbers(compiled.conditions.steps[node], request, link)
    }
  }

  // MARK: Numbers

  private func truthOfNumbers(
    _ step: ConditionStep,
    _ request: AccessRequest,
    _ link: LinkInView
  ) -> Truth {
    switch step {
    case .holds(let fact):
      guard case .known(let value) = number(fact, request, link) else { return .unknown }
      return Truth(value != 0)
    case .has(let fact):
      switch number(fact, request, link) {
      case .known: return .yes
      case .absent: return .no
      case .unknown: return .unknown
      }
    case .equal(let a, let b, let isNegated):
      let equal = isEqual(number(a, request, link), number(b, request, link))
      return isNegated ? !equal : equal
    case .ordered(let a, let order, let b):
      guard case .known(let a) = number(a, request, link),
        case .known(let b) = number(b, request, link)
      else { return .unknown }
      switch order {
      case .less: return Truth(a < b)
      case .lessOrEqual: return Truth(a <= b)
      case .greater: return Truth(a > b)
      case .greaterOrEqual: return Truth(a >= b)
      }
    case .within(let a, let b, let isNegated):
      guard case .known(let a) = number(a, request, link),
        case .known(let b) = number(b, request, link)
      else { return .unknown }
      return Truth(compiled.organisation.isWithin(Int(a), Int(b)) != isNegated)
    case .open(let unit, let isNegated):
      // Nothing is within no units, whatever it is.
      if role.units.isEmpty { return Truth(isNegated) }
      guard case .known(let unit) = number(unit, request, link) else { return .unknown }
      return Truth(role.opens(Int(unit), compiled.organisation) != isNegated)
    case .listed(let a, let start, let end, let isNegated):
      let isListed = isListed(number(a, request, link), start..<end)
      return isNegated ? !isListed : isListed
    case .constant, .not, .all, .any, .tagged, .sameText, .amongTexts, .other: return .unknown
    }
  }

  private func isEqual(_ a: NumberValue, _ b: NumberValue) -> Truth {
    switch (a, b) {
    case (.absent, _), (_, .absent): .no
    case (.unknown, _), (_, .unknown): .unknown
    case (.known(let a), .known(let b)): Truth(a == b)
    }
  }

  private func isListed(_ a: NumberValue, _ places: Range<Int>) -> Truth {
    switch a {
    case .absent: return .no
    case .unknown: return places.isEmpty ? .no : .unknown
    case .known(let value):
      for place in places where compiled.conditions.listed[place] == value { return .yes }
      return .no
    }
  }

  private func isTagged(_ tag: Int64) -> Truth {
    guard let contentClass else { return .unknown }
    let tags = compiled.lookups.tagsOfClass[contentClass]
    let elements = compiled.lookups.literals.elements
    for place in Int(tags.value)..<Int(tags.value) + Int(tags.count)
    where elements[place] == tag { return .yes }
    return .no
  }
}
