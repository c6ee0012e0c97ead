import AccessPolicy
import PolicyTestSupport

/// Writes conditions that are well-typed and keep the restrictions of the language.
struct ConditionWriter {
  /// Where a condition stands: what it sees, and which way it may use growing sets.
  enum Place: Equatable {
    case opening(seesLink: Bool)
    case reach
    /// In `derived` or `hidesExistence`: it restricts.
    case derived
    case provisioning

    func sees(_ fact: String) -> Bool {
      let hidden =
        switch self {
        case .opening(seesLink: true): ["record."]
        case .opening(seesLink: false), .derived: ["record.", "link."]
        case .reach: ["record.", "link.", "patient."]
        case .provisioning: ["now", "session.", "patient.", "link.", "content.", "request."]
        }
      return !hidden.contains { fact.hasPrefix($0) }
    }
  }

  struct Name {
    let text: String
    let type: ValueType
  }

  private let names: [Name]
  private let mentioned: Set<String>
  private let literals: [ValueType: [String]]
  private let subtemplates: [String]
  private let marks: [String]
  private let units: [String]

  /// A writer for one world, whose conditions mention only some of the facts.
  init(_ words: Vocabulary, mentioning share: Int, _ dice: inout Dice) {
    var names = BuiltInAttribute.allCases.map { Name(text: $0.rawValue, type: $0.type) }
    names += words.attributes.map { Name(text: $0.name, type: $0.type) }
    names = dice.some(names, percent: share)
    for unit in names where unit.type == .unit {
      names.append(Name(text: unit.text + ".kind", type: .code(.unitKind)))
      names.append(Name(text: unit.text + ".enterprise", type: .unit))
      names.append(Name(text: unit.text + ".enterprise.kind", type: .code(.unitKind)))
    }
    self.names = names
    mentioned = Set(names.map(\.text))
    literals = Self.literals(words)
    subtemplates = words.subtemplates
    marks = words.marks
    units = words.units
  }

  private static func literals(_ words: Vocabulary) -> [ValueType: [String]] {
    var literals: [ValueType: [String]] = [
      .boolean: ["yes", "no"],
      .number: Pool.numbers.map { "\($0)" },
      .text: (Pool.texts + Pool.items + Pool.contacts).map { "\"\($0)\"" },
      .date: Pool.dates,
      .instant: Pool.bases + ["2026-03-09T10:00:00+01:00", "2027-02-27T08:30:01Z"],
      .unit: words.units,
      .staff: Pool.staff.map { "\"\($0)\"" },
      .code(.action): words.actions,
      .code(.purpose): words.purposes,
      .code(.contentClass): words.classes,
      .code(.contentTag): words.contentTags,
      .code(.unitKind): words.unitKinds,
      .code(.logisticsKind): words.logistics,
      .code(.linkStatus): words.statuses,
      .code(.template): words.templates,
      .code(.providerRecord): words.providerRecords,
    ]
    for attribute in words.attributes where !attribute.codes.isEmpty {
      if let id = AttributeID(attribute.id) {
        literals[.code(.declared(attribute.group, id))] = attribute.codes
      }
    }
    return literals
  }

  func condition(_ place: Place, _ dice: inout Dice, depth: Int = 0) -> String {
    guard depth < 2, dice.percent(depth == 0 ? 30 : 20) else { return test(place, &dice) }
    let word = dice.percent(50) ? " and " : " or "
    let parts = (0..<dice.number(2...3)).map { _ in
      let part = condition(place, &dice, depth: depth + 1)
      let isJoined = part.contains(" and ") || part.contains(" or ")
      return isJoined ? "(\(part))" : part
    }
    let joined = parts.joined(separator: word)
    // Under `not`, growing sets would be used the wrong way round.
    guard dice.percent(10), !Self.growing.contains(where: joined.contains) else { return joined }
    return "not (\(joined))"
  }

  /// Sets that adding a subtemplate, a unit or a mark makes larger.
  private static let growing = [
    "session.units", "session.subtemplates", "patient.marks", "content.marks",
  ]

  private func test(_ place: Place, _ dice: inout Dice) -> String {
    let seen = names.filter { isSeen($0, from: place) }
    switch dice.below(100) {
    case 0..<2: return "always"
    case 2..<3: return "never"
    case 3..<40: if let idiom = idiom(place, &dice) { return idiom }
    case 40..<52: if let test = growingTest(place, &dice) { return test }
    default: break
    }
    for _ in 0..<12 {
      guard let name = dice.pickAny(seen) else { break }
      if let test = test(of: name, among: seen, &dice) {
        return dice.percent(8) ? "not \(test)" : test
      }
    }
    return "always"
  }

  private func isSeen(_ name: Name, from place: Place) -> Bool {
    place.sees(name.text) && !Self.growing.contains(name.text)
  }

  // MARK: Tests that policy sets are full of

  private static let idioms: [(text: String, facts: [String])] = [
    ("link.unit within session.unit", ["link.unit", "session.unit"]),
    ("session.unit within link.unit", ["link.unit", "session.unit"]),
    ("link.unit within session.units", ["link.unit", "session.units"]),
    ("link.staff == session.staff", ["link.staff", "session.staff"]),
    ("session.staff in link.team", ["link.team", "session.staff"]),
    ("link.group in session.groups", ["link.group", "session.groups"]),
    ("now < link.ends + 7 days", ["now", "link.ends"]),
    ("content.starts >= link.starts - 30 days", ["content.starts", "link.starts"]),
    ("content.unit within session.unit", ["content.unit", "session.unit"]),
    ("content.unit.enterprise == session.unit.enterprise", ["content.unit", "session.unit"]),
    ("content.author == session.staff", ["content.author", "session.staff"]),
    ("session.staff in content.team", ["content.team", "session.staff"]),
    ("patient.age < 18", ["patient.age"]),
    ("patient.age >= 16", ["patient.age"]),
    ("patient.id != session.ownRecord", ["patient.id", "session.ownRecord"]),
    ("now <= content.recorded + 1 week", ["now", "content.recorded"]),
    ("now - 12 hours >= content.recorded", ["now", "content.recorded"]),
    ("patient.residence within session.unit.enterprise", ["patient.residence", "session.unit"]),
  ]

  private func idiom(_ place: Place, _ dice: inout Dice) -> String? {
    let usable = Self.idioms.filter { idiom in
      idiom.facts.allSatisfy { mentioned.contains($0) && place.sees($0) }
        && !(place == .derived && idiom.facts.contains("session.units"))
    }
    return dice.pickAny(usable)?.text
  }

  // MARK: Growing sets

  private func growingTest(_ place: Place, _ dice: inout Dice) -> String? {
    guard place != .provisioning else { return nil }
    let isDerived = place == .derived
    var tests: [String] = []
    if mentioned.contains("session.units") {
      let opens = ["has session.units", "\(dice.pick(units)) in session.units"]
      let units = names.filter { $0.type == .unit && isSeen($0, from: place) }
      let unit = dice.pickAny(units)?.text ?? dice.pick(self.units)
      tests += isDerived ? opens.map { "not \($0)" } : opens
      tests.append("\(unit) \(isDerived ? "not " : "")in session.units")
      tests.append("\(unit) \(isDerived ? "not " : "")within session.units")
    }
    if mentioned.contains("session.subtemplates"), let subtemplate = dice.pickAny(subtemplates) {
      tests.append("\(subtemplate) \(isDerived ? "not " : "")in session.subtemplates")
      tests.append("\(isDerived ? "not " : "")has session.subtemplates")
    }
    for set in ["patient.marks", "content.marks"] where mentioned.contains(set) && place.sees(set) {
      tests.append("\(isDerived ? "" : "not ")has \(set)")
      guard let mark = dice.pickAny(marks) else { continue }
      tests.append("\(mark) \(isDerived ? "" : "not ")in \(set)")
      tests.append(isDerived ? "\(mark) in \(set)" : "not (\(mark) in \(set))")
    }
    return dice.pickAny(tests)
  }

  // MARK: Tests by type

  private func test(of name: Name, among seen: [Name], _ dice: inout Dice) -> String? {
    if name.text == "now" { return ordered(name, among: seen, &dice) }
    switch (name.type, dice.below(100)) {
    case (_, 0..<12): return "has \(name.text)"
    case (.set(let element), _): return membership(in: name, of: element, among: seen, &dice)
    case (.boolean, 12..<70): return name.text
    case (.number, 12..<70), (.date, 12..<70), (.instant, 12..<80):
      return ordered(name, among: seen, &dice)
    case (.unit, 12..<65): return within(name, among: seen, &dice)
    case (_, 65..<85): return inList(name, &dice)
    default: return equal(name, among: seen, &dice)
    }
  }

  private func other(_ name: Name, among seen: [Name], _ dice: inout Dice) -> String? {
    let facts = seen.filter { $0.type == name.type && $0.text != name.text && $0.text != "now" }
    if dice.percent(55), let fact = dice.pickAny(facts) { return fact.text }
    return literals[name.type].flatMap { dice.pickAny($0) } ?? dice.pickAny(facts)?.text
  }

  private func equal(_ name: Name, among seen: [Name], _ dice: inout Dice) -> String? {
    guard let other = other(name, among: seen, &dice) else { return nil }
    let sign = dice.percent(70) ? "==" : "!="
    return dice.percent(85) ? "\(name.text) \(sign) \(other)" : "\(other) \(sign) \(name.text)"
  }

  private func ordered(_ name: Name, among seen: [Name], _ dice: inout Dice) -> String? {
    guard var other = other(name, among: seen, &dice) else { return nil }
    let sign = dice.pick(Condition.Order.allCases).rawValue
    var left = name.text
    if name.type == .instant {
      if dice.percent(50) { left += shift(&dice) }
      if other.contains("."), dice.percent(30) { other += shift(&dice) }
    }
    return dice.percent(80) ? "\(left) \(sign) \(other)" : "\(other) \(sign) \(left)"
  }

  private func shift(_ dice: inout Dice) -> String {
    "\(dice.percent(50) ? " + " : " - ")\(dice.pick(Pool.spans))"
  }

  private func within(_ name: Name, among seen: [Name], _ dice: inout Dice) -> String? {
    let sets = seen.filter { $0.type == .set(of: .unit) }
    let sign = dice.percent(80) ? "within" : "not within"
    if dice.percent(20), let set = dice.pickAny(sets) { return "\(name.text) \(sign) \(set.text)" }
    if dice.percent(25) { return "\(name.text) \(sign) \(list(of: units, &dice))" }
    return other(name, among: seen, &dice).map { "\(name.text) \(sign) \($0)" }
  }

  private func inList(_ name: Name, _ dice: inout Dice) -> String? {
    guard let literals = literals[name.type], !literals.isEmpty, name.type != .boolean else {
      return nil
    }
    return "\(name.text) \(dice.percent(75) ? "in" : "not in") \(list(of: literals, &dice))"
  }

  private func list(of literals: [String], _ dice: inout Dice) -> String {
    "[\(dice.someOrOne(literals, percent: 35).joined(separator: ", "))]"
  }

  private func membership(
    in set: Name,
    of element: ValueType,
    among seen: [Name],
    _ dice: inout Dice
  ) -> String? {
    let facts = seen.filter { $0.type == element && $0.text != "now" }.map(\.text)
    let left =
      dice.percent(60) ? dice.pickAny(facts) : literals[element].flatMap { dice.pickAny($0) }
    guard let left else { return nil }
    return "\(left) \(dice.percent(75) ? "in" : "not in") \(set.text)"
  }
}
