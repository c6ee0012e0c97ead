/// Renders the changes that would flip an outcome: one line for each, of which those of one kind that come
/// out alike share one.
struct ChangeText {
  let words: ExplanationWords
  let request: AccessRequest
  let isForStaff: Bool

  /// How many lines people are shown; machines get every change.
  private static let mostLines = 5

  func lines(_ changes: NearestChanges, of outcome: Outcome) -> [String] {
    guard let first = changes.changes.first else {
      return outcome == .allow ? [] : [words.noChange]
    }
    let groups = grouped(changes.changes)
    var lines = [words.changesTitle(outcome, arePairs: first.steps.count > 1)]
    lines += groups.prefix(Self.mostLines).map { "  – " + line($0) }
    if groups.count > Self.mostLines {
      lines.append("  – " + words.moreChanges(groups.count - Self.mostLines))
    }
    return lines
  }

  /// Changes that differ in their last step alone, by units or by other names of one kind, and come out
  /// alike.
  private func grouped(_ changes: [NearestChange]) -> [[NearestChange]] {
    var groups: [[NearestChange]] = []
    for change in changes {
      let place = groups.firstIndex { group in
        guard let other = group.first, let last = change.steps.last, last.isNamed else {
          return false
        }
        return other.outcome == change.outcome && other.steps.count == change.steps.count
          && other.steps.dropLast() == change.steps.dropLast()
          && other.steps.last?.distance == last.distance
          && other.steps.last?.isRemoval == last.isRemoval
      }
      if let place { groups[place].append(change) } else { groups.append([change]) }
    }
    return groups
  }

  /// Changes that share a line.
  func line(_ group: [NearestChange]) -> String {
    guard let first = group.first else { return "" }
    var parts = first.steps.dropLast().map { words.steps([$0], request, isForStaff: isForStaff) }
    parts.append(words.steps(group.compactMap(\.steps.last), request, isForStaff: isForStaff))
    let said = parts.joined(separator: words.say("; og ", "; and "))
    return "\(said): \(words.becomes(first.outcome))"
  }
}

extension ChangeStep {
  /// Whether several of the kind can be said in one breath.
  fileprivate var isNamed: Bool {
    switch self {
    case .unit, .purpose, .subtemplate, .withoutSubtemplate, .providerRecord: true
    default: false
    }
  }

  fileprivate var isRemoval: Bool { if case .withoutSubtemplate = self { true } else { false } }
}
