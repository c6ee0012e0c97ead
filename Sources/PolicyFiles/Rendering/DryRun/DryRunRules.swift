import AccessPolicy
import PolicyScenarios

/// By which rules the cells of a block are answered so, each set of rules once.
struct DryRunRules {
  private let page: DryRunPage
  private let cells: [DryRunCell]

  init(
    _ page: DryRunPage,
    _ block: DryRunTable<DryRunSign>.Block,
    _ cells: [DryRunCell]
  ) {
    self.page = page
    let classes = Dictionary(
      block.lines.map { ($0.action, Set($0.contentClasses)) },
      uniquingKeysWith: { $0.union($1) }
    )
    self.cells = cells.filter { classes[$0.action]?.contains($0.contentClass) == true }
  }

  /// Where in a table.
  private struct Spot: Hashable {
    let content: SituationID?
    let situation: SituationID
  }

  /// A gate or rule in words, in the order of gates.
  private struct Named: Hashable, Comparable {
    let gate: GateID
    let text: String

    static func < (a: Self, b: Self) -> Bool {
      a.gate == b.gate ? a.text < b.text : a.gate < b.gate
    }
  }

  var lines: [String] {
    var spots: [Spot] = []
    var rules: [Spot: Set<Named>] = [:]
    var signs: [Spot: String] = [:]
    for cell in cells {
      let spot = Spot(content: cell.content, situation: cell.situation)
      if rules[spot] == nil { spots.append(spot) }
      signs[spot] = page.words.sign(
        cell.decision.outcome,
        hidden: cell.decision.hidesExistence
      )
      rules[spot, default: []].formUnion(cell.deciding.map(named))
    }
    var order: [String] = []
    var grouped: [String: [Spot]] = [:]
    for spot in spots {
      let text =
        "\(signs[spot] ?? "") " + (rules[spot] ?? []).sorted().map(\.text).joined(separator: ", ")
      if grouped[text] == nil { order.append(text) }
      grouped[text, default: []].append(spot)
    }
    return order.map { "\($0): \(places(grouped[$0] ?? []))" }
  }

  private func named(_ gate: GateAnswer) -> Named {
    let name = page.words.gate(gate.gate)
    let text =
      gate.rule.map { page.words.byRule(name, $0.text, gate.place?.description ?? "") }
      ?? page.words.byNoRule(name)
    return Named(gate: gate.gate, text: text)
  }

  /// The spots in words, kinds of content with the same situations together.
  private func places(_ spots: [Spot]) -> String {
    var order: [[SituationID]] = []
    var contents: [[SituationID]: [SituationID]] = [:]
    for content in Self.unique(spots.map(\.content)) {
      let situations = spots.filter { $0.content == content }.map(\.situation)
      if contents[situations] == nil {
        order.append(situations)
        contents[situations] = []
      }
      if let content { contents[situations, default: []].append(content) }
    }
    return order.map { situations in
      let named = contents[situations] ?? []
      let columns = situations.map {
        named.isEmpty ? page.names.place($0) : page.names.situation($0)
      }
      let all = columns.joined(separator: ", ")
      guard !named.isEmpty else { return all }
      return "\(named.map(page.names.content).joined(separator: ", ")) [\(all)]"
    }.joined(separator: "; ")
  }

  private static func unique(_ contents: [SituationID?]) -> [SituationID?] {
    var seen: Set<SituationID?> = []
    return contents.filter { seen.insert($0).inserted }
  }
}
