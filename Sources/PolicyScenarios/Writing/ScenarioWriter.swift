public import AccessPolicy

/// Writes requests as a scenario file that ``ScenarioReader`` reads back as the same requests.
///
/// ```swift
/// let writer = ScenarioWriter(policy: policy, besides: CastNames(documents))
/// let file = writer.write([ScenarioDraft(name: "…", request: request, outcome: .deny)])
/// ```
///
/// The file has a cast of its own. What is as it is anyway is not written, points in time are counted
/// from `now` where that is short, and comments say what ids are called. Where two drafts, or a draft
/// and the files beside, use one name for different people, patients or items, the later ones get
/// other names: no condition can name such a key, so the decision is the same.
public struct ScenarioWriter: Sendable {
  private let policy: Policy
  private let language: Language
  private let besides: CastNames

  /// Prepares to write scenarios of a policy set.
  ///
  /// - Parameter language: of the comments.
  /// - Parameter besides: the names that the scenario files beside this one give.
  public init(policy: Policy, language: Language = .en, besides: CastNames = CastNames()) {
    self.policy = policy
    self.language = language
    self.besides = besides
  }

  /// The text of a scenario file with a case for each draft that scenario files can say.
  ///
  /// - Parameter heading: comments at the top, line by line.
  public func write(_ drafts: [ScenarioDraft], heading: String? = nil) -> ScenarioText {
    var file = FileUnderWriting(policy: policy, language: language, besides: besides)
    var written: [ScenarioDraft] = []
    var unwritten: [ScenarioText.Unwritten] = []
    for draft in drafts {
      switch file.add(draft) {
      case .success(let added): written.append(added)
      case .failure(let refusal):
        unwritten.append(ScenarioText.Unwritten(draft: draft, reasons: refusal.reasons))
      }
    }
    return ScenarioText(text: file.text(heading: heading), written: written, unwritten: unwritten)
  }
}

/// A scenario file that was written.
public struct ScenarioText: Sendable {
  /// The text of the file; of no use where nothing was written, as a file needs a case.
  public let text: String

  /// The drafts in it, with the names under which they stand there.
  public let written: [ScenarioDraft]

  /// The drafts that scenario files cannot say.
  public let unwritten: [Unwritten]

  /// A draft that scenario files cannot say.
  public struct Unwritten: Sendable {
    /// The draft.
    public let draft: ScenarioDraft

    /// What stands in the way, in plain words.
    public let reasons: [String]
  }
}
