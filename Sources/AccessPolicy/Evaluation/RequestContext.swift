/// A request with its names looked up once: what the gates work with.
struct RequestContext {
  let compiled: CompiledPolicy
  let request: AccessRequest
  let role: RoleInForce
  let action: Int?
  let contentClass: Int?
  let purpose: Int?
  let sessionUnit: Int?
  /// Whether the content is about a patient; an undeclared class counts as if it were.
  let isAboutPatient: Bool
  /// Links in their order of preference.
  let links: [Link]

  var policy: Policy { compiled.policy }
  var now: Instant { request.now.instant }

  init(_ request: AccessRequest, _ compiled: CompiledPolicy) {
    let policy = compiled.policy
    self.compiled = compiled
    self.request = request
    role = RoleInForce(request.session.authorisation, now: request.now.instant, policy)
    action = policy.actions.index(of: request.action)
    contentClass = policy.contentClasses.index(of: request.content.contentClass)
    purpose = request.session.purpose.value.flatMap { policy.purposes.index(of: $0) }
    sessionUnit = request.session.unit.value.flatMap { policy.organisation.index(of: $0) }
    isAboutPatient = policy.contentClasses[request.content.contentClass]?.isAboutPatient ?? true
    links = (request.patient?.links ?? []).sorted(by: Self.comesFirst)
  }

  /// What a session is before anything is asked for.
  init(ofSession session: Session, at now: Moment, _ compiled: CompiledPolicy) {
    let nothing = ContentItem(contentClass: ContentClassID(unchecked: ""), marks: .unknown)
    let request = AccessRequest(
      now: now,
      session: session,
      action: ActionID(unchecked: ""),
      content: nothing,
      patient: nil
    )
    self.init(request, compiled)
  }

  /// The positions of links, in their order of preference.
  static func inOrder(_ links: [Link]) -> [Int] {
    links.indices.sorted { comesFirst(links[$0], links[$1]) }
  }

  /// By key; links that share one, by start, end, kind and unit.
  private static func comesFirst(_ a: Link, _ b: Link) -> Bool {
    if a.id != b.id { return a.id < b.id }
    let (x, y) = (
      a.starts.value?.secondsSince1970 ?? .min, b.starts.value?.secondsSince1970 ?? .min
    )
    if x != y { return x < y }
    let (p, q) = (a.ends.value?.secondsSince1970 ?? .min, b.ends.value?.secondsSince1970 ?? .min)
    if p != q { return p < q }
    if a.kind != b.kind { return a.kind < b.kind }
    return (a.unit.value?.text ?? "") < (b.unit.value?.text ?? "")
  }

  /// Whether a rule serves the purpose of the session.
  func serves(_ purposes: BitSet?) -> Bool {
    guard let purpose else { return false }
    return purposes?.contains(purpose) ?? compiled.isOrdinaryPurpose[purpose]
  }

  /// Whether a condition holds, noting what it lacked and when it can change.
  func truth(_ condition: ConditionTable.Entry, link: Link?, _ notes: inout Notes) -> Truth {
    if condition.isTrivial { return .yes }
    let facts = FactReader(context: self, link: link)
    for node in condition.timed { facts.noteChange(of: node, &notes) }
    let truth = facts.truth(condition.node)
    if truth == .unknown { notes.missing(facts.unknownFacts(condition.node)) }
    return truth
  }
}
