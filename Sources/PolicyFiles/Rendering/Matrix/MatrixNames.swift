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
      roles: roles,
      situations: situations(part)
    )
  }

  func caption(_ part: MatrixPart, _ layout: MatrixLayout) -> String {
    switch layout.axes {
    case .classesByRoles: words.classesByRoles
    case .rolesBySituations(let index):
      words.rolesBySituations(names.title(part.contentClasses[index]))
    case .classesBySituations(let index): words.classesBySituations(roles[index])
    }
  }

  /// What has no row or column in a table, since it is answered no throughout.
  func closed(_ layout: MatrixLayout) -> [String] {
    var lines: [String] = []
    if !layout.closedRows.isEmpty {
      let line =
        switch layout.axes {
        case .classesByRoles: words.closedClasses(layout.closedRows)
        case .rolesBySituations: words.closedRoles(layout.closedRows)
        case .classesBySituations: words.closedForRole(layout.closedRows)
        }
      lines.append(line)
    }
    if !layout.closedColumns.isEmpty { lines.append(words.closedRoles(layout.closedColumns)) }
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
