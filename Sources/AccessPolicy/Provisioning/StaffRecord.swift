/// One line of what an employer's systems say about staff: one person, at one workplace, for a time.
///
/// A person with two positions has two records, and gets two authorisations, which never mix.
///
/// ```swift
/// let record = StaffRecord(
///   id: "4711", staff: "anna", workplace: .known(ward), from: .known(start), until: .absent)
/// ```
public struct StaffRecord: Sendable, Hashable {
  /// The key of the record, which stays the same while the position goes on.
  public var id: StaffRecordRef

  /// The member of staff.
  public var staff: StaffRef

  /// The enterprise that employs the person.
  public var employer: Fact<UnitID>

  /// Where the person works.
  public var workplace: Fact<UnitID>

  /// When the position begins; `absent` when it always has been.
  public var from: Fact<Instant>

  /// When the position ends, that instant excluded; `absent` when no end is set.
  public var until: Fact<Instant>

  /// Attributes of the record that the policy set declares; one that is missing is unknown.
  public var attributes: Attributes

  /// Where it was written, for reports.
  public var place: SourceRange?

  /// Makes a record.
  ///
  /// What is left out is unknown: to have no end is something that a record says.
  public init(
    id: StaffRecordRef,
    staff: StaffRef,
    employer: Fact<UnitID> = .unknown,
    workplace: Fact<UnitID> = .unknown,
    from: Fact<Instant> = .unknown,
    until: Fact<Instant> = .unknown,
    attributes: Attributes = [:],
    place: SourceRange? = nil
  ) {
    self.id = id
    self.staff = staff
    self.employer = employer
    self.workplace = workplace
    self.from = from
    self.until = until
    self.attributes = attributes
    self.place = place
  }
}
