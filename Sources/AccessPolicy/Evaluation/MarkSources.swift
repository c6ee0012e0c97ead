/// The marks that an item has of its own or inherits: from its contact, units and patient.
struct MarkSources {
  /// Marks that some source holds.
  private var held: BitSet
  /// Sources that are unknown and could hold any mark.
  private(set) var unknownSources: [String] = []
  /// Sources that are unknown and could hold any mark that some unit carries.
  private var unknownUnits: [String] = []
  private let carried: BitSet
  /// Marks that some source holds and the policy set does not declare, in order.
  private(set) var undeclared: [MarkID] = []

  init(_ context: RequestContext) {
    held = BitSet(capacity: context.policy.marks.count)
    carried = context.compiled.organisation.carriedMarks
    let content = context.request.content
    add(content.marks, "content.marks", context)
    if context.isAboutPatient {
      add(context.request.patient?.marks ?? .unknown, "patient.marks", context)
    }
    add(content.unit, "content.unit", context)
    switch content.contact {
    case .known(let contact):
      add(contact.marks, "content.contact.marks", context)
      add(contact.unit, "content.contactUnit", context)
    case .absent: break
    case .unknown: unknownSources.append("content.contact")
    }
    undeclared = Set(undeclared).sorted()
  }

  private mutating func add(_ marks: Fact<Set<MarkID>>, _ name: String, _ context: RequestContext) {
    switch marks {
    case .known(let marks):
      for mark in marks {
        if let index = context.policy.marks.index(of: mark) {
          held.insert(index)
        } else {
          undeclared.append(mark)
        }
      }
    case .absent: break
    case .unknown: unknownSources.append(name)
    }
  }

  private mutating func add(_ unit: Fact<UnitID>, _ name: String, _ context: RequestContext) {
    switch unit {
    case .known(let id):
      if let index = context.policy.organisation.index(of: id) {
        held.formUnion(context.compiled.organisation.marks[index])
      } else {
        unknownUnits.append(name)
      }
    case .absent: break
    case .unknown: unknownUnits.append(name)
    }
  }

  func isSet(_ mark: Int) -> Truth {
    if held.contains(mark) { return .yes }
    return missing(mark).isEmpty ? .no : .unknown
  }

  /// The names of the sources that could hold the mark and are unknown.
  func missing(_ mark: Int) -> [String] {
    unknownSources + (carried.contains(mark) ? unknownUnits : [])
  }
}
