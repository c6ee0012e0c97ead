import AccessPolicy

/// Decides one request by docs/semantics.md, section by section, slowly.
///
/// It shares no code with the engine but the plain values of policies, requests and decisions.
struct ReferenceEvaluator {
  let policy: Policy
  let request: AccessRequest
  let role: ReferenceRole
  /// The staff record, where it is provisioning rules that are looked at.
  var record: StaffRecord?

  init(policy: Policy, request: AccessRequest) {
    self.policy = policy
    self.request = request
    role = ReferenceRole(policy: policy, request: request)
  }

  static func decide(_ request: AccessRequest, by policy: Policy) -> Decision {
    ReferenceEvaluator(policy: policy, request: request).decision()
  }

  var now: Int64 { request.now.instant.secondsSince1970 }

  /// What the policy set says of the content's class; `nil` for an undeclared one.
  var contentClass: ContentClass? { policy.contentClasses[request.content.contentClass] }

  /// What the policy set says of the action; `nil` for an undeclared one.
  var action: Action? { policy.actions[request.action] }

  /// Whether to look for a patient: content about a patient, or of an undeclared class.
  var countsAsAboutPatient: Bool { contentClass?.isAboutPatient ?? true }

  /// The session's purpose, if it is known and declared.
  var purpose: PurposeID? {
    guard case .known(let purpose) = request.session.purpose, policy.purposes[purpose] != nil
    else { return nil }
    return purpose
  }

  /// Section 2: a rule serves the session's purpose.
  func serves(_ purposes: Set<PurposeID>?) -> Bool {
    guard let purpose, let declared = policy.purposes[purpose] else { return false }
    guard let purposes else { return !declared.onlyWhereNamed }
    return purposes.contains(purpose)
  }
}
