/// The people of the hospital: staff, patients, and the links between them, held in plain numbers.
///
/// ``request(_:)`` and its siblings make of these what the engine takes; other engines are given the
/// numbers themselves.
public struct Population: Sendable {
  /// How many people there are.
  public struct Count: Sendable, Hashable {
    /// Members of staff.
    public let staff: Int
    /// Patients; they have ten links each, on average.
    public let patients: Int

    /// Takes both numbers.
    public init(staff: Int, patients: Int) {
      self.staff = staff
      self.patients = patients
    }

    /// 5,000 staff, 100,000 patients, 1,000,000 links.
    public static let region = Count(staff: 5_000, patients: 100_000)
    /// As many as instruction counts need.
    public static let ward = Count(staff: 500, patients: 2_000)
  }

  /// The policy set in which they live.
  public let plan: Plan
  /// Members of staff.
  public internal(set) var staff: [Employee] = []
  /// The links of all patients, those of one patient together.
  public internal(set) var links: [Tie] = []
  /// Where the links of each patient begin, and, at the end, how many there are.
  public internal(set) var firstLink: [Int32] = [0]
  /// Who is logged in to each unit, or beneath it, or directly above: those who could take a link.
  var staffNear: [[Int32]] = []
  /// Links in force now, of which somebody could be asking.
  var livingLinks: [Int32] = []

  /// How many patients there are.
  public var patients: Int { firstLink.count - 1 }

  /// Draws a population; the same arguments always give the same one.
  public init(_ plan: Plan, people: Count) {
    self.plan = plan
    drawStaff(people.staff)
    for patient in 0..<people.patients { drawLinks(patient) }
  }

  /// The links of a patient.
  public func links(of patient: Int) -> ArraySlice<Tie> {
    links[Int(firstLink[patient])..<Int(firstLink[patient + 1])]
  }

  /// The patient of a link.
  public func patient(ofLink link: Int) -> Int {
    var low = 0
    var high = patients
    while low + 1 < high {
      let middle = (low + high) / 2
      if firstLink[middle] <= link { low = middle } else { high = middle }
    }
    return low
  }
}

/// A member of staff, with the one role that the person has.
public struct Employee: Sendable {
  /// The role template.
  public let template: Int32
  /// A subtemplate; -1 for none.
  public let subtemplate: Int32
  /// The unit that the person is logged in to: a ward, or a department with its wards.
  public let unit: Int32
  /// The person's own record; -1 for none.
  public let ownRecord: Int32
  /// Whether a deviation takes away one of the role's sets of rights.
  public let hasDeviation: Bool
}

/// A link between a patient and a unit.
public struct Tie: Sendable {
  /// Its kind.
  public let kind: UInt8
  /// Where it stands: 3 does not count.
  public let status: UInt8
  /// The unit.
  public let unit: Int32
  /// The member of staff that it names.
  public let staff: Int32
  /// When it begins: hours from the instant of requests.
  public let starts: Int32
  /// When it ends, likewise; ``openEnd`` while it has no end.
  public let ends: Int32

  /// No end yet.
  public static let openEnd = Int32.max

  /// When it begins, in seconds since 1970.
  public var startSeconds: Int64 { Vocabulary.now + Int64(starts) * 3_600 }
  /// When it ends, in seconds since 1970; `nil` while it has no end.
  public var endSeconds: Int64? {
    ends == Self.openEnd ? nil : Vocabulary.now + Int64(ends) * 3_600
  }
}

extension Population {
  /// Three of four are logged in to a ward, the others to a department.
  private mutating func drawStaff(_ count: Int) {
    let wards = plan.units.indices.filter { plan.units[$0].kind == "ward" }
    let hospitalWards = wards.filter { !isMunicipal($0) }
    let municipalWards = wards.filter(isMunicipal)
    staffNear = Array(repeating: [], count: plan.units.count)
    for number in 0..<count {
      var random = Randomness(seed: plan.seed, .staff, number)
      let template = random.below(plan.templates.count)
      let isMunicipal = plan.templates[template].isMunicipal
      let ward = random.one(of: isMunicipal ? municipalWards : hospitalWards)
      let unit = random.percent(75) ? ward : plan.units[ward].parent
      let subtemplates = plan.subtemplates.indices.filter {
        plan.subtemplates[$0].isMunicipal == isMunicipal
      }
      let hasSubtemplate = random.percent(20) && plan.question == .whole && !subtemplates.isEmpty
      staff.append(
        Employee(
          template: Int32(template),
          subtemplate: hasSubtemplate ? Int32(random.one(of: subtemplates)) : -1,
          unit: Int32(unit),
          ownRecord: random.percent(60) ? Int32(random.below(1_000)) : -1,
          hasDeviation: random.percent(1) && plan.question == .whole
        )
      )
      for near in plan.units.indices[unit...plan.units[unit].last] {
        staffNear[near].append(Int32(number))
      }
    }
  }

  private func isMunicipal(_ unit: Int) -> Bool {
    plan.units[plan.units[unit].enterprise].kind == "municipality"
  }

  /// Ten links on average, up to 79: most patients have few, some have very many.
  private mutating func drawLinks(_ patient: Int) {
    var random = Randomness(seed: plan.seed, .patients, patient)
    let drawn = random.below(100)
    let count = random.of(drawn < 72 ? 1...8 : drawn < 96 ? 9...28 : 29...79)
    let hospital = plan.units[1 + random.below(4) * 31].enterprise
    let municipality = plan.units[1 + (4 + random.below(8)) * 31].enterprise
    let usual = [hospital, hospital, municipality].map { ward(in: $0, &random) }
    for _ in 0..<count {
      let place = random.below(3)
      let isUsual = random.percent(70)
      let unit = isUsual ? usual[place] : ward(in: plan.units[usual[place]].enterprise, &random)
      let kind =
        place == 2
        ? random.of(Vocabulary.hospitalKinds...(Vocabulary.linkKinds.count - 1))
        : random.below(Vocabulary.hospitalKinds)
      let link = tie(kind: kind, unit: unit, &random)
      if link.status < 3, link.starts < 24 * 7, link.ends > -24 * 7 {
        livingLinks.append(Int32(links.count))
      }
      links.append(link)
    }
    firstLink.append(Int32(links.count))
  }

  private func ward(in enterprise: Int, _ random: inout Randomness) -> Int {
    enterprise + 1 + random.below(6) * 5 + 1 + random.below(4)
  }

  /// One of three concerns these weeks, the others the last five years; some have no end yet.
  private func tie(kind: Int, unit: Int, _ random: inout Randomness) -> Tie {
    let starts =
      random.percent(30) ? random.of(-24 * 40...24 * 14) : random.of(-24 * 1_800 ... -24 * 40)
    let isOpen = random.percent(8) && starts <= 0
    let ends = isOpen ? Tie.openEnd : Int32(starts + random.of(6...24 * 60))
    let isCancelled = random.percent(5)
    let status = isCancelled ? 3 : starts > 0 ? 0 : ends > 0 ? 1 : 2
    let near = staffNear[unit]
    return Tie(
      kind: UInt8(kind),
      status: UInt8(status),
      unit: Int32(unit),
      staff: near.isEmpty ? Int32(random.below(staff.count)) : random.one(of: near),
      starts: Int32(starts),
      ends: ends
    )
  }
}
