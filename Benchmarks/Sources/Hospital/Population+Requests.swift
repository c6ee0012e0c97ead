public import AccessPolicy

/// The population as the engine takes it.
extension Population {
  /// The moment of every request.
  public static var now: Moment {
    Moment(Instant(secondsSince1970: Vocabulary.now), utcOffsetMinutes: 60)
  }

  /// A self-contained request.
  public func request(_ question: Question) -> AccessRequest {
    AccessRequest(
      now: Self.now,
      session: session(question.staff),
      action: action(question.action),
      content: item(question.item, of: question.patient),
      patient: patient(question.patient)
    )
  }

  /// An action.
  public func action(_ number: Int) -> ActionID { id(Vocabulary.actions[number]) }

  /// A chart with its first items.
  public func chart(_ number: Int, items: Int) -> Chart {
    Chart(patient: patient(number), items: (0..<items).map { item($0, of: number) })
  }

  /// A session.
  public func session(_ number: Int) -> Session {
    let employee = staff[number]
    let role = plan.templates[Int(employee.template)]
    return Session(
      staff: StaffRef("s\(number)"),
      ownRecord: employee.ownRecord < 0 ? .absent : .known(PatientRef("p\(employee.ownRecord)")),
      authorisation: Authorisation(
        template: id(role.id),
        subtemplates: employee.subtemplate < 0
          ? [] : [id(plan.subtemplates[Int(employee.subtemplate)].id)],
        providerRecord: .known(id(Vocabulary.professions[role.profession])),
        isActive: .known(true),
        from: .known(hours(-24 * 400)),
        until: number % 3 == 0 ? .known(hours(24 * 300)) : .absent,
        deviations: employee.hasDeviation ? [deviation(of: role, number)] : []
      ),
      unit: .known(unit(Int(employee.unit))),
      purpose: .known(id("give-care")),
      authenticationLevel: .known(4),
      systemIsReadOnly: .known(false),
      groups: .known([])
    )
  }

  private func deviation(of role: PlannedRole, _ number: Int) -> Deviation {
    Deviation(
      id: DeviationRef("d\(number)"),
      removes: RoleParts(
        securityClasses: Set(role.securityClasses.suffix(1).map { id(plan.securityClasses[$0].id) })
      ),
      reason: "on leave from that task",
      approver: StaffRef("s0"),
      from: .known(hours(-24 * 20)),
      until: .known(hours(24 * 20))
    )
  }

  /// A patient with all links.
  public func patient(_ number: Int) -> Patient {
    let first = Int(firstLink[number])
    let isBlocked = plan.question == .whole && number % 100 == 7
    return Patient(
      id: PatientRef("p\(number)"),
      birthDate: birthDate(number),
      residence: .unknown,
      marks: .known(marks(marks(of: number))),
      links: links(of: number).enumerated().map { link($1, number: first + $0) },
      blocks: .known(isBlocked ? [block(number)] : [])
    )
  }

  private func birthDate(_ patient: Int) -> Fact<CivilDate> {
    let year = Int64(1_930 + patient * 7 % 95)
    let day = CivilDate(year: year, month: Int64(1 + patient % 12), day: Int64(1 + patient % 28))
    return day.map { .known($0) } ?? .unknown
  }

  private func link(_ link: Tie, number: Int) -> Link {
    let members = Vocabulary.personalKinds.contains(Int(link.kind)) ? 0..<3 : 0..<0
    return Link(
      id: LinkRef("l\(number)"),
      kind: id(Vocabulary.linkKinds[Int(link.kind)]),
      status: .known(id(Vocabulary.statuses[Int(link.status)])),
      unit: .known(unit(Int(link.unit))),
      staff: .known(StaffRef("s\(link.staff)")),
      team: .known(Set(members.map { StaffRef("s\((Int(link.staff) + $0) % staff.count)") })),
      group: .absent,
      starts: .known(Instant(secondsSince1970: link.startSeconds)),
      ends: link.endSeconds.map { .known(Instant(secondsSince1970: $0)) } ?? .absent
    )
  }

  private func block(_ patient: Int) -> Block {
    Block(
      id: BlockRef("b\(patient)"),
      kind: id(patient % 200 == 7 ? "record-block" : "writing-block"),
      coverage: .known(.whole),
      entriesFrom: .absent,
      against: .known(
        .unit(unit(plan.units[Int(links(of: patient)[Int(firstLink[patient])].unit)].enterprise))
      ),
      from: .known(hours(-24 * 100)),
      until: .absent,
      effectuated: .known(true)
    )
  }

  /// An item of a patient's chart.
  public func item(_ number: Int, of patient: Int) -> ContentItem {
    let entry = entry(number, of: patient)
    let team = (0..<3).map { StaffRef("s\((entry.author + $0) % staff.count)") }
    return ContentItem(
      contentClass: id(Vocabulary.classes[entry.contentClass]),
      id: .known(ItemRef("p\(patient)-i\(number)")),
      contact: .known(
        Contact(
          id: ContactRef("p\(patient)-c\(number / 4)"),
          unit: .known(unit(entry.unit)),
          team: .known(Set(team)),
          marks: .known([])
        )
      ),
      unit: .known(unit(entry.unit)),
      author: .known(StaffRef("s\(entry.author)")),
      recorded: .known(hours(entry.recorded)),
      starts: .known(hours(entry.recorded)),
      ends: .absent,
      marks: .known(marks(entry.marks))
    )
  }

  private func marks(_ bits: UInt64) -> Set<MarkID> {
    bits == 0
      ? []
      : Set(plan.marks.indices.filter { bits & 1 << UInt64($0) != 0 }.map { id(plan.marks[$0].id) })
  }

  private func unit(_ number: Int) -> UnitID { id(plan.units[number].id) }

  private func hours(_ hours: Int) -> Instant {
    Instant(secondsSince1970: Vocabulary.now + Int64(hours) * 3_600)
  }

  /// Everything that the generator calls by a name has a name that the policy language takes.
  private func id<Kind>(_ text: String) -> Identifier<Kind> {
    guard let id = Identifier<Kind>(text) else {
      preconditionFailure("the generator made the name «\(text)», which is no identifier")
    }
    return id
  }
}
