import AccessPolicy

// The cast of scenarios: what a member of staff, a patient and an item may hold.

extension RecordShape {
  private static let like: [KeyShape] = [
    .optional("like", .key, "The entry that everything not written here is copied from."),
    .optional("title", .record(localizedText), "What people call it, in both languages."),
  ]

  static func attributes(_ owner: String) -> KeyShape {
    .optional(
      "attributes",
      .entries(EntriesShape(kind: "attribute", keysAreIDs: true, value: .attributeValue)),
      "Declared facts about \(owner)."
    )
  }

  static let staff = RecordShape(
    "staff",
    "A person in one role at one place.",
    keys: like + [
      .required("template", .id(of: "role template"), "The role template."),
      .optional("subtemplates", .ids(of: "subtemplate"), "The subtemplates."),
      .optional("providerRecord", .fact(.id(of: "provider record")), "What the licence gives."),
      .optional(
        "active",
        .fact(.boolean),
        "Whether the authorisation is active.",
        otherwise: "yes"
      ),
      .optional("from", .fact(.instant), "From when the authorisation holds."),
      .optional("until", .fact(.instant), "Until when the authorisation holds."),
      .optional("deviations", .list(of: .record(deviation)), "What this person has differently."),
      .optional("ownRecord", .fact(.key), "The person's own patient record."),
      .optional("unit", .fact(.id(of: "unit")), "Where the person is logged in."),
      .optional("purpose", .fact(.id(of: "purpose")), "The purpose of use."),
      .optional("authenticationLevel", .fact(.anyNumber), "How strongly authenticated."),
      .optional(
        "systemIsReadOnly",
        .fact(.boolean),
        "Whether the system takes no changes.",
        otherwise: "no"
      ),
      .optional("groups", .fact(.list(of: .key)), "Groups of patients that the person has."),
      attributes("the session"),
    ],
    canBeLikeAnother: true
  )

  static let deviation = RecordShape(
    "deviation",
    "What one person has otherwise than the role.",
    keys: [
      .required("id", .key, "Its id."),
      .optional("adds", .record(roleParts("adds", "What is added.")), "What is added."),
      .optional(
        "removes",
        .record(roleParts("removes", "What is taken away.")),
        "What is taken away."
      ),
      .optional("reason", .text, "Why."),
      .optional("approver", .key, "Who approved it."),
      .optional("from", .fact(.instant), "From when it holds."),
      .optional("until", .fact(.instant), "Until when it holds."),
      silence,
    ]
  )

  private static func roleParts(_ name: String, _ meaning: String) -> RecordShape {
    RecordShape(
      name,
      meaning,
      keys: [
        .optional("securityClasses", .ids(of: "security class"), "Security classes."),
        .optional("relationships", .ids(of: "care relationship"), "Care relationships."),
        .optional("reach", .ids(of: "reach rule"), "Reach rules."),
        .optional("selfAuthorisation", .ids(of: "self-authorisation rule"), "Self-authorisation."),
        .optional("units", .ids(of: "unit"), "Login units."),
      ]
    )
  }

  static let patient = RecordShape(
    "patient",
    "A patient, with the record.",
    keys: like + [
      .optional("birthDate", .fact(.date), "The date of birth."),
      .optional("residence", .fact(.id(of: "unit")), "Where the patient lives."),
      .optional("marks", .fact(.ids(of: "mark")), "Marks on the patient as a whole."),
      attributes("the patient"),
      .optional("contacts", .cast("contact", contact), "Contacts, by their keys."),
      .optional("items", .cast("item", item), "The patient's own items, by their keys."),
      .optional("links", .cast("link", link), "Patient logistics, by their keys."),
      .optional("blocks", .fact(.cast("block", block)), "What the patient has closed."),
    ],
    canBeLikeAnother: true
  )

  static let contact = RecordShape(
    "contact",
    "A contact of the patient.",
    keys: [
      .optional("unit", .fact(.id(of: "unit")), "The unit that had the contact."),
      .optional("team", .fact(.list(of: .key)), "The treatment team."),
      .optional("marks", .fact(.ids(of: "mark")), "Marks on the contact."),
    ]
  )

  static let item = RecordShape(
    "item",
    "A piece of content.",
    keys: like + [
      .required("class", .id(of: "content class"), "The class of the content."),
      .optional(
        "id",
        .fact(.key),
        "Its key in requests; `null` for what is about to be made.",
        otherwise: "the name of the entry"
      ),
      .optional("contact", .fact(.key), "The contact that it belongs to."),
      .optional("unit", .fact(.id(of: "unit")), "Where it was recorded."),
      .optional("author", .fact(.key), "Who wrote it."),
      .optional("recorded", .fact(.instant), "When it was recorded."),
      .optional("starts", .fact(.instant), "When the period that it concerns begins."),
      .optional("ends", .fact(.instant), "When the period that it concerns ends."),
      .optional("marks", .fact(.ids(of: "mark")), "Marks on the item."),
      attributes("the content"),
    ],
    canBeLikeAnother: true
  )

  static let link = RecordShape(
    "link",
    "A piece of patient logistics.",
    keys: [
      .required("kind", .id(of: "kind of patient logistics"), "The kind of logistics."),
      .optional("status", .fact(.id(of: "status")), "Where it stands."),
      .optional("unit", .fact(.id(of: "unit")), "The unit that it belongs to."),
      .optional("staff", .fact(.key), "The member of staff that it names."),
      .optional("team", .fact(.list(of: .key)), "The team that it names."),
      .optional("group", .fact(.key), "The group that it puts the patient in."),
      .optional("starts", .fact(.instant), "When it begins."),
      .optional("ends", .fact(.instant), "When it ends."),
      attributes("the link"),
    ]
  )

  static let block = RecordShape(
    "blockInForce",
    "Something that the patient has closed.",
    keys: [
      .required("kind", .id(of: "kind of block"), "The kind of block."),
      .optional(
        "covers",
        .fact(
          .choice(
            words: ["whole"],
            keys: [
              .optional("classes", .ids(of: "content class"), "These content classes."),
              .optional("contact", .key, "One contact."),
              .optional("item", .key, "One item."),
            ]
          )
        ),
        "What it closes."
      ),
      .optional("entriesFrom", .fact(.instant), "Only what is recorded from then on."),
      .optional(
        "against",
        .fact(
          .choice(
            words: ["everyone"],
            keys: [
              .optional("unit", .id(of: "unit"), "This unit, with those beneath."),
              .optional("template", .id(of: "role template"), "This role."),
              .optional("staff", .key, "This person."),
            ]
          )
        ),
        "For whom it is closed."
      ),
      .optional("from", .fact(.instant), "From when it holds."),
      .optional("until", .fact(.instant), "Until when it holds."),
      .required("effectuated", .fact(.boolean), "Whether it has been put into effect."),
    ]
  )
}
