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
  /// - Complexity: one decision for each role, action, content class, kind of content and situation;
  ///   memory grows by four bytes for each.
  public init(
    _ dryRun: DryRun,
    holders: [DryRunHolder],
    question: MatrixQuestion = MatrixQuestion()
  ) {
    policy = dryRun.policy
    let standard = dryRun.situations
    let actions = question.actions ?? MatrixQuestion.readingActions(of: dryRun.policy)
    let scope = question.scope(actions: actions, standard)
    var roles: [DryRunRole] = []
    var idle: [(role: DryRunRole, gates: [GateAnswer])] = []
    var parts = MatrixPartsMaker()
    for holder in holders {
      let report = dryRun.report(holder, scope: scope)
      guard report.sessionGates.isEmpty else {
        idle.append((report.role, report.sessionGates))
        continue
      }
      parts.add(report.aboutPatients + report.withoutPatient)
      roles.append(report.role)
    }
    self.standard = standard
    self.roles = roles
    self.idle = idle
    self.parts = parts.parts(actions, standard, scope, of: dryRun.policy)
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

  /// Asks for what the policy set has.
  public init(
    actions: [ActionID]? = nil,
    classes: Set<ContentClassID>? = nil,
    situations: Set<SituationID>? = nil,
    content: Set<SituationID>? = nil
  ) {
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

/// The answers to one action on one kind of content.
public struct MatrixPart: Sendable {
  /// What is done.
  public let action: ActionID
  /// The kind of content; `nil` for content without a patient.
  public let content: StandardSituations.Entry?
  /// The situations; for content without a patient, the places.
  public let situations: [StandardSituations.Entry]
  /// The content classes, in the order in which they are declared.
  public let contentClasses: [ContentClassID]
  /// How many roles there are.
  public let roleCount: Int

  /// The answers: for each class, each role, each situation, which of the distinct ones it is.
  fileprivate let numbers: [UInt32]
  fileprivate let distinct: [MatrixAnswer]

  /// The answers to one role for one class, situation by situation.
  public func answers(class contentClass: Int, role: Int) -> [MatrixAnswer] {
    let start = (contentClass * roleCount + role) * situations.count
    return numbers[start..<(start + situations.count)].map { distinct[Int($0)] }
  }
}

/// One answer, and what it rests on.
public struct MatrixAnswer: Sendable, Hashable {
  /// The answer.
  public let outcome: Outcome
  /// Whether the holder must not learn that there is anything.
  public let hidesExistence: Bool
  /// The self-authorisation rules under one of which a reason is asked for.
  public let demands: [SelfAuthorisationID]
  /// What comes with it.
  public let obligations: [ObligationID]
  /// The rules that the answer rests on; empty where no rule opens.
  public let rules: [RuleID]

  init(_ cell: DryRunCell) {
    outcome = cell.decision.outcome
    hidesExistence = cell.decision.hidesExistence
    demands = Set(cell.decision.demands.flatMap { $0.anyOf.map(\.rule) }).sorted()
    obligations = cell.decision.obligations
    rules = Set(cell.deciding.compactMap(\.rule)).sorted()
  }
}

/// Puts the answers of roles, one role after the other, where a matrix has them.
private struct MatrixPartsMaker {
  private struct Spot: Hashable {
    let action: ActionID
    let content: SituationID?
    let contentClass: ContentClassID
  }

  private var distinct: [MatrixAnswer] = []
  private var numbers: [MatrixAnswer: UInt32] = [:]
  /// For each spot, the answers role by role, each situation by situation.
  private var answers: [Spot: [UInt32]] = [:]
  private var roleCount = 0

  mutating func add(_ cells: [DryRunCell]) {
    roleCount += 1
    for cell in cells {
      let spot = Spot(
        action: cell.action,
        content: cell.content,
        contentClass: cell.contentClass
      )
      answers[spot, default: []].append(number(of: MatrixAnswer(cell)))
    }
  }

  private mutating func number(of answer: MatrixAnswer) -> UInt32 {
    if let number = numbers[answer] { return number }
    let number = UInt32(distinct.count)
    distinct.append(answer)
    numbers[answer] = number
    return number
  }

  /// The parts of which something was asked.
  func parts(
    _ actions: [ActionID],
    _ standard: StandardSituations,
    _ scope: DryRunScope,
    of policy: Policy
  ) -> [MatrixPart] {
    let classes = policy.contentClasses.sorted { $0.entry.term.range < $1.entry.term.range }
      .map(\.id)
    let contents =
      standard.content.filter { scope.content?.contains($0.id) != false }.map { Optional($0) }
      + [nil]
    return actions.flatMap { action in
      contents.compactMap { content -> MatrixPart? in
        let shown = (content == nil ? standard.withoutPatient : standard.situations).filter {
          let asked = content == nil ? scope.withoutPatient : scope.situations
          return asked?.contains($0.id) != false
        }
        let spots = classes.map { Spot(action: action, content: content?.id, contentClass: $0) }
          .filter { answers[$0]?.count == roleCount * shown.count }
        guard !spots.isEmpty, !shown.isEmpty, roleCount > 0 else { return nil }
        return MatrixPart(
          action: action,
          content: content,
          situations: shown,
          contentClasses: spots.map(\.contentClass),
          roleCount: roleCount,
          numbers: spots.flatMap { answers[$0] ?? [] },
          distinct: distinct
        )
      }
    }
  }
}
