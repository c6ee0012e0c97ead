/// Values for the attributes that a policy set declares; one that is missing is unknown.
public typealias Attributes = [AttributeID: Fact<AttributeValue>]

/// The value of an attribute that a policy set declares.
///
/// A value whose type is not the declared one counts as unknown.
public enum AttributeValue: Sendable, Hashable {
  /// Yes or no.
  case boolean(Bool)
  /// A whole number.
  case number(Int64)
  /// A text, compared byte for byte.
  case text(TextRef)
  /// A calendar day.
  case date(CivilDate)
  /// A point in time.
  case instant(Instant)
  /// A unit of the organisation.
  case unit(UnitID)
  /// A member of staff.
  case staff(StaffRef)
  /// A patient.
  case patient(PatientRef)
  /// One of the codes that the attribute declares.
  case code(AttributeID)
  /// Several values of one type; order and repetition mean nothing.
  case set([AttributeValue])
}
