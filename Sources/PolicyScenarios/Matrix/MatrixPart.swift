public import AccessPolicy

/// The answers to one action on one kind of content, or in any situation at all.
public struct MatrixPart: Sendable {
  /// What is done.
  public let action: ActionID
  /// The kind of content; `nil` for content without a patient.
  public let content: StandardSituations.Entry?
  /// The situations; for content without a patient, the places; none where the part is about any.
  public let situations: [StandardSituations.Entry]
  /// Whether each role has one answer for each class: the most generous in any situation at all.
  public let isEver: Bool
  /// The content classes, in the order in which they are declared.
  public let contentClasses: [ContentClassID]
  /// How many roles there are.
  public let roleCount: Int
  /// For each class, who is answered more generously than shown: with a subtemplate more, or as the
  /// scenarios authorise the role otherwise.
  public let further: [[MatrixFurther]]

  /// Whether anybody is answered more generously than shown.
  public var hasFurther: Bool { further.contains { !$0.isEmpty } }

  /// The answers: for each class, each role, each situation, which of the distinct ones it is.
  fileprivate let numbers: [UInt32]
  fileprivate let distinct: [MatrixAnswer]

  /// The answers to one role for one class, situation by situation.
  public func answers(class contentClass: Int, role: Int) -> [MatrixAnswer] {
    let width = isEver ? 1 : situations.count
    let start = (contentClass * roleCount + role) * width
    return numbers[start..<(start + width)].map { distinct[Int($0)] }
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
  /// Whether the answer is certain; a search through all situations can give up.
  public let isKnown: Bool

  /// The answer that a decision of the engine is.
  init(_ decision: Decision) {
    outcome = decision.outcome
    hidesExistence = decision.hidesExistence
    demands = Set(decision.demands.flatMap { $0.anyOf.map(\.rule) }).sorted()
    obligations = decision.obligations
    rules = Set(decision.restsOn.compactMap(\.rule)).sorted()
    isKnown = true
  }

  private init(isKnown: Bool) {
    outcome = .deny
    hidesExistence = false
    (demands, obligations, rules) = ([], [], [])
    self.isKnown = isKnown
  }

  /// A plain no in every situation.
  static let never = MatrixAnswer(isKnown: true)
  /// Nobody knows.
  static let unknown = MatrixAnswer(isKnown: false)
}

extension MatrixPart {
  /// What the roles are ever answered; `nil` where nothing is asked.
  init?(
    ever action: ActionID,
    _ scope: DryRunScope,
    _ roles: [DryRunRole],
    _ reach: MatrixReach,
    of policy: Policy
  ) {
    let classes = policy.contentClasses.sorted { $0.entry.term.range < $1.entry.term.range }
      .map(\.id).filter { scope.asks(action, $0) }
    var known: [SituationCell: MatrixAnswer] = [:]
    var maker = MatrixPartsMaker()
    var numbers: [UInt32] = []
    var shown: [ContentClassID] = []
    for contentClass in classes
    where policy.securityClasses.contains(where: { $0.entry.grants(action, contentClass) }) {
      shown.append(contentClass)
      for role in roles {
        let cell = SituationCell(
          template: role.holder.template,
          action: action,
          contentClass: contentClass
        )
        let answer = known[cell] ?? reach.answer(cell)
        known[cell] = answer
        numbers.append(maker.number(of: answer))
      }
    }
    guard !shown.isEmpty else { return nil }
    self.init(
      action: action,
      content: nil,
      situations: [],
      isEver: true,
      contentClasses: shown,
      roleCount: roles.count,
      further: shown.map { _ in [] },
      numbers: numbers,
      distinct: maker.distinct
    )
  }
}

extension SecurityClass {
  /// Whether some grant names the action and the class.
  fileprivate func grants(_ action: ActionID, _ contentClass: ContentClassID) -> Bool {
    grants.contains { $0.actions.contains(action) && $0.contentClasses.contains(contentClass) }
  }
}

/// Where answers stand: what is done, to what.
struct MatrixSpot: Hashable {
  let action: ActionID
  let content: SituationID?
  let contentClass: ContentClassID

  init(_ action: ActionID, _ contentClass: ContentClassID, _ content: SituationID?) {
    self.action = action
    self.content = content
    self.contentClass = contentClass
  }

  init(_ cell: DryRunCell) { self.init(cell.action, cell.contentClass, cell.content) }

  init(_ cell: DryRunOutcome) {
    self.init(cell.request.action, cell.request.content.contentClass, cell.content)
  }
}

/// Puts the answers of roles, one role after the other, where a matrix has them.
struct MatrixPartsMaker {
  private(set) var distinct: [MatrixAnswer] = []
  private var numbers: [MatrixAnswer: UInt32] = [:]
  /// For each spot, the answers role by role, each situation by situation.
  private var answers: [MatrixSpot: [UInt32]] = [:]
  private var roleCount = 0

  mutating func add(_ cells: [DryRunCell]) {
    roleCount += 1
    for cell in cells {
      answers[MatrixSpot(cell), default: []].append(number(of: MatrixAnswer(cell.decision)))
    }
  }

  mutating func number(of answer: MatrixAnswer) -> UInt32 {
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
    _ further: MatrixFurtherMaker,
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
        let spots = classes.map { MatrixSpot(action, $0, content?.id) }
          .filter { answers[$0]?.count == roleCount * shown.count }
        guard !spots.isEmpty, !shown.isEmpty, roleCount > 0 else { return nil }
        return MatrixPart(
          action: action,
          content: content,
          situations: shown,
          isEver: false,
          contentClasses: spots.map(\.contentClass),
          roleCount: roleCount,
          further: spots.map { further.answers(at: $0) },
          numbers: spots.flatMap { answers[$0] ?? [] },
          distinct: distinct
        )
      }
    }
  }
}
