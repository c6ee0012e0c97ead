public import AccessPolicy

/// Writes explanations for machines, as one line of JSON each.
///
/// Staff get an outcome and sentences: of what is hidden, the same bytes as of what does not exist. Auditors
/// get every gate with its rules, facts, windows and requirements.
public struct ExplanationJSON: Sendable {
  private let explanation: Explanation
  private let changes: NearestChanges
  private let policy: Policy
  private let text: ExplanationText

  /// Prepares an explanation for writing.
  ///
  /// - Parameter changes: What would have had to be otherwise, for the audience that reads.
  public init(
    _ explanation: Explanation,
    changes: NearestChanges,
    policy: Policy,
    language: Language
  ) {
    self.explanation = explanation
    self.changes = changes
    self.policy = policy
    text = ExplanationText(explanation, changes: changes, policy: policy, language: language)
  }

  /// The line, without a line end.
  ///
  /// - Parameter id: What names the request, repeated as it is.
  public func line(id: String?) -> String {
    JSONWriter.line(changes.audience == .staff ? staff(id) : auditor(id))
  }

  // MARK: Staff

  private func staff(_ id: String?) -> JSONValue {
    let isHidden = explanation.decision.hidesExistence
    return [
      "id": .optional(id),
      "audience": "staff",
      "outcome": isHidden ? nil : .string(explanation.decision.outcome.description),
      "text": .strings(text.lines(for: .staff)),
      "changes": isHidden ? [] : allChanges,
    ]
  }

  // MARK: Auditors

  private func auditor(_ id: String?) -> JSONValue {
    let decision = explanation.decision
    return [
      "id": .optional(id),
      "audience": "auditor",
      "outcome": .string(decision.outcome.description),
      "hidesExistence": .bool(decision.hidesExistence),
      "validUntil": .optional(decision.validUntil?.description),
      "gates": .array(explanation.gates.map(gate)),
      "undetermined": .strings(decision.undetermined),
      "obligations": .strings(decision.obligations.map(\.text)),
      "routes": .strings(decision.routes.map { $0[text.language] }),
      "requirements": .array(text.requirements.map(requirement)),
      "changes": allChanges,
      "policy": .identity(decision.policy),
    ]
  }

  private func gate(_ gate: ExplainedGate) -> JSONValue {
    let answer = gate.answer
    return [
      "gate": .string(answer.gate.description),
      "answer": .string(answer.answer.description),
      "rule": .optional(answer.rule?.text),
      "place": .optional(answer.place?.description),
      "because": .strings(text.because(answer).map(\.text)),
      "facts": .array(gate.facts.map(fact)),
      "considered": .array(gate.considered.map(considered)),
    ]
  }

  private func considered(_ rule: ConsideredRule) -> JSONValue {
    [
      "rule": .string(rule.rule.text),
      "title": .string(rule.title[text.language]),
      "place": .string(rule.place.description),
      "because": .strings(rule.because.map(\.text)),
      "link": .optional(rule.link?.text),
      "window": rule.window.map {
        ["opens": .optional($0.opens?.description), "closes": .optional($0.closes?.description)]
      } ?? nil,
      "facts": .array(rule.facts.map(fact)),
      "applies": .bool(rule.finding == .decides || rule.finding == .alsoApplies),
      "finding": .string(text.sentence(rule.finding)),
      "keys": .strings(rule.keys.map(text.sentence)),
    ]
  }

  private func requirement(_ id: RequirementID) -> JSONValue {
    let requirement = policy.requirements[id]
    return [
      "id": .string(id.text),
      "title": .optional(requirement?.term.title[text.language]),
      "source": .optional(requirement?.source),
    ]
  }

  // MARK: Changes

  private var allChanges: JSONValue {
    .array(
      changes.changes.map { change in
        [
          "outcome": .string(change.outcome.description),
          "text": .string(text.sentence(change)),
          "steps": .array(change.steps.map(step)),
        ]
      }
    )
  }

  private func step(_ step: ChangeStep) -> JSONValue {
    switch step {
    case .reason(let offer):
      [
        "reason": .string(offer.rule.text), "reasons": .strings(offer.reasons.map(\.text)),
        "leastText": .number(Int64(offer.leastText)),
        "textRequiredFor": .strings(offer.textRequiredFor.map(\.text)),
      ]
    case .withoutReasons: ["withoutReasons": true]
    case .authenticationLevel(let level): ["authenticationLevel": .number(level)]
    case .unit(let id): ["unit": .string(id.text)]
    case .purpose(let id): ["purpose": .string(id.text)]
    case .from(let instant): ["from": .string(instant.description)]
    case .before(let instant): ["before": .string(instant.description)]
    case .systemTakesChanges: ["systemIsReadOnly": false]
    case .status(let link, let status):
      ["link": .string(link.text), "status": .string(status.text)]
    case .withoutLink(let link): ["withoutLink": .string(link.text)]
    case .link(let link, let relationship):
      ["newLink": self.link(link), "relationship": .string(relationship.text)]
    case .subtemplate(let id): ["subtemplate": .string(id.text)]
    case .withoutSubtemplate(let id): ["withoutSubtemplate": .string(id.text)]
    case .providerRecord(let id): ["providerRecord": .string(id.text)]
    case .activeAuthorisation: ["isActive": true]
    case .withoutMark(let id): ["withoutMark": .string(id.text)]
    case .withoutBlock(let id): ["withoutBlock": .string(id.text)]
    }
  }

  /// A link that is not there, with the facts that matter, as requests give them.
  private func link(_ link: Link) -> JSONValue {
    var entries = [JSONValue.Entry("kind", .string(link.kind.text))]
    func add<Value>(_ key: String, _ fact: Fact<Value>, _ write: (Value) -> JSONValue) {
      switch fact {
      case .known(let value): entries.append(JSONValue.Entry(key, write(value)))
      case .absent: entries.append(JSONValue.Entry(key, nil))
      case .unknown: break
      }
    }
    add("status", link.status) { .string($0.text) }
    add("unit", link.unit) { .string($0.text) }
    add("staff", link.staff) { .string($0.text) }
    add("team", link.team) { .strings($0.sorted().map(\.text)) }
    add("group", link.group) { .string($0.text) }
    add("starts", link.starts) { .string($0.description) }
    add("ends", link.ends) { .string($0.description) }
    let attributes = link.attributes.sorted { $0.key < $1.key }
      .map { JSONValue.Entry($0.key.text, value($0.value)) }
    if !attributes.isEmpty { entries.append(JSONValue.Entry("attributes", .object(attributes))) }
    return .object(entries)
  }

  // MARK: Facts

  private func fact(_ fact: SeenFact) -> JSONValue {
    var entries = [JSONValue.Entry("name", .string(fact.name))]
    // What is unknown has no value at all, as in requests; `null` says that there is none.
    if !fact.value.isUnknown { entries.append(JSONValue.Entry("value", value(fact.value))) }
    return .object(entries)
  }

  private func value(_ fact: Fact<AttributeValue>) -> JSONValue { fact.value.map(value) ?? nil }

  private func value(_ value: AttributeValue) -> JSONValue {
    switch value {
    case .boolean(let value): .bool(value)
    case .number(let number): .number(number)
    case .text(let text): .string(text.text)
    case .date(let date): .string(date.description)
    case .instant(let instant): .string(instant.description)
    case .unit(let id): .string(id.text)
    case .staff(let key): .string(key.text)
    case .patient(let key): .string(key.text)
    case .code(let code): .string(code.text)
    case .set(let values): .array(values.map(self.value))
    }
  }
}
