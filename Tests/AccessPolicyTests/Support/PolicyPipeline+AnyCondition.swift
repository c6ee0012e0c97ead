import AccessPolicy

extension PolicyPipeline {
  /// The policy set, in which a condition may be always or never true: the engine must decide it too.
  static func policyWithAnyCondition(from documents: [Document]) throws(PolicyRejected) -> Policy {
    let checked = check(documents, judgesConditions: false)
    guard let policy = checked.policy else {
      throw PolicyRejected(diagnostics: checked.diagnostics)
    }
    return policy
  }
}
