import AccessPolicy

/// Reads the standard situations of a policy set, and checks them as any holder would meet them.
struct StandardSituationsReader {
  let policy: Policy
  let clock: Clock
  let sink: DiagnosticSink

  private var values: ValueReader {
    let words = Surroundings.Word.allCases.map(\.rawValue)
    return ValueReader(policy: policy, clock: clock, sink: sink, unitWords: words)
  }

  /// The situations; `nil` when they hold a mistake.
  func read(_ node: DocumentNode, at range: SourceRange) -> StandardSituations? {
    let before = sink.count
    guard
      var reader = RecordReader(node, as: .dryRun, owner: "`dryRun`", at: range, sink: sink)
    else { return nil }
    let holder = holder(&reader)
    let base = layers(&reader)
    let situations = entries("situations", "situation", .dryRunSituation, &reader)
    let content = entries("content", "kind of content", .dryRunContent, &reader)
    let places =
      reader.has("withoutPatient")
      ? entries("withoutPatient", "place", .dryRunPlace, &reader) : []
    _ = reader.node("withoutPatient")
    reader.finish()
    guard sink.count == before else { return nil }
    let standard = StandardSituations(
      situations: situations,
      content: content,
      withoutPatient: places,
      range: range,
      clock: clock,
      holder: holder,
      base: base
    )
    check(standard)
    return sink.count == before ? standard : nil
  }

  // MARK: Parts

  private func holder(_ reader: inout RecordReader) -> StandardHolder {
    guard var record = reader.record("holder") else { return StandardHolder() }
    let purposes = record.identifiers("purposes", as: Names.Purpose.self) ?? []
    let level = record.fact("authenticationLevel") { NodeReader.number($0, of: $1, sink)?.value }
    let groups: Fact<Set<GroupRef>> = record.fact("groups") { values.references($0, of: $1) }
    let attributes = values.attributes(
      filled(record.node("attributes")),
      group: .session,
      of: record.what("attributes")
    )
    record.finish()
    return StandardHolder(
      purposes: purposes.compactMap { values.declared($0, "purpose", in: policy.purposes) },
      authenticationLevel: level,
      groups: groups,
      attributes: attributes
    )
  }

  private func entries(
    _ key: String,
    _ kind: String,
    _ shape: RecordShape,
    _ reader: inout RecordReader
  ) -> [StandardSituations.Entry] {
    guard reader.has(key) else {
      _ = reader.node(key)
      return []
    }
    let written = reader.mapping(key)
    if written.isEmpty, let node = reader.node(key), case .mapping = node.content {
      sink.report(.noSituations(key, at: node.range))
    }
    return written.compactMap { entry in
      let id = NodeReader.identifier(key: entry.key, kind, sink, as: SituationNames.self)
      guard
        var record = RecordReader(
          entry.value,
          as: shape,
          owner: "this \(kind)",
          at: entry.key.range,
          sink: sink
        )
      else { return nil }
      let title = record.localized("title")
      let layers = layers(&record)
      record.finish()
      guard let id, let title else { return nil }
      return StandardSituations.Entry(
        id: id.value,
        title: title,
        range: entry.key.range,
        layers: layers
      )
    }
  }

  /// The layers that stand under the keys of a record, as far as its shape has them.
  private func layers(_ reader: inout RecordReader) -> SituationLayers {
    var layers = SituationLayers()
    if reader.mayHave("patient") {
      layers.patient = layer("patient", &reader) { node, range in
        let entry = CastEntry(name: Located("patient", at: range), node: node, origin: range)
        _ = PatientReader(values: values, sharedItems: CastSection([], kind: "item", sink))
          .patient(entry)
      }
    }
    if reader.mayHave("link"), reader.has("link") {
      layers.link = layer("link", &reader) { node, range in
        guard var record = self.record(node, .dryRunLink, "this link", range) else { return }
        _ = statuses(&record)
        _ = LinkReader(values: values).facts(&record)
      }
    } else if reader.mayHave("link") {
      _ = reader.node("link")
    }
    if reader.mayHave("item") {
      layers.item = layer("item", &reader) { node, range in
        guard var record = self.record(node, .dryRunItem, "this item", range) else { return }
        _ = ItemReader(values: values, contacts: .notYet).facts(&record, id: .known("item"))
      }
    }
    if reader.mayHave("attributes"), let node = filled(reader.node("attributes")) {
      _ = values.attributes(node, group: .request, of: reader.what("attributes"))
      layers.attributes = reader.mapping("attributes")
    }
    return layers
  }

  /// The keys of one layer, after each has been read by itself, so that a mistake is found where
  /// another layer covers it, too.
  private func layer(
    _ key: String,
    _ reader: inout RecordReader,
    _ check: (_ node: DocumentNode, _ range: SourceRange) -> Void
  ) -> [DocumentNode.Entry] {
    guard reader.has(key) else {
      _ = reader.node(key)
      return []
    }
    let place = reader.place(of: key)
    guard var record = reader.record(key), case .mapping(let written)? = reader.node(key)?.content
    else { return [] }
    let known = record.askAll()
    record.finish()
    let kept = written.filter { known.contains($0.key.value) }
    check(DocumentNode(.mapping(standIn.filled(kept)), at: place), place)
    return kept
  }

  private func record(
    _ node: DocumentNode,
    _ shape: RecordShape,
    _ owner: String,
    _ range: SourceRange
  ) -> RecordReader? {
    RecordReader(node, as: shape, owner: owner, at: range, sink: sink)
  }

  /// The statuses of a link, of which the first that counts is taken.
  private func statuses(_ reader: inout RecordReader) -> [LinkStatusID] {
    (reader.identifiers("status", as: Names.LinkStatus.self) ?? [])
      .compactMap { values.declared($0, "status", in: policy.linkStatuses) }
  }

  // MARK: All of it

  private var standIn: Surroundings { .standIn(policy) }

  private func filled(_ node: DocumentNode?) -> DocumentNode? { node.map(standIn.filled) }

  /// Reads every situation as each sort of holder would meet it: a contact, for example, is named by
  /// one layer and declared by another, and not every holder has an enterprise.
  private func check(_ standard: StandardSituations) {
    let before = sink.count
    let sorts = [standIn] + Surroundings.Word.allCases.map(standIn.without)
    for surroundings in sorts where sink.count == before { check(standard, surroundings) }
  }

  private func check(_ standard: StandardSituations, _ surroundings: Surroundings) {
    let stage = SituationStage(standard, policy: policy, surroundings: surroundings, sink: sink)
    for situation in standard.situations {
      for content in standard.content {
        let layers = stage.layers(situation, content)
        let patient = stage.patient(layers, links: [])
        _ = stage.item(layers, of: patient)
      }
    }
    for place in standard.withoutPatient { _ = stage.item(stage.layers(place), of: nil) }
  }
}

extension RecordReader {
  /// Whether the shape has a key.
  fileprivate func mayHave(_ key: String) -> Bool { allowed.contains(key) }

  /// Asks for every key of the shape, and answers their names.
  fileprivate mutating func askAll() -> Set<String> {
    for key in allowed { _ = node(key) }
    return Set(allowed)
  }
}
