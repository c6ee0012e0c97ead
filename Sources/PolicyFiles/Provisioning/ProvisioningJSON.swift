public import AccessPolicy

/// The report for machines.
extension ProvisioningReport {
  /// Hands on one JSON object in parts, in order; each entry of a list stands on a line of its own.
  ///
  /// `writtenTo` is where the register was written; `nil` when it was not.
  public func writeJSON<Failure: Error>(
    in language: Language,
    writtenTo path: String?,
    _ use: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let words = ProvisioningWords(policy: policy, language: language, clock: nil)
    let head: [JSONValue.Entry] = [
      .init(
        "policy",
        .identity(policy.identity)
      ),
      .init("file", .string(file)), .init("at", .string(now.description)),
      .init("writtenTo", .optional(path)), .init("counts", counts.value),
    ]
    var separator = "{"
    for entry in head {
      try use("\(separator)\"\(entry.key)\":\(JSONWriter.line(entry.value))")
      separator = ",\n"
    }
    try list("given", result.outcomes.lazy.compactMap(Self.given), use)
    try list("refused", refused.lazy.map { Self.refused($0.outcome, $0.reasons, words) }, use)
    try list("unreadable", unreadable.lazy.map(Self.unreadable), use)
    try list("differences", update.differences.lazy.compactMap(Self.difference), use)
    try list("authorisations", authorisationNotices.lazy.map { Self.notice($0, words) }, use)
    try list("deviations", notices.lazy.map { Self.notice($0, words) }, use)
    try use("}\n")
  }

  private func list<Failure: Error>(
    _ key: String,
    _ values: some Sequence<JSONValue>,
    _ use: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try use(",\n\"\(key)\":[")
    var separator = "\n"
    for value in values {
      try use(separator + JSONWriter.line(value))
      separator = ",\n"
    }
    try use("]")
  }

  private static func given(_ outcome: ProvisioningOutcome) -> JSONValue? {
    guard case .given(let entry, let grounds) = outcome.result else { return nil }
    let role = entry.authorisation
    let subtemplates = grounds.subtemplates.sorted { $0.key < $1.key }
    return .object(
      head(outcome) + [
        .init("template", .string(role.template.text)),
        .init("by", .string(grounds.template.text)),
        .init(
          "subtemplates",
          .object(subtemplates.map { .init($0.key.text, .strings($0.value.map(\.text))) })
        ),
        .init("providerRecord", .optional(role.providerRecord.value?.text)),
        .init("providerRecordBy", .optional(grounds.providerRecord?.text)),
        .init("units", .strings(entry.units.map(\.text))),
      ]
    )
  }

  private static func refused(
    _ outcome: ProvisioningOutcome,
    _ reasons: [ProvisioningRefusal],
    _ words: ProvisioningWords
  ) -> JSONValue {
    let reasons = reasons.map { reason -> JSONValue in
      [
        "code": .string(reason.code), "message": .string(reason.text(words.language)),
        "help": .string(words.help(reason)),
      ]
    }
    return .object(head(outcome) + [.init("reasons", .array(reasons))])
  }

  private static func head(_ outcome: ProvisioningOutcome) -> [JSONValue.Entry] {
    [
      .init("record", .string(outcome.record.text)), .init("staff", .string(outcome.staff.text)),
      .init("line", outcome.place.map { .number(Int64($0.line)) } ?? .null),
    ]
  }

  private static func unreadable(_ record: UnreadableStaffRecord) -> JSONValue {
    let mistakes = record.mistakes.map { mistake -> JSONValue in
      [
        "code": .string(mistake.code.rawValue),
        "line": mistake.range.map { .number(Int64($0.line)) } ?? .null,
        "column": mistake.range.map { .number(Int64($0.column)) } ?? .null,
        "message": .string(mistake.message), "help": .optional(mistake.help),
      ]
    }
    return [
      "record": .optional(record.id?.text), "staff": .optional(record.staff?.text),
      "line": .number(Int64(record.line)), "mistakes": .array(mistakes),
    ]
  }

  private static func difference(_ difference: RegisterDifference) -> JSONValue? {
    guard difference.kind != .unchanged else { return nil }
    let changes = difference.kind.changes.map { change -> JSONValue in
      [
        "part": .string(change.part.rawValue), "before": .strings(change.before),
        "after": .strings(change.after),
      ]
    }
    return [
      "record": .string(difference.record.text), "staff": .string(difference.staff.text),
      "kind": .string(difference.kind.code), "changes": .array(changes),
    ]
  }

  private static func notice(_ notice: AuthorisationNotice, _ words: ProvisioningWords)
    -> JSONValue
  {
    [
      "record": .string(notice.record.text), "staff": .string(notice.staff.text),
      "kind": .string(notice.kind.code), "message": .string(notice.kind.text(words.language)),
    ]
  }

  private static func notice(_ notice: DeviationNotice, _ words: ProvisioningWords) -> JSONValue {
    [
      "record": .string(notice.record.text), "staff": .string(notice.staff.text),
      "deviation": .string(notice.deviation.text), "kind": .string(notice.kind.code),
      "message": .string(notice.kind.text(words.language)),
    ]
  }
}

extension ProvisioningReport.Counts {
  fileprivate var value: JSONValue {
    func number(_ count: Int) -> JSONValue { .number(Int64(count)) }
    return [
      "records": number(records), "given": number(given), "refused": number(refused),
      "unreadable": number(unreadable), "created": number(created), "resumed": number(resumed),
      "changed": number(changed), "ended": number(ended), "kept": number(kept),
      "unchanged": number(unchanged),
    ]
  }
}

// Words that stay the same in every language and version.
extension ProvisioningRefusal {
  fileprivate var code: String {
    switch self {
    case .missing: "missing"
    case .unknownUnit: "unknown-unit"
    case .wrongValue: "wrong-value"
    case .neverInForce: "never-in-force"
    case .undetermined: "undetermined"
    case .noTemplate: "no-template"
    case .severalTemplates: "several-templates"
    case .severalProviderRecords: "several-provider-records"
    case .noLoginUnit: "no-login-unit"
    case .loginUnitElsewhere: "login-unit-elsewhere"
    case .repeatedKey: "repeated-key"
    }
  }
}

extension RegisterDifference.Kind {
  fileprivate var code: String {
    switch self {
    case .created: "created"
    case .resumed: "resumed"
    case .changed: "changed"
    case .ended: "ended"
    case .kept: "kept"
    case .unchanged: "unchanged"
    }
  }
}

extension AuthorisationNotice.Kind {
  fileprivate var code: String {
    switch self {
    case .deactivated: "deactivated"
    case .withoutTemplate: "without-template"
    case .undeclared: "undeclared"
    case .withoutClinicalAccess: "without-clinical-access"
    }
  }
}

extension DeviationNotice.Kind {
  fileprivate var code: String {
    switch self {
    case .due: "due"
    case .expired: "expired"
    case .withoutEnd: "without-end"
    case .neverInForce: "never-in-force"
    case .changesNothing: "changes-nothing"
    case .approvedBySelf: "approved-by-self"
    case .withoutReason: "without-reason"
    case .withoutApprover: "without-approver"
    case .addsWhatRoleHas: "adds-what-role-has"
    case .removesWhatRoleLacks: "removes-what-role-lacks"
    case .undeclared: "undeclared"
    }
  }
}
