/// What a person's role is made of now: template, subtemplates and deviations, merged as words of bits.
struct MergedRole {
  /// The dense index of the template, if the policy set declares it.
  let template: Int?
  private let part: RoleTable.Part
  /// The units that deviations take away, from the lowest.
  let removedUnits: [Int]

  init(
    _ authorisation: borrowing Authorisation,
    now: Instant,
    _ compiled: CompiledPolicy,
    _ names: RequestNames
  ) {
    template = names.index(of: authorisation.template, .template)
    guard let template else {
      part = compiled.roles.nothing
      removedUnits = []
      return
    }
    let part = compiled.roles.templates[template]
    // Most people are what their template says.
    if authorisation.subtemplates.isEmpty, authorisation.deviations.isEmpty {
      self.part = part
      removedUnits = []
      return
    }
    var merging = Merging(part)
    for id in authorisation.subtemplates {
      guard let index = names.index(of: id, .subtemplate) else { continue }
      merging.join(compiled.roles.subtemplates[index])
    }
    if !authorisation.deviations.isEmpty {
      merging.apply(authorisation.deviations, now: now, compiled)
    }
    self.part = merging.part
    removedUnits = merging.removedUnits
  }

  /// The units that the role lists, from the lowest.
  var units: [Int] { part.units }

  /// When links are over for all of its care relationships.
  var lastCloses: LastCloses { part.lastCloses }

  // MARK: Asking

  /// Whether it has a right: a member of a section of ``RoleLayout``.
  func has(_ member: Int, in section: Range<Int>) -> Bool {
    part.words[section.lowerBound + member >> 6] & (1 << UInt64(member & 63)) != 0
  }

  /// Its rights of one section, from the lowest number.
  func members(of section: Range<Int>) -> Members { Members(part, section) }

  /// Whether the role lets the person log in to a unit.
  func opens(_ unit: Int, _ organisation: OrganisationIndex) -> Bool {
    for listed in part.units where organisation.isWithin(unit, listed) {
      for removed in removedUnits where organisation.isWithin(unit, removed) { return false }
      return true
    }
    return false
  }

  /// The numbers of the bits that are set in a section.
  struct Members: Sequence, IteratorProtocol {
    private let part: RoleTable.Part
    private let end: Int
    private let start: Int
    private var index: Int
    private var rest: UInt64

    init(_ part: RoleTable.Part, _ section: Range<Int>) {
      self.part = part
      start = section.lowerBound
      end = section.upperBound
      index = section.lowerBound
      rest = section.isEmpty ? 0 : part.words[section.lowerBound]
    }

    mutating func next() -> Int? {
      while rest == 0 {
        index += 1
        guard index < end else { return nil }
        rest = part.words[index]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      return (index - start) << 6 + bit
    }
  }
}

/// A role while subtemplates and deviations are joined to its template.
private struct Merging {
  private var words: [UInt64]
  private var units: [Int]
  private(set) var removedUnits: [Int] = []
  private var lastCloses: LastCloses
  private let leastAuthentication: Int64?

  init(_ part: RoleTable.Part) {
    words = part.words
    units = part.units
    lastCloses = part.lastCloses
    leastAuthentication = part.leastAuthentication
  }

  var part: RoleTable.Part {
    RoleTable.Part(
      words: words,
      units: units,
      leastAuthentication: leastAuthentication,
      lastCloses: lastCloses
    )
  }

  mutating func join(_ part: RoleTable.Part) {
    for index in words.indices { words[index] |= part.words[index] }
    Self.join(part.units, to: &units)
    lastCloses.formUnion(part.lastCloses)
  }

  private static func join(_ more: [Int], to units: inout [Int]) {
    for unit in more {
      var place = units.endIndex
      while place > 0, units[place - 1] > unit { place -= 1 }
      if place == 0 || units[place - 1] != unit { units.insert(unit, at: place) }
    }
  }

  mutating func apply(_ deviations: [Deviation], now: Instant, _ compiled: CompiledPolicy) {
    // What they add is seldom asked for; the windows of all relationships hold theirs, too.
    lastCloses = compiled.linkTable.lastCloses
    for deviation in deviations where deviation.isLive(at: now) == .yes && deviation.isJustified {
      forEachRight(in: deviation.adds, compiled) { words, place in
        words[place >> 6] |= 1 << UInt64(place & 63)
      }
      Self.join(Self.indices(deviation.adds.units, compiled), to: &units)
    }
    // Last, so that what one deviation takes away no other gives.
    for deviation in deviations where deviation.isLive(at: now) != .no {
      forEachRight(in: deviation.removes, compiled) { words, place in
        words[place >> 6] &= ~(1 << UInt64(place & 63))
      }
      Self.join(Self.indices(deviation.removes.units, compiled), to: &removedUnits)
    }
  }

  private static func indices(_ units: Set<UnitID>, _ compiled: CompiledPolicy) -> [Int] {
    units.compactMap { compiled.names.index(of: $0, .unit) }
  }

  private mutating func forEachRight(
    in parts: RoleParts,
    _ compiled: CompiledPolicy,
    _ change: (inout [UInt64], Int) -> Void
  ) {
    let layout = compiled.roles.layout
    let policy = compiled.policy
    for id in parts.securityClasses {
      if let place = layout.place(securityClass: id, policy) { change(&words, place) }
    }
    for id in parts.relationships {
      if let place = layout.place(relationship: id, policy) { change(&words, place) }
    }
    for id in parts.reach {
      if let place = layout.place(reach: id, policy) { change(&words, place) }
    }
    for id in parts.selfAuthorisation {
      if let place = layout.place(selfAuthorisation: id, policy) { change(&words, place) }
    }
  }
}
