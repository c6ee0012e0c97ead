extension DiagnosticCode {
  /// How much a mistake of this kind matters, where nothing else is said of a single one.
  public var severity: Diagnostic.Severity {
    Self.silenceable.contains(self) || Self.otherWarnings.contains(self) ? .warning : .error
  }

  /// The warnings that are about no rule beside which a silence could stand.
  private static let otherWarnings: Set<DiagnosticCode> = [.unusedSilence, .notRead, .emptyFile]

  /// The warnings that can be silenced beside the rule, with a reason.
  ///
  /// A silence that silences nothing cannot be silenced: it is taken out.
  package static let silenceable: Set<DiagnosticCode> = [
    .templateWithoutOwner, .templateWithoutApproval, .templateWithoutBasis, .ruleWithoutBasis,
    .unusedEntry, .unwrittenEdge, .windowWithoutEdge,
    .unwrittenCondition, .windowMayNeverOpen, .reasonOpensPatient,
    .neverApplies, .shadowedRule, .markForNobody, .markForEverybody,
    .unreachableClass, .grantWithoutLicence, .equalEntries, .overlappingProvisioning,
    .deviationWithoutReason, .deviationWithoutApprover, .deviationWithoutEnd,
  ]
}
