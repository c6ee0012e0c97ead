import AccessPolicy
import PolicyTestSupport

extension RequestWriter {
  mutating func patient(_ content: ContentItem) -> Patient {
    Patient(
      id: PatientRef(text(Pool.patients)),
      birthDate: fact(birthDate(), absent: 3),
      residence: fact(unit(likely: 40), absent: 5),
      marks: fact(marks(percent: 5), absent: 25),
      links: (0..<dice.pick([0, 1, 1, 2, 2, 3, 4])).map { link($0) },
      blocks: fact(dice.percent(70) ? [] : blocks(content), absent: 30),
      attributes: attributes(of: .patient)
    )
  }

  /// Some whole years ago, give or take a day.
  private mutating func birthDate() -> CivilDate {
    let today = ReferenceCalendar.civil(now.secondsSince1970 / 86_400)
    let year = today.year - dice.pick([0, 15, 16, 17, 18, 18, 19, 67, 80])
    if dice.percent(10), let leapDay = CivilDate(year: year - year % 4, month: 2, day: 29) {
      return leapDay
    }
    let birthday = CivilDate(year: year, month: today.month, day: today.day)
    let date = birthday ?? CivilDate(year: year, month: 3, day: 1)!
    return CivilDate(daysSince1970: date.daysSince1970 + Int64(dice.number(-1...1)))
  }

  mutating func marks(percent share: Int) -> Set<MarkID> {
    var marks = Set(dice.some(names.marks, percent: share))
    if dice.percent(strangeness / 2) { marks.insert(Strange.id()) }
    return marks
  }

  // MARK: Links

  /// A link that aims at some care relationship of the role.
  private mutating func link(_ number: Int) -> Link {
    var rules = role(\.relationships).compactMap { policy.careRelationships[$0] }
    if dice.percent(95) { rules.removeAll { !isServed(by: $0.purposes) } }
    let aim = dice.percent(93) ? dice.pickAny(rules) : nil
    let kind = aim.flatMap { dice.pickAny($0.links.sorted()) } ?? declared(in: names.logistics)
    let (starts, ends) = period(aim?.window)
    return Link(
      id: LinkRef("link-\(number)"),
      kind: declared(kind),
      status: fact(status(of: kind, for: aim), absent: 2),
      unit: fact(unit(likely: 65), absent: 3),
      staff: fact(staff(likely: 60), absent: 5),
      team: fact(team(), absent: 10),
      group: fact(GroupRef(text(Pool.texts)), absent: 10),
      starts: starts,
      ends: ends,
      attributes: attributes(of: .link)
    )
  }

  private mutating func status(of kind: LogisticsKindID, for aim: CareRelationship?) -> LinkStatusID
  {
    let declared = policy.patientLogistics[kind]
    var counting = declared?.counts ?? []
    if let statuses = aim?.statuses { counting.formIntersection(statuses) }
    if dice.percent(85), let status = dice.pickAny(counting.sorted()) { return status }
    return self.declared(in: names.statuses)
  }

  /// Begin and end of a link, with an edge of the window at now, just beside it, or well away.
  private mutating func period(_ window: Window?) -> (Fact<Instant>, Fact<Instant>) {
    var starts = instant(past: 88)
    var ends = instant(past: 12)
    if let window, dice.percent(35) {
      let edge = dice.percent(50) ? window.opens : window.closes
      if case .relative(let anchor, let span) = edge {
        let instant = now - span + TimeSpan(seconds: Int64(dice.number(-1...1)))
        switch anchor {
        case .start: starts = instant
        case .end: ends = instant
        }
      }
    }
    return (fact(starts, absent: 4), fact(ends, absent: 30))
  }

  // MARK: Blocks

  private mutating func blocks(_ content: ContentItem) -> [Block] {
    (1...dice.number(1...2)).map { number in
      Block(
        id: BlockRef("block-\(number)"),
        kind: declared(in: names.blocks),
        coverage: fact(coverage(content), absent: 15),
        entriesFrom: fact(instant(past: 70), absent: 60),
        against: fact(against(), absent: 20),
        from: fact(instant(past: 85), absent: 40),
        until: fact(instant(past: 15), absent: 40),
        effectuated: fact(dice.percent(85), absent: 4)
      )
    }
  }

  private mutating func coverage(_ content: ContentItem) -> Block.Coverage {
    switch dice.below(4) {
    case 0: .whole
    case 1:
      .classes(Set(dice.some(names.contentClasses, percent: 60) + [declared(content.contentClass)]))
    case 2: .contact(ContactRef(text(Pool.contacts)))
    default: .item(ItemRef(text(Pool.items)))
    }
  }

  private mutating func against() -> Block.Against {
    switch dice.below(4) {
    case 0: .everyone
    case 1: .unit(unit(likely: 30))
    case 2:
      .template(dice.percent(50) ? session.authorisation.template : declared(in: names.templates))
    default: .staff(staff(likely: 40))
    }
  }
}
