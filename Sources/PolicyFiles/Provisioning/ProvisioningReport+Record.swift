public import AccessPolicy

// What came of one record, for who asks about a single person.

extension ProvisioningReport {
  /// The authorisation that a record gives; `nil` when it gives none, or is not in the file.
  public func authorisation(of record: StaffRecordRef) -> RegisteredAuthorisation? {
    result.outcomes.first { $0.record == record }?.authorisation
  }

  /// Why a record gives nothing, a sentence with what mends it for each reason; empty when it gives an
  /// authorisation, or is not in the file.
  public func reasons(against record: StaffRecordRef, in language: Language) -> [String] {
    let refused = refused.filter { $0.outcome.record == record }.flatMap(\.reasons)
      .map { "\($0.text(language)); \($0.help(language))" }
    let unreadable = unreadable.filter { $0.id == record }.flatMap(\.mistakes)
      .map { mistake in
        let place = mistake.range.map { "\($0): " } ?? ""
        return place + mistake.message + (mistake.help.map { "; \($0)" } ?? "")
      }
    var seen: Set<String> = []
    return (refused + unreadable).filter { seen.insert($0).inserted }
  }

  /// The keys of all records that could be told apart, in order.
  public var records: [StaffRecordRef] {
    Set(result.outcomes.map(\.record) + unreadable.compactMap(\.id)).sorted()
  }
}
