/// What facts can be, by one policy set.
///
/// The values of a fact are never fewer than requests can give it, so what holds of all of them
/// holds of every request. Points in time are those that can be written, years 1 to 9999.
struct FactModel: Sendable {
  /// How much of what the policy set declares is leaned on.
  enum World: Sendable {
    /// There are the units and codes that it declares, and no others.
    case asDeclared
    /// There may be others, which some later version declares.
    case growing
    /// Declarations may be missing or wrong, because the policy set has mistakes.
    case unsure
  }

  let policy: Policy
  let world: World
  let organisation: OrganisationIndex
  /// A unit of each kind of unit and enterprise, and all that are not declared.
  let typicalUnits: [Int64]
  /// For each class, its tags.
  private let tags: [[Int64]]

  init(_ policy: Policy, _ world: World) {
    var organisation = OrganisationIndex(policy)
    var typical: [Int64] = []
    var seen: Set<[Int]> = []
    for unit in organisation.kind.indices {
      let enterprise = organisation.enterprise[unit]
      let kinds = [organisation.kind[unit], enterprise < 0 ? -1 : organisation.kind[enterprise]]
      if seen.insert(kinds).inserted { typical.append(Int64(unit)) }
    }
    // A policy set without any unit says nothing of units.
    if world != .asDeclared || policy.organisation.isEmpty {
      typical.append(Int64(organisation.addStranger(isEnterprise: false)))
      typical.append(Int64(organisation.addStranger(isEnterprise: true)))
    }
    self.policy = policy
    self.world = world
    self.organisation = organisation
    typicalUnits = typical
    tags = policy.contentClasses.map { declared in
      declared.entry.tags.compactMap { policy.contentTags.index(of: $0) }.sorted().map(Int64.init)
    }
  }

  /// How many units there are, with those that are not declared.
  var unitCount: Int { organisation.kind.count }

  /// How many codes a domain has, with those that are not declared.
  func codeCount(_ domain: CodeDomain) -> Int {
    let declared =
      switch domain {
      case .action: policy.actions.count
      case .purpose: policy.purposes.count
      case .contentClass: policy.contentClasses.count
      case .contentTag: policy.contentTags.count
      case .unitKind: policy.unitKinds.count
      case .logisticsKind: policy.patientLogistics.count
      case .linkStatus: policy.linkStatuses.count
      case .mark: policy.marks.count
      case .template: policy.templates.count
      case .subtemplate: policy.subtemplates.count
      case .providerRecord: policy.providerRecords.count
      case .declared(let group, let id): policy.attributes[group]?[id]?.codes.count ?? 0
      }
    // Two strangers: of the classes, one has no tag and one has all.
    return world == .asDeclared && declared > 0 ? declared : declared + 2
  }

  /// The value of a fact, by that of the fact that it follows from.
  func value(of attribute: Attribute, at base: FactValue) -> FactValue {
    if attribute.source == .builtIn(.contentTags) {
      guard case .integer(let contentClass) = base else { return .unknown }
      return .integers(tags(ofClass: Int(contentClass)), hasUnknown: false)
    }
    guard let step = attribute.step, case .integer(let unit) = base else { return base }
    return organisation.value(of: step, at: Int(unit))
  }

  private func tags(ofClass contentClass: Int) -> [Int64] {
    guard tags.indices.contains(contentClass) else {
      return contentClass == tags.count ? [] : (0..<Int64(policy.contentTags.count)).map { $0 }
    }
    return tags[contentClass]
  }
}

/// A fact that others follow from: the class for its tags, a unit for its kind and enterprise.
struct BaseFact: Sendable, Hashable {
  let source: Attribute.Source
  let type: ValueType

  init(_ attribute: Attribute) {
    if attribute.source == .builtIn(.contentTags) {
      source = .builtIn(.contentClass)
      type = BuiltInAttribute.contentClass.type
    } else {
      source = attribute.source
      type = attribute.step == nil ? attribute.type : .unit
    }
  }

  /// Whether a request can say that there is none.
  var canBeAbsent: Bool {
    switch source {
    case .builtIn(.now), .builtIn(.sessionStaff), .builtIn(.sessionTemplate), .builtIn(.linkKind),
      .builtIn(.contentClass), .builtIn(.requestAction), .builtIn(.recordStaff):
      false
    default: true
    }
  }

  /// Whether it can be missing from a request.
  var canBeUnknown: Bool {
    ![.builtIn(.now), .builtIn(.sessionStaff), .builtIn(.recordStaff)].contains(source)
  }
}

/// What is known of a request beside the conditions that are asked about.
struct Assumptions: Sendable {
  /// For a fact that is a code, and known, the dense indices that it can have.
  var codes: [BuiltInAttribute: Set<Int64>] = [:]

  /// Nothing.
  static let none = Assumptions()
}
