/// Something about an authorisation in a register that somebody has to look at.
public struct AuthorisationNotice: Sendable, Hashable {
  /// What there is to look at.
  public enum Kind: Sendable, Hashable {
    /// Somebody has deactivated it in the register, and it stays so until that is lifted there.
    case deactivated
    /// The policy set does not have its template, so it opens nothing.
    case withoutTemplate(TemplateID)
    /// It names what the policy set does not have, which gives nothing.
    case undeclared([String])
    /// The role does something that takes a licence, and there is no provider record.
    case withoutClinicalAccess
  }

  /// The member of staff.
  public let staff: StaffRef

  /// The record that the authorisation comes from.
  public let record: StaffRecordRef

  /// What there is to look at.
  public let kind: Kind
}
