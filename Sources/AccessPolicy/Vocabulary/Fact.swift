/// Something that a request says, says to be missing, or does not say.
///
/// The difference between the last two is the difference between "this result has no author" and
/// "nobody told us who wrote it". A fact that is `unknown` never widens access.
public enum Fact<Value> {
  /// The request gives the value.
  case known(Value)

  /// The request says that there is none.
  case absent

  /// The request does not say.
  case unknown

  /// The value, where it is known.
  public var value: Value? {
    guard case .known(let value) = self else { return nil }
    return value
  }

  /// Whether the request does not say.
  public var isUnknown: Bool {
    guard case .unknown = self else { return false }
    return true
  }

  /// The fact seen through a function of its value.
  public func map<Other>(_ transform: (Value) -> Other) -> Fact<Other> {
    switch self {
    case .known(let value): .known(transform(value))
    case .absent: .absent
    case .unknown: .unknown
    }
  }
}

extension Fact: Sendable where Value: Sendable {}
extension Fact: Equatable where Value: Equatable {}
extension Fact: Hashable where Value: Hashable {}
