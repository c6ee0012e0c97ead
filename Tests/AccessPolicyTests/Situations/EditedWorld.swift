import AccessPolicy
import PolicyTestSupport

/// A generated policy set and the same with one edit.
struct EditedWorld {
  let world: World
  let edited: World
  let edit: String

  /// Keys of a rule that can be left out one by one.
  private static let keys = [
    "where", "when", "opens", "closes", "purposes", "obligations", "statuses", "derived",
    "override",
    "hidesExistence", "actions", "covers", "leastText", "textRequiredFor", "clinical",
  ]

  /// `nil` where the dice make an edit that the policy set does not take.
  init?(seed: UInt64, number: Int) throws {
    world = try World(seed: seed, number: number)
    var dice = Dice(seed: seed, 77, UInt64(number))
    let sections = [
      "careRelationships", "reach", "securityClasses", "marks", "selfAuthorisation", "templates",
      "subtemplates", "blocks", "organisation",
    ]
    var edit = ""
    let edited = try? world.changing { all in
      let places = all.indices.filter { sections.contains(all[$0].name) }
      guard let place = dice.pickAny(places) else { return }
      edit = all[place].name
      all[place].body = Self.edit(all[place].body, &dice, &edit)
    }
    guard let edited, !edit.isEmpty else { return nil }
    self.edited = edited
    self.edit = edit
  }

  private static func edit(_ tree: Tree, _ dice: inout Dice, _ edit: inout String) -> Tree {
    var tree = tree
    guard let name = dice.pickAny(tree.entryNames), var rule = tree[name] else { return tree }
    edit += " \(name)"
    for inner in ["grants", "opensTo"] {
      if let entries = rule[inner], !entries.keys.isEmpty, dice.percent(70) {
        rule[inner] = self.edit(entries, &dice, &edit)
        tree[name] = rule
        return tree
      }
    }
    let lists = rule.keys.filter {
      if case .list(let list) = $0.value { list.count > 1 } else { false }
    }
    if let key = dice.pickAny(lists), dice.percent(50), case .list(let list) = key.value {
      edit += " \(key.name) shorter"
      rule[key.name] = .list(Array(list.dropLast()))
    } else if let key = dice.pickAny(rule.entryNames.filter { keys.contains($0) }) {
      edit += " without \(key)"
      rule[key] = nil
    } else {
      edit += " taken away"
      tree[name] = nil
      return tree
    }
    tree[name] = rule
    return tree
  }
}

extension AccessRequest {
  /// Whether the request is one of those that analyses look at: see docs/analysis.md.
  var isAnalysed: Bool { session.authorisation.deviations.isEmpty }

  /// The request before anybody has given a reason.
  var withoutReasons: AccessRequest {
    var request = self
    request.justifications = []
    request.grants = []
    return request
  }
}
