import AccessPolicy
import PolicyScenarios

/// What the roles, classes and situations of a matrix are called, in one language.
struct MatrixNames {
  let names: DryRunNames
  let words: MatrixWords
  let dryRunWords: DryRunWords
  /// The roles, in order; where a template is shown more than once, with what tells them apart.
  let roles: [String]

  private let matrix: AccessMatrix

  init(_ matrix: AccessMatrix, _ language: Language) {
    self.matrix = matrix
    let names = DryRunNames(matrix.policy, matrix.standard, language)
    self.names = names
    words = MatrixWords(language: language)
    dryRunWords = DryRunWords(language: language)
    let times = matrix.roles.reduce(into: [:]) { $0[$1.holder.template, default: 0] += 1 }
    roles = matrix.roles.map { role in
      let title = names.title(role.holder.template)
      guard times[role.holder.template, default: 0] > 1 else { return title }
      let parts =
        role.holder.subtemplates.sorted().map { names.title($0) }
        + [role.holder.providerRecord].compactMap { $0 }.map { names.title($0) }
      return parts.isEmpty ? title : "\(title) (\(parts.joined(separator: ", ")))"
    }
  }

  func classes(_ part: MatrixPart) -> [String] { part.contentClasses.map { names.title($0) } }

  func situations(_ part: MatrixPart) -> [String] {
    part.isEver ? [words.everColumn] : part.situations.map { $0.title[words.language] }
  }

  func heading(_ part: MatrixPart) -> String {
    part.isEver
      ? words.ever(names.title(part.action))
      : words.part(names.title(part.action), part.content?.title[words.language])
  }

  func layout(_ part: MatrixPart, _ axes: MatrixLayout.Axes) -> MatrixLayout {
    MatrixLayout(
      part,
      axes,
      classes: classes(part),
      roles: rows(part, axes),
      situations: situations(part)
    )
  }

  private func rows(_ part: MatrixPart, _ axes: MatrixLayout.Axes) -> [String] {
    guard case .furtherBySituations(let index) = axes else { return roles }
    return part.further[index].map(further)
  }

  // MARK: More with something beside

  /// A role with what it is answered more with.
  func further(_ further: MatrixFurther) -> String {
    words.with(names.title(further.role.holder.template), things(further))
  }

  private func things(_ further: MatrixFurther) -> [String] {
    let things =
      further.subtemplates.map { names.title($0) }
      + [further.providerRecord].compactMap { $0.map { names.title($0) } }
    return things.isEmpty ? [further.role.unit].compactMap { $0.map { names($0) } } : things
  }

  /// Each role with what it is answered more with, and the content classes where it is; those together
  /// that are so for the same.
  func further(_ part: MatrixPart) -> [String] {
    var order: [String] = []
    var classes: [String: [String]] = [:]
    for (index, title) in self.classes(part).enumerated() {
      for name in part.further[index].map(further) {
        if classes[name] == nil { order.append(name) }
        classes[name, default: []].append(title)
      }
    }
    let alike = Dictionary(grouping: order) { classes[$0] ?? [] }
    return order.compactMap { name in
      let titles = classes[name] ?? []
      guard let names = alike[titles], names.first == name else { return nil }
      return "\(words.list(names)): \(words.list(titles))"
    }
  }

  /// Of the roles that are answered no throughout for a class, those that would be answered more with something
  /// beside, and the others.
  func closedRoles(_ part: MatrixPart, class index: Int, _ layout: MatrixLayout) -> (
    closed: [String], more: [String]
  ) {
    let templates = Set(part.further[index].map(\.role.holder.template))
    let more = zip(roles, matrix.roles).filter { templates.contains($1.holder.template) }.map(\.0)
    return (
      layout.closedRows.filter { !more.contains($0) }, layout.closedRows.filter(more.contains)
    )
  }

  func caption(_ part: MatrixPart, _ layout: MatrixLayout) -> String {
    switch layout.axes {
    case .classesByRoles: words.classesByRoles
    case .rolesBySituations(let index):
      words.rolesBySituations(names.title(part.contentClasses[index]))
    case .furtherBySituations(let index):
      words.further(names.title(part.contentClasses[index]))
    case .classesBySituations(let index): words.classesBySituations(roles[index])
    }
  }

  /// That a table would have no rows.
  func nothing(_ part: MatrixPart, _ layout: MatrixLayout) -> String {
    let further =
      switch layout.axes {
      case .rolesBySituations(let index): !part.further[index].isEmpty
      case .classesByRoles, .classesBySituations, .furtherBySituations: part.hasFurther
      }
    return "\(caption(part, layout)). \(words.nothing(asShown: further))"
  }

  /// What has no row or column in a table, since it is answered no throughout.
  func closed(_ part: MatrixPart, _ layout: MatrixLayout) -> [String] {
    var lines: [String] = []
    switch layout.axes {
    case .rolesBySituations(let index):
      let (closed, more) = closedRoles(part, class: index, layout)
      if !closed.isEmpty { lines.append(words.closedRoles(closed, asShown: false)) }
      if !more.isEmpty { lines.append(words.closedButFurther(more)) }
    case .classesByRoles where !layout.closedRows.isEmpty:
      lines.append(words.closedClasses(layout.closedRows, asShown: part.hasFurther))
    case .classesBySituations where !layout.closedRows.isEmpty:
      lines.append(words.closedForRole(layout.closedRows, asShown: part.hasFurther))
    case .classesByRoles, .classesBySituations, .furtherBySituations: break
    }
    if !layout.closedColumns.isEmpty {
      lines.append(words.closedRoles(layout.closedColumns, asShown: part.hasFurther))
    }
    return lines
  }

  /// Each role with what it is shown with.
  var holders: [(role: String, words: String)] {
    zip(roles, matrix.roles).map { name, role in
      (
        name,
        words.holder(
          subtemplates: role.holder.subtemplates.sorted().map { names.title($0) },
          providerRecord: role.holder.providerRecord.map { names.title($0) },
          unit: role.unit.map { names($0) },
          purpose: role.purpose.map { names($0) }
        )
      )
    }
  }

  /// Each role that cannot work, and why.
  var idle: [String] {
    matrix.idle.map { role, gates in
      words.idle(names(role.holder.template), gates.map { dryRunWords.gate($0.gate) })
    }
  }

  /// The self-authorisation rules that ask for a reason, each with the roles that meet it.
  var reasons: [String] {
    var met: [SelfAuthorisationID: Set<Int>] = [:]
    for part in matrix.parts {
      for contentClass in part.contentClasses.indices {
        for role in roles.indices {
          for rule in part.answers(class: contentClass, role: role).flatMap(\.demands) {
            met[rule, default: []].insert(role)
          }
        }
      }
    }
    return met.sorted { $0.key < $1.key }.map { rule, who in
      words.reason(names(rule), who.sorted().map { roles[$0] })
    }
  }

  /// How much is shown.
  var counts: String {
    words.counts(
      roles: roles.count,
      classes: Set(matrix.parts.flatMap(\.contentClasses)).count,
      situations: Set(matrix.parts.flatMap { $0.situations.map(\.id) }).count
    )
  }

  /// The policy set, with its version.
  var policySet: String {
    let identity = matrix.policy.identity
    return "\(identity.title[words.language]) (\(identity.id) \(identity.version))"
  }
}
