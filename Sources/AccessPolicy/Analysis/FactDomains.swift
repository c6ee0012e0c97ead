/// The values of facts among which some tests can tell.
struct FactDomains {
  /// Facts of more values than this are not followed.
  private static let mostValues = 20_000

  /// Sets are followed for so many mentioned elements, each there or not.
  private static let mostElements = 5

  private let facts: FactModel
  private let bases: [BaseFact]
  private let allUnits: Bool
  /// For each variable, the values that tests set beside it or what follows from it.
  private let mentions: [Mentions]
  /// The units that tests mention, of whatever fact, so that two facts can be the same or within one another.
  private let units: [Int64]
  /// Every text that a test mentions, and as many others as there are facts that are texts.
  private let texts: [TextRef]

  private struct Mentions {
    var numbers: Set<Int64> = []
    var texts: Set<TextRef> = []
    var units: Set<Int64> = []
    /// Whether a test asks for what follows from the fact, rather than for itself.
    var isDerivedFrom = false

    mutating func add(_ value: FactValue, minus seconds: Int64, of type: ValueType) {
      let isUnit = type == .unit || type == .set(of: .unit)
      switch value {
      case .integer(let unit) where isUnit: units.insert(unit)
      case .integers(let several, hasUnknown: _) where isUnit: units.formUnion(several)
      case .integer(let number): numbers.insert(FactDomains.difference(number, seconds))
      case .integers(let several, hasUnknown: _):
        numbers.formUnion(several.map { FactDomains.difference($0, seconds) })
      case .text(let text): texts.insert(text)
      case .texts(let several): texts.formUnion(several)
      case .unknown, .absent, .openUnits: break
      }
    }
  }

  init(
    _ facts: FactModel,
    tests: [CompiledTest],
    attributes: [Attribute],
    bases: [BaseFact],
    variableOfSlot: [Int],
    allUnits: Bool
  ) {
    self.facts = facts
    self.bases = bases
    self.allUnits = allUnits
    var mentions = Array(repeating: Mentions(), count: bases.count)
    for (slot, attribute) in attributes.enumerated()
    where attribute.step != nil || attribute.source == .builtIn(.contentTags) {
      mentions[variableOfSlot[slot]].isDerivedFrom = true
    }
    for test in tests {
      for (slot, seconds, value) in test.sides {
        mentions[variableOfSlot[slot]].add(value, minus: seconds, of: attributes[slot].type)
      }
      // A fact beside itself: at the ends of time a span cannot be added.
      if test.slots.count == 2, test.slots[0] == test.slots[1] {
        mentions[variableOfSlot[test.slots[0]]].numbers.formUnion([.min, 0, .max])
      }
    }
    self.mentions = mentions
    units = mentions.reduce(into: Set(facts.typicalUnits)) { $0.formUnion($1.units) }.sorted()
    let written = Set(mentions.flatMap(\.texts))
    var others: [TextRef] = []
    var number = 0
    while others.count < bases.count {
      let other = TextRef("other \(number)")
      if !written.contains(other) { others.append(other) }
      number += 1
    }
    texts = written.sorted() + others
  }

  /// The values of each variable; `nil` where they are too many.
  func domains(given assumed: Assumptions) -> [[FactValue]]? {
    var domains: [[FactValue]] = []
    for (variable, base) in bases.enumerated() {
      guard var values = known(base, mentions[variable], assumed) else { return nil }
      // What is assumed to be one of some codes is known.
      if case .builtIn(let fact) = base.source, assumed.codes[fact] != nil {
        domains.append(values)
        continue
      }
      if base.canBeAbsent, !base.type.isSet { values.append(.absent) }
      if base.canBeUnknown { values.append(.unknown) }
      domains.append(values)
    }
    return domains
  }

  private func known(_ base: BaseFact, _ mentions: Mentions, _ assumed: Assumptions)
    -> [FactValue]?
  {
    switch base.type {
    case .boolean: return [.integer(0), .integer(1)]
    case .number, .date, .instant:
      guard base.source == .builtIn(.patientAge) else {
        return numbers(around: mentions.numbers).map { .integer($0) }
      }
      // Nobody is younger than newborn, whatever ages a test mentions.
      return numbers(around: mentions.numbers.union([0])).filter { $0 >= 0 }.map { .integer($0) }
    case .text, .staff, .patient: return texts.map { .text($0) }
    case .unit:
      guard allUnits else {
        return units.map { .integer($0) }
      }
      guard facts.unitCount <= Self.mostValues else { return nil }
      return (0..<Int64(facts.unitCount)).map { .integer($0) }
    case .code(let domain): return codes(base, domain, mentions, assumed)
    case .set(let element): return sets(of: element, mentions)
    }
  }

  /// The numbers, with one before, one after and one between each two.
  private func numbers(around mentioned: Set<Int64>) -> [Int64] {
    let mentioned = mentioned.isEmpty ? [0] : mentioned
    return Set(mentioned.flatMap { [Self.difference($0, 1), $0, Self.difference($0, -1)] }).sorted()
  }

  /// The codes that are mentioned, and as many others as can matter; all where tags are asked for.
  private func codes(
    _ base: BaseFact,
    _ domain: CodeDomain,
    _ mentions: Mentions,
    _ assumed: Assumptions
  ) -> [FactValue]? {
    let all = 0..<Int64(facts.codeCount(domain))
    guard all.count <= Self.mostValues else { return nil }
    var possible = Array(all)
    if case .builtIn(let fact) = base.source, let only = assumed.codes[fact] {
      possible.removeAll { !only.contains($0) }
    }
    if !mentions.isDerivedFrom {
      let others = possible.filter { !mentions.numbers.contains($0) }.prefix(bases.count)
      possible = possible.filter { mentions.numbers.contains($0) } + others
    }
    return possible.map { .integer($0) }
  }

  /// Every set of the mentioned elements, each with and without another element.
  private func sets(of element: ValueType, _ mentions: Mentions) -> [FactValue]? {
    let areTexts = element == .text || element == .staff || element == .patient
    let count = areTexts ? mentions.texts.count : mentions.numbers.count
    // Sets of units are not followed: any value stands for all.
    guard element != .unit else { return [.integers([], hasUnknown: false)] }
    guard count <= Self.mostElements else { return nil }
    let other = Self.difference(mentions.numbers.max() ?? 0, -1)
    let (numbers, texts) = (mentions.numbers.sorted(), mentions.texts.sorted())
    return (0..<(2 << count)).map { bits in
      let chosen = (0..<count).filter { bits & (1 << $0) != 0 }
      let hasOther = bits & (1 << count) != 0
      return areTexts
        ? .texts(chosen.map { texts[$0] } + (hasOther ? self.texts.suffix(1) : []))
        : .integers(chosen.map { numbers[$0] } + (hasOther ? [other] : []), hasUnknown: false)
    }
  }

  fileprivate static func difference(_ a: Int64, _ b: Int64) -> Int64 {
    let (difference, overflows) = a.subtractingReportingOverflow(b)
    return overflows ? (b > 0 ? .min : .max) : difference
  }
}

extension CompiledTest {
  /// Each fact with the span added to it and the value on the other side.
  fileprivate var sides: [(slot: Int, seconds: Int64, value: FactValue)] {
    switch self {
    case .holds, .has: []
    case .equal(.slot(let slot, let seconds), .value(let value), _),
      .equal(.value(let value), .slot(let slot, let seconds), _),
      .ordered(.slot(let slot, let seconds), _, .value(let value)),
      .ordered(.value(let value), _, .slot(let slot, let seconds)),
      .member(.slot(let slot, let seconds), .value(let value), _),
      .member(.value(let value), .slot(let slot, let seconds), _),
      .within(.slot(let slot, let seconds), .value(let value), _),
      .within(.value(let value), .slot(let slot, let seconds), _):
      [(slot, seconds, value)]
    case .equal, .ordered, .member, .within: []
    }
  }
}
