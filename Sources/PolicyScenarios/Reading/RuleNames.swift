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
    names.formUnion(PolicyRule.all(of: policy).filter { $0.kind != .session }.map(\.id))
    names.formUnion(policy.subtemplates.map(\.id.text))
    names.formUnion(policy.securityClasses.map(\.id.text))
    names.formUnion(policy.providerRecords.map(\.id.text))
    self.names = names
  }

  /// Reports a name that is none of these, nor the gate of one of the patient's blocks.
  ///
  /// Where it need not exist it is a warning: a cell that expects a rule which has been taken away
  /// fails by itself, and is to be shown failing. Not to be decided by such a rule is always true,
  /// so there it must exist.
  func check(_ name: Located<String>, blocks: [String]?, mustExist: Bool, _ sink: DiagnosticSink) {
    let gates = (blocks ?? []).map { GateID.block(BlockRef($0)).description } + ["block:?"]
    let isBlockOfUnknownPatient = blocks == nil && name.value.hasPrefix("block:")
    guard !names.contains(name.value), !gates.contains(name.value), !isBlockOfUnknownPatient
    else { return }
    let severity = mustExist ? Diagnostic.Severity.error : .warning
    sink.report(.noSuchRule(name.value, severity, among: names.union(gates), at: name.range))
  }
}
