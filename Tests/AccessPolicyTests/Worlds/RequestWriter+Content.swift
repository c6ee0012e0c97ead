import AccessPolicy
import PolicyTestSupport

extension RequestWriter {
  mutating func contentItem(_ contentClass: ContentClassID) -> ContentItem {
    ContentItem(
      contentClass: contentClass,
      id: fact(ItemRef(text(Pool.items)), absent: 6),
      contact: fact(contact(), absent: 20),
      unit: fact(unit(likely: 55), absent: 3),
      author: fact(staff(likely: 40), absent: 4),
      recorded: fact(instant(past: 95), absent: 4),
      starts: fact(instant(past: 80), absent: 10),
      ends: fact(instant(past: 50), absent: 20),
      marks: fact(dice.percent(80) ? [] : marks(percent: 35), absent: 15),
      attributes: attributes(of: .content)
    )
  }

  private mutating func contact() -> Contact {
    Contact(
      id: ContactRef(text(Pool.contacts)),
      unit: fact(unit(likely: 55), absent: 3),
      team: fact(team(), absent: 10),
      marks: fact(marks(percent: 4), absent: 20)
    )
  }

  // MARK: Declared attributes

  /// Values for most of the declared attributes of a group.
  mutating func attributes(of group: AttributeGroup) -> Attributes {
    var attributes: Attributes = [:]
    for (id, declared) in names.attributes[group] ?? [] where !dice.percent(1 + fog) {
      attributes[id] = fact(value(of: declared), absent: 8)
    }
    if dice.percent(strangeness) { attributes[Strange.id()] = .known(.boolean(true)) }
    return attributes
  }

  private mutating func value(of declared: DeclaredAttribute) -> AttributeValue {
    // Now and then a value of another type, or a set where one value is asked for.
    if dice.percent(2) {
      return dice.pick([.boolean(true), .set([]), .number(3), .unit(Strange.id())])
    }
    guard case .set(let type) = declared.type else { return single(declared.type, declared.codes) }
    var elements: [AttributeValue] = []
    for _ in 0..<dice.number(0...3) { elements.append(single(type, declared.codes)) }
    if dice.percent(2) { elements.append(.boolean(false)) }
    return .set(elements)
  }

  private mutating func single(_ type: ValueType, _ codes: [AttributeID]) -> AttributeValue {
    switch type {
    case .boolean, .set: .boolean(dice.percent(60))
    case .number: .number(dice.pick(Pool.numbers))
    case .text: .text(TextRef(text(Pool.texts)))
    case .date: .date(CivilDate(text(Pool.dates)) ?? CivilDate(daysSince1970: 0))
    case .instant: .instant(instant(near: now))
    case .unit: .unit(unit(likely: 40))
    case .staff: .staff(staff(likely: 50))
    case .patient: .patient(PatientRef(text(Pool.patients)))
    case .code: .code(dice.pickAny(codes).map { declared($0) } ?? Strange.id())
    }
  }
}
