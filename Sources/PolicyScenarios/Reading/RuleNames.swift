import AccessPolicy

/// What `by` and `notBy` can name: gates, rules, and what rules are part of.
struct RuleNames {
  private let names: Set<String>

  init(_ policy: Policy) {
    let gates: [GateID] = [
      .authorisation, .workplace, .authentication, .purpose, .readOnly, .function, .licence,
      .relationship,
    ]
    var names = Set(gates.map(\.description))
    names.formUnion(policy.marks.map { GateID.mark($0.id).description })
    names.formUnion(PolicyRule.all(of: policy).map(\.id))
    names.formUnion(policy.subtemplates.map(\.id.text))
    names.formUnion(policy.securityClasses.map(\.id.text))
    names.formUnion(policy.providerRecords.map(\.id.text))
    self.names = names
  }

  /// Reports a name that is none of these, nor the gate of one of the patient's blocks.
  func check(_ name: Located<String>, blocks: [String]?, _ sink: DiagnosticSink) {
    let gates = (blocks ?? []).map { GateID.block(BlockRef($0)).description } + ["block:?"]
    let isBlockOfUnknownPatient = blocks == nil && name.value.hasPrefix("block:")
    guard !names.contains(name.value), !gates.contains(name.value), !isBlockOfUnknownPatient
    else { return }
    sink.report(.noSuchRule(name.value, among: names.union(gates), at: name.range))
  }
}
