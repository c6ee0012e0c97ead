public import AccessPolicy

/// What the files of two policy sets write otherwise, key by key, wherever in the files it stands.
///
/// Comments, layout, the order of lists and the file in which something stands make no edit. An edit says
/// nothing of what it does: that is for ``DifferenceReport``.
public struct WrittenEdits: Sendable {
  private let old: WrittenEntries
  private let new: WrittenEntries

  /// Puts the files of two policy sets beside each other.
  ///
  /// - Complexity: O(n log n) in the number of keys and values.
  public init(old: [Document], new: [Document]) {
    self.old = WrittenEntries(old)
    self.new = WrittenEntries(new)
  }

  /// One key that is written otherwise.
  public struct Edit: Sendable, Hashable {
    /// The keys that lead to it from the declaration on; none where it is the declaration itself.
    public let path: [String]
    /// What is written otherwise.
    public let change: Change
  }

  /// How a key is written otherwise.
  public enum Change: Sendable, Hashable {
    /// A value; `nil` where the key is not there.
    case value(before: String?, now: String?)
    /// A list: what is no longer in it, and what has come to it.
    case list(gone: [String], added: [String])
  }

  /// A declaration that is written otherwise.
  public struct Declaration: Sendable, Hashable {
    /// The section that it stands in: `careRelationships`.
    public let section: String
    /// What it is called there; `nil` where the section has no names.
    public let name: String?
    /// What is written otherwise, at least one.
    public let edits: [Edit]
  }

  /// What is written otherwise in what was changed; `nil` where nobody knows where it stands.
  ///
  /// None, where it is written as before and something that it refers to is not.
  public func edits(of change: RuleChange) -> [Edit]? {
    let (oldRange, newRange) = (change.old?.range, change.new?.range)
    let before = oldRange.flatMap { old.entries[$0] }
    let now = newRange.flatMap { new.entries[$0] }
    guard before != nil || now != nil else { return nil }
    // What one of them has and is not found here would seem to have come or gone.
    guard (before == nil) == (oldRange == nil), (now == nil) == (newRange == nil) else {
      return nil
    }
    return NodeComparison(besides: []).edits(before, now)
  }

  /// Declarations that are written otherwise, in what no change names.
  ///
  /// What is only called otherwise is compared with what it was called.
  public func declarations(
    besides changes: [RuleChange],
    renamed: [PolicyDifferences.Renamed] = []
  ) -> [Declaration] {
    let oldNames = Dictionary(renamed.map { ($0.new, $0.old) }) { first, _ in first }
    let named = Set(changes.flatMap { [$0.old?.range, $0.new?.range].compactMap { $0 } })
    let comparison = NodeComparison(besides: named)
    let sections = Set(old.sections.keys).union(new.sections.keys).sorted()
    return sections.flatMap { section -> [Declaration] in
      let before = old.sections[section] ?? [:]
      var now = new.sections[section] ?? [:]
      if ["templates", "subtemplates"].contains(section) {
        for (name, entry) in now {
          guard let name, let oldName = oldNames[name], before[oldName] != nil else { continue }
          now[name] = nil
          now[oldName] = entry
        }
      }
      return Set(before.keys).union(now.keys).sorted { ($0 ?? "") < ($1 ?? "") }.compactMap {
        name in
        let edits = comparison.edits(before[name], now[name])
        return edits.isEmpty ? nil : Declaration(section: section, name: name, edits: edits)
      }
    }
  }
}

/// The keys of a policy set's files: by place, and by section and name.
private struct WrittenEntries: Sendable {
  private(set) var entries: [SourceRange: DocumentNode.Entry] = [:]
  /// What has no name in its section stands under `nil`.
  private(set) var sections: [String: [String?: DocumentNode.Entry]] = [:]

  init(_ documents: [Document]) {
    for document in documents {
      guard let root = document.root else { continue }
      note(root)
      guard case .mapping(let keys) = root.content else { continue }
      for section in keys {
        guard case .mapping(let declared) = section.value.content else {
          sections[section.key.value, default: [:]][nil] = section
          continue
        }
        for entry in declared {
          sections[section.key.value, default: [:]][entry.key.value] = entry
        }
      }
    }
  }

  private mutating func note(_ node: DocumentNode) {
    switch node.content {
    case .scalar: break
    case .sequence(let nodes): for node in nodes { note(node) }
    case .mapping(let keys):
      for entry in keys {
        entries[entry.key.range] = entry
        note(entry.value)
      }
    }
  }
}

/// What two trees have otherwise, but for entries at some places.
private struct NodeComparison {
  let named: Set<SourceRange>

  init(besides named: Set<SourceRange>) { self.named = named }

  func edits(_ old: DocumentNode.Entry?, _ new: DocumentNode.Entry?) -> [WrittenEdits.Edit] {
    edits(old, new, [])
  }

  private func edits(
    _ old: DocumentNode.Entry?,
    _ new: DocumentNode.Entry?,
    _ path: [String]
  ) -> [WrittenEdits.Edit] {
    guard ![old, new].contains(where: { $0.map { named.contains($0.key.range) } ?? false }) else {
      return []
    }
    let (before, now) = (old?.value, new?.value)
    switch (before?.content, now?.content) {
    case (.mapping(let before), .mapping(let now)):
      let keys = before.map(\.key.value)
      let all = keys + now.map(\.key.value).filter { !keys.contains($0) }
      return all.flatMap { key in
        edits(
          before.first { $0.key.value == key },
          now.first { $0.key.value == key },
          path + [key]
        )
      }
    case (.sequence(let before), .sequence(let now)):
      let (had, has) = (Set(before.map(\.meaning)), Set(now.map(\.meaning)))
      let gone = before.filter { !has.contains($0.meaning) }.map(\.inLine)
      let added = now.filter { !had.contains($0.meaning) }.map(\.inLine)
      guard !gone.isEmpty || !added.isEmpty else { return [] }
      return [WrittenEdits.Edit(path: path, change: .list(gone: gone, added: added))]
    default:
      guard before?.meaning != now?.meaning else { return [] }
      // What is named, and stands within what came or went, is said there.
      let rest = [before, now].map { $0.flatMap(withoutNamed) }
      guard rest[0] != nil || rest[1] != nil else { return [] }
      // A whole declaration is called by its name; what it is called in words says nothing of it.
      let texts = rest.map { path.isEmpty ? $0?.inLineWithoutTitle : $0?.inLine }
      return [WrittenEdits.Edit(path: path, change: .value(before: texts[0], now: texts[1]))]
    }
  }

  /// A node without what is named; `nil` where nothing but a title, a ground and silences is left.
  private func withoutNamed(_ node: DocumentNode) -> DocumentNode? {
    guard case .mapping(let keys) = node.content, node.holds(named) else { return node }
    let rest = keys.compactMap { entry -> DocumentNode.Entry? in
      guard !named.contains(entry.key.range) else { return nil }
      return withoutNamed(entry.value).map { DocumentNode.Entry(key: entry.key, value: $0) }
    }
    let isLeft = rest.contains { !["title", "because", "silence"].contains($0.key.value) }
    return isLeft ? DocumentNode(.mapping(rest), at: node.range) : nil
  }
}

extension DocumentNode {
  /// The node as text that is the same where the same is meant: keys have no order.
  fileprivate var meaning: String {
    switch content {
    case .scalar(let text, isQuoted: _): "\(text.utf8.count):\(text)"
    case .sequence(let nodes): "[" + nodes.map(\.meaning).sorted().joined(separator: ",") + "]"
    case .mapping(let keys):
      "{" + keys.map { "\($0.key.value)=\($0.value.meaning)" }.sorted().joined(separator: ",") + "}"
    }
  }

  /// Whether something at one of these places stands in it.
  fileprivate func holds(_ places: Set<SourceRange>) -> Bool {
    guard case .mapping(let keys) = content else { return false }
    return keys.contains { places.contains($0.key.range) || $0.value.holds(places) }
  }

  /// The node on one line.
  fileprivate var inLine: String {
    switch content {
    case .scalar(let text, isQuoted: _):
      text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .sequence(let nodes): "[" + nodes.map(\.inLine).joined(separator: ", ") + "]"
    case .mapping(let keys):
      "{ " + keys.map { "\($0.key.value): \($0.value.inLine)" }.joined(separator: ", ") + " }"
    }
  }

  /// The node on one line, but for its title and what its author says of warnings.
  fileprivate var inLineWithoutTitle: String {
    guard case .mapping(let keys) = content else { return inLine }
    let said = keys.filter { !["title", "silence"].contains($0.key.value) }
    return said.isEmpty ? inLine : DocumentNode(.mapping(said), at: range).inLine
  }
}
