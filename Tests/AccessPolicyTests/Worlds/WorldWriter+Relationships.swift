import AccessPolicy
import PolicyTestSupport

// Patient logistics, care relationships and reach.

extension WorldWriter {
  mutating func writeRelationships() {
    var counting: [String: [String]] = [:]
    add(
      "patientLogistics",
      entries(words.logistics) { writer, id in
        var kind = writer.entry(id, because: 0)
        // The first kind declares every status that conditions can name.
        guard !writer.words.statuses.isEmpty,
          id == writer.words.logistics.first || writer.dice.percent(60)
        else { return kind }
        let statuses = writer.dice.shuffled(writer.words.statuses)
        let split = writer.dice.percent(3) ? 0 : writer.dice.number(1...statuses.count)
        kind["counts"] = .ids(Array(statuses[..<split]))
        kind["neverCounts"] = .ids(Array(statuses[split...]))
        let ended = writer.dice.some(Array(statuses[..<split]), percent: 25)
        if !ended.isEmpty { kind["ended"] = .ids(ended) }
        counting[id] = Array(statuses[..<split])
        return kind
      }
    )
    add(
      "careRelationships",
      entries(words.relationships) { writer, id in
        writer.relationship(id, counting: counting)
      }
    )
    add(
      "reach",
      entries(words.reach) { writer, id in
        var rule = writer.entry(id)
        rule["on"] = .ids(writer.dice.someOrOne(writer.words.otherClasses, percent: 70))
        rule["where"] = writer.condition(.reach)
        writer.addOpening(to: &rule, takes: 20, writer.words.narrowScoped)
        return rule
      }
    )
  }

  private mutating func relationship(_ id: String, counting: [String: [String]]) -> Tree {
    var rule = entry(id)
    let kinds = dice.someOrOne(words.logistics, percent: 55)
    rule["links"] = .ids(kinds)
    let statuses = Set(kinds.flatMap { counting[$0] ?? [] }).sorted()
    if !statuses.isEmpty, dice.percent(40) {
      rule["statuses"] = .ids(dice.someOrOne(statuses, percent: 60))
    }
    rule["where"] = condition(.opening(seesLink: true), percent: conditionShare + 5)
    rule["opens"] = edge(unbounded: "always")
    rule["closes"] = edge(unbounded: "never")
    if neverOpens(opens: rule["opens"], closes: rule["closes"]) { rule["closes"] = .text("never") }
    addOpening(to: &rule, takes: 28, words.selfAuthorisation)
    if rule["takes"] == nil { words.standardRelationships.append(id) }
    return rule
  }

  /// Whether a window closes before it opens, which no policy set may say.
  private func neverOpens(opens: Tree?, closes: Tree?) -> Bool {
    func edge(_ tree: Tree?, _ anchor: Window.Anchor) -> Window.Edge? {
      guard case .text(let text)? = tree else { return .relative(anchor, .zero) }
      return WindowEdgeText.parse(text, anchor: anchor)
    }
    guard case .relative(let first, let from)? = edge(opens, .start),
      case .relative(let last, let until)? = edge(closes, .end)
    else { return false }
    return first == last && from >= until
  }

  /// An edge of a window, or `nil` for the default.
  private mutating func edge(unbounded: String) -> Tree? {
    let anchor = dice.percent(70) == (unbounded == "always") ? "start" : "end"
    let side = dice.pick(["before", "after"])
    switch dice.below(10) {
    case 0..<3: return nil
    case 3..<5: return .text(unbounded)
    case 5..<6: return .text("at \(anchor)")
    case 6..<9: return .text("\(dice.pick(Pool.spans)) \(side) \(anchor)")
    default: return .text("\(dice.pick(Pool.spans)) \(side)")
    }
  }
}
