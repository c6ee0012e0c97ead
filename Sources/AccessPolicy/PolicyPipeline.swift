/// The whole way of a policy set: documents, syntax, checked policy, conditions that mean something.
///
/// ```swift
/// let policy = try PolicyPipeline.policy(from: documents)
/// let engine = PolicyEngine(policy)
/// ```
public enum PolicyPipeline {
  /// Checks the documents of a policy set.
  ///
  /// - Throws: ``PolicyRejected`` with every mistake, in source order.
  /// - Complexity: linear in the size of the documents, but for sorting, and for the search for
  ///   conditions that are always or never true, which is bounded.
  public static func policy(from documents: [Document]) throws(PolicyRejected) -> Policy {
    let checked = check(documents)
    guard let policy = checked.policy else {
      throw PolicyRejected(diagnostics: checked.diagnostics)
    }
    return policy
  }

  /// The policy, unless there are errors; and everything that was found, in source order.
  ///
  /// - Parameter judgesConditions: Whether conditions that are always or never true are mistakes;
  ///   generated ones often are.
  package static func check(
    _ documents: [Document],
    judgesConditions: Bool = true
  ) -> (policy: Policy?, diagnostics: [Diagnostic]) {
    let sink = DiagnosticSink()
    for document in documents { sink.report(TreeDepth.mistakes(in: document)) }
    guard !sink.hasErrors else { return (nil, sink.sorted) }
    let digest = SHA256.hexadecimal(of: CanonicalForm.bytes(of: documents))
    let syntax = PolicySyntaxReader.read(documents, sink: sink)
    let policy = PolicyValidator.validate(syntax, digest: digest, sink: sink)
    if judgesConditions {
      sink.report(ConstantConditions.diagnostics(of: policy, isWhole: !sink.hasErrors))
    }
    return (sink.hasErrors ? nil : policy, sink.sorted)
  }
}
