/// Facts that two situations have differently, while all other facts are the same in both.
///
/// The second situation sees, instead of the fact, another with the same values: its twin.
struct FactTwins {
  static let none = FactTwins([])

  private let sources: Set<Attribute.Source>
  private let originals: [Attribute.Source: Attribute.Source]

  init(_ facts: [Attribute]) {
    sources = Set(facts.map(\.source))
    originals = Dictionary(
      sources.map { (Self.twin(of: $0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// A name that no policy set can declare, as identifiers have no spaces.
  private static func twin(of source: Attribute.Source) -> Attribute.Source {
    switch source {
    case .builtIn(let fact):
      .declared(fact.group ?? .request, AttributeID(unchecked: "twin of \(fact.rawValue)"))
    case .declared(let group, let id):
      .declared(group, AttributeID(unchecked: "twin of \(group.rawValue).\(id)"))
    }
  }

  /// The fact whose twin it is; else the fact itself.
  func original(of fact: SituationFact) -> SituationFact {
    guard !originals.isEmpty, case .base(let source, let type, let link) = fact,
      let original = originals[source]
    else { return fact }
    return .base(original, type, link: link)
  }

  /// The fact whose twin it is; `nil` where it is none.
  func twinned(_ fact: SituationFact) -> SituationFact? {
    let original = original(of: fact)
    return original == fact ? nil : original
  }

  /// A test as the second situation answers it.
  func renamed(_ test: Condition.Test) -> Condition.Test {
    guard test.facts.contains(where: { sources.contains($0.source) }) else { return test }
    return switch test {
    case .holds(let fact): .holds(renamed(fact))
    case .has(let fact): .has(renamed(fact))
    case .equal(let a, let b, let negated): .equal(renamed(a), renamed(b), negated: negated)
    case .ordered(let a, let order, let b): .ordered(renamed(a), order, renamed(b))
    case .member(let a, let b, let negated): .member(renamed(a), renamed(b), negated: negated)
    case .within(let a, let b, let negated): .within(renamed(a), renamed(b), negated: negated)
    }
  }

  private func renamed(_ fact: Attribute) -> Attribute {
    guard sources.contains(fact.source) else { return fact }
    return Attribute(source: Self.twin(of: fact.source), step: fact.step, type: fact.type)
  }

  private func renamed(_ operand: Condition.Operand) -> Condition.Operand {
    switch operand {
    case .attribute(let fact, let shift): .attribute(renamed(fact), shiftedBy: shift)
    case .literal: operand
    }
  }
}
