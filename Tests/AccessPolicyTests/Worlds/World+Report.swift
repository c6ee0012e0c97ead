import AccessPolicy

extension World {
  /// The request, the policy set, and how to have them again.
  func report(of request: AccessRequest, number: Int) -> String {
    """
    world \(self.number), request \(number); again with
    POLICY_SEED=\(seed) swift test --filter Laws
    request: \(Dump.lines(request))
    \(yaml)
    """
  }
}
