public import AccessPolicy

/// Writes a request as the line of JSON that `access-policy decide` takes (docs/requests.md).
public enum RequestText {
  /// One line, without its end.
  public static func line(_ request: AccessRequest, id: String) -> String {
    object([
      ("id", text(id)),
      ("now", text(request.now.description)),
      ("session", session(request.session)),
      ("action", text(request.action.text)),
      ("content", item(request.content)),
      ("patient", request.patient.map(patient)),
    ])
  }

  private static func session(_ session: Session) -> String {
    object([
      ("staff", text(session.staff.text)),
      ("ownRecord", fact(session.ownRecord) { text($0.text) }),
      ("unit", fact(session.unit) { text($0.text) }),
      ("purpose", fact(session.purpose) { text($0.text) }),
      ("authenticationLevel", fact(session.authenticationLevel) { "\($0)" }),
      ("systemIsReadOnly", fact(session.systemIsReadOnly) { "\($0)" }),
      ("groups", fact(session.groups) { list($0.map(\.text)) }),
      ("authorisation", authorisation(session.authorisation)),
    ])
  }

  private static func authorisation(_ authorisation: Authorisation) -> String {
    object([
      ("template", text(authorisation.template.text)),
      ("subtemplates", list(authorisation.subtemplates.map(\.text))),
      ("providerRecord", fact(authorisation.providerRecord) { text($0.text) }),
      ("isActive", fact(authorisation.isActive) { "\($0)" }),
      ("from", fact(authorisation.from, instant)),
      ("until", fact(authorisation.until, instant)),
      ("deviations", array(authorisation.deviations.map(deviation))),
    ])
  }

  private static func deviation(_ deviation: Deviation) -> String {
    object([
      ("id", text(deviation.id.text)),
      (
        "removes",
        object([("securityClasses", list(deviation.removes.securityClasses.map(\.text)))])
      ),
      ("reason", text(deviation.reason)),
      ("approver", deviation.approver.map { text($0.text) }),
      ("from", fact(deviation.from, instant)),
      ("until", fact(deviation.until, instant)),
    ])
  }

  private static func patient(_ patient: Patient) -> String {
    object([
      ("id", text(patient.id.text)),
      ("birthDate", fact(patient.birthDate) { text($0.description) }),
      ("marks", fact(patient.marks) { list($0.map(\.text)) }),
      ("links", array(patient.links.map(link))),
      ("blocks", fact(patient.blocks) { array($0.map(block)) }),
    ])
  }

  private static func link(_ link: Link) -> String {
    object([
      ("id", text(link.id.text)),
      ("kind", text(link.kind.text)),
      ("status", fact(link.status) { text($0.text) }),
      ("unit", fact(link.unit) { text($0.text) }),
      ("staff", fact(link.staff) { text($0.text) }),
      ("team", fact(link.team) { list($0.map(\.text)) }),
      ("group", fact(link.group) { text($0.text) }),
      ("starts", fact(link.starts, instant)),
      ("ends", fact(link.ends, instant)),
    ])
  }

  /// Blocks of the population cover the whole record and are against a unit.
  private static func block(_ block: Block) -> String {
    let against: String? =
      if case .known(.unit(let unit)) = block.against {
        object([("unit", text(unit.text))])
      } else {
        nil
      }
    return object([
      ("id", text(block.id.text)),
      ("kind", text(block.kind.text)),
      ("covers", text("whole")),
      ("entriesFrom", fact(block.entriesFrom, instant)),
      ("against", against),
      ("from", fact(block.from, instant)),
      ("until", fact(block.until, instant)),
      ("effectuated", fact(block.effectuated) { "\($0)" }),
    ])
  }

  private static func item(_ item: ContentItem) -> String {
    object([
      ("class", text(item.contentClass.text)),
      ("id", fact(item.id) { text($0.text) }),
      ("contact", fact(item.contact, contact)),
      ("unit", fact(item.unit) { text($0.text) }),
      ("author", fact(item.author) { text($0.text) }),
      ("recorded", fact(item.recorded, instant)),
      ("starts", fact(item.starts, instant)),
      ("ends", fact(item.ends, instant)),
      ("marks", fact(item.marks) { list($0.map(\.text)) }),
    ])
  }

  private static func contact(_ contact: Contact) -> String {
    object([
      ("id", text(contact.id.text)),
      ("unit", fact(contact.unit) { text($0.text) }),
      ("team", fact(contact.team) { list($0.map(\.text)) }),
      ("marks", fact(contact.marks) { list($0.map(\.text)) }),
    ])
  }

  // MARK: - JSON

  /// What is unknown is left out; what there is none of is `null`.
  private static func fact<Value>(_ fact: Fact<Value>, _ write: (Value) -> String) -> String? {
    switch fact {
    case .known(let value): write(value)
    case .absent: "null"
    case .unknown: nil
    }
  }

  private static func instant(_ instant: Instant) -> String { text(instant.description) }

  /// Names and keys of the population need no escapes.
  private static func text(_ text: String) -> String { "\"\(text)\"" }

  private static func list(_ names: [String]) -> String { array(names.sorted().map(text)) }

  private static func array(_ values: [String]) -> String {
    "[" + values.joined(separator: ",") + "]"
  }

  private static func object(_ keys: [(String, String?)]) -> String {
    "{" + keys.compactMap { key, value in value.map { "\"\(key)\":\($0)" } }.joined(separator: ",")
      + "}"
  }
}
