/// The patient whose content is asked for, with the facts that access rests on.
public struct Patient: Sendable, Hashable {
  /// The key of the patient.
  public var id: PatientRef

  /// Date of birth, from which ages are taken.
  public var birthDate: Fact<CivilDate>

  /// The unit (municipality) where the patient lives.
  public var residence: Fact<UnitID>

  /// Marks on the patient as a whole; every item inherits them.
  public var marks: Fact<Set<MarkID>>

  /// Patient logistics; order means nothing.
  public var links: [Link]

  /// Blocks of the record; order means nothing.
  ///
  /// Unknown is not the same as none.
  public var blocks: Fact<[Block]>

  /// Attributes of the patient that the policy set declares.
  public var attributes: Attributes

  /// Makes a patient.
  ///
  /// Marks and blocks have no default: leaving them out would claim there are none.
  public init(
    id: PatientRef,
    birthDate: Fact<CivilDate> = .unknown,
    residence: Fact<UnitID> = .unknown,
    marks: Fact<Set<MarkID>>,
    links: [Link],
    blocks: Fact<[Block]>,
    attributes: Attributes = [:]
  ) {
    self.id = id
    self.birthDate = birthDate
    self.residence = residence
    self.marks = marks
    self.links = links
    self.blocks = blocks
    self.attributes = attributes
  }
}

/// One piece of patient logistics: a referral, an admission, a service episode, a team membership.
///
/// A link grants nothing by itself: a care relationship of the policy set says which kinds, in which
/// status and within which time, tie whom to the patient.
public struct Link: Sendable, Hashable {
  /// The key of the link.
  public var id: LinkRef

  /// What kind of logistics it is.
  public var kind: LogisticsKindID

  /// Where it stands: planned, active, cancelled.
  public var status: Fact<LinkStatusID>

  /// The unit it belongs to.
  public var unit: Fact<UnitID>

  /// The member of staff it names.
  public var staff: Fact<StaffRef>

  /// The team it names.
  public var team: Fact<Set<StaffRef>>

  /// The group it puts the patient in.
  public var group: Fact<GroupRef>

  /// When it begins, or is planned to.
  public var starts: Fact<Instant>

  /// When it ends; `absent` while it is open-ended.
  public var ends: Fact<Instant>

  /// Attributes of the link that the policy set declares.
  public var attributes: Attributes

  /// Makes a link.
  ///
  /// What is left out is unknown.
  public init(
    id: LinkRef,
    kind: LogisticsKindID,
    status: Fact<LinkStatusID> = .unknown,
    unit: Fact<UnitID> = .unknown,
    staff: Fact<StaffRef> = .unknown,
    team: Fact<Set<StaffRef>> = .unknown,
    group: Fact<GroupRef> = .unknown,
    starts: Fact<Instant> = .unknown,
    ends: Fact<Instant> = .unknown,
    attributes: Attributes = [:]
  ) {
    self.id = id
    self.kind = kind
    self.status = status
    self.unit = unit
    self.staff = staff
    self.team = team
    self.group = group
    self.starts = starts
    self.ends = ends
    self.attributes = attributes
  }
}

/// A decision that closes the record, or part of it, to some readers until it is withdrawn.
///
/// It counts unless it is known not to be effectuated, not to be in its period, not to cover the
/// content or not to concern the reader.
public struct Block: Sendable, Hashable {
  /// The key of the block.
  public var id: BlockRef

  /// The kind of block that the policy set declares.
  public var kind: BlockKindID

  /// How much of the record it closes.
  public var coverage: Fact<Coverage>

  /// Only what was recorded at or after this instant is closed; `absent` closes earlier entries too.
  public var entriesFrom: Fact<Instant>

  /// Against whom it is closed.
  public var against: Fact<Against>

  /// When it begins to count; `absent` when it always has.
  public var from: Fact<Instant>

  /// When it ceases to count, that instant excluded; `absent` until it is withdrawn.
  public var until: Fact<Instant>

  /// Whether the decision has been carried out; a request that is still assessed closes nothing.
  public var effectuated: Fact<Bool>

  /// How much of a record a block closes.
  public enum Coverage: Sendable, Hashable {
    /// The whole record.
    case whole
    /// The content of these classes.
    case classes(Set<ContentClassID>)
    /// All content of one contact.
    case contact(ContactRef)
    /// One item.
    case item(ItemRef)
  }

  /// Against whom a block closes the record.
  public enum Against: Sendable, Hashable {
    /// Every reader.
    case everyone
    /// Readers who are logged in to a unit, or beneath it: a ward or a whole enterprise.
    case unit(UnitID)
    /// Readers in a role.
    case template(TemplateID)
    /// One reader.
    case staff(StaffRef)
  }

  /// Makes a block.
  ///
  /// What is left out is unknown.
  public init(
    id: BlockRef,
    kind: BlockKindID,
    coverage: Fact<Coverage> = .unknown,
    entriesFrom: Fact<Instant> = .unknown,
    against: Fact<Against> = .unknown,
    from: Fact<Instant> = .unknown,
    until: Fact<Instant> = .unknown,
    effectuated: Fact<Bool> = .unknown
  ) {
    self.id = id
    self.kind = kind
    self.coverage = coverage
    self.entriesFrom = entriesFrom
    self.against = against
    self.from = from
    self.until = until
    self.effectuated = effectuated
  }
}
