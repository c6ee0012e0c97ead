/// What the lints found, apart from what its authors silenced with a reason.
public struct LintReport: Sendable, Hashable {
  /// A warning that is silenced, and the silence with its reason.
  public struct Silenced: Sendable, Hashable {
    /// The warning.
    public let warning: Diagnostic
    /// The silence beside the entry that the warning is about.
    public let silence: Silence
  }

  /// What was found, and silences that silence nothing; in source order.
  public let warnings: [Diagnostic]

  /// What was found and is silenced; in source order.
  public let silenced: [Silenced]

  /// Sets what was found against the silences, each of which stands beside the entry at a place.
  package init(_ findings: [LintFinding], silences: [SourceRange: [Silence]]) {
    var warnings: Set<Diagnostic> = []
    var silenced: Set<Silenced> = []
    for finding in findings {
      let silence = silences[finding.entry]?.first { $0.code == finding.warning.code }
      if let silence {
        silenced.insert(Silenced(warning: finding.warning, silence: silence))
      } else {
        warnings.insert(finding.warning)
      }
    }
    let used = Set(silenced.map(\.silence))
    for silence in silences.values.joined() where !used.contains(silence) {
      warnings.insert(.unusedSilence(silence))
    }
    self.warnings = warnings.sorted()
    self.silenced = silenced.sorted { $0.warning < $1.warning }
  }

  private init(warnings: [Diagnostic], silenced: [Silenced]) {
    self.warnings = warnings
    self.silenced = silenced
  }

  /// Nothing found and nothing silenced.
  package static let empty = LintReport(warnings: [], silenced: [])

  /// What two reports say together.
  package func joined(_ other: LintReport) -> LintReport {
    LintReport(
      warnings: (warnings + other.warnings).sorted(),
      silenced: (silenced + other.silenced).sorted { $0.warning < $1.warning }
    )
  }
}
