/// What a new register says of one authorisation, beside the register in force.
public struct RegisterDifference: Sendable, Hashable {
  /// What became of the authorisation.
  public enum Kind: Sendable, Hashable {
    /// The record is new.
    case created
    /// The record was gone, and is back; with what is different from what it gave then.
    case resumed([RegisterChange])
    /// The record gives something else.
    case changed([RegisterChange])
    /// The record is gone: the authorisation is deactivated.
    case ended
    /// The record is refused or cannot be read, so what it gave goes on; with what is different all
    /// the same, because it can only take away.
    case kept([RegisterChange])
    /// Nothing is different.
    case unchanged
  }

  /// The member of staff.
  public let staff: StaffRef

  /// The record that the authorisation comes from.
  public let record: StaffRecordRef

  /// What became of it.
  public let kind: Kind
}

/// One part of an authorisation that is different from what it was, in words that are sorted.
public struct RegisterChange: Sendable, Hashable {
  /// The parts that can differ.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The member of staff.
    case staff
    /// The role template.
    case template
    /// The subtemplates.
    case subtemplates
    /// The provider record.
    case providerRecord
    /// The units that can be logged in to.
    case units
    /// When it begins.
    case from
    /// When it ends.
    case until
    /// The deviations that go on.
    case deviations
    /// The rules that gave it.
    case rules
  }

  /// Which part.
  public let part: Part

  /// What it was; empty when there was none.
  public let before: [String]

  /// What it is; empty when there is none.
  public let after: [String]
}
