/// All that the gates beside the function's look at of an action and a class.
///
/// Cells that agree in it have the same gates, so these are written once.
struct CellFeatures: Hashable {
  private let isActionDeclared: Bool
  private let isClassDeclared: Bool
  private let writes: Bool
  private let isAboutPatient: Bool
  private let licences: [RuleID]?
  private let reach: [ReachID]
  private let marks: [MarkID]
  private let blocks: [BlockKindID]
  private let answers: [Truth]

  init(_ cell: SituationCell, _ side: FactSpace.Side) {
    let policy = side.policy
    let action = policy.actions[cell.action]
    let contentClass = policy.contentClasses[cell.contentClass]
    isActionDeclared = action != nil
    isClassDeclared = contentClass != nil
    writes = action?.writes ?? true
    isAboutPatient = contentClass?.isAboutPatient ?? true
    licences =
      contentClass?.clinicalActions.contains(cell.action) ?? false
      ? policy.providerRecords.flatMap(\.entry.grants).filter {
        $0.actions.contains(cell.action) && $0.contentClasses.contains(cell.contentClass)
      }.map(\.id) : nil
    reach = policy.reach.filter { $0.entry.contentClasses.contains(cell.contentClass) }.map(\.id)
    marks = policy.marks.filter { _, mark in
      mark.covers?.contains(cell.contentClass) ?? true
        && mark.actions?.contains(cell.action) ?? true
    }.map(\.id)
    blocks = policy.blocks.filter { $0.entry.actions?.contains(cell.action) ?? true }.map(\.id)
    answers = side.cellTests.map { Self.truth(of: $0, cell, side) ?? .unknown }
  }

  /// The tests of class, tags and action in conditions, each once.
  static func tests(in conditions: [Condition]) -> [Condition.Test] {
    var seen: Set<Condition.Test> = []
    return conditions.flatMap(\.tests).map(\.plain.test)
      .filter { $0.mentionsCell && seen.insert($0).inserted }
  }

  /// What a test of class, tags and action answers in a cell; `nil` where it asks for something else.
  static func truth(of test: Condition.Test, _ cell: SituationCell, _ side: FactSpace.Side)
    -> Truth?
  {
    let policy = side.policy
    var table = AttributeTable()
    let compiled = CompiledTest(test, policy, &table)
    guard !table.attributes.isEmpty else { return nil }
    var values: [FactValue] = []
    for attribute in table.attributes {
      guard case .builtIn(let fact) = attribute.source else { return nil }
      switch fact {
      case .contentClass: values.append(index(policy.contentClasses.index(of: cell.contentClass)))
      case .requestAction: values.append(index(policy.actions.index(of: cell.action)))
      case .sessionTemplate: values.append(index(policy.templates.index(of: cell.template)))
      case .contentTags:
        let tags = policy.contentClasses[cell.contentClass]?.tags.sorted() ?? []
        let numbers = tags.compactMap { policy.contentTags.index(of: $0).map(Int64.init) }
        values.append(.integers(numbers, hasUnknown: false))
      default: return nil
      }
    }
    return FactComparison.truth(of: compiled, side.organisation) { values[$0] }
  }

  private static func index(_ index: Int?) -> FactValue {
    index.map { .integer(Int64($0)) } ?? .unknown
  }
}

extension Condition.Test {
  /// Whether it asks for the class, its tags, the action or the template.
  var mentionsCell: Bool {
    let ofCell: Set<BuiltInAttribute> = [
      .contentClass, .contentTags, .requestAction, .sessionTemplate,
    ]
    return facts.contains { fact in
      guard case .builtIn(let builtIn) = fact.source else { return false }
      return ofCell.contains(builtIn)
    }
  }
}

extension Policy {
  /// The conditions that decide at a gate, but for those of grants, which name the class and action.
  var conditionsBesideGrants: [Condition] {
    marks.flatMap(\.entry.circle).map(\.condition) + careRelationships.map(\.entry.condition)
      + reach.map(\.entry.condition) + selfAuthorisation.map(\.entry.condition)
      + conditionsThatRestrict
  }
}
