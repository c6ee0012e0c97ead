import AccessPolicy

/// Builds the neutral tree from the events of one file, without recursion.
///
/// Mistakes that leave the structure clear are noted, and building goes on; the others end it.
struct YAMLTreeBuilder {
  private(set) var diagnostics: [Diagnostic] = []
  /// Where libyaml stopped, if it did.
  private(set) var stop: SourceRange?
  /// The lines, but for the first of each, over which texts run.
  private(set) var textLines: [ClosedRange<Int>] = []

  private let file: String
  private let lines: SourceLines
  private let events: YAMLEvents
  private let limits: ReadingLimits
  private var open: [OpenCollection] = []
  private var anchors: [String: Anchored] = [:]
  private var root: DocumentNode?
  private var nodes = 0
  private var aliases = 0
  private var lastLine: (number: Int, scalars: [Unicode.Scalar]?) = (0, nil)

  init(text: String, file: String, limits: ReadingLimits) {
    self.file = file
    self.limits = limits
    lines = SourceLines(text)
    events = YAMLEvents(text)
  }

  /// The root; `nil` for a text that holds nothing, or that cannot be read.
  mutating func build() -> DocumentNode? {
    do throws(ReadingStopped) {
      try readAll()
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
    guard case .scalar("", isQuoted: false) = root?.content else { return root }
    return nil
  }

  private mutating func readAll() throws(ReadingStopped) {
    var documents = 0
    while true {
      let event: YAMLEvent
      do throws(YAMLProblem) {
        event = try events.next()
      } catch {
        let problem = YAMLWords(lines: lines, file: file, limits: limits).diagnostic(error)
        stop = problem.range
        throw .init(problem)
      }
      switch event.kind {
      case .streamEnd: return
      case .documentEnd: continue
      case .documentStart:
        documents += 1
        guard documents == 1 else { throw .init(.severalDocuments(at: place(event))) }
      case .alias(let name): try repeatValue(name, at: place(event))
      case .scalar(let text, let isQuoted): try addScalar(text, isQuoted: isQuoted, event)
      case .sequenceStart(let isFlow): try begin(event, isMapping: false, isFlow: isFlow)
      case .mappingStart(let isFlow): try begin(event, isMapping: true, isFlow: isFlow)
      case .collectionEnd: try end(event)
      }
    }
  }
}

// Values, as they come.
extension YAMLTreeBuilder {
  private mutating func addScalar(_ text: String, isQuoted: Bool, _ event: YAMLEvent)
    throws(ReadingStopped)
  {
    let range = place(event)
    try count(1, at: range)
    refuseTag(event)
    if event.end.line > event.start.line {
      textLines.append(event.start.line + 1...event.end.line)
    }
    let text = isQuoted ? text : try withoutSmartQuotes(text, at: range)
    let layout = layout(of: text, event, at: range)
    let node = DocumentNode(.scalar(text, isQuoted: isQuoted), at: range, layout: layout)
    try remember(event.anchor, node, size: 1, height: 0)
    if open.last?.isAtKey == true {
      addKey(text, isQuoted: isQuoted, at: range)
    } else {
      add(node, size: 1, height: 0)
    }
  }

  /// The text of a plain scalar; quotes around it that are none are reported, and read as quotes.
  private mutating func withoutSmartQuotes(_ text: String, at range: SourceRange)
    throws(ReadingStopped) -> String
  {
    guard let first = text.unicodeScalars.first, SmartQuote.isOne(first) else { return text }
    let quotes = text.unicodeScalars.count(where: SmartQuote.isOne)
    if quotes == 2, let last = text.unicodeScalars.last, SmartQuote.isOne(last) {
      let inside = String(text.unicodeScalars.dropFirst().dropLast())
      let isText = open.last?.isAtKey != true
      note(.smartQuotes(text, inside: inside, mayBeText: isText, at: range))
      return inside
    }
    // An apostrophe may begin a word. Other quotes that do not end were divided by a `,`.
    guard quotes == 1, !"‘’‚".unicodeScalars.contains(first) else { return text }
    let line = rest(of: YAMLMark(line: range.line, column: range.column))
    let inside = line.dropFirst().prefix { !SmartQuote.isOne($0) }
    let isClosed = inside.endIndex < line.endIndex
    let place = range.part(offset: 0, length: isClosed ? inside.count + 2 : 1)
    stop = place
    throw .init(.smartQuotes(text, inside: isClosed ? String(inside) : nil, at: place))
  }

  private mutating func addKey(_ text: String, isQuoted: Bool, at range: SourceRange) {
    guard var mapping = open.popLast() else { return }
    if !isQuoted, text == "<<" {
      note(.mergeKey(at: range))
      mapping.key = .dropped
    } else if !isQuoted, text.isEmpty {
      note(.emptyKey(at: range))
      mapping.key = .dropped
    } else if let first = mapping.keys[text] {
      note(.duplicateKey(text, at: range, first: first))
      mapping.key = .dropped
    } else {
      mapping.keys[text] = range
      mapping.key = .read(Located(text, at: range))
    }
    open.append(mapping)
  }

  private mutating func begin(_ event: YAMLEvent, isMapping: Bool, isFlow: Bool)
    throws(ReadingStopped)
  {
    let range = place(event)
    try count(1, at: range)
    guard open.count < limits.depth else {
      throw .init(.nestedTooDeeply(limit: limits.depth, at: range))
    }
    refuseTag(event)
    if open.last?.isAtKey == true { note(.keyNotText(at: range)) }
    open.append(
      OpenCollection(isMapping: isMapping, isFlow: isFlow, range: range, anchor: event.anchor)
    )
  }

  private mutating func end(_ event: YAMLEvent) throws(ReadingStopped) {
    guard let collection = open.popLast() else { return }
    var range = collection.range
    if collection.isFlow, event.end.line == range.line, event.end.column > range.column {
      range = range.part(offset: 0, length: event.end.column - range.column)
    }
    let content: DocumentNode.Content =
      collection.isMapping ? .mapping(collection.entries) : .sequence(collection.items)
    let node = DocumentNode(content, at: range)
    let (size, height) = (collection.size, collection.height + 1)
    try remember(collection.anchor, node, size: size, height: height)
    add(node, size: size, height: height)
  }

  /// Hands a value to the collection that it stands in.
  private mutating func add(_ node: DocumentNode, size: Int, height: Int) {
    guard var collection = open.popLast() else {
      root = node
      return
    }
    collection.add(node, size: size, height: height)
    open.append(collection)
  }
}

// Anchors, aliases, limits.
extension YAMLTreeBuilder {
  private mutating func repeatValue(_ name: String, at range: SourceRange)
    throws(ReadingStopped)
  {
    aliases += 1
    guard aliases <= limits.aliases else {
      throw .init(.tooManyAliases(limit: limits.aliases, at: range))
    }
    if let collection = open.first(where: { $0.anchor == name }) {
      throw .init(.aliasInsideItself(name, at: range, anchor: collection.range))
    }
    guard let anchored = anchors[name] else {
      throw .init(.undefinedAlias(name, among: anchors.keys.sorted(), at: range))
    }
    try count(anchored.size, at: range)
    guard open.count + anchored.height <= limits.depth else {
      throw .init(.nestedTooDeeply(limit: limits.depth, at: range))
    }
    if open.last?.isAtKey == true { note(.keyNotText(at: range)) }
    let node = DocumentNode(anchored.node.content, at: range)
    add(node, size: anchored.size, height: anchored.height)
  }

  private mutating func remember(
    _ anchor: String?,
    _ node: DocumentNode,
    size: Int,
    height: Int
  ) throws(ReadingStopped) {
    guard let anchor else { return }
    if let first = anchors[anchor] {
      note(.anchorTwice(anchor, at: node.range, first: first.node.range))
    }
    anchors[anchor] = Anchored(node: node, size: size, height: height)
    guard anchors.count <= limits.aliases else {
      throw .init(.tooManyAliases(limit: limits.aliases, at: node.range))
    }
  }

  private mutating func count(_ more: Int, at range: SourceRange) throws(ReadingStopped) {
    nodes += more
    guard nodes <= limits.nodes else {
      throw .init(.tooManyValues(limit: limits.nodes, at: range))
    }
  }

  private mutating func refuseTag(_ event: YAMLEvent) {
    guard event.hasTag, diagnostics.count < limits.reports else { return }
    let start = SourceRange(file: file, line: event.start.line, column: event.start.column)
    let text = rest(of: event.start)
    let before = text.prefix { $0 != "!" }
    let tag = text[before.endIndex...].prefix { !$0.isBlank && $0 != "," }
    note(.tag(String(tag), at: start.part(offset: before.count, length: tag.count)))
  }

  private mutating func note(_ diagnostic: Diagnostic) {
    guard diagnostics.count < limits.reports else { return }
    diagnostics.append(diagnostic)
  }
}

// Places.
extension YAMLTreeBuilder {
  /// Where the value of an event stands, without the anchor and tag before it.
  private func place(_ event: YAMLEvent) -> SourceRange {
    let isOneLine = event.end.line == event.start.line
    guard event.anchor != nil || event.hasTag || !isOneLine else {
      return place(event.start, length: event.end.column - event.start.column)
    }
    var text = rest(of: event.start)
    var column = event.start.column
    while event.anchor != nil || event.hasTag, let first = text.first, first == "&" || first == "!"
    {
      let property = text.prefix { !$0.isBlank }
      let blanks = text[property.endIndex...].prefix { $0.isBlank }
      guard blanks.endIndex < text.endIndex, text[blanks.endIndex] != "#" else { break }
      column += property.count + blanks.count
      text = text[blanks.endIndex...]
    }
    while text.last?.isBlank == true { text.removeLast() }
    let start = YAMLMark(line: event.start.line, column: column)
    return place(start, length: isOneLine ? event.end.column - column : text.count)
  }

  /// Where the characters of a text stand, unless they stand one after the other.
  private mutating func layout(of text: String, _ event: YAMLEvent, at range: SourceRange)
    -> TextLayout?
  {
    guard case .scalar(_, let isQuoted) = event.kind else { return nil }
    let isOneLine = event.end.line == event.start.line
    let isAsWritten = isOneLine && range.length == text.unicodeScalars.count + (isQuoted ? 2 : 0)
    guard !isAsWritten, open.last?.isAtKey != true,
      let scalars = scalars(ofLine: range.line), range.column <= scalars.count
    else { return nil }
    let first = scalars[range.column - 1]
    var style = TextPlacer.Style.bare
    if isQuoted, first == "\"" { style = .doubleQuoted }
    if isQuoted, first == "'" { style = .singleQuoted }
    // A block begins behind the line of its `|` or `>`; before other texts stands their quote.
    let isBlock = isQuoted && style == .bare
    return TextPlacer.layout(
      of: text,
      in: lines,
      line: range.line,
      column: isBlock ? scalars.count + 1 : range.column + (isQuoted ? 1 : 0),
      style: style,
      first: scalars
    )
  }

  /// The characters of a line, kept for the next text in it.
  private mutating func scalars(ofLine line: Int) -> [Unicode.Scalar]? {
    if lastLine.number != line {
      lastLine = (line, TextPlacer.scalars(of: lines, line: line))
    }
    return lastLine.scalars
  }

  private func place(_ start: YAMLMark, length: Int) -> SourceRange {
    SourceRange(file: file, line: start.line, column: start.column, length: length)
  }

  /// The line from a mark on; empty for a line so long that looking often would take too long.
  private func rest(of mark: YAMLMark) -> Substring.UnicodeScalarView {
    guard lines.length(ofLine: mark.line) <= 4_096, let line = lines[mark.line] else {
      return Substring.UnicodeScalarView()
    }
    return line.dropFirst(mark.column - 1)
  }
}

/// A list or mapping that has begun and not ended.
private struct OpenCollection {
  enum Key {
    /// The next value is a key.
    case awaited
    /// The next value belongs to this key.
    case read(Located<String>)
    /// The next value belongs to a key that was refused.
    case dropped
  }

  let isMapping: Bool
  let isFlow: Bool
  let range: SourceRange
  let anchor: String?
  var key = Key.awaited
  var keys: [String: SourceRange] = [:]
  var items: [DocumentNode] = []
  var entries: [DocumentNode.Entry] = []
  /// How many nodes it holds, itself among them, aliases expanded.
  var size = 1
  /// How many collections are inside each other, beneath it.
  var height = 0

  init(isMapping: Bool, isFlow: Bool, range: SourceRange, anchor: String?) {
    self.isMapping = isMapping
    self.isFlow = isFlow
    self.range = range
    self.anchor = anchor
  }

  var isAtKey: Bool {
    guard isMapping, case .awaited = key else { return false }
    return true
  }

  mutating func add(_ node: DocumentNode, size: Int, height: Int) {
    self.size += size
    self.height = max(self.height, height)
    guard isMapping else {
      items.append(node)
      return
    }
    switch key {
    case .awaited: key = .dropped
    case .dropped: key = .awaited
    case .read(let text):
      self.size += 1
      entries.append(DocumentNode.Entry(key: text, value: node))
      key = .awaited
    }
  }
}

/// A value that aliases can repeat.
private struct Anchored {
  let node: DocumentNode
  let size: Int
  let height: Int
}

extension Unicode.Scalar {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == " " || self == "\t" }
}
