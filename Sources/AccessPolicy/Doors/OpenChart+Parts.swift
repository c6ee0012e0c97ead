extension OpenChart.Item {
  init(
    _ item: ContentItem,
    _ marks: ItemMarks,
    _ patient: Patient?,
    _ compiled: CompiledPolicy,
    _ pool: inout CellPool
  ) {
    let index = compiled.policy.contentClasses.index(of: item.contentClass)
    contentClass = index.map { Int32($0) } ?? -1
    isAboutPatient = index.map { compiled.lookups.isAboutPatient[$0] } ?? true
    hasUnknownMarks = marks.isUnknown
    isOdd = index == nil || marks.hasUndeclared || isAboutPatient && patient == nil
    id = pool.cell(FactValues.text(item.id))
    contact = pool.cell(FactValues.text(item.contact.map(\.id)))
    recorded = FactCell(instant: item.recorded)
  }
}

/// The marks that an item has of its own or inherits, and what is not known of them.
struct ItemMarks {
  private(set) var words: [UInt64]
  /// Whether a source that could hold any mark is not known.
  private(set) var isUnknown = false
  private(set) var hasUndeclared = false
  private let compiled: CompiledPolicy

  init(_ item: ContentItem, _ patient: Patient?, _ compiled: CompiledPolicy) {
    self.compiled = compiled
    words = Array(repeating: 0, count: compiled.lookups.markWords)
    add(item.marks)
    if compiled.policy.contentClasses[item.contentClass]?.isAboutPatient ?? true {
      add(patient?.marks ?? .unknown)
    }
    add(item.unit)
    switch item.contact {
    case .known(let contact):
      add(contact.marks)
      add(contact.unit)
    case .absent: break
    case .unknown: isUnknown = true
    }
    if isUnknown { add(compiled.lookups.allMarks) }
  }

  private mutating func add(_ marks: Fact<Set<MarkID>>) {
    switch marks {
    case .known(let marks):
      for mark in marks {
        if let index = compiled.policy.marks.index(of: mark) {
          words[index >> 6] |= 1 << UInt64(index & 63)
        } else {
          hasUndeclared = true
        }
      }
    case .absent: break
    case .unknown: isUnknown = true
    }
  }

  private mutating func add(_ unit: Fact<UnitID>) {
    switch unit {
    case .known(let id):
      if let index = compiled.policy.organisation.index(of: id) {
        add(compiled.organisation.marks[index].words)
      } else {
        add(compiled.lookups.carriedMarks)
      }
    case .absent: break
    case .unknown: add(compiled.lookups.carriedMarks)
    }
  }

  private mutating func add(_ more: [UInt64]) {
    for index in words.indices { words[index] |= more[index] }
  }
}

extension ChartLink {
  init(_ link: Link, _ position: Int, _ compiled: CompiledPolicy) {
    self.position = Int32(clamping: position)
    kind = compiled.policy.patientLogistics.index(of: link.kind).map { Int32($0) } ?? -1
    status =
      link.status.value.flatMap { compiled.names.index(of: $0, .linkStatus) }.map { Int32($0) }
      ?? -1
    starts = FactCell(instant: link.starts)
    ends = FactCell(instant: link.ends)
  }
}

extension ChartBlock {
  init(
    _ block: Block,
    _ position: Int,
    _ compiled: CompiledPolicy,
    _ pool: inout CellPool
  ) {
    self.position = Int32(clamping: position)
    self.block = block
    kind = compiled.policy.blocks.index(of: block.kind).map { Int32($0) } ?? -1
    isEffectuated =
      switch block.effectuated {
      case .known(let value): Truth(value)
      case .absent: .no
      case .unknown: .unknown
      }
    entriesFrom = FactCell(instant: block.entriesFrom)
    let declared = compiled.policy.contentClasses
    let named =
      if case .known(.classes(let classes)) = block.coverage { classes } else {
        Set<ContentClassID>()
      }
    classes = BitSet(capacity: declared.count, named.compactMap { declared.index(of: $0) })
    coverage =
      switch block.coverage {
      case .absent, .known(.whole): .whole
      case .unknown: .unknown
      case .known(.classes(let classes)):
        .classes(areKnown: !classes.isEmpty && classes.allSatisfy { declared[$0] != nil })
      case .known(.contact(let contact)):
        .contact(pool.symbols.insert(TextRef(contact.text)))
      case .known(.item(let item)): .item(pool.symbols.insert(TextRef(item.text)))
      }
  }
}

extension FactCell {
  /// A point in time.
  init(instant fact: Fact<Instant>) {
    self =
      switch fact {
      case .known(let instant): .integer(instant.secondsSince1970)
      case .absent: .absent
      case .unknown: .unknown
      }
  }
}
