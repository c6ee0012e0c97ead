/// Finds the conditions of a policy set that are always or never true though they do not say so.
struct ConstantConditions {
  /// What all conditions of a policy set may try together: far more than a hospital's do, and less
  /// than a second.
  private static let mostTrials = 10_000_000

  private let policy: Policy
  private let analysis: ConditionAnalysis

  /// What is found in a policy set.
  ///
  /// - Parameter isWhole: Whether the policy set is free of mistakes so far.
  static func diagnostics(of policy: Policy, isWhole: Bool) -> [Diagnostic] {
    let conditions = ConstantConditions(
      policy: policy,
      analysis: ConditionAnalysis(policy, isWhole: isWhole, mostTrials: mostTrials)
    )
    // One condition can stand in thousands of rules by an alias.
    var seen: Set<Condition> = []
    func found(_ all: [Condition], opens: Bool) -> [Diagnostic] {
      all.filter { seen.insert($0).inserted }
        .flatMap { conditions.analysis.constantParts(of: $0) }
        .map { conditions.diagnostic($0, givesAccess: opens != $0.isNegated) }
    }
    return found(policy.conditionsThatOpen, opens: true)
      + found(policy.conditionsThatRestrict, opens: false)
      + found(policy.principles.map(\.entry.condition), opens: true)
  }

  /// - Parameter givesAccess: Whether more is open where the part holds.
  private func diagnostic(_ part: ConstantPart, givesAccess: Bool) -> Diagnostic {
    let words = part.parts.map(\.words)
    let ranges = part.parts.compactMap(\.range)
    guard part.parts.count == 1, let only = part.parts.first, let range = ranges.first,
      case .test(let test, let words, _) = only
    else {
      return part.kind == .always
        ? .alwaysTogether(
          words,
          facts: part.facts.map(\.description),
          instead: list(instead: part) ?? strictest(part, givesAccess: givesAccess),
          at: ranges
        )
        : .neverTogether(words, instead: list(instead: part), at: ranges)
    }
    let facts = test.facts.map(\.description)
    if case .has(let fact) = test, part.kind == .always {
      return .isAlwaysThere(words, fact: fact.description, at: range)
    }
    return switch part.kind {
    case .comparesWithItself: .comparedWithItself(words, fact: facts.first ?? "", at: range)
    case .always:
      .testAlwaysHolds(
        words,
        facts: facts,
        instead: strictest(part, givesAccess: givesAccess),
        at: range
      )
    case .never: never(test, words, range)
    }
  }

  /// What can be written for a part that nothing makes false, and opens no more than it did.
  ///
  /// Where a fact is missing the part may be unknown, and then opens nothing; `always` would.
  private func strictest(_ part: ConstantPart, givesAccess: Bool) -> ConstantReplacement? {
    guard givesAccess else { return .always }
    let asked = part.facts.filter { fact in
      guard fact.source != .builtIn(.now), let range = part.parts.first?.range else { return false }
      return analysis.mayFail([.test(.has(fact), words: "", at: range)])
    }
    return asked.isEmpty ? nil : .has(asked.map(\.description))
  }

  /// The list that was probably meant, unless it has every value that there can be.
  private func list(instead part: ConstantPart) -> ConstantReplacement? {
    let isNegated = part.kind == .always
    guard let words = SharedFact.instead(of: part.parts, negated: isNegated),
      let fact = part.facts.first, let range = part.parts.first?.range
    else { return nil }
    let others = part.parts.map { isNegated ? Condition.not($0) : $0 }
    let isMissing = Condition.not(.test(.has(fact), words: "", at: range))
    return analysis.mayFail(others + [isMissing]) ? .list(words) : nil
  }

  /// Why one test never holds, where the policy set shows it.
  private func never(_ test: Condition.Test, _ words: String, _ range: SourceRange) -> Diagnostic {
    guard let fact = test.facts.first, test.facts.count == 1, !test.codes.isEmpty else {
      return .testNeverHolds(words, at: range)
    }
    if fact.source == .builtIn(.contentTags) {
      return .noClassHasTag(words, tags: test.codes, at: range)
    }
    switch fact.step {
    case .kind, .enterpriseKind:
      let isOfEnterprises = fact.step == .enterpriseKind
      let kinds = policy.organisation.filter { $0.entry.isEnterprise || !isOfEnterprises }
        .map(\.entry.kind.text)
      return .noUnitOfKind(
        words,
        kinds: test.codes,
        isOfEnterprises: isOfEnterprises,
        among: Set(kinds).sorted(),
        at: range
      )
    case .enterprise:
      guard case .equal = test, let unit = test.codes.first.flatMap({ UnitID($0) }) else {
        return .testNeverHolds(words, at: range)
      }
      return .notAnEnterprise(
        words,
        unit: unit.text,
        enterprise: enterprise(of: unit)?.text,
        at: range
      )
    case nil: return .testNeverHolds(words, at: range)
    }
  }

  private func enterprise(of unit: UnitID) -> UnitID? {
    var unit: UnitID? = unit
    // A tree has no more levels than units.
    for _ in 0..<policy.organisation.count {
      guard let id = unit, let entry = policy.organisation[id] else { return nil }
      if entry.isEnterprise { return id }
      unit = entry.parent
    }
    return nil
  }
}

/// Tests of one fact that differ in the value alone, which one list says at once.
private enum SharedFact {
  /// The test of a list that was probably meant, in words.
  static func instead(of parts: [Condition], negated: Bool) -> String? {
    var fact: String?
    var sign: String?
    var values: [String] = []
    for part in parts {
      guard case .test(let test, let words, _) = part,
        let (name, isNegated, word) = test.ofOneValue,
        isNegated == negated, fact ?? name == name, sign ?? word == word,
        let value = value(in: words, after: name, isNegated && word == "within" ? 2 : 1)
      else { return nil }
      (fact, sign) = (name, word)
      values.append(value)
    }
    guard let fact, let sign else { return nil }
    return "\(fact) \(negated ? "not " : "")\(sign) [\(values.joined(separator: ", "))]"
  }

  /// The value that stands behind the fact and the words of the test; `nil` where it stands before.
  private static func value(in words: String, after fact: String, _ signs: Int) -> String? {
    let parts = words.split(separator: " ", maxSplits: 1 + signs)
    guard parts.count == 2 + signs, parts[0] == fact else { return nil }
    return String(parts[1 + signs])
  }
}

extension Condition.Test {
  /// For a fact beside one value: its name, whether the two shall differ, and the word for lists.
  fileprivate var ofOneValue: (fact: String, isNegated: Bool, sign: String)? {
    switch self {
    case .equal(.attribute(let fact, .zero), .literal, let negated):
      (fact.description, negated, "in")
    case .within(.attribute(let fact, _), .literal(let value), let negated):
      if case .set = value { nil } else { (fact.description, negated, "within") }
    default: nil
    }
  }

  /// The ids among the values that it mentions.
  fileprivate var codes: [String] { literals.flatMap(\.codes) }
}

extension AttributeValue {
  fileprivate var codes: [String] {
    switch self {
    case .code(let code): [code.text]
    case .unit(let unit): [unit.text]
    case .set(let values): values.flatMap(\.codes)
    default: []
    }
  }
}

extension ConstantPart {
  /// The facts that it mentions, each once.
  fileprivate var facts: [Attribute] {
    var facts: [Attribute] = []
    for fact in parts.flatMap(\.tests).flatMap(\.facts) where !facts.contains(fact) {
      facts.append(fact)
    }
    return facts
  }
}

extension Condition {
  /// The place of its first test.
  var range: SourceRange? {
    switch self {
    case .constant: nil
    case .not(let inner): inner.range
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.range).first
    case .test(_, words: _, at: let range): range
    }
  }
}

extension Policy {
  /// Every condition of every rule.
  var everyCondition: [Condition] { conditionsThatOpen + conditionsThatRestrict }

  /// The conditions of the rules that open, a circle's among them.
  fileprivate var conditionsThatOpen: [Condition] {
    let grants = securityClasses.flatMap(\.entry.grants).map(\.condition)
    let circles = marks.flatMap(\.entry.circle).map(\.condition)
    return grants + circles + careRelationships.map(\.entry.condition)
      + reach.map(\.entry.condition) + selfAuthorisation.map(\.entry.condition)
      + provisioning.map(\.entry.condition)
  }

  /// The conditions by which marks are set, and by which what is shielded is hidden.
  var conditionsThatRestrict: [Condition] {
    marks.compactMap(\.entry.derived) + marks.map(\.entry.hidesExistence)
      + blocks.map(\.entry.hidesExistence)
  }
}
