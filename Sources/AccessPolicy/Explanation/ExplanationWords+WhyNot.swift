// Why staff do not have access: what they have, and what is asked for, side by side.

extension ExplanationWords {
  func notInForce(_ authorisation: Authorisation, _ now: Moment) -> String {
    guard let role = names.policy.templates[authorisation.template]?.term.title[language] else {
      return say(
        "Rollen din er ikke kjent her. Meld fra til brukerstøtten.",
        "Your role is not known here. Please tell user support."
      )
    }
    if authorisation.isActive == .known(false) || authorisation.isActive == .absent {
      return say(
        "Autorisasjonen din som \(role) er ikke i bruk.",
        "Your authorisation as \(role) is not in use."
      )
    }
    if let from = authorisation.from.value, from > now.instant {
      return say(
        "Autorisasjonen din som \(role) begynner \(clock(from, now)).",
        "Your authorisation as \(role) begins \(clock(from, now))."
      )
    }
    if let until = authorisation.until.value, until <= now.instant {
      return say(
        "Autorisasjonen din som \(role) sluttet \(clock(until, now)).",
        "Your authorisation as \(role) ended \(clock(until, now))."
      )
    }
    return say(
      "Det er ikke kjent om autorisasjonen din som \(role) gjelder nå. Meld fra til brukerstøtten.",
      "It is not known whether your authorisation as \(role) is in force now. Please tell user support."
    )
  }

  func otherWorkplace(_ unit: Fact<UnitID>, _ ofRole: [String]) -> String {
    let role =
      ofRole.isEmpty
      ? say("Rollen din er ikke satt opp for noen enhet.", "Your role is set up for no unit.")
      : say(
        "Rollen din er satt opp for \(both(ofRole)).",
        "Your role is set up for \(both(ofRole))."
      )
    guard let unit = unit.value else {
      let login = say(
        "Du er ikke logget inn på en kjent enhet.",
        "You are logged in to no known unit."
      )
      return "\(login) \(role)"
    }
    let login = say(
      "Du er logget inn på \(names.unit(unit)).",
      "You are logged in to \(names.unit(unit))."
    )
    return "\(login) \(role)"
  }

  func weakLogin(_ level: Fact<Int64>, asked: Int64?) -> String {
    guard let asked else { return gateClosed(.authentication, title: nil) }
    guard let level = level.value else {
      return say(
        "Det er ikke kjent hvor sterkt du er pålogget. Dette krever sikkerhetsnivå \(asked).",
        "It is not known how strongly you are logged in. This takes authentication level \(asked)."
      )
    }
    return say(
      "Du er pålogget på sikkerhetsnivå \(level). Dette krever nivå \(asked).",
      "You are logged in at authentication level \(level). This takes level \(asked)."
    )
  }

  func refusedPurpose(_ purpose: Fact<PurposeID>) -> String {
    let name = purpose.value.map { names.purpose($0) } ?? ""
    return say(
      "Til formålet \(name) gis det ikke tilgang her.",
      "For the purpose \(name), access is not given here."
    )
  }

  func otherPurpose(_ purpose: Fact<PurposeID>, _ ofRole: [String]) -> String {
    let asked =
      purpose.value.map {
        say("Formålet er \(names.purpose($0)).", "The purpose is \(names.purpose($0)).")
      }
      ?? say("Formålet er ikke kjent.", "The purpose is not known.")
    let role =
      ofRole.isEmpty
      ? say("Rollen din har ikke noe formål.", "Your role has no purpose.")
      : say(
        "Rollen din er satt opp for \(both(ofRole)).",
        "Your role is set up for \(both(ofRole))."
      )
    return "\(asked) \(role)"
  }

  func noFunction(_ request: AccessRequest, others: [String]) -> String {
    let content = names.contentClass(request.content.contentClass)
    let action = names.action(request.action)
    if others.isEmpty {
      return say(
        "Rollen din har ikke dette innholdet: \(content).",
        "Your role does not have this content: \(content)."
      )
    }
    return say(
      "Rollen din har ikke \(action) på dette innholdet (\(content)), bare \(both(others)).",
      "Your role does not have \(action) on this content (\(content)), only \(both(others))."
    )
  }

  func notForPurpose(_ request: AccessRequest) -> String {
    let content = names.contentClass(request.content.contentClass)
    let purpose =
      request.session.purpose.value.map { names.purpose($0) } ?? say("ukjent", "unknown")
    return say(
      "Rollen din har dette innholdet (\(content)), men ikke til formålet \(purpose).",
      "Your role has this content (\(content)), but not for the purpose \(purpose)."
    )
  }

  func noLicence(_ request: AccessRequest) -> String {
    let action = names.action(request.action)
    let content = names.contentClass(request.content.contentClass)
    let has =
      switch request.session.authorisation.providerRecord {
      case .known(let id):
        say("Du har \(names.providerRecord(id)).", "You have \(names.providerRecord(id)).")
      case .absent:
        say(
          "Det er ikke registrert noen klinisk tilgang på deg.",
          "No clinical rights are registered for you."
        )
      case .unknown:
        say(
          "Det er ikke kjent hvilken klinisk tilgang du har.",
          "It is not known which clinical rights you have."
        )
      }
    return say(
      "\(action) på dette innholdet (\(content)) krever klinisk tilgang. \(has)",
      "\(action) on this content (\(content)) takes clinical rights. \(has)"
    )
  }

  var noReach: String {
    say(
      "Rollen din når ikke dette innholdet slik du er pålogget nå.",
      "Your role does not reach this content as you are logged in now."
    )
  }

  var noPatient: String {
    say(
      "Dette innholdet gjelder en pasient, og det er ikke kjent hvilken.",
      "This content is about a patient, and it is not known which one."
    )
  }
}
