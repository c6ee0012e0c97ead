/// The type of a fact's value.
///
/// Only values of one type can be compared.
public indirect enum ValueType: Sendable, Hashable, CustomStringConvertible {
  /// Yes or no.
  case boolean
  /// A whole number.
  case number
  /// A text, compared byte for byte.
  case text
  /// A calendar day.
  case date
  /// A point in time.
  case instant
  /// A unit of the organisation.
  case unit
  /// A member of staff.
  case staff
  /// A patient.
  case patient
  /// A name that the policy set declares.
  case code(CodeDomain)
  /// Several values of one type.
  case set(of: ValueType)

  /// The type in words, for messages and documents.
  public var description: String {
    switch self {
    case .boolean: "yes or no"
    case .number: "number"
    case .text: "text"
    case .date: "date"
    case .instant: "point in time"
    case .unit: "unit"
    case .staff: "member of staff"
    case .patient: "patient"
    case .code(let domain): domain.description
    case .set(let element): "set of: \(element)"
    }
  }

  /// Whether values of the type have an order.
  package var isOrdered: Bool {
    switch self {
    case .number, .date, .instant: true
    case .boolean, .text, .unit, .staff, .patient, .code, .set: false
    }
  }
}

/// Which declared names a code is one of.
public enum CodeDomain: Sendable, Hashable, CustomStringConvertible {
  /// Actions.
  case action
  /// Purposes.
  case purpose
  /// Content classes.
  case contentClass
  /// Content tags.
  case contentTag
  /// Unit kinds.
  case unitKind
  /// Kinds of patient logistics.
  case logisticsKind
  /// Statuses of patient logistics.
  case linkStatus
  /// Marks.
  case mark
  /// Role templates.
  case template
  /// Subtemplates.
  case subtemplate
  /// Provider records.
  case providerRecord
  /// The codes that a declared attribute lists.
  case declared(AttributeGroup, AttributeID)

  /// The domain in words.
  public var description: String {
    switch self {
    case .action: "action"
    case .purpose: "purpose"
    case .contentClass: "content class"
    case .contentTag: "content tag"
    case .unitKind: "unit kind"
    case .logisticsKind: "kind of patient logistics"
    case .linkStatus: "status of patient logistics"
    case .mark: "mark"
    case .template: "role template"
    case .subtemplate: "subtemplate"
    case .providerRecord: "provider record"
    case .declared(let group, let id): "code of `\(group.rawValue).\(id)`"
    }
  }
}
