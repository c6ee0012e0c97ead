/// Who has which role, for how long, by which record and rules; and each person's deviations.
///
/// It is kept in one order, by staff and then by record, so that the order in which records were
/// read changes nothing in it.
public struct AuthorisationRegister: Sendable, Hashable {
  /// The policy set by whose rules it was made.
  public let policySet: PolicySetID

  /// The authorisations, by staff, then by record.
  public let entries: [RegisteredAuthorisation]

  /// Makes a register; the order of the entries does not matter.
  public init(policySet: PolicySetID, entries: [RegisteredAuthorisation]) {
    self.policySet = policySet
    self.entries = entries.map(\.inOrder).sorted {
      $0.staff == $1.staff ? $0.source.record < $1.source.record : $0.staff < $1.staff
    }
  }
}

/// One authorisation of one person: what a session is opened with, and where it comes from.
public struct RegisteredAuthorisation: Sendable, Hashable {
  /// The member of staff.
  public var staff: StaffRef

  /// The role, as it goes into ``Session/authorisation``.
  ///
  /// Its deviations are the person's own: no staff record makes one.
  public var authorisation: Authorisation

  /// The units that the role lists for logging in, in order, before deviations.
  public var units: [UnitID]

  /// The record and the rules that gave it.
  public var source: AuthorisationSource

  /// When it was deactivated, because the record is gone; `nil` while it goes on.
  public var endedAt: Instant?

  /// Makes an entry.
  public init(
    staff: StaffRef,
    authorisation: Authorisation,
    units: [UnitID],
    source: AuthorisationSource,
    endedAt: Instant? = nil
  ) {
    self.staff = staff
    self.authorisation = authorisation
    self.units = units
    self.source = source
    self.endedAt = endedAt
  }

  /// The entry with its lists in the order that registers have.
  var inOrder: Self {
    var entry = self
    entry.units.sort()
    entry.source.rules.sort()
    entry.authorisation.deviations.sort { $0.id < $1.id }
    return entry
  }
}

/// Where an authorisation comes from.
public struct AuthorisationSource: Sendable, Hashable {
  /// The staff record; no two authorisations of a register have the same.
  public var record: StaffRecordRef

  /// The provisioning rules that gave a part of it, in order.
  public var rules: [ProvisioningRuleID]

  /// Makes a source.
  public init(record: StaffRecordRef, rules: [ProvisioningRuleID]) {
    self.record = record
    self.rules = rules
  }
}
