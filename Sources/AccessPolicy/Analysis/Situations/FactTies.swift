/// Of a contact or patient that there is not, or of which nobody knows, other facts are so, too.
struct FactTies {
  private let space: FactSpace
  /// A fact, and those that there cannot be without it.
  let ties: [(whole: Int, parts: [Int])]

  init(_ space: FactSpace, _ touched: some Collection<Int>) {
    self.space = space
    func find(_ fact: SituationFact) -> Int? { touched.first { space.facts[$0] == fact } }
    let contact = find(.builtIn(.contentContact)).map { whole -> (Int, [Int]) in
      let marks = touched.filter { space.facts[$0].isMark(of: .contact) }.sorted()
      return (whole, [.contentContactUnit, .contentTeam].compactMap { find(.builtIn($0)) } + marks)
    }
    let patient = find(.patientWhoMayLack).map { whole in
      (whole, touched.filter { $0 != whole && space.facts[$0].isOfPatient }.sorted())
    }
    ties = [contact, patient].compactMap { $0 }
  }

  var facts: [Int] { ties.flatMap { [$0.whole] + $0.parts } }

  func fit(_ chosen: [Int: Int]) -> Bool {
    ties.allSatisfy { whole, parts in
      guard let value = chosen[whole] else { return true }
      return parts.allSatisfy { part in
        guard let other = chosen[part] else { return true }
        return fit(whole, value, part, other)
      }
    }
  }

  /// Whether two values, by their numbers, go together.
  func fit(_ whole: Int, _ value: Int, _ part: Int, _ other: Int) -> Bool {
    let values = (space.values[whole][value], space.values[part][other])
    if space.facts[part].isMark {
      if case .known = values.0 { return true }
      return values.1 == .known(.boolean(false))
    }
    return switch values {
    case (.known, _), (.unknown, .unknown): true
    case (.absent, let other): other.isNone
    default: false
    }
  }
}

extension FactCuts.Value {
  /// Whether there is none; of a set, no element.
  var isNone: Bool { self == .absent || self == .known(.set([])) }
}

extension SituationFact {
  /// Whether it is that something carries a mark.
  var isMark: Bool { if case .mark = self { true } else { false } }

  /// Whether it is that something of one kind carries a mark.
  func isMark(of wanted: MarkHolder) -> Bool {
    if case .mark(let holder, _) = self { holder == wanted } else { false }
  }

  /// Whether it is a fact of the patient, or that there is a link.
  var isOfPatient: Bool {
    if isMark(of: .patient) { return true }
    guard case .base(let source, _, link: _) = self else { return false }
    return switch source {
    case .builtIn(let fact): fact.group == .patient || fact == .linkKind
    case .declared(let group, _): group == .patient
    }
  }
}
