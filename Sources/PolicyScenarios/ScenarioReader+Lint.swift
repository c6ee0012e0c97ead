public import AccessPolicy

extension ScenarioReader {
  /// What is valid in scenarios, and probably not meant: deviations from a role template without a
  /// reason, an approver or an end.
  ///
  /// Deviations are facts about persons and stand in no policy set. The cast shows how they are
  /// written, so it is held to what is asked of them; one that is lacking on purpose says so beside
  /// itself, with `silence`.
  public static func lint(_ documents: [Document]) -> LintReport {
    // What cannot be read is reported by `read`.
    let ignored = DiagnosticSink()
    let deviations = documents.flatMap { document -> [WrittenDeviation] in
      (ScenarioFile(document, ignored)?.staff ?? []).flatMap { member in
        member.value.entries(of: "deviations").compactMap {
          WrittenDeviation($0, of: member.key.value, ignored)
        }
      }
    }
    let silences = deviations.filter { !$0.silences.isEmpty }.map { ($0.range, $0.silences) }
    return LintReport(
      deviations.flatMap(\.findings),
      silences: Dictionary(silences, uniquingKeysWith: { first, _ in first })
    )
  }
}

/// A deviation as it stands in a file.
private struct WrittenDeviation {
  let range: SourceRange
  let silences: [Silence]
  private let owner: String
  private let lacking: [DiagnosticCode]

  /// Reads what is asked of a deviation; `nil` for something else.
  init?(_ node: DocumentNode, of member: String, _ sink: DiagnosticSink) {
    guard var reader = RecordReader(node, as: .deviation, owner: "this deviation", sink: sink)
    else { return nil }
    let id = reader.text("id")
    range = id?.range ?? node.range
    owner = "the deviation\(id.map { " `\($0.value)`" } ?? "") of `\(member)`"
    silences = reader.silences()
    var lacking: [DiagnosticCode] = []
    if !Self.isWritten("reason", &reader) { lacking.append(.deviationWithoutReason) }
    if !Self.isWritten("approver", &reader) { lacking.append(.deviationWithoutApprover) }
    if !Self.isWritten("until", &reader) { lacking.append(.deviationWithoutEnd) }
    self.lacking = lacking
  }

  var findings: [LintFinding] {
    lacking.map { LintFinding(at: range, .deviationLacks($0, owner, at: range)) }
  }

  private static func isWritten(_ key: String, _ reader: inout RecordReader) -> Bool {
    guard let node = reader.node(key), !AttributeValueReader.isUnknown(node) else { return false }
    return reader.text(key).map { VisibleCharacters.count(in: $0.value) > 0 } ?? false
  }
}

extension DocumentNode {
  /// The items of the list that stands under a key.
  fileprivate func entries(of key: String) -> [DocumentNode] {
    guard case .mapping(let keys) = content,
      case .sequence(let items) = keys.first(where: { $0.key.value == key })?.value.content
    else { return [] }
    return items
  }
}
