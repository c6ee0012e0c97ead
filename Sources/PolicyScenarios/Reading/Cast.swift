import AccessPolicy

/// The staff, patients and content of all files, made into values of a request as cases need them.
///
/// Points in time can be relative to a case's `now`, so an entry is kept as it was written and read
/// anew for every clock. Mistakes in it are the same each time, and the sink keeps each once.
final class Cast {
  let policy: Policy
  let sink: DiagnosticSink
  private let staff: CastSection
  private let patients: CastSection
  private let items: CastSection

  private var sessions: [Key: Session?] = [:]
  private var records: [Key: CastPatient?] = [:]
  private var contents: [ItemKey: ContentItem?] = [:]

  init(_ files: [ScenarioFile], policy: Policy, sink: DiagnosticSink) {
    self.policy = policy
    self.sink = sink
    staff = CastSection(files.flatMap(\.staff), kind: "member of staff", sink)
    patients = CastSection(files.flatMap(\.patients), kind: "patient", sink)
    items = CastSection(files.flatMap(\.items), kind: "item", sink)
  }

  /// Reads every entry once, so that mistakes in those that no case uses are found too.
  func check() {
    let reader = values(.standIn)
    for entry in staff.entries { _ = StaffReader(values: reader).session(entry) }
    for entry in items.entries { _ = ItemReader(values: reader, contacts: .notYet).item(entry) }
    for entry in patients.entries {
      guard let patient = PatientReader(values: reader, sharedItems: items).patient(entry) else {
        continue
      }
      for item in patient.items.entries {
        _ = ItemReader(values: reader, contacts: .of(patient)).item(item)
      }
    }
  }

  /// A member of staff at a case's time; reports a name that the cast does not have.
  func session(_ name: Located<String>, _ clock: Clock) -> Session? {
    guard let entry = entry(name, in: staff) else { return nil }
    let key = Key(name: TextRef(name.value), clock: clock)
    if let known = sessions[key] { return known }
    let session = StaffReader(values: values(clock)).session(entry)
    sessions[key] = .some(session)
    return session
  }

  /// A patient at a case's time; reports a name that the cast does not have.
  func patient(_ name: Located<String>, _ clock: Clock) -> CastPatient? {
    guard let entry = entry(name, in: patients) else { return nil }
    let key = Key(name: TextRef(name.value), clock: clock)
    if let known = records[key] { return known }
    let patient = PatientReader(values: values(clock), sharedItems: items).patient(entry)
    records[key] = .some(patient)
    return patient
  }

  /// An item, first among the patient's, then among the shared ones.
  func item(_ name: Located<String>, of patient: CastPatient?, _ clock: Clock) -> ContentItem? {
    let own = patient.flatMap { $0.items.has(name.value) ? $0.items : nil }
    guard own != nil || items.has(name.value) else {
      let names = (patient?.items.names ?? []) + items.names
      sink.report(.notInCast("item", name.value, among: names, at: name.range))
      return nil
    }
    guard let entry = (own ?? items)[name.value] else { return nil }
    let key = ItemKey(name: TextRef(name.value), patient: patient?.patient.id, clock: clock)
    if let known = contents[key] { return known }
    let contacts = patient.map(ItemReader.Contacts.of) ?? .noPatient
    let item = ItemReader(values: values(clock), contacts: contacts).item(entry)
    contents[key] = .some(item)
    return item
  }

  /// The names of the items that a case can ask for.
  func hasItem(_ name: String, of patient: CastPatient?) -> Bool {
    patient?.items.has(name) == true || items.has(name)
  }

  private func values(_ clock: Clock) -> ValueReader {
    ValueReader(policy: policy, clock: clock, sink: sink)
  }

  /// The entry of a name; `nil` when there is none, or its own mistakes have been reported.
  private func entry(_ name: Located<String>, in section: CastSection) -> CastEntry? {
    guard section.has(name.value) else {
      sink.report(.notInCast(section.kind, name.value, among: section.names, at: name.range))
      return nil
    }
    return section[name.value]
  }
}

private struct Key: Hashable {
  let name: TextRef
  let clock: Clock
}

private struct ItemKey: Hashable {
  let name: TextRef
  let patient: PatientRef?
  let clock: Clock
}
