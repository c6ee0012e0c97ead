/// Makes a request of the values that a search found; of what no rule looks at, something plain.
struct SituationRequest {
  let space: FactSpace
  let found: [Int: Int]
  let cell: SituationCell
  /// The policy set that is asked; of two, they may call a role otherwise.
  let forms: CellForms

  func request() -> AccessRequest {
    let now = instant(.now) ?? FactPools.now
    let isAboutPatient = forms.isAboutPatient(cell)
    return AccessRequest(
      now: FactSpace.moment(now),
      session: session,
      action: cell.action,
      content: content,
      patient: isAboutPatient || givesPatient ? patient : nil,
      attributes: declared(.request)
    )
  }

  /// Whether some fact of a patient is there, though the content is about none.
  private var givesPatient: Bool {
    if let patient = value(.patientWhoMayLack) { return patient != .absent }
    return found.contains { number, chosen in
      let value = space.values[number][chosen]
      guard space.facts[number].isOfPatient else { return false }
      return space.facts[number].isMark ? value == .known(.boolean(true)) : !value.isNone
    }
  }

  // MARK: Values

  private func value(_ fact: SituationFact) -> FactCuts.Value? {
    guard let number = space.existingNumber(of: fact), let value = found[number] else { return nil }
    return space.values[number][value]
  }

  private func fact<Value>(
    _ fact: BuiltInAttribute,
    link: Int = 0,
    else plain: Fact<Value>,
    _ read: (AttributeValue) -> Value?
  ) -> Fact<Value> {
    switch value(.builtIn(fact, link: link)) {
    case .known(let known): read(known).map { .known($0) } ?? .unknown
    case .absent: .absent
    case .unknown: .unknown
    case nil: plain
    }
  }

  private func instant(_ fact: SituationFact) -> Instant? {
    guard case .known(.instant(let instant)) = value(fact) else { return nil }
    return instant
  }

  private func declared(_ group: AttributeGroup, link: Int = 0) -> Attributes {
    // Of what no rule looks at, there is nothing.
    var attributes: Attributes = [:]
    for id in forms.policy.attributes[group]?.map(\.id) ?? [] { attributes[id] = .absent }
    for (number, chosen) in found {
      guard case .base(.declared(group, let id), _, link: link) = space.facts[number] else {
        continue
      }
      attributes[id] = space.values[number][chosen]
    }
    return attributes
  }

  private func marks(_ holder: SituationFact.MarkHolder) -> Set<MarkID> {
    var marks: Set<MarkID> = []
    for (number, chosen) in found {
      guard case .mark(holder, let id) = space.facts[number],
        space.values[number][chosen] == .known(.boolean(true))
      else { continue }
      marks.insert(id)
    }
    return marks
  }

  // MARK: The session

  private var session: Session {
    let subtemplates = forms.policy.subtemplates.map(\.id).filter {
      value(.subtemplate(forms.names[$0] ?? $0)) == .known(.boolean(true))
    }
    return Session(
      staff: StaffRef("reader"),
      ownRecord: fact(.sessionOwnRecord, else: .absent) { $0.asPatient },
      authorisation: Authorisation(
        template: forms.template,
        subtemplates: Set(subtemplates),
        providerRecord: fact(.sessionProviderRecord, else: .absent) { $0.asCode?.cast() },
        isActive: .known(true),
        from: .absent,
        until: .absent,
        deviations: []
      ),
      unit: unit,
      purpose: fact(.sessionPurpose, else: .unknown) { $0.asCode?.cast() },
      authenticationLevel: fact(.sessionAuthenticationLevel, else: .known(4)) { $0.asNumber },
      systemIsReadOnly: fact(.sessionSystemIsReadOnly, else: .known(false)) { $0.asBoolean },
      groups: fact(.sessionGroups, else: .known([])) { $0.asTexts { GroupRef($0) } },
      attributes: declared(.session)
    )
  }

  private var unit: Fact<UnitID> { fact(.sessionUnit, else: .unknown) { $0.asUnit } }

  // MARK: The content

  private var content: ContentItem {
    let plain = plainUnit
    return ContentItem(
      contentClass: cell.contentClass,
      id: fact(.contentItem, else: .known(ItemRef("item"))) { $0.asText.map { ItemRef($0) } },
      contact: fact(.contentContact, else: plainContact) {
        $0.asText.map { ContactRef($0) }.flatMap { contact($0).value }
      },
      unit: fact(.contentUnit, else: plain) { $0.asUnit },
      author: fact(.contentAuthor, else: .known(StaffRef("colleague"))) { $0.asStaff },
      recorded: fact(.contentRecorded, else: .known(aDay(before: true))) { $0.asInstant },
      starts: fact(.contentStarts, else: .absent) { $0.asInstant },
      ends: fact(.contentEnds, else: .absent) { $0.asInstant },
      marks: .known(marks(.item)),
      attributes: declared(.content)
    )
  }

  /// Where no rule looks at the unit, that of the session, unless it carries a mark.
  private var plainUnit: Fact<UnitID> {
    guard value(.builtIn(.contentUnit)) == nil, forms.policy.carriesNoMark(unit.value) else {
      return .absent
    }
    return unit
  }

  /// Content that is about no patient is of no contact, unless some rule looks at it.
  private var plainContact: Fact<Contact> {
    let looked: [BuiltInAttribute] = [.contentContactUnit, .contentTeam]
    let isLookedAt = looked.contains { fact in value(.builtIn(fact)).map { !$0.isNone } ?? false }
    let carries = !marks(.contact).isEmpty
    guard forms.isAboutPatient(cell) || isLookedAt || carries else { return .absent }
    return contact(ContactRef("contact"))
  }

  private func contact(_ id: ContactRef) -> Fact<Contact> {
    .known(
      Contact(
        id: id,
        unit: fact(.contentContactUnit, else: .absent) { $0.asUnit },
        team: fact(.contentTeam, else: .known([])) { $0.asTexts { StaffRef($0) } },
        marks: .known(marks(.contact))
      )
    )
  }

  private func aDay(before: Bool) -> Instant {
    let now = instant(.now) ?? FactPools.now
    return before ? now - .days(1) : now + .days(1)
  }

  // MARK: The patient

  private var patient: Patient {
    Patient(
      id: PatientRef("patient"),
      birthDate: fact(.patientBirthDate, else: .known(CivilDate(daysSince1970: 5_905))) {
        $0.asDate
      },
      residence: fact(.patientResidence, else: .absent) { $0.asUnit },
      marks: .known(marks(.patient)),
      links: CellForms.links.compactMap(link),
      blocks: .known(blocks),
      attributes: declared(.patient)
    )
  }

  private func link(_ number: Int) -> Link? {
    guard case .known(.code(let kind)) = value(.builtIn(.linkKind, link: number)) else {
      return nil
    }
    let kinds = forms.policy.patientLogistics[kind.cast()]
    let counting: Fact<LinkStatusID> = kinds?.counts.min().map { .known($0) } ?? .absent
    return Link(
      id: LinkRef("link-\(number)"),
      kind: kind.cast(),
      status: fact(.linkStatus, link: number, else: counting) { $0.asCode?.cast() },
      unit: fact(.linkUnit, link: number, else: unit) { $0.asUnit },
      staff: fact(.linkStaff, link: number, else: .absent) { $0.asStaff },
      team: fact(.linkTeam, link: number, else: .known([])) { $0.asTexts { StaffRef($0) } },
      group: fact(.linkGroup, link: number, else: .absent) { $0.asText.map { GroupRef($0) } },
      starts: fact(.linkStarts, link: number, else: .known(aDay(before: true))) { $0.asInstant },
      ends: fact(.linkEnds, link: number, else: .known(aDay(before: false))) { $0.asInstant },
      attributes: declared(.link, link: number)
    )
  }

  private var blocks: [Block] {
    guard case .known(.code(let kind)) = value(.block) else { return [] }
    return [
      Block(
        id: BlockRef("block"),
        kind: kind.cast(),
        coverage: .known(.whole),
        entriesFrom: .absent,
        against: .known(.everyone),
        from: .absent,
        until: .absent,
        effectuated: .known(true)
      )
    ]
  }
}

extension Policy {
  fileprivate func carriesNoMark(_ unit: UnitID?) -> Bool {
    var next = unit
    // A tree has no more levels than units.
    for _ in 0...organisation.count {
      guard let id = next, let entry = organisation[id] else { return true }
      if !entry.marks.isEmpty { return false }
      next = entry.parent
    }
    return true
  }
}

extension AttributeValue {
  fileprivate var asCode: AttributeID? { if case .code(let value) = self { value } else { nil } }
  fileprivate var asUnit: UnitID? { if case .unit(let value) = self { value } else { nil } }
  fileprivate var asStaff: StaffRef? { if case .staff(let value) = self { value } else { nil } }
  fileprivate var asPatient: PatientRef? {
    if case .patient(let value) = self { value } else { nil }
  }
  fileprivate var asText: String? { if case .text(let value) = self { value.text } else { nil } }
  fileprivate var asNumber: Int64? { if case .number(let value) = self { value } else { nil } }
  fileprivate var asBoolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  fileprivate var asDate: CivilDate? { if case .date(let value) = self { value } else { nil } }
  fileprivate var asInstant: Instant? { if case .instant(let value) = self { value } else { nil } }

  fileprivate func asTexts<Key: Hashable>(_ make: (String) -> Key) -> Set<Key>? {
    guard case .set(let values) = self else { return nil }
    return Set(values.compactMap { $0.asText ?? $0.asStaff?.text }.map(make))
  }
}
