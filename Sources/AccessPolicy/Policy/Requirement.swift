/// Something that must hold, and that rules rest on: what it is, where it is said, how it is met.
///
/// No decision depends on it. Where rules and scenarios do not show that it is met, it says what does,
/// so that whoever reads the trace of a policy set finds each requirement answered, or not yet.
public struct Requirement: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// What it asks for, in the order of ``Kind``; empty where nobody has said.
  public let kinds: [Kind]
  /// The place in the texts that it is from.
  public let source: String?
  /// What answers it beside rules, in the order of ``Means``.
  public let answers: [Answer]
  /// Why no case for it opens, or none stays shut.
  public let lacks: [Side: LocalizedText]
  /// The reading that is taken, where the texts leave something open.
  public let reading: Reading?

  /// What a requirement asks for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A rule by which access is decided.
    case decision
    /// A fact that must be there to decide by.
    case data
    /// Something to be logged, or found in logs.
    case logging
    /// Something that people do, with or without a tool.
    case process
    /// Something that is for others to do.
    case outside
  }

  /// What can answer a requirement beside rules.
  public enum Means: String, Sendable, Hashable, CaseIterable {
    /// What the engine guarantees, whatever the policy set says.
    case engine
    /// A tool.
    case tool
    /// Nothing here: it is for others, and why.
    case outside
    /// Nothing so far, and what it would take.
    case notYet
  }

  /// One answer beside rules.
  public struct Answer: Sendable, Hashable {
    /// What answers.
    public let means: Means
    /// How it does.
    public let how: LocalizedText
  }

  /// The two sides on which cases show that a requirement is decided.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    /// A case that opens: access, or access for a reason.
    case opens
    /// A case that stays shut.
    case shut
  }

  /// What is decided where the texts leave something open.
  public struct Reading: Sendable, Hashable {
    /// What the texts leave open.
    public let question: LocalizedText
    /// The reading that the rules take.
    public let takes: LocalizedText
    /// Another reading.
    public let instead: LocalizedText
    /// What one would change for it, and what then comes out otherwise.
    public let change: LocalizedText
  }
}
