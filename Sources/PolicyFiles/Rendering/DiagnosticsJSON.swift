package import AccessPolicy

extension JSONValue {
  /// Mistakes as a list of objects with every key always there.
  package static func diagnostics(_ diagnostics: [Diagnostic]) -> JSONValue {
    .array(diagnostics.map { .diagnostic($0) })
  }

  /// One mistake: `code`, `severity`, `message`, `help`, its place, and related places.
  package static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    .object(entries(diagnostic))
  }

  /// A warning that is silenced: the keys of a mistake, then `reason`, and the place of the silence.
  package static func silenced(_ silenced: LintReport.Silenced) -> JSONValue {
    .object(
      entries(silenced.warning) + [
        Entry("reason", .string(silenced.silence.reason)),
        Entry("silence", .object(place(silenced.silence.range))),
      ]
    )
  }

  /// Which policy set it is: `id`, `version`, `digest`.
  package static func identity(_ identity: PolicyIdentity) -> JSONValue {
    [
      "id": .string(identity.id.text),
      "version": .string(identity.version),
      "digest": .string(identity.digest),
    ]
  }

  private static func entries(_ diagnostic: Diagnostic) -> [Entry] {
    [
      Entry("code", .string(diagnostic.code.rawValue)),
      Entry("severity", .string(diagnostic.severity.rawValue)),
      Entry("message", .string(diagnostic.message)),
      Entry("help", .optional(diagnostic.help)),
    ] + place(diagnostic.range) + [
      Entry(
        "related",
        .array(
          diagnostic.related.map {
            .object([Entry("message", .string($0.value))] + place($0.range))
          }
        )
      )
    ]
  }

  private static func place(_ range: SourceRange?) -> [Entry] {
    func number(_ value: Int?) -> JSONValue { value.map { .number(Int64($0)) } ?? .null }
    return [
      Entry("file", .optional(range?.file)),
      Entry("line", number(range?.line)),
      Entry("column", number(range?.column)),
      Entry("length", number(range?.length)),
    ]
  }
}
