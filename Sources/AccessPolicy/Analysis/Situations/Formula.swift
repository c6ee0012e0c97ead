/// A condition of a whole situation: tests of facts, joined; the tests by their numbers in a ``FactSpace``.
///
/// It has three truths, as conditions have.
indirect enum Formula: Sendable, Hashable {
  case constant(Bool)
  case atom(Int)
  case not(Formula)
  case all([Formula])
  case any([Formula])

  /// Looks at the top only: formulas are large, and those that are equal mostly share their parts.
  func hash(into hasher: inout Hasher) { hash(into: &hasher, depth: 2) }

  private func hash(into hasher: inout Hasher, depth: Int) {
    switch self {
    case .constant(let value): hasher.combine(value)
    case .atom(let atom): hasher.combine(atom)
    case .not(let inner):
      hasher.combine(-1)
      inner.hash(into: &hasher, depth: depth)
    case .all(let parts), .any(let parts):
      hasher.combine(parts.count)
      guard depth > 0 else { return }
      for part in parts { part.hash(into: &hasher, depth: depth - 1) }
    }
  }

  static let yes = Formula.constant(true)
  static let no = Formula.constant(false)

  /// Holds when all hold; parts that say nothing are left out.
  static func every(_ parts: [Formula]) -> Formula {
    var left: [Formula] = []
    for part in parts {
      switch part {
      case .constant(true): continue
      case .constant(false): return .no
      case .all(let inner): left += inner
      default: left.append(part)
      }
    }
    return left.isEmpty ? .yes : left.count == 1 ? left[0] : .all(left)
  }

  /// Holds when some part holds; parts that never do are left out.
  static func some(_ parts: [Formula]) -> Formula {
    var left: [Formula] = []
    for part in parts {
      switch part {
      case .constant(false): continue
      case .constant(true): return .yes
      case .any(let inner): left += inner
      default: left.append(part)
      }
    }
    return left.isEmpty ? .no : left.count == 1 ? left[0] : .any(left)
  }

  /// The opposite.
  static func opposite(_ formula: Formula) -> Formula {
    switch formula {
    case .constant(let value): .constant(!value)
    case .not(let inner): inner
    default: .not(formula)
    }
  }
}
