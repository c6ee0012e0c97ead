/// What is asked for: one item of a record, or content without a patient.
public struct ContentItem: Sendable, Hashable {
  /// The class of content; all that most rules look at.
  public var contentClass: ContentClassID

  /// The key of the item; `absent` for something that is about to be made.
  public var id: Fact<ItemRef>

  /// The contact that the item belongs to.
  public var contact: Fact<Contact>

  /// The unit where it was recorded.
  public var unit: Fact<UnitID>

  /// Who wrote it.
  public var author: Fact<StaffRef>

  /// When it was recorded.
  public var recorded: Fact<Instant>

  /// When the period that it concerns begins.
  public var starts: Fact<Instant>

  /// When the period that it concerns ends.
  public var ends: Fact<Instant>

  /// Marks on the item itself; the engine adds those of its contact, units and patient.
  public var marks: Fact<Set<MarkID>>

  /// Attributes of the content that the policy set declares.
  public var attributes: Attributes

  /// Makes an item.
  ///
  /// Marks have no default: leaving them out would claim there are none.
  public init(
    contentClass: ContentClassID,
    id: Fact<ItemRef> = .unknown,
    contact: Fact<Contact> = .unknown,
    unit: Fact<UnitID> = .unknown,
    author: Fact<StaffRef> = .unknown,
    recorded: Fact<Instant> = .unknown,
    starts: Fact<Instant> = .unknown,
    ends: Fact<Instant> = .unknown,
    marks: Fact<Set<MarkID>>,
    attributes: Attributes = [:]
  ) {
    self.contentClass = contentClass
    self.id = id
    self.contact = contact
    self.unit = unit
    self.author = author
    self.recorded = recorded
    self.starts = starts
    self.ends = ends
    self.marks = marks
    self.attributes = attributes
  }
}

/// A contact (encounter): the meeting or stay that content comes from.
public struct Contact: Sendable, Hashable {
  /// The key of the contact.
  public var id: ContactRef

  /// The unit that had the contact.
  public var unit: Fact<UnitID>

  /// The treatment team of the contact.
  public var team: Fact<Set<StaffRef>>

  /// Marks on the contact; every item of it inherits them.
  public var marks: Fact<Set<MarkID>>

  /// Makes a contact.
  ///
  /// Marks have no default: leaving them out would claim there are none.
  public init(
    id: ContactRef,
    unit: Fact<UnitID> = .unknown,
    team: Fact<Set<StaffRef>> = .unknown,
    marks: Fact<Set<MarkID>>
  ) {
    self.id = id
    self.unit = unit
    self.team = team
    self.marks = marks
  }
}
