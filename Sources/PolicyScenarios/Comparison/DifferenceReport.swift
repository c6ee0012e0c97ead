public import AccessPolicy

/// What a change of a policy set does, in groups that a reviewer can say yes or no to.
///
/// A group has one cause, the rule that is not as it was, and one change of the answer; roles, actions and
/// classes for which it changes alike stand in it together.
public struct DifferenceReport: Sendable {
  /// The policy set before.
  public let old: Policy
  /// The policy set after.
  public let new: Policy
  /// What differs: first what opens, then what closes, then what is asked for otherwise.
  public let groups: [Group]
  /// What is called otherwise and means the same.
  public let renamed: [PolicyDifferences.Renamed]
  /// Cells of which the analysis is not sure.
  public let undecided: [SituationCell]
  /// Cells in which the engine answers otherwise than the analysis claims: a defect of the analysis.
  public let defects: [SituationCell]

  /// Whether nothing differs, for sure.
  public var isEqual: Bool { groups.isEmpty && undecided.isEmpty && defects.isEmpty }

  /// Cells that change alike, by one cause.
  public struct Group: Sendable {
    /// The rule that is not as it was.
    public let change: RuleChange
    /// The answer before.
    public let old: Outcome
    /// The answer after.
    public let new: Outcome
    /// What differs of the decision.
    public let aspects: Set<SituationDifference.Aspect>
    /// The role templates, in order, by their old names.
    public let templates: [TemplateID]
    /// The actions, each with the classes on which the answer changes, for each of the templates.
    public let cells: [Actions]
    /// A request that shows it.
    public let witness: SituationDifference.Witness

    /// How many cells change: roles times actions times classes.
    public var size: Int {
      templates.count * cells.map { $0.actions.count * $0.classes.count }.reduce(0, +)
    }

    /// What a reviewer asks first: whether it opens, closes, or asks otherwise.
    public var direction: Direction {
      if new < old { return .opens }
      return new > old ? .closes : .sameAnswer
    }
  }

  /// Actions on classes.
  public struct Actions: Sendable, Hashable {
    /// The actions, in order.
    public let actions: [ActionID]
    /// The classes, in order.
    public let classes: [ContentClassID]
  }

  /// Which way an answer changes.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// To a more generous one.
    case opens
    /// To a stricter one.
    case closes
    /// To the same, with something else beside it.
    case sameAnswer = "same-answer"
  }

  /// Compares two policy sets.
  public init(old: Policy, new: Policy) {
    self.old = old
    self.new = new
    let found = PolicyComparison(old, new).differences()
    renamed = found.renamed
    undecided = Set(found.undecided).sorted()
    defects = Set(found.defects).sorted()
    groups = DifferenceGroups(found.differences).groups
  }

  /// The witnesses as cases that pass by the new policy set and fail by the old one.
  ///
  /// Where the answer is the same and only what comes with it differs, there is none.
  public var drafts: [ScenarioDraft] {
    groups.enumerated().filter { $0.element.old != $0.element.new }.map { number, group in
      ScenarioDraft(
        name: "\(number + 1): \(group.old) before, \(group.new) now, by \(group.rule)",
        request: group.witness.request,
        outcome: group.new
      )
    }
  }
}

extension DifferenceReport.Group {
  /// The rule that causes it, as it is called now, or was.
  public var rule: String { (change.new ?? change.old).map(\.rule.text) ?? "\(change.gate)" }
}

/// Folds differences of single cells into groups.
private struct DifferenceGroups {
  let groups: [DifferenceReport.Group]

  private struct Key: Hashable {
    let change: RuleChange
    let old: Outcome
    let new: Outcome
    let aspects: Set<SituationDifference.Aspect>
  }

  private struct Place: Hashable, Comparable {
    let action: ActionID
    let contentClass: ContentClassID

    static func < (a: Self, b: Self) -> Bool {
      (a.action, a.contentClass) < (b.action, b.contentClass)
    }
  }

  init(_ differences: [SituationDifference]) {
    var order: [Key] = []
    var places: [Key: [TemplateID: Set<Place>]] = [:]
    var witnesses: [Key: [TemplateID: SituationDifference.Witness]] = [:]
    for difference in differences {
      let key = Key(
        change: difference.change,
        old: difference.old,
        new: difference.new,
        aspects: difference.aspects
      )
      if places[key] == nil { order.append(key) }
      let cell = difference.cell
      places[key, default: [:]][cell.template, default: []]
        .insert(Place(action: cell.action, contentClass: cell.contentClass))
      if witnesses[key]?[cell.template] == nil {
        witnesses[key, default: [:]][cell.template] = difference.witness
      }
    }
    let directions = DifferenceReport.Direction.allCases
    groups = order.flatMap { key -> [DifferenceReport.Group] in
      var alike: [Set<Place>: [TemplateID]] = [:]
      for (template, cells) in places[key] ?? [:] { alike[cells, default: []].append(template) }
      return alike.map { ($0.value.sorted(), $0.key) }.sorted { $0.0[0] < $1.0[0] }
        .compactMap { templates, cells in
          guard let first = templates.first, let witness = witnesses[key]?[first] else {
            return nil
          }
          return DifferenceReport.Group(
            change: key.change,
            old: key.old,
            new: key.new,
            aspects: key.aspects,
            templates: templates,
            cells: Self.folded(cells),
            witness: witness
          )
        }
    }
    .enumerated()
    .sorted { a, b in
      let ranks = [a, b].map { directions.firstIndex(of: $0.element.direction) ?? 0 }
      return (ranks[0], a.offset) < (ranks[1], b.offset)
    }
    .map(\.element)
  }

  /// Actions that change on the same classes, together.
  private static func folded(_ places: Set<Place>) -> [DifferenceReport.Actions] {
    var classes: [ActionID: [ContentClassID]] = [:]
    for place in places.sorted() { classes[place.action, default: []].append(place.contentClass) }
    var actions: [[ContentClassID]: [ActionID]] = [:]
    for (action, classes) in classes { actions[classes, default: []].append(action) }
    return actions.map { DifferenceReport.Actions(actions: $0.value.sorted(), classes: $0.key) }
      .sorted { $0.actions.lexicographicallyPrecedes($1.actions) }
  }
}
