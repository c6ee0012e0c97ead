/// The words of the hospital, which are the same in every size.
public enum Vocabulary {
  /// Actions; those after the first change something.
  public static let actions = [
    "read", "create", "edit", "sign", "order", "administer", "share", "correct",
  ]

  /// What content is about, and what it is: together, forty-eight classes.
  static let fields = [
    "nursing", "medical", "psychiatric", "surgical", "laboratory", "imaging", "medication",
    "social",
  ]
  static let forms = ["note", "plan", "result", "order", "summary", "assessment"]

  /// Content classes.
  public static let classes = fields.flatMap { field in forms.map { "\(field)-\($0)" } }

  /// How many of the kinds of link are those of hospitals.
  public static let hospitalKinds = 8

  /// Kinds of link of hospitals, then those of municipalities.
  public static let linkKinds = [
    "admission", "outpatient-visit", "referral", "operation", "treatment-team",
    "treatment-responsibility", "consultation", "waiting-list",
    "home-care", "nursing-home-stay", "rehabilitation", "day-care",
  ]

  /// The kinds of link whose member of staff matters most.
  static let personalKinds: Set<Int> = [4, 5]

  /// Where a link stands; the last does not count.
  public static let statuses = ["planned", "active", "done", "cancelled"]

  /// Professions, each with a provider record.
  public static let professions = [
    "nurse", "physician", "surgeon", "psychologist", "therapist", "secretary",
  ]

  /// The instant of every request: 2026-03-02T10:00:00Z.
  public static let now: Int64 = 1_772_445_600
}
