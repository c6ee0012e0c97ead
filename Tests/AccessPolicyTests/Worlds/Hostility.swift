import AccessPolicy
import PolicyTestSupport

/// Turns requests into what no honest caller sends.
struct Hostility {
  var dice: Dice
  let names: Directory

  private static let extremes = [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max]
  private static let texts = [
    "", " ", "\u{0}", "\u{FEFF}", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}",
  ]

  /// The request with some of its parts twisted.
  mutating func twist(_ original: AccessRequest) -> AccessRequest {
    var request = original
    for _ in 0..<dice.number(1...4) {
      switch dice.below(9) {
      case 0:
        request.now = Moment(extreme(), utcOffsetMinutes: dice.pick([-1080, 0, 1080, .min, .max]))
      case 1: twistSession(&request.session)
      case 2: request.patient = twisted(request.patient)
      case 3: twistContent(&request.content)
      case 4: request.grants = request.grants.map { twisted($0) }
      case 5: request.justifications = [Justification(reason: Strange.id(), text: text())]
      case 6: request.attributes = attributes(request.attributes)
      case 7: request.action = Strange.id()
      default: request.content.contentClass = Strange.id()
      }
    }
    return request
  }

  private mutating func extreme() -> Instant {
    Instant(secondsSince1970: dice.pick(Self.extremes))
  }

  private mutating func instant() -> Fact<Instant> { .known(extreme()) }

  private mutating func text() -> String {
    dice.percent(10) ? String(repeating: "x", count: 100_000) : dice.pick(Self.texts)
  }

  private mutating func twistSession(_ session: inout Session) {
    session.staff = StaffRef(text())
    session.authenticationLevel = .known(dice.pick(Self.extremes))
    session.groups = .known(Set(Self.texts.map { GroupRef($0) }))
    session.attributes = attributes(session.attributes)
    session.authorisation.from = instant()
    session.authorisation.until = instant()
    if dice.percent(30) { session.unit = .known(Strange.id()) }
    if dice.percent(30) { session.purpose = .known(Strange.id()) }
    if dice.percent(30) { session.authorisation.template = Strange.id() }
    let everything = RoleParts(
      securityClasses: Set(names.securityClasses + [Strange.id()]),
      relationships: Set(names.relationships + [Strange.id()]),
      reach: Set(names.reach + [Strange.id()]),
      selfAuthorisation: Set(names.selfAuthorisation + [Strange.id()]),
      units: Set(names.units + [Strange.id()])
    )
    session.authorisation.deviations.append(
      Deviation(
        id: "",
        adds: everything,
        removes: dice.percent(30) ? everything : RoleParts(),
        reason: text(),
        approver: StaffRef(text()),
        from: instant(),
        until: instant()
      )
    )
  }

  private mutating func twisted(_ patient: Patient?) -> Patient? {
    guard var patient, dice.percent(80) else { return nil }
    patient.id = PatientRef(text())
    patient.birthDate = .known(dice.pick([CivilDate("0001-01-01")!, CivilDate("9999-12-31")!]))
    patient.attributes = attributes(patient.attributes)
    for index in patient.links.indices {
      patient.links[index].starts = instant()
      patient.links[index].ends = instant()
      patient.links[index].attributes = attributes(patient.links[index].attributes)
      if dice.percent(30) { patient.links[index].kind = Strange.id() }
    }
    if case .known(var blocks) = patient.blocks {
      for index in blocks.indices {
        blocks[index].from = instant()
        blocks[index].until = instant()
        blocks[index].entriesFrom = instant()
        blocks[index].against = .known(.unit(Strange.id()))
      }
      patient.blocks = .known(blocks)
    }
    return patient
  }

  private mutating func twistContent(_ content: inout ContentItem) {
    content.id = .known(ItemRef(text()))
    content.recorded = instant()
    content.starts = instant()
    content.ends = instant()
    content.attributes = attributes(content.attributes)
    if dice.percent(30) { content.unit = .known(Strange.id()) }
  }

  private mutating func twisted(_ original: Grant) -> Grant {
    var grant = original
    grant.from = extreme()
    grant.until = extreme()
    if dice.percent(30) { grant.id = nil }
    return grant
  }

  /// The same attributes with values of any type, sets of sets among them.
  private mutating func attributes(_ given: Attributes) -> Attributes {
    given.mapValues { _ in
      .known(
        dice.pick([
          .number(dice.pick(Self.extremes)), .instant(extreme()), .text(TextRef(text())),
          .set([.set([.set([]), .boolean(true)])]), .set([.number(1), .text("1")]),
          .code(Strange.id()), .unit(Strange.id()), .date(CivilDate("0001-01-01")!),
        ])
      )
    }
  }

  /// A request of which no policy set declares anything.
  static var nothingDeclared: AccessRequest {
    AccessRequest(
      now: Moment(Instant(secondsSince1970: 0), utcOffsetMinutes: 0),
      session: Session(
        staff: "",
        authorisation: Authorisation(template: Strange.id(), deviations: [])
      ),
      action: Strange.id(),
      content: ContentItem(contentClass: Strange.id(), marks: .known([Strange.id()])),
      patient: Patient(
        id: "",
        marks: .unknown,
        links: [Link(id: "", kind: Strange.id())],
        blocks: .known([Block(id: "", kind: Strange.id())])
      )
    )
  }
}
