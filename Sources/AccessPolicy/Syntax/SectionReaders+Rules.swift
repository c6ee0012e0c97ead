// What each section adds to an entry: the rules of a policy set.

extension RecordReader {
  /// `purposes`, `level`, `takes`, `obligations`.
  mutating func opening() -> OpeningSyntax {
    let level = word("level")
    let takes: Located<SelfAuthorisationID>? = identifier("takes")
    if level != nil || !has("level"), (level?.value == "justify") != has("takes") {
      let message =
        has("takes")
        ? "\(owner) takes a self-authorisation rule, and is not at `level: justify`"
        : "\(owner) is at `level: justify`, and does not say which self-authorisation rule it takes"
      sink.report(
        .conflictingKeys(
          message,
          help:
            "`level: justify` and `takes: <rule>` go together; without both it is standard access",
          at: level?.range ?? place(of: "takes")
        )
      )
    }
    return OpeningSyntax(
      purposes: identifiers("purposes"),
      takes: takes,
      obligations: identifiers("obligations") ?? []
    )
  }

  /// The condition of a key; `nil` when it is left out or wrong.
  mutating func condition(_ key: String) -> ConditionSyntax? {
    guard let node = node(key), let text = NodeReader.word(node, of: what(key), sink) else {
      return nil
    }
    if let truth = OtherReaders.truthValue(text.value) {
      sink.report(.yesOrNoAsCondition(text.value, isTrue: truth, at: text.range))
      return nil
    }
    return ConditionParser.parse(text, layout: node.layout, sink)
  }

  mutating func grants(areLicences: Bool) -> [GrantSyntax] {
    mapping("grants").compactMap { entry in
      guard let id = NodeReader.identifier(key: entry.key, "grant", sink, as: Names.Rule.self),
        var grant = RecordReader(
          entry.value,
          as: areLicences ? .licence : .grant,
          owner: "the grant `\(id.value)` of \(owner)",
          at: id.range,
          sink: sink
        )
      else { return nil }
      let syntax = GrantSyntax(
        id: id,
        title: grant.localized("title"),
        actions: grant.identifiers("do") ?? [],
        contentClasses: grant.identifiers("on") ?? [],
        condition: areLicences ? nil : grant.condition("when"),
        opening: areLicences
          ? OpeningSyntax(purposes: nil, takes: nil, obligations: []) : grant.opening(),
        because: grant.because(),
        silences: grant.silences()
      )
      grant.finish()
      return syntax
    }
  }

  mutating func template(isSubtemplate: Bool) -> TemplateSyntax {
    TemplateSyntax(
      name: text("name")?.value,
      owner: answersForIt(),
      approvals: approvals(),
      securityClasses: identifiers("securityClasses") ?? [],
      purposes: identifiers("purposes") ?? [],
      relationships: identifiers("relationships") ?? [],
      reach: identifiers("reach") ?? [],
      selfAuthorisation: identifiers("selfAuthorisation") ?? [],
      units: identifiers("units") ?? [],
      // A subtemplate can only add: it has no say in what a session must satisfy.
      leastAuthentication: isSubtemplate ? nil : level("leastAuthentication")?.value
    )
  }

  /// An authentication level; below 1 nothing would be asked for.
  mutating func level(_ key: String) -> Located<Int64>? {
    let level = number(key)
    if let level, level.value < 1 {
      sink.report(
        .wrongValue(
          "\(level.value)",
          of: what(key),
          expected: "authentication level",
          help: "levels begin at 1; leave the key out to ask for none",
          at: level.range
        )
      )
    }
    return level
  }

  /// `owner`: who answers for the role.
  private mutating func answersForIt() -> String? {
    guard let text = text("owner") else { return nil }
    if !VisibleCharacters.areIn(text.value) {
      sink.report(
        .wrongValue(
          text.value,
          of: what("owner"),
          expected: "name",
          help: "name the enterprise or forum that answers for the role, or leave `owner` out",
          at: text.range
        )
      )
    }
    return text.value
  }

  private mutating func approvals() -> [Approval] {
    (list("approved") ?? []).compactMap { node in
      guard
        var record = RecordReader(node, as: .approval, owner: "an approval of \(owner)", sink: sink)
      else { return nil }
      let by = record.visibleText("by")
      let on = record.date("on")
      record.finish()
      guard let by, let on else { return nil }
      return Approval(by: by.value, on: on.value)
    }
  }

  mutating func relationship() -> RelationshipSyntax {
    RelationshipSyntax(
      links: identifiers("links") ?? [],
      statuses: identifiers("statuses"),
      condition: condition("where"),
      window: Window(
        opens: edge("opens", unbounded: "always", anchor: .start),
        closes: edge("closes", unbounded: "never", anchor: .end)
      ),
      unwrittenEdges: Set(Window.Side.allCases.filter { !has($0.rawValue) }),
      opening: opening()
    )
  }

  private mutating func edge(_ key: String, unbounded: String, anchor: Window.Anchor) -> Window.Edge
  {
    guard let text = plain(key) else { return .relative(anchor, .zero) }
    if text.value == unbounded { return .unbounded }
    if let edge = WindowEdgeText.parse(text.value, anchor: anchor) { return edge }
    sink.report(
      .wrongValue(
        text.value,
        of: what(key),
        expected: "edge of a window",
        help:
          "write `at start`, `at end`, `30 days before start`, `7 days after end` and the like, or "
          + "`\(unbounded)`; months and years have no fixed length, so count in days",
        at: text.range
      )
    )
    return .relative(anchor, .zero)
  }

  mutating func reachRule() -> ReachSyntax {
    ReachSyntax(
      contentClasses: identifiers("on") ?? [],
      condition: condition("where"),
      opening: opening()
    )
  }

  mutating func selfAuthorisationRule() -> SelfAuthorisationSyntax {
    let scope = whatOneReasonOpens()
    let leastText = number("leastText")
    if let leastText, !(0...10_000).contains(leastText.value) {
      sink.report(
        .wrongValue(
          "\(leastText.value)",
          of: what("leastText"),
          expected: "number from 0 to 10000",
          help: "write how many letters and other visible characters a reason has at least",
          at: leastText.range
        )
      )
    }
    let lifetime = duration("lifetime")
    if let lifetime, lifetime.value == .zero {
      sink.report(
        .wrongValue(
          plain("lifetime")?.value ?? "",
          of: what("lifetime"),
          expected: "duration longer than nothing",
          help: "a grant that ends when it begins would ask for the reason at every look-up",
          at: lifetime.range
        )
      )
    }
    if leastText?.value == 0, has("textRequiredFor") {
      sink.report(
        .conflictingKeys(
          "\(owner) requires a text for some reasons, and is content with none at all",
          help: "give `leastText` the number of characters, or leave `textRequiredFor` out",
          at: place(of: "textRequiredFor")
        )
      )
    }
    return SelfAuthorisationSyntax(
      scope: scope ?? .word(.item),
      condition: condition("when"),
      purposes: identifiers("purposes"),
      reasons: identifiers("reasons") ?? [],
      leastText: leastText?.value ?? 0,
      textRequiredFor: identifiers("textRequiredFor"),
      lifetime: lifetime?.value ?? .zero,
      obligations: identifiers("obligations") ?? []
    )
  }
}

extension RecordReader {
  /// One word, or the name of an attribute.
  fileprivate mutating func whatOneReasonOpens() -> ScopeSyntax? {
    guard let node = node("scope") else { return nil }
    guard case .mapping = node.content else {
      guard let text = NodeReader.word(node, of: what("scope"), sink) else { return nil }
      guard let scope = SelfAuthorisation.Scope(word: text.value) else {
        let words = SelfAuthorisation.Scope.words
        sink.report(.notOneOf(text.value, of: what("scope"), allowed: words, at: text.range))
        return nil
      }
      return .word(scope)
    }
    let place = place(of: "scope")
    guard
      var record = RecordReader(
        node,
        as: .attributeScope,
        owner: what("scope"),
        at: place,
        sink: sink
      )
    else { return nil }
    let attribute = record.identifier("attribute", as: Names.Attribute.self)
    record.finish()
    return attribute.map { .attribute($0) }
  }
}

/// Reads the edges of windows.
package enum WindowEdgeText {
  /// `at start`, `30 days before start`, `30 days after`; `anchor` is meant where none is written,
  /// and one must be written where it is `nil`.
  package static func parse(_ text: String, anchor: Window.Anchor?) -> Window.Edge? {
    let words = text.split(separator: " ")
    switch words.count {
    case 2 where words[0] == "at":
      return Window.Anchor(rawValue: String(words[1])).map { .relative($0, .zero) }
    case 3, 4:
      guard let span = TimeSpan("\(words[0]) \(words[1])") else { return nil }
      let named = words.count == 4 ? Window.Anchor(rawValue: String(words[3])) : anchor
      guard let named else { return nil }
      switch words[2] {
      case "before": return .relative(named, -span)
      case "after": return .relative(named, span)
      default: return nil
      }
    default: return nil
    }
  }
}
