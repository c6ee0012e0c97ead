/// What a situation is about: somebody in a role does something to content of a class.
public struct SituationCell: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The role template.
  public let template: TemplateID
  /// The action.
  public let action: ActionID
  /// The content class.
  public let contentClass: ContentClassID

  /// Makes a cell.
  public init(template: TemplateID, action: ActionID, contentClass: ContentClassID) {
    self.template = template
    self.action = action
    self.contentClass = contentClass
  }

  /// The cell as `nurse: read note`.
  public var description: String { "\(template): \(action) \(contentClass)" }

  /// Orders cells by template, action and class.
  public static func < (a: Self, b: Self) -> Bool {
    (a.template, a.action, a.contentClass) < (b.template, b.action, b.contentClass)
  }
}

/// A gate as analyses name it: of blocks there is one, whichever block is in force.
public enum SituationGate: Sendable, Hashable {
  /// That the role is declared at all.
  case role
  /// The login unit.
  case workplace
  /// The authentication level.
  case authentication
  /// The purpose.
  case purpose
  /// Changes while the system takes none.
  case readOnly
  /// A right of the role.
  case function
  /// A clinical licence.
  case licence
  /// A care relationship, or reach.
  case relationship
  /// A mark.
  case mark(MarkID)
  /// Marks of which nobody knows which they are, as the contact is unknown.
  case unnamedMark
  /// A block.
  case block(BlockKindID)
}

/// One rule that can open a gate, with all that it takes, as a formula.
struct GateRule: Hashable {
  /// The rule; `nil` where the gate is open because nothing is asked.
  let id: RuleID?
  let place: SourceRange?
  /// When it opens, or asks.
  let formula: Formula
  /// The self-authorisation rule that has to answer; `nil` where it opens by itself.
  let asks: SelfAuthorisationID?
  /// What that rule asks for.
  var terms: NamelessRule?
  let obligations: Set<ObligationID>

  /// Rules are alike when they mean the same, whatever they are called and wherever they stand.
  static func == (a: Self, b: Self) -> Bool {
    a.asks == b.asks && a.terms == b.terms && a.obligations == b.obligations
      && a.formula == b.formula
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(formula)
    hasher.combine(asks)
    hasher.combine(obligations)
  }
}

/// One gate for one cell: the rules that can open it.
struct GateForm: Hashable {
  let gate: SituationGate
  let rules: [GateRule]
  /// Whether it allows.
  let allows: Formula
  /// Whether it allows, or would for a reason.
  let answers: Formula
  /// Of a mark or block: whether readers whom it keeps out must not learn of the content.
  var hides = Formula.no
  /// Of a mark or block: where a reader can go instead.
  var route: LocalizedText?
  /// Where the mark or the kind of block stands.
  var place: SourceRange?

  init(
    gate: SituationGate,
    rules: [GateRule],
    hides: Formula = .no,
    route: LocalizedText? = nil,
    place: SourceRange? = nil
  ) {
    self.gate = gate
    self.rules = rules
    self.hides = hides
    self.route = route
    self.place = place
    allows = .some(rules.filter { $0.asks == nil }.map(\.formula))
    answers = .some(rules.map(\.formula))
  }

  /// Whether it allows, or the reader may learn of what it keeps.
  var shows: Formula { .some([allows, .opposite(hides)]) }

  /// The rules that open it by themselves, in the order in which the engine takes them: the fewest
  /// obligations, then by id.
  var openingInOrder: [GateRule] {
    rules.filter { $0.asks == nil }.sorted { a, b in
      (a.obligations.count, a.id?.text ?? "") < (b.obligations.count, b.id?.text ?? "")
    }
  }

  static func == (a: Self, b: Self) -> Bool {
    a.gate == b.gate && a.hides == b.hides && a.route == b.route
      && (a.rules == b.rules || Set(a.rules) == Set(b.rules))
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(gate)
    hasher.combine(Set(rules))
    hasher.combine(hides)
  }
}
