import AccessPolicy
import PolicyTestSupport

/// Writes random documents that are right in shape, or right but for one slip.
///
/// Names are invented, so that readers find many that nothing declares; nothing else is wrong.
struct SampleWriter {
  /// What the slip was, once it has been made.
  private(set) var slip: String?

  /// How many values have been written.
  private(set) var values = 0

  private var dice: Dice
  private let slipAt: Int?
  private var names = 0
  private var line = 0

  /// Begins to write; with `slipAt`, the value with that number is wrong, or the first after it that
  /// can be.
  init(seed: UInt64, slipAt: Int? = nil) {
    dice = Dice(seed: seed)
    self.slipAt = slipAt
  }

  mutating func document(_ shape: RecordShape) -> Document {
    Document(file: "sample.yaml", text: "", root: record(shape, depth: 0))
  }

  private mutating func value(_ shape: ValueShape, depth: Int) -> DocumentNode {
    values += 1
    if let slipAt, values >= slipAt, slip == nil, let wrong = wrong(shape, depth: depth) {
      return wrong
    }
    return right(shape, depth: depth)
  }

  // MARK: What is right

  private mutating func right(_ shape: ValueShape, depth: Int) -> DocumentNode {
    switch shape {
    case .text: text()
    case .id, .key: plain(name())
    case .word(let words): plain(dice.pick(words))
    case .boolean: plain(dice.pick(["yes", "no", "true", "false"]))
    case .number(let limits):
      plain("\(min(max(limits.lowerBound, 1) + Int64(dice.below(5)), limits.upperBound))")
    case .duration: plain(span())
    case .date: plain("2026-03-0\(1 + dice.below(9))")
    case .moment: plain("2026-03-0\(1 + dice.below(9))T1\(dice.below(10)):30+01:00")
    case .instant:
      plain(dice.pick(["now", "in \(span())", "\(span()) ago", "2026-03-02", "2026-03-02T10:00Z"]))
    case .condition: plain(dice.pick(["always", "never", "not always"]))
    case .edge(let word):
      plain(
        dice.pick([word, "at end", " at  end ", "\(span()) before", "\(span()) after  start "])
      )
    case .wholeEdge: plain(dice.pick(["at start", "at  start ", "\(span())  before  end"]))
    case .attributeValue: plain(dice.pick(["1", "yes", "text", "unknown", "null"]))
    case .list(let item, let atLeastOne, let orOne):
      list(item, atLeastOne: atLeastOne, orOne: orOne, depth: depth)
    case .entries(let shape): entries(shape, depth: depth)
    case .record(let shape): record(shape, depth: depth + 1)
    case .choice(let words, let keys): choice(words, keys, depth: depth)
    case .either(let shapes): right(dice.pick(shapes), depth: depth)
    case .fact(let shape):
      dice.percent(20) ? plain(dice.pick(["unknown", "null", "~"])) : value(shape, depth: depth)
    case .orNothing(let shape): dice.percent(30) ? plain("null") : value(shape, depth: depth)
    case .named(_, let shape): right(shape(), depth: depth + 1)
    }
  }

  private mutating func text() -> DocumentNode {
    // Nobody says that words are no numbers, and YAML says it is so.
    let text = dice.pick([name(), "ett ord", "12", "1.0", "ja", "2026-03-02"])
    return node(.scalar(text, isQuoted: dice.percent(30)))
  }

  private mutating func span() -> String {
    let span = "\(1 + dice.below(60)) \(dice.pick(["second", "minutes", "hour", "days", "weeks"]))"
    // Between and around the words, spaces do not count.
    return dice.percent(20) ? " \(span.replacing(" ", with: "   ")) " : span
  }

  private mutating func list(_ item: ValueShape, atLeastOne: Bool, orOne: Bool, depth: Int)
    -> DocumentNode
  {
    // By itself it makes no slip: a list in its place would be right.
    if orOne, dice.percent(30) { return right(item, depth: depth) }
    // Words stand once in a list.
    if case .word(let words) = item {
      let some = words.dropFirst(dice.below(words.count))
      return node(.sequence(some.map { value(.word([$0]), depth: depth) }))
    }
    let count = dice.percent(atLeastOne ? 0 : 10) ? 0 : 1 + dice.below(depth > 4 ? 1 : 3)
    return node(.sequence((0..<count).map { _ in value(item, depth: depth) }))
  }

  private mutating func entries(_ shape: EntriesShape, depth: Int) -> DocumentNode {
    let count = dice.percent(shape.atLeastOne ? 0 : 10) ? 0 : 1 + dice.below(depth > 4 ? 1 : 2)
    var entries: [DocumentNode.Entry] = []
    for _ in 0..<count {
      let name = shape.keysAreIDs || dice.percent(70) ? name() : "\(name()) æøå"
      entries.append(entry(name, value(shape.value, depth: depth + 1)))
    }
    return node(.mapping(entries))
  }

  private mutating func choice(_ words: [String], _ keys: [KeyShape], depth: Int) -> DocumentNode {
    guard depth < 9, dice.percent(60) else { return plain(dice.pick(words)) }
    let key = dice.pick(keys)
    return node(.mapping([entry(key.name, value(key.value, depth: depth))]))
  }

  private mutating func record(_ shape: RecordShape, depth: Int) -> DocumentNode {
    var choice = KeyChoice(shape, share: depth == 0 ? 45 : max(40 - 5 * depth, 5), &dice)
    choice.satisfy(shape.rules, &dice)
    let hasAlternatives = shape.rules.contains { if case .atLeastOne = $0 { true } else { false } }
    var entries: [DocumentNode.Entry] = []
    for key in shape.keys where choice.keys.contains(key.name) {
      let words = choice.words[key.name]
      var wanted = words.map(ValueShape.word) ?? key.value
      // What must be there cannot be nothing.
      if case .fact(let value) = wanted, key.isRequired { wanted = value }
      // Where one of several keys must be there, it must say something.
      if hasAlternatives, slipAt == nil, case .list(let item, _, let orOne) = wanted {
        wanted = .list(of: item, atLeastOne: true, orOne: orOne)
      }
      entries.append(entry(key.name, value(wanted, depth: depth)))
    }
    return node(.mapping(entries))
  }

  // MARK: What is wrong

  /// A value that is not of this shape; `nil` where there is none that reader and schema both see.
  private mutating func wrong(_ shape: ValueShape, depth: Int) -> DocumentNode? {
    switch shape {
    case .text, .key, .condition: slipped("no text", [list(of: "a"), keys(of: "a"), plain("true")])
    case .id:
      slipped(
        "no id",
        [plain("not an id"), node(.scalar("", isQuoted: true)), list(of: "a")]
      )
    case .word: slipped("no such word", [plain("no-such-word"), list(of: "a")])
    case .boolean: slipped("not yes or no", [plain("maybe"), plain("1"), keys(of: "a")])
    case .number(let limits):
      slipped(
        "no such number",
        [plain("four"), list(of: "1"), plain(limits.lowerBound == .min ? "1.5" : "-1")]
      )
    case .duration: slipped("no duration", [plain("3 months"), plain("30"), list(of: "1 day")])
    case .date: slipped("no date", [plain("2 March 2026"), plain("2026-3-2"), keys(of: "a")])
    case .moment: slipped("no moment", [plain("2026-03-02T10:00"), plain("2026-03-02")])
    case .instant: slipped("no instant", [plain("tomorrow"), plain("5 days"), list(of: "now")])
    case .edge: slipped("no edge", [plain("30 days"), plain("after end"), list(of: "at end")])
    case .wholeEdge: slipped("no whole edge", [plain("30 days before"), plain("always")])
    case .attributeValue: nil
    case .list(let item, let atLeastOne, let orOne):
      wrongList(item, atLeastOne: atLeastOne, orOne: orOne)
    case .entries(let shape): wrongEntries(shape, depth: depth)
    case .record(let shape): wrongRecord(shape, depth: depth)
    case .choice(let words, let keys): wrongChoice(words, keys)
    case .either(let shapes):
      slipped("none of them", [plain("no-such-word")] + (shapes.haveList ? [] : [list(of: "a")]))
    case .fact(let shape): wrong(shape, depth: depth)
    case .orNothing(let shape): wrong(shape, depth: depth)
    case .named(_, let shape): wrong(shape(), depth: depth)
    }
  }

  private mutating func wrongList(_ item: ValueShape, atLeastOne: Bool, orOne: Bool)
    -> DocumentNode?
  {
    var wrong = [keys(of: "a")]
    if !orOne { wrong.append(plain("word")) }
    if atLeastOne { wrong.append(node(.sequence([]))) }
    if case .key = item { wrong.append(node(.sequence([plain("same"), plain("same")]))) }
    return slipped("no such list", wrong)
  }

  private mutating func wrongEntries(_ shape: EntriesShape, depth: Int) -> DocumentNode? {
    var wrong = [list(of: "a"), plain("word")]
    if shape.atLeastOne { wrong.append(node(.mapping([]))) }
    if shape.keysAreIDs {
      let value = right(shape.value, depth: depth + 1)
      wrong.append(node(.mapping([entry("not an id", value)])))
    }
    return slipped("no such entries", wrong)
  }

  private mutating func wrongRecord(_ shape: RecordShape, depth: Int) -> DocumentNode? {
    slip = "begun"
    var wrong = [list(of: "a"), plain("word")]
    if case .mapping(let entries) = record(shape, depth: depth + 1).content {
      wrong.append(node(.mapping(entries + [entry("noSuchKey", plain("a"))])))
      if let key = shape.keys.filter(\.isRequired).map(\.name).last {
        wrong.append(node(.mapping(entries.filter { $0.key.value != key })))
      }
    }
    return slipped("no such \(shape.name)", wrong)
  }

  private mutating func wrongChoice(_ words: [String], _ keys: [KeyShape]) -> DocumentNode? {
    let two = node(.mapping(keys.prefix(2).map { entry($0.name, right($0.value, depth: 9)) }))
    return slipped(
      "no such choice",
      [plain("no-such-word"), list(of: words[0]), self.keys(of: "noSuchKey"), two]
    )
  }

  private mutating func slipped(_ what: String, _ wrong: [DocumentNode]) -> DocumentNode {
    slip = what
    return dice.pick(wrong)
  }

  // MARK: Nodes

  private mutating func name() -> String {
    names += 1
    return "n\(names)"
  }

  private mutating func plain(_ text: String) -> DocumentNode {
    node(.scalar(text, isQuoted: false))
  }

  private mutating func list(of text: String) -> DocumentNode { node(.sequence([plain(text)])) }

  private mutating func keys(of name: String) -> DocumentNode {
    node(.mapping([entry(name, plain("a"))]))
  }

  private mutating func entry(_ key: String, _ value: DocumentNode) -> DocumentNode.Entry {
    DocumentNode.Entry(key: Located(key, at: place()), value: value)
  }

  private mutating func node(_ content: DocumentNode.Content) -> DocumentNode {
    DocumentNode(content, at: place())
  }

  private mutating func place() -> SourceRange {
    line += 1
    return SourceRange(file: "sample.yaml", line: line, column: 1)
  }
}

/// Which keys a record is to have, and which words some of them may have.
private struct KeyChoice {
  var keys: Set<String>
  var words: [String: [String]] = [:]
  private let shape: RecordShape
  private var banned: Set<String> = []

  init(_ shape: RecordShape, share: Int, _ dice: inout Dice) {
    self.shape = shape
    keys = []
    // What another entry has is not known here: entries that are like another have tests of their own.
    for key in shape.keys where key.name != "like" {
      if key.isRequired || dice.percent(share) { keys.insert(key.name) }
    }
  }

  mutating func satisfy(_ rules: [KeyRule], _ dice: inout Dice) {
    for rule in rules {
      switch rule {
      case .exactlyOne(let several):
        let one = dice.pick(several)
        banned.formUnion(several.filter { $0 != one })
        keys.insert(one)
      case .atLeastOne(let several) where keys.isDisjoint(with: several):
        keys.insert(dice.pick(several))
      default: break
      }
    }
    keys.subtract(banned)
    for _ in 0..<rules.count { for rule in rules { hold(rule) } }
  }

  private mutating func hold(_ rule: KeyRule) {
    switch rule {
    case .exactlyOne, .atLeastOne: break
    case .needs(let key, let other) where keys.contains(key):
      if banned.contains(other) { keys.remove(key) } else { keys.insert(other) }
    case .excludes(let key, let other) where keys.contains(key):
      banned.insert(other)
      keys.remove(other)
    case .needsValue(let key, let other, let values) where keys.contains(key):
      keys.insert(other)
      words[other] = values
    case .valueNeeds(let key, let value, let other) where !keys.contains(other):
      guard case .word(let all)? = shape[key]?.value else { return }
      words[key] = (words[key] ?? all).filter { $0 != value }
    case .needs, .excludes, .needsValue, .valueNeeds: break
    }
  }
}

extension [ValueShape] {
  /// Whether a list is one of them.
  fileprivate var haveList: Bool {
    contains { if case .list = $0 { true } else { false } }
  }
}
