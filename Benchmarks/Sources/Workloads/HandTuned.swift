public import Hospital

/// The core question as one would write it by hand for this one hospital: a table with interned ids.
///
/// It knows no conditions, no reasons and no explanations, names no rule, and trusts its input. It is
/// here as the limit: what the three tests cost when nothing else is done.
public struct HandTuned: Sendable {
  /// One question, in numbers.
  public struct Question: Sendable {
    let staff: Int32
    let template: Int32
    let unit: Int32
    let patient: Int32
    let action: Int32
    let contentClass: Int32
    let author: Int32
    let marks: UInt64
  }

  /// The same, in the words of a request.
  public struct NamedQuestion: Sendable {
    let staff: String
    let patient: String
    let action: String
    let contentClass: String
    let author: String
    let marks: [String]
  }

  private struct Window {
    let isPersonal: Bool
    let before: Int64
    let after: Int64
  }

  private struct Link {
    let starts: Int64
    let ends: Int64
    let unit: Int32
    let staff: Int32
    let kind: Int32
  }

  private let kinds = Vocabulary.linkKinds.count
  private let actions = Vocabulary.actions.count
  /// By template and action: the classes.
  private let permissions: [UInt64]
  /// By template and kind of link: where the windows begin.
  private let firstWindow: [Int32]
  private let windows: [Window]
  /// By template: the marks inside whose circle it is.
  private let circles: [UInt64]
  private let lastUnit: [Int32]
  private let firstLink: [Int32]
  private let links: [Link]

  private let roles: [(template: Int32, unit: Int32)]
  private let staffNumbers: [String: Int32]
  private let patientNumbers: [String: Int32]
  private let actionNumbers: [String: Int32]
  private let classNumbers: [String: Int32]
  private let markNumbers: [String: Int32]

  /// Lays out the tables of a hospital that asks the core question.
  public init(_ population: Population) {
    let plan = population.plan
    permissions = plan.permissions().flatMap { $0 }
    circles = plan.templates.map { role in
      plan.marks.enumerated().reduce(0) { bits, mark in
        mark.element.professions.contains(role.profession) ? bits | 1 << UInt64(mark.offset) : bits
      }
    }
    lastUnit = plan.units.map { Int32($0.last) }
    var windows: [Window] = []
    var firstWindow: [Int32] = []
    for role in plan.templates {
      let relationships = role.relationships.map { plan.relationships[$0] }
      for kind in Vocabulary.linkKinds.indices {
        firstWindow.append(Int32(windows.count))
        windows += relationships.filter { $0.kinds.contains(kind) }.map {
          Window(
            isPersonal: $0.tie == .staff,
            before: Int64($0.before) * 86_400,
            after: Int64($0.after) * 86_400
          )
        }
      }
    }
    firstWindow.append(Int32(windows.count))
    self.windows = windows
    self.firstWindow = firstWindow
    // What does not count is left out.
    var links: [Link] = []
    var firstLink: [Int32] = [0]
    for patient in 0..<population.patients {
      links += population.links(of: patient).filter { $0.status < 3 }.map {
        Link(
          starts: $0.startSeconds,
          ends: $0.endSeconds ?? .max / 2,
          unit: $0.unit,
          staff: $0.staff,
          kind: Int32($0.kind)
        )
      }
      firstLink.append(Int32(links.count))
    }
    self.links = links
    self.firstLink = firstLink
    let numbers = { (names: [String]) in
      Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    }
    roles = population.staff.map { ($0.template, $0.unit) }
    staffNumbers = numbers(population.staff.indices.map { "s\($0)" })
    patientNumbers = numbers((0..<population.patients).map { "p\($0)" })
    actionNumbers = numbers(Vocabulary.actions)
    classNumbers = numbers(Vocabulary.classes)
    markNumbers = numbers(plan.marks.map(\.id))
  }

  /// Whether a question is allowed.
  public func isAllowed(_ question: Question, at now: Int64) -> Bool {
    let permitted = permissions[Int(question.template) * actions + Int(question.action)]
    guard permitted & 1 << UInt64(question.contentClass) != 0 else { return false }
    let outside = question.marks & ~circles[Int(question.template)]
    guard outside == 0 || question.author == question.staff else { return false }
    let last = lastUnit[Int(question.unit)]
    let row = Int(question.template) * kinds
    for number in Int(firstLink[Int(question.patient)])..<Int(firstLink[Int(question.patient) + 1])
    {
      let link = links[number]
      let cell = row + Int(link.kind)
      for window in Int(firstWindow[cell])..<Int(firstWindow[cell + 1]) {
        let rule = windows[window]
        let isTied =
          rule.isPersonal
          ? link.staff == question.staff : question.unit <= link.unit && link.unit <= last
        if isTied, link.starts - rule.before <= now, now < link.ends + rule.after { return true }
      }
    }
    return false
  }

  /// Whether a question is allowed, once its names are looked up.
  public func isAllowed(_ question: NamedQuestion, at now: Int64) -> Bool {
    guard let staff = staffNumbers[question.staff], let patient = patientNumbers[question.patient],
      let action = actionNumbers[question.action],
      let contentClass = classNumbers[question.contentClass],
      let author = staffNumbers[question.author]
    else { return false }
    var marks: UInt64 = 0
    for name in question.marks {
      guard let mark = markNumbers[name] else { return false }
      marks |= 1 << UInt64(mark)
    }
    let numbers = Question(
      staff: staff,
      template: roles[Int(staff)].template,
      unit: roles[Int(staff)].unit,
      patient: patient,
      action: action,
      contentClass: contentClass,
      author: author,
      marks: marks
    )
    return isAllowed(numbers, at: now)
  }
}

extension HandTuned.Question {
  /// The numbers of a question.
  public init(_ question: Question, _ population: Population) {
    let employee = population.staff[question.staff]
    let entry = population.entry(question.item, of: question.patient)
    self.init(
      staff: Int32(question.staff),
      template: employee.template,
      unit: employee.unit,
      patient: Int32(question.patient),
      action: Int32(question.action),
      contentClass: Int32(entry.contentClass),
      author: Int32(entry.author),
      marks: entry.marks | population.marks(of: question.patient)
    )
  }
}

extension HandTuned.NamedQuestion {
  /// The names of a question.
  public init(_ question: Question, _ population: Population) {
    let entry = population.entry(question.item, of: question.patient)
    let bits = entry.marks | population.marks(of: question.patient)
    let marks = population.plan.marks
    self.init(
      staff: "s\(question.staff)",
      patient: "p\(question.patient)",
      action: Vocabulary.actions[question.action],
      contentClass: Vocabulary.classes[entry.contentClass],
      author: "s\(entry.author)",
      marks: marks.indices.filter { bits & 1 << UInt64($0) != 0 }.map { marks[$0].id }
    )
  }
}
