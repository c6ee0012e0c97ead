// Sessions, terms and roles.

extension Mutants {
  var ofSessions: [Mutant] {
    guard let range = policy.sessionRules.range, let least = policy.sessionRules.leastAuthentication
    else { return [] }
    let title = LocalizedText(nb: "Alle økter", en: "Every session")
    let maker = MutantMaker(
      .session,
      "session",
      Term(title: title, because: [], range: range),
      touches: .everything
    )
    return maker.least(least, key: "leastAuthentication") {
      $0.sessionRules.leastAuthentication = $1
    }
  }

  var ofTerms: [Mutant] { ofPurposes + ofActions + ofClasses + ofUnits + ofLogistics }

  private var ofPurposes: [Mutant] {
    policy.purposes.flatMap { id, purpose in
      let maker = MutantMaker(.purpose, id.text, purpose.term, touches: .purpose(id))
      let (is_, other) = purpose.onlyWhereNamed ? ("yes", "no") : ("no", "yes")
      var mutants: [Mutant] = []
      if purpose.refusedRoute == nil {
        mutants.append(
          maker(.changed(key: "onlyWhereNamed", from: is_, to: other)) {
            $0.purposes.change(id) { $0.onlyWhereNamed.toggle() }
          }
        )
      } else {
        mutants.append(
          maker(.freed(key: "refused")) { $0.purposes.change(id) { $0.refusedRoute = nil } }
        )
      }
      return mutants
    }
  }

  private var ofActions: [Mutant] {
    policy.actions.map { id, action in
      let maker = MutantMaker(.action, id.text, action.term, touches: .action(id))
      let (is_, other) = action.writes ? ("yes", "no") : ("no", "yes")
      return maker(.changed(key: "writes", from: is_, to: other)) {
        $0.actions.change(id) { $0.writes.toggle() }
      }
    }
  }

  private var ofClasses: [Mutant] {
    policy.contentClasses.flatMap { id, contentClass in
      let maker = MutantMaker(
        .contentClass,
        id.text,
        contentClass.term,
        touches: .contentClass(id)
      )
      return maker.losing(contentClass.clinicalActions, key: "clinical", keepsLast: false) {
        (policy, left) in
        policy.contentClasses.change(id) { $0.clinicalActions = left }
      }
    }
  }

  private var ofUnits: [Mutant] {
    policy.organisation.flatMap { id, unit in
      let maker = MutantMaker(.unit, id.text, unit.term, touches: .everything)
      return maker.losing(unit.marks, key: "marks", keepsLast: false) { (policy, left) in
        policy.organisation.change(id) { $0.marks = left }
      }
    }
  }

  private var ofLogistics: [Mutant] {
    policy.patientLogistics.flatMap { id, kind in
      let maker = MutantMaker(.logistics, id.text, kind.term, touches: .everything)
      let lost = kind.counts.sorted().filter { _ in kind.counts.count > 1 }.map { status in
        maker(.lost(key: "counts", value: status.text)) {
          $0.patientLogistics.change(id) {
            $0.counts.remove(status)
            $0.ended.remove(status)
            $0.neverCounts.insert(status)
          }
        }
      }
      let gained = kind.neverCounts.sorted().map { status in
        maker(.gained(key: "counts", value: status.text)) {
          $0.patientLogistics.change(id) {
            $0.neverCounts.remove(status)
            $0.counts.insert(status)
          }
        }
      }
      return lost + gained
        + maker.losing(kind.ended, key: "ended", keepsLast: false) { (policy, left) in
          policy.patientLogistics.change(id) { $0.ended = left }
        }
    }
  }

  // MARK: Roles

  var ofRoles: [Mutant] {
    let templates = policy.templates.flatMap { id, role in
      let maker = MutantMaker(.template, id.text, role.term, touches: .template(id))
      // A block against a template that is not there is one against nobody knows whom.
      let removed = maker(.removed, touches: .everything) {
        $0.templates = $0.templates.without(id)
      }
      return [removed]
        + of(role, maker) { (policy, edit) in policy.templates.change(id, edit) }
    }
    let subtemplates = policy.subtemplates.flatMap { id, role in
      let maker = MutantMaker(.subtemplate, id.text, role.term, touches: .subtemplate(id))
      return of(role, maker) { (policy, edit) in policy.subtemplates.change(id, edit) }
    }
    return templates + subtemplates
  }

  private func of(
    _ role: RoleTemplate,
    _ maker: MutantMaker,
    _ change: @escaping @Sendable (inout Policy, (inout RoleTemplate) -> Void) -> Void
  ) -> [Mutant] {
    maker.losing(role.securityClasses, key: "securityClasses", keepsLast: false) { policy, left in
      change(&policy) { $0.securityClasses = left }
    }
      + maker.losing(role.purposes, key: "purposes", keepsLast: false) { policy, left in
        change(&policy) { $0.purposes = left }
      }
      + maker.losing(role.relationships, key: "relationships", keepsLast: false) { policy, left in
        change(&policy) { $0.relationships = left }
      }
      + maker.losing(role.reach, key: "reach", keepsLast: false) { policy, left in
        change(&policy) { $0.reach = left }
      }
      + maker.losing(role.selfAuthorisation, key: "selfAuthorisation", keepsLast: false) {
        policy,
        left in
        change(&policy) { $0.selfAuthorisation = left }
      }
      + maker.losing(role.units, key: "units", keepsLast: false) { policy, left in
        change(&policy) { $0.units = left }
      }
      + maker.least(role.leastAuthentication, key: "leastAuthentication") { policy, least in
        change(&policy) { $0.leastAuthentication = least }
      }
  }
}
