/// Reads the facts that conditions mention out of a request, and answers conditions with them.
struct FactReader {
  let question: Question
  let request: AccessRequest
  /// The link in view, if the rule sees one.
  let link: LinkInView

  private var compiled: CompiledPolicy { question.compiled }

  // MARK: Conditions

  func truth(_ node: Int) -> Truth {
    switch compiled.conditions.nodes[node] {
    case .constant(let truth): truth
    case .not(let inner): !truth(inner)
    case .all(let range):
      range.reduce(Truth.yes) { $0 == .no ? .no : $0 && truth(compiled.conditions.children[$1]) }
    case .any(let range):
      range.reduce(Truth.no) { $0 == .yes ? .yes : $0 || truth(compiled.conditions.children[$1]) }
    case .test(let test): truth(test)
    }
  }

  private func truth(_ test: CompiledTest) -> Truth {
    FactComparison.truth(of: test, compiled.organisation) { value($0) }
  }

  private func value(_ operand: CompiledTest.Operand) -> FactValue {
    FactComparison.value(of: operand) { value($0) }
  }

  /// The names of the unknown facts that the unknown tests of a condition mention.
  func unknownFacts(_ node: Int) -> [String] {
    switch compiled.conditions.nodes[node] {
    case .constant: return []
    case .not(let inner): return unknownFacts(inner)
    case .all(let range), .any(let range):
      return compiled.conditions.children[range].flatMap { unknownFacts($0) }
    case .test(let test):
      guard truth(test) == .unknown else { return [] }
      return test.slots.filter { isUnknown(value($0)) }
        .map { compiled.conditions.attributes.attributes[$0].description }
    }
  }

  private func isUnknown(_ value: FactValue) -> Bool {
    switch value {
    case .unknown, .integers(_, hasUnknown: true): true
    default: false
    }
  }

  /// Notes when time can change a test.
  func noteChange(of node: Int, _ notes: inout some NoteTaking) {
    guard case .test(let test) = compiled.conditions.nodes[node] else { return }
    let attributes = compiled.conditions.attributes.attributes
    if test.slots.contains(where: { attributes[$0].source == .builtIn(.patientAge) }),
      let birth = request.patient?.birthDate.value
    {
      let moment = request.now
      notes.edge(birth.nextBirthday(after: moment.date).map { moment.startOfDay($0) })
    }
    guard case .ordered(let a, _, let b) = test else { return }
    for (side, other) in [(a, b), (b, a)] {
      guard case .slot(let slot, let seconds) = side, attributes[slot].source == .builtIn(.now),
        case .integer(let instant) = value(other)
      else { continue }
      // The two sides meet when now, shifted, is the other side.
      let meeting = Instant(secondsSince1970: instant) - TimeSpan(seconds: seconds)
      if case .slot(let otherSlot, _) = other, attributes[otherSlot].source == .builtIn(.now) {
        continue
      }
      notes.edge(meeting)
      notes.edge(meeting + TimeSpan(seconds: 1))
    }
  }

  // MARK: Facts

  func value(_ slot: Int) -> FactValue {
    let attribute = compiled.conditions.attributes.attributes[slot]
    if let number = ConditionStep.NumberFact(slot, attribute) {
      return FactValue(question.number(number, request, link))
    }
    let base =
      switch attribute.source {
      case .builtIn(let builtIn): value(builtIn)
      case .declared: question.declared(attribute, request, link)
      }
    if base == .absent, case .set = attribute.type { return .integers([], hasUnknown: false) }
    return base
  }

  /// A fact that is a text or a set.
  private func value(_ attribute: BuiltInAttribute) -> FactValue {
    let session = request.session
    let content = request.content
    if let fact = ConditionStep.TextFact(attribute) {
      switch question.text(fact, request, link) {
      case .known(let text): return .text(TextRef(text))
      case .absent: return .absent
      case .unknown: return .unknown
      }
    }
    switch attribute {
    case .sessionUnits:
      return .openUnits(
        listed: question.role.units.map { Int64($0) },
        removed: question.role.removedUnits.map { Int64($0) }
      )
    case .sessionSubtemplates:
      return codes(.known(session.authorisation.subtemplates), compiled.policy.subtemplates)
    case .sessionGroups: return texts(session.groups)
    case .patientMarks:
      guard let patient = request.patient else {
        return question.isAboutPatient ? .unknown : .absent
      }
      return codes(patient.marks, compiled.policy.marks)
    case .linkTeam:
      return link.position < 0 ? .unknown : texts(question.links[link.position].team)
    case .contentTags:
      return compiled.policy.contentClasses[content.contentClass].map {
        codes(.known($0.tags), compiled.policy.contentTags)
      }
        ?? .unknown
    case .contentTeam: return texts(contact(\.team))
    case .contentMarks: return codes(content.marks, compiled.policy.marks)
    default: return .unknown
    }
  }

  /// A fact of the contact: absent without a contact, unknown with an unknown one.
  private func contact<Value>(_ path: (Contact) -> Fact<Value>) -> Fact<Value> {
    switch request.content.contact {
    case .known(let contact): path(contact)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  // MARK: Values

  private func texts<Kind>(_ fact: Fact<Set<Reference<Kind>>>) -> FactValue {
    switch fact {
    case .known(let references): .texts(references.map { TextRef($0.text) })
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private func codes<Kind, Entry>(
    _ fact: Fact<Set<Identifier<Kind>>>,
    _ catalog: Catalog<Kind, Entry>
  ) -> FactValue {
    switch fact {
    case .known(let ids):
      .integers(ids.compactMap { catalog.index(of: $0).map { Int64($0) } }, hasUnknown: false)
    case .absent: .absent
    case .unknown: .unknown
    }
  }
}

extension FactReader {
  /// The facts of a request, with one of its links in view.
  init(context: RequestContext, link: Link?) {
    question = Question(context.question, link: link)
    request = context.request
    self.link =
      link == nil ? .none : LinkInView(position: 0, kind: question.tried.first?.kind ?? -1)
  }
}
