import AccessPolicy
import PolicyTestSupport

extension Vocabulary {
  /// Chooses the names of a policy set, and writes the sections that declare words alone.
  static func invent(
    _ dice: inout Dice
  ) -> (words: Vocabulary, sections: [(name: String, body: Tree)]) {
    var words = Vocabulary()
    words.unitKinds = names(["hospital-trust", "gp-office", "ward", "municipality"], 2...4, &dice)
    words.units = names(["north", "south", "ward", "clinic", "office", "home-care"], 5...12, &dice)
    words.actions = names(["read", "create", "change", "sign"], 2...4, &dice)
    words.purposes = names(
      ["give-care", "administer", "quality", "emergency", "own-learning"],
      2...5,
      &dice
    )
    words.contentTags = names(["reveals-location", "genetic", "child"], 0...3, &dice)
    let classes = names(
      ["medication", "note", "results", "address", "capacity", "log"],
      3...6,
      &dice
    )
    for name in classes {
      if words.patientClasses.isEmpty || dice.percent(75) {
        words.patientClasses.append(name)
      } else {
        words.otherClasses.append(name)
      }
    }
    words.reasons = names(["consult", "emergency", "other", "result"], 1...4, &dice)
    words.obligations = names(["special-log", "mask", "notify", "review"], 0...4, &dice)
    words.requirements = names(["R1", "R2.1"], 1...2, &dice)
    words.securityClasses = names(["nursing", "doctor", "admin", "research"], 2...4, &dice)
    words.providerRecords = names(["registered-nurse", "doctor", "student"], 1...3, &dice)
    words.templates = names(["nurse", "doctor", "clerk"], 1...3, &dice)
    words.subtemplates = names(["east", "west", "night", "lead"], 0...4, &dice)
    words.logistics = names(["episode", "referral", "admission", "team"], 1...4, &dice)
    words.statuses =
      dice.percent(20) ? [] : names(["planned", "active", "done", "cancelled"], 2...5, &dice)
    words.relationships = names(["my-unit", "my-patient", "my-team", "referred"], 1...5, &dice)
    words.reach = words.otherClasses.isEmpty ? [] : names(["lists", "reports"], 1...3, &dice)
    words.marks =
      dice.percent(15) ? [] : names(["sensitive", "psych", "address-hidden"], 1...4, &dice)
    words.blocks = names(["record-block", "entry-block", "vip"], 1...3, &dice)
    words.patientScoped = names(
      ["acute", "own-decision"],
      dice.pick([0...0, 1...2, 1...2, 1...2]),
      &dice
    )
    words.narrowScoped = names(["details", "open-mark", "open-block", "peek"], 1...4, &dice)
    words.attributes = attributes(&dice)
    return (words, words.plainSections(&dice))
  }

  /// Ids, some of which begin like others or differ in case or punctuation alone.
  private static func names(
    _ bases: [String],
    _ count: ClosedRange<Int>,
    _ dice: inout Dice
  ) -> [String] {
    var names: [String] = []
    let count = dice.number(count)
    while names.count < count {
      let name = dice.pick(bases) + (dice.percent(25) ? dice.pick(["-b", "_b", "2", "-B"]) : "")
      // Two names that differ in case alone are refused.
      if !names.contains(where: { $0.lowercased() == name.lowercased() }) { names.append(name) }
    }
    return names
  }

  private static func attributes(_ dice: inout Dice) -> [DeclaredName] {
    let single: [ValueType] = [.boolean, .number, .text, .date, .instant, .unit, .staff, .patient]
    var attributes: [DeclaredName] = []
    for group in AttributeGroup.allCases {
      for number in 0..<dice.number(0...4) {
        let id = "fact-\(number)"
        guard let attribute = AttributeID(id) else { continue }
        var type: ValueType =
          dice.percent(25) ? .code(.declared(group, attribute)) : dice.pick(single)
        if type != .boolean, dice.percent(30) { type = .set(of: type) }
        var codes: [String] = []
        switch type {
        case .code, .set(of: .code):
          codes = names(["signed", "unsigned", "low", "high"], 2...3, &dice)
        default: break
        }
        attributes.append(DeclaredName(group: group, id: id, type: type, codes: codes))
      }
    }
    return attributes
  }

  /// Sections whose entries are titles, or little more.
  private func plainSections(_ dice: inout Dice) -> [(name: String, body: Tree)] {
    func titles(_ ids: [String]) -> Tree {
      .keys(ids.map { Tree.Entry(name: $0, value: ["title": .title($0)]) })
    }
    var sections: [(name: String, body: Tree)] = [
      ("policySet", ["id": "world", "version": "1.0.0", "title": .title("World")]),
      ("requirements", titles(requirements)),
      ("unitKinds", titles(unitKinds)),
      ("obligations", titles(obligations)),
      ("contentTags", titles(contentTags)),
      ("reasons", titles(reasons)),
      ("attributes", declaredAttributes),
    ]
    if dice.percent(25) {
      let level = dice.pick(["1", "3", "4"])
      sections.append(("session", ["leastAuthentication": .text(level)]))
    }
    return sections
  }

  private var declaredAttributes: Tree {
    var groups: Tree = [:]
    for attribute in attributes {
      var entry: Tree = ["title": .title(attribute.id), "type": .text(attribute.type.written)]
      if !attribute.codes.isEmpty { entry["codes"] = .ids(attribute.codes) }
      var group = groups[attribute.group.rawValue] ?? [:]
      group[attribute.id] = entry
      groups[attribute.group.rawValue] = group
    }
    return groups
  }
}

extension ValueType {
  /// The type as policy files write it.
  fileprivate var written: String {
    switch self {
    case .boolean: "yes-or-no"
    case .number: "number"
    case .text: "text"
    case .date: "date"
    case .instant: "instant"
    case .unit: "unit"
    case .staff: "staff"
    case .patient: "patient"
    case .code: "code"
    case .set(let element): "set of \(element.written)"
    }
  }
}
