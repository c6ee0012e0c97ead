import AccessPolicy

/// Says one request in words: each property is one line of it.
struct RequestSpeaker {
  let policy: Policy
  let words: SituationWords
  let request: AccessRequest

  private var session: Session { request.session }

  // MARK: Names

  func name<Kind>(_ id: Identifier<Kind>, _ term: Term?) -> String {
    term.map { "\($0.title[words.language]) (`\(id)`)" } ?? "`\(id)`"
  }

  private func names<Kind>(_ ids: Set<Identifier<Kind>>, _ term: (Identifier<Kind>) -> Term?)
    -> String
  {
    ids.sorted().map { name($0, term($0)) }.joined(separator: ", ")
  }

  /// A unit; where the person is logged in, this is said.
  private func unit(_ id: UnitID, isLogin: Bool = false) -> String {
    let name = name(id, policy.organisation[id]?.term)
    return !isLogin && session.unit.value == id ? name + words.sameUnit : name
  }

  private func person(_ key: StaffRef) -> String {
    key == session.staff ? words.thePerson : "`\(key)`"
  }

  private func team(_ team: Set<StaffRef>) -> String {
    team.isEmpty
      ? words.noTeam : words.team(team.sorted().map { person($0) }.joined(separator: ", "))
  }

  private func marks(_ fact: Fact<Set<MarkID>>) -> String? {
    guard let marks = fact.value, !marks.isEmpty else { return nil }
    return names(marks) { policy.marks[$0]?.term }
  }

  private func distance(_ instant: Instant) -> TimeSpan {
    let (seconds, overflow) = instant.secondsSince1970
      .subtractingReportingOverflow(request.now.instant.secondsSince1970)
    return TimeSpan(seconds: overflow ? (instant < request.now.instant ? .min : .max) : seconds)
  }

  private func period(_ starts: Fact<Instant>, _ ends: Fact<Instant>) -> [String] {
    let starts = starts.value.map { words.starts(distance($0)) }
    let ends = ends.value.map { words.ends(distance($0)) }
    return [starts, ends].compactMap(\.self)
  }

  // MARK: The person

  var person: String {
    let authorisation = session.authorisation
    var parts = [name(authorisation.template, policy.templates[authorisation.template]?.term)]
    if !authorisation.subtemplates.isEmpty {
      let names = names(authorisation.subtemplates) { policy.subtemplates[$0]?.term }
      parts.append(words.with(subtemplates: names))
    }
    if let id = authorisation.providerRecord.value {
      parts.append(words.licence(name(id, policy.providerRecords[id]?.term)))
    }
    if authorisation.isActive.value == false { parts.append(words.notActive) }
    parts += period(authorisation.from, authorisation.until).map { words.authorised($0) }
    switch session.unit {
    case .known(let id): parts.append(words.loggedIn(unit(id, isLogin: true)))
    case .absent: parts.append(words.notLoggedIn)
    case .unknown: break
    }
    switch session.purpose {
    case .known(let id): parts.append(words.purpose(name(id, policy.purposes[id]?.term)))
    case .absent: parts.append(words.noPurpose)
    case .unknown: break
    }
    if let level = session.authenticationLevel.value { parts.append(words.level(level)) }
    if session.systemIsReadOnly.value == true { parts.append(words.readOnly) }
    if let groups = session.groups.value, !groups.isEmpty {
      parts.append(words.groups(groups.sorted().map { "`\($0)`" }.joined(separator: ", ")))
    }
    if let own = session.ownRecord.value, own == request.patient?.id {
      parts.append(words.ownRecord)
    }
    parts += attributes(.session, session.attributes)
    return parts.joined(separator: ", ")
  }

  var deviations: [String] {
    session.authorisation.deviations.map { deviation in
      var parts = ["`\(deviation.id)`"]
      let (adds, removes) = (self.parts(deviation.adds), self.parts(deviation.removes))
      if !adds.isEmpty { parts.append(words.adds(adds)) }
      if !removes.isEmpty { parts.append(words.removes(removes)) }
      parts += period(deviation.from, deviation.until)
      return parts.joined(separator: ", ")
    }
  }

  private func parts(_ parts: RoleParts) -> String {
    [
      names(parts.securityClasses) { policy.securityClasses[$0]?.term },
      names(parts.relationships) { policy.careRelationships[$0]?.term },
      names(parts.reach) { policy.reach[$0]?.term },
      names(parts.selfAuthorisation) { policy.selfAuthorisation[$0]?.term },
      names(parts.units) { policy.organisation[$0]?.term },
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: The patient

  func patient(_ patient: Patient) -> String {
    var parts: [String] = []
    if let date = patient.birthDate.value {
      parts.append(words.born(date, age: date.age(on: request.now.date)))
    }
    if let id = patient.residence.value { parts.append(words.lives(unit(id))) }
    if let marks = marks(patient.marks) { parts.append(words.marked(marks)) }
    parts += attributes(.patient, patient.attributes)
    if patient.links.isEmpty { parts.append(words.noLinks) }
    return parts.isEmpty ? words.nothingMore : parts.joined(separator: ", ")
  }

  func link(_ link: Link) -> String {
    var parts = [name(link.kind, policy.patientLogistics[link.kind]?.term)]
    if let status = link.status.value {
      parts.append(words.status(name(status, policy.statuses[status])))
    }
    if let id = link.unit.value { parts.append(words.at(unit(id))) }
    if let staff = link.staff.value { parts.append(words.names(person(staff))) }
    if let team = link.team.value { parts.append(self.team(team)) }
    if let group = link.group.value { parts.append(words.group("`\(group)`")) }
    parts += period(link.starts, link.ends)
    if case .absent = link.ends, link.starts != .absent { parts.append(words.openEnded) }
    parts += attributes(.link, link.attributes)
    return parts.joined(separator: ", ")
  }

  func block(_ block: Block) -> String {
    var parts = [name(block.kind, policy.blocks[block.kind]?.term)]
    if let coverage = block.coverage.value { parts.append(words.covers(covered(coverage))) }
    if let against = block.against.value { parts.append(words.against(whom(against))) }
    if let from = block.entriesFrom.value {
      parts.append(words.entriesFrom(words.distance(distance(from))))
    }
    parts += period(block.from, block.until)
    if block.effectuated.value == false { parts.append(words.notEffectuated) }
    return parts.joined(separator: ", ")
  }

  private func covered(_ coverage: Block.Coverage) -> String {
    switch coverage {
    case .whole: words.everything
    case .classes(let ids): names(ids) { policy.contentClasses[$0]?.term }
    case .contact(let key):
      request.content.contact.value?.id == key ? words.thisContact : words.otherContact
    case .item(let key): request.content.id.value == key ? words.thisItem : words.otherItem
    }
  }

  private func whom(_ against: Block.Against) -> String {
    switch against {
    case .everyone: words.everyone
    case .unit(let id): unit(id)
    case .template(let id): name(id, policy.templates[id]?.term)
    case .staff(let key): person(key)
    }
  }

  // MARK: What is asked

  var content: String {
    let content = request.content
    var parts = [name(content.contentClass, policy.contentClasses[content.contentClass]?.term)]
    if let contact = content.contact.value {
      parts.append(words.contact(contact.unit.value.map { unit($0) }))
      if let team = contact.team.value { parts.append(self.team(team)) }
      if let marks = marks(contact.marks) { parts.append(words.contactMarked(marks)) }
    }
    if let id = content.unit.value { parts.append(words.recordedAt(unit(id))) }
    if let author = content.author.value { parts.append(words.writtenBy(person(author))) }
    if let recorded = content.recorded.value {
      parts.append(words.recorded(words.distance(distance(recorded))))
    }
    parts += period(content.starts, content.ends)
    if let marks = marks(content.marks) { parts.append(words.marked(marks)) }
    parts += attributes(.content, content.attributes)
    return parts.joined(separator: ", ")
  }

  var action: String { name(request.action, policy.actions[request.action]?.term) }

  var requestAttributes: [String] { attributes(.request, request.attributes) }

  func reason(_ justification: Justification) -> String {
    let reason = name(justification.reason, policy.reasons[justification.reason]?.term)
    let text = justification.text
    return "\(reason), \(text.isEmpty ? words.noText : "\"\(text)\"")"
  }

  func grant(_ grant: Grant) -> String {
    let rule = name(grant.rule, policy.selfAuthorisation[grant.rule]?.term)
    return "\(rule), \(words.until(words.distance(distance(grant.until))))"
  }

  // MARK: Declared attributes

  private func attributes(_ group: AttributeGroup, _ attributes: Attributes) -> [String] {
    (policy.attributes[group] ?? Catalog([:])).compactMap { (id, declared) in
      guard let value = attributes[id]?.value else { return nil }
      return "\(declared.term.title[words.language]): \(text(value, declared))"
    }
  }

  private func text(_ value: AttributeValue, _ declared: DeclaredAttribute) -> String {
    switch value {
    case .boolean(let value): value ? words.yes : words.no
    case .number(let number): "\(number)"
    case .text(let key): "`\(key)`"
    case .date(let date): "\(date)"
    case .instant(let instant): words.distance(distance(instant))
    case .unit(let id): unit(id)
    case .staff(let key): person(key)
    case .patient(let key): key == request.patient?.id ? words.patient : "`\(key)`"
    case .code(let code): declared.codeTitles[code]?[words.language] ?? "`\(code)`"
    case .set(let values):
      values.isEmpty ? words.none : values.map { text($0, declared) }.joined(separator: ", ")
    }
  }
}
