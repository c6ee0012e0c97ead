/// The values of each fact among which conditions can tell, the plainest first.
///
/// Values are by name, so that two policy sets can be asked about one situation.
struct FactCuts: Sendable {
  /// A set is followed for so many elements, each there or not.
  private static let mostElements = 6

  let pools: FactPools

  static let reader = AttributeValue.staff(StaffRef("reader"))
  static let patient = AttributeValue.patient(PatientRef("patient"))

  typealias Value = Fact<AttributeValue>

  /// The values of a fact.
  func values(of fact: SituationFact) -> [Value] {
    switch fact {
    case .subtemplate: booleans(preferring: false, unless: .subtemplates)
    case .mark(.item, _): booleans(preferring: false, unless: .marksOfItems)
    case .mark: booleans(preferring: false, unless: nil)
    case .block: [.absent] + blockKinds.map { .known(.code($0.cast())) }
    case .base(let source, let type, let link): values(source, type, link: link)
    }
  }

  private func booleans(preferring first: Bool, unless defect: SeededDefect?) -> [Value] {
    let isLeftOut = defect != nil && defect == pools.leavesOut
    return [.known(.boolean(first))] + (isLeftOut ? [] : [.known(.boolean(!first))])
  }

  private var blockKinds: [BlockKindID] {
    Set(pools.policies.flatMap { $0.blocks.map(\.id) }).sorted()
  }

  private func values(_ source: Attribute.Source, _ type: ValueType, link: Int) -> [Value] {
    switch source {
    case .builtIn(.now): return nows.map { .known(.instant(Instant(secondsSince1970: $0))) }
    case .builtIn(.sessionStaff): return [.known(Self.reader)]
    case .builtIn(.patientID) where link < 0: return [.absent, .known(Self.patient)]
    case .builtIn(.patientID): return [.known(Self.patient)]
    case .builtIn(.linkKind):
      // A link that is not there is one of no kind.
      return [.absent] + names(of: .logisticsKind)
    case .builtIn(.sessionOwnRecord):
      return [.absent] + known(type) + missing(canBeAbsent: false)
    case .builtIn(.contentContactUnit):
      // Most content needs no contact to be told apart.
      let missing = missing(canBeAbsent: true)
      return missing.prefix(1) + known(type, source) + missing.dropFirst()
    case .builtIn(.patientBirthDate): return births + missing(canBeAbsent: true)
    case .builtIn(.sessionAuthenticationLevel): return known(type).reversed() + missing()
    case .builtIn(.linkEnds):
      return instants(source, first: 86_400) + missing(canBeAbsent: true)
    case .builtIn(let fact):
      return known(type, source) + missing(canBeAbsent: BaseFact(fact).canBeAbsent)
    case .declared: return known(type, source) + missing(canBeAbsent: true)
    }
  }

  private func missing(canBeAbsent: Bool = true) -> [Value] {
    guard pools.leavesOut != .missingFacts else { return [] }
    return (canBeAbsent ? [.absent] : []) + [.unknown]
  }

  private func known(_ type: ValueType, _ source: Attribute.Source? = nil) -> [Value] {
    switch type {
    case .boolean: [.known(.boolean(false)), .known(.boolean(true))]
    case .number: numbers.map { .known(.number($0)) }
    case .text: texts.map { .known($0) }
    case .staff: staff.map { .known($0) }
    case .patient: patients.map { .known($0) }
    case .date: dates.map { .known(.date(CivilDate(daysSince1970: $0))) }
    case .instant: instants(source, first: -86_400)
    case .unit: units
    case .code(let domain): names(of: domain)
    case .set(let element): sets(of: element, source)
    }
  }

  // MARK: Names

  private func names(of domain: CodeDomain) -> [Value] {
    Set(pools.policies.flatMap { $0.names(of: domain) }).sorted().map { .known(.code($0)) }
  }

  private var units: [Value] {
    Set(pools.policies.flatMap { $0.organisation.map(\.id) }).sorted().map { .known(.unit($0)) }
  }

  // MARK: Keys

  private func others(_ make: (String) -> AttributeValue, _ names: [String]) -> [AttributeValue] {
    names.map(make).filter { !pools.texts.contains($0) }
  }

  private var texts: [AttributeValue] {
    others({ .text(TextRef($0)) }, ["one", "another"])
      + pools.texts.filter { if case .text = $0 { true } else { false } }.inOrder
  }

  private var staff: [AttributeValue] {
    others({ .staff(StaffRef($0)) }, ["colleague"]) + [Self.reader]
      + others({ .staff(StaffRef($0)) }, ["somebody-else"])
      + pools.texts.filter { if case .staff = $0 { true } else { false } }.inOrder
  }

  private var patients: [AttributeValue] {
    others({ .patient(PatientRef($0)) }, ["another-patient"]) + [Self.patient]
      + pools.texts.filter { if case .patient = $0 { true } else { false } }.inOrder
  }

  // MARK: Numbers and time

  /// The age of a patient, unless a condition asks for another one.
  static let plainAge: Int64 = 40

  /// What is tried beside a number or a day, the nearest first.
  private func beside(_ kind: FactPools.StepKind) -> [Int64] {
    guard pools.leavesOut != .numberNeighbours else { return [0] }
    return [0] + (1...max(1, pools.steps[kind] ?? 1)).flatMap { [-$0, $0] }
  }

  private var numbers: [Int64] {
    Set((pools.numbers.union([0])).flatMap { number in beside(.numbers).map { number &+ $0 } })
      .sorted()
  }

  private var dates: [Int64] {
    let today = Moment(FactPools.now, utcOffsetMinutes: 60).date.daysSince1970
    return Set(pools.dates.union([today]).flatMap { day in beside(.days).map { day &+ $0 } })
      .sorted()
  }

  private var nows: [Int64] {
    let now = FactPools.now.secondsSince1970
    let cuts = pools.times[.builtIn(.now)]?.points.flatMap { [$0, $0 &- 1, $0 &+ 1] } ?? []
    return [now] + Set(cuts).subtracting([now]).sorted()
  }

  /// The points at which conditions cut a fact, a second either side, and one that is plain.
  private func instants(_ source: Attribute.Source?, first: Int64) -> [Value] {
    let now = FactPools.now.secondsSince1970
    let plain = now &+ first
    let near: [Int64] = pools.leavesOut == .windowNeighbours ? [0] : [0, -1, 1]
    var cuts = source.map { points($0) } ?? [now]
    let beside = source.flatMap { pools.times[$0]?.since } ?? [:]
    for (other, spans) in beside {
      for point in points(other) { cuts.formUnion(spans.map { point &+ $0 }) }
    }
    let rest = Set(cuts.flatMap { cut in near.map { cut &+ $0 } }).subtracting([plain])
      .sorted { ($0.distance(to: now).magnitude, $0) < ($1.distance(to: now).magnitude, $1) }
    return ([plain] + rest).map { .known(.instant(Instant(secondsSince1970: $0))) }
  }

  /// Where conditions cut a fact by itself or beside the time of the request.
  private func points(_ source: Attribute.Source) -> Set<Int64> {
    let cuts = pools.times[source] ?? FactPools.TimeCuts()
    let plain: Set<Int64> = [0, 86_400, -86_400]
    return cuts.points.union(
      nows.flatMap { now in cuts.sinceNow.union(plain).map { now &+ $0 } }
    )
  }

  private var births: [Value] {
    var days: [Int64] = []
    for now in nows {
      let moment = Moment(Instant(secondsSince1970: now), utcOffsetMinutes: 60)
      let (year, month, day) = moment.date.components
      for age in [Self.plainAge] + pools.ages.sorted() {
        for years in beside(.numbers).map({ age &+ $0 }) where (0..<9_000).contains(years) {
          let birth =
            CivilDate(year: year - years, month: month, day: day)
            ?? CivilDate(year: year - years, month: month, day: 28)
          guard let birth else { continue }
          days += [birth.daysSince1970, birth.daysSince1970 + 1, birth.daysSince1970 - 1]
        }
      }
    }
    var seen: Set<Int64> = []
    return (days + dates).filter { seen.insert($0).inserted }
      .map { .known(.date(CivilDate(daysSince1970: $0))) }
  }

  // MARK: Sets

  /// Every set of the elements that tests mention and of two others; of units, each alone.
  private func sets(of element: ValueType, _ source: Attribute.Source?) -> [Value] {
    let mentioned = source.flatMap { pools.elements[$0] }.map(\.inOrder) ?? []
    switch element {
    case .unit:
      let all = units.compactMap(\.value)
      return [.known(.set([]))] + all.map { .known(.set([$0])) } + [.known(.set(all))]
    case .staff: return sets(mentioned, with: Array(staff.prefix(3)))
    case .text: return sets(mentioned, with: Array(texts.prefix(2)))
    case .patient: return sets(mentioned, with: Array(patients.prefix(2)))
    default:
      let other = known(element).compactMap(\.value).filter { !mentioned.contains($0) }
      return sets(mentioned, with: Array(other.prefix(1)))
    }
  }

  private func sets(_ mentioned: [AttributeValue], with others: [AttributeValue]) -> [Value] {
    var elements = others
    for value in mentioned where !elements.contains(value) { elements.append(value) }
    guard elements.count <= Self.mostElements else {
      return [.known(.set([]))] + elements.map { .known(.set([$0])) } + [.known(.set(elements))]
    }
    return (0..<(1 << elements.count)).map { bits in
      .known(.set(elements.indices.filter { bits & (1 << $0) != 0 }.map { elements[$0] }))
    }
  }
}

extension Policy {
  /// The declared names of a domain, as a set.
  func ids(of domain: CodeDomain) -> Set<AttributeID> { Set(names(of: domain)) }

  fileprivate func names(of domain: CodeDomain) -> [AttributeID] {
    switch domain {
    case .action: actions.map { $0.id.cast() }
    case .purpose: purposes.map { $0.id.cast() }
    case .contentClass: contentClasses.map { $0.id.cast() }
    case .contentTag: contentTags.map { $0.id.cast() }
    case .unitKind: unitKinds.map { $0.id.cast() }
    case .logisticsKind: patientLogistics.map { $0.id.cast() }
    case .linkStatus: linkStatuses.map { $0.id.cast() }
    case .mark: marks.map { $0.id.cast() }
    case .template: templates.map { $0.id.cast() }
    case .subtemplate: subtemplates.map { $0.id.cast() }
    case .providerRecord: providerRecords.map { $0.id.cast() }
    case .declared(let group, let id): attributes[group]?[id]?.codes ?? []
    }
  }
}

extension Collection<AttributeValue> {
  /// Always in the same order, whatever set they come from.
  fileprivate var inOrder: [AttributeValue] {
    map { ("\($0)", $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension BaseFact {
  fileprivate init(_ fact: BuiltInAttribute) {
    self.init(Attribute(source: .builtIn(fact), step: nil, type: fact.type))
  }
}
