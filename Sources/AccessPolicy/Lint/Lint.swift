/// One question to a valid policy set: whether it says what was probably meant.
///
/// A lint is a file in `Lints/` and a line in ``all``. What it finds are warnings, which an author
/// can silence beside the entry that they are about.
struct Lint: Sendable {
  /// The code of its warnings.
  let code: DiagnosticCode

  /// Every place where the answer is no.
  let findings: @Sendable (LintSubject) -> [LintFinding]

  /// All lints.
  static let all: [Lint] = [
    templateWithoutOwner, templateWithoutApproval, templateWithoutBasis, ruleWithoutBasis,
    unusedRoleParts, untakenSelfAuthorisation, unusedShields, unusedWords, unusedLicences,
    unusedAttributes, neverProvisioned,
    unwrittenEdge, windowWithoutEdge, unwrittenCondition, windowMayNeverOpen, reasonOpensPatient,
    neverApplies, neverAppliesToMarks, shadowedLicence,
    markForNobody, markForEverybody, unreachableClass, grantWithoutLicence, equalEntries,
    overlappingProvisioning,
    // It compares pairs, and leaves nothing to try for those after it.
    shadowedRule,
  ]
}
