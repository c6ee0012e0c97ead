/// The kinds of mistake that files and requests can hold; the raw value is stable.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // Reading text
  /// A file or folder that cannot be read.
  case unreadable
  /// A folder without the files that it should hold.
  case noFiles = "no-files"
  /// Bytes that are not UTF-8 text.
  case notText = "not-text"
  /// Text that is not YAML or JSON.
  case notWellFormed = "not-well-formed"
  /// A form of YAML that policy files do not use.
  case notSupported = "not-supported"
  /// A file, list or nesting beyond the limits.
  case tooLarge = "too-large"
  /// A key that stands twice.
  case duplicateKey = "duplicate-key"
  /// A tab where only spaces can indent.
  case tabIndentation = "tab-indentation"

  // Slips that look right on the page
  /// Curly quotes, or those of a book, where straight ones belong.
  case smartQuotes = "smart-quotes"
  /// A letter beyond a–z in an id.
  case letterOutsideASCII = "letter-outside-ascii"
  /// An id that is another but for capital and small letters.
  case differsInCase = "differs-in-case"
  /// Yes or no as a text, or a text that other readers take for yes or no.
  case yesOrNoAsText = "yes-or-no-as-text"
  /// A clock time without quotes, which other readers take for a number.
  case unquotedTime = "unquoted-time"

  // Shape
  /// A key that means nothing here.
  case unknownKey = "unknown-key"
  /// A key that must be there.
  case missingKey = "missing-key"
  /// A list where a value is expected, or the like.
  case wrongForm = "wrong-form"
  /// A value that is not of the expected kind.
  case wrongValue = "wrong-value"
  /// Keys that do not go together.
  case conflictingKeys = "conflicting-keys"

  // Names
  /// A text that cannot be an identifier.
  case notAnIdentifier = "not-an-identifier"
  /// A name that nothing declares.
  case undeclaredName = "undeclared-name"
  /// A name that is declared twice.
  case declaredTwice = "declared-twice"
  /// A list that names the same thing twice.
  case namedTwice = "named-twice"

  // Meaning
  /// A part of the organisation that contains itself.
  case organisationCycle = "organisation-cycle"
  /// A rule about patients used for content without, or the other way round.
  case wrongSubject = "wrong-subject"
  /// A purpose that is refused, given to a role.
  case refusedPurpose = "refused-purpose"

  // Conditions
  /// A condition that cannot be read.
  case conditionSyntax = "condition-syntax"
  /// More than two things compared in a row.
  case chainedComparison = "chained-comparison"
  /// A parenthesis that is never closed, or closes nothing.
  case missingParenthesis = "missing-parenthesis"
  /// `and` and `or` without parentheses.
  case mixedAndOr = "mixed-and-or"
  /// A fact that does not exist.
  case unknownFact = "unknown-fact"
  /// A fact that the rule does not see.
  case factNotInView = "fact-not-in-view"
  /// A fact or value of another type than its place takes.
  case wrongType = "wrong-type"
  /// Two things that cannot be compared.
  case cannotCompare = "cannot-compare"
  /// More of something would take access away, or less give it.
  case notMonotone = "not-monotone"
  /// A condition that is always or never true, though it does not say so.
  case constantCondition = "constant-condition"

  // Silences
  /// A silence of something that is no warning, or that nothing can silence.
  case cannotSilence = "cannot-silence"
  /// A silence that does not say why.
  case silenceWithoutReason = "silence-without-reason"

  // Warnings about what is valid, and probably not meant
  /// A role template for which nobody answers.
  case templateWithoutOwner = "template-without-owner"
  /// A role template that nobody has approved.
  case templateWithoutApproval = "template-without-approval"
  /// A role template that rests on no requirement.
  case templateWithoutBasis = "template-without-basis"
  /// A rule that rests on no requirement.
  case ruleWithoutBasis = "rule-without-basis"
  /// Something that is declared and that nothing uses.
  case unusedEntry = "unused-entry"
  /// A care relationship that does not say when it opens, or when it closes.
  case unwrittenEdge = "unwritten-edge"
  /// A care relationship or reach rule that does not say of what it holds.
  case unwrittenCondition = "unwritten-condition"
  /// A window that opens at the end of its link and closes after the beginning.
  case windowMayNeverOpen = "window-may-never-open"
  /// A reason that is asked for one thing and opens the whole patient.
  case reasonOpensPatient = "reason-opens-patient"
  /// A rule that no request can make apply.
  case neverApplies = "never-applies"
  /// A rule beside another that gives at least as much to the same roles.
  case shadowedRule = "shadowed-rule"
  /// A mark that shields from everybody, for ever.
  case markForNobody = "mark-for-nobody"
  /// A mark that shields from nobody.
  case markForEverybody = "mark-for-everybody"
  /// A grant to content that no role with the grant comes near.
  case unreachableClass = "unreachable-class"
  /// A grant of what takes a licence, which no provider record has.
  case grantWithoutLicence = "grant-without-licence"
  /// Two entries that give the same.
  case equalEntries = "equal-entries"
  /// Two provisioning rules for one staff record, where there can be one.
  case overlappingProvisioning = "overlapping-provisioning"
  /// A care relationship that was always open, or never closes.
  case windowWithoutEdge = "window-without-edge"
  /// A deviation from a role template that does not say why.
  case deviationWithoutReason = "deviation-without-reason"
  /// A deviation from a role template that nobody has approved.
  case deviationWithoutApprover = "deviation-without-approver"
  /// A deviation from a role template that never ends.
  case deviationWithoutEnd = "deviation-without-end"
  /// A file that looks like policy, and is not read.
  case notRead = "not-read"
  /// A file that holds nothing, or nothing but comments.
  case emptyFile = "empty-file"
  /// A silence of a warning that is not given.
  case unusedSilence = "unused-silence"

  // Scenarios
  /// A case that cannot be run as it stands.
  case badCase = "bad-case"
  /// Scenarios without a single expectation.
  case nothingExpected = "nothing-expected"
}
