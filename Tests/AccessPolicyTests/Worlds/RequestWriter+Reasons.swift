import AccessPolicy
import PolicyTestSupport

// Grants and justifications.

extension RequestWriter {
  mutating func grants(for request: AccessRequest) -> [Grant] {
    guard dice.percent(28) else { return [] }
    return (1...dice.number(1...3)).compactMap { number in
      var grant = fittingGrant(for: request, number)
      if dice.percent(25) { grant?.becomeMisfit(&dice, strange: declared(in: names.units)) }
      return grant
    }
  }

  /// A grant that fits in all but, perhaps, the time.
  private mutating func fittingGrant(for request: AccessRequest, _ number: Int) -> Grant? {
    let owned = dice.percent(85) ? dice.pickAny(role(\.selfAuthorisation)) : nil
    let id = owned ?? declared(in: names.selfAuthorisation)
    guard let rule = policy.selfAuthorisation[id] else { return nil }
    let scope: Grant.Scope =
      switch rule.scope {
      case .patient: .patient
      case .contentClass: .contentClass(request.content.contentClass)
      case .contact: .contact(request.content.contact.value?.id ?? "contact-1")
      case .item: .item(request.content.id.value ?? "item-1")
      case .attribute(let id):
        if case .known(.text(let text)) = request.content.attributes[id] {
          .attribute(id, text)
        } else {
          .attribute(id, TextRef(dice.pick(Pool.texts)))
        }
      }
    let from =
      dice.percent(25)
      ? now - rule.lifetime + TimeSpan(seconds: Int64(dice.number(-1...1)))
      : now - TimeSpan(seconds: Int64(dice.below(Int(rule.lifetime.seconds) * 5 / 4 + 1)))
    return Grant(
      id: GrantRef("grant-\(number)"),
      rule: id,
      staff: session.staff,
      patient: request.patient?.id,
      scope: scope,
      template: session.authorisation.template,
      enterprise: session.unit.value.flatMap { policy.enterprise(of: $0) },
      purpose: session.purpose.value ?? declared(in: names.purposes),
      reason: dice.percent(90) ? dice.pick(rule.reasons.sorted()) : declared(in: names.reasons),
      from: dice.percent(5) ? now + TimeSpan(seconds: 1) : from,
      until: dice.percent(70) ? from + rule.lifetime : instant(past: 15)
    )
  }

  mutating func justifications() -> [Justification] {
    guard dice.percent(28) else { return [] }
    return (1...dice.number(1...2)).map { _ in
      let id = dice.pickAny(role(\.selfAuthorisation)) ?? declared(in: names.selfAuthorisation)
      let rule = policy.selfAuthorisation[id]
      let fitting = dice.percent(85) ? dice.pickAny(rule.map { $0.reasons.sorted() } ?? []) : nil
      var named: SelfAuthorisationID?
      if dice.percent(25) { named = dice.percent(70) ? id : declared(in: names.selfAuthorisation) }
      return Justification(
        reason: fitting ?? declared(in: names.reasons),
        text: reasonText(asked: rule?.leastText ?? 0),
        rule: named
      )
    }
  }

  /// Mostly text enough; else a character short, or filled up with what nobody sees.
  private mutating func reasonText(asked: Int) -> String {
    let unseen = ["", " ", "\u{200B}", "\u{2060} ", "\u{AD}\n", "\u{FE0F}", "\u{E0001}"]
    let seen = ["a", "å", "e\u{301}", "文", "🙂", "."]
    var text = ""
    let wanted = dice.percent(75) ? asked : max(0, asked - 1)
    while visibleCharacters(in: text) < wanted {
      text += dice.pick(seen)
      if dice.percent(20) { text += dice.pick(unseen) }
    }
    // A letter with an accent is two scalars, and may be one too many.
    return text
  }
}

extension Grant {
  /// Changes one part, so that the grant fits another lock.
  fileprivate mutating func becomeMisfit(_ dice: inout Dice, strange: UnitID) {
    switch dice.below(6) {
    case 0: staff = "somebody-else"
    case 1: patient = dice.percent(50) ? nil : "another"
    case 2:
      scope = dice.pick([
        .patient, .contact("contact-9"), .item("item-9"), .contentClass(Strange.id()),
        .attribute(Strange.id(), TextRef(dice.pick(Pool.texts))),
      ])
    case 3: template = Strange.id()
    case 4: enterprise = dice.percent(50) ? nil : strange
    default: purpose = Strange.id()
    }
  }
}
