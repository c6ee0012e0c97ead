/// What a person's role is made of now: template, subtemplates and deviations, merged as words of bits.
struct MergedRole {
  /// The dense index of the template, if the policy set declares it.
  let template: Int?
  private var words: [UInt64]
  /// The units that the role lists, from the lowest.
  private(set) var units: [Int]
  /// The units that deviations take away, from the lowest.
  private(set) var removedUnits: [Int]
  /// When links are over for all of its care relationships.
  private(set) var lastCloses: LastCloses

  init(_ authorisation: borrowing Authorisation, now: Instant, _ compiled: CompiledPolicy) {
    removedUnits = []
    template = compiled.policy.templates.index(of: authorisation.template)
    guard let template else {
      words = Array(repeating: 0, count: compiled.roles.layout.wordCount)
      units = []
      lastCloses = compiled.linkTable.lastCloses
      return
    }
    let part = compiled.roles.templates[template]
    words = part.words
    units = part.units
    lastCloses = part.lastCloses
    for id in authorisation.subtemplates {
      guard let index = compiled.policy.subtemplates.index(of: id) else { continue }
      join(compiled.roles.subtemplates[index])
    }
    if !authorisation.deviations.isEmpty {
      apply(authorisation.deviations, now: now, compiled)
      lastCloses = compiled.linkTable.lastCloses
    }
  }

  private mutating func join(_ part: RoleTable.Part) {
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

  private mutating func apply(_ deviations: [Deviation], now: Instant, _ compiled: CompiledPolicy) {
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
    units.compactMap { compiled.policy.organisation.index(of: $0) }
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

  // MARK: Asking

  /// Whether it has a right: a member of a section of ``RoleLayout``.
  func has(_ member: Int, in section: Range<Int>) -> Bool {
    words[section.lowerBound + member >> 6] & (1 << UInt64(member & 63)) != 0
  }

  /// Its rights of one section, from the lowest number.
  func members(of section: Range<Int>) -> Members { Members(words, section) }

  /// Whether the role lets the person log in to a unit.
  func opens(_ unit: Int, _ organisation: OrganisationIndex) -> Bool {
    for listed in units where organisation.isWithin(unit, listed) {
      for removed in removedUnits where organisation.isWithin(unit, removed) { return false }
      return true
    }
    return false
  }

  /// The numbers of the bits that are set in a section.
  struct Members: Sequence, IteratorProtocol {
    private let words: [UInt64]
    private let section: Range<Int>
    private var index: Int
    private var rest: UInt64

    init(_ words: [UInt64], _ section: Range<Int>) {
      self.words = words
      self.section = section
      index = section.lowerBound
      rest = section.isEmpty ? 0 : words[section.lowerBound]
    }

    mutating func next() -> Int? {
      while rest == 0 {
        index += 1
        guard index < section.upperBound else { return nil }
        rest = words[index]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      return (index - section.lowerBound) << 6 + bit
    }
  }
}
