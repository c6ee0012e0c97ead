/// One patient's record as a service shows it: the patient, and the items that stand in it.
///
/// Content without a patient (lists, reports, logs) is a chart without one.
public struct Chart: Sendable, Hashable {
  /// Whose record it is; `nil` for content without a patient.
  public var patient: Patient?

  /// The items, in the order in which verdicts on them are given.
  public var items: [ContentItem]

  /// Makes a chart.
  public init(patient: Patient?, items: [ContentItem]) {
    self.patient = patient
    self.items = items
  }
}
