/// The marks that an item has of its own or inherits: from its contact, units and patient.
struct MarkSources {
  /// Marks that some source holds, as words of bits; empty while there is none.
  private var held: [UInt64] = []
  private var unknown: Unknown = []
  private let compiled: CompiledPolicy
  /// Marks that some source holds and the policy set does not declare, in order.
  private(set) var undeclared: [MarkID] = []

  /// Sources that are unknown: the first four could hold any mark, units any that some unit carries.
  private struct Unknown: OptionSet {
    let rawValue: UInt8

    static let contentMarks = Unknown(rawValue: 1)
    static let patientMarks = Unknown(rawValue: 2)
    static let contactMarks = Unknown(rawValue: 4)
    static let contact = Unknown(rawValue: 8)
    static let contentUnit = Unknown(rawValue: 16)
    static let contactUnit = Unknown(rawValue: 32)

    static let sources: Unknown = [.contentMarks, .patientMarks, .contactMarks, .contact]
    static let units: Unknown = [.contentUnit, .contactUnit]
  }

  init(_ question: borrowing Question, _ request: borrowing AccessRequest) {
    compiled = question.compiled
    add(request.content.marks, .contentMarks)
    if question.isAboutPatient {
      if let patient = request.patient {
        add(patient.marks, .patientMarks)
      } else {
        unknown.insert(.patientMarks)
      }
    }
    add(request.content.unit, question.contentUnit, .contentUnit)
    switch request.content.contact {
    case .known(let contact):
      add(contact.marks, .contactMarks)
      add(contact.unit, question.contactUnit, .contactUnit)
    case .absent: break
    case .unknown: unknown.insert(.contact)
    }
    if !undeclared.isEmpty { undeclared = Set(undeclared).sorted() }
  }

  private mutating func add(_ marks: Fact<Set<MarkID>>, _ source: Unknown) {
    switch marks {
    case .known(let marks):
      for mark in marks {
        guard let index = compiled.policy.marks.index(of: mark) else {
          undeclared.append(mark)
          continue
        }
        if held.isEmpty { held = Array(repeating: 0, count: compiled.lookups.markWords) }
        held[index >> 6] |= 1 << UInt64(index & 63)
      }
    case .absent: break
    case .unknown: unknown.insert(source)
    }
  }

  private mutating func add(_ unit: Fact<UnitID>, _ index: Int?, _ source: Unknown) {
    guard let index else {
      if !unit.isAbsent { unknown.insert(source) }
      return
    }
    guard !compiled.organisation.marks[index].isEmpty else { return }
    if held.isEmpty {
      held = compiled.organisation.marks[index].words
    } else {
      for word in held.indices { held[word] |= compiled.organisation.marks[index].words[word] }
    }
  }

  /// Whether some source is unknown that could hold any mark.
  var hasUnknownSources: Bool { !unknown.isDisjoint(with: .sources) }

  private var hasUnknownUnits: Bool { !unknown.isDisjoint(with: .units) }

  func isSet(_ mark: Int) -> Truth {
    if !held.isEmpty, held[mark >> 6] & (1 << UInt64(mark & 63)) != 0 { return .yes }
    if hasUnknownSources { return .unknown }
    return hasUnknownUnits && compiled.organisation.carriedMarks.contains(mark) ? .unknown : .no
  }

  /// Marks that may be in force, one word of bits: those that are or may be set, and those that conditions
  /// bring into force.
  func candidates(_ word: Int) -> UInt64 {
    if hasUnknownSources { return compiled.lookups.allMarks[word] }
    var marks = compiled.derivedMarks.words[word]
    if !held.isEmpty { marks |= held[word] }
    if hasUnknownUnits { marks |= compiled.organisation.carriedMarks.words[word] }
    return marks
  }

  /// The names of the sources that could hold the mark and are unknown.
  func missing(_ mark: Int) -> [String] {
    unknownSources + (compiled.organisation.carriedMarks.contains(mark) ? unknownUnits : [])
  }

  /// The names of unknown sources that could hold any mark.
  var unknownSources: [String] {
    var names: [String] = []
    if unknown.contains(.contentMarks) { names.append("content.marks") }
    if unknown.contains(.patientMarks) { names.append("patient.marks") }
    if unknown.contains(.contactMarks) { names.append("content.contact.marks") }
    if unknown.contains(.contact) { names.append("content.contact") }
    return names
  }

  private var unknownUnits: [String] {
    var names: [String] = []
    if unknown.contains(.contentUnit) { names.append("content.unit") }
    if unknown.contains(.contactUnit) { names.append("content.contactUnit") }
    return names
  }
}
