import AccessPolicy

// Who asks.
extension PlainRequestReader {
  mutating func session() throws(NotPlain) -> Session {
    var staff: StaffRef?
    var authorisation: Authorisation?
    var ownRecord: Fact<PatientRef> = .unknown
    var unit: Fact<UnitID> = .unknown
    var purpose: Fact<PurposeID> = .unknown
    var level: Fact<Int64> = .unknown
    var isReadOnly: Fact<Bool> = .unknown
    var groups: Fact<Set<GroupRef>> = .unknown
    var attributes: Attributes = [:]
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .staff: staff = try scanner.reference()
      case .authorisation: authorisation = try self.authorisation()
      case .ownRecord: ownRecord = try scanner.isNull() ? .absent : .known(scanner.reference())
      case .unit: unit = try scanner.isNull() ? .absent : .known(scanner.identifier())
      case .purpose: purpose = try scanner.isNull() ? .absent : .known(scanner.identifier())
      case .authenticationLevel: level = try scanner.isNull() ? .absent : .known(scanner.number())
      case .systemIsReadOnly:
        isReadOnly = try scanner.isNull() ? .absent : .known(scanner.boolean())
      case .groups: groups = try scanner.isNull() ? .absent : .known(scanner.references())
      case .attributes: attributes = try self.attributes(.session)
      default: throw NotPlain()
      }
    }
    guard let staff, let authorisation else { throw NotPlain() }
    return Session(
      staff: staff,
      ownRecord: ownRecord,
      authorisation: authorisation,
      unit: unit,
      purpose: purpose,
      authenticationLevel: level,
      systemIsReadOnly: isReadOnly,
      groups: groups,
      attributes: attributes
    )
  }

  private mutating func authorisation() throws(NotPlain) -> Authorisation {
    var template: TemplateID?
    var subtemplates: Set<SubtemplateID> = []
    var providerRecord: Fact<ProviderRecordID> = .unknown
    var isActive: Fact<Bool> = .unknown
    var from: Fact<Instant> = .unknown
    var until: Fact<Instant> = .unknown
    var deviations: [Deviation]?
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .template: template = try scanner.identifier()
      case .subtemplates: subtemplates = try scanner.isNull() ? [] : scanner.identifiers()
      case .providerRecord:
        providerRecord = try scanner.isNull() ? .absent : .known(scanner.identifier())
      case .isActive: isActive = try scanner.isNull() ? .absent : .known(scanner.boolean())
      case .from: from = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .until: until = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .deviations: deviations = try self.deviations()
      default: throw NotPlain()
      }
    }
    guard let template, let deviations else { throw NotPlain() }
    return Authorisation(
      template: template,
      subtemplates: subtemplates,
      providerRecord: providerRecord,
      isActive: isActive,
      from: from,
      until: until,
      deviations: deviations
    )
  }

  private mutating func deviations() throws(NotPlain) -> [Deviation] {
    guard try !scanner.isNull() else { return [] }
    var deviations: [Deviation] = []
    var list = try scanner.list()
    while try scanner.item(of: &list) { deviations.append(try deviation()) }
    return deviations
  }

  private mutating func deviation() throws(NotPlain) -> Deviation {
    var id: DeviationRef?
    var (adds, removes) = (RoleParts(), RoleParts())
    var reason = ""
    var approver: StaffRef?
    var from: Fact<Instant> = .unknown
    var until: Fact<Instant> = .unknown
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .id: id = try scanner.reference()
      case .adds: adds = try parts()
      case .removes: removes = try parts()
      case .reason: reason = try scanner.isNull() ? "" : scanner.text()
      case .approver: approver = try scanner.isNull() ? nil : scanner.reference()
      case .from: from = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .until: until = try scanner.isNull() ? .absent : .known(scanner.instant())
      default: throw NotPlain()
      }
    }
    guard let id else { throw NotPlain() }
    return Deviation(
      id: id,
      adds: adds,
      removes: removes,
      reason: reason,
      approver: approver,
      from: from,
      until: until
    )
  }

  private mutating func parts() throws(NotPlain) -> RoleParts {
    var parts = RoleParts()
    guard try !scanner.isNull() else { return parts }
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      let isNull = try scanner.isNull()
      switch key {
      case .securityClasses: parts.securityClasses = try isNull ? [] : scanner.identifiers()
      case .relationships: parts.relationships = try isNull ? [] : scanner.identifiers()
      case .reach: parts.reach = try isNull ? [] : scanner.identifiers()
      case .selfAuthorisation: parts.selfAuthorisation = try isNull ? [] : scanner.identifiers()
      case .units: parts.units = try isNull ? [] : scanner.identifiers()
      default: throw NotPlain()
      }
    }
    return parts
  }
}
