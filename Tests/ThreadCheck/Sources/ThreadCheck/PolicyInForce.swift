import AccessPolicy
import Synchronization

/// The policy set in force, which is swapped while requests are decided.
///
/// The lock is held while the engine is copied, never while anything is decided.
final class PolicyInForce: Sendable {
  private let engine: Mutex<PolicyEngine>

  init(_ engine: PolicyEngine) { self.engine = Mutex(engine) }

  /// The engine to decide one request with, or one opened chart.
  var current: PolicyEngine { engine.withLock { $0 } }

  /// From now on, requests are decided by another policy set; those under way are not disturbed.
  func replace(with next: PolicyEngine) { engine.withLock { $0 = next } }
}
