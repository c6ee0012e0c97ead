/// The value of a fact that is a number, an index, an instant, or yes or no.
enum NumberValue {
  case known(Int64)
  case absent
  case unknown

  init(_ index: Int?) { self = index.map { .known(Int64($0)) } ?? .unknown }

  init<Value>(_ fact: Fact<Value>, _ number: (Value) -> Int64?) {
    switch fact {
    case .known(let value): self = number(value).map { .known($0) } ?? .unknown
    case .absent: self = .absent
    case .unknown: self = .unknown
    }
  }

  /// A fact whose index was looked up before; what has none is unknown.
  init<Value>(_ fact: Fact<Value>, index: Int?) {
    switch fact {
    case .known: self.init(index)
    case .absent: self = .absent
    case .unknown: self = .unknown
    }
  }
}

extension Question {
  func number(
    _ side: ConditionStep.NumberSide,
    _ request: AccessRequest,
    _ link: LinkInView
  ) -> NumberValue {
    switch side {
    case .value(let value): return .known(value)
    case .fact(let fact, let seconds):
      let value = number(fact, request, link)
      guard seconds != 0, case .known(let instant) = value else { return value }
      let shifted = Instant(secondsSince1970: instant) + TimeSpan(seconds: seconds)
      return .known(shifted.secondsSince1970)
    }
  }

  func number(
    _ fact: ConditionStep.NumberFact,
    _ request: AccessRequest,
    _ link: LinkInView
  ) -> NumberValue {
    let base =
      if let builtIn = fact.builtIn { number(builtIn, request, link) } else {
        declaredNumber(Int(fact.slot), request, link)
      }
    guard let step = fact.step, case .known(let unit) = base else { return base }
    return NumberValue(compiled.organisation.value(of: step, at: Int(unit)))
  }

  private func declaredNumber(_ slot: Int, _ request: AccessRequest, _ link: LinkInView)
    -> NumberValue
  {
    NumberValue(declared(compiled.conditions.attributes.attributes[slot], request, link))
  }

  /// What the request says of an attribute that the policy set declares, before any step from it.
  func declared(_ attribute: Attribute, _ request: AccessRequest, _ link: LinkInView) -> FactValue {
    guard case .declared(let group, let id) = attribute.source else { return .unknown }
    let type: ValueType = attribute.step == nil ? attribute.type : .unit
    switch group {
    case .session: return value(of: request.session.attributes[id], type)
    case .patient:
      guard let patient = request.patient else { return isAboutPatient ? .unknown : .absent }
      return value(of: patient.attributes[id], type)
    case .link:
      if link.position < 0 { return .unknown }
      return value(of: links[link.position].attributes[id], type)
    case .content: return value(of: request.content.attributes[id], type)
    case .request: return value(of: request.attributes[id], type)
    // No rule that decides requests sees staff records.
    case .record: return .unknown
    }
  }

  private func value(of fact: Fact<AttributeValue>?, _ type: ValueType) -> FactValue {
    switch fact {
    case .known(let value): FactValue(value, type: type, compiled.policy)
    case .absent: .absent
    case .unknown, nil: .unknown
    }
  }

  // MARK: The engine's own facts

  private func number(_ attribute: BuiltInAttribute, _ request: AccessRequest, _ link: LinkInView)
    -> NumberValue
  {
    switch attribute {
    case .now: .known(now.secondsSince1970)
    case .sessionUnit: NumberValue(request.session.unit, index: sessionUnit)
    case .sessionTemplate: NumberValue(role.template)
    case .sessionProviderRecord:
      NumberValue(request.session.authorisation.providerRecord) {
        compiled.names.index(of: $0, .providerRecord).map { Int64($0) }
      }
    case .sessionPurpose: NumberValue(request.session.purpose, index: purpose)
    case .sessionAuthenticationLevel: NumberValue(request.session.authenticationLevel) { $0 }
    case .sessionSystemIsReadOnly:
      NumberValue(request.session.systemIsReadOnly) { $0 ? 1 : 0 }
    case .patientBirthDate, .patientAge, .patientResidence: patientNumber(attribute, request)
    case .linkKind, .linkStatus, .linkUnit, .linkStarts, .linkEnds: linkNumber(attribute, link)
    case .contentClass: NumberValue(contentClass)
    case .contentUnit: NumberValue(request.content.unit, index: contentUnit)
    case .contentContactUnit:
      switch request.content.contact {
      case .known(let contact): NumberValue(contact.unit, index: contactUnit)
      case .absent: .absent
      case .unknown: .unknown
      }
    case .contentRecorded: NumberValue(request.content.recorded) { $0.secondsSince1970 }
    case .contentStarts: NumberValue(request.content.starts) { $0.secondsSince1970 }
    case .contentEnds: NumberValue(request.content.ends) { $0.secondsSince1970 }
    case .requestAction: NumberValue(action)
    case .sessionStaff, .sessionOwnRecord, .sessionUnits, .sessionSubtemplates, .sessionGroups,
      .patientID, .patientMarks, .linkStaff, .linkTeam, .linkGroup, .contentTags, .contentItem,
      .contentContact, .contentTeam, .contentAuthor, .contentMarks, .recordStaff, .recordEmployer,
      .recordWorkplace, .recordFrom, .recordUntil:
      // Texts, sets, and facts of staff records.
      .unknown
    }
  }

  private func patientNumber(_ attribute: BuiltInAttribute, _ request: AccessRequest) -> NumberValue
  {
    guard let patient = request.patient else { return isAboutPatient ? .unknown : .absent }
    switch attribute {
    case .patientBirthDate: return NumberValue(patient.birthDate) { $0.daysSince1970 }
    case .patientAge: return NumberValue(patient.birthDate) { $0.age(on: request.now.date) }
    default:
      return NumberValue(patient.residence) {
        compiled.names.index(of: $0, .unit).map { Int64($0) }
      }
    }
  }

  private func linkNumber(_ attribute: BuiltInAttribute, _ link: LinkInView) -> NumberValue {
    let position = link.position
    if position < 0 { return .unknown }
    switch attribute {
    case .linkKind: return link.kind < 0 ? .unknown : .known(Int64(link.kind))
    case .linkStatus:
      return NumberValue(links[position].status) {
        compiled.names.index(of: $0, .linkStatus).map { Int64($0) }
      }
    case .linkUnit:
      return NumberValue(links[position].unit) {
        compiled.names.index(of: $0, .unit).map { Int64($0) }
      }
    case .linkStarts: return NumberValue(links[position].starts) { $0.secondsSince1970 }
    default:
      if link.lacksEnd { return .unknown }
      return NumberValue(links[position].ends) { $0.secondsSince1970 }
    }
  }
}

extension NumberValue {
  /// A value that is no text and no set.
  fileprivate init(_ value: FactValue) {
    switch value {
    case .integer(let value): self = .known(value)
    case .absent: self = .absent
    case .unknown, .text, .integers, .texts, .openUnits: self = .unknown
    }
  }
}

extension FactValue {
  init(_ value: NumberValue) {
    switch value {
    case .known(let value): self = .integer(value)
    case .absent: self = .absent
    case .unknown: self = .unknown
    }
  }
}
