/// Whether one link makes one care relationship now: status, window and condition.
enum LinkMatch {
  /// Three-valued; but where no notes are kept, `no` may stand for `unknown`, as neither opens.
  ///
  /// - Parameters:
  ///   - rule: The number of the relationship, in the order in which they are tried.
  ///   - also: A further condition that sees the same link.
  static func truth<Listener: NoteTaking>(
    _ rule: Int,
    _ tried: LinkOfKind,
    also: ConditionTable.Entry?,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Truth {
    let compiled = question.compiled
    let (position, kind) = (tried.position, tried.kind)
    guard compiled.linkTable.takes(kind, for: rule) else { return .no }
    let window = compiled.linkTable.windows[rule]
    let starts = question.links[position].starts
    var ends = question.links[position].ends
    // Most links of a patient are over: look at the time before anything else.
    if !Listener.keepsNotes, window.contains(question.now, starts, ends) != .yes { return .no }
    let number = statusNumber(kind, position, question, asked: rule)
    let status = status(number, kind, rule, compiled)
    guard status != .no else { return .no }

    var link = LinkInView(position: position, kind: kind)
    if ends.isAbsent, let number, compiled.endedStatuses[kind].contains(number) {
      link.lacksEnd = true
      ends = .unknown
    }
    let inWindow = window.contains(question.now, starts, ends)
    if !Listener.keepsNotes, status != .yes || inWindow != .yes { return .no }
    notes.edge(window.opens.instant(starts, ends))
    notes.edge(window.closes.instant(starts, ends))

    // What is missing counts only where the whole is unknown, so it is noted apart.
    var missing = notes.apart()
    if Listener.keepsNotes {
      if status == .unknown, !question.links[position].status.isAbsent {
        missing.missing("link.status")
      }
      if inWindow == .unknown { missing.missing(window.missing(starts, ends)) }
    }
    let condition = compiled.relationshipBriefs.rules[rule].condition
    var truth = status && inWindow && question.truth(condition, request, link, &missing)
    if let also { truth = truth && question.truth(also, request, link, &missing) }
    notes.take(missing, withMissing: truth == .unknown)
    return truth
  }

  /// The dense index of a link's status, where somebody asks for it.
  private static func statusNumber(
    _ kind: Int,
    _ position: Int,
    _ question: Question,
    asked rule: Int
  ) -> Int? {
    let compiled = question.compiled
    guard compiled.linkTable.asksForStatus(kind, for: rule) || !compiled.endedStatuses[kind].isEmpty
    else { return nil }
    guard case .known(let status) = question.links[position].status else { return nil }
    return compiled.names.index(of: status, .linkStatus)
  }

  private static func status(
    _ number: Int?,
    _ kind: Int,
    _ rule: Int,
    _ compiled: CompiledPolicy
  ) -> Truth {
    guard compiled.linkTable.asksForStatus(kind, for: rule) else { return .yes }
    return number.map { Truth(compiled.linkTable.counts($0, kind, for: rule)) } ?? .unknown
  }

  /// Whether a status counts, as coverage asks it.
  static func status(
    _ link: Link,
    _ statuses: RelationshipFacts.LinkStatuses,
    _ context: RequestContext
  ) -> Truth {
    switch statuses {
    case .any: return .yes
    case .some(let counting):
      guard
        let status = link.status.value.flatMap({ context.compiled.names.index(of: $0, .linkStatus) }
        )
      else {
        return .unknown
      }
      return Truth(counting.contains(status))
    }
  }
}

extension Link {
  /// The link, with its end unknown if it is over and says that it has none.
  ///
  /// An end that nobody wrote down is missing, and what is missing never keeps a record open.
  func withKnownEnd(_ policy: Policy) -> Link {
    guard ends.isAbsent, case .known(let status) = status,
      policy.patientLogistics[kind]?.ended.contains(status) ?? false
    else { return self }
    var link = self
    link.ends = .unknown
    return link
  }
}

extension Fact {
  var isAbsent: Bool {
    guard case .absent = self else { return false }
    return true
  }
}

extension Window {
  /// The instants of both edges; `nil` where an edge is unbounded or not known.
  func instants(_ link: Link) -> (opens: Instant?, closes: Instant?) {
    (opens.instant(link.starts, link.ends), closes.instant(link.starts, link.ends))
  }

  /// Whether it has opened and not closed.
  func contains(_ now: Instant, _ starts: Fact<Instant>, _ ends: Fact<Instant>) -> Truth {
    opens.isPast(now, starts, ends, unbounded: .yes)
      && !closes.isPast(now, starts, ends, unbounded: .no)
  }

  /// The unknown facts of the link that its edges are counted from.
  func missing(_ starts: Fact<Instant>, _ ends: Fact<Instant>) -> [String] {
    var names: [String] = []
    for case .relative(let anchor, _) in [opens, closes] {
      switch anchor {
      case .start: if starts.isUnknown { names.append("link.starts") }
      case .end: if ends.isUnknown { names.append("link.ends") }
      }
    }
    return names
  }

  func missing(_ link: Link) -> [String] { missing(link.starts, link.ends) }
}

extension Window.Edge {
  /// When the edge is, by the ends of a link.
  func instant(_ starts: Fact<Instant>, _ ends: Fact<Instant>) -> Instant? {
    guard case .relative(let anchor, let span) = self else { return nil }
    return (anchor == .start ? starts : ends).value.map { $0 + span }
  }

  /// Whether the edge has come; a link without a beginning has always begun, one without an end
  /// never ends.
  func isPast(
    _ now: Instant,
    _ starts: Fact<Instant>,
    _ ends: Fact<Instant>,
    unbounded: Truth
  ) -> Truth {
    guard case .relative(let anchor, let span) = self else { return unbounded }
    switch anchor == .start ? starts : ends {
    case .known(let instant): return Truth(instant + span <= now)
    case .absent: return Truth(anchor == .start)
    case .unknown: return .unknown
    }
  }

  func isPast(_ now: Instant, _ link: Link, unbounded: Truth) -> Truth {
    isPast(now, link.starts, link.ends, unbounded: unbounded)
  }
}
