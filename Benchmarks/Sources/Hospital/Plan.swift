/// A policy set before it is written down: what `PolicyText` writes as YAML, and what the tables for
/// other engines are made of.
public struct Plan: Sendable {
  /// How large it is.
  public let size: HospitalSize
  /// Which question it asks.
  public let question: HospitalQuestion
  /// What all draws are made from.
  public let seed: UInt64

  /// The organisation, each unit before those beneath it.
  public internal(set) var units: [PlannedUnit] = []
  /// Sets of rights.
  public internal(set) var securityClasses: [PlannedSecurityClass] = []
  /// Care relationships.
  public internal(set) var relationships: [PlannedRelationship] = []
  /// Role templates.
  public internal(set) var templates: [PlannedRole] = []
  /// Subtemplates.
  public internal(set) var subtemplates: [PlannedRole] = []
  /// Marks.
  public internal(set) var marks: [PlannedMark] = []

  /// Plans a policy set; the same arguments always give the same one.
  public init(_ size: HospitalSize, _ question: HospitalQuestion = .whole, seed: UInt64 = 1) {
    var planner = Planner(Plan(empty: size, question, seed))
    self = planner.planned()
  }

  private init(empty size: HospitalSize, _ question: HospitalQuestion, _ seed: UInt64) {
    self.size = size
    self.question = question
    self.seed = seed
  }

  /// How many rules there are: grants, of roles and of licences, relationships, templates and
  /// subtemplates, marks with the entries of their circles, blocks, and self-authorisation.
  public var rules: Int {
    let grants = securityClasses.reduce(0) { $0 + $1.grants.count }
    let more = question == .core ? 0 : 2 + 1 + 2 + 3
    return grants + PolicyText.licenceGrants + relationships.count + templates.count
      + subtemplates.count + marks.count * 3 + more
  }

  /// What each template permits of each action: the classes, as bits.
  public func permissions() -> [[UInt64]] {
    templates.map { role in
      var bits = Array(repeating: UInt64(0), count: Vocabulary.actions.count)
      for grant in role.securityClasses.flatMap({ securityClasses[$0].grants }) {
        for action in grant.actions {
          bits[action] |= grant.classes.reduce(0) { $0 | 1 << UInt64($1) }
        }
      }
      return bits
    }
  }
}

/// A unit of the organisation.
public struct PlannedUnit: Sendable {
  /// Its id.
  public let id: String
  /// What it is.
  public let kind: String
  /// The unit above it; its own number for the topmost.
  public let parent: Int
  /// The enterprise that it belongs to; -1 above enterprises.
  public let enterprise: Int
  /// The last of the units beneath it; its own number if there is none.
  ///
  /// A unit stands at or beneath
  /// another when its number is from that one's up to its `last`.
  public internal(set) var last: Int
}

/// A set of rights.
public struct PlannedSecurityClass: Sendable {
  /// Its id.
  public let id: String
  /// Its grants.
  public let grants: [PlannedGrant]
}

/// One line of a set of rights.
public struct PlannedGrant: Sendable {
  /// What may be done.
  public let actions: [Int]
  /// To what.
  public let classes: [Int]
  /// When; `nil` for always.
  public let condition: String?
  /// Whether it takes a reason.
  public let takesReason: Bool
  /// Whether a log entry of its own comes with it.
  public let isLogged: Bool
}

/// Whom a link ties to the patient.
public enum PlannedTie: String, Sendable {
  /// Whoever is logged in to the link's unit, or above it.
  case unit
  /// The member of staff that the link names.
  case staff
  /// Whoever is in the link's team.
  case team
  /// All of the link's enterprise.
  case enterprise
}

/// A care relationship.
public struct PlannedRelationship: Sendable {
  /// Its id.
  public let id: String
  /// The kinds of link that make it.
  public let kinds: [Int]
  /// Whom it ties.
  public let tie: PlannedTie
  /// How many days before the link's start it opens.
  public let before: Int
  /// How many days after the link's end it closes.
  public let after: Int
}

/// A template or subtemplate.
public struct PlannedRole: Sendable {
  /// Its id.
  public let id: String
  /// Its profession, which says what the licence permits.
  public let profession: Int
  /// Whether the role is one of municipalities, not hospitals.
  public let isMunicipal: Bool
  /// Its sets of rights.
  public let securityClasses: [Int]
  /// Its care relationships.
  public let relationships: [Int]
  /// Its self-authorisation rules.
  public let selfAuthorisation: [String]
}

/// A mark.
public struct PlannedMark: Sendable {
  /// Its id.
  public let id: String
  /// The professions inside its circle; everybody who wrote the item is, too.
  public let professions: [Int]
}
