public import AccessPolicy

/// Says in plain words who asks for what in which situation, for those who read witnesses: the same
/// request that ``ScenarioWriter`` writes as a case.
///
/// ```swift
/// for line in SituationText(policy: policy, language: .en).lines(request) {
///   print("\(line.label): \(line.text)")
/// }
/// ```
public struct SituationText: Sendable {
  let policy: Policy
  let words: SituationWords

  /// Prepares to speak of requests to a policy set.
  public init(policy: Policy, language: Language) {
    self.policy = policy
    words = SituationWords(language: language)
  }

  /// One thing that is said of a request.
  public struct Line: Sendable, Hashable {
    /// What it is about: who asks, the patient, the content.
    public let label: String

    /// What is said.
    public let text: String
  }

  /// Everything that a request says, in the order of a scenario; what is absent is left out.
  public func lines(_ request: AccessRequest) -> [Line] {
    let speaker = RequestSpeaker(policy: policy, words: words, request: request)
    var lines = [Line(label: words.who, text: speaker.person)]
    lines += speaker.deviations.map { Line(label: words.deviation, text: $0) }
    if let patient = request.patient {
      lines.append(Line(label: words.patient, text: speaker.patient(patient)))
      lines += patient.links.map { Line(label: words.logistics, text: speaker.link($0)) }
      lines += (patient.blocks.value ?? []).map {
        Line(label: words.block, text: speaker.block($0))
      }
    }
    lines.append(Line(label: words.content, text: speaker.content))
    lines.append(Line(label: words.asksTo, text: speaker.action))
    lines += speaker.requestAttributes.map { Line(label: words.request, text: $0) }
    lines += request.justifications.map { Line(label: words.reason, text: speaker.reason($0)) }
    lines += request.grants.map { Line(label: words.grant, text: speaker.grant($0)) }
    let unknown = speaker.unknown
    if !unknown.isEmpty {
      lines.append(Line(label: words.notKnown, text: unknown.joined(separator: "; ")))
    }
    return lines
  }

  /// The same as one paragraph.
  public func text(_ request: AccessRequest) -> String {
    lines(request).map { "\($0.label): \($0.text)." }.joined(separator: " ")
  }
}
