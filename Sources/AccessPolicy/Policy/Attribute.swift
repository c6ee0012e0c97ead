/// A fact that conditions can name: one of the engine's own, or one that the policy set declares.
public struct Attribute: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Where the value comes from.
  public enum Source: Sendable, Hashable {
    /// A part of every request.
    case builtIn(BuiltInAttribute)
    /// An attribute that the policy set declares.
    case declared(AttributeGroup, AttributeID)
  }

  /// A step from a unit to something that the organisation says of it.
  public enum UnitStep: String, Sendable, Hashable {
    /// The unit's kind.
    case kind
    /// The enterprise that the unit belongs to.
    case enterprise
    /// The kind of the enterprise that the unit belongs to.
    case enterpriseKind = "enterprise.kind"
  }

  /// Where the value comes from.
  public let source: Source

  /// For a unit, what of it is meant; `nil` for the value itself.
  public let step: UnitStep?

  /// The type of the value, after the step.
  public let type: ValueType

  package init(source: Source, step: UnitStep?, type: ValueType) {
    self.source = source
    self.step = step
    self.type = type
  }

  /// The name as conditions write it: `content.unit.enterprise.kind`.
  public var description: String {
    let base =
      switch source {
      case .builtIn(let attribute): attribute.rawValue
      case .declared(let group, let id): "\(group.rawValue).\(id)"
      }
    return step.map { "\(base).\($0.rawValue)" } ?? base
  }

  /// Orders attributes by name.
  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// What a fact belongs to: the part of a name before the dot.
public enum AttributeGroup: String, Sendable, Hashable, CaseIterable {
  /// The person who asks, in a role at a place.
  case session
  /// The patient.
  case patient
  /// One piece of patient logistics; only where a rule looks at links.
  case link
  /// The item that is asked for.
  case content
  /// The request itself.
  case request
}

/// The facts that every request can carry: the one place where they are declared.
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

  /// The type of the fact's value.
  public var type: ValueType {
    switch self {
    case .now, .linkStarts, .linkEnds, .contentRecorded, .contentStarts, .contentEnds: .instant
    case .sessionStaff, .linkStaff, .contentAuthor: .staff
    case .sessionOwnRecord, .patientID: .patient
    case .sessionUnit, .patientResidence, .linkUnit, .contentUnit, .contentContactUnit: .unit
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
}
