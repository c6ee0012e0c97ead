/// What a staff record gives: an authorisation, or reasons why it gives none.
///
/// There is nothing between: a record that cannot be placed gets no wider template instead.
public struct ProvisioningOutcome: Sendable, Hashable {
  /// What came of the record.
  public enum Result: Sendable, Hashable {
    /// The authorisation, and which rule gave which part of it.
    case given(RegisteredAuthorisation, ProvisioningGrounds)
    /// Every reason why there is none, at least one.
    case refused([ProvisioningRefusal])
  }

  /// The key of the record.
  public let record: StaffRecordRef

  /// The member of staff.
  public let staff: StaffRef

  /// When the record says that the position ends.
  public let until: Fact<Instant>

  /// Where the record was written.
  public let place: SourceRange?

  /// What came of it.
  public private(set) var result: Result

  init(_ record: StaffRecord, _ result: Result) {
    self.record = record.id
    staff = record.staff
    until = record.until
    place = record.place
    self.result = result
  }

  /// The same record, refused for one more reason, which stands first.
  func refused(also reason: ProvisioningRefusal) -> Self {
    var outcome = self
    let reasons =
      if case .refused(let reasons) = result { reasons } else { [ProvisioningRefusal]() }
    outcome.result = .refused([reason] + reasons)
    return outcome
  }

  /// The authorisation, where one is given.
  public var authorisation: RegisteredAuthorisation? {
    guard case .given(let authorisation, _) = result else { return nil }
    return authorisation
  }
}

/// Which provisioning rule gave which part of an authorisation.
public struct ProvisioningGrounds: Sendable, Hashable {
  /// The one rule that gave the template.
  public let template: ProvisioningRuleID

  /// For each subtemplate, the rules that gave it, in order.
  public let subtemplates: [SubtemplateID: [ProvisioningRuleID]]

  /// The one rule that gave the provider record; `nil` when none did.
  public let providerRecord: ProvisioningRuleID?

  /// Every rule that gave something, each once, in order.
  public var rules: [ProvisioningRuleID] {
    Set([template] + subtemplates.values.joined() + (providerRecord.map { [$0] } ?? [])).sorted()
  }
}
