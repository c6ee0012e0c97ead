// How values, instants and lists are said in explanations.

extension ExplanationWords {
  /// A fact with its value, for auditors.
  func fact(_ fact: SeenFact) -> String {
    "\(names.fact(fact.name)) = \(value(fact))"
  }

  private func value(_ fact: SeenFact) -> String {
    switch fact.value {
    case .known(let value): self.value(value, fact.type)
    case .absent: absent(fact.name)
    case .unknown: say("ikke kjent", "not known")
    }
  }

  /// What it means that a fact is not there.
  private func absent(_ name: String) -> String {
    switch name {
    case "block.covers": say("hele journalen", "the whole record")
    case "block.against": say("alle", "everyone")
    default: say("ingen", "none")
    }
  }

  private func value(_ value: AttributeValue, _ type: ValueType) -> String {
    switch value {
    case .boolean(let value): return value ? say("ja", "yes") : say("nei", "no")
    case .number(let number): return "\(number)"
    case .text(let text): return "“\(text)”"
    case .date(let date): return "\(date)"
    case .instant(let instant): return "\(instant)"
    case .staff(let key): return "“\(key)”"
    case .patient(let key): return "“\(key)”"
    case .unit(let id): return names.unit(id)
    case .code(let code): return names.name(names.title(of: code.text, type: type), code.text)
    case .set(let values):
      if values.isEmpty { return say("ingen", "none") }
      let element = if case .set(of: let element) = type { element } else { type }
      return values.map { self.value($0, element) }.joined(separator: ", ")
    }
  }

  // MARK: Lists

  /// `a`, `a or b`, `a, b or c`; of many the first, and how many more.
  func either(_ parts: [String]) -> String { list(parts, say("eller", "or")) }

  /// The same with *and*.
  func both(_ parts: [String]) -> String { list(parts, say("og", "and")) }

  private func list(_ parts: [String], _ conjunction: String) -> String {
    let most = 5
    var shown = parts
    if parts.count > most {
      shown =
        parts.prefix(most - 1) + [
          say("\(parts.count - most + 1) til", "\(parts.count - most + 1) more")
        ]
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  // MARK: Time

  /// An instant on the clock of the request, as people say it; on another day with the offset of that
  /// clock, as the clock on the wall may since have been put forward or back.
  func clock(_ instant: Instant, _ now: Moment) -> String {
    let moment = now.at(instant)
    let text = moment.description
    let time = text.split(separator: "T").last.map { String($0.prefix(8)) } ?? text
    let short = time.hasSuffix(":00") ? String(time.dropLast(3)) : time
    let said =
      language == .nb ? "kl. \(short.split(separator: ":").joined(separator: "."))" : "at \(short)"
    if moment.date == now.date { return say("i dag \(said)", "today \(said)") }
    return "\(day(moment.date)) \(said) (\(offset(now)))"
  }

  private func offset(_ now: Moment) -> String {
    let minutes = abs(now.utcOffsetMinutes)
    if minutes == 0 { return "UTC" }
    let rest = minutes % 60 == 0 ? "" : ":\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    return "UTC\(now.utcOffsetMinutes < 0 ? "−" : "+")\(minutes / 60)\(rest)"
  }

  private func day(_ date: CivilDate) -> String {
    let parts = date.description.split(separator: "-").map(String.init)
    guard parts.count == 3, let month = Int(parts[1]), (1...12).contains(month),
      let number = Int(parts[2])
    else { return date.description }
    let name = language == .nb ? Self.norwegianMonths[month - 1] : Self.englishMonths[month - 1]
    return language == .nb ? "\(number). \(name) \(parts[0])" : "\(number) \(name) \(parts[0])"
  }

  private static let norwegianMonths = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
