// What auditors read beside what came of each rule: facts, windows, requirements.

extension ExplanationWords {
  var forControlOnly: String {
    say(
      "Bare for kontroll av tilgang: dette kan fortelle om innhold som andre ikke skal vite at finnes.",
      "For the control of access only: this may tell of content that others must not know of."
    )
  }

  /// Who asks for what, with the keys of the request.
  func asked(_ request: AccessRequest) -> String {
    let action = names.action(request.action)
    let content = names.contentClass(request.content.contentClass)
    let now = "\(request.now)"
    let item = request.content.id.value.map { " “\($0)”" } ?? ""
    let patient = request.patient.map { "“\($0.id)”" }
    let about =
      patient.map { say(" om pasient \($0)", " about the patient \($0)") }
      ?? say(" uten pasient", " without a patient")
    return say(
      "“\(request.session.staff)” spør \(now): \(action), \(content)\(item)\(about)",
      "“\(request.session.staff)” asks at \(now): \(action), \(content)\(item)\(about)"
    )
  }

  func facts(_ facts: [SeenFact]) -> String {
    say("sett på: ", "looked at: ") + facts.map(fact).joined(separator: "; ")
  }

  func window(_ window: OpenTime) -> String {
    let opens = window.opens.map(\.description) ?? say("uten begynnelse", "without a beginning")
    let closes = window.closes.map(\.description) ?? say("uten slutt", "without an end")
    return say("åpent fra \(opens) til \(closes)", "open from \(opens) until \(closes)")
  }

  func because(_ ids: [RequirementID]) -> String {
    say("fordi: ", "because: ") + ids.map(\.text).joined(separator: ", ")
  }

  var requirementsTitle: String {
    say("Krav som reglene bygger på:", "Requirements that the rules rest on:")
  }

  func requirement(_ id: RequirementID, source: String?) -> String {
    names.requirement(id) + (source.map { ": \($0)" } ?? "")
  }

  /// A grant that the decision gives.
  func issued(_ grant: Grant) -> String {
    let rule = names.selfAuthorisation(grant.rule)
    return say(
      "Begrunnelsen gjelder etter \(rule) til \(grant.until).",
      "The reason holds under \(rule) until \(grant.until)."
    )
  }
}
