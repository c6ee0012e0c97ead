import AccessPolicy
import PolicyScenarios

/// A part of a matrix as a table shows it: what is answered alike stands once.
struct MatrixLayout {
  /// An answer as a table shows it.
  struct Sign: Hashable {
    let outcome: Outcome
    let isHidden: Bool
    /// Whether it is certain.
    let isKnown: Bool

    init(outcome: Outcome, isHidden: Bool, isKnown: Bool = true) {
      self.outcome = outcome
      self.isHidden = isHidden
      self.isKnown = isKnown
    }

    init(_ answer: MatrixAnswer) {
      self.init(
        outcome: answer.outcome,
        isHidden: answer.hidesExistence,
        isKnown: answer.isKnown
      )
    }

    /// Whether it is a plain no; that somebody may not know of it is shown.
    var isClosed: Bool { outcome == .deny && !isHidden && isKnown }
  }

  /// What stands in the rows and columns.
  enum Axes {
    /// Content classes by roles; each cell has a sign for each situation.
    case classesByRoles
    /// Roles by situations, for one content class.
    case rolesBySituations(class: Int)
    /// Who is answered more with something beside, by situations, for one content class.
    case furtherBySituations(class: Int)
    /// Content classes by situations, for one role.
    case classesBySituations(role: Int)

    var isFurther: Bool { if case .furtherBySituations = self { true } else { false } }
  }

  /// What stands in the rows and columns.
  let axes: Axes
  /// The heads of columns: what each stands for, one or several answered alike.
  let columns: [[String]]
  /// The rows: what each stands for, and its cells, each with its signs; of classes by roles, each
  /// class by itself.
  let rows: [(labels: [String], cells: [[Sign]])]
  /// What has no row, since it is answered no throughout.
  let closedRows: [String]
  /// What has no column, since it is answered no throughout.
  let closedColumns: [String]

  /// The axes of the tables that suit what a part has.
  ///
  /// - Parameter isReverse: whether it is asked who can, class by class.
  static func axes(of part: MatrixPart, isReverse: Bool) -> [Axes] {
    if !isReverse, part.roleCount == 1 { return [.classesBySituations(role: 0)] }
    if !isReverse, part.contentClasses.count > 1 { return [.classesByRoles] }
    return part.contentClasses.indices.flatMap { index -> [Axes] in
      let further = part.further[index].isEmpty ? [] : [Axes.furtherBySituations(class: index)]
      return [.rolesBySituations(class: index)] + further
    }
  }

  /// - Parameters:
  ///   - classes: the titles of the content classes.
  ///   - roles: the names of the roles; where rows are those who are answered more, their names.
  ///   - situations: the titles of the situations.
  init(
    _ part: MatrixPart,
    _ axes: Axes,
    classes: [String],
    roles: [String],
    situations: [String]
  ) {
    self.axes = axes
    let signs = { (contentClass: Int, role: Int) in
      part.answers(class: contentClass, role: role).map(Sign.init)
    }
    switch axes {
    case .classesByRoles:
      let all = classes.indices.map { row in roles.indices.map { signs(row, $0) } }
      let columns = Self.groups(roles.indices.map { role in all.map { $0[role] } })
      let shown = columns.filter { !$0.isClosed }
      let rows = Self.groups(all)
      self.columns = shown.map { group in group.members.map { roles[$0] } }
      closedColumns = columns.filter(\.isClosed).flatMap(\.members).map { roles[$0] }
      closedRows = rows.filter(\.isClosed).flatMap(\.members).map { classes[$0] }
      // Rows that are alike are brought together where it is known which columns stand beside them.
      let closed = Set(rows.filter(\.isClosed).flatMap(\.members))
      self.rows = classes.indices.filter { !closed.contains($0) }.map { row in
        ([classes[row]], shown.map { all[row][$0.members[0]] })
      }
    case .rolesBySituations(let contentClass):
      (self.rows, closedRows) = Self.rows(roles.indices.map { signs(contentClass, $0) }, roles)
      columns = situations.map { [$0] }
      closedColumns = []
    case .furtherBySituations(let contentClass):
      let further = part.further[contentClass].map { $0.answers.map { Sign($0) } }
      (self.rows, closedRows) = Self.rows(further, roles)
      columns = situations.map { [$0] }
      closedColumns = []
    case .classesBySituations(let role):
      (self.rows, closedRows) = Self.rows(classes.indices.map { signs($0, role) }, classes)
      columns = situations.map { [$0] }
      closedColumns = []
    }
  }

  private static func rows(_ signs: [[Sign]], _ labels: [String])
    -> (rows: [(labels: [String], cells: [[Sign]])], closed: [String])
  {
    let all = groups(signs.map { $0.map { [$0] } })
    return (
      all.filter { !$0.isClosed }.map { ($0.members.map { labels[$0] }, $0.cells) },
      all.filter(\.isClosed).flatMap(\.members).map { labels[$0] }
    )
  }

  /// Lines of cells that are alike.
  private struct Group {
    var members: [Int]
    let cells: [[Sign]]

    var isClosed: Bool { cells.allSatisfy { $0.allSatisfy(\.isClosed) } }
  }

  /// The lines, alike ones together, in the order of the first of each.
  private static func groups(_ lines: [[[Sign]]]) -> [Group] {
    var groups: [Group] = []
    var positions: [[[Sign]]: Int] = [:]
    for (index, cells) in lines.enumerated() {
      if let position = positions[cells] {
        groups[position].members.append(index)
      } else {
        positions[cells] = groups.count
        groups.append(Group(members: [index], cells: cells))
      }
    }
    return groups
  }
}
