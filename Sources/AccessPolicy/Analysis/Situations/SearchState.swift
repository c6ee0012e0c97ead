/// What is asked of each test so far, and which values it leaves of each fact.
struct SearchState {
  private let space: FactSpace
  /// For each atom, the truths it may have, as bits.
  private var wanted: [UInt8]
  /// For each fact, ``FactSpace/width`` words: the values left.
  private var left: [UInt64]
  private let width: Int
  /// The tests of several facts that were asked.
  private var joined: [Int] = []
  /// The facts that tests were asked about.
  private(set) var touched: Set<Int> = []

  init(_ space: FactSpace) {
    self.space = space
    width = space.width
    wanted = Array(repeating: Truths.all.rawValue, count: space.atoms.count)
    left = Array(repeating: 0, count: space.facts.count * width)
    for fact in space.facts.indices {
      for value in space.values[fact].indices {
        left[fact * width + value >> 6] |= 1 << UInt64(value & 63)
      }
    }
  }

  // MARK: Asking

  /// Asks a test to answer one of some truths.
  ///
  /// - Returns: Whether it may.
  @discardableResult
  mutating func ask(_ atom: Int, _ truths: Truths) -> Bool {
    let before = wanted[atom]
    let now = before & truths.rawValue
    guard now != 0 else { return false }
    guard now != before else { return true }
    wanted[atom] = now
    let test = space.atoms[atom]
    if let only = test.only { return Truths(rawValue: now).contains(only) }
    touched.formUnion(test.facts)
    guard test.facts.count == 1 else {
      joined.append(atom)
      return test.facts.count != 2 || narrow(atom)
    }
    return narrow(test.facts[0]) { word in Self.mask(test, Truths(rawValue: now), word) }
  }

  private static func mask(_ atom: SpaceAtom, _ truths: Truths, _ word: Int) -> UInt64 {
    var bits: UInt64 = 0
    for truth in 0..<3 where truths.rawValue & (1 << UInt8(truth)) != 0 {
      if word < atom.masks[truth].count { bits |= atom.masks[truth][word] }
    }
    return bits
  }

  private mutating func narrow(_ fact: Int, _ mask: (Int) -> UInt64) -> Bool {
    var isLeft = false
    var isChanged = false
    for word in 0..<width {
      let before = left[fact * width + word]
      let now = before & mask(word)
      left[fact * width + word] = now
      if now != 0 { isLeft = true }
      if now != before { isChanged = true }
    }
    guard isLeft else { return false }
    guard isChanged else { return true }
    for atom in joined
    where space.atoms[atom].facts.count == 2 && space.atoms[atom].facts.contains(fact) {
      guard narrow(atom) else { return false }
    }
    return true
  }

  /// Leaves of two facts the values that have a partner, by a test of both.
  private mutating func narrow(_ atom: Int) -> Bool {
    let test = space.atoms[atom]
    let truths = Truths(rawValue: wanted[atom])
    let (first, second) = (test.facts[0], test.facts[1])
    var firsts = Array(repeating: UInt64(0), count: width)
    var seconds = firsts
    for a in values(of: first) {
      let row = space.row(atom, a, truths)
      var fits = false
      for word in row.indices {
        let partners = row[word] & left[second * width + word]
        if partners != 0 { fits = true }
        seconds[word] |= partners
      }
      if fits { firsts[a >> 6] |= 1 << UInt64(a & 63) }
    }
    return narrow(first) { firsts[$0] } && narrow(second) { seconds[$0] }
  }

  /// The values left of a fact, the plainest first.
  private func values(of fact: Int) -> [Int] {
    var values: [Int] = []
    for word in 0..<width {
      var bits = left[fact * width + word]
      while bits != 0 {
        values.append(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return values
  }

  // MARK: What is left open

  /// Whether a goal is met by what was asked so far.
  func isMet(_ goal: GoalSearch.Goal) -> Bool { outlook(goal) == .met }

  private enum Outlook { case met, lost, open }

  private func outlook(_ goal: GoalSearch.Goal) -> Outlook {
    switch goal.formula {
    case .constant(let value): return goal.wanted.contains(Truth(value)) ? .met : .lost
    case .not(let inner): return outlook(.init(inner, !goal.wanted))
    case .atom(let atom): return outlook(atom, goal.wanted)
    case .all(let parts), .any(let parts):
      let isEach = goal.needsEachPart
      var isOpen = false
      for part in parts {
        switch outlook(.init(part, goal.wanted)) {
        case .met where !isEach: return .met
        case .lost where isEach: return .lost
        case .open: isOpen = true
        case .met, .lost: break
        }
      }
      return isOpen ? .open : isEach ? .met : .lost
    }
  }

  private func outlook(_ atom: Int, _ truths: Truths) -> Outlook {
    let asked = wanted[atom]
    if asked & truths.rawValue == 0 { return .lost }
    if asked & ~truths.rawValue == 0 { return .met }
    let test = space.atoms[atom]
    if let only = test.only { return truths.contains(only) ? .met : .lost }
    guard test.facts.count == 1 else { return .open }
    let fact = test.facts[0]
    var (fits, fails) = (false, false)
    for word in 0..<width {
      let bits = left[fact * width + word]
      guard bits != 0 else { continue }
      let mask = Self.mask(test, truths, word)
      if bits & mask != 0 { fits = true }
      if bits & ~mask != 0 { fails = true }
    }
    return fits ? fails ? .open : .met : .lost
  }

  // MARK: Values

  /// A value for each fact that was asked about, such that all tests answer what they were asked to.
  ///
  /// - Parameter trials: How many values may still be tried; none are left when it gave up.
  func model(trials: inout Int) -> [Int: Int]? {
    let ties = FactTies(space, touched)
    var tied = Set(ties.facts)
    for atom in joined { tied.formUnion(space.atoms[atom].facts) }
    guard let settled = settled(tied.sorted(), ties, &trials) else { return nil }
    var chosen: [Int: Int] = [:]
    for fact in touched { chosen[fact] = settled.values(of: fact).first }
    return chosen
  }

  /// The state in which each of some facts has one value.
  private func settled(_ tied: [Int], _ ties: FactTies, _ trials: inout Int) -> SearchState? {
    let open = tied.filter { values(of: $0).count > 1 }
    guard let fact = open.min(by: { values(of: $0).count < values(of: $1).count }) else {
      return fits(tied, ties) ? self : nil
    }
    for value in values(of: fact) {
      trials -= 1
      guard trials > 0 else { return nil }
      var narrowed = self
      guard narrowed.narrow(fact, { $0 == value >> 6 ? 1 << UInt64(value & 63) : 0 }) else {
        continue
      }
      if let settled = narrowed.settled(tied, ties, &trials) { return settled }
    }
    return nil
  }

  /// Whether the values that are left, one of each fact, go together.
  private func fits(_ tied: [Int], _ ties: FactTies) -> Bool {
    var chosen: [Int: Int] = [:]
    for fact in tied { chosen[fact] = values(of: fact).first }
    return ties.fit(chosen)
      && joined.allSatisfy { atom in
        let truth = space.truth(of: space.atoms[atom]) { chosen[$0] ?? 0 }
        return Truths(rawValue: wanted[atom]).contains(truth)
      }
  }
}
