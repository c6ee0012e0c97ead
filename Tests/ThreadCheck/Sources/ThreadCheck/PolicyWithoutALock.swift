import AccessPolicy

/// The mistake that the thread sanitizer must find: policy sets that are swapped without a lock.
///
/// A number is what it can see being swapped. Values that are large are copied by `memcpy`, which it does
/// not look into.
final class PolicyWithoutALock: @unchecked Sendable {
  private let engines: [PolicyEngine]
  private var number = 0

  init(_ engines: [PolicyEngine]) { self.engines = engines }

  var current: PolicyEngine { engines[number] }

  func replace(withNumber next: Int) { number = next }
}
