/// Whether one link makes one care relationship now: status, window and condition.
enum LinkMatch {
  /// Three-valued; `also` is a further condition that sees the same link.
  static func truth(
    _ rule: OpeningRule,
    _ link: Link,
    _ context: RequestContext,
    also: ConditionTable.Entry?,
    _ notes: inout Notes
  ) -> Truth {
    guard let kind = context.policy.patientLogistics.index(of: link.kind),
      let statuses = context.compiled.relationshipFacts[rule.owner].statuses[kind]
    else { return .no }
    let status = status(link, statuses, context)
    guard status != .no else { return .no }
    let link = link.withKnownEnd(context.policy)
    let window = context.compiled.relationshipFacts[rule.owner].window
    let instants = window.instants(link)
    notes.edge(instants.opens)
    notes.edge(instants.closes)

    // What is missing counts only where the whole is unknown, so it is noted apart.
    var missing = Notes(now: context.now)
    let inWindow = window.contains(context.now, link)
    if status == .unknown, !link.status.isAbsent { missing.missing("link.status") }
    if inWindow == .unknown { missing.missing(window.missing(link)) }
    var truth = status && inWindow && context.truth(rule.condition, link: link, &missing)
    if let also { truth = truth && context.truth(also, link: link, &missing) }
    notes.edge(missing.nextChange)
    if truth == .unknown { notes.missing(missing.unknown) }
    return truth
  }

  static func status(
    _ link: Link,
    _ statuses: RelationshipFacts.LinkStatuses,
    _ context: RequestContext
  ) -> Truth {
    switch statuses {
    case .any: return .yes
    case .some(let counting):
      guard let status = link.status.value.flatMap({ context.compiled.linkStatuses[$0] }) else {
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
    (opens.instant(link), closes.instant(link))
  }

  /// Whether it has opened and not closed.
  func contains(_ now: Instant, _ link: Link) -> Truth {
    opens.isPast(now, link, unbounded: .yes) && !closes.isPast(now, link, unbounded: .no)
  }

  /// The unknown facts of the link that its edges are counted from.
  func missing(_ link: Link) -> [String] {
    var names: [String] = []
    for case .relative(let anchor, _) in [opens, closes] {
      switch anchor {
      case .start: if link.starts.isUnknown { names.append("link.starts") }
      case .end: if link.ends.isUnknown { names.append("link.ends") }
      }
    }
    return names
  }
}

extension Window.Edge {
  func instant(_ link: Link) -> Instant? {
    guard case .relative(let anchor, let span) = self else { return nil }
    return (anchor == .start ? link.starts : link.ends).value.map { $0 + span }
  }

  /// Whether the edge has come; a link without a beginning has always begun, one without an end
  /// never ends.
  func isPast(_ now: Instant, _ link: Link, unbounded: Truth) -> Truth {
    guard case .relative(let anchor, let span) = self else { return unbounded }
    switch anchor == .start ? link.starts : link.ends {
    case .known(let instant): return Truth(instant + span <= now)
    case .absent: return Truth(anchor == .start)
    case .unknown: return .unknown
    }
  }
}
