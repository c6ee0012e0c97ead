/// An action of a policy set, looked up once: what the repeated doors take instead of its name.
///
/// It belongs to the policy set of the engine that gave it; before another, it is looked up by name.
public struct ActionHandle: Sendable, Hashable {
  /// The action.
  public let id: ActionID
  /// Its dense index; -1 for an action that the policy set does not declare.
  let index: Int32
  /// The policy set that the index is of; see ``CompiledPolicy/fingerprint``.
  let fingerprint: UInt64
}
