public import AccessPolicy

/// Writes decisions, and what is wrong with requests, as one line of JSON each.
///
/// Keys stand in a fixed order and every one is always there, so the same decision gives the same
/// bytes. The lines have no break at their end.
public enum DecisionWriter {
  /// A decision, with the id of its request.
  public static func line(_ decision: Decision, id: String?) -> String {
    JSONWriter.line(value(decision, id: id))
  }

  /// What is wrong with a line of requests.
  public static func error(_ line: RequestLine) -> String {
    let messages = line.diagnostics.map { diagnostic -> JSONValue in
      [
        "code": .string(diagnostic.code.rawValue),
        "column": diagnostic.range.map { .number(Int64($0.column)) } ?? .null,
        "message": .string(diagnostic.message),
        "help": .optional(diagnostic.help),
      ]
    }
    return JSONWriter.line([
      "id": .optional(line.id),
      "line": .number(Int64(line.line)),
      "error": ["messages": .array(messages)],
    ])
  }

  /// A decision as a JSON value, for reports that hold more than one.
  package static func value(_ decision: Decision, id: String?) -> JSONValue {
    [
      "id": .optional(id),
      "outcome": .string("\(decision.outcome)"),
      "gates": .array(decision.gates.map { gate($0) }),
      "demands": .array(decision.demands.map { demand($0) }),
      "obligations": .strings(decision.obligations.map(\.text)),
      "grants": .array(decision.issuedGrants.map { grant($0) }),
      "undetermined": .strings(decision.undetermined),
      "routes": .array(
        decision.routes.map { ["nb": .string($0.nb), "en": .string($0.en)] }
      ),
      "hidesExistence": .bool(decision.hidesExistence),
      "validUntil": .optional(decision.validUntil?.description),
      "policy": .identity(decision.policy),
    ]
  }

  private static func gate(_ answer: GateAnswer) -> JSONValue {
    var entries: [JSONValue.Entry] = [
      .init("gate", .string("\(answer.gate)")),
      .init("answer", .string("\(answer.answer)")),
      .init("rule", .optional(answer.rule?.text)),
      .init("place", .optional(answer.place?.description)),
    ]
    switch answer.basis {
    case .rule: break
    case .link(let id): entries.append(.init("link", .string(id.text)))
    case .grant(let rule, let id):
      let grant: JSONValue = ["rule": .string(rule.text), "id": .optional(id?.text)]
      entries.append(.init("grant", grant))
    case .justification(let rule, let reason):
      let given: JSONValue = ["rule": .string(rule.text), "reason": .string(reason.text)]
      entries.append(.init("justification", given))
    }
    return .object(entries)
  }

  private static func demand(_ demand: Demand) -> JSONValue {
    let offers = demand.anyOf.map { offer -> JSONValue in
      [
        "rule": .string(offer.rule.text),
        "reasons": .strings(offer.reasons.map(\.text)),
        "leastText": .number(Int64(offer.leastText)),
        "textRequiredFor": .strings(offer.textRequiredFor.map(\.text)),
        "lifetimeSeconds": .number(offer.lifetime.seconds),
        "scope": scope(offer.scope),
        "obligations": .strings(offer.obligations.map(\.text)),
      ]
    }
    return ["gate": .string("\(demand.gate)"), "anyOf": .array(offers)]
  }

  /// A grant in the form in which a later request gives it back.
  private static func grant(_ grant: Grant) -> JSONValue {
    [
      "id": .optional(grant.id?.text),
      "rule": .string(grant.rule.text),
      "staff": .string(grant.staff.text),
      "patient": .optional(grant.patient?.text),
      "scope": scope(grant.scope),
      "template": .string(grant.template.text),
      "enterprise": .optional(grant.enterprise?.text),
      "purpose": .string(grant.purpose.text),
      "reason": .string(grant.reason.text),
      "from": .string(grant.from.description),
      "until": .string(grant.until.description),
    ]
  }

  private static func scope(_ scope: Grant.Scope) -> JSONValue {
    switch scope {
    case .patient: "patient"
    case .contentClass(let id): ["class": .string(id.text)]
    case .contact(let id): ["contact": .string(id.text)]
    case .item(let id): ["item": .string(id.text)]
    case .attribute(let id, let value):
      ["attribute": .object([.init("content.\(id)", .string(value.text))])]
    }
  }
}
