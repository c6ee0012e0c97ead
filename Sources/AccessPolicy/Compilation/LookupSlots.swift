/// Where the facts that conditions mention come from, and where look-ups keep them.
struct LookupSlots: Sendable {
  enum Origin: UInt8, Sendable {
    case now, session, patient, age, link, content, contentClass, contentTags, action, request
    /// Facts of staff records, which no look-up sees.
    case never
  }

  /// One for each slot of the attribute table.
  private(set) var origins: [Origin] = []
  /// For each slot, its place among the slots of the same kind of row; -1 without a row.
  private(set) var columns: [Int] = []
  /// The slots whose values stand in the rows of links, and of items.
  private(set) var linkSlots: [Int] = []
  private(set) var contentSlots: [Int] = []

  init(_ attributes: [Attribute]) {
    for (slot, attribute) in attributes.enumerated() {
      let origin = Self.origin(attribute.source)
      origins.append(origin)
      switch origin {
      case .link:
        columns.append(linkSlots.count)
        linkSlots.append(slot)
      case .content:
        columns.append(contentSlots.count)
        contentSlots.append(slot)
      default: columns.append(-1)
      }
    }
  }

  private static func origin(_ source: Attribute.Source) -> Origin {
    switch source {
    case .builtIn(.now): .now
    case .builtIn(.patientAge): .age
    case .builtIn(.contentClass): .contentClass
    case .builtIn(.contentTags): .contentTags
    case .builtIn(.requestAction): .action
    case .builtIn(let builtIn): origin(builtIn.group)
    case .declared(let group, _): origin(group)
    }
  }

  private static func origin(_ group: AttributeGroup?) -> Origin {
    switch group {
    case .session: .session
    case .patient: .patient
    case .link: .link
    case .content: .content
    case .request: .request
    case .record, nil: .never
    }
  }
}
