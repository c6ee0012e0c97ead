/// The register that follows from staff records and the register in force, and what is different in it.
public struct RegisterUpdate: Sendable, Hashable {
  /// The new register.
  public let register: AuthorisationRegister

  /// One for each authorisation of the two registers, by staff, then by record.
  public let differences: [RegisterDifference]

  /// How many authorisations of the register in force could be used at the time, or would be later.
  public let usable: Int

  /// How many of these their people can use no longer: gone, over, not begun yet, or another's.
  public let lost: Int
}

extension AuthorisationRegister {
  /// The register that follows this one, by all staff records there are.
  ///
  /// - An authorisation whose record is gone ends now, and its deviations with it; it stays in the
  ///   register as ended.
  /// - One whose record is refused or cannot be read goes on as it is, until its own end or that of the
  ///   record, whichever comes first: a slip in a record is no reason to stop care, and none to give more.
  ///   An end that the refusal itself calls wrong, or that is somebody else's, says nothing.
  /// - What somebody has deactivated in the register stays so until it is lifted there, whatever the
  ///   records say.
  /// - Deviations go on with their authorisation. Under another template they add nothing any more, as
  ///   what they add was approved beside the old one; what they remove stays removed.
  ///
  /// Done twice with the same records, the second time changes nothing.
  public func updated(by result: ProvisioningResult, at now: Instant) -> RegisterUpdate {
    var builder = RegisterBuilder(inForce: self, now: now)
    var refused: [StaffRecordRef: [ProvisioningOutcome]] = [:]
    for outcome in result.outcomes {
      switch outcome.result {
      case .given(let authorisation, _): builder.give(authorisation)
      case .refused: refused[outcome.record, default: []].append(outcome)
      }
    }
    for (record, outcomes) in refused { builder.keep(record, refused: outcomes) }
    for record in result.unreadable where refused[record] == nil {
      builder.keep(record, refused: [])
    }
    builder.finish(keepsTheRest: result.unreadableWithoutKey > 0)
    return RegisterUpdate(
      register: AuthorisationRegister(policySet: result.policySet, entries: builder.entries),
      differences: builder.differences.sorted {
        $0.staff == $1.staff ? $0.record < $1.record : $0.staff < $1.staff
      },
      usable: builder.usable,
      lost: builder.lost
    )
  }
}

/// Sets what records give beside what is in force.
private struct RegisterBuilder {
  let now: Instant
  /// What is in force and not yet dealt with, by record.
  var left: [StaffRecordRef: RegisteredAuthorisation]
  var entries: [RegisteredAuthorisation] = []
  var differences: [RegisterDifference] = []
  let usable: Int
  var lost = 0

  init(inForce register: AuthorisationRegister, now: Instant) {
    self.now = now
    left = Dictionary(
      register.entries.map { ($0.source.record, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    usable = register.entries.count { $0.isUsable(from: now) }
  }

  mutating func give(_ authorisation: RegisteredAuthorisation) {
    guard let old = left.removeValue(forKey: authorisation.source.record) else {
      note(authorisation, since: nil, .created)
      return
    }
    var entry = authorisation
    entry.authorisation.deviations = old.deviationsGoingOn(with: authorisation)
    if old.isDeactivated { entry.authorisation.isActive = old.authorisation.isActive }
    let changes = entry.changes(since: old)
    if old.endedAt != nil {
      note(entry, since: old, .resumed(changes))
    } else {
      note(entry, since: old, changes.isEmpty ? .unchanged : .changed(changes))
    }
  }

  mutating func keep(_ record: StaffRecordRef, refused outcomes: [ProvisioningOutcome]) {
    guard let old = left.removeValue(forKey: record) else { return }
    guard old.endedAt == nil else {
      note(old, since: old, .unchanged)
      return
    }
    var entry = old
    // Where the record names somebody else, that can be the slip for which it is refused.
    let ends = outcomes.filter { $0.staff == old.staff && !$0.hasWrongEnd }
      .compactMap(\.until.value)
    if let end = ends.min(), end < old.authorisation.until.value ?? .distantFuture {
      entry.authorisation.until = .known(end)
    }
    note(entry, since: old, .kept(entry.changes(since: old)))
  }

  /// Deals with what no record mentions.
  mutating func finish(keepsTheRest: Bool) {
    for old in left.values {
      if old.endedAt != nil || old.isDeactivated {
        // Ended, it would be active again when the record comes back.
        note(old, since: old, .unchanged)
      } else if keepsTheRest {
        note(old, since: old, .kept([]))
      } else {
        var entry = old
        entry.endedAt = now
        entry.authorisation.isActive = .known(false)
        entry.authorisation.deviations = []
        note(entry, since: old, .ended)
      }
    }
    left = [:]
  }

  private mutating func note(
    _ entry: RegisteredAuthorisation,
    since old: RegisteredAuthorisation?,
    _ kind: RegisterDifference.Kind
  ) {
    if let old, old.isLost(with: entry, at: now) { lost += 1 }
    entries.append(entry)
    differences.append(
      RegisterDifference(staff: entry.staff, record: entry.source.record, kind: kind)
    )
  }
}

extension ProvisioningOutcome {
  /// Whether it is refused because of when the record says that the position ends.
  fileprivate var hasWrongEnd: Bool {
    guard case .refused(let reasons) = result else { return false }
    return reasons.contains { reason in
      if case .neverInForce = reason { true } else { false }
    }
  }
}

extension Instant {
  /// Later than any end that can be written.
  fileprivate static let distantFuture = Instant(secondsSince1970: .max)
}

extension RegisteredAuthorisation {
  /// The deviations that go on with what the record gives now.
  fileprivate func deviationsGoingOn(with new: Self) -> [Deviation] {
    // Deviations are a person's own, and ended with the authorisation if it did.
    guard staff == new.staff, endedAt == nil else { return [] }
    guard authorisation.template != new.authorisation.template else {
      return authorisation.deviations
    }
    return authorisation.deviations.filter { $0.removes != RoleParts() }.map { deviation in
      var deviation = deviation
      deviation.adds = RoleParts()
      return deviation
    }
  }

  /// What is different in this entry from an older one, in the order of the parts.
  fileprivate func changes(since old: Self) -> [RegisterChange] {
    RegisterChange.Part.allCases.compactMap { part in
      let (before, after) = (old.words(of: part), words(of: part))
      return before == after ? nil : RegisterChange(part: part, before: before, after: after)
    }
  }

  /// One part in words, sorted.
  private func words(of part: RegisterChange.Part) -> [String] {
    switch part {
    case .staff: [staff.text]
    case .template: [authorisation.template.text]
    case .subtemplates: authorisation.subtemplates.sorted().map(\.text)
    case .providerRecord: Self.words(authorisation.providerRecord.map(\.text))
    case .units: units.sorted().map(\.text)
    case .from: Self.words(authorisation.from.map(\.description))
    case .until: Self.words(authorisation.until.map(\.description))
    case .deviations: authorisation.deviations.flatMap(\.words).sorted()
    case .rules: source.rules.sorted().map(\.text)
    }
  }

  private static func words(_ fact: Fact<String>) -> [String] {
    switch fact {
    case .known(let text): [text]
    case .absent: []
    case .unknown: ["?"]
    }
  }
}

extension Deviation {
  /// `+` and the key where it adds something, `-` and the key where it removes something.
  fileprivate var words: [String] {
    (adds == RoleParts() ? [] : ["+\(id)"]) + (removes == RoleParts() ? [] : ["-\(id)"])
  }
}
