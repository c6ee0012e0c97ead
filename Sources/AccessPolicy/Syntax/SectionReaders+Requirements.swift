// What the section of requirements adds to an entry.

struct RequirementSyntax {
  let kinds: [Requirement.Kind]
  let source: String?
  let answers: [Requirement.Answer]
  let lacks: [Requirement.Side: LocalizedText]
  let reading: Requirement.Reading?
}

extension RecordReader {
  mutating func requirement() -> RequirementSyntax {
    let kinds = Set((words("kind") ?? []).map(\.value))
    return RequirementSyntax(
      kinds: Requirement.Kind.allCases.filter { kinds.contains($0.rawValue) },
      source: visibleText("source")?.value,
      answers: answers(),
      lacks: lacks(),
      reading: reading()
    )
  }

  private mutating func answers() -> [Requirement.Answer] {
    guard var record = record("answered") else { return [] }
    let answers = Requirement.Means.allCases.compactMap { means in
      record.localized(means.rawValue).map { Requirement.Answer(means: means, how: $0) }
    }
    Self.refuseEmpty(record, help: "say what answers it, or leave the key out")
    record.finish()
    return answers
  }

  private mutating func lacks() -> [Requirement.Side: LocalizedText] {
    guard var record = record("lacks") else { return [:] }
    var lacks: [Requirement.Side: LocalizedText] = [:]
    for side in Requirement.Side.allCases { lacks[side] = record.localized(side.rawValue) }
    Self.refuseEmpty(
      record,
      help: "say on which side it has no case, and why; or leave the key out"
    )
    record.finish()
    return lacks
  }

  /// Reports a record that says nothing.
  private static func refuseEmpty(_ record: RecordReader, help: String) {
    guard record.isEmpty else { return }
    record.sink.report(
      .conflictingKeys("\(record.owner) says nothing", help: help, at: record.range)
    )
  }

  private mutating func reading() -> Requirement.Reading? {
    guard var record = record("reading") else { return nil }
    let question = record.localized("question")
    let takes = record.localized("takes")
    let instead = record.localized("instead")
    let change = record.localized("change")
    record.finish()
    guard let question, let takes, let instead, let change else { return nil }
    return Requirement.Reading(question: question, takes: takes, instead: instead, change: change)
  }
}
