public import AccessPolicy

/// Who is shown: a role as somebody would get it.
public struct DryRunHolder: Sendable, Hashable {
  /// The role template.
  public var template: TemplateID
  /// The subtemplates.
  public var subtemplates: Set<SubtemplateID>
  /// What the licence gives; `nil` for nobody with a licence.
  public var providerRecord: ProviderRecordID?
  /// Where the holder is logged in; `nil` for the first unit that the role opens.
  public var unit: UnitID?
  /// The purpose of use; `nil` for the one that the situations prefer.
  public var purpose: PurposeID?
  /// The other unit of the situations; `nil` for one beside the holder's.
  public var otherUnit: UnitID?
  /// The staff record and the rules that give the role; `nil` for a role that nobody has yet.
  public var source: AuthorisationSource?
  /// When the staff record's role begins; `nil` where it says nothing of that.
  public var from: Instant?
  /// When the staff record's role ends; `nil` where it says nothing of that.
  public var until: Instant?

  /// Describes a holder.
  public init(
    template: TemplateID,
    subtemplates: Set<SubtemplateID> = [],
    providerRecord: ProviderRecordID? = nil,
    unit: UnitID? = nil,
    purpose: PurposeID? = nil,
    otherUnit: UnitID? = nil
  ) {
    self.template = template
    self.subtemplates = subtemplates
    self.providerRecord = providerRecord
    self.unit = unit
    self.purpose = purpose
    self.otherUnit = otherUnit
  }

  /// Describes whoever has an authorisation, as if it were in force; deviations are left out.
  ///
  /// Its period is kept, so that it can be said of a role that it is over, or has not begun.
  public init(_ registered: RegisteredAuthorisation) {
    self.init(
      template: registered.authorisation.template,
      subtemplates: registered.authorisation.subtemplates
    )
    if case .known(let record) = registered.authorisation.providerRecord { providerRecord = record }
    source = registered.source
    if case .known(let instant) = registered.authorisation.from { from = instant }
    if case .known(let instant) = registered.authorisation.until { until = instant }
  }
}

/// A role as it is shown: what the template and the subtemplates give together, and where.
public struct DryRunRole: Sendable, Hashable {
  /// Who was asked for.
  public let holder: DryRunHolder
  /// Where the holder is logged in; `nil` when the role opens no unit.
  public let unit: UnitID?
  /// The other unit of the situations.
  public let otherUnit: UnitID?
  /// The purpose of use; `nil` when the role has none.
  public let purpose: PurposeID?
  /// Every unit that the role lists, in order; those beneath them are open too.
  public let units: [UnitID]
  /// Every purpose that the role has, in order.
  public let purposes: [PurposeID]
  /// Every care relationship of the role, in order.
  public let relationships: [RelationshipID]
  /// Every self-authorisation rule of the role, in order.
  public let selfAuthorisation: [SelfAuthorisationID]

  init(_ holder: DryRunHolder, _ standard: StandardSituations, _ policy: Policy) {
    let parts =
      [policy.templates[holder.template]].compactMap { $0 }
      + holder.subtemplates.sorted().compactMap { policy.subtemplates[$0] }
    self.holder = holder
    units = Self.union(parts.map(\.units))
    purposes = Self.union(parts.map(\.purposes))
    relationships = Self.union(parts.map(\.relationships))
    selfAuthorisation = Self.union(parts.map(\.selfAuthorisation))
    unit = holder.unit ?? units.first
    otherUnit = Surroundings(unit, otherUnit: holder.otherUnit, policy)[.otherUnit]
    let has = purposes.contains
    purpose = holder.purpose ?? standard.holder.purposes.first(where: has) ?? purposes.first
  }

  private static func union<Kind>(_ sets: [Set<Identifier<Kind>>]) -> [Identifier<Kind>] {
    sets.reduce(into: Set()) { $0.formUnion($1) }.sorted()
  }
}
