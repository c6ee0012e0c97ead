public import AccessPolicy

/// Who sees what: what the holders of roles are answered, for content classes, in the standard
/// situations of a policy set.
///
/// Every answer is one decision of the engine on one concrete request, the same as `DryRun` asks;
/// nothing is computed beside it.
///
/// ```swift
/// let matrix = AccessMatrix(dryRun, holders: MatrixHolders(scenarios, dryRun).usual)
/// for part in matrix.parts { print(part.action, part.contentClasses.count) }
/// ```
public struct AccessMatrix: Sendable {
  /// The policy set.
  public let policy: Policy
  /// The situations.
  public let standard: StandardSituations
  /// Who is shown, in the order in which the policy set declares the role templates.
  public let roles: [DryRunRole]
  /// Who is not, since nobody can work so, with the gates that are shut.
  public let idle: [(role: DryRunRole, gates: [GateAnswer])]
  /// The answers, for each action and each kind of content.
  public let parts: [MatrixPart]

  /// Asks for everything that the question names.
  ///
  /// - Parameters:
  ///   - dryRun: the policy set and its situations.
  ///   - holders: who is shown.
  ///   - others: who is listed where they are answered more generously than those shown of the same
  ///     template; those who have less before those who have more.
  ///   - question: what is asked.
  /// - Complexity: one decision for each role, action, content class, kind of content and situation;
  ///   memory grows by four bytes for each.
  public init(
    _ dryRun: DryRun,
    holders: [DryRunHolder],
    beside others: [DryRunHolder] = [],
    question: MatrixQuestion = MatrixQuestion()
  ) {
    policy = dryRun.policy
    let standard = dryRun.situations
    let actions = question.actions ?? MatrixQuestion.readingActions(of: dryRun.policy)
    let scope = question.scope(actions: actions, standard)
    var roles: [DryRunRole] = []
    var idle: [(role: DryRunRole, gates: [GateAnswer])] = []
    var parts = MatrixPartsMaker()
    var further = MatrixFurtherMaker()
    for holder in holders {
      let report = dryRun.report(holder, scope: scope)
      guard report.sessionGates.isEmpty else {
        idle.append((report.role, report.sessionGates))
        continue
      }
      parts.add(report.cells)
      further.add(shown: report.role, report.cells)
      roles.append(report.role)
    }
    for holder in others {
      guard let (role, cells) = dryRun.outcomes(holder, scope: scope) else { continue }
      further.add(role, cells, decide: dryRun.decide)
    }
    self.standard = standard
    self.roles = roles
    self.idle = idle
    var all = parts.parts(actions, standard, scope, further, of: dryRun.policy)
    if question.asksWhatIsEver, !roles.isEmpty {
      let reach = MatrixReach(dryRun.policy)
      all += actions.compactMap { MatrixPart(ever: $0, scope, roles, reach, of: dryRun.policy) }
    }
    self.parts = all
  }
}

/// What a matrix shows.
public struct MatrixQuestion: Sendable {
  /// The actions; `nil` for those that write nothing.
  public var actions: [ActionID]?
  /// The content classes; `nil` for all.
  public var classes: Set<ContentClassID>?
  /// The situations, and places of content without a patient; `nil` for all.
  public var situations: Set<SituationID>?
  /// The kinds of content; `nil` for the first that the situations have.
  public var content: Set<SituationID>?

  /// Whether the most generous answer in any situation at all is shown as well.
  public var asksWhatIsEver: Bool

  /// Asks for what the policy set has.
  public init(
    actions: [ActionID]? = nil,
    classes: Set<ContentClassID>? = nil,
    situations: Set<SituationID>? = nil,
    content: Set<SituationID>? = nil,
    asksWhatIsEver: Bool = false
  ) {
    self.asksWhatIsEver = asksWhatIsEver
    self.actions = actions
    self.classes = classes
    self.situations = situations
    self.content = content
  }

  /// The actions that write nothing, in the order in which they are declared.
  public static func readingActions(of policy: Policy) -> [ActionID] {
    policy.actions.sorted { $0.entry.term.range < $1.entry.term.range }
      .filter { !$0.entry.writes }.map(\.id)
  }

  fileprivate func scope(actions: [ActionID], _ standard: StandardSituations) -> DryRunScope {
    DryRunScope(
      actions: Set(actions),
      classes: classes,
      situations: situations,
      content: content ?? Set(standard.content.prefix(1).map(\.id)),
      withoutPatient: situations
    )
  }
}
