import AccessPolicy

// Once: check the policy set. A mistake in it is an error with every place, never a skipped rule.
let engine: PolicyEngine
do {
  let policy = try PolicyPipeline.policy(fromJSON: wardPolicy, file: "ward.json")
  engine = PolicyEngine(policy)
} catch {
  for mistake in error.diagnostics { print(mistake.range?.description ?? "", mistake.message) }
  throw error
}

/// At every look-up: say who asks for what, with the facts that the service knows.
func mayRead(note author: StaffRef, marks: Set<MarkID> = []) throws -> Decision {
  guard let now = Moment("2026-03-02T10:00+01:00"), let start = Instant("2026-03-01T08:00+01:00"),
    let nurse = TemplateID("nurse"), let ward = UnitID("ward-3"), let care = PurposeID("give-care"),
    let admission = LogisticsKindID("admission"), let note = ContentClassID("note"),
    let read = ActionID("read")
  else { throw NotAnIdentifier() }
  let stay = Link(
    id: "stay-1",
    kind: admission,
    unit: .known(ward),
    starts: .known(start),
    ends: .absent
  )
  let request = AccessRequest(
    now: now,
    session: Session(
      staff: "anna",
      authorisation: Authorisation(
        template: nurse,
        isActive: .known(true),
        from: .absent,
        until: .absent,
        deviations: []
      ),
      unit: .known(ward),
      purpose: .known(care),
      systemIsReadOnly: .known(false)
    ),
    action: read,
    content: ContentItem(
      contentClass: note,
      contact: .absent,
      unit: .known(ward),
      author: .known(author),
      marks: .known(marks)
    ),
    patient: Patient(id: "olga", marks: .absent, links: [stay], blocks: .absent)
  )
  return engine.decide(request)
}

struct NotAnIdentifier: Error {}

// The answer, what it rests on, and how long it stays so: all that a log entry needs.
guard let sensitive = MarkID("sensitive") else { throw NotAnIdentifier() }
for decision in [
  try mayRead(note: "bo"), try mayRead(note: "bo", marks: [sensitive]),
  try mayRead(note: "anna", marks: [sensitive]),
] {
  let deciding = decision.gates.filter { $0.answer == decision.outcome }.compactMap(\.rule)
  print(decision.outcome, deciding.map(\.text).joined(separator: " "))
}
