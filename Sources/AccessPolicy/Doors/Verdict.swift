/// The answer to one look-up in a form that is made by the million: a few numbers, no names.
///
/// It says what a ``Decision`` says of the outcome, of hidden content, of obligations and of what the
/// access rests on; ``PolicyEngine`` and ``ChartAccess`` give its numbers their names. For demands,
/// undetermined facts, routes and ``Decision/validUntil``, ask for the decision.
///
/// A verdict holds at the instant it was asked for. It is cheap so that nobody keeps it longer.
public struct Verdict: Sendable, Hashable {
  /// The answer: the strictest of the gates'.
  public let outcome: Outcome

  /// Whether the person must not learn that the content exists.
  public let hidesExistence: Bool

  /// The first of the gates that give the outcome; `nil` when every gate allows.
  public let closedBy: Gate?

  /// The dense index of the mark, or the position of the block among the patient's; -1 for none.
  let shield: Int32

  /// The numbers of the rules that opened these gates; -1 on *deny*, and where no rule did.
  let functionRule: Int32
  let relationshipRule: Int32

  /// The position of the link that the relationship rests on, among the patient's; -1 for none.
  let link: Int32

  /// What the caller must also do; empty on *deny*.
  let obligations: ObligationBits

  /// A kind of gate.
  public typealias Gate = GateKind

  init(
    outcome: Outcome,
    hidesExistence: Bool,
    closedBy: Gate?,
    shield: Int32 = -1,
    functionRule: Int32 = -1,
    relationshipRule: Int32 = -1,
    link: Int32 = -1,
    obligations: ObligationBits = ObligationBits()
  ) {
    self.outcome = outcome
    self.hidesExistence = hidesExistence
    self.closedBy = closedBy
    self.shield = shield
    self.functionRule = functionRule
    self.relationshipRule = relationshipRule
    self.link = link
    self.obligations = obligations
  }

  /// No verdict yet: what storage for verdicts holds before it is filled.
  public static let none = Verdict(outcome: .deny, hidesExistence: true, closedBy: .authorisation)
}
