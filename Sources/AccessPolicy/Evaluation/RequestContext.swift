/// A request with its names looked up, for those who look at all of it: explanations and coverage.
struct RequestContext {
  let request: AccessRequest
  let question: Question
  let role: RoleInForce
  /// Links in their order of preference.
  let links: [Link]

  var compiled: CompiledPolicy { question.compiled }
  var policy: Policy { question.compiled.policy }
  var now: Instant { question.now }
  var action: Int? { question.action }
  var contentClass: Int? { question.contentClass }
  var purpose: Int? { question.purpose }
  var sessionUnit: Int? { question.sessionUnit }
  var isAboutPatient: Bool { question.isAboutPatient }

  init(_ request: AccessRequest, _ compiled: CompiledPolicy) {
    self.request = request
    question = Question(request, compiled)
    role = RoleInForce(question.role, request.session.authorisation, compiled)
    let given = request.patient?.links ?? []
    links = Self.inOrder(given).map { given[$0] }
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
    links.indices.sorted { LinkOrder.comesFirst(links, $0, $1) }
  }

  /// Whether a rule serves the purpose of the session.
  func serves(_ purposes: BitSet?) -> Bool {
    guard let purpose else { return false }
    return purposes?.contains(purpose) ?? compiled.isOrdinaryPurpose[purpose]
  }

  /// Whether a condition holds that sees no link.
  func truth(_ condition: ConditionTable.Entry) -> Truth {
    var notes = NoNotes()
    return question.truth(condition, request, .none, &notes)
  }

  /// Whether a link makes a relationship.
  func makes(_ rule: OpeningRule, _ link: Link) -> Bool {
    var notes = NoNotes()
    let number = compiled.roles.layout.relationshipNumbers[rule.owner]
    let question = Question(question, link: link)
    return LinkSearch.any(number, question, request, &notes)
  }
}
