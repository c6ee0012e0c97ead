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
      out.field("id", id)
      out.field("outcome", decision.outcome.description)
      out.field("gates", each: decision.gates, write)
      out.field("demands", each: decision.demands, write)
      out.field("obligations", each: decision.obligations) { $0.write($1.text) }
      out.field("grants", each: decision.issuedGrants, write)
      out.field("undetermined", each: decision.undetermined) { $0.write($1) }
      out.field("routes", each: decision.routes) { out, route in
        out.object { out in
          out.field("nb", route.nb)
          out.field("en", route.en)
        }
      }
      out.field("hidesExistence", decision.hidesExistence)
      out.field("validUntil", decision.validUntil?.description)
      out.key("policy")
      out.object { out in
        out.field("id", decision.policy.id.text)
        out.field("version", decision.policy.version)
        out.field("digest", decision.policy.digest)
      }
    }
  }

  private static func write(to out: inout JSONWriter, _ answer: GateAnswer) {
    out.object { out in
      out.field("gate", answer.gate.description)
      out.field("answer", answer.answer.description)
      out.field("rule", answer.rule?.text)
      out.field("place", answer.place?.description)
      switch answer.basis {
      case .rule: break
      case .link(let id): out.field("link", id.text)
      case .grant(let rule, let id):
        out.key("grant")
        out.object { out in
          out.field("rule", rule.text)
          out.field("id", id?.text)
        }
      case .justification(let rule, let reason):
        out.key("justification")
        out.object { out in
          out.field("rule", rule.text)
          out.field("reason", reason.text)
        }
      }
    }
  }

  private static func write(to out: inout JSONWriter, _ demand: Demand) {
    out.object { out in
      out.field("gate", demand.gate.description)
      out.field("anyOf", each: demand.anyOf, write)
    }
  }

  private static func write(to out: inout JSONWriter, _ offer: Demand.Offer) {
    out.object { out in
      out.field("rule", offer.rule.text)
      out.field("reasons", each: offer.reasons) { $0.write($1.text) }
      out.field("leastText", Int64(offer.leastText))
      out.field("textRequiredFor", each: offer.textRequiredFor) { $0.write($1.text) }
      out.field("lifetimeSeconds", offer.lifetime.seconds)
      out.key("scope")
      write(to: &out, offer.scope)
      out.field("obligations", each: offer.obligations) { $0.write($1.text) }
    }
  }

  /// A grant in the form in which a later request gives it back.
  private static func write(to out: inout JSONWriter, _ grant: Grant) {
    out.object { out in
      out.field("id", grant.id?.text)
      out.field("rule", grant.rule.text)
      out.field("staff", grant.staff.text)
      out.field("patient", grant.patient?.text)
      out.key("scope")
      write(to: &out, grant.scope)
      out.field("template", grant.template.text)
      out.field("enterprise", grant.enterprise?.text)
      out.field("purpose", grant.purpose.text)
      out.field("reason", grant.reason.text)
      out.field("from", grant.from.description)
      out.field("until", grant.until.description)
    }
  }

  private static func write(to out: inout JSONWriter, _ scope: Grant.Scope) {
    switch scope {
    case .patient: out.write("patient")
    case .contentClass(let id): out.object { $0.field("class", id.text) }
    case .contact(let id): out.object { $0.field("contact", id.text) }
    case .item(let id): out.object { $0.field("item", id.text) }
    case .attribute(let id, let value):
      out.object { out in
        out.key("attribute")
        out.object { $0.field("content.\(id)", value.text) }
      }
    }
  }
}
