// Which self-authorisation rules stand at a gate, which were asked, and how their parts came out.

extension RuleWalk {
  /// Rules that stand at a closed gate, and that it does not offer.
  mutating func noteClosedSelfAuthorisation(_ result: GateResult) {
    guard result.answer != .allow else { return }
    let offered = Set(result.offers.map(\.id))
    for index in standing(at: result.gate).sorted() {
      let id = context.compiled.selfAuthorisations[index].id
      if !offered.contains(id) { see(.selfAuthorisation, id.text, false) }
    }
  }

  mutating func walkSelfAuthorisation() {
    var (standing, asked): (Set<Int>, Set<Int>) = ([], [])
    for result in results where !result.isStandard {
      standing.formUnion(self.standing(at: result.gate))
      asked.formUnion(self.asked(by: result.gate))
      guard result.answer == outcome else { continue }
      if let id = result.basis.selfAuthorisation {
        see(.reason, of: .selfAuthorisation, id.text, true)
      }
      for offer in result.offers { see(.reason, of: .selfAuthorisation, offer.id.text, false) }
    }
    // What takes a rule mostly serves the same purposes, and so would never let it be asked for others.
    for index in standing.sorted() where context.role.selfAuthorisation.contains(index) {
      let rule = context.compiled.selfAuthorisations[index]
      let serves = context.serves(rule.purposes)
      see(.purposes, of: .selfAuthorisation, rule.id.text, serves)
      if serves, asked.contains(index) {
        see(rule.condition, .yes, of: .selfAuthorisation, rule.id.text)
      }
    }
  }

  /// The rules that a gate could ask, whatever the role has.
  func standing(at gate: GateID) -> Set<Int> {
    switch gate {
    case .function: Set(grantsNamed.compactMap(\.takes))
    case .relationship where context.isAboutPatient:
      context.request.patient == nil
        ? [] : Set(relationshipsLinked.compactMap(\.rule.takes)).union(forPatients)
    case .relationship: Set(reachNamed.compactMap(\.takes))
    case .mark, .block: override(of: gate)
    case .authorisation, .workplace, .authentication, .purpose, .readOnly, .licence, .unnamedMark:
      []
    }
  }

  /// The rules that a closed gate asks: those that stand where a rule applies that the role has.
  private func asked(by gate: GateID) -> Set<Int> {
    switch gate {
    case .function:
      Set(
        grantsNamed.filter {
          context.role.securityClasses.contains($0.owner) && context.serves($0.purposes)
            && truth($0.condition) == .yes
        }.compactMap(\.takes)
      )
    case .relationship where context.isAboutPatient:
      context.request.patient == nil
        ? [] : Set(relationshipsThatApply.compactMap(\.takes)).union(forPatients)
    case .relationship:
      Set(
        reachNamed.filter {
          context.role.reach.contains($0.owner) && context.serves($0.purposes)
            && truth($0.condition) == .yes
        }.compactMap(\.takes)
      )
    case .mark, .block: override(of: gate)
    case .authorisation, .workplace, .authentication, .purpose, .readOnly, .licence, .unnamedMark:
      []
    }
  }

  private var relationshipsThatApply: [OpeningRule] {
    relationshipsLinked.filter { rule, links in
      context.role.relationships.contains(rule.owner) && context.serves(rule.purposes)
        && links.contains { context.makes(rule, $0) }
    }.map(\.rule)
  }

  /// The rules by which a patient is opened to whom there is no tie.
  private var forPatients: Set<Int> {
    Set(
      context.compiled.selfAuthorisations.indices.filter {
        context.compiled.selfAuthorisations[$0].rule.scope == .patient
      }
    )
  }

  private func override(of gate: GateID) -> Set<Int> {
    switch gate {
    case .mark(let id):
      return Set(context.compiled.marks.compactMap { $0.id == id ? $0.override : nil })
    case .block(let ref):
      guard case .known(let blocks)? = context.request.patient?.blocks else { return [] }
      return Set(
        blocks.filter { $0.id == ref }.compactMap {
          context.policy.blocks[$0.kind]?.override
            .flatMap { context.policy.selfAuthorisation.index(of: $0) }
        }
      )
    default: return []
    }
  }
}
