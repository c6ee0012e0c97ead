public import AccessPolicy

/// Shows what a role sees and does before anybody has it: asks the engine for everything that some
/// role of the policy set may do, in each of its standard situations.
///
/// ```swift
/// let report = DryRun(engine: engine, situations: situations).report(holder)
/// ```
public struct DryRun: Sendable {
  private let engine: PolicyEngine
  private let standard: StandardSituations
  private let pairs: [DryRunPair]

  /// Prepares to show the roles of a policy set in its situations.
  public init(engine: PolicyEngine, situations: StandardSituations) {
    self.engine = engine
    standard = situations
    pairs = DryRunPair.granted(by: engine.policy)
  }

  /// The situations in which roles are shown.
  public var situations: StandardSituations { standard }

  /// The policy set whose roles are shown.
  public var policy: Policy { engine.policy }

  /// Everything that the holder of a role is answered.
  ///
  /// A patient of a situation has one link of each kind that the role's relationships take: one of
  /// them is enough, so what is shown is the most generous that any of them gives.
  ///
  /// - Parameter splitsRelationships: asks once for each relationship instead, as if the role had no
  ///   other.
  public func report(_ holder: DryRunHolder, splitsRelationships: Bool = false) -> DryRunReport {
    report(holder, splitsRelationships: splitsRelationships, scope: DryRunScope())
  }

  /// What the holder of a role is answered to some of it.
  func report(_ holder: DryRunHolder, splitsRelationships: Bool = false, scope: DryRunScope)
    -> DryRunReport
  {
    let (role, asker) = asker(holder, scope)
    let aboutPatients =
      splitsRelationships && !role.relationships.isEmpty
      ? role.relationships.flatMap { asker.cellsAboutPatients(by: $0) }
      : asker.cellsAboutPatients(by: nil)
    return DryRunReport(
      policy: engine.policy,
      standard: standard,
      role: role,
      isSplit: splitsRelationships,
      sessionGates: asker.closedSessionGates,
      aboutPatients: aboutPatients,
      withoutPatient: asker.cellsWithoutPatient
    )
  }

  /// What the holder of a role is asked, with no more of the answers than their outcomes; `nil` for one who cannot
  /// work at all.
  func outcomes(_ holder: DryRunHolder, scope: DryRunScope) -> (
    role: DryRunRole, cells: [DryRunOutcome]
  )? {
    let (role, asker) = asker(holder, scope)
    return asker.closedSessionGates.isEmpty ? (role, asker.outcomes) : nil
  }

  /// Everything about one answer.
  func decide(_ request: AccessRequest) -> Decision { engine.decide(request) }

  private func asker(_ holder: DryRunHolder, _ scope: DryRunScope) -> (DryRunRole, Asker) {
    let role = DryRunRole(holder, standard, engine.policy)
    return (
      role, Asker(engine: engine, standard: standard, role: role, scope: scope, pairs: pairs)
    )
  }
}

/// A question to the engine, and the outcome alone.
struct DryRunOutcome {
  let request: AccessRequest
  let content: SituationID?
  let outcome: Outcome
}

/// An action on a content class that some role of a policy set may do.
struct DryRunPair: Hashable {
  let action: ActionID
  let contentClass: ContentClassID

  /// What some role may do, in the order in which actions and classes are declared.
  static func granted(by policy: Policy) -> [DryRunPair] {
    let actions = policy.actions.sorted { $0.entry.term.range < $1.entry.term.range }
    let classes = policy.contentClasses.sorted { $0.entry.term.range < $1.entry.term.range }
    let granted = policy.securityClasses.flatMap(\.entry.grants)
      .reduce(into: Set<DryRunPair>()) { pairs, grant in
        for action in grant.actions {
          for contentClass in grant.contentClasses {
            pairs.insert(DryRunPair(action: action, contentClass: contentClass))
          }
        }
      }
    return actions.flatMap { action in
      classes.map { DryRunPair(action: action.id, contentClass: $0.id) }
    }.filter(granted.contains)
  }
}

/// What is asked for; `nil` for everything.
struct DryRunScope {
  /// The actions.
  var actions: Set<ActionID>?
  /// The content classes.
  var classes: Set<ContentClassID>?
  /// How the holder stands to the patient.
  var situations: Set<SituationID>?
  /// The kinds of content.
  var content: Set<SituationID>?
  /// Where content without a patient is recorded.
  var withoutPatient: Set<SituationID>?

  func asks(_ action: ActionID, _ contentClass: ContentClassID) -> Bool {
    actions?.contains(action) != false && classes?.contains(contentClass) != false
  }
}

/// Asks the engine for one role.
private struct Asker {
  let engine: PolicyEngine
  let standard: StandardSituations
  let role: DryRunRole
  private let stage: SituationStage
  private let pairs: [DryRunPair]
  private let scope: DryRunScope

  private var policy: Policy { engine.policy }

  init(
    engine: PolicyEngine,
    standard: StandardSituations,
    role: DryRunRole,
    scope: DryRunScope,
    pairs: [DryRunPair]
  ) {
    self.engine = engine
    self.scope = scope
    self.standard = standard
    self.role = role
    stage = SituationStage(
      standard,
      policy: engine.policy,
      surroundings: Surroundings(role.unit, otherUnit: role.otherUnit, engine.policy),
      sink: DiagnosticSink()
    )
    self.pairs = pairs
  }

  private func pairs(aboutPatient: Bool) -> [DryRunPair] {
    pairs.filter {
      scope.asks($0.action, $0.contentClass)
        && policy.contentClasses[$0.contentClass]?.isAboutPatient == aboutPatient
    }
  }

  // MARK: The holder

  /// The session of the holder; where one relationship is asked for, the others are taken away.
  private func session(by relationship: RelationshipID?) -> Session {
    let others = role.relationships.filter { $0 != relationship }
    let without = Deviation(
      id: "dry-run",
      removes: RoleParts(relationships: Set(others)),
      reason: "",
      approver: nil,
      from: .absent,
      until: .absent
    )
    return Session(
      staff: SituationStage.holder,
      ownRecord: .absent,
      authorisation: Authorisation(
        template: role.holder.template,
        subtemplates: role.holder.subtemplates,
        providerRecord: role.holder.providerRecord.map { .known($0) } ?? .absent,
        isActive: .known(true),
        from: .absent,
        until: .absent,
        deviations: relationship == nil || others.isEmpty ? [] : [without]
      ),
      unit: role.unit.map { .known($0) } ?? .absent,
      purpose: role.purpose.map { .known($0) } ?? .absent,
      authenticationLevel: standard.holder.authenticationLevel,
      systemIsReadOnly: .known(false),
      groups: standard.holder.groups,
      attributes: standard.holder.attributes
    )
  }

  /// What keeps the holder from acting at all.
  var closedSessionGates: [GateAnswer] {
    guard let pair = pairs.first else { return [] }
    let request = AccessRequest(
      now: standard.now,
      session: session(by: nil),
      action: pair.action,
      content: ContentItem(contentClass: pair.contentClass, marks: .absent),
      patient: nil
    )
    return engine.decide(request).gates.filter { $0.answer == .deny && $0.gate < .readOnly }
  }

  // MARK: Cells

  func cellsAboutPatients(by relationship: RelationshipID?) -> [DryRunCell] {
    var cells: [DryRunCell] = []
    askAboutPatients(by: relationship) { request, situation, content in
      cells.append(cell(request, situation, content, relationship))
    }
    return cells
  }

  var cellsWithoutPatient: [DryRunCell] {
    var cells: [DryRunCell] = []
    askWithoutPatient { request, place in cells.append(cell(request, place, nil, nil)) }
    return cells
  }

  var outcomes: [DryRunOutcome] {
    var outcomes: [DryRunOutcome] = []
    func add(_ request: AccessRequest, _ content: SituationID?) {
      let outcome = engine.verdict(request).outcome
      outcomes.append(DryRunOutcome(request: request, content: content, outcome: outcome))
    }
    askAboutPatients(by: nil) { request, _, content in add(request, content) }
    askWithoutPatient { request, _ in add(request, nil) }
    return outcomes
  }

  private func cell(
    _ request: AccessRequest,
    _ situation: SituationID,
    _ content: SituationID?,
    _ relationship: RelationshipID?
  ) -> DryRunCell {
    DryRunCell(
      request: request,
      decision: engine.decide(request),
      situation: situation,
      content: content,
      relationship: relationship
    )
  }

  /// Calls with each request, its situation and its kind of content.
  private func askAboutPatients(
    by relationship: RelationshipID?,
    _ body: (AccessRequest, SituationID, SituationID) -> Void
  ) {
    let pairs = pairs(aboutPatient: true)
    guard !pairs.isEmpty else { return }
    let session = session(by: relationship)
    let relationships = relationship.map { [$0] } ?? role.relationships
    let kinds = relationships.reduce(into: Set<LogisticsKindID>()) {
      $0.formUnion(policy.careRelationships[$1]?.links ?? [])
    }
    for content in standard.content where scope.content?.contains(content.id) != false {
      for situation in standard.situations
      where scope.situations?.contains(situation.id) != false {
        let layers = stage.layers(situation, content)
        let links = stage.links(layers, kinds: kinds.sorted())
        guard let patient = stage.patient(layers, links: links),
          let item = stage.item(layers, of: patient)
        else { continue }
        let attributes = stage.attributes(layers)
        for pair in pairs {
          let request = AccessRequest(
            now: standard.now,
            session: session,
            action: pair.action,
            content: item(pair.contentClass),
            patient: patient.patient,
            attributes: attributes
          )
          body(request, situation.id, content.id)
        }
      }
    }
  }

  /// Calls with each request and its place.
  private func askWithoutPatient(_ body: (AccessRequest, SituationID) -> Void) {
    let pairs = pairs(aboutPatient: false)
    guard !pairs.isEmpty else { return }
    let session = session(by: nil)
    for place in standard.withoutPatient where scope.withoutPatient?.contains(place.id) != false {
      let layers = stage.layers(place)
      guard let item = stage.item(layers, of: nil) else { continue }
      let attributes = stage.attributes(layers)
      for pair in pairs {
        let request = AccessRequest(
          now: standard.now,
          session: session,
          action: pair.action,
          content: item(pair.contentClass),
          patient: nil,
          attributes: attributes
        )
        body(request, place.id)
      }
    }
  }
}
