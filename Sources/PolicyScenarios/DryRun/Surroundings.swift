import AccessPolicy

/// The units around a holder, for which situations have words.
struct Surroundings: Sendable, Hashable {
  /// The words that stand for units of the holder.
  enum Word: String, CaseIterable {
    /// Where the holder is logged in.
    case unit = "holder-unit"
    /// The enterprise of that unit.
    case enterprise = "holder-enterprise"
    /// A unit of the same kind where the holder is not logged in.
    case otherUnit = "other-unit"
    /// Another enterprise, of the same kind if there is one.
    case otherEnterprise = "other-enterprise"
  }

  private(set) var units: [Word: UnitID] = [:]

  /// The units around one; `nil` for a holder who can log in nowhere.
  init(_ unit: UnitID?, otherUnit: UnitID? = nil, _ policy: Policy) {
    let tree = UnitTree(policy)
    units[.otherUnit] = otherUnit
    guard let unit else { return }
    units[.unit] = unit
    units[.enterprise] = tree.enterprise(of: unit)
    units[.otherUnit] = otherUnit ?? tree.nearest(to: unit)
    units[.otherEnterprise] = tree.otherEnterprise(than: unit)
  }

  subscript(word: Word) -> UnitID? { units[word] }

  /// A node with the words replaced; a unit that there is not becomes nothing.
  func filled(_ node: DocumentNode) -> DocumentNode {
    switch node.content {
    case .scalar(let text, isQuoted: false):
      guard let word = Word(rawValue: text) else { return node }
      return DocumentNode(.scalar(units[word]?.text ?? "null", isQuoted: false), at: node.range)
    case .scalar: return node
    case .sequence(let items):
      return DocumentNode(.sequence(items.filter { !isNobody($0) }.map(filled)), at: node.range)
    case .mapping(let entries): return DocumentNode(.mapping(filled(entries)), at: node.range)
    }
  }

  /// Keys with the words in their values replaced.
  func filled(_ entries: [DocumentNode.Entry]) -> [DocumentNode.Entry] {
    entries.filter { !isAgainstNobody($0.value) }
      .map { DocumentNode.Entry(key: $0.key, value: filled($0.value)) }
  }

  /// Surroundings in which every word stands for a unit, to read situations for nobody in particular.
  static func standIn(_ policy: Policy) -> Surroundings {
    let unit = policy.organisation.first?.id
    var surroundings = Surroundings(unit, policy)
    for word in Word.allCases where surroundings.units[word] == nil {
      surroundings.units[word] = unit
    }
    return surroundings
  }

  /// The same, where one word stands for no unit.
  func without(_ word: Word) -> Surroundings {
    var others = self
    others.units[word] = nil
    return others
  }

  /// Whether the holder's unit, or one above it, carries a mark.
  static func isShielded(_ unit: UnitID, _ policy: Policy) -> Bool {
    UnitTree(policy).isShielded(unit)
  }

  /// Whether a node is a block against a unit that there is not, so that it closes nothing.
  private func isAgainstNobody(_ node: DocumentNode) -> Bool {
    guard case .mapping(let block) = node.content,
      let against = block.first(where: { $0.key.value == "against" })?.value,
      case .mapping(let choice) = against.content, choice.count == 1, choice[0].key.value == "unit"
    else { return false }
    return isNobody(choice[0].value)
  }

  /// Whether a word stands for a unit that there is not, so that it is in no list.
  private func isNobody(_ node: DocumentNode) -> Bool {
    guard case .scalar(let text, isQuoted: false) = node.content, let word = Word(rawValue: text)
    else { return false }
    return units[word] == nil
  }
}

/// Looks around in the organisation.
private struct UnitTree {
  let policy: Policy

  init(_ policy: Policy) { self.policy = policy }

  /// The unit and those above it, nearest first.
  private func upward(_ unit: UnitID) -> [UnitID] {
    var chain: [UnitID] = []
    var next: UnitID? = unit
    while let unit = next, !chain.contains(unit) {
      chain.append(unit)
      next = policy.organisation[unit]?.parent
    }
    return chain
  }

  func enterprise(of unit: UnitID) -> UnitID? {
    upward(unit).first { policy.organisation[$0]?.isEnterprise == true }
  }

  func isShielded(_ unit: UnitID) -> Bool {
    upward(unit).contains { policy.organisation[$0]?.marks.isEmpty == false }
  }

  /// A unit beside another: of its kind in its enterprise, else of its kind, else with the same unit
  /// above, else in its enterprise; no unit that carries a mark, if there is another.
  func nearest(to unit: UnitID) -> UnitID? {
    let above = Set(upward(unit))
    let own = policy.organisation[unit]
    let enterprise = enterprise(of: unit)
    let ranked = policy.organisation.compactMap { other -> (rank: Int, id: UnitID)? in
      guard !above.contains(other.id), !upward(other.id).contains(unit) else { return nil }
      let isOfKind = other.entry.kind == own?.kind
      let isOfEnterprise = self.enterprise(of: other.id) == enterprise
      let rank =
        switch (isOfKind, isOfEnterprise) {
        case (true, true): 0
        case (true, false): 1
        case (false, true): other.entry.parent == own?.parent ? 2 : 3
        case (false, false): 4
        }
      return (rank + (isShielded(other.id) ? 10 : 0), other.id)
    }
    return ranked.min { ($0.rank, $0.id) < ($1.rank, $1.id) }?.id
  }

  /// Another enterprise, of the same kind if there is one.
  func otherEnterprise(than unit: UnitID) -> UnitID? {
    let own = enterprise(of: unit)
    let kind = own.flatMap { policy.organisation[$0]?.kind }
    let others = policy.organisation.filter { $0.entry.isEnterprise && $0.id != own }
    return (others.first { $0.entry.kind == kind } ?? others.first)?.id
  }
}
