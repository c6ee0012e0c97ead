/// The facts of situations with their values, and the tests of them, each with a number.
///
/// One space serves one or two policy sets: a test that both mean alike is one atom, so that what they
/// say alike can never be told apart. It is a class because it grows while conditions are put to it.
final class FactSpace {
  let sides: [Side]
  private let cuts: FactCuts
  /// Facts that the second side sees as another.
  let twins: FactTwins
  private(set) var facts: [SituationFact] = []
  private(set) var values: [[FactCuts.Value]] = []
  private(set) var atoms: [SpaceAtom] = []
  private var numbers: [SituationFact: Int] = [:]
  private var atomNumbers: [SituationAtom: Int] = [:]
  /// How many words of bits the values of a fact take.
  private(set) var width = 1
  private let haveSameUnits: Bool
  /// Whether some rule looks at the contact that content belongs to.
  let looksAtContact: Bool
  private var rows: [Row: [[UInt64]]] = [:]
  private var sharedDomains: [CodeDomain: Bool] = [:]
  private var written: [SituationAtom: Formula] = [:]
  /// For each policy set and fact, the values as it reads them.
  private var readings: [[[FactValue]]]

  /// One policy set, and what of it comparing values takes; a class, so that nothing is copied to ask it.
  final class Side {
    let policy: Policy
    let organisation: OrganisationIndex
    /// The tests of class, tags and action in the conditions of all gates but the function's, each once.
    let cellTests: [Condition.Test]
    private let grants: [PlaceOfGrant: [(SecurityClassID, FunctionGrant)]]

    private struct PlaceOfGrant: Hashable {
      let action: ActionID
      let contentClass: ContentClassID
    }

    init(_ policy: Policy) {
      self.policy = policy
      organisation = OrganisationIndex(policy)
      cellTests = CellFeatures.tests(in: policy.conditionsBesideGrants)
      var grants: [PlaceOfGrant: [(SecurityClassID, FunctionGrant)]] = [:]
      for (id, securityClass) in policy.securityClasses {
        for grant in securityClass.grants {
          for action in grant.actions {
            for contentClass in grant.contentClasses {
              let place = PlaceOfGrant(action: action, contentClass: contentClass)
              grants[place, default: []].append((id, grant))
            }
          }
        }
      }
      self.grants = grants
    }

    /// The cells of a template that some grant names.
    func cells(_ template: TemplateID) -> [SituationCell] {
      grants.keys.map {
        SituationCell(template: template, action: $0.action, contentClass: $0.contentClass)
      }
    }

    /// The grants that name action and class.
    func grants(at cell: SituationCell) -> [(SecurityClassID, FunctionGrant)] {
      grants[PlaceOfGrant(action: cell.action, contentClass: cell.contentClass)] ?? []
    }
  }

  init(_ policies: [Policy], twins: FactTwins = .none, leavingOut: SeededDefect? = nil) {
    self.twins = twins
    sides = policies.map { Side($0) }
    readings = policies.map { _ in [] }
    cuts = FactCuts(pools: FactPools(policies, leavingOut: leavingOut))
    looksAtContact = policies.contains { $0.looksAtContact }
    haveSameUnits = policies.dropFirst().allSatisfy { $0.hasSameUnits(as: policies[0]) }
  }

  // MARK: Facts

  func number(of fact: SituationFact) -> Int {
    if let number = numbers[fact] { return number }
    let values = cuts.values(of: twins.original(of: fact))
    facts.append(fact)
    self.values.append(values)
    for (number, side) in sides.enumerated() {
      guard case .base(_, let type, link: _) = fact else {
        readings[number].append([])
        continue
      }
      readings[number].append(values.map { read($0, type, side) })
    }
    width = max(width, (values.count + 63) / 64)
    numbers[fact] = facts.count - 1
    return facts.count - 1
  }

  /// The number of a fact that some test mentions.
  func existingNumber(of fact: SituationFact) -> Int? { numbers[fact] }

  /// The value of a fact, as one policy set reads it.
  private func read(_ value: FactCuts.Value, _ type: ValueType, _ side: Side) -> FactValue {
    switch value {
    case .known(let known): FactValue(known, type: type, side.policy)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  /// Whether a fact is that somebody has a subtemplate that gives more than units to log in to.
  func givesRights(_ fact: Int) -> Bool {
    guard case .subtemplate(let id) = facts[fact] else { return false }
    return sides.contains { $0.policy.subtemplates[id]?.givesMoreThanUnits ?? false }
  }

  // MARK: Atoms

  /// A test as one policy set means it, as a formula.
  func formula(
    _ test: Condition.Test,
    link: Int,
    side: Int,
    mayLackPatient: Bool = false
  ) -> Formula {
    let asked = SituationAtom.test(test, link: link, side: side, mayLackPatient: mayLackPatient)
    if let formula = written[asked] { return formula }
    let (plain, isNegated) = (side == 0 ? test : twins.renamed(test)).plain
    let mentionsLink = plain.facts.contains { $0.group == .link }
    let mentionsPatient = plain.facts.contains { $0.source == .builtIn(.patientID) }
    let atom = SituationAtom.test(
      plain,
      link: mentionsLink ? link : 0,
      side: isShared(plain) ? 0 : side,
      mayLackPatient: mayLackPatient && mentionsPatient
    )
    let formula = isNegated ? Formula.opposite(self.formula(atom)) : self.formula(atom)
    written[asked] = formula
    return formula
  }

  func formula(_ atom: SituationAtom) -> Formula {
    if let number = atomNumbers[atom] { return folded(number) }
    atoms.append(SpaceAtom(atom, self))
    atomNumbers[atom] = atoms.count - 1
    return folded(atoms.count - 1)
  }

  /// A test of no facts at all, or whose facts cannot vary, has one answer.
  private func folded(_ atom: Int) -> Formula {
    switch atoms[atom].only {
    case .yes: .yes
    case .no: .no
    case .unknown, nil: .atom(atom)
    }
  }

  /// Whether both policy sets always give the same answer.
  private func isShared(_ test: Condition.Test) -> Bool {
    guard sides.count > 1 else { return true }
    let facts = test.facts
    let types = facts.map(\.type) + facts.map { BaseFact($0).type }
    if case .within = test, !haveSameUnits { return false }
    if facts.contains(where: { $0.step != nil }), !haveSameUnits { return false }
    return types.allSatisfy { isShared($0) }
      && facts.allSatisfy { fact in
        guard case .declared(let group, let id) = fact.source else { return true }
        return Set(sides.map { $0.policy.attributes[group]?[id]?.type }).count == 1
      }
  }

  private func isShared(_ type: ValueType) -> Bool {
    switch type {
    case .boolean, .number, .text, .date, .instant, .staff, .patient: true
    case .unit: haveSameUnits
    case .set(let element): isShared(element)
    case .code(let domain): isShared(domain)
    }
  }

  private func isShared(_ domain: CodeDomain) -> Bool {
    if let known = sharedDomains[domain] { return known }
    let isShared = Set(sides.map { $0.policy.ids(of: domain) }).count == 1
    sharedDomains[domain] = isShared
    return isShared
  }

  // MARK: Answers

  /// What an atom answers, by the numbers of the values of its facts.
  func truth(of atom: SpaceAtom, _ chosen: (Int) -> Int) -> Truth {
    switch atom.kind {
    case .fact(let fact, let wanted): Truth(values[fact][chosen(fact)] == wanted)
    case .test(let test):
      FactComparison.truth(of: test.compiled, sides[test.side].organisation) { slot in
        value(test, slot, chosen)
      }
    }
  }

  /// For an atom of two facts and a value of the first: the values of the second that give some truths.
  func row(_ atom: Int, _ value: Int, _ truths: Truths) -> [UInt64] {
    let key = Row(atom: atom, value: value)
    let masks = rows[key] ?? self.masks(key)
    var bits = Array(repeating: UInt64(0), count: masks[0].count)
    for truth in [Truth.no, .unknown, .yes] where truths.contains(truth) {
      for word in bits.indices { bits[word] |= masks[Int(truth.rawValue)][word] }
    }
    return bits
  }

  private struct Row: Hashable {
    let atom: Int
    let value: Int
  }

  private func masks(_ key: Row) -> [[UInt64]] {
    let atom = atoms[key.atom]
    let (first, second) = (atom.facts[0], atom.facts[1])
    let words = (values[second].count + 63) / 64
    var masks = Array(repeating: Array(repeating: UInt64(0), count: words), count: 3)
    for other in values[second].indices {
      let truth = truth(of: atom) { $0 == first ? key.value : $0 == second ? other : 0 }
      masks[Int(truth.rawValue)][other >> 6] |= 1 << UInt64(other & 63)
    }
    rows[key] = masks
    return masks
  }

  private func value(_ test: SpaceAtom.Test, _ slot: Int, _ chosen: (Int) -> Int) -> FactValue {
    let side = sides[test.side]
    let attribute = test.attributes[slot]
    // Without a link in view, its facts are unknown.
    guard let fact = test.facts[slot] else { return .unknown }
    let value = values[fact][chosen(fact)]
    if attribute.source == .builtIn(.patientAge) {
      return age(value, values[test.now][chosen(test.now)])
    }
    let base = readings[test.side][fact][chosen(fact)]
    guard let step = attribute.step, case .integer(let unit) = base else { return base }
    return side.organisation.value(of: step, at: Int(unit))
  }

  private func age(_ birth: FactCuts.Value, _ now: FactCuts.Value) -> FactValue {
    guard case .known(.instant(let now)) = now else { return .unknown }
    switch birth {
    case .known(.date(let birth)): return .integer(birth.age(on: Self.moment(now).date))
    case .absent: return .absent
    default: return .unknown
    }
  }

  /// A time on the clock on the wall of every situation.
  static func moment(_ instant: Instant) -> Moment { Moment(instant, utcOffsetMinutes: 60) }
}

/// A question about situations, ready to be answered.
struct SpaceAtom {
  enum Kind {
    case fact(Int, FactCuts.Value)
    case test(Test)
  }

  /// A test, with the numbers of its facts.
  struct Test {
    let compiled: CompiledTest
    let attributes: [Attribute]
    /// The fact behind each slot; `nil` where it cannot vary.
    let facts: [Int?]
    let now: Int
    let side: Int
  }

  let kind: Kind
  /// The facts that it depends on.
  let facts: [Int]
  /// Of an atom of one fact: for no, unknown and yes, the values that give it, as bits.
  private(set) var masks: [[UInt64]] = []
  /// The one answer that it ever gives.
  private(set) var only: Truth?

  init(_ atom: SituationAtom, _ space: FactSpace) {
    switch atom {
    case .holds(let fact):
      let number = space.number(of: fact)
      kind = .fact(number, .known(.boolean(true)))
      facts = [number]
    case .block(let block):
      let number = space.number(of: .block)
      kind = .fact(number, .known(.code(block.cast())))
      facts = [number]
    case .test(let test, let link, let side, let mayLackPatient):
      var table = AttributeTable()
      let compiled = CompiledTest(test, space.sides[side].policy, &table)
      var numbers: [Int] = []
      let now = space.number(of: .now)
      let behind = table.attributes.map { attribute -> Int? in
        if attribute.group == .link, link == 0 { return nil }
        let isAge = attribute.source == .builtIn(.patientAge)
        let fact =
          isAge
          ? SituationFact.builtIn(.patientBirthDate)
          : mayLackPatient && attribute.source == .builtIn(.patientID)
            ? .patientWhoMayLack : SituationFact(BaseFact(attribute), link: link)
        let number = space.number(of: fact)
        numbers.append(number)
        if isAge { numbers.append(now) }
        return number
      }
      kind = .test(
        Test(
          compiled: compiled,
          attributes: table.attributes,
          facts: behind,
          now: now,
          side: side
        )
      )
      // A fact of one value depends on nothing.
      facts = Set(numbers).sorted().filter { space.values[$0].count > 1 }
    }
    tabulate(space)
  }

  private mutating func tabulate(_ space: FactSpace) {
    switch facts.count {
    case 0: only = space.truth(of: self) { _ in 0 }
    case 1:
      let fact = facts[0]
      let words = (space.values[fact].count + 63) / 64
      var seen: Set<Truth> = []
      var masks = Array(repeating: Array(repeating: UInt64(0), count: words), count: 3)
      for index in space.values[fact].indices {
        let truth = space.truth(of: self) { $0 == fact ? index : 0 }
        seen.insert(truth)
        masks[Int(truth.rawValue)][index >> 6] |=
          1 << UInt64(index & 63)
      }
      self.masks = masks
      if seen.count == 1 { only = seen.first }
    default: break
    }
  }

  /// Of an atom of one fact: what it answers for a value.
  func truth(at value: Int) -> Truth {
    func has(_ truth: Truth) -> Bool {
      masks[Int(truth.rawValue)][value >> 6] & (1 << UInt64(value & 63)) != 0
    }
    return has(.yes) ? .yes : has(.no) ? .no : .unknown
  }

  /// Whether it is one fact's, and never unknown.
  var isTwoValued: Bool {
    facts.count == 1 && masks[Int(Truth.unknown.rawValue)].allSatisfy { $0 == 0 }
  }
}

extension RoleTemplate {
  /// Whether it gives rights, relationships, purposes or ways to decide on one's own access.
  package var givesMoreThanUnits: Bool {
    !(securityClasses.isEmpty && purposes.isEmpty && relationships.isEmpty && reach.isEmpty
      && selfAuthorisation.isEmpty)
  }
}

extension ValueType {
  var isSet: Bool { if case .set = self { true } else { false } }
}

extension Attribute {
  /// What the fact belongs to; `nil` for the time.
  var group: AttributeGroup? {
    switch source {
    case .builtIn(let fact): fact.group
    case .declared(let group, _): group
    }
  }
}

extension Policy {
  fileprivate var looksAtContact: Bool {
    selfAuthorisation.contains { $0.entry.scope == .contact }
      || conditionsOfSituations.flatMap(\.tests).flatMap(\.facts).contains {
        $0.source == .builtIn(.contentContact)
      }
  }

  /// Whether the organisations are alike in all but titles and marks.
  fileprivate func hasSameUnits(as other: Policy) -> Bool {
    organisation.elementsEqual(other.organisation) { a, b in
      a.id == b.id && a.entry.parent == b.entry.parent && a.entry.kind == b.entry.kind
        && a.entry.isEnterprise == b.entry.isEnterprise
    }
  }
}
