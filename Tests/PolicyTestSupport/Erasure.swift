package import AccessPolicy

/// Making one fact of a request unknown.
package struct Erasure {
  package let fact: String
  package let erase: (inout AccessRequest) -> Void

  /// Every fact that a request could leave unsaid.
  package static func all(of request: AccessRequest) -> [Erasure] {
    var erasures = session + content
    for (index, deviation) in request.session.authorisation.deviations.enumerated() {
      erasures.append(
        Erasure(fact: "\(deviation.id).from") {
          $0.session.authorisation.deviations[index].from = .unknown
        }
      )
      erasures.append(
        Erasure(fact: "\(deviation.id).until") {
          $0.session.authorisation.deviations[index].until = .unknown
        }
      )
    }
    if case .known(let contact) = request.content.contact { erasures += inside(contact) }
    if let patient = request.patient { erasures += all(of: patient) }
    erasures += attributes("session", request.session.attributes, \.session.attributes)
    erasures += attributes("content", request.content.attributes, \.content.attributes)
    erasures += attributes("request", request.attributes, \.attributes)
    return erasures
  }

  private static func fact<Value>(
    _ name: String,
    _ path: WritableKeyPath<AccessRequest, Fact<Value>>
  ) -> Erasure {
    Erasure(fact: name) { $0[keyPath: path] = .unknown }
  }

  private static var session: [Erasure] {
    [
      fact("session.ownRecord", \.session.ownRecord), fact("session.unit", \.session.unit),
      fact("session.purpose", \.session.purpose),
      fact("session.authenticationLevel", \.session.authenticationLevel),
      fact("session.systemIsReadOnly", \.session.systemIsReadOnly),
      fact("session.groups", \.session.groups),
      fact("session.providerRecord", \.session.authorisation.providerRecord),
      fact("isActive", \.session.authorisation.isActive),
      fact("from", \.session.authorisation.from), fact("until", \.session.authorisation.until),
    ]
  }

  private static var content: [Erasure] {
    [
      fact("content.item", \.content.id), fact("content.contact", \.content.contact),
      fact("content.unit", \.content.unit), fact("content.author", \.content.author),
      fact("content.recorded", \.content.recorded), fact("content.starts", \.content.starts),
      fact("content.ends", \.content.ends), fact("content.marks", \.content.marks),
    ]
  }

  /// Facts of the contact, which is put back with them unknown.
  private static func inside(_ contact: Contact) -> [Erasure] {
    func change(_ name: String, _ erase: @escaping (inout Contact) -> Void) -> Erasure {
      Erasure(fact: "content.contact.\(name)") { request in
        guard case .known(var contact) = request.content.contact else { return }
        erase(&contact)
        request.content.contact = .known(contact)
      }
    }
    return [
      change("unit") { $0.unit = .unknown }, change("team") { $0.team = .unknown },
      change("marks") { $0.marks = .unknown },
    ]
  }

  // MARK: The patient

  private static func all(of patient: Patient) -> [Erasure] {
    var erasures = [
      Erasure(fact: "patient.birthDate") { $0.patient?.birthDate = .unknown },
      Erasure(fact: "patient.residence") { $0.patient?.residence = .unknown },
      Erasure(fact: "patient.marks") { $0.patient?.marks = .unknown },
    ]
    for index in patient.links.indices { erasures += ofLink(index) }
    for (index, link) in patient.links.enumerated() {
      for id in link.attributes.keys.sorted() {
        erasures.append(
          Erasure(fact: "\(link.id).\(id)") { $0.patient?.links[index].attributes[id] = .unknown }
        )
      }
    }
    if case .known(let blocks) = patient.blocks {
      for index in blocks.indices { erasures += ofBlock(index) }
    }
    for id in patient.attributes.keys.sorted() {
      erasures.append(Erasure(fact: "patient.\(id)") { $0.patient?.attributes[id] = nil })
    }
    return erasures + [Erasure(fact: "patient.blocks") { $0.patient?.blocks = .unknown }]
  }

  private static func ofLink(_ index: Int) -> [Erasure] {
    func change(_ name: String, _ erase: @escaping (inout Link) -> Void) -> Erasure {
      Erasure(fact: "link \(index) \(name)") { request in
        guard var patient = request.patient else { return }
        erase(&patient.links[index])
        request.patient = patient
      }
    }
    return [
      change("status") { $0.status = .unknown }, change("unit") { $0.unit = .unknown },
      change("staff") { $0.staff = .unknown }, change("team") { $0.team = .unknown },
      change("group") { $0.group = .unknown }, change("starts") { $0.starts = .unknown },
      change("ends") { $0.ends = .unknown },
    ]
  }

  private static func ofBlock(_ index: Int) -> [Erasure] {
    func change(_ name: String, _ erase: @escaping (inout Block) -> Void) -> Erasure {
      Erasure(fact: "block \(index) \(name)") { request in
        guard case .known(var blocks)? = request.patient?.blocks else { return }
        erase(&blocks[index])
        request.patient?.blocks = .known(blocks)
      }
    }
    return [
      change("coverage") { $0.coverage = .unknown },
      change("entriesFrom") { $0.entriesFrom = .unknown },
      change("against") { $0.against = .unknown }, change("from") { $0.from = .unknown },
      change("until") { $0.until = .unknown }, change("effectuated") { $0.effectuated = .unknown },
    ]
  }

  // MARK: Declared attributes

  /// Each attribute left out, which is as good as unknown.
  private static func attributes(
    _ group: String,
    _ given: Attributes,
    _ path: WritableKeyPath<AccessRequest, Attributes>
  ) -> [Erasure] {
    given.keys.sorted().map { id in
      Erasure(fact: "\(group).\(id)") { $0[keyPath: path][id] = nil }
    }
  }
}
