import AccessPolicy

// Whose content.
extension PlainRequestReader {
  mutating func patient() throws(NotPlain) -> Patient {
    var id: PatientRef?
    var birthDate: Fact<CivilDate> = .unknown
    var residence: Fact<UnitID> = .unknown
    var marks: Fact<Set<MarkID>> = .unknown
    var links: [Link] = []
    var blocks: Fact<[Block]> = .unknown
    var attributes: Attributes = [:]
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .id: id = try scanner.reference()
      case .birthDate: birthDate = try scanner.isNull() ? .absent : .known(scanner.date())
      case .residence: residence = try scanner.isNull() ? .absent : .known(scanner.identifier())
      case .marks: marks = try scanner.isNull() ? .absent : .known(scanner.identifiers())
      case .links: links = try self.links()
      case .blocks: blocks = try scanner.isNull() ? .absent : .known(self.blocks())
      case .attributes: attributes = try self.attributes(.patient)
      default: throw NotPlain()
      }
    }
    guard let id else { throw NotPlain() }
    return Patient(
      id: id,
      birthDate: birthDate,
      residence: residence,
      marks: marks,
      links: links,
      blocks: blocks,
      attributes: attributes
    )
  }

  private mutating func links() throws(NotPlain) -> [Link] {
    guard try !scanner.isNull() else { return [] }
    var links: [Link] = []
    var list = try scanner.list()
    while try scanner.item(of: &list) { links.append(try link()) }
    guard Self.allDiffer(links.map(\.id)) else { throw NotPlain() }
    return links
  }

  private mutating func link() throws(NotPlain) -> Link {
    var id: LinkRef?
    var kind: LogisticsKindID?
    var status: Fact<LinkStatusID> = .unknown
    var unit: Fact<UnitID> = .unknown
    var staff: Fact<StaffRef> = .unknown
    var team: Fact<Set<StaffRef>> = .unknown
    var group: Fact<GroupRef> = .unknown
    var starts: Fact<Instant> = .unknown
    var ends: Fact<Instant> = .unknown
    var attributes: Attributes = [:]
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .id: id = try scanner.reference()
      case .kind: kind = try scanner.identifier()
      case .status: status = try scanner.isNull() ? .absent : .known(scanner.identifier())
      case .unit: unit = try scanner.isNull() ? .absent : .known(scanner.identifier())
      case .staff: staff = try scanner.isNull() ? .absent : .known(scanner.reference())
      case .team: team = try scanner.isNull() ? .absent : .known(scanner.references())
      case .group: group = try scanner.isNull() ? .absent : .known(scanner.reference())
      case .starts: starts = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .ends: ends = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .attributes: attributes = try self.attributes(.link)
      default: throw NotPlain()
      }
    }
    guard let id, let kind else { throw NotPlain() }
    return Link(
      id: id,
      kind: kind,
      status: status,
      unit: unit,
      staff: staff,
      team: team,
      group: group,
      starts: starts,
      ends: ends,
      attributes: attributes
    )
  }

  private mutating func blocks() throws(NotPlain) -> [Block] {
    var blocks: [Block] = []
    var list = try scanner.list()
    while try scanner.item(of: &list) { blocks.append(try block()) }
    guard Self.allDiffer(blocks.map(\.id)) else { throw NotPlain() }
    return blocks
  }

  private mutating func block() throws(NotPlain) -> Block {
    var id: BlockRef?
    var kind: BlockKindID?
    var coverage: Fact<Block.Coverage> = .unknown
    var entriesFrom: Fact<Instant> = .unknown
    var against: Fact<Block.Against> = .unknown
    var from: Fact<Instant> = .unknown
    var until: Fact<Instant> = .unknown
    var effectuated: Fact<Bool> = .unknown
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .id: id = try scanner.reference()
      case .kind: kind = try scanner.identifier()
      case .covers: coverage = try scanner.isNull() ? .absent : .known(self.coverage())
      case .entriesFrom: entriesFrom = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .against: against = try scanner.isNull() ? .absent : .known(self.against())
      case .from: from = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .until: until = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .effectuated: effectuated = try scanner.isNull() ? .absent : .known(scanner.boolean())
      default: throw NotPlain()
      }
    }
    guard let id, let kind else { throw NotPlain() }
    return Block(
      id: id,
      kind: kind,
      coverage: coverage,
      entriesFrom: entriesFrom,
      against: against,
      from: from,
      until: until,
      effectuated: effectuated
    )
  }

  private mutating func coverage() throws(NotPlain) -> Block.Coverage {
    try one(of: "whole", .whole) { (reader, key) throws(NotPlain) in
      switch key {
      case .classes: .classes(try reader.scanner.identifiers())
      case .contact: .contact(try reader.scanner.reference())
      case .item: .item(try reader.scanner.reference())
      default: throw NotPlain()
      }
    }
  }

  private mutating func against() throws(NotPlain) -> Block.Against {
    try one(of: "everyone", .everyone) { (reader, key) throws(NotPlain) in
      switch key {
      case .unit: .unit(try reader.scanner.identifier())
      case .template: .template(try reader.scanner.identifier())
      case .staff: .staff(try reader.scanner.reference())
      default: throw NotPlain()
      }
    }
  }

  private static func allDiffer<Kind>(_ ids: [Reference<Kind>]) -> Bool {
    // Few are compared faster than looked up.
    guard ids.count <= 16 else { return Set(ids).count == ids.count }
    for (index, id) in ids.enumerated() where ids[..<index].contains(id) { return false }
    return true
  }
}
