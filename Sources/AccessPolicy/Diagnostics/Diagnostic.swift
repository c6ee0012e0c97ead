/// One mistake in what somebody wrote: what it is, where it stands, and what would be right.
///
/// Diagnostics are made by the functions in `DiagnosticText…`, the only files with sentences.
public struct Diagnostic: Sendable, Hashable, Comparable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// The policy set cannot be used.
    case error
    /// It can be used, and probably does not say what was meant.
    case warning
  }

  /// Which kind of mistake it is; stable, and the name of its page in the documentation.
  public let code: DiagnosticCode

  /// How much it matters.
  public let severity: Severity

  /// What is wrong, in one sentence.
  public let message: String

  /// What would be right.
  public let help: String?

  /// Where it stands; `nil` when it concerns no place in particular.
  public let range: SourceRange?

  /// Other places that belong to it, with a word on each.
  public let related: [Located<String>]

  package init(
    _ code: DiagnosticCode,
    severity: Severity? = nil,
    _ message: String,
    help: String? = nil,
    at range: SourceRange?,
    related: [Located<String>] = []
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.message = Self.cut(message)
    self.help = help.map(Self.cut)
    self.range = range
    self.related = related
  }

  /// A message quotes what somebody wrote, which may be a book.
  private static func cut(_ text: String) -> String {
    let limit = 2_000
    guard text.utf8.count > limit else { return text }
    // Not by characters: one can be as long as the book.
    return String(text.unicodeScalars.prefix(limit / 4)) + " …"
  }

  /// Orders mistakes as a reader meets them: by place, then by code and message.
  public static func < (a: Self, b: Self) -> Bool {
    switch (a.range, b.range) {
    case (let left?, let right?) where left != right: left < right
    case (nil, _?): true
    case (_?, nil): false
    default: (a.code.rawValue, a.message) < (b.code.rawValue, b.message)
    }
  }
}

/// Collects the mistakes of a phase, so that a reader gets all of them at once, in source order.
package final class DiagnosticSink {
  /// How many mistakes are kept: nobody reads further, and each costs a search for the nearest name.
  private static let limit = 1_000

  private var collected: [Diagnostic] = []
  private var hasMore = false

  package init() {}

  /// Takes a mistake, which is not even put into words when there are too many already.
  package func report(_ diagnostic: @autoclosure () -> Diagnostic) {
    guard collected.count < Self.limit else {
      hasMore = true
      return
    }
    collected.append(diagnostic())
  }

  package func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// Whether anything collected keeps the policy set from being used.
  package var hasErrors: Bool { hasMore || collected.contains { $0.severity == .error } }

  /// How many mistakes have been collected so far.
  package var count: Int { collected.count }

  /// All of them, each once, in source order.
  package var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let sorted = collected.filter { seen.insert($0).inserted }.sorted()
    return hasMore ? sorted + [.moreMistakes(than: Self.limit)] : sorted
  }
}

/// A policy set was refused; every mistake that was found, in source order.
public struct PolicyRejected: Error, Sendable, Hashable {
  /// The mistakes, at least one of them an error.
  public let diagnostics: [Diagnostic]

  package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
