/// Something about a deviation that somebody has to look at.
public struct DeviationNotice: Sendable, Hashable {
  /// What there is to look at.
  public enum Kind: Sendable, Hashable {
    /// It ends soon.
    case due(Instant)
    /// It has ended.
    case expired(Instant)
    /// Nobody has said when it ends.
    case withoutEnd
    /// It ends no later than it begins.
    case neverInForce
    /// It neither adds nor removes anything.
    case changesNothing
    /// It does not say why, so it adds nothing.
    case withoutReason
    /// Nobody has approved it, so it adds nothing.
    case withoutApprover
    /// Whoever has it has approved it.
    case approvedBySelf
    /// It adds what the role has without it.
    case addsWhatRoleHas([String])
    /// It removes what the role does not have.
    case removesWhatRoleLacks([String])
    /// It names what the policy set does not declare.
    case undeclared([String])
  }

  /// The member of staff.
  public let staff: StaffRef

  /// The record that the authorisation comes from.
  public let record: StaffRecordRef

  /// The deviation.
  public let deviation: DeviationRef

  /// What there is to look at.
  public let kind: Kind
}
