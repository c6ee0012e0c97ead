/// The facts that every request, or staff record, can carry: the one place where they are declared.
public enum BuiltInAttribute: String, Sendable, Hashable, CaseIterable {
  /// The time of the request.
  case now
  /// The member of staff who asks.
  case sessionStaff = "session.staff"
  /// The staff member's own patient record.
  case sessionOwnRecord = "session.ownRecord"
  /// The unit that the person is logged in to.
  case sessionUnit = "session.unit"
  /// Every unit that the person's role lets them log in to.
  case sessionUnits = "session.units"
  /// The role template.
  case sessionTemplate = "session.template"
  /// The subtemplates of the authorisation.
  case sessionSubtemplates = "session.subtemplates"
  /// The provider record.
  case sessionProviderRecord = "session.providerRecord"
  /// The purpose of use.
  case sessionPurpose = "session.purpose"
  /// How strongly the person was authenticated.
  case sessionAuthenticationLevel = "session.authenticationLevel"
  /// Whether the system takes no changes at present.
  case sessionSystemIsReadOnly = "session.systemIsReadOnly"
  /// Groups of patients that the person is responsible for.
  case sessionGroups = "session.groups"
  /// The patient.
  case patientID = "patient.id"
  /// The date of birth.
  case patientBirthDate = "patient.birthDate"
  /// Whole years since birth, on the local calendar day of the request.
  case patientAge = "patient.age"
  /// Where the patient lives.
  case patientResidence = "patient.residence"
  /// Marks on the patient as a whole.
  case patientMarks = "patient.marks"
  /// The kind of logistics.
  case linkKind = "link.kind"
  /// Where the logistics stands.
  case linkStatus = "link.status"
  /// The unit that the logistics belongs to.
  case linkUnit = "link.unit"
  /// The member of staff that the logistics names.
  case linkStaff = "link.staff"
  /// The team that the logistics names.
  case linkTeam = "link.team"
  /// The group that the logistics puts the patient in.
  case linkGroup = "link.group"
  /// When the logistics begins.
  case linkStarts = "link.starts"
  /// When the logistics ends.
  case linkEnds = "link.ends"
  /// The class of the content.
  case contentClass = "content.class"
  /// Tags of the content's class.
  case contentTags = "content.tags"
  /// The key of the item.
  case contentItem = "content.item"
  /// The key of the contact that the item belongs to.
  case contentContact = "content.contact"
  /// The unit where the item was recorded.
  case contentUnit = "content.unit"
  /// The unit that had the contact.
  case contentContactUnit = "content.contactUnit"
  /// The treatment team of the contact.
  case contentTeam = "content.team"
  /// Who wrote the item.
  case contentAuthor = "content.author"
  /// When the item was recorded.
  case contentRecorded = "content.recorded"
  /// When the period that the item concerns begins.
  case contentStarts = "content.starts"
  /// When the period that the item concerns ends.
  case contentEnds = "content.ends"
  /// Marks on the item itself.
  case contentMarks = "content.marks"
  /// What the person wants to do.
  case requestAction = "request.action"
  /// The member of staff that the staff record is about.
  case recordStaff = "record.staff"
  /// The enterprise that employs the person.
  case recordEmployer = "record.employer"
  /// Where the person works.
  case recordWorkplace = "record.workplace"
  /// When the position begins.
  case recordFrom = "record.from"
  /// When the position ends.
  case recordUntil = "record.until"

  /// The type of the fact's value.
  public var type: ValueType {
    switch self {
    case .now, .linkStarts, .linkEnds, .contentRecorded, .contentStarts, .contentEnds, .recordFrom,
      .recordUntil:
      .instant
    case .sessionStaff, .linkStaff, .contentAuthor, .recordStaff: .staff
    case .sessionOwnRecord, .patientID: .patient
    case .sessionUnit, .patientResidence, .linkUnit, .contentUnit, .contentContactUnit,
      .recordEmployer, .recordWorkplace:
      .unit
    case .sessionUnits: .set(of: .unit)
    case .sessionTemplate: .code(.template)
    case .sessionSubtemplates: .set(of: .code(.subtemplate))
    case .sessionProviderRecord: .code(.providerRecord)
    case .sessionPurpose: .code(.purpose)
    case .sessionAuthenticationLevel, .patientAge: .number
    case .sessionSystemIsReadOnly: .boolean
    case .sessionGroups: .set(of: .text)
    case .patientBirthDate: .date
    case .patientMarks, .contentMarks: .set(of: .code(.mark))
    case .linkKind: .code(.logisticsKind)
    case .linkStatus: .code(.linkStatus)
    case .linkTeam, .contentTeam: .set(of: .staff)
    case .linkGroup, .contentItem, .contentContact: .text
    case .contentClass: .code(.contentClass)
    case .contentTags: .set(of: .code(.contentTag))
    case .requestAction: .code(.action)
    }
  }

  /// What the fact belongs to; `nil` for the time.
  public var group: AttributeGroup? {
    rawValue.split(separator: ".").first.flatMap { AttributeGroup(rawValue: String($0)) }
  }

  /// What the fact is, in words, for documents.
  public var meaning: String {
    switch self {
    case .now: "the time of the request"
    case .sessionStaff: "the member of staff who asks"
    case .sessionOwnRecord: "the staff member's own patient record"
    case .sessionUnit: "the unit that the person is logged in to"
    case .sessionUnits: "every unit that the person's role lets them log in to"
    case .sessionTemplate: "the role template"
    case .sessionSubtemplates: "the subtemplates of the authorisation"
    case .sessionProviderRecord: "the provider record"
    case .sessionPurpose: "the purpose of use"
    case .sessionAuthenticationLevel: "how strongly the person was authenticated"
    case .sessionSystemIsReadOnly: "whether the system takes no changes at present"
    case .sessionGroups: "groups of patients that the person is responsible for"
    case .patientID: "the patient"
    case .patientBirthDate: "the date of birth"
    case .patientAge: "whole years since birth, on the local calendar day of the request"
    case .patientResidence: "where the patient lives"
    case .patientMarks: "marks on the patient as a whole"
    case .linkKind: "the kind of logistics"
    case .linkStatus: "where the logistics stands"
    case .linkUnit: "the unit that the logistics belongs to"
    case .linkStaff: "the member of staff that the logistics names"
    case .linkTeam: "the team that the logistics names"
    case .linkGroup: "the group that the logistics puts the patient in"
    case .linkStarts: "when the logistics begins"
    case .linkEnds: "when the logistics ends"
    case .contentClass: "the class of the content"
    case .contentTags: "tags of the content's class"
    case .contentItem: "the key of the item"
    case .contentContact: "the key of the contact that the item belongs to"
    case .contentUnit: "the unit where the item was recorded"
    case .contentContactUnit: "the unit that had the contact"
    case .contentTeam: "the treatment team of the contact"
    case .contentAuthor: "who wrote the item"
    case .contentRecorded: "when the item was recorded"
    case .contentStarts: "when the period that the item concerns begins"
    case .contentEnds: "when the period that the item concerns ends"
    case .contentMarks: "marks on the item itself"
    case .requestAction: "what the person wants to do"
    case .recordStaff: "the member of staff that the staff record is about"
    case .recordEmployer: "the enterprise that employs the person"
    case .recordWorkplace: "where the person works"
    case .recordFrom: "when the position begins"
    case .recordUntil: "when the position ends"
    }
  }
}
