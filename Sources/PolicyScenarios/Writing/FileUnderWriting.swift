import AccessPolicy

/// A scenario file to which drafts are added, one after the other.
struct FileUnderWriting {
  let policy: Policy
  let language: Language

  private var now: Moment?
  private var people: [Person] = []
  private var records: [Record] = []
  private var items: [Written.Entry] = []
  private var cases: [Written] = []

  private var staffNames: Set<StaffRef>
  private var patientNames: Set<PatientRef>
  private var itemNames: Set<ItemRef>
  private var caseIDs: Set<String>
  private var peopleByKey: [Key: [Int]] = [:]
  private var recordsByKey: [Key: [Int]] = [:]
  private var recordsByName: [PatientRef: Int] = [:]

  /// A person or a patient as a draft has them, before names are changed.
  private struct Key: Hashable {
    let name: TextRef
    let entries: [Written.Entry]

    init(_ name: String, _ entries: [Written.Entry]) {
      self.name = TextRef(name)
      self.entries = entries
    }
  }

  /// A member of staff in the file.
  private struct Person {
    let name: StaffRef
    let entries: [Written.Entry]
  }

  /// A patient in the file.
  private struct Record {
    let name: PatientRef
    let entries: [Written.Entry]
    var contacts: [Written.Entry] = []
    var items: [Written.Entry] = []
  }

  /// Why a draft cannot be written.
  struct Refusal: Error {
    let reasons: [String]
  }

  init(policy: Policy, language: Language, besides: CastNames) {
    self.policy = policy
    self.language = language
    staffNames = Set(besides.staff.map { StaffRef($0) })
    patientNames = Set(besides.patients.map { PatientRef($0) })
    itemNames = Set(besides.items.map { ItemRef($0) })
    caseIDs = besides.cases
  }

  /// Adds a draft; answers it with the names under which it stands in the file.
  mutating func add(_ draft: ScenarioDraft) -> Result<ScenarioDraft, Refusal> {
    var obstacles = RequestParts(policy: policy, now: draft.request.now, language: language)
    check(draft, &obstacles)
    guard obstacles.obstacles.isEmpty else {
      return .failure(Refusal(reasons: obstacles.obstacles))
    }
    var draft = draft
    var parts = RequestParts(policy: policy, now: draft.request.now, language: language)
    let person = place(&draft.request, &parts)
    let item = placeContent(&draft.request, &parts)
    cases.append(.keys(entries(of: draft, person, item: item, &parts)))
    if now == nil { now = draft.request.now }
    if let id = draft.id { caseIDs.insert(id) }
    return .success(draft)
  }

  /// Writes everything once, in order to find what cannot be written before anything is added.
  private func check(_ draft: ScenarioDraft, _ parts: inout RequestParts) {
    let request = draft.request
    if let id = draft.id, caseIDs.contains(id) { parts.cannot("another case has the id `\(id)`") }
    if Moment(WrittenClock.text(request.now)) != request.now {
      parts.cannot("`now` is beyond the calendar")
    }
    _ = parts.name(request.session.staff.text)
    _ = parts.staff(request.session)
    if let patient = request.patient {
      _ = parts.name(patient.id.text)
      _ = parts.patient(patient)
    }
    if case .known(let contact) = request.content.contact {
      if request.patient == nil {
        parts.cannot("the content has a contact, and there is no patient")
      }
      _ = parts.contact(contact)
    }
    for key in request.otherContacts { _ = parts.name(key.text) }
    for key in request.itemKeys { _ = parts.name(key.text) }
    _ = parts.item(request.content, name: request.content.id.value?.text ?? "item")
    _ = parts.justifications(request.justifications)
    _ = parts.grants(request)
    _ = parts.attributes(.request, request.attributes)
    _ = parts.id(request.action, "action", in: policy.actions)
    _ = parts.expectation(draft.outcome, draft.parts)
    for id in draft.requirements { _ = parts.id(id, "requirement", in: policy.requirements) }
  }

  // MARK: People and patients

  /// Finds the person and the patient a place in the cast, with other names where theirs are taken.
  ///
  /// - Returns: what the case has to say of the session.
  private mutating func place(_ request: inout AccessRequest, _ parts: inout RequestParts)
    -> [Written.Entry]
  {
    let original = request
    let person = Key(original.session.staff.text, core(parts.staff(original.session)))
    let record = original.patient.map { Key($0.id.text, parts.patient($0)) }
    for known in (peopleByKey[person] ?? []).map(Optional.some) + [nil] {
      let names = original.staffKeys.subtracting([original.session.staff])
      let staff =
        known.map { people[$0].name }
        ?? Self.fresh(original.session.staff, besides: staffNames.union(names))
      let records = record.flatMap { recordsByKey[$0] } ?? []
      for knownRecord in records.map(Optional.some) + [nil] {
        var renaming = Renaming(staff: (original.session.staff, staff))
        if let patient = original.patient?.id {
          let names = original.patientKeys.subtracting([patient])
          renaming.patient = (
            patient,
            knownRecord.map { self.records[$0].name }
              ?? Self.fresh(patient, besides: patientNames.union(names))
          )
        }
        let renamed = renaming(original)
        guard isFree(renamed, after: original),
          let overrides = overrides(parts.staff(renamed.session), of: known),
          isPatient(renamed, of: knownRecord, &parts)
        else { continue }
        request = renamed
        if known == nil { add(renamed.session, as: person, &parts) }
        if knownRecord == nil, let record { add(renamed.patient, as: record, &parts) }
        return overrides
      }
    }
    return []
  }

  private mutating func add(_ session: Session, as key: Key, _ parts: inout RequestParts) {
    staffNames.insert(session.staff)
    peopleByKey[key, default: []].append(people.count)
    people.append(Person(name: session.staff, entries: parts.staff(session)))
  }

  private mutating func add(_ patient: Patient?, as key: Key, _ parts: inout RequestParts) {
    guard let patient else { return }
    patientNames.insert(patient.id)
    recordsByKey[key, default: []].append(records.count)
    recordsByName[patient.id] = records.count
    records.append(Record(name: patient.id, entries: parts.patient(patient)))
  }

  /// Whether the patient of a request is one of the file, and the contact fits in.
  private func isPatient(
    _ request: AccessRequest,
    of known: Int?,
    _ parts: inout RequestParts
  ) -> Bool {
    guard let known, let patient = request.patient else { return true }
    guard parts.patient(patient) == records[known].entries else { return false }
    guard case .known(let contact) = request.content.contact else { return true }
    let written = parts.contact(contact)
    return records[known].contacts.allSatisfy { $0.key != written.key || $0 == written }
  }

  /// Whether no two keys became one.
  private func isFree(_ renamed: AccessRequest, after request: AccessRequest) -> Bool {
    renamed.staffKeys.count == request.staffKeys.count
      && renamed.patientKeys.count == request.patientKeys.count
  }

  /// What a case says of the session, so that a person of the file is the one of these keys; `nil`
  /// where no case can.
  private func overrides(_ entries: [Written.Entry], of known: Int?) -> [Written.Entry]? {
    guard let known, entries != people[known].entries else { return [] }
    let person = people[known].entries
    guard core(entries) == core(person) else { return nil }
    return RequestParts.ofCases.compactMap { key in
      let own = entries.first { $0.key == key }
      guard own != person.first(where: { $0.key == key }) else { return nil }
      return own ?? Written.Entry(key, .scalar(key == "systemIsReadOnly" ? "no" : "null"))
    }
  }

  /// The keys of a person that no case can say otherwise.
  private func core(_ entries: [Written.Entry]) -> [Written.Entry] {
    entries.filter { !RequestParts.ofCases.contains($0.key) }
  }

  // MARK: Content

  /// Finds the item a place, with its contact; answers the name under which the case asks for it.
  private mutating func placeContent(_ request: inout AccessRequest, _ parts: inout RequestParts)
    -> String
  {
    guard let patient = request.patient else {
      let name = add(&request, to: &items, taken: itemNames, &parts)
      itemNames.insert(ItemRef(name))
      for key in request.itemKeys.sorted() where !itemNames.contains(key) {
        var other = ContentItem(contentClass: request.content.contentClass, marks: .absent)
        other.id = .known(key)
        items.append(parts.item(absent(other), name: key.text))
        itemNames.insert(key)
      }
      return name
    }
    guard let index = recordsByName[patient.id] else { return request.content.id.value?.text ?? "" }
    var record = records[index]
    addContacts(request, to: &record, &parts)
    let held = request.itemKeys.subtracting(request.content.id.value.map { [$0] } ?? [])
    for key in held.sorted() where !record.items.contains(where: { $0.key == parts.name(key.text) })
    {
      var other = ContentItem(contentClass: request.content.contentClass, marks: .absent)
      other.id = .known(key)
      record.items.append(parts.item(absent(other), name: key.text))
    }
    let name = add(&request, to: &record.items, taken: [], &parts)
    records[index] = record
    return name
  }

  /// An item of which a scenario says nothing but its class.
  private func absent(_ item: ContentItem) -> ContentItem {
    var item = item
    item.contact = .absent
    item.unit = .absent
    item.author = .absent
    item.recorded = .absent
    item.starts = .absent
    item.ends = .absent
    for (id, _) in policy.attributes[.content] ?? Catalog([:]) { item.attributes[id] = .absent }
    return item
  }

  private func addContacts(
    _ request: AccessRequest,
    to record: inout Record,
    _ parts: inout RequestParts
  ) {
    if case .known(let contact) = request.content.contact {
      let written = parts.contact(contact)
      if !record.contacts.contains(written) { record.contacts.append(written) }
    }
    for key in request.otherContacts.sorted() {
      let name = parts.name(key.text)
      guard !record.contacts.contains(where: { $0.key == name }) else { continue }
      record.contacts.append(Written.Entry(name, .keys([])))
    }
  }

  /// Adds the item of a request to others, under another name where its own is that of another item.
  private func add(
    _ request: inout AccessRequest,
    to items: inout [Written.Entry],
    taken: Set<ItemRef>,
    _ parts: inout RequestParts
  ) -> String {
    let own = request.content.id.value
    let wished = own ?? ItemRef("item")
    var number = 1
    while true {
      let name = number == 1 ? wished : ItemRef("\(wished)-\(number)")
      number += 1
      let isOther = name != own && request.itemKeys.contains(name)
      let renamed = own.map { Renaming(item: ($0, name))(request) } ?? request
      let written = parts.item(renamed.content, name: name.text)
      let there = items.first { $0.key == written.key }
      guard !isOther, there == nil ? !taken.contains(name) : there == written else { continue }
      // A block of the patient that covers this very item would cover the wrong one.
      if own != nil, name != own, renamed.patient != request.patient { continue }
      request = renamed
      if there == nil { items.append(written) }
      return name.text
    }
  }

  private static func fresh<Kind>(_ key: Reference<Kind>, besides taken: Set<Reference<Kind>>)
    -> Reference<Kind>
  {
    var (name, number) = (key, 1)
    while taken.contains(name) {
      number += 1
      name = Reference("\(key)-\(number)")
    }
    return name
  }

  // MARK: Text

  private func entries(
    of draft: ScenarioDraft,
    _ session: [Written.Entry],
    item: String,
    _ parts: inout RequestParts
  ) -> [Written.Entry] {
    let request = draft.request
    var entries: [Written.Entry] = []
    if let id = draft.id { entries.append(.init("id", .scalar(ScalarText.of(id)))) }
    entries.append(.init("name", .scalar(ScalarText.of(draft.name))))
    if !draft.requirements.isEmpty {
      let ids = draft.requirements.map { Written.scalar(ScalarText.of($0.text)) }
      entries.append(.init("for", .list(ids)))
    }
    if let note = draft.note { entries.append(.init("note", .scalar(ScalarText.of(note)))) }
    if let now, now != request.now {
      entries.append(.init("now", .scalar(WrittenClock.text(request.now))))
    }
    entries.append(.init("staff", parts.key(request.session.staff)))
    entries += session
    if let patient = request.patient { entries.append(.init("patient", parts.key(patient.id))) }
    entries += parts.attributes(.request, request.attributes)
    entries += parts.justifications(request.justifications)
    entries += parts.grants(request)
    let cell = Written.Entry(
      parts.name(item),
      parts.expectation(draft.outcome, draft.parts)
    )
    let action = Written.Entry(
      ScalarText.of(request.action.text),
      .keys([cell]),
      comment: parts.title(policy.actions[request.action]?.term),
      isOpen: true
    )
    entries.append(.init("expect", .keys([action]), isOpen: true))
    return entries
  }

  func text(heading: String?) -> String {
    var text = ""
    for line in heading?.split(separator: "\n", omittingEmptySubsequences: false) ?? [] {
      text += line.isEmpty ? "#\n" : "# \(line)\n"
    }
    if let now { text += "now: \(WrittenClock.text(now))\n" }
    var sections: [Written.Entry] = []
    if !people.isEmpty {
      let entries = people.map {
        Written.Entry(ScalarText.of($0.name.text), .keys($0.entries), isOpen: true)
      }
      sections.append(Written.Entry("staff", .keys(entries), isOpen: true))
    }
    if !records.isEmpty {
      let entries = records.map { record in
        var entries = record.entries
        if !record.contacts.isEmpty {
          entries.append(.init("contacts", .keys(record.contacts), isOpen: true))
        }
        entries.append(.init("items", .keys(record.items), isOpen: true))
        return Written.Entry(ScalarText.of(record.name.text), .keys(entries), isOpen: true)
      }
      sections.append(Written.Entry("patients", .keys(entries), isOpen: true))
    }
    if !items.isEmpty { sections.append(Written.Entry("items", .keys(items), isOpen: true)) }
    for section in sections { text += "\n" + Written.lines([section]) }
    text += "\ncases:\n" + cases.map { Written.item($0, level: 1) }.joined(separator: "\n")
    return text
  }
}
