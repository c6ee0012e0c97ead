/// Writes a plan as the policy files that people would write.
///
/// The files go the public way of every policy set: YAML, tree, checks, compiled form.
public struct PolicyText: Sendable {
  /// One file.
  public struct File: Sendable {
    /// Its name.
    public let name: String
    /// What stands in it.
    public let text: String
  }

  private let plan: Plan
  private var isCore: Bool { plan.question == .core }

  /// Roles to a file.
  private static let rolesPerFile = 50

  /// Takes a plan.
  public init(_ plan: Plan) { self.plan = plan }

  /// The files of the policy set.
  public var files: [File] {
    var files = [
      File(name: "terms.yaml", text: terms),
      File(name: "organisation.yaml", text: organisation),
      File(name: "relationships.yaml", text: relationships),
      File(name: "shields.yaml", text: shields + (isCore ? "" : selfAuthorisation)),
      File(name: "subtemplates.yaml", text: roles("subtemplates", plan.subtemplates)),
    ]
    let classes = plan.securityClasses
    for (number, start) in stride(from: 0, to: classes.count, by: Self.rolesPerFile).enumerated() {
      let part = classes[start..<min(start + Self.rolesPerFile, classes.count)]
      files.append(File(name: "security-classes-\(number).yaml", text: securityClasses(part)))
    }
    let templates = plan.templates
    for (number, start) in stride(from: 0, to: templates.count, by: Self.rolesPerFile).enumerated()
    {
      let part = templates[start..<min(start + Self.rolesPerFile, templates.count)]
      files.append(File(name: "templates-\(number).yaml", text: roles("templates", Array(part))))
    }
    return files
  }

  private func title(_ text: String) -> String { "title: { nb: \(text), en: \(text) }" }

  private func list(_ names: some Sequence<String>) -> String {
    "[" + names.joined(separator: ", ") + "]"
  }

  private func named(_ numbers: [Int], _ names: [String]) -> String {
    list(numbers.map { names[$0] })
  }

  private func section(_ name: String, _ entries: [(id: String, keys: String)]) -> String {
    "\(name):\n"
      + entries.map { "  \($0.id): { \(title($0.id))\($0.keys.isEmpty ? "" : ", ")\($0.keys) }\n" }
      .joined()
  }

  private func section(_ name: String, _ ids: [String]) -> String {
    section(name, ids.map { ($0, "") })
  }

  // MARK: - Terms

  private var terms: String {
    let id = "hospital-\(plan.question.rawValue)-\(plan.size.rawValue)"
    return """
      policySet: { id: \(id), version: 1.0.0, \(title("Hospital")) }
      session: { leastAuthentication: 4 }

      """
        + section("requirements", ["need"])
        + section("purposes", ["give-care", "administer-care", "emergency-care"])
        + section("obligations", ["special-log", "review"])
        + section(
          "actions",
          Vocabulary.actions.enumerated().map { ($1, $0 == 0 ? "" : "writes: true") }
        )
        + section("contentClasses", Vocabulary.classes.map { ($0, isCore ? "" : clinical($0)) })
        + section("patientLogistics", Vocabulary.linkKinds.map { ($0, statuses) })
        + providerRecords
  }

  private var statuses: String {
    "counts: \(list(Vocabulary.statuses.dropLast())), neverCounts: [\(Vocabulary.statuses.last ?? "")]"
  }

  private func clinical(_ contentClass: String) -> String {
    contentClass.hasPrefix("medication-") || contentClass.hasSuffix("-order")
      ? "clinical: [sign, order, administer]" : ""
  }

  /// The fields in which a profession's licence permits anything; secretaries have none.
  private static func licensedFields(_ profession: Int) -> [Int] {
    Vocabulary.fields.indices.filter { ($0 + profession) % 3 != 0 && profession < 5 }
  }

  /// How many grants the provider records have.
  static var licenceGrants: Int {
    Vocabulary.professions.indices.reduce(0) { $0 + licensedFields($1).count }
  }

  /// What each profession's licence permits.
  private var providerRecords: String {
    "providerRecords:\n"
      + Vocabulary.professions.enumerated().map { number, profession in
        let grants = Self.licensedFields(number).map { field in
          let classes = Vocabulary.forms.map { "\(Vocabulary.fields[field])-\($0)" }
          return
            "      \(Vocabulary.fields[field]): { do: [sign, order, administer], on: \(list(classes)) }\n"
        }
        return "  \(profession):\n    \(title(profession))\n"
          + (grants.isEmpty ? "    grants: {}\n" : "    grants:\n" + grants.joined())
      }.joined()
  }

  // MARK: - Organisation and relationships

  private var organisation: String {
    section("unitKinds", ["region", "hospital", "municipality", "department", "ward"])
      + section(
        "organisation",
        plan.units.enumerated().map { number, unit in
          var keys = ["kind: \(unit.kind)"]
          if unit.parent != number { keys.append("in: \(plan.units[unit.parent].id)") }
          if unit.enterprise == number { keys.append("enterprise: true") }
          return (unit.id, keys.joined(separator: ", "))
        }
      )
  }

  private var relationships: String {
    "careRelationships:\n"
      + plan.relationships.map { relationship in
        """
          \(relationship.id):
            \(title(relationship.id))
            links: \(named(relationship.kinds, Vocabulary.linkKinds))
            where: \(condition(relationship.tie))
            opens: \(relationship.before) days before start
            closes: \(relationship.after) days after end
            because: need

        """
      }.joined()
  }

  private func condition(_ tie: PlannedTie) -> String {
    switch tie {
    case .unit: "link.unit within session.unit"
    case .staff: "link.staff == session.staff"
    case .team: "session.staff in link.team"
    case .enterprise: "link.unit within session.unit.enterprise and link.status == active"
    }
  }

  // MARK: - Roles

  private func securityClasses(_ classes: ArraySlice<PlannedSecurityClass>) -> String {
    "securityClasses:\n"
      + classes.map { securityClass in
        "  \(securityClass.id):\n    \(title(securityClass.id))\n    grants:\n"
          + securityClass.grants.enumerated().map { "      g\($0): { \(keys(of: $1)) }\n" }.joined()
      }.joined()
  }

  private func keys(of grant: PlannedGrant) -> String {
    var keys = [
      "do: \(named(grant.actions, Vocabulary.actions))",
      "on: \(named(grant.classes, Vocabulary.classes))",
    ]
    if let condition = grant.condition { keys.append("when: \(condition)") }
    if grant.takesReason { keys += ["level: justify", "takes: details"] }
    if grant.isLogged { keys.append("obligations: [special-log]") }
    keys.append("because: need")
    return keys.joined(separator: ", ")
  }

  private func roles(_ section: String, _ roles: [PlannedRole]) -> String {
    "\(section):\n"
      + roles.map { role in
        """
          \(role.id):
            \(title(role.id))
            units: \(list(units(of: role)))
            purposes: [give-care, administer-care, emergency-care]
            securityClasses: \(named(role.securityClasses, plan.securityClasses.map(\.id)))
            relationships: \(named(role.relationships, plan.relationships.map(\.id)))
            selfAuthorisation: \(list(role.selfAuthorisation))
            because: need

        """
      }.joined()
  }

  private func units(of role: PlannedRole) -> [String] {
    let kind = role.isMunicipal ? "municipality" : "hospital"
    return plan.units.filter { $0.kind == kind }.map(\.id)
  }

  // MARK: - Shields

  private var shields: String {
    "marks:\n" + plan.marks.enumerated().map { mark($1, isFirst: $0 == 0) }.joined()
      + (isCore ? "" : ownRecord + blocks)
  }

  private func mark(_ mark: PlannedMark, isFirst: Bool) -> String {
    let professions = named(mark.professions, Vocabulary.professions)
    let circle = """
        \(mark.id):
          \(title(mark.id))
          because: need
          opensTo:
            author: { when: content.author == session.staff }
            professions: { when: "session.providerRecord in \(professions)" }

      """
    guard !isCore, isFirst else { return circle }
    return circle + """
            originating-unit:
              through: [common-0, common-1, common-4]
              when: content.unit == session.unit and link.unit within session.unit
            team: { when: session.staff in content.team }
          override: open-marked
          hidesExistence: not has session.providerRecord or session.providerRecord == secretary

      """
  }

  private var ownRecord: String {
    """
      own-record:
        \(title("own-record"))
        derived: patient.id == session.ownRecord
        opensTo: {}
        route: { nb: Innsyn gis av pasientportalen, en: Patients see their record in the portal }
        because: need

    """
  }

  private var blocks: String {
    """
    blocks:
      record-block:
        \(title("record-block"))
        route: { nb: Spør pasienten, en: Ask the patient }
        because: need
      writing-block:
        \(title("writing-block"))
        actions: [create, edit, correct]
        because: need

    """
  }

  private var selfAuthorisation: String {
    """
    reasons:
      emergency: { \(title("emergency")) }
      participating: { \(title("participating")) }
      other: { \(title("other")) }
    selfAuthorisation:
      details: { \(title("details")), scope: class, \(reasons), obligations: [special-log], because: need }
      open-marked: { \(title("open-marked")), scope: item, \(reasons), obligations: [special-log], because: need }
      emergency-look-up: { \(title("emergency-look-up")), scope: patient, \(reasons), obligations: [special-log, review], because: need }

    """
  }

  private var reasons: String {
    "reasons: [emergency, participating, other], leastText: 10, lifetime: 24 hours"
  }
}
