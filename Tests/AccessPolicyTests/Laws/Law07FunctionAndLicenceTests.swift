import AccessPolicy
import Testing

extension Laws {
  /// A reason never repairs a missing function or licence.
  @Test func `a reason never repairs a missing function or licence`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 60) { lawCase in
      let everyReason = lawCase.world.everyReason
      let silent = lawCase.deciding {
        $0.justifications = []
        $0.grants = []
      }
      let spoken = lawCase.deciding { $0.justifications += everyReason }
      let isOpened = !silent.stricterGates(than: spoken).isEmpty
      let licence = silent.gates.first { $0.gate == .licence }
      tally.count(
        "a licence is missing while reasons open",
        if: isOpened && licence?.answer == .deny
      )
      if licence != spoken.gates.first(where: { $0.gate == .licence }) { return "licence changed" }

      guard lawCase.takesNoReasonForFunctions else { return nil }
      let function = silent.gates.first { $0.gate == .function }
      tally.count(
        "a function is missing while reasons open",
        if: isOpened && function?.answer == .deny
      )
      if function != spoken.gates.first(where: { $0.gate == .function }) {
        return "function changed"
      }
      return nil
    }
    tally.expect("a licence is missing while reasons open", atLeast: 15)
    tally.expect("a function is missing while reasons open", atLeast: 10)
  }
}

extension LawCase {
  /// Whether no grant of the role, however deviations turn out, takes a self-authorisation rule.
  fileprivate var takesNoReasonForFunctions: Bool {
    let authorisation = request.session.authorisation
    var classes = world.policy.templates[authorisation.template]?.securityClasses ?? []
    for id in authorisation.subtemplates {
      classes.formUnion(world.policy.subtemplates[id]?.securityClasses ?? [])
    }
    for deviation in authorisation.deviations { classes.formUnion(deviation.adds.securityClasses) }
    return classes.allSatisfy { id in
      world.policy.securityClasses[id]?.grants.allSatisfy { $0.takes == nil } ?? true
    }
  }
}
