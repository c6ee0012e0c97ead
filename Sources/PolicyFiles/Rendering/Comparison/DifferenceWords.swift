import AccessPolicy
import PolicyScenarios

/// The words of comparisons, in both languages.
struct DifferenceWords: AnalysisWords {
  let language: Language

  var title: String { say("Hva endringen gjør", "What the change does") }

  func same(_ report: DifferenceReport) -> String {
    report.renamed.isEmpty
      ? say(
        "Ingen forskjell: hver forespørsel får samme svar av begge regelsett.",
        "No difference: every request gets the same answer by both policy sets."
      )
      : say(
        "Ingen forskjell når de nye navnene brukes: hver forespørsel får da samme svar av begge regelsett.",
        "No difference once the new names are used: every request then gets the same answer by both policy sets."
      )
  }

  func sum(_ report: DifferenceReport) -> String {
    let counts = DifferenceReport.Direction.allCases.map { direction in
      (direction, report.groups.count { $0.direction == direction })
    }
    return counts.filter { $0.1 > 0 }.map { "\(heading($0.0)): \($0.1)" }.joined(separator: " · ")
  }

  func heading(_ direction: DifferenceReport.Direction) -> String {
    switch direction {
    case .opens: say("Åpner", "Opens")
    case .asks: say("Krever nå begrunnelse", "Now asks for a reason")
    case .closes: say("Stenger", "Closes")
    case .sameAnswer: say("Samme svar, andre vilkår", "Same answer, other terms")
    }
  }

  func transition(_ group: DifferenceReport.Group) -> String {
    switch (group.old, group.new) {
    case (.deny, .allow): say("ny tilgang uten begrunnelse", "new access without a reason")
    case (.deny, .justify): say("ny tilgang med begrunnelse", "new access with a reason")
    case (.justify, .allow):
      say("kravet om begrunnelse faller bort", "a reason is no longer needed")
    case (.allow, .justify):
      say("nå kreves begrunnelse", "a reason is needed now")
    case (.allow, .deny): say("ikke lenger", "no longer")
    case (.justify, .deny):
      say("ikke lenger, heller ikke med begrunnelse", "no longer, not even with a reason")
    case (.allow, .allow), (.justify, .justify), (.deny, .deny):
      "\(outcome(group.new)); \(aspects(group.aspects))"
    }
  }

  private func aspects(_ aspects: Set<SituationDifference.Aspect>) -> String {
    let names = SituationDifference.Aspect.allCases.filter { aspects.contains($0) }.map(aspect)
    return say("endret: ", "changed: ") + names.joined(separator: ", ")
  }

  private func aspect(_ aspect: SituationDifference.Aspect) -> String {
    switch aspect {
    case .outcome: say("svaret", "the answer")
    case .demands: say("hva som kreves av begrunnelsen", "what the reason takes")
    case .obligations: say("hva som følger med", "what comes with it")
    case .hiddenExistence:
      say("om det skjules at noe finnes", "whether it is hidden that there is something")
    case .routes: say("hvor man kan henvende seg", "where one can go instead")
    }
  }

  var who: String { say("Hvem", "Who") }

  /// What a role needs beside its template, after the names of templates.
  func onlyWith(_ subtemplates: [String]) -> String {
    let names = subtemplates.joined(separator: say(" og ", " and "))
    return say(
      " – bare med en under-rollemal til, for eksempel \(names)",
      " – only with a further subtemplate, such as \(names)"
    )
  }

  /// How often roles need a further subtemplate for it to change.
  func further(_ count: Int) -> String {
    say(
      "Bare med en under-rollemal til: \(count)",
      "Only with a further subtemplate: \(count)"
    )
  }

  /// What changes, where some of these marks or blocks are in force; or there, and without any.
  func what(_ shields: [String], isAlsoWithout: Bool) -> String {
    guard !shields.isEmpty else { return say("Hva", "What") }
    let names = shields.joined(separator: say(" eller ", " or "))
    return isAlsoWithout
      ? say("Hva, også når dette gjelder: \(names)", "What, also where this applies: \(names)")
      : say("Hva, når dette gjelder: \(names)", "What, where this applies: \(names)")
  }

  var sameThere: String { say("det samme", "the same") }
  var alsoThere: String { say("og dessuten", "and beside it") }
  var notThere: String { say("men ikke", "but not") }
  var why: String { say("Årsak", "Cause") }
  var before: String { say("før", "before") }
  var now: String { say("nå", "now") }
  var added: String { say("er ny", "is new") }
  var removed: String { say("er fjernet", "is taken away") }
  var changed: String { say("er endret", "is changed") }

  /// After actions and classes, where each right of the role to them has a condition.
  func onlyWhen(_ conditions: [String]) -> String {
    let all = conditions.joined(separator: say(" eller ", " or "))
    return say(" – bare når \(all)", " – only when \(all)")
  }

  var isWrittenAsBefore: String {
    say(
      "skrevet som før; noe det bygger på, er endret",
      "written as before; something that its meaning rests on is changed"
    )
  }
  var isNew: String { say("nytt:", "new:") }
  var isGone: String { say("fjernet:", "taken away:") }
  var newly: String { say("nå også", "now also") }
  var noLonger: String { say("ikke lenger", "no longer") }
  /// What heads edits that no group names.
  func otherEdits(_ report: DifferenceReport) -> String {
    if report.isEqual {
      return say(
        "Endret i filene, uten at noe svar er funnet annerledes",
        "Changed in the files, with no answer found to differ"
      )
    }
    return say(
      "Også endret i filene; det som over er skrevet som før, kan være endret ved dette",
      "Also changed in the files; what is written as before above may be changed by this"
    )
  }

  /// Sections that no comparison of answers can speak of, with what to do about them.
  var sectionsApart: [(section: String, text: String)] {
    [
      (
        "provisioning",
        say(
          "Endret i hvem som får hvilken rolle; det viser `access-policy provision` med ansattdata, ikke denne sammenligningen",
          "Changed in who gets which role; `access-policy provision` with staff records shows that, and this comparison does not"
        )
      ),
      (
        "principles",
        say(
          "Endret i hva som alltid skal gjelde; `access-policy verify` viser om det gjør det",
          "Changed in what must always hold; `access-policy verify` shows whether it does"
        )
      ),
    ]
  }

  var isAsked: String { say("Hva som kreves", "What is asked for") }
  /// What was asked for, where it is not any more because of an answer.
  func wasAsked(_ now: Outcome) -> String {
    now == .allow
      ? say("Hva som ble krevd, og faller bort", "What was asked for, and falls away")
      : say("Hva som ble krevd", "What was asked for")
  }

  /// Several demands, all of which must be met.
  func all(_ demands: [String]) -> String {
    demands.joined(separator: say(" – OG DESSUTEN: ", " – AND ALSO: "))
  }

  /// Several ways, of which one is enough.
  func oneOf(_ offers: [String]) -> String {
    offers.joined(separator: say(" – ELLER: ", " – OR: "))
  }

  var isHidden: String { say("Om noe finnes", "Whether there is something") }
  func hidden(_ isHidden: Bool) -> String {
    isHidden ? say("skjules", "is hidden") : say("vises", "is shown")
  }

  /// What a comparison does not look at.
  var bounds: String {
    say(
      "Ikke undersøkt: avvik for enkeltpersoner, og hvem som får hvilken rolle.",
      "Not looked at: deviations for single persons, and who gets which role."
    )
  }
  var comesWith: String { say("Hva som følger med", "What comes with it") }
  var routes: String { say("Hvor man kan henvende seg", "Where one can go instead") }
  var nothing: String { say("ingenting", "nothing") }
  var example: String { say("For eksempel", "For instance") }
  var renamed: String {
    say(
      "Heter noe annet og betyr det samme; autorisasjoner på det gamle navnet gir ikke lenger noe",
      "Renamed, with the same meaning; authorisations by the old name no longer give anything"
    )
  }
  var oldSet: String { say("Før", "Before") }
  var newSet: String { say("Etter", "After") }
}
