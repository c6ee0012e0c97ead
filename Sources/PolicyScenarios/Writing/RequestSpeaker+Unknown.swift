import AccessPolicy

// What a request does not say.

extension RequestSpeaker {
  /// The facts that nobody knows, by the names that people call them.
  var unknown: [String] {
    let names = PolicyNames(policy, language: words.language)
    var found: [String] = []
    for fact in unknownFacts where !found.contains(fact) { found.append(fact) }
    return found.map { names.fact($0) }
  }

  private var unknownFacts: [String] {
    let session = request.session
    let authorisation = session.authorisation
    let content = request.content
    var facts = Self.missing([
      ("session.providerRecord", authorisation.providerRecord.isUnknown),
      ("session.authorisation.isActive", authorisation.isActive.isUnknown),
      ("session.authorisation.from", authorisation.from.isUnknown),
      ("session.authorisation.until", authorisation.until.isUnknown),
      ("session.unit", session.unit.isUnknown), ("session.purpose", session.purpose.isUnknown),
      ("session.authenticationLevel", session.authenticationLevel.isUnknown),
      ("session.systemIsReadOnly", session.systemIsReadOnly.isUnknown),
      ("session.ownRecord", session.ownRecord.isUnknown),
      ("session.groups", session.groups.isUnknown),
    ])
    facts += attributes(.session, session.attributes)
    if let patient = request.patient { facts += of(patient) }
    facts += Self.missing([
      ("content.item", content.id.isUnknown), ("content.contact", content.contact.isUnknown),
      ("content.unit", content.unit.isUnknown), ("content.author", content.author.isUnknown),
      ("content.recorded", content.recorded.isUnknown),
      ("content.starts", content.starts.isUnknown), ("content.ends", content.ends.isUnknown),
      ("content.marks", content.marks.isUnknown),
    ])
    if let contact = content.contact.value {
      facts += Self.missing([
        ("content.contactUnit", contact.unit.isUnknown), ("content.team", contact.team.isUnknown),
        ("content.contact.marks", contact.marks.isUnknown),
      ])
    }
    facts += attributes(.content, content.attributes)
    return facts + attributes(.request, request.attributes)
  }

  private func of(_ patient: Patient) -> [String] {
    var facts = Self.missing([
      ("patient.birthDate", patient.birthDate.isUnknown),
      ("patient.residence", patient.residence.isUnknown),
      ("patient.marks", patient.marks.isUnknown), ("patient.blocks", patient.blocks.isUnknown),
    ])
    facts += attributes(.patient, patient.attributes)
    for link in patient.links {
      facts += Self.missing([
        ("link.status", link.status.isUnknown), ("link.unit", link.unit.isUnknown),
        ("link.staff", link.staff.isUnknown), ("link.team", link.team.isUnknown),
        ("link.group", link.group.isUnknown), ("link.starts", link.starts.isUnknown),
        ("link.ends", link.ends.isUnknown),
      ])
      facts += attributes(.link, link.attributes)
    }
    for block in patient.blocks.value ?? [] {
      facts += Self.missing([
        ("block.covers", block.coverage.isUnknown),
        ("block.entriesFrom", block.entriesFrom.isUnknown),
        ("block.against", block.against.isUnknown), ("block.from", block.from.isUnknown),
        ("block.until", block.until.isUnknown),
        ("block.effectuated", block.effectuated.isUnknown),
      ])
    }
    return facts
  }

  private static func missing(_ facts: [(name: String, isMissing: Bool)]) -> [String] {
    facts.filter(\.isMissing).map(\.name)
  }

  private func attributes(_ group: AttributeGroup, _ attributes: Attributes) -> [String] {
    (policy.attributes[group] ?? Catalog([:])).map(\.id)
      .filter { (attributes[$0] ?? .unknown).isUnknown }
      .map { "\(group.rawValue).\($0)" }
  }
}
