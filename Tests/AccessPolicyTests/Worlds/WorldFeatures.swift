import AccessPolicy

/// What of the policy language and of requests turns up in generated worlds.
enum WorldFeatures {
  /// Every feature that some generated world must have.
  static let all: Set<String> = {
    let types = ["number", "text", "date", "point in time", "unit", "member of staff", "patient"]
    let windows = [
      "without bound", "at start", "at end", "before start", "before end", "after start",
      "after end",
    ]
    var features: Set<String> = [
      "onlyWhereNamed", "refused", "class about no patient", "clinical action", "tag",
      "unit with mark",
      "nested enterprise", "kind without statuses", "kind with ended statuses",
      "kind with statuses",
      "relationship with statuses",
      "grant takes", "relationship takes", "reach", "reach takes", "mark covers",
      "mark for actions",
      "derived mark", "empty circle", "circle without through", "circle through", "mark override",
      "mark hides existence", "mark hides existence by condition", "block override",
      "block hides existence", "block hides existence by condition", "block for actions",
      "route",
      "textRequiredFor", "leastAuthentication of the set", "leastAuthentication of a template",
      "purposes of self-authorisation", "condition of self-authorisation",
    ]
    features.formUnion([
      "provisioned template", "provisioned subtemplates", "provisioned licence", "elsewhere",
      "condition of provisioning",
    ])
    for type in types { features.formUnion(["attribute: \(type)", "attribute: set of: \(type)"]) }
    for edge in windows.dropFirst() { features.formUnion(["opens \(edge)", "closes \(edge)"]) }
    features.formUnion(["opens without bound", "closes without bound"])
    for scope in SelfAuthorisation.Scope.words + ["attribute"] {
      features.insert("scope \(scope)")
    }
    for test in ["holds", "has", "equal", "ordered", "member", "within"] {
      features.insert("test: \(test)")
    }
    return features
  }()

  static func features(of policy: Policy) -> Set<String> {
    var features: Set<String> = []
    func note(_ feature: String, _ isThere: Bool = true) {
      if isThere { features.insert(feature) }
    }
    for (_, purpose) in policy.purposes {
      note("onlyWhereNamed", purpose.onlyWhereNamed)
      note("refused", purpose.refusedRoute != nil)
    }
    for (_, contentClass) in policy.contentClasses {
      note("class about no patient", !contentClass.isAboutPatient)
      note("clinical action", !contentClass.clinicalActions.isEmpty)
      note("tag", !contentClass.tags.isEmpty)
    }
    for (_, unit) in policy.organisation {
      note("unit with mark", !unit.marks.isEmpty)
      note("nested enterprise", unit.isEnterprise && unit.parent != nil)
    }
    for (_, kind) in policy.patientLogistics {
      note("kind with ended statuses", !kind.ended.isEmpty)
      note(kind.counts.isEmpty ? "kind without statuses" : "kind with statuses")
    }
    for declared in policy.attributes.values.flatMap({ $0 }) {
      note("attribute: \(declared.entry.type)")
    }
    for (_, template) in policy.templates {
      note("leastAuthentication of a template", template.leastAuthentication != nil)
    }
    note("leastAuthentication of the set", policy.sessionRules.leastAuthentication != nil)
    return features.union(openings(policy)).union(shields(policy)).union(tests(policy))
  }

  private static func openings(_ policy: Policy) -> Set<String> {
    var features: Set<String> = []
    for (_, securityClass) in policy.securityClasses {
      if securityClass.grants.contains(where: { $0.takes != nil }) {
        features.insert("grant takes")
      }
    }
    for (_, rule) in policy.careRelationships {
      features.insert("opens \(kind(of: rule.window.opens))")
      features.insert("closes \(kind(of: rule.window.closes))")
      if rule.takes != nil { features.insert("relationship takes") }
      if rule.statuses != nil { features.insert("relationship with statuses") }
    }
    for (_, rule) in policy.reach { features.insert(rule.takes == nil ? "reach" : "reach takes") }
    for (_, rule) in policy.selfAuthorisation {
      if case .attribute = rule.scope {
        features.insert("scope attribute")
      } else {
        features.insert("scope \(rule.scope)")
      }
      if rule.textRequiredFor != nil { features.insert("textRequiredFor") }
      if rule.purposes != nil { features.insert("purposes of self-authorisation") }
      if rule.condition != .constant(true) { features.insert("condition of self-authorisation") }
    }
    for (_, rule) in policy.provisioning {
      if rule.template != nil { features.insert("provisioned template") }
      if !rule.subtemplates.isEmpty { features.insert("provisioned subtemplates") }
      if rule.providerRecord != nil { features.insert("provisioned licence") }
      if rule.givesElsewhere { features.insert("elsewhere") }
      if rule.condition != .constant(true) { features.insert("condition of provisioning") }
    }
    return features
  }

  /// An edge without its span: `before start`.
  private static func kind(of edge: Window.Edge) -> String {
    edge.description.split(separator: " ").suffix(2).joined(separator: " ")
  }

  private static func shields(_ policy: Policy) -> Set<String> {
    var features: Set<String> = []
    for (_, mark) in policy.marks {
      if mark.covers != nil { features.insert("mark covers") }
      if mark.actions != nil { features.insert("mark for actions") }
      if mark.derived != nil { features.insert("derived mark") }
      if mark.override != nil { features.insert("mark override") }
      features.formUnion(hiding(mark.hidesExistence, "mark"))
      if mark.route != nil { features.insert("route") }
      if mark.circle.isEmpty { features.insert("empty circle") }
      for entry in mark.circle {
        features.insert(entry.through == nil ? "circle without through" : "circle through")
      }
    }
    for (_, kind) in policy.blocks {
      if kind.actions != nil { features.insert("block for actions") }
      if kind.override != nil { features.insert("block override") }
      features.formUnion(hiding(kind.hidesExistence, "block"))
    }
    return features
  }

  private static func hiding(_ condition: Condition, _ shield: String) -> [String] {
    guard case .constant(let hides) = condition else {
      return ["\(shield) hides existence by condition"]
    }
    return hides ? ["\(shield) hides existence"] : []
  }

  private static func tests(_ policy: Policy) -> Set<String> {
    Set(
      policy.conditions.flatMap(\.tests).map { test in
        switch test {
        case .holds: "test: holds"
        case .has: "test: has"
        case .equal: "test: equal"
        case .ordered: "test: ordered"
        case .member: "test: member"
        case .within: "test: within"
        }
      }
    )
  }
}
