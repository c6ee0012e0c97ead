/// Pieces of patient logistics that the patient does not have, and that would tie this reader to her.
///
/// For each care relationship of the role and each kind that it takes: the facts that its condition
/// mentions are filled from the session, the patient, the content and the values that it names, until it
/// holds; then every fact that does not matter is left out again.
struct LinkCandidates {
  let context: RequestContext

  /// How many combinations of facts are tried for one kind of one relationship.
  private static let mostTrials = 400

  private var policy: Policy { context.policy }
  private var now: Instant { context.now }

  var steps: [ChangeStep] {
    guard context.isAboutPatient, context.request.patient != nil else { return [] }
    return context.compiled.relationships.rules
      .filter { context.role.relationships.contains($0.owner) && context.serves($0.purposes) }
      .filter(canHold)
      .flatMap { rule -> [ChangeStep] in
        let relationship = policy.careRelationships[rule.owner]
        return relationship.entry.links.sorted().compactMap { kind in
          link(rule, relationship.entry, kind).map { .link($0, relationship.id) }
        }
      }
  }

  /// Whether the parts of the condition that mention no link hold.
  private func canHold(_ rule: OpeningRule) -> Bool {
    let table = context.compiled.conditions
    let parts: [Int] =
      if case .all(let range) = table.nodes[rule.condition.node] {
        Array(table.children[range])
      } else {
        [rule.condition.node]
      }
    let facts = FactReader(context: context, link: nil)
    return parts.allSatisfy { part in
      table.slots(of: part).contains { table.attributes.attributes[$0].group == .link }
        || facts.truth(part) == .yes
    }
  }

  private func link(_ rule: OpeningRule, _ relationship: CareRelationship, _ kind: LogisticsKindID)
    -> Link?
  {
    let pools = pools(rule, relationship, kind)
    var choice = Array(repeating: 0, count: pools.count)
    for _ in 0..<Self.mostTrials {
      var link = blank(kind)
      for (pool, index) in zip(pools, choice) { pool[index](&link) }
      if context.makes(rule, link) { return withLess(link, rule) }
      // Counts up, the last pool first.
      var place = pools.count - 1
      while place >= 0, choice[place] == pools[place].count - 1 {
        choice[place] = 0
        place -= 1
      }
      guard place >= 0 else { return nil }
      choice[place] += 1
    }
    return nil
  }

  private func blank(_ kind: LogisticsKindID) -> Link {
    let taken = Set((context.request.patient?.links ?? []).map(\.id))
    var id = LinkRef("new")
    while taken.contains(id) { id = LinkRef("\(id)+") }
    return Link(
      id: id,
      kind: kind,
      status: .absent,
      unit: .absent,
      staff: .absent,
      team: .absent,
      group: .absent,
      starts: .absent,
      ends: .absent
    )
  }

  /// The link with only those facts that it takes to make the relationship.
  private func withLess(_ link: Link, _ rule: OpeningRule) -> Link {
    var link = link
    let erasures: [(inout Link) -> Void] =
      [
        { $0.status = .unknown }, { $0.unit = .unknown }, { $0.staff = .unknown },
        { $0.team = .unknown }, { $0.group = .unknown }, { $0.starts = .unknown },
        { $0.ends = .unknown },
      ] + link.attributes.keys.sorted().map { id in { $0.attributes[id] = .none } }
    for erase in erasures {
      var less = link
      erase(&less)
      if context.makes(rule, less) { link = less }
    }
    return link
  }

  // MARK: Pools

  private typealias Setter = (inout Link) -> Void

  /// For each fact of the link that counts, the values that are tried.
  private func pools(_ rule: OpeningRule, _ relationship: CareRelationship, _ kind: LogisticsKindID)
    -> [[Setter]]
  {
    let tests = relationship.condition.tests
    let literals = tests.flatMap(\.literals)
    let facts = Set(tests.flatMap(\.facts).filter { $0.group == .link }.map(\.source))
    var pools: [[Setter]] = [statuses(rule, kind), times(relationship.window)]
    for fact in facts.sorted(by: { "\($0)" < "\($1)" }) {
      switch fact {
      case .builtIn(.linkUnit):
        pools.append(units(literals).map { unit in { $0.unit = .known(unit) } })
      case .builtIn(.linkStaff):
        pools.append(people.map { staff in { $0.staff = .known(staff) } })
      case .builtIn(.linkTeam):
        let staff = context.request.session.staff
        pools.append([{ $0.team = .known([staff]) }, { $0.team = .absent }])
      case .builtIn(.linkGroup):
        let groups = (context.request.session.groups.value ?? []).sorted()
        pools.append(
          groups.map { group in { $0.group = .known(group) } } + [{ $0.group = .absent }]
        )
      case .declared(.link, let id): pools.append(values(of: id, literals))
      case .builtIn, .declared: break
      }
    }
    return pools.filter { !$0.isEmpty }
  }

  private func statuses(_ rule: OpeningRule, _ kind: LogisticsKindID) -> [Setter] {
    guard let index = policy.patientLogistics.index(of: kind),
      let statuses = context.compiled.relationshipFacts[rule.owner].statuses[index]
    else { return [] }
    switch statuses {
    case .any: return [{ $0.status = .absent }]
    case .some(let counting):
      let ended = policy.patientLogistics[kind]?.ended ?? []
      let ids = counting.members.map { policy.linkStatuses[$0].id }
      // What is over comes last.
      return (ids.filter { !ended.contains($0) } + ids.filter(ended.contains)).map { id in
        { $0.status = .known(id) }
      }
    }
  }

  /// Beginnings and ends that put now into the window.
  private func times(_ window: Window) -> [Setter] {
    var starts: [Fact<Instant>] = [.known(now)]
    var ends: [Fact<Instant>] = [.absent]
    for (edge, margin) in [(window.opens, TimeSpan.zero), (window.closes, TimeSpan(seconds: -1))] {
      guard case .relative(let anchor, let span) = edge else { continue }
      // Now is the instant of the edge, or the last before it.
      let instant = now - span - margin
      if anchor == .start { starts.append(.known(instant)) } else { ends.append(.known(instant)) }
    }
    let content = context.request.content
    for fact in [content.starts, content.recorded] { if case .known = fact { starts.append(fact) } }
    if case .known = content.ends { ends.append(content.ends) }
    return starts.flatMap { start in
      ends.filter { window.contains(now, start, $0) == .yes }.map { end in
        {
          $0.starts = start
          $0.ends = end
        }
      }
    }
  }

  private var people: [StaffRef] {
    [context.request.session.staff]
      + [context.request.content.author].compactMap(\.value)
      .filter { $0 != context.request.session.staff }
  }

  private func units(_ literals: [AttributeValue]) -> [UnitID] {
    let request = context.request
    let session = request.session.unit.value.flatMap { policy.organisation.index(of: $0) }
    let enterprise = session.map { context.compiled.organisation.enterprise[$0] }
    var units = [request.session.unit.value].compactMap(\.self)
    if let enterprise, enterprise >= 0 { units.append(policy.organisation[enterprise].id) }
    units += literals.flatMap(\.units)
    units += [
      request.content.unit.value, request.content.contact.value?.unit.value,
      request.patient?.residence.value,
    ].compactMap(\.self)
    var seen: Set<UnitID> = []
    return units.filter { seen.insert($0).inserted }
  }

  private func values(of id: AttributeID, _ literals: [AttributeValue]) -> [Setter] {
    guard let declared = policy.attributes[.link]?[id] else { return [] }
    let element = if case .set(of: let element) = declared.type { element } else { declared.type }
    let values: [AttributeValue] =
      switch element {
      case .boolean: [.boolean(true), .boolean(false)]
      case .unit: units(literals).map { .unit($0) }
      case .staff: people.map { .staff($0) }
      case .code: declared.codes.map { .code($0) }
      case .instant: [.instant(now)]
      case .number, .text, .date, .patient, .set: literals
      }
    let isSet = element != declared.type
    return values.map { value in
      { $0.attributes[id] = .known(isSet ? .set([value]) : value) }
    } + [{ $0.attributes[id] = .absent }]
  }
}

extension AttributeValue {
  /// The units that it is or holds.
  fileprivate var units: [UnitID] {
    switch self {
    case .unit(let id): [id]
    case .set(let values): values.flatMap(\.units)
    default: []
    }
  }
}
