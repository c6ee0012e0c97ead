/// Draws a policy set.
struct Planner {
  private var plan: Plan
  private var random: Randomness
  private var isCore: Bool { plan.question == .core }

  /// Security classes and relationships that every role shares.
  private static let commonClasses = 6
  private static let commonRelationships = 6

  init(_ plan: Plan) {
    self.plan = plan
    random = Randomness(seed: plan.seed, .policy, plan.size.rawValue)
  }

  mutating func planned() -> Plan {
    planOrganisation()
    for number in 0..<Self.commonClasses { addClass("common-\(number)", grants: 4) }
    planCommonRelationships()
    for number in 0..<plan.size.templates { planTemplate(number) }
    for number in 0..<(plan.size.templates / 4 + 1) { planSubtemplate(number) }
    planMarks()
    return plan
  }

  /// One region, 12 enterprises with 6 departments each, and 4 wards in each of these.
  private mutating func planOrganisation() {
    add("region", "region", in: nil, enterprise: -1)
    for enterprise in 0..<12 {
      let kind = enterprise < 4 ? "hospital" : "municipality"
      let id = "\(kind)-\(enterprise < 4 ? enterprise : enterprise - 4)"
      let top = add(id, kind, in: 0, enterprise: plan.units.count)
      for department in 0..<6 {
        let middle = add("\(id)-d\(department)", "department", in: top, enterprise: top)
        for ward in 0..<4 {
          add("\(id)-d\(department)-w\(ward)", "ward", in: middle, enterprise: top)
        }
      }
    }
  }

  @discardableResult
  private mutating func add(_ id: String, _ kind: String, in parent: Int?, enterprise: Int) -> Int {
    let number = plan.units.count
    plan.units.append(
      PlannedUnit(
        id: id,
        kind: kind,
        parent: parent ?? number,
        enterprise: enterprise,
        last: number
      )
    )
    var above = number
    while plan.units[above].parent != above {
      above = plan.units[above].parent
      plan.units[above].last = number
    }
    return number
  }

  /// So that every kind of link means something to somebody.
  private mutating func planCommonRelationships() {
    let kinds: [[Int]] = [[0, 3], [1, 2], [6, 7], [4, 5], [8, 9], [10, 11]]
    for number in 0..<Self.commonRelationships {
      let tie: PlannedTie = number == 3 ? .staff : .unit
      addRelationship("common-\(number)", kinds[number], tie)
    }
  }

  private mutating func planTemplate(_ number: Int) {
    let isMunicipal = number % 3 == 2
    let owned = random.of(1...5)
    let first = plan.securityClasses.count
    for part in 0..<owned { addClass("t\(number)-\(part)", grants: random.of(3...5)) }
    let shared = random.some(random.of(1...3), of: Array(0..<Self.commonClasses))
    let common = random.some(2, of: isMunicipal ? [3, 4, 5] : [0, 1, 2, 3])
    let own = plan.relationships.count
    for part in 0..<2 { addOwnRelationship("t\(number)-\(part)", isMunicipal: isMunicipal) }
    plan.templates.append(
      PlannedRole(
        id: "role-\(number)",
        profession: number % Vocabulary.professions.count,
        isMunicipal: isMunicipal,
        securityClasses: shared + Array(first..<plan.securityClasses.count),
        relationships: common + [own, own + 1],
        selfAuthorisation: selfAuthorisation()
      )
    )
  }

  private mutating func planSubtemplate(_ number: Int) {
    addClass("s\(number)", grants: 4)
    addOwnRelationship("s\(number)", isMunicipal: number % 3 == 2)
    plan.subtemplates.append(
      PlannedRole(
        id: "addition-\(number)",
        profession: 0,
        isMunicipal: number % 3 == 2,
        securityClasses: [plan.securityClasses.count - 1],
        relationships: [plan.relationships.count - 1],
        selfAuthorisation: []
      )
    )
  }

  private mutating func selfAuthorisation() -> [String] {
    guard !isCore else { return [] }
    var rules = ["details"]
    if random.percent(60) { rules.append("open-marked") }
    if random.percent(25) { rules.append("emergency-look-up") }
    return rules
  }

  private mutating func addClass(_ id: String, grants: Int) {
    plan.securityClasses.append(
      PlannedSecurityClass(id: id, grants: (0..<grants).map { grant($0) })
    )
  }

  /// The first grant of a class reads; the others change something, and may read, too.
  private mutating func grant(_ number: Int) -> PlannedGrant {
    let forms = Vocabulary.forms.count
    let fields = random.some(random.of(1...3), of: Array(0..<Vocabulary.fields.count))
    let classes = fields.flatMap { field in
      random.some(random.of(3...forms), of: Array(0..<forms)).map { field * forms + $0 }
    }
    let writes = random.some(random.of(1...2), of: Array(1..<Vocabulary.actions.count))
    let actions = number == 0 ? [0] : random.percent(50) ? [0] + writes : writes
    let condition = random.percent(20) ? grantCondition() : nil
    return PlannedGrant(
      actions: actions,
      classes: classes,
      condition: isCore ? nil : condition,
      takesReason: random.percent(8) && !isCore,
      isLogged: random.percent(3)
    )
  }

  private mutating func grantCondition() -> String {
    switch random.below(20) {
    case 0..<8: "content.unit within session.unit.enterprise"
    case 8..<12: "content.unit within session.unit"
    case 12..<15: "content.unit.enterprise.kind == hospital"
    case 15..<18: "content.author == session.staff"
    default: "content.unit within session.unit.enterprise and patient.age >= 16"
    }
  }

  private mutating func addOwnRelationship(_ id: String, isMunicipal: Bool) {
    let kinds =
      isMunicipal
      ? Array(Vocabulary.hospitalKinds..<Vocabulary.linkKinds.count)
      : Array(0..<Vocabulary.hospitalKinds)
    let drawn = random.below(20)
    let tie: PlannedTie =
      switch drawn {
      case 0..<3: .staff
      case 3..<5: isCore ? .staff : .team
      case 5..<6: isCore ? .unit : .enterprise
      default: .unit
      }
    addRelationship(id, random.some(random.of(1...2), of: kinds), tie)
  }

  private mutating func addRelationship(_ id: String, _ kinds: [Int], _ tie: PlannedTie) {
    plan.relationships.append(
      PlannedRelationship(
        id: id,
        kinds: kinds,
        tie: tie,
        before: random.one(of: [1, 2, 7, 14, 30, 60]),
        after: random.one(of: [7, 14, 30, 30, 60, 90])
      )
    )
  }

  private mutating func planMarks() {
    let named = ["sensitive", "psychiatric", "protected", "research"]
    let more = (0..<(plan.size.templates / 32)).map { "closed-\($0)" }
    for id in named + more {
      let inside = random.some(random.of(2...4), of: Array(0..<Vocabulary.professions.count))
      plan.marks.append(PlannedMark(id: id, professions: inside))
    }
  }
}
