public import AccessPolicy

/// Where people of each role work, as the requests of scenarios have it.
///
/// A search takes any unit that will do; in an example that is put where people of the role work, a reader
/// need not ask whether such a thing occurs.
public struct Workplaces: Sendable {
  /// For each role template, the most usual first.
  private let known: [TemplateID: [Workplace]]
  private let policy: Policy

  /// A unit that people log in to, with what opens it and the licence that they have there.
  private struct Workplace: Hashable {
    let unit: UnitID
    let subtemplates: Set<SubtemplateID>
    let providerRecord: ProviderRecordID?

    var name: String {
      ([unit.text] + subtemplates.map(\.text).sorted() + [providerRecord?.text ?? ""])
        .joined(separator: " ")
    }
  }

  /// How many workplaces of a role are tried.
  private static let most = 6

  /// Reads off requests where people work; `policy` is the policy set whose names they use.
  public init(_ requests: [AccessRequest], policy: Policy) {
    var counts: [TemplateID: [Workplace: Int]] = [:]
    for request in requests {
      let session = request.session
      guard let unit = session.unit.value else { continue }
      let place = Workplace(
        unit: unit,
        subtemplates: session.authorisation.subtemplates.filter(policy.givesUnitsAlone),
        providerRecord: session.authorisation.providerRecord.value
      )
      counts[session.authorisation.template, default: [:]][place, default: 0] += 1
    }
    self.policy = policy
    known = counts.mapValues { counts in
      counts.sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }.prefix(Self.most)
        .map(\.key)
    }
  }

  /// The example at a workplace of the role, where both policy sets decide it there as they decide it where
  /// it was; otherwise as it is.
  func settled(
    _ witness: SituationDifference.Witness,
    _ old: PolicyEngine,
    _ new: PolicyEngine
  ) -> SituationDifference.Witness {
    let places = known[witness.request.session.authorisation.template] ?? []
    for place in places {
      let there = changed(witness, old, new) { moved($0, to: place) }
      if let there { return inOrder(there, old, new) }
    }
    return inOrder(witness, old, new)
  }

  /// The example with links that begin before they end, where that is decided alike.
  private func inOrder(
    _ witness: SituationDifference.Witness,
    _ old: PolicyEngine,
    _ new: PolicyEngine
  ) -> SituationDifference.Witness {
    changed(witness, old, new) { request in
      var request = request
      let links = request.patient?.links ?? []
      request.patient?.links = links.map { link in
        guard let starts = link.starts.value, let ends = link.ends.value, ends < starts else {
          return link
        }
        var link = link
        link.starts = .known(ends - .days(30))
        return link
      }
      return request
    } ?? witness
  }

  /// The example otherwise; `nil` where a policy set decides it then for other reasons.
  private func changed(
    _ witness: SituationDifference.Witness,
    _ old: PolicyEngine,
    _ new: PolicyEngine,
    _ change: (AccessRequest) -> AccessRequest?
  ) -> SituationDifference.Witness? {
    guard let before = change(witness.oldRequest), let now = change(witness.request) else {
      return nil
    }
    let (oldDecision, decision) = (old.decide(before), new.decide(now))
    guard oldDecision.saysTheSame(as: witness.oldDecision),
      decision.saysTheSame(as: witness.decision)
    else { return nil }
    return SituationDifference.Witness(
      oldRequest: before,
      request: now,
      oldDecision: oldDecision,
      decision: decision
    )
  }

  /// The request with the unit that is logged in to exchanged wherever it speaks of it; `nil` where it
  /// speaks of the other one already, or of units in ways that are not known here.
  private func moved(_ request: AccessRequest, to place: Workplace) -> AccessRequest? {
    guard let unit = request.session.unit.value,
      unit == place.unit || !request.units.contains(place.unit)
    else { return nil }
    func exchanged(_ fact: Fact<UnitID>) -> Fact<UnitID> {
      fact.map { $0 == unit ? place.unit : $0 }
    }
    var request = request
    request.session.unit = .known(place.unit)
    let role = request.session.authorisation
    request.session.authorisation.subtemplates =
      role.subtemplates.filter { !policy.givesUnitsAlone($0) }.union(place.subtemplates)
    if let record = place.providerRecord, role.providerRecord.value != nil {
      request.session.authorisation.providerRecord = .known(record)
    }
    request.content.unit = exchanged(request.content.unit)
    request.content.contact = request.content.contact.map { contact in
      var contact = contact
      contact.unit = exchanged(contact.unit)
      return contact
    }
    if var patient = request.patient {
      patient.residence = exchanged(patient.residence)
      patient.links = patient.links.map { link in
        var link = link
        link.unit = exchanged(link.unit)
        return link
      }
      patient.blocks = patient.blocks.map { blocks in
        blocks.map { block in
          var block = block
          block.against = block.against.map { $0 == .unit(unit) ? .unit(place.unit) : $0 }
          return block
        }
      }
      request.patient = patient
    }
    return request
  }
}

extension Policy {
  /// Whether a subtemplate gives units to log in to, and nothing else.
  fileprivate func givesUnitsAlone(_ id: SubtemplateID) -> Bool {
    subtemplates[id].map { !$0.units.isEmpty && !$0.givesMoreThanUnits } ?? false
  }
}

extension AccessRequest {
  /// The units that it speaks of, but for those of declared facts and grants.
  fileprivate var units: Set<UnitID> {
    let facts =
      [session.unit, content.unit, content.contact.value?.unit, patient?.residence]
      + (patient?.links.map(\.unit) ?? [])
    let against = (patient?.blocks.value ?? []).compactMap { block -> UnitID? in
      if case .known(.unit(let unit)) = block.against { unit } else { nil }
    }
    return Set(facts.compactMap { $0?.value } + against)
  }
}

extension Decision {
  /// Whether each gate gives the same answer by the same rule, and the same comes with it.
  ///
  /// Which part of a role opens the unit that is logged in to is another one elsewhere.
  fileprivate func saysTheSame(as other: Decision) -> Bool {
    outcome == other.outcome && hidesExistence == other.hidesExistence && routes == other.routes
      && demands == other.demands && obligations == other.obligations
      && gates.map(\.said) == other.gates.map(\.said)
  }
}

extension GateAnswer {
  fileprivate var said: [String] {
    let isOfWorkplace = gate == .authorisation || gate == .workplace
    return ["\(gate)", "\(answer)", isOfWorkplace ? "" : rule?.text ?? "–"]
  }
}
