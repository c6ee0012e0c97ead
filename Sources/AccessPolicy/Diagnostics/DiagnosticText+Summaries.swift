// What each code means, in one sentence: reports for machines carry it, and the page of the code in
// `docs/diagnostics` begins with it.

extension DiagnosticCode {
  /// What a mistake of this kind is, in one sentence.
  public var summary: String {
    switch self {
    case .unreadable:
      "A file or folder is not there, or cannot be read."
    case .noFiles:
      "The folder holds no policy files, or no scenarios."
    case .notText:
      "A byte or a character stands in the file that no reader can see for what it is."
    case .notWellFormed:
      "The text is not YAML: a bracket, a quote, a colon or the indentation is not as it must be."
    case .notSupported:
      "The file uses a form of YAML, or a kind of link, that policy files do not have."
    case .tooLarge:
      "A file, a folder, a list or the nesting in it is beyond what honest files need."
    case .duplicateKey:
      "A key stands twice in the same set of keys."
    case .tabIndentation:
      "A tab stands before the text of a line, where only spaces can."
    case .smartQuotes:
      "Curly quotes, or those of a book, stand where straight ones belong."
    case .letterOutsideASCII:
      "An id or the name of a fact has a letter beyond a–z."
    case .differsInCase:
      "An id is that of another entry but for capital and small letters."
    case .yesOrNoAsText:
      "Yes or no stands in quotes where the thing itself is meant, or without quotes where a "
        + "text is meant."
    case .unquotedTime:
      "A clock time such as `10:30` stands without quotes."
    case .unknownKey:
      "A key stands where it means nothing."
    case .missingKey:
      "A key that must be there is not."
    case .wrongForm:
      "A list stands where a set of keys or a single value is expected, or the like."
    case .wrongValue:
      "A value is not of the kind that the key takes."
    case .conflictingKeys:
      "Keys stand together that contradict each other, or one is missing that belongs to another."
    case .notAnIdentifier:
      "A text stands where an id is expected, and cannot be one."
    case .undeclaredName:
      "A name is used that nothing declares."
    case .declaredTwice:
      "One id is declared twice in the policy set."
    case .namedTwice:
      "A list names the same thing twice."
    case .organisationCycle:
      "A part of the organisation contains itself."
    case .wrongSubject:
      "A rule about patients is used for content that is about none, or the other way round; "
        + "or a circle is reached through a relationship that takes a reason."
    case .refusedPurpose:
      "A role is given a purpose that the policy set refuses to everybody."
    case .conditionSyntax:
      "A condition cannot be read."
    case .chainedComparison:
      "More than two things are compared in a row."
    case .missingParenthesis:
      "A parenthesis of a condition is not closed, or closes nothing."
    case .mixedAndOr:
      "`and` and `or` stand side by side without parentheses."
    case .unknownFact:
      "A condition mentions a fact that there is not."
    case .factNotInView:
      "A condition mentions a fact that this kind of rule does not see."
    case .wrongType:
      "A fact or value is of another type than its place takes."
    case .cannotCompare:
      "A condition compares two things that cannot be compared."
    case .notMonotone:
      "A rule would take access away because somebody has more, or give it because content "
        + "is shielded more."
    case .constantCondition:
      "A condition, or a part of it, is always true or never true, though it does not say "
        + "`always` or `never`."
    case .cannotSilence:
      "A silence names something that is no warning, or that cannot be silenced."
    case .silenceWithoutReason:
      "A silence does not say why the warning stays."
    case .templateWithoutOwner:
      "Nobody answers for a role."
    case .templateWithoutApproval:
      "Nobody has approved a role."
    case .templateWithoutBasis:
      "A role does not say what it rests on."
    case .ruleWithoutBasis:
      "A rule does not say what it rests on."
    case .unusedEntry:
      "Something is declared, and nothing uses it."
    case .unwrittenEdge:
      "A care relationship does not say when it opens, or when it closes."
    case .unwrittenCondition:
      "A care relationship, or a reach rule, does not say of what it holds."
    case .windowMayNeverOpen:
      "A care relationship opens from the end of its link, and closes from the beginning."
    case .reasonOpensPatient:
      "A reason that is asked for one thing opens the whole record of a patient."
    case .neverApplies:
      "A rule can never apply."
    case .shadowedRule:
      "A rule does nothing beside another, which gives at least as much to the same roles."
    case .markForNobody:
      "A mark shields from everybody, and no reason opens it."
    case .markForEverybody:
      "A mark shields from nobody, since everybody is inside its circle."
    case .unreachableClass:
      "A grant is of content that no role with the grant comes near."
    case .grantWithoutLicence:
      "A grant is of an action that takes a licence, and no provider record gives it."
    case .overlappingProvisioning:
      "Two provisioning rules can apply to one staff record, and each gives what a person can have "
        + "only one of."
    case .equalEntries:
      "Two roles, security classes or provider records give the same."
    case .windowWithoutEdge:
      "A care relationship was always open, or never closes."
    case .deviationWithoutReason:
      "A deviation from a role template does not say why."
    case .deviationWithoutApprover:
      "Nobody has approved a deviation from a role template."
    case .deviationWithoutEnd:
      "A deviation from a role template has no end."
    case .notRead:
      "A file in the folder looks like policy, and is not read."
    case .emptyFile:
      "A file of the policy set says nothing."
    case .unusedSilence:
      "A silence stands where there is no such warning."
    case .badCase:
      "A scenario says something that cannot be, so that it cannot be run."
    case .nothingExpected:
      "A scenario, or a folder of scenarios, expects nothing."
    }
  }
}
