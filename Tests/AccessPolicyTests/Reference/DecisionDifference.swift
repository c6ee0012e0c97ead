import AccessPolicy

extension Decision {
  /// The parts of a decision, by name, each as lines of text to compare and to show.
  private static let parts: [(name: String, lines: @Sendable (Decision) -> [String])] = [
    ("outcome", { ["\($0.outcome)"] }),
    ("gate", { $0.gates.map(Dump.line) }),
    ("demand", { $0.demands.map(Dump.line) }),
    ("obligation", { $0.obligations.map(\.text) }),
    ("issued grant", { $0.issuedGrants.map(Dump.line) }),
    ("undetermined", { $0.undetermined }),
    ("route", { $0.routes.map(Dump.line) }),
    ("hides existence", { ["\($0.hidesExistence)"] }),
    ("valid until", { [$0.validUntil.map { "\($0)" } ?? "for ever"] }),
    ("policy", { [Dump.line($0.policy)] }),
  ]

  /// What this decision says and the other does not (`-`), and the other way round (`+`).
  func differences(from other: Decision) -> [String] {
    guard self != other else { return [] }
    let differences = Self.parts.flatMap { part -> [String] in
      let (mine, theirs) = (part.lines(self), part.lines(other))
      guard mine != theirs else { return [] }
      let removed = mine.filter { !theirs.contains($0) }.map { "- \(part.name): \($0)" }
      let added = theirs.filter { !mine.contains($0) }.map { "+ \(part.name): \($0)" }
      let lines = removed + added
      return lines.isEmpty ? ["\(part.name): the same in another order or number"] : lines
    }
    return differences.isEmpty ? ["somewhere that this list of parts does not show"] : differences
  }
}
