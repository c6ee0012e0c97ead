public import AccessPolicy

/// Writes decisions, and what is wrong with requests, as one line of JSON each.
///
/// Keys stand in a fixed order and every one is always there, so the same decision gives the same
/// bytes. The lines have no break at their end.
public enum DecisionWriter {
  /// A decision, with the id of its request.
  public static func line(_ decision: Decision, id: String?) -> String {
    var writer = JSONWriter()
    write(decision, id: id, to: &writer)
    return writer.text
  }

  /// What is wrong with a line of requests.
  public static func error(_ line: RequestLine) -> String {
    var writer = JSONWriter()
    writeError(line, to: &writer)
    return writer.text
  }

  /// Writes what is wrong with a line of requests.
  package static func writeError(_ line: RequestLine, to writer: inout JSONWriter) {
    let messages = line.diagnostics.map { diagnostic -> JSONValue in
      [
        "code": .string(diagnostic.code.rawValue),
        "column": diagnostic.range.map { .number(Int64($0.column)) } ?? .null,
        "message": .string(diagnostic.message),
        "help": .optional(diagnostic.help),
      ]
    }
    writer.write([
      "id": .optional(line.id),
      "line": .number(Int64(line.line)),
      "error": ["messages": .array(messages)],
    ])
  }

  /// Writes a decision, with the id of its request.
  package static func write(_ decision: Decision, id: String?, to writer: inout JSONWriter) {
    writer.object { out in
      out.field(Key.id, id)
      out.field(Key.outcome, decision.outcome.description)
      out.field(Key.gates, each: decision.gates, write)
      out.field(Key.demands, each: decision.demands, write)
      out.field(Key.obligations, each: decision.obligations) { $0.write($1.text) }
      out.field(Key.grants, each: decision.issuedGrants, write)
      out.field(Key.undetermined, each: decision.undetermined) { $0.write($1) }
      out.field(Key.routes, each: decision.routes) { out, route in
        out.object { out in
          out.field(Key.nb, route.nb)
          out.field(Key.en, route.en)
        }
      }
      out.field(Key.hidesExistence, decision.hidesExistence)
      out.field(Key.validUntil, decision.validUntil?.description)
      out.key(Key.policy)
      out.object { out in
        out.field(Key.id, decision.policy.id.text)
        out.field(Key.version, decision.policy.version)
        out.field(Key.digest, decision.policy.digest)
      }
    }
  }

  private static func write(to out: inout JSONWriter, _ answer: GateAnswer) {
    out.object { out in
      out.field(Key.gate, answer.gate.description)
      out.field(Key.answer, answer.answer.description)
      out.field(Key.rule, answer.rule?.text)
      out.field(Key.place, at: answer.place)
      switch answer.basis {
      case .rule: break
      case .link(let id): out.field(Key.link, id.text)
      case .grant(let rule, let id):
        out.key(Key.grant)
        out.object { out in
          out.field(Key.rule, rule.text)
          out.field(Key.id, id?.text)
        }
      case .justification(let rule, let reason):
        out.key(Key.justification)
        out.object { out in
          out.field(Key.rule, rule.text)
          out.field(Key.reason, reason.text)
        }
      }
    }
  }

  private static func write(to out: inout JSONWriter, _ demand: Demand) {
    out.object { out in
      out.field(Key.gate, demand.gate.description)
      out.field(Key.anyOf, each: demand.anyOf, write)
    }
  }

  private static func write(to out: inout JSONWriter, _ offer: Demand.Offer) {
    out.object { out in
      out.field(Key.rule, offer.rule.text)
      out.field(Key.reasons, each: offer.reasons) { $0.write($1.text) }
      out.field(Key.leastText, Int64(offer.leastText))
      out.field(Key.textRequiredFor, each: offer.textRequiredFor) { $0.write($1.text) }
      out.field(Key.lifetimeSeconds, offer.lifetime.seconds)
      out.key(Key.scope)
      write(to: &out, offer.scope)
      out.field(Key.obligations, each: offer.obligations) { $0.write($1.text) }
    }
  }

  /// A grant in the form in which a later request gives it back.
  private static func write(to out: inout JSONWriter, _ grant: Grant) {
    out.object { out in
      out.field(Key.id, grant.id?.text)
      out.field(Key.rule, grant.rule.text)
      out.field(Key.staff, grant.staff.text)
      out.field(Key.patient, grant.patient?.text)
      out.key(Key.scope)
      write(to: &out, grant.scope)
      out.field(Key.template, grant.template.text)
      out.field(Key.enterprise, grant.enterprise?.text)
      out.field(Key.purpose, grant.purpose.text)
      out.field(Key.reason, grant.reason.text)
      out.field(Key.from, grant.from.description)
      out.field(Key.until, grant.until.description)
    }
  }

  private static func write(to out: inout JSONWriter, _ scope: Grant.Scope) {
    switch scope {
    case .patient: out.write("patient")
    case .contentClass(let id): out.object { $0.field(Key.class, id.text) }
    case .contact(let id): out.object { $0.field(Key.contact, id.text) }
    case .item(let id): out.object { $0.field(Key.item, id.text) }
    case .attribute(let id, let value):
      out.object { out in
        out.key(Key.attribute)
        out.object { $0.field(JSONKey("content.\(id)"), value.text) }
      }
    }
  }
}

private enum Key {
  static let answer = JSONKey("answer")
  static let anyOf = JSONKey("anyOf")
  static let attribute = JSONKey("attribute")
  static let `class` = JSONKey("class")
  static let contact = JSONKey("contact")
  static let demands = JSONKey("demands")
  static let digest = JSONKey("digest")
  static let en = JSONKey("en")
  static let enterprise = JSONKey("enterprise")
  static let from = JSONKey("from")
  static let gate = JSONKey("gate")
  static let gates = JSONKey("gates")
  static let grant = JSONKey("grant")
  static let grants = JSONKey("grants")
  static let hidesExistence = JSONKey("hidesExistence")
  static let id = JSONKey("id")
  static let item = JSONKey("item")
  static let justification = JSONKey("justification")
  static let leastText = JSONKey("leastText")
  static let lifetimeSeconds = JSONKey("lifetimeSeconds")
  static let link = JSONKey("link")
  static let nb = JSONKey("nb")
  static let obligations = JSONKey("obligations")
  static let outcome = JSONKey("outcome")
  static let patient = JSONKey("patient")
  static let place = JSONKey("place")
  static let policy = JSONKey("policy")
  static let purpose = JSONKey("purpose")
  static let reason = JSONKey("reason")
  static let reasons = JSONKey("reasons")
  static let routes = JSONKey("routes")
  static let rule = JSONKey("rule")
  static let scope = JSONKey("scope")
  static let staff = JSONKey("staff")
  static let template = JSONKey("template")
  static let textRequiredFor = JSONKey("textRequiredFor")
  static let undetermined = JSONKey("undetermined")
  static let until = JSONKey("until")
  static let validUntil = JSONKey("validUntil")
  static let version = JSONKey("version")
}
