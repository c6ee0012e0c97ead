/// A node of a condition as requests answer it: the common tests without any value on the heap.
///
/// What is not common is `other`, and answered by the test of the ``ConditionTable``; both give the
/// same.
enum ConditionStep: Sendable {
  case constant(Truth)
  case not(Int)
  /// Nodes, by their places among the children.
  case all(from: Int, to: Int)
  case any(from: Int, to: Int)
  case holds(NumberFact)
  case has(NumberFact)
  case equal(NumberSide, NumberSide, isNegated: Bool)
  case ordered(NumberSide, Condition.Order, NumberSide)
  case within(NumberSide, NumberSide, isNegated: Bool)
  /// Within the units that the role opens.
  case open(NumberSide, isNegated: Bool)
  /// A tag, by its dense index, among those of the content's class.
  case tagged(Int64, isNegated: Bool)
  /// Among values that the policy set writes, by their places in the table.
  case listed(NumberSide, from: Int, to: Int, isNegated: Bool)
  case sameText(TextFact, TextFact, isNegated: Bool)
  case amongTexts(TextFact, TextSetFact, isNegated: Bool)
  case other

  /// A fact that is a number, an index, an instant, or yes or no.
  struct NumberFact: Sendable {
    /// `nil` for one that the policy set declares.
    let builtIn: BuiltInAttribute?
    let step: Attribute.UnitStep?
    let slot: Int32
  }

  /// One side of a test of numbers.
  enum NumberSide: Sendable {
    /// A fact, and seconds to add to it.
    case fact(NumberFact, seconds: Int64)
    case value(Int64)
  }

  /// A fact that is one text.
  enum TextFact: UInt8, Sendable {
    case sessionStaff, sessionOwnRecord, patientID, linkStaff, linkGroup, contentItem
    case contentContact, contentAuthor
  }

  /// A fact that is a set of texts.
  enum TextSetFact: UInt8, Sendable {
    case linkTeam, contentTeam, sessionGroups
  }
}

extension ConditionStep {
  /// A test as a step; values of sets are added to the table's.
  static func step(_ test: CompiledTest, _ attributes: AttributeTable, _ listed: inout [Int64])
    -> ConditionStep
  {
    let sides = StepSides(attributes: attributes)
    switch test {
    case .holds(let slot): return sides.number(slot).map { .holds($0) } ?? .other
    case .has(let slot): return sides.number(slot).map { .has($0) } ?? .other
    case .ordered(let a, let order, let b):
      guard let a = sides.number(a), let b = sides.number(b) else { return .other }
      return .ordered(a, order, b)
    case .equal(let a, let b, let isNegated):
      if let a = sides.number(a), let b = sides.number(b) {
        return .equal(a, b, isNegated: isNegated)
      }
      guard let a = sides.text(a), let b = sides.text(b) else { return .other }
      return .sameText(a, b, isNegated: isNegated)
    case .within(let a, let b, let isNegated):
      guard let a = sides.number(a) else { return .other }
      if let b = sides.number(b) { return .within(a, b, isNegated: isNegated) }
      return sides.source(b) == .sessionUnits ? .open(a, isNegated: isNegated) : .other
    case .member(let a, let b, let isNegated):
      if case .value(.integers(let values, hasUnknown: false)) = b, let a = sides.number(a) {
        listed += values
        return .listed(
          a,
          from: listed.count - values.count,
          to: listed.count,
          isNegated: isNegated
        )
      }
      if sides.source(b) == .contentTags, case .value(.integer(let tag)) = a {
        return .tagged(tag, isNegated: isNegated)
      }
      guard let a = sides.text(a), let b = sides.source(b).flatMap({ TextSetFact($0) }) else {
        return .other
      }
      return .amongTexts(a, b, isNegated: isNegated)
    }
  }
}

/// What the sides of a test are, for its step.
private struct StepSides {
  let attributes: AttributeTable

  func number(_ slot: Int) -> ConditionStep.NumberFact? {
    ConditionStep.NumberFact(slot, attributes.attributes[slot])
  }

  func number(_ operand: CompiledTest.Operand) -> ConditionStep.NumberSide? {
    switch operand {
    case .slot(let slot, let seconds): number(slot).map { .fact($0, seconds: seconds) }
    case .value(.integer(let value)): .value(value)
    case .value: nil
    }
  }

  func text(_ operand: CompiledTest.Operand) -> ConditionStep.TextFact? {
    source(operand).flatMap { ConditionStep.TextFact($0) }
  }

  /// The engine's own fact that a side is, as it is.
  func source(_ operand: CompiledTest.Operand) -> BuiltInAttribute? {
    guard case .slot(let slot, seconds: 0) = operand, attributes.attributes[slot].step == nil,
      case .builtIn(let attribute) = attributes.attributes[slot].source
    else { return nil }
    return attribute
  }
}

extension ConditionStep.NumberFact {
  /// `nil` for a fact that is a text or a set.
  init?(_ slot: Int, _ attribute: Attribute) {
    switch attribute.type {
    case .boolean, .number, .date, .instant, .unit, .code: break
    case .text, .staff, .patient, .set: return nil
    }
    switch attribute.source {
    case .builtIn(let attribute): builtIn = attribute
    case .declared: builtIn = nil
    }
    step = attribute.step
    self.slot = Int32(clamping: slot)
  }
}

extension ConditionStep.TextFact {
  init?(_ attribute: BuiltInAttribute) {
    switch attribute {
    case .sessionStaff: self = .sessionStaff
    case .sessionOwnRecord: self = .sessionOwnRecord
    case .patientID: self = .patientID
    case .linkStaff: self = .linkStaff
    case .linkGroup: self = .linkGroup
    case .contentItem: self = .contentItem
    case .contentContact: self = .contentContact
    case .contentAuthor: self = .contentAuthor
    default: return nil
    }
  }
}

extension ConditionStep.TextSetFact {
  init?(_ attribute: BuiltInAttribute) {
    switch attribute {
    case .linkTeam: self = .linkTeam
    case .contentTeam: self = .contentTeam
    case .sessionGroups: self = .sessionGroups
    default: return nil
    }
  }
}
