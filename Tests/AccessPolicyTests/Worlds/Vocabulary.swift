import AccessPolicy

/// The names that a generated policy set declares, known before any rule is written.
struct Vocabulary: Sendable {
  var unitKinds: [String] = []
  var units: [String] = []
  var actions: [String] = []
  var purposes: [String] = []
  /// The purposes that roles can have.
  var openPurposes: [String] = []
  var contentTags: [String] = []
  /// Tags that some class has.
  var usedTags: [String] = []
  var patientClasses: [String] = []
  var otherClasses: [String] = []
  var attributes: [DeclaredName] = []
  var reasons: [String] = []
  var obligations: [String] = []
  var requirements: [String] = []
  var securityClasses: [String] = []
  var providerRecords: [String] = []
  var templates: [String] = []
  var subtemplates: [String] = []
  var logistics: [String] = []
  var statuses: [String] = []
  var relationships: [String] = []
  /// The relationships that take no self-authorisation.
  var standardRelationships: [String] = []
  var reach: [String] = []
  var marks: [String] = []
  var blocks: [String] = []
  var patientScoped: [String] = []
  var narrowScoped: [String] = []

  var classes: [String] { patientClasses + otherClasses }
  var selfAuthorisation: [String] { patientScoped + narrowScoped }

  struct DeclaredName: Sendable {
    let group: AttributeGroup
    let id: String
    let type: ValueType
    let codes: [String]
    var name: String { "\(group.rawValue).\(id)" }
  }
}

/// Keys and texts that policy sets and requests share, so that they meet often enough.
enum Pool {
  static let staff = ["anna", "bo", "cy", "dag", "Anna"]
  static let patients = ["p1", "p2", "p3"]
  static let items = ["item-1", "item-2"]
  static let contacts = ["contact-1", "contact-2"]
  /// Groups and other texts; some look alike and are not the same bytes.
  static let texts = ["g1", "g2", "\u{E9}", "e\u{301}", "K", "\u{212A}", "g 3"]
  static let numbers: [Int64] = [0, 1, 2, 3, 4, 16, 18, 67]
  /// Spans for windows, lifetimes and shifts.
  static let spans = [
    "7 days", "30 days", "12 hours", "90 minutes", "1 week", "45 seconds", "1 day",
  ]
  static let seconds: [Int64] = [
    604_800, 2_592_000, 43_200, 5_400, 604_800, 45, 86_400,
  ]
  /// Around these instants all requests are made: a plain day, a leap day, the days about it in a
  /// common year, and a night at the turn of a year.
  static let bases = [
    "2026-03-02T09:00:00Z", "2028-02-29T12:00:00Z", "2027-02-28T08:30:00Z", "2027-03-01T00:00:00Z",
    "2026-12-31T23:30:00Z",
  ]
  static let dates = ["2008-02-29", "2008-03-02", "2010-03-01", "1959-12-31", "2026-03-02"]
}
