import AccessPolicy

// The standard situations in which `dry-run` shows a role.

extension RecordShape {
  static let dryRun = RecordShape(
    "dryRun",
    "The standard situations of this policy set, in which `dry-run` shows what a role sees and does.",
    keys: [
      .optional("holder", .record(dryRunHolder), "Who holds the role, beside what the role says."),
      .optional("patient", .record(dryRunPatient), "The patient of every situation."),
      .optional("link", .record(dryRunLink), "What the links of every situation have alike."),
      .optional("item", .record(dryRunItem), "The content of every situation."),
      attributes("the request"),
      .required(
        "situations",
        named("situation", dryRunSituation),
        "How the holder stands to the patient, by ids; they are shown in this order."
      ),
      .required(
        "content",
        named("kind of content", dryRunContent),
        "Who recorded what is asked for, and what shields it, by ids."
      ),
      .optional(
        "withoutPatient",
        named("place", dryRunPlace),
        "Where content without a patient is recorded, by ids."
      ),
    ]
  )

  private static func named(_ kind: String, _ record: RecordShape) -> ValueShape {
    .entries(EntriesShape(kind: kind, keysAreIDs: true, atLeastOne: true, value: .record(record)))
  }

  private static let title: [KeyShape] = [
    .required("title", .record(localizedText), "What people call it, in both languages.")
  ]

  static let dryRunHolder = RecordShape(
    "dryRunHolder",
    "Who holds the role, beside what the role says.",
    keys: [
      .optional(
        "purposes",
        .ids(of: "purpose", orOne: true),
        "The purpose of use: the first of these that the role has."
      ),
      .optional("authenticationLevel", .fact(.anyNumber), "How strongly authenticated."),
      .optional("groups", .fact(.list(of: .key)), "Groups of patients that the holder has."),
      attributes("the session"),
    ]
  )

  static let dryRunPatient = RecordShape(
    "dryRunPatient",
    "What the patient of a situation is, beside the links.",
    keys: patient.keys.filter {
      ["birthDate", "residence", "marks", "attributes", "contacts", "blocks"].contains($0.name)
    }
  )

  static let dryRunLink = RecordShape(
    "dryRunLink",
    "A link of every kind that the role's relationships take.",
    keys: [
      .optional(
        "status",
        .ids(of: "status", atLeastOne: true, orOne: true),
        "Where it stands: the first of these that counts for its kind."
      )
    ] + link.keys.filter { !["kind", "status"].contains($0.name) }
  )

  static let dryRunItem = RecordShape(
    "dryRunItem",
    "What an item of any class has.",
    keys: item.keys.filter { !["like", "title", "class"].contains($0.name) }
  )

  static let dryRunSituation = RecordShape(
    "dryRunSituation",
    "How the holder stands to the patient.",
    keys: title + [
      .optional(
        "link",
        .record(dryRunLink),
        "The links, one of each kind; without this key there are none."
      ),
      .optional("patient", .record(dryRunPatient), "What the patient has otherwise."),
      .optional("item", .record(dryRunItem), "What the content has otherwise."),
      attributes("the request"),
    ]
  )

  static let dryRunContent = RecordShape(
    "dryRunContent",
    "Who recorded what is asked for, and what shields it.",
    keys: title + [
      .optional("patient", .record(dryRunPatient), "What the patient has otherwise."),
      .optional("item", .record(dryRunItem), "What the content has otherwise."),
      attributes("the request"),
    ]
  )

  static let dryRunPlace = RecordShape(
    "dryRunPlace",
    "Where content without a patient is recorded.",
    keys: title + [.optional("item", .record(dryRunItem), "What the content has otherwise.")]
  )
}
