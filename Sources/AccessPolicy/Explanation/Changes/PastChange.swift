/// Finds the last instant, at or before now, at which something that the gates look at changed.
///
/// The way back in time, as `validUntil` is the way forward: between that instant and now, time alone
/// changed nothing.
struct PastChange: NoteTaking {
  static var keepsNotes: Bool { true }

  private let now: Instant
  private(set) var instant: Instant?

  private init(now: Instant) { self.now = now }

  mutating func missing(_ name: String) {}
  mutating func missing(_ names: some Sequence<String>) {}
  mutating func forgetMissing() {}

  mutating func edge(_ instant: Instant?) {
    guard let instant, instant <= now else { return }
    self.instant = self.instant.map { max($0, instant) } ?? instant
  }

  func apart() -> PastChange { PastChange(now: now) }

  mutating func take(_ other: PastChange, withMissing: Bool) { edge(other.instant) }

  /// `nil` where everything was as it is for ever.
  static func last(_ question: Question, _ request: AccessRequest) -> Instant? {
    var notes = PastChange(now: question.now)
    _ = SessionGates.authorisation(question, request, &notes)
    for deviation in request.session.authorisation.deviations {
      notes.edges(deviation.from, deviation.until)
    }
    _ = FunctionGate.opening(question, request, &notes)
    _ = RelationshipGate.opening(question, request, &notes)
    let sources = MarkSources(question, request)
    MarkGates.forEachCandidate(sources, question, request) { mark in
      guard MarkGates.isInForce(mark, sources, question, request, &notes) != .no else { return }
      _ = MarkGates.answer(mark, question, request, &notes)
    }
    for block in request.patient?.blocks.value ?? [] {
      notes.edges(block.from, block.until)
      _ = BlockGates.answer(block, question, request, &notes)
    }
    // Conditions tell of the next birthday alone.
    if let birth = request.patient?.birthDate.value {
      notes.edge(birth.lastBirthday(at: request.now.date).map { request.now.startOfDay($0) })
    }
    return notes.instant
  }
}

extension CivilDate {
  /// The last day, at or before another day, on which ``age(on:)`` grew; `nil` where there is none.
  fileprivate func lastBirthday(at day: CivilDate) -> CivilDate? {
    var last: CivilDate?
    var next = nextBirthday(after: CivilDate(daysSince1970: day.daysSince1970 - 367))
    while let birthday = next, birthday <= day {
      last = birthday
      next = birthday.nextBirthday(from: self)
    }
    return last
  }

  private func nextBirthday(from birth: CivilDate) -> CivilDate? { birth.nextBirthday(after: self) }
}
