public import AccessPolicy

/// What the holder of a role is answered in the standard situations of a policy set.
public struct DryRunReport: Sendable {
  /// The policy set.
  public let policy: Policy
  /// The situations.
  public let standard: StandardSituations
  /// The role.
  public let role: DryRunRole
  /// Whether each relationship was asked for by itself.
  public let isSplit: Bool
  /// What keeps the holder from acting at all; empty for one who can log in and work.
  public let sessionGates: [GateAnswer]
  /// What is answered of content about a patient: by kind of content, then situation, then action.
  public let aboutPatients: [DryRunCell]
  /// What is answered of content without a patient: by place, then action.
  public let withoutPatient: [DryRunCell]

  /// Every cell.
  public var cells: [DryRunCell] { aboutPatients + withoutPatient }

  /// The relationships of the role by which something is opened, in order.
  public var relationshipsThatOpen: [RelationshipID] {
    let rules = Set(
      aboutPatients.flatMap(\.decision.gates)
        .filter { $0.gate == .relationship && $0.answer != .deny }.compactMap(\.rule)
    )
    return role.relationships.filter { rules.contains($0.cast()) }
  }

  /// The relationships of the role that open nothing in any situation, in order.
  public var relationshipsThatOpenNothing: [RelationshipID] {
    let open = Set(relationshipsThatOpen)
    return role.relationships.filter { !open.contains($0) }
  }

  /// What each self-authorisation rule of the role that is met asks for.
  public var offers: [SelfAuthorisationID: Demand.Offer] {
    var offers: [SelfAuthorisationID: Demand.Offer] = [:]
    for offer in cells.flatMap(\.decision.demands).flatMap(\.anyOf)
    where offers[offer.rule] == nil { offers[offer.rule] = offer }
    return offers
  }
}

/// One question and its answer.
public struct DryRunCell: Sendable, Hashable {
  /// What the engine was asked.
  public let request: AccessRequest
  /// What it answered.
  public let decision: Decision
  /// The situation; for content without a patient, the place.
  public let situation: SituationID
  /// The kind of content; `nil` for content without a patient.
  public let content: SituationID?
  /// The one relationship that the role had; `nil` where it had all.
  public let relationship: RelationshipID?

  /// What is done.
  public var action: ActionID { request.action }
  /// To which content.
  public var contentClass: ContentClassID { request.content.contentClass }

  /// The gates that the answer rests on: those that deny or ask, or the rules that let through what
  /// is asked for.
  public var deciding: [GateAnswer] { decision.restsOn }

  /// The answer as one sign.
  public var sign: DryRunSign {
    DryRunSign(
      outcome: decision.outcome,
      hidesExistence: decision.hidesExistence,
      demands: decision.demands.map { $0.anyOf.map(\.rule) },
      obligations: decision.obligations
    )
  }
}

/// An answer as a table shows it: two cells with the same sign are alike to the holder.
public struct DryRunSign: Sendable, Hashable {
  /// The answer.
  public let outcome: Outcome
  /// Whether the holder must not learn that there is anything.
  public let hidesExistence: Bool
  /// For each gate that asks for a reason, the rules of which one must be satisfied.
  public let demands: [[SelfAuthorisationID]]
  /// What comes with it.
  public let obligations: [ObligationID]

  /// A plain no.
  public static let closed = DryRunSign(
    outcome: .deny,
    hidesExistence: false,
    demands: [],
    obligations: []
  )
}

extension Decision {
  /// The gates that it rests on: those that deny or ask, or the rules that let through what is asked
  /// for.
  var restsOn: [GateAnswer] {
    outcome == .allow ? gates.filter { $0.rule != nil && $0.gate >= .function } : decidingGates
  }
}
