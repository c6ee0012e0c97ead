package import AccessPolicy

// The authorisation register: what its file may hold.

extension RecordShape {
  /// A register: its head, and its entries.
  package static let register = RecordShape(
    "register",
    "An authorisation register: who has which role, for how long, and why.",
    keys: [
      .required("register", .number(1...1), "The version of this form: 1."),
      .required("policySet", .id(of: "policy set"), "The policy set by whose rules it was made."),
      .required(
        "entries",
        .list(of: .record(registerEntry)),
        "The authorisations, each of one person by one staff record."
      ),
    ]
  )

  /// One authorisation of one person.
  static let registerEntry = RecordShape(
    "registerEntry",
    "One authorisation of one person, and where it comes from.",
    keys: [
      .required("staff", .key, "The member of staff."),
      .required("record", .key, "The staff record that gave it; none gives two."),
      .required(
        "rules",
        .ids(of: "provisioning rule"),
        "The provisioning rules that gave a part of it."
      ),
      .required("units", .ids(of: "unit"), "The units that the role lists for logging in."),
      .optional(
        "endedAt",
        .orNothing(.moment),
        "When it was deactivated because its record was gone.",
        otherwise: "it goes on"
      ),
      .required(
        "authorisation",
        .record(registeredAuthorisation),
        "The role, as it goes into a request."
      ),
    ]
  )

  /// What a request says of the role of a session; there, what is left out is unknown, and here
  /// nothing is.
  private static let registeredAuthorisation = RecordShape(
    "registeredAuthorisation",
    "The role of one person, for a time.",
    keys: [
      .required("template", .id(of: "role template"), "The role template."),
      .optional(
        "subtemplates",
        .ids(of: "subtemplate"),
        "The subtemplates that add to it.",
        otherwise: "none"
      ),
      .required(
        "providerRecord",
        .orNothing(.id(of: "provider record")),
        "The provider record; nothing where there is none."
      ),
      .required("isActive", .boolean, "Whether it is in use: not for staff who are deactivated."),
      .required("from", .orNothing(.moment), "When it begins; nothing where it always has been."),
      .required("until", .orNothing(.moment), "When it ends; nothing where no end is set."),
      .required(
        "deviations",
        .list(of: .record(registeredDeviation)),
        "What is different for this person alone; `[]` where nothing is."
      ),
    ]
  )

  static let registeredDeviation = RecordShape(
    "registeredDeviation",
    "A difference from the role for one person, for a time and with a reason.",
    keys: [
      .required("id", .key, "Its key, which decisions name."),
      .optional("adds", .record(registeredParts), "What it adds.", otherwise: "nothing"),
      .optional("removes", .record(registeredParts), "What it takes away.", otherwise: "nothing"),
      .optional("reason", .text, "Why; without a reason it adds nothing."),
      .optional("approver", .key, "Who approved it; without an approver it adds nothing."),
      .optional(
        "from",
        .orNothing(.moment),
        "When it begins; nothing where it always has been.",
        otherwise: "not known: it adds nothing, and takes away"
      ),
      .optional(
        "until",
        .orNothing(.moment),
        "When it ends; nothing where no end is set.",
        otherwise: "not known: it adds nothing, and takes away"
      ),
    ]
  )

  private static let registeredParts = RecordShape(
    "registeredParts",
    "Parts of a role.",
    keys: [
      .optional("securityClasses", .ids(of: "security class"), "Security classes."),
      .optional("relationships", .ids(of: "care relationship"), "Care relationships."),
      .optional("reach", .ids(of: "reach rule"), "What opens content without a patient."),
      .optional(
        "selfAuthorisation",
        .ids(of: "self-authorisation rule"),
        "Self-authorisation rules."
      ),
      .optional("units", .ids(of: "unit"), "Login units."),
    ]
  )
}
