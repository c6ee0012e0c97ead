import AccessPolicy

/// Reads requests that have nothing wrong with them, straight from the bytes of a batch of lines.
///
/// `RequestBuilder` says what a request is, and what is wrong with one. This reader takes the same
/// requests and no others: whatever it does not know, it leaves to that one. So it is quick, and
/// there is one place that finds mistakes.
struct PlainRequestReader {
  let policy: Policy
  var scanner: PlainScanner
  /// The session and the patient read last: who opens a chart asks many things of one patient.
  private var lastSession: (range: Range<Int>, session: Session)?
  private var lastPatient: (range: Range<Int>, patient: Patient)?

  init(_ bytes: [UInt8], policy: Policy, keys: RequestKeys) {
    self.policy = policy
    scanner = PlainScanner(bytes, keys: keys)
  }

  /// The request on the line that begins at `start`, with its id, and where the line ends.
  mutating func read(
    at start: Int
  ) throws(NotPlain) -> (id: String?, request: AccessRequest, end: Int) {
    scanner.begin(at: start)
    var id: String?
    var now: Moment?
    var session: Session?
    var action: ActionID?
    var content: ContentItem?
    var patient: Patient?
    var justifications: [Justification] = []
    var grants: [Grant] = []
    var attributes: Attributes = [:]
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .id: id = try scanner.isNull() ? nil : scanner.text()
      case .now: now = try scanner.moment()
      case .session: session = try repeatedSession()
      case .action: action = try scanner.identifier()
      case .content: content = try self.content()
      case .patient: patient = try scanner.isNull() ? nil : repeatedPatient()
      case .justifications: justifications = try self.justifications()
      case .grants: grants = try self.grants()
      case .attributes: attributes = try self.attributes(.request)
      default: throw NotPlain()
      }
    }
    try scanner.finish()
    guard let now, let session, let action, let content else { throw NotPlain() }
    let request = AccessRequest(
      now: now,
      session: session,
      action: action,
      content: content,
      patient: patient,
      justifications: justifications,
      grants: grants,
      attributes: attributes
    )
    return (id, request, scanner.position)
  }

  private mutating func repeatedSession() throws(NotPlain) -> Session {
    if let lastSession, scanner.skip(ifSameAs: lastSession.range) { return lastSession.session }
    let start = scanner.position
    let session = try session()
    lastSession = (start..<scanner.position, session)
    return session
  }

  private mutating func repeatedPatient() throws(NotPlain) -> Patient {
    if let lastPatient, scanner.skip(ifSameAs: lastPatient.range) { return lastPatient.patient }
    let start = scanner.position
    let patient = try patient()
    lastPatient = (start..<scanner.position, patient)
    return patient
  }
}
