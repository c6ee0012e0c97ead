// The rules of a policy set: what an entry of each section may hold.

extension RecordShape {
  /// What every rule that opens can say.
  private static let opening: [KeyShape] = [
    .optional(
      "level",
      .word(["allow", "justify"]),
      "`justify`: a reason must be given first; goes with `takes`.",
      otherwise: "allow"
    ),
    .optional(
      "takes",
      .id(of: "self-authorisation rule"),
      "The self-authorisation rule by which the reason is given; goes with `level: justify`."
    ),
    .optional(
      "purposes",
      .ids(of: "purpose", atLeastOne: true),
      "The purposes that it serves.",
      otherwise: "every purpose that is not `onlyWhereNamed`"
    ),
    .optional("obligations", .ids(of: "obligation"), "What comes with access by it."),
  ]

  private static let openingRules: [KeyRule] = [
    .needsValue("takes", "level", in: ["justify"]), .valueNeeds("level", is: "justify", "takes"),
  ]

  private static let actionsAndClasses: [KeyShape] = [
    .required("do", .ids(of: "action", atLeastOne: true), "The actions that it grants."),
    .required("on", .ids(of: "content class", atLeastOne: true), "The content classes it opens."),
  ]

  /// The title of a part, which else is called as the whole is.
  static func ownTitle(_ whole: String) -> KeyShape {
    .optional(
      "title",
      .record(localizedText),
      "What people call it, in both languages.",
      otherwise: "the title of \(whole)"
    )
  }

  /// A grant of a security class.
  static let grant = RecordShape(
    "grant",
    "What holders of the security class may do to some content.",
    keys: actionsAndClasses + [
      .optional("when", .condition, "The condition under which it applies.", otherwise: "always")
    ] + opening + [ownTitle("the security class"), because, silence],
    rules: openingRules
  )

  /// A grant of a provider record.
  static let licence = RecordShape(
    "licence",
    "What the licence lets a person do to some content.",
    keys: actionsAndClasses + [ownTitle("the provider record"), because, silence]
  )

  static let securityClass = entry(
    "securityClass",
    "A named set of grants, which templates have.",
    [.required("grants", .declarations(of: "grant", grant), "The grants, each with an id.")]
  )

  static let providerRecord = entry(
    "providerRecord",
    "What follows from a licence.",
    [.required("grants", .declarations(of: "grant", licence), "The grants, each with an id.")]
  )

  static let template = entry("template", "A role template.", roleParts + [leastAuthentication])

  /// A subtemplate can only add: it has no say in what a session must satisfy.
  static let subtemplate = entry("subtemplate", "What is added to a role template.", roleParts)

  private static let roleParts: [KeyShape] = [
    .optional("name", .text, "The name that the system gives the template."),
    .optional("owner", .text, "The enterprise or forum that answers for it."),
    .optional("approved", .list(of: .record(approval)), "Who approved it, and when."),
    .optional("securityClasses", .ids(of: "security class"), "What the role may do."),
    .optional("purposes", .ids(of: "purpose"), "The purposes that the role can have."),
    .optional(
      "relationships",
      .ids(of: "care relationship"),
      "The care relationships that open patients' records to the role."
    ),
    .optional("reach", .ids(of: "reach rule"), "What opens content without a patient."),
    .optional(
      "selfAuthorisation",
      .ids(of: "self-authorisation rule"),
      "The self-authorisation rules that the role may use.",
      otherwise: "none"
    ),
    .optional("units", .ids(of: "unit"), "Login units, with those beneath."),
  ]

  static let approval = RecordShape(
    "approval",
    "An approval.",
    keys: [
      .required("by", .text, "Who approved it."),
      .required("on", .date, "The day on which it was approved."),
    ]
  )

  static let relationship = entry(
    "careRelationship",
    "A rule that makes patient logistics a care relationship.",
    [
      .required(
        "links",
        .ids(of: "kind of patient logistics", atLeastOne: true),
        "The kinds of patient logistics that make it."
      ),
      .optional(
        "statuses",
        .ids(of: "status", atLeastOne: true),
        "The statuses in which they do.",
        otherwise: "all that the kinds count"
      ),
      .optional("where", .condition, "What must hold of the link.", otherwise: "always"),
      .optional(
        "opens",
        .edge(orWord: "always"),
        "When the window opens, counted from the link.",
        otherwise: "at start"
      ),
      .optional(
        "closes",
        .edge(orWord: "never"),
        "When the window closes, counted from the link.",
        otherwise: "at end"
      ),
    ] + opening,
    rules: openingRules
  )

  static let reachRule = entry(
    "reachRule",
    "A rule that opens content without a patient.",
    [
      .required("on", .ids(of: "content class", atLeastOne: true), "The classes that it opens."),
      .optional("where", .condition, "What must hold of the content.", otherwise: "always"),
    ] + opening,
    rules: openingRules
  )

  static let selfAuthorisationRule = entry(
    "selfAuthorisationRule",
    "A rule by which a person opens something by giving a reason.",
    [
      .required(
        "scope",
        .either([.word(SelfAuthorisation.Scope.words), .record(attributeScope)]),
        "What one reason opens: the patient, or one content class, contact or item, or content with "
          + "one value of an attribute."
      ),
      .optional("when", .condition, "The criteria for using it.", otherwise: "always"),
      .optional(
        "purposes",
        .ids(of: "purpose", atLeastOne: true),
        "The purposes that it serves.",
        otherwise: "every purpose that is not `onlyWhereNamed`"
      ),
      .required("reasons", .ids(of: "reason", atLeastOne: true), "The reasons that are offered."),
      .required(
        "leastText",
        .number(0...10_000),
        "How many visible characters the reason must have in the person's own words."
      ),
      .optional(
        "textRequiredFor",
        .ids(of: "reason", atLeastOne: true),
        "The reasons that take a text.",
        otherwise: "every reason"
      ),
      .required("lifetime", .duration, "How long access by one reason lasts."),
      .optional("obligations", .ids(of: "obligation"), "What comes with access by it."),
    ]
  )

  static let attributeScope = RecordShape(
    "attributeScope",
    "Content with one value of an attribute, such as that of one course of treatment.",
    keys: [
      .required(
        "attribute",
        .id(of: "content attribute"),
        "A declared attribute of content, with the type `text`: `content.course`."
      )
    ]
  )
}
