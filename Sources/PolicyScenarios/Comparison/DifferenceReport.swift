public import AccessPolicy

/// What a change of a policy set does, in groups that a reviewer can say yes or no to.
///
/// A group has one cause, what is not as it was, and one change of the answer; in it, roles for which the
/// same actions and classes change stand together.
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
  /// What the files write otherwise; `nil` where the files were not given.
  public let edits: WrittenEdits?

  /// Whether nothing differs, for sure.
  public var isEqual: Bool { groups.isEmpty && undecided.isEmpty && defects.isEmpty }

  /// What changes alike, by one cause.
  public struct Group: Sendable {
    /// What was changed, and the first gate at which it shows.
    public let change: RuleChange
    /// The answer before.
    public let old: Outcome
    /// The answer after.
    public let new: Outcome
    /// What differs of the decision.
    public let aspects: Set<SituationDifference.Aspect>
    /// For whom and what, at least one: roles for which the same changes stand together.
    public let parts: [Part]

    /// The role templates, in order, by their old names.
    public var templates: [TemplateID] { Set(parts.flatMap(\.templates)).sorted() }

    /// A request that shows it: of those of the parts, one that says least.
    public var witness: SituationDifference.Witness {
      let all = parts.map { $0.situations[0].witness }
      return all.min { $0.weight < $1.weight } ?? all[0]
    }

    /// How many cells change: roles times actions times classes.
    public var size: Int { parts.map(\.size).reduce(0, +) }

    /// Every request that shows it, one for each part and situation.
    public var witnesses: [SituationDifference.Witness] {
      parts.flatMap { $0.situations.map(\.witness) }
    }

    /// What a reviewer asks first: whether it opens, asks for a reason, or closes.
    public var direction: Direction {
      if new < old { return .opens }
      guard new == old else { return new == .justify ? .asks : .closes }
      let directions = Set(witnesses.map(\.direction))
      return directions.count == 1 ? directions.first ?? .sameAnswer : .sameAnswer
    }
  }

  /// Roles for which the same changes.
  public struct Part: Sendable {
    /// The role templates, in order, by their old names.
    public let templates: [TemplateID]
    /// Subtemplates with which it changes, by their new names; without one that gives more than units to log
    /// in to it does not, so empty where the templates alone suffice.
    public let subtemplates: [SubtemplateID]
    /// In which situations, at least one; what shows at the ordinary gates stands before marks and blocks.
    public let situations: [Situation]
    /// How many cells change: roles times actions times classes.
    public let size: Int
  }

  /// What changes at some gates.
  public struct Situation: Sendable {
    /// The gates at which the change shows.
    public let gates: [SituationGate]
    /// The actions, each with the classes on which the answer changes, for each of the templates.
    public let cells: [Actions]
    /// A request that shows it.
    public let witness: SituationDifference.Witness
  }

  /// Actions on classes.
  public struct Actions: Sendable, Hashable {
    /// The actions, in order.
    public let actions: [ActionID]
    /// The classes, in order.
    public let classes: [ContentClassID]
    /// Conditions of which one must be met for the role to have a right to them, such as that an entry is
    /// one's own; none where it has the right without.
    public let conditions: [String]
  }

  /// Which way an answer changes.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// To a more generous one; or to the same, which less must be given for, or which tells more.
    case opens
    /// To one that takes a reason where none was taken.
    case asks
    /// To a stricter one; or to the same, which more must be given for, or which tells less.
    case closes
    /// To the same, with something else beside it.
    case sameAnswer = "same-answer"
  }

  /// Compares two policy sets.
  ///
  /// - Parameters:
  ///   - edits: What their files write otherwise, to be shown beside what that does.
  ///   - workplaces: Where people of each role work, so that examples take place there if they can.
  public init(
    old: Policy,
    new: Policy,
    edits: WrittenEdits? = nil,
    workplaces: Workplaces? = nil
  ) {
    self.old = old
    self.new = new
    self.edits = edits
    let found = PolicyComparison(old, new).differences()
    renamed = found.renamed
    undecided = Set(found.undecided).sorted()
    defects = Set(found.defects).sorted()
    let groups = DifferenceGroups(found.differences, [old, new]).groups
    guard let workplaces, !groups.isEmpty else {
      self.groups = groups
      return
    }
    let engines = (PolicyEngine(old), PolicyEngine(new))
    self.groups = groups.map { group in
      group.withWitnesses { workplaces.settled($0, engines.0, engines.1) }
    }
  }

  /// What is written otherwise and named by no group: it changes no answer by itself, or a group names
  /// something else that meets it.
  public var unnamedEdits: [WrittenEdits.Declaration] {
    edits?.declarations(besides: groups.map(\.change), renamed: renamed) ?? []
  }

  /// The witnesses as cases that pass by the new policy set and fail by the old one.
  ///
  /// Where the answer is the same and only what comes with it differs, there is none.
  public var drafts: [ScenarioDraft] {
    groups.enumerated().filter { $0.element.old != $0.element.new }.flatMap { number, group in
      group.parts.flatMap { part in part.situations.map { (part, $0) } }.map { part, situation in
        let gates = situation.gates.map(\.description).joined(separator: ", ")
        let what = "\(group.old) before, \(group.new) now, by \(group.rule)"
        return ScenarioDraft(
          name: "\(number + 1): \(what), for \(part.templates[0]), \(gates)",
          request: situation.witness.request,
          outcome: group.new
        )
      }
    }
  }
}

extension DifferenceReport.Group {
  /// The same with other examples.
  fileprivate func withWitnesses(
    _ other: (SituationDifference.Witness) -> SituationDifference.Witness
  ) -> Self {
    Self(
      change: change,
      old: old,
      new: new,
      aspects: aspects,
      parts: parts.map { part in
        DifferenceReport.Part(
          templates: part.templates,
          subtemplates: part.subtemplates,
          situations: part.situations.map { situation in
            DifferenceReport.Situation(
              gates: situation.gates,
              cells: situation.cells,
              witness: other(situation.witness)
            )
          },
          size: part.size
        )
      }
    )
  }

  /// The rule that causes it, as it is called now, or was.
  public var rule: String { (change.new ?? change.old).map(\.rule.text) ?? "\(change.gate)" }
}
