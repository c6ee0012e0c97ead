/// Whether a block is in force on a request: in doubt, it is.
enum BlockMatch {
  static func truth(
    _ block: Block,
    _ kind: BlockKind?,
    _ question: Question,
    _ request: AccessRequest
  )
    -> (truth: Truth, missing: [String])
  {
    let parts: [(truth: Truth, missing: [String])] = [
      (effectuated(block), block.effectuated.isUnknown ? ["block.effectuated"] : []),
      (
        Period.contains(question.now, from: block.from, until: block.until),
        (block.from.isUnknown ? ["block.from"] : [])
          + (block.until.isUnknown ? ["block.until"] : [])
      ),
      (closes(kind, question, request), []),
      covers(block, question, request),
      entries(block, question, request),
      concerns(block, question, request),
    ]
    let truth = parts.reduce(Truth.yes) { $0 && $1.truth }
    return (truth, parts.filter { $0.truth == .unknown }.flatMap(\.missing))
  }

  private static func effectuated(_ block: Block) -> Truth {
    switch block.effectuated {
    case .known(let value): Truth(value)
    case .absent: .no
    case .unknown: .unknown
    }
  }

  private static func closes(
    _ kind: BlockKind?,
    _ question: Question,
    _ request: AccessRequest
  ) -> Truth {
    guard let actions = kind?.actions, question.action != nil else { return .yes }
    return Truth(actions.contains(request.action))
  }

  private static func covers(
    _ block: Block,
    _ question: Question,
    _ request: AccessRequest
  ) -> (Truth, [String]) {
    let content = request.content
    switch block.coverage {
    case .absent, .known(.whole): return (.yes, [])
    case .unknown: return (.unknown, ["block.covers"])
    case .known(.classes(let classes)):
      if classes.contains(content.contentClass) { return (.yes, []) }
      // A class that nothing declares may have been another name for this one.
      let areKnown =
        !classes.isEmpty
        && classes.allSatisfy { question.compiled.policy.contentClasses[$0] != nil }
      return areKnown ? (.no, []) : (.unknown, ["block.covers"])
    case .known(.contact(let contact)):
      return same(content.contact.map(\.id), contact, "content.contact")
    case .known(.item(let item)): return same(content.id, item, "content.item")
    }
  }

  private static func same<Value: Equatable>(_ fact: Fact<Value>, _ value: Value, _ name: String)
    -> (Truth, [String])
  {
    switch fact {
    case .known(let known): (Truth(known == value), [])
    case .absent: (.no, [])
    case .unknown: (.unknown, [name])
    }
  }

  private static func entries(
    _ block: Block,
    _ question: Question,
    _ request: AccessRequest
  ) -> (Truth, [String]) {
    switch (block.entriesFrom, request.content.recorded) {
    // What is not recorded yet will be recorded later than any block was made.
    case (.absent, _), (_, .absent): (.yes, [])
    case (.known(let from), .known(let recorded)): (Truth(from <= recorded), [])
    case (.known, .unknown): (.unknown, ["content.recorded"])
    case (.unknown, .unknown): (.unknown, ["block.entriesFrom", "content.recorded"])
    case (.unknown, .known): (.unknown, ["block.entriesFrom"])
    }
  }

  private static func concerns(
    _ block: Block,
    _ question: Question,
    _ request: AccessRequest
  ) -> (Truth, [String]) {
    let session = request.session
    switch block.against {
    case .absent, .known(.everyone): return (.yes, [])
    case .unknown: return (.unknown, ["block.against"])
    case .known(.template(let template)):
      if session.authorisation.template == template { return (.yes, []) }
      let isKnown = question.compiled.policy.templates[template] != nil
      return isKnown ? (.no, []) : (.unknown, ["block.against"])
    case .known(.staff(let staff)): return (Truth(session.staff == staff), [])
    case .known(.unit(let unit)):
      let closed = question.compiled.names.index(of: unit, .unit)
      guard let own = question.sessionUnit, let closed else {
        let isOwnMissing = question.sessionUnit == nil && !session.unit.isAbsent
        return (
          .unknown,
          (isOwnMissing ? ["session.unit"] : []) + (closed == nil ? ["block.against"] : [])
        )
      }
      return (Truth(question.compiled.organisation.isWithin(own, closed)), [])
    }
  }
}
