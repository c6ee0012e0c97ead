/// Names of facts that no condition can mention, as *undetermined* shows them.
enum ReferenceFactName {
  static let authorisationIsActive = "session.authorisation.isActive"
  static let authorisationFrom = "session.authorisation.from"
  static let authorisationUntil = "session.authorisation.until"
  static let contactMarks = "content.contact.marks"
  static let blocks = "patient.blocks"
  static let blockEffectuated = "block.effectuated"
  static let blockFrom = "block.from"
  static let blockUntil = "block.until"
  static let blockCoverage = "block.covers"
  static let blockEntriesFrom = "block.entriesFrom"
  static let blockAgainst = "block.against"
}
