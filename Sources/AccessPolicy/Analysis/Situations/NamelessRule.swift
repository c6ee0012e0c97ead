/// What a rule means, without its name, its words and its place.
struct NamelessRule: Hashable {
  let parts: [AnyHashableText]

  /// A part of a rule in a form that can be compared and ordered.
  typealias AnyHashableText = String
}

extension FunctionGrant {
  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(actions.sorted())", "\(contentClasses.sorted())", "\(purposes.map { $0.sorted() } ?? [])",
      "\(purposes == nil)", condition.meaning, "\(takes?.text ?? "")", "\(obligations.sorted())",
    ])
  }
}

extension LicenceGrant {
  var withoutNames: NamelessRule {
    NamelessRule(parts: ["\(actions.sorted())", "\(contentClasses.sorted())"])
  }
}

extension CareRelationship {
  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(links.sorted())", "\(statuses.map { $0.sorted() } ?? [])", "\(statuses == nil)",
      condition.meaning, "\(window.opens)", "\(window.closes)",
      "\(purposes.map { $0.sorted() } ?? [])", "\(purposes == nil)", "\(takes?.text ?? "")",
      "\(obligations.sorted())",
    ])
  }
}

extension Reach {
  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(contentClasses.sorted())", condition.meaning, "\(purposes.map { $0.sorted() } ?? [])",
      "\(purposes == nil)", "\(takes?.text ?? "")", "\(obligations.sorted())",
    ])
  }
}

extension SelfAuthorisation {
  /// What the person must give, and what comes of it.
  var terms: NamelessRule {
    NamelessRule(parts: [
      "\(scope)", "\(reasons.sorted())", "\(leastText)",
      "\((textRequiredFor ?? reasons).sorted())", "\(lifetime)", "\(obligations.sorted())",
    ])
  }

  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(scope)", condition.meaning, "\(purposes.map { $0.sorted() } ?? [])", "\(purposes == nil)",
      "\(reasons.sorted())", "\(leastText)", "\(textRequiredFor.map { $0.sorted() } ?? [])",
      "\(textRequiredFor == nil)", "\(lifetime)", "\(obligations.sorted())",
    ])
  }
}

extension CircleEntry {
  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(through.map { $0.sorted() } ?? [])", "\(through == nil)", condition.meaning,
    ])
  }
}

extension Mark {
  /// All but the circle, the entries of which are rules of their own.
  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(covers.map { $0.sorted() } ?? [])", "\(covers == nil)",
      "\(actions.map { $0.sorted() } ?? [])", "\(actions == nil)", derived?.meaning ?? "",
      "\(override?.text ?? "")", hidesExistence.meaning, "\(obligations.sorted())",
    ])
  }
}

extension BlockKind {
  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(actions.map { $0.sorted() } ?? [])", "\(actions == nil)", "\(override?.text ?? "")",
      hidesExistence.meaning, "\(obligations.sorted())",
    ])
  }
}

extension LogisticsKind {
  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(counts.sorted())", "\(neverCounts.sorted())", "\(ended.sorted())",
    ])
  }
}

extension RoleTemplate {
  var withoutNames: NamelessRule {
    NamelessRule(parts: [
      "\(securityClasses.sorted())", "\(purposes.sorted())", "\(relationships.sorted())",
      "\(reach.sorted())", "\(selfAuthorisation.sorted())", "\(units.sorted())",
      "\(leastAuthentication ?? -1)",
    ])
  }
}

extension Condition {
  /// The condition without the words and places that its author gave it.
  var meaning: String {
    switch self {
    case .constant(let value): "\(value)"
    case .not(let inner): "not(\(inner.meaning))"
    case .all(let parts): "all(\(parts.map(\.meaning)))"
    case .any(let parts): "any(\(parts.map(\.meaning)))"
    case .test(let test, words: _, at: _): "\(test)"
    }
  }
}
