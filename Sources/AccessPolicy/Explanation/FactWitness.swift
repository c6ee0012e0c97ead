/// Tells the facts that gates and rules look at, with their values.
struct FactWitness {
  let context: RequestContext

  private var policy: Policy { context.policy }
  private var request: AccessRequest { context.request }
  private var session: Session { context.request.session }

  // MARK: Gates

  /// What a gate looks at, beside what its rules do.
  func facts(of gate: GateID) -> [SeenFact] {
    switch gate {
    case .authorisation: authorisation
    case .workplace:
      [
        SeenFact("session.unit", unit: session.unit),
        SeenFact(
          name: "role.units",
          type: .set(of: .unit),
          value: .known(.set(openUnits.map { .unit($0) }))
        ),
      ]
    case .authentication:
      [
        SeenFact("session.authenticationLevel", number: session.authenticationLevel),
        SeenFact("role.leastAuthentication", number: leastAuthentication),
      ]
    case .purpose:
      [
        SeenFact("session.purpose", code: session.purpose, in: .purpose),
        SeenFact(
          "role.purposes",
          codes: context.role.purposes.members.map { policy.purposes[$0].id },
          in: .purpose
        ),
      ]
    case .readOnly:
      [action, SeenFact("session.systemIsReadOnly", boolean: session.systemIsReadOnly)]
    case .function: [action, contentClass]
    case .licence:
      [
        action, contentClass,
        SeenFact(
          "session.providerRecord",
          code: session.authorisation.providerRecord,
          in: .providerRecord
        ),
      ]
    case .relationship: []
    case .mark(let id): sources + derived(id)
    case .unnamedMark: sources
    case .block(let id): block(id)
    }
  }

  private var action: SeenFact {
    SeenFact("request.action", code: .known(request.action), in: .action)
  }

  private var contentClass: SeenFact {
    SeenFact("content.class", code: .known(request.content.contentClass), in: .contentClass)
  }

  private var authorisation: [SeenFact] {
    let authorisation = session.authorisation
    return [
      SeenFact("session.template", code: .known(authorisation.template), in: .template),
      SeenFact("session.authorisation.isActive", boolean: authorisation.isActive),
      SeenFact("session.authorisation.from", instant: authorisation.from),
      SeenFact("session.authorisation.until", instant: authorisation.until),
      SeenFact("now", instant: .known(context.now)),
    ]
  }

  /// The units that the role lists and no deviation takes away.
  private var openUnits: [UnitID] {
    let organisation = context.compiled.organisation
    return context.role.units.members
      .filter { unit in
        !context.role.removedUnits.members.contains { organisation.isWithin(unit, $0) }
      }
      .map { policy.organisation[$0].id }
  }

  private var leastAuthentication: Fact<Int64> {
    let asked = [
      policy.sessionRules.leastAuthentication, context.role.template?.role.leastAuthentication,
    ]
    return asked.compactMap(\.self).max().map { .known($0) } ?? .absent
  }

  // MARK: Marks and blocks

  private var sources: [SeenFact] {
    func marks(_ name: String, _ fact: Fact<Set<MarkID>>) -> SeenFact {
      SeenFact(
        name: name,
        type: .set(of: .code(.mark)),
        value: fact.map { .set($0.sorted().map { .code($0.cast()) }) }
      )
    }
    let content = request.content
    var facts = [marks("content.marks", content.marks)]
    switch content.contact {
    case .known(let contact):
      facts.append(marks("content.contact.marks", contact.marks))
      facts.append(SeenFact("content.contactUnit", unit: contact.unit))
    case .absent: break
    case .unknown:
      facts.append(SeenFact(name: "content.contact", type: .text, value: .unknown))
    }
    facts.append(SeenFact("content.unit", unit: content.unit))
    if context.isAboutPatient {
      facts.append(marks("patient.marks", request.patient?.marks ?? .unknown))
    }
    return facts
  }

  private func derived(_ id: MarkID) -> [SeenFact] {
    guard let mark = context.compiled.marks.first(where: { $0.id == id }),
      let derived = mark.derived
    else { return [] }
    return facts(of: derived, link: nil)
  }

  private func block(_ id: BlockRef) -> [SeenFact] {
    guard case .known(let blocks)? = request.patient?.blocks,
      let block = blocks.first(where: { $0.id == id })
    else { return [SeenFact(name: "patient.blocks", type: .text, value: .unknown)] }
    // The kind is a name of the policy set, but no code of conditions: it is told by its title elsewhere.
    return [
      SeenFact("block.effectuated", boolean: block.effectuated),
      SeenFact("block.from", instant: block.from), SeenFact("block.until", instant: block.until),
      coverage(block.coverage), SeenFact("block.entriesFrom", instant: block.entriesFrom),
      against(block.against),
    ]
  }

  private func coverage(_ coverage: Fact<Block.Coverage>) -> SeenFact {
    let name = "block.covers"
    switch coverage {
    case .absent, .known(.whole): return SeenFact(name: name, type: .text, value: .absent)
    case .unknown: return SeenFact(name: name, type: .text, value: .unknown)
    case .known(.classes(let classes)):
      return SeenFact(name, codes: classes.sorted(), in: .contentClass)
    case .known(.contact(let contact)):
      return SeenFact(name: name, type: .text, value: .known(.text(TextRef(contact.text))))
    case .known(.item(let item)):
      return SeenFact(name: name, type: .text, value: .known(.text(TextRef(item.text))))
    }
  }

  private func against(_ against: Fact<Block.Against>) -> SeenFact {
    let name = "block.against"
    switch against {
    case .absent, .known(.everyone): return SeenFact(name: name, type: .text, value: .absent)
    case .unknown: return SeenFact(name: name, type: .text, value: .unknown)
    case .known(.unit(let unit)): return SeenFact(name, unit: .known(unit))
    case .known(.template(let template)):
      return SeenFact(name, code: .known(template), in: .template)
    case .known(.staff(let staff)): return SeenFact(name, staff: .known(staff))
    }
  }

  // MARK: Rules

  /// What a condition looks at, with a link in view where the rule sees one.
  func facts(of condition: ConditionTable.Entry, link: Link?) -> [SeenFact] {
    let table = context.compiled.conditions
    let reader = FactReader(context: context, link: link)
    return table.slots(of: condition.node).map { slot in
      let attribute = table.attributes.attributes[slot]
      let value = reader.value(slot)
      let fact: Fact<AttributeValue> =
        value == .absent
        ? .absent
        : AttributeValue(value, type: attribute.type, policy).map { .known($0) } ?? .unknown
      return SeenFact(name: attribute.description, type: attribute.type, value: fact)
    }
  }

  /// What a care relationship looks at: of the link, what every relationship does, then its condition.
  func facts(of rule: OpeningRule, link: Link) -> [SeenFact] {
    let own = [
      SeenFact("link.kind", code: .known(link.kind), in: .logisticsKind),
      SeenFact("link.status", code: link.status, in: .linkStatus),
      SeenFact("link.starts", instant: link.starts), SeenFact("link.ends", instant: link.ends),
    ]
    let names = Set(own.map(\.name))
    return own + facts(of: rule.condition, link: link).filter { !names.contains($0.name) }
  }
}
