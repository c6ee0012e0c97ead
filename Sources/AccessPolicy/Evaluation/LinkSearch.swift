/// Finds a link that makes a care relationship, in time linear in the patient's links.
enum LinkSearch {
  /// The first link, in the order in which they are tried, that makes a relationship; -1 for none.
  ///
  /// Links are not sorted: order matters only among those that open. Notes are taken of the links that
  /// are looked at: the one that opens, and those that are tried before it.
  static func first<Listener: NoteTaking>(
    _ rule: Int,
    also: ConditionTable.Entry?,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Int {
    var silence = NoNotes()
    var first = -1
    for link in question.tried {
      guard question.compiled.linkTable.takes(link.kind, for: rule) else { continue }
      if first >= 0, !LinkOrder.isTried(question.links, link.position, before: first) { continue }
      let truth = LinkMatch.truth(rule, link, also: also, question, request, &silence)
      if truth == .yes { first = link.position }
    }
    guard Listener.keepsNotes else { return first }
    for link in question.tried {
      guard question.compiled.linkTable.takes(link.kind, for: rule) else { continue }
      let isLookedAt =
        first < 0 || link.position == first
        || LinkOrder.isTried(question.links, link.position, before: first)
      if isLookedAt { _ = LinkMatch.truth(rule, link, also: also, question, request, &notes) }
    }
    return first
  }

  /// Whether some link makes a relationship; every link is looked at.
  static func any<Listener: NoteTaking>(
    _ rule: Int,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Bool {
    var isAny = false
    for link in question.tried {
      if LinkMatch.truth(rule, link, also: nil, question, request, &notes) == .yes {
        isAny = true
        if !Listener.keepsNotes { break }
      }
    }
    return isAny
  }
}
