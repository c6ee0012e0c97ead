/// A fact that conditions can name: one of the engine's own, or one that the policy set declares.
public struct Attribute: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Where the value comes from.
  public enum Source: Sendable, Hashable {
    /// A part of every request.
    case builtIn(BuiltInAttribute)
    /// An attribute that the policy set declares.
    case declared(AttributeGroup, AttributeID)
  }

  /// A step from a unit to something that the organisation says of it.
  public enum UnitStep: String, Sendable, Hashable {
    /// The unit's kind.
    case kind
    /// The enterprise that the unit belongs to.
    case enterprise
    /// The kind of the enterprise that the unit belongs to.
    case enterpriseKind = "enterprise.kind"
  }

  /// Where the value comes from.
  public let source: Source

  /// For a unit, what of it is meant; `nil` for the value itself.
  public let step: UnitStep?

  /// The type of the value, after the step.
  public let type: ValueType

  package init(source: Source, step: UnitStep?, type: ValueType) {
    self.source = source
    self.step = step
    self.type = type
  }

  /// The name as conditions write it: `content.unit.enterprise.kind`.
  public var description: String {
    let base =
      switch source {
      case .builtIn(let attribute): attribute.rawValue
      case .declared(let group, let id): "\(group.rawValue).\(id)"
      }
    return step.map { "\(base).\($0.rawValue)" } ?? base
  }

  /// Orders attributes by name.
  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// What a fact belongs to: the part of a name before the dot.
public enum AttributeGroup: String, Sendable, Hashable, CaseIterable {
  /// The person who asks, in a role at a place.
  case session
  /// The patient.
  case patient
  /// One piece of patient logistics; only where a rule looks at links.
  case link
  /// The item that is asked for.
  case content
  /// The request itself.
  case request
  /// A line of what an employer's systems say about staff; only in provisioning rules.
  case record
}
