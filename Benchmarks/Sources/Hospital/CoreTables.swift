public import AccessPolicy

/// The core question as plain tables, for engines that know nothing of policy sets.
///
/// Numbers are dense: positions in the lists that `names` gives. README.md says what each table means.
public struct CoreTables {
  /// A table, as lines of CSV.
  public struct Table {
    /// The name of the file, without its ending.
    public let name: String
    /// The heading, and the rows.
    public let lines: [String]

    init(_ name: String, _ heading: String, _ rows: some Sequence<String>) {
      self.name = name
      lines = [heading + "\n"] + rows.map { $0 + "\n" }
    }
  }

  private let population: Population
  private var plan: Plan { population.plan }

  /// Takes the population, of a plan that asks the core question.
  public init(_ population: Population) { self.population = population }

  /// What the policy set says.
  public var policy: [Table] { [names, units, permissions, relationships, circles] }

  private var names: Table {
    let lists: [(String, [String])] = [
      ("action", Vocabulary.actions),
      ("class", Vocabulary.classes),
      ("kind", Vocabulary.linkKinds),
      ("template", plan.templates.map(\.id)),
      ("mark", plan.marks.map(\.id)),
      ("unit", plan.units.map(\.id)),
    ]
    let rows = lists.flatMap { list, names in names.enumerated().map { "\(list),\($0),\($1)" } }
    return Table("names", "list,number,name", rows)
  }

  private var units: Table {
    let rows = plan.units.enumerated().map {
      "\($0),\($0 == $1.parent ? "" : "\($1.parent)"),\($1.last)"
    }
    return Table("units", "unit,parent,last", rows)
  }

  private var permissions: Table {
    var rows: [String] = []
    for (template, permitted) in plan.permissions().enumerated() {
      for (action, classes) in permitted.enumerated() {
        for number in Vocabulary.classes.indices where classes & 1 << UInt64(number) != 0 {
          rows.append("\(template),\(action),\(number)")
        }
      }
    }
    return Table("permissions", "template,action,class", rows)
  }

  private var relationships: Table {
    var rows: [String] = []
    for (template, role) in plan.templates.enumerated() {
      for relationship in role.relationships.map({ plan.relationships[$0] }) {
        for kind in relationship.kinds {
          rows.append(
            "\(template),\(kind),\(relationship.tie.rawValue),"
              + "\(relationship.before * 86_400),\(relationship.after * 86_400)"
          )
        }
      }
    }
    return Table("relationships", "template,kind,tie,before,after", rows)
  }

  private var circles: Table {
    var rows: [String] = []
    for (mark, planned) in plan.marks.enumerated() {
      for (template, role) in plan.templates.enumerated()
      where planned.professions.contains(role.profession) {
        rows.append("\(mark),\(template)")
      }
    }
    return Table("circles", "mark,template", rows)
  }

  /// Who works where, in which role.
  public var staff: Table {
    let rows = population.staff.enumerated().map { "\($0),\($1.template),\($1.unit)" }
    return Table("staff", "staff,template,unit", rows)
  }

  /// The links of these patients.
  public func links(of patients: [Int]) -> Table {
    let rows = patients.flatMap { patient in
      population.links(of: patient).map { link in
        let ends = link.endSeconds.map { "\($0)" } ?? ""
        let counts = link.status < 3 ? 1 : 0
        return
          "\(patient),\(link.kind),\(counts),\(link.unit),\(link.staff),\(link.startSeconds),\(ends)"
      }
    }
    return Table("links", "patient,kind,counts,unit,staff,starts,ends", rows)
  }

  /// The questions with our answers: in numbers, and in names.
  public func requests(_ questions: [Question], _ outcomes: [Outcome]) -> [Table] {
    var numbers: [String] = []
    var names: [String] = []
    for (request, (question, outcome)) in zip(questions, outcomes).enumerated() {
      let employee = population.staff[question.staff]
      let entry = population.entry(question.item, of: question.patient)
      let bits = entry.marks | population.marks(of: question.patient)
      let marks = plan.marks.indices.filter { bits & 1 << UInt64($0) != 0 }
      numbers.append(
        "\(request),\(question.staff),\(employee.template),\(employee.unit),\(question.patient),"
          + "\(question.action),\(entry.contentClass),\(entry.author),"
          + "\(marks.map { "\($0)" }.joined(separator: " ")),\(Vocabulary.now),\(outcome)"
      )
      names.append(
        "\(request),s\(question.staff),\(plan.templates[Int(employee.template)].id),"
          + "\(plan.units[Int(employee.unit)].id),p\(question.patient),"
          + "\(Vocabulary.actions[question.action]),\(Vocabulary.classes[entry.contentClass]),"
          + "s\(entry.author),\(marks.map { plan.marks[$0].id }.joined(separator: " ")),"
          + "\(Population.now.instant),\(outcome)"
      )
    }
    let heading = "request,staff,template,unit,patient,action,class,author,marks,now,answer"
    return [Table("requests", heading, numbers), Table("requests-by-name", heading, names)]
  }
}
