import AccessPolicy

/// Folds differences of single cells into groups: one for each cause, change of the answer, and roles for
/// which it changes alike.
struct DifferenceGroups {
  let groups: [DifferenceReport.Group]

  private struct Key: Hashable {
    let old: RuleChange.Place?
    let new: RuleChange.Place?
    /// Where nobody knows what was changed, gates are not joined.
    let gate: SituationGate?
    let outcomes: [Outcome]
    let aspects: Set<SituationDifference.Aspect>
  }

  /// What was found for one role: for each gate the cells, with the first example.
  private struct Found {
    var places: [SituationGate: Set<ChangedPlace>] = [:]
    var witnesses: [SituationGate: SituationDifference.Witness] = [:]
  }

  /// A role, and the subtemplates without which nothing changes for it.
  private struct Role: Hashable {
    let template: TemplateID
    let subtemplates: [SubtemplateID]
  }

  init(_ differences: [SituationDifference], _ policies: [Policy]) {
    var order: [Key] = []
    var found: [Key: [Role: Found]] = [:]
    for difference in differences {
      let change = difference.change
      let key = Key(
        old: change.old,
        new: change.new,
        gate: change.old == nil && change.new == nil ? change.gate : nil,
        outcomes: [difference.old, difference.new],
        aspects: difference.old == difference.new ? difference.aspects : [.outcome]
      )
      if found[key] == nil { order.append(key) }
      let cell = difference.cell
      let witness = difference.witness
      let has = witness.request.session.authorisation.subtemplates
        .union(witness.oldRequest.session.authorisation.subtemplates)
      let needed = has.filter { id in
        let both = policies.compactMap { $0.subtemplates[id] }
        return both.contains(where: \.givesMoreThanUnits)
      }.sorted()
      let role = Role(template: cell.template, subtemplates: needed)
      var entry = found[key]?[role] ?? Found()
      let isNew = difference.new < difference.old
      let place = ChangedPlace(
        action: cell.action,
        contentClass: cell.contentClass,
        conditions: policies[isNew ? 1 : 0].conditions(
          (isNew ? witness.request : witness.oldRequest).session.authorisation,
          to: cell,
          for: min(difference.old, difference.new)
        )
      )
      entry.places[change.gate, default: []].insert(place)
      if witness.weight < entry.witnesses[change.gate]?.weight ?? .max {
        entry.witnesses[change.gate] = witness
      }
      found[key, default: [:]][role] = entry
    }
    groups = Self.ordered(
      order.compactMap { key in
        let parts = Self.parts(found[key] ?? [:])
        guard let gate = parts.first?.situations.first?.gates.first else { return nil }
        return DifferenceReport.Group(
          change: RuleChange(gate: gate, old: key.old, new: key.new),
          old: key.outcomes[0],
          new: key.outcomes[1],
          aspects: key.aspects,
          parts: parts
        )
      }
    )
  }

  /// Roles for which the same cells change, together; those that need no subtemplate first.
  private static func parts(_ found: [Role: Found]) -> [DifferenceReport.Part] {
    struct Alike: Hashable {
      let subtemplates: [SubtemplateID]
      let places: [SituationGate: Set<ChangedPlace>]
    }
    var alike: [Alike: [TemplateID]] = [:]
    for (role, entry) in found {
      let key = Alike(subtemplates: role.subtemplates, places: entry.places)
      alike[key, default: []].append(role.template)
    }
    let ordered = alike.map { (key: $0.key, templates: $0.value.sorted()) }.sorted { a, b in
      let names = [a, b].map { $0.key.subtemplates.map(\.text).joined(separator: " ") }
      return (names[0], a.templates[0]) < (names[1], b.templates[0])
    }
    return ordered.compactMap { key, templates in
      let first = Role(template: templates[0], subtemplates: key.subtemplates)
      guard let witnesses = found[first]?.witnesses else { return nil }
      let situations = situations(key.places, witnesses)
      guard !situations.isEmpty else { return nil }
      let cells = key.places.values.reduce(into: Set<ChangedPlace>()) { $0.formUnion($1) }
      return DifferenceReport.Part(
        templates: templates,
        subtemplates: key.subtemplates,
        situations: situations,
        size: templates.count * cells.count
      )
    }
  }

  /// Gates at which the same cells change, together.
  private static func situations(
    _ places: [SituationGate: Set<ChangedPlace>],
    _ witnesses: [SituationGate: SituationDifference.Witness]
  ) -> [DifferenceReport.Situation] {
    var gates: [Set<ChangedPlace>: [SituationGate]] = [:]
    for (gate, places) in places { gates[places, default: []].append(gate) }
    return gates.compactMap { places, gates in
      let gates = gates.sorted { $0.rank < $1.rank }
      return witnesses[gates[0]].map {
        DifferenceReport.Situation(gates: gates, cells: ChangedPlace.folded(places), witness: $0)
      }
    }
    .sorted { $0.gates[0].rank < $1.gates[0].rank }
  }

  /// Direction after direction; in each, what weighs most and concerns most first.
  private static func ordered(_ groups: [DifferenceReport.Group]) -> [DifferenceReport.Group] {
    let directions = DifferenceReport.Direction.allCases
    return groups.enumerated().map { offset, group in
      let direction = directions.firstIndex(of: group.direction) ?? directions.count
      return (group: group, rank: [direction, group.rank, -group.size, offset])
    }
    .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.group)
  }
}

extension DifferenceReport.Group {
  /// What a reviewer looks at first.
  fileprivate var rank: Int {
    switch (old, new) {
    case (.deny, .allow): 0
    case (.justify, .allow): 1
    case (.deny, .justify): 2
    case (.allow, .deny): 3
    case (.justify, .deny): 4
    case (.allow, .justify): 5
    case (.allow, .allow), (.justify, .justify), (.deny, .deny): 6
    }
  }
}

extension SituationGate {
  /// Gates that every request meets stand before marks and blocks.
  fileprivate var rank: String {
    switch self {
    case .role, .workplace, .authentication, .purpose, .readOnly, .function, .licence,
      .relationship:
      "0 \(self)"
    case .mark, .unnamedMark: "1 \(self)"
    case .block: "2 \(self)"
    }
  }
}

/// An action on a class.
private struct ChangedPlace: Hashable, Comparable {
  let action: ActionID
  let contentClass: ContentClassID
  /// The conditions of the role's rights to it, where each has one.
  let conditions: [String]

  static func < (a: Self, b: Self) -> Bool {
    (a.action, a.contentClass) < (b.action, b.contentClass)
  }

  /// Actions that change on the same classes, together; under conditions of their own, apart.
  static func folded(_ places: Set<Self>) -> [DifferenceReport.Actions] {
    Dictionary(grouping: places, by: \.conditions).flatMap { conditions, places in
      var classes: [ActionID: [ContentClassID]] = [:]
      for place in places.sorted() { classes[place.action, default: []].append(place.contentClass) }
      var actions: [[ContentClassID]: [ActionID]] = [:]
      for (action, classes) in classes { actions[classes, default: []].append(action) }
      return actions.map {
        DifferenceReport.Actions(
          actions: $0.value.sorted(),
          classes: $0.key,
          conditions: conditions
        )
      }
    }
    .sorted { a, b in
      (a.conditions.isEmpty ? 0 : 1, a.names) < (b.conditions.isEmpty ? 0 : 1, b.names)
    }
  }
}

extension DifferenceReport.Actions {
  fileprivate var names: String {
    (actions.map(\.text) + classes.map(\.text) + conditions).joined(separator: " ")
  }
}

extension DifferenceReport.Situation {
  /// The cells that another situation does not have.
  public func cells(without other: Self) -> [DifferenceReport.Actions] {
    ChangedPlace.folded(places.subtracting(other.places))
  }

  private var places: Set<ChangedPlace> {
    Set(
      cells.flatMap { cells in
        cells.actions.flatMap { action in
          cells.classes.map {
            ChangedPlace(action: action, contentClass: $0, conditions: cells.conditions)
          }
        }
      }
    )
  }
}

extension Policy {
  /// The conditions of the role's rights to a cell; none where one of them has none.
  fileprivate func conditions(
    _ role: Authorisation,
    to cell: SituationCell,
    for outcome: Outcome
  ) -> [String] {
    let parts =
      [templates[role.template]].compactMap { $0 }
      + role.subtemplates.compactMap { subtemplates[$0] }
    let purposes = Set(parts.flatMap(\.purposes))
    let rights = Set(parts.flatMap(\.securityClasses)).flatMap { securityClasses[$0]?.grants ?? [] }
      .filter { right in
        right.actions.contains(cell.action) && right.contentClasses.contains(cell.contentClass)
          && right.condition != .constant(false)
          && purposes.contains { serves(right.purposes, $0) }
          // What takes a reason does not open without one.
          && (outcome != .allow || right.takes == nil)
      }
    guard rights.allSatisfy({ $0.condition != .constant(true) }) else { return [] }
    return Set(rights.map(\.condition.words)).sorted()
  }

  /// Whether a rule that names purposes, or none, serves a purpose.
  private func serves(_ named: Set<PurposeID>?, _ purpose: PurposeID) -> Bool {
    named?.contains(purpose) ?? !(purposes[purpose]?.onlyWhereNamed ?? true)
  }
}

extension SituationDifference.Witness {
  /// How much a reader has to keep in mind: what the person has, what is marked, tied and blocked.
  var weight: Int {
    let patient = request.patient
    let marks = [
      request.content.marks.value, request.content.contact.value?.marks.value, patient?.marks.value,
    ]
    return request.session.authorisation.subtemplates.count
      + marks.map { $0?.count ?? 0 }.reduce(0, +) + (patient?.links.count ?? 0)
      + (patient?.blocks.value?.count ?? 0)
  }
}
