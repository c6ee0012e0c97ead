// The sentences that say what would have had to be otherwise.

extension ExplanationWords {
  /// What stands over the changes.
  func changesTitle(_ outcome: Outcome, arePairs: Bool) -> String {
    switch (outcome, arePairs) {
    case (.allow, _): say("Det som ville endret dette:", "What would change this:")
    case (_, false):
      say("Det nærmeste som ville gitt tilgang:", "The nearest that would give access:")
    case (_, true):
      say(
        "Ingen enkelt endring er nok. To sammen som ville gitt tilgang:",
        "No single change is enough. Two together that would give access:"
      )
    }
  }

  var noChange: String {
    say(
      "Fant ingen endring, eller to sammen, som ville gitt tilgang.",
      "No change was found, nor two together, that would give access."
    )
  }

  func moreChanges(_ count: Int) -> String {
    say("og \(count) til", "and \(count) more")
  }

  /// What comes out with a change.
  func becomes(_ outcome: Outcome) -> String {
    switch outcome {
    case .allow: say("tilgang", "access")
    case .justify: say("tilgang med begrunnelse", "access with a reason")
    case .deny: say("ingen tilgang", "no access")
    }
  }

  /// Steps of one kind, as one part of a sentence.
  func steps(_ steps: [ChangeStep], _ asked: AccessRequest, isForStaff: Bool) -> String {
    guard let first = steps.first else { return "" }
    func each<Name>(_ name: (ChangeStep) -> Name?) -> [Name] { steps.compactMap(name) }
    let time = { (instant: Instant) in isForStaff ? clock(instant, asked.now) : "\(instant)" }
    switch first {
    case .reason(let offer): return reason(offer)
    case .withoutReasons:
      return say("uten begrunnelsen som er oppgitt", "without the reason that was given")
    case .authenticationLevel(let level):
      return say("pålogging på sikkerhetsnivå \(level)", "a login at authentication level \(level)")
    case .unit:
      let units = each { if case .unit(let id) = $0 { names.unit(id) } else { nil } }
      return say("innlogging på \(either(units))", "being logged in to \(either(units))")
    case .purpose:
      let purposes = each { if case .purpose(let id) = $0 { names.purpose(id) } else { nil } }
      return say("formålet \(either(purposes))", "the purpose \(either(purposes))")
    case .from(let instant): return say("fra \(time(instant))", "from \(time(instant))")
    case .before(let instant): return say("før \(time(instant))", "before \(time(instant))")
    case .systemTakesChanges:
      return say("når systemet igjen tar imot endringer", "once the system takes changes again")
    case .status(let link, let status):
      return say(
        "at \(self.link(link, asked, isForStaff)) får status \(names.status(status))",
        "that \(self.link(link, asked, isForStaff)) has the status \(names.status(status))"
      )
    case .withoutLink(let link):
      return say(
        "uten \(self.link(link, asked, isForStaff))",
        "without \(self.link(link, asked, isForStaff))"
      )
    case .link(let link, let relationship):
      let made = names.relationship(relationship)
      let link = self.link(link, asked, isForStaff: isForStaff)
      return isForStaff
        ? "\(link) (\(made))" : say("\(link), som gir \(made)", "\(link), which makes \(made)")
    case .subtemplate:
      let ids = each { if case .subtemplate(let id) = $0 { names.subtemplate(id) } else { nil } }
      return say("under-rollemalen \(either(ids))", "the subtemplate \(either(ids))")
    case .withoutSubtemplate:
      let ids = each {
        if case .withoutSubtemplate(let id) = $0 { names.subtemplate(id) } else { nil }
      }
      return say("uten under-rollemalen \(either(ids))", "without the subtemplate \(either(ids))")
    case .providerRecord:
      let ids = each {
        if case .providerRecord(let id) = $0 { names.providerRecord(id) } else { nil }
      }
      return say("den kliniske tilgangen \(either(ids))", "the clinical rights \(either(ids))")
    case .activeAuthorisation:
      return say("at autorisasjonen er i bruk", "an authorisation that is in use")
    case .withoutMark(let mark):
      return say("uten skjermingen \(names.mark(mark))", "without the mark \(names.mark(mark))")
    case .withoutBlock(let block):
      return say("uten sperringen `\(block)`", "without the block `\(block)`")
    }
  }

  private func reason(_ offer: Demand.Offer) -> String {
    let rule = names.selfAuthorisation(offer.rule)
    let reasons = either(offer.reasons.map { names.reason($0) })
    return say("en begrunnelse (\(rule)): \(reasons)", "a reason (\(rule)): \(reasons)")
  }

  /// A link that is there; staff know it by what it is, auditors by its key.
  private func link(_ id: LinkRef, _ asked: AccessRequest, _ isForStaff: Bool) -> String {
    let link = asked.patient?.links.first { $0.id == id }
    guard isForStaff, let link else { return "`\(id)`" }
    return kindAndUnit(link)
  }

  func kindAndUnit(_ link: Link) -> String {
    let kind = names.kind(link.kind)
    guard let unit = link.unit.value else { return kind }
    return say("\(kind) ved \(names.unit(unit))", "\(kind) at \(names.unit(unit))")
  }

  /// A link that is not there, by the facts that it takes.
  private func link(_ link: Link, _ asked: AccessRequest, isForStaff: Bool) -> String {
    var parts = [kindAndUnit(link)]
    if let status = link.status.value {
      parts.append(
        say("med status \(names.status(status))", "with the status \(names.status(status))")
      )
    }
    let you = isForStaff ? say("deg", "you") : say("den som spør", "the person who asks")
    if let staff = link.staff.value {
      let named = staff == asked.session.staff ? you : "“\(staff)”"
      parts.append(say("som nevner \(named)", "that names \(named)"))
    }
    if case .known(let team) = link.team, !team.isEmpty {
      parts.append(say("med \(you) i teamet", "with \(you) in its team"))
    }
    if let group = link.group.value {
      parts.append(say("i gruppen “\(group)”", "in the group “\(group)”"))
    }
    for (id, value) in link.attributes.sorted(by: { $0.key < $1.key }) {
      guard let declared = names.policy.attributes[.link]?[id], case .known = value else {
        continue
      }
      let fact = SeenFact(name: "link.\(id)", type: declared.type, value: value)
      parts.append(self.fact(fact))
    }
    return parts.joined(separator: ", ")
  }
}
