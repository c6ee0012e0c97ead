import AccessPolicy

// What a case says beside its cast.

extension RequestParts {
  /// Reasons that are given.
  mutating func justifications(_ justifications: [Justification]) -> [Written.Entry] {
    guard !justifications.isEmpty else { return [] }
    let items = justifications.map { Written.keys(justification($0)) }
    return [Written.Entry("justifications", .list(items))]
  }

  mutating func justification(_ justification: Justification) -> [Written.Entry] {
    var entries = [Written.Entry("reason", id(justification.reason, "reason", in: policy.reasons))]
    if !justification.text.isEmpty {
      entries.append(Written.Entry("text", .scalar(ScalarText.of(justification.text))))
    }
    if let rule = justification.rule {
      let rule = id(rule, "self-authorisation rule", in: policy.selfAuthorisation)
      entries.append(Written.Entry("rule", rule))
    }
    return entries
  }

  /// Grants that are held; what is as in the session is not written.
  mutating func grants(_ request: AccessRequest) -> [Written.Entry] {
    guard !request.grants.isEmpty else { return [] }
    let items = request.grants.map { Written.keys(grant($0, request)) }
    return [Written.Entry("grants", .list(items), isOpen: true)]
  }

  private mutating func grant(_ grant: Grant, _ request: AccessRequest) -> [Written.Entry] {
    let session = request.session
    var entries: [Written.Entry] = []
    if let id = grant.id { entries.append(.init("id", key(id))) }
    let rule = id(grant.rule, "self-authorisation rule", in: policy.selfAuthorisation)
    entries += [.init("rule", rule), .init("scope", scope(grant.scope, request))]
    entries += [.init("from", instant(grant.from)), .init("until", instant(grant.until))]
    entries.append(.init("reason", id(grant.reason, "reason", in: policy.reasons)))
    if grant.staff != session.staff { entries.append(.init("staff", key(grant.staff))) }
    if grant.patient != request.patient?.id {
      entries.append(.init("patient", grant.patient.map(key) ?? .scalar("null")))
    }
    if grant.template != session.authorisation.template {
      let template = id(grant.template, "role template", in: policy.templates)
      entries.append(.init("template", template))
    }
    if grant.purpose != session.purpose.value {
      entries.append(.init("purpose", id(grant.purpose, "purpose", in: policy.purposes)))
    }
    if grant.enterprise != session.unit.value.flatMap(policy.enterprise) {
      let enterprise = grant.enterprise.map { unit($0) } ?? .scalar("null")
      entries.append(.init("enterprise", enterprise))
    }
    return entries
  }

  private mutating func scope(_ scope: Grant.Scope, _ request: AccessRequest) -> Written {
    switch scope {
    case .patient:
      if request.patient == nil {
        cannot("a grant for a patient is held where there is no patient")
      }
      return .scalar("patient")
    case .contentClass(let id):
      return .keys([
        .init("class", self.id(id, "content class", in: policy.contentClasses))
      ])
    case .contact(let contact):
      if request.patient == nil {
        cannot("a grant for a contact is held where there is no patient")
      }
      return .keys([.init("contact", key(contact))])
    case .item(let item): return .keys([.init("item", key(item))])
    case .attribute(let id, let text):
      if policy.attributes[.content]?[id]?.type != .text {
        cannot("a grant is for `content.\(id)`, which is no declared text")
      }
      let entry = Written.Entry("content.\(id)", key(text))
      return .keys([.init("attribute", .keys([entry]))])
    }
  }

  // MARK: Expectations

  mutating func expectation(_ outcome: Outcome, _ parts: [Expectation.Part]) -> Written {
    guard !parts.isEmpty else { return .scalar("\(outcome)") }
    var entries: [Written.Entry] = []
    func names(_ key: String, _ names: [String]) {
      guard !names.isEmpty else { return }
      let scalars = names.map { Written.scalar(ScalarText.of($0)) }
      entries.append(Written.Entry(key, scalars.count == 1 ? scalars[0] : .list(scalars)))
    }
    names("by", parts.compactMap { if case .by(let name) = $0 { name } else { nil } })
    names("notBy", parts.compactMap { if case .notBy(let name) = $0 { name } else { nil } })
    for part in parts { entries += self.part(part) }
    return .keys([Written.Entry("\(outcome)", .keys(entries))])
  }

  private mutating func part(_ part: Expectation.Part) -> [Written.Entry] {
    switch part {
    case .by, .notBy: []
    case .obligations(let obligations):
      [.init("obligations", ids(obligations, "obligation", in: policy.obligations))]
    case .reasons(let reasons): [.init("reasons", ids(reasons, "reason", in: policy.reasons))]
    case .rules(let rules):
      [.init("rules", ids(rules, "self-authorisation rule", in: policy.selfAuthorisation))]
    case .grants(let rules):
      [.init("grants", ids(rules, "self-authorisation rule", in: policy.selfAuthorisation))]
    case .routes(let routes):
      [.init("routes", .list(routes.keys.sorted().map { .scalar(ScalarText.of($0)) }))]
    case .hidden(let isHidden): [.init("hidden", .scalar(ScalarText.of(isHidden)))]
    case .undetermined(let facts):
      [.init("undetermined", .list(facts.sorted().map { .scalar(ScalarText.of($0)) }))]
    case .validUntil(let instant):
      [.init("validUntil", instant.map { self.instant($0) } ?? .scalar("never"))]
    case .then(let justification, let gives):
      [
        .init(
          "then",
          .keys(
            self.justification(justification)
              + [.init("gives", expectation(gives.outcome, gives.parts.map(\.value)))]
          )
        )
      ]
    }
  }
}
