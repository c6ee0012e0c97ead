// The words of a policy set: what an entry of each section may hold.

extension RecordShape {
  /// The same in the two languages that readers have.
  package static let localizedText = RecordShape(
    "localizedText",
    "The same in Norwegian and in English.",
    keys: [
      .required("nb", .text, "In Norwegian (bokmål)."),
      .required("en", .text, "In English."),
    ]
  )

  /// An entry of a section: every one has a title, and can say what it rests on.
  static func entry(
    _ name: String,
    _ meaning: String,
    _ keys: [KeyShape] = [],
    rules: [KeyRule] = []
  ) -> RecordShape {
    RecordShape(
      name,
      meaning,
      keys: [
        .required("title", .record(localizedText), "What people call it, in both languages."),
        because, silence,
      ] + keys,
      rules: rules
    )
  }

  static var because: KeyShape {
    .optional(
      "because",
      .ids(of: "requirement", orOne: true),
      "The requirement, or list of requirements, that it rests on."
    )
  }

  /// The warnings that are known beside an entry.
  package static var silence: KeyShape {
    .optional("silence", .record(silences), "Warnings about it that are known, with the reasons.")
  }

  private static let silences = RecordShape(
    "silence",
    "Warnings that stay, each with the reason why.",
    keys: DiagnosticCode.silenceable.map(\.rawValue).sorted().map {
      .optional($0, .text, "Why the warning `\($0)` stays.")
    }
  )

  static let header = RecordShape(
    "policySet",
    "What the policy set is called.",
    keys: [
      .required("id", .id(of: "policy set"), "The id of the policy set, which decisions carry."),
      .required("version", .text, "Its version, which decisions carry."),
      .required("title", .record(localizedText), "What people call it, in both languages."),
    ]
  )

  static let session = RecordShape(
    "session",
    "What every session must satisfy.",
    keys: [leastAuthentication]
  )

  static var leastAuthentication: KeyShape {
    .optional(
      "leastAuthentication",
      .number(1...Int64.max),
      "The least authentication level of a session.",
      otherwise: "none is asked for"
    )
  }

  static let unitKind = entry("unitKind", "A kind of unit.")

  static let unit = entry(
    "unit",
    "A unit of the organisation.",
    [
      .required("kind", .id(of: "unit kind"), "What kind of unit it is."),
      .optional("in", .id(of: "unit"), "The unit above it.", otherwise: "it stands at the top"),
      .optional("enterprise", .boolean, "Whether it is a data controller.", otherwise: "no"),
      .optional(
        "marks",
        .ids(of: "mark"),
        "Marks that everything recorded here or beneath inherits."
      ),
    ]
  )

  static let action = entry(
    "action",
    "Something that a person can do to content.",
    [.optional("writes", .boolean, "Whether it changes something.", otherwise: "no")]
  )

  static let purpose = entry(
    "purpose",
    "A purpose of use.",
    [
      .optional("code", .text, "Its code in a published code system."),
      .optional(
        "onlyWhereNamed",
        .boolean,
        "Whether rules serve it only when they name it.",
        otherwise: "no"
      ),
      .optional(
        "refused",
        .record(localizedText),
        "No role can have it; says where to go instead."
      ),
    ]
  )

  static let contentTag = entry("contentTag", "A property that content classes share.")

  static let contentClass = entry(
    "contentClass",
    "A class of content.",
    [
      .optional("aboutPatient", .boolean, "Whether it is about a patient.", otherwise: "yes"),
      .optional("clinical", .ids(of: "action"), "The actions on it that take a licence."),
      .optional("tags", .ids(of: "content tag"), "What it shares with other classes."),
    ]
  )

  /// The facts that a policy set declares, by what they are facts of.
  static let attributeGroups = RecordShape(
    "attributes",
    "Facts that the policy set declares; requests or staff records then carry them.",
    keys: AttributeGroup.allCases.map {
      .optional(
        $0.rawValue,
        .declarations(of: "attribute of \($0.rawValue)", attribute),
        "Facts about the \($0.rawValue)."
      )
    }
  )

  static let attribute = entry(
    "attribute",
    "A fact that the policy set declares.",
    [
      .required("type", .word(RecordReader.attributeTypes.map(\.name)), "What its values are."),
      .optional(
        "codes",
        .either([
          .ids(of: "code", atLeastOne: true),
          .entries(
            EntriesShape(kind: "code", keysAreIDs: true, atLeastOne: true, value: .record(code))
          ),
        ]),
        "What it can be, with what people call each, or as a list; goes with `type: code` and `type: set of code`."
      ),
    ],
    rules: [
      .valueNeeds("type", is: "code", "codes"), .valueNeeds("type", is: "set of code", "codes"),
      .needsValue("codes", "type", in: ["code", "set of code"]),
    ]
  )

  static let reason = entry(
    "reason",
    "A reason that a person can give.",
    [.optional("code", .text, "Its code in a published code system.")]
  )

  static let status = entry("status", "What a status of patient logistics is called.")

  /// What a code of an attribute is called.
  static let code = RecordShape(
    "code",
    "What a code is called.",
    keys: [
      .required("title", .record(localizedText), "What people call it, in both languages.")
    ]
  )

  static let obligation = entry("obligation", "Something that comes with a decision.")

  static let logistics = entry(
    "logistics",
    "A kind of patient logistics, such as an admission.",
    [
      .optional(
        "counts",
        .ids(of: "status"),
        "The statuses in which it can make a care relationship."
      ),
      .optional("neverCounts", .ids(of: "status"), "The statuses in which it never makes one."),
      .optional(
        "ended",
        .ids(of: "status", atLeastOne: true),
        "Those among `counts` in which it is over: without an end it then opens nothing."
      ),
    ],
    rules: [.needs("counts", "neverCounts"), .needs("neverCounts", "counts")]
  )
}
