/// Reads single nodes as values of a kind; answers `nil` after having reported what is wrong.
package enum NodeReader {
  /// A text as it is meant for people, or as a name: what other readers of YAML would take for
  /// something else stands in quotes.
  package static func text(_ node: DocumentNode, of what: String, _ sink: DiagnosticSink)
    -> Located<String>?
  {
    guard let text = word(node, of: what, sink) else { return nil }
    guard !node.isQuoted else { return text }
    if OtherReaders.truthValue(text.value) != nil {
      sink.report(.bareYesOrNo(text.value, of: what, at: text.range))
      return nil
    }
    if OtherReaders.clockTime(text.value) != nil {
      let help = "write `\"\(text.value)\"`, in quotes"
      sink.report(.unquotedTime(text.value, of: what, help: help, at: text.range))
      return nil
    }
    return text
  }

  /// A single value as it is written, which the caller holds to a form of its own.
  package static func word(_ node: DocumentNode, of what: String, _ sink: DiagnosticSink)
    -> Located<String>?
  {
    guard case .scalar(let text, let isQuoted) = node.content, isQuoted || !isNothing(text) else {
      sink.report(.wrongForm(node, of: what, expected: "a single value"))
      return nil
    }
    return Located(text, at: node.range)
  }

  /// Whether a plain scalar says that there is nothing.
  package static func isNothing(_ text: String) -> Bool {
    text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  /// Whether the node is a plain scalar that says that there is nothing.
  package static func isNothing(_ node: DocumentNode) -> Bool {
    guard case .scalar(let text, isQuoted: false) = node.content else { return false }
    return isNothing(text)
  }

  package static func identifier<Kind>(
    _ node: DocumentNode,
    _ kind: String,
    of what: String,
    _ sink: DiagnosticSink,
    as: Kind.Type = Kind.self
  ) -> Located<Identifier<Kind>>? {
    guard let text = text(node, of: what, sink) else { return nil }
    guard let id = Identifier<Kind>(text.value) else {
      sink.report(
        .notAnIdentifier(text.value, of: "the id of \(Article.with(kind))", at: text.range)
      )
      return nil
    }
    return Located(id, at: text.range)
  }

  /// A name that is looked up later: letters beyond a–z are reported then, beside the nearest name.
  package static func name<Kind>(
    _ node: DocumentNode,
    _ kind: String,
    of what: String,
    _ sink: DiagnosticSink,
    as: Kind.Type = Kind.self
  ) -> Located<Identifier<Kind>>? {
    // Only letters that can be spelled out: none of these is taken for an ASCII letter by `==`.
    if case .scalar(let text, _) = node.content, SpelledOut.isIdentifierButForLetters(text),
      !SpelledOut.variants(text).isEmpty
    {
      return Located(Identifier(unchecked: text), at: node.range)
    }
    return identifier(node, kind, of: what, sink)
  }

  package static func identifier<Kind>(
    key: Located<String>,
    _ kind: String,
    _ sink: DiagnosticSink,
    as: Kind.Type = Kind.self
  ) -> Located<Identifier<Kind>>? {
    guard let id = Identifier<Kind>(key.value) else {
      sink.report(.notAnIdentifier(key.value, of: "the id of \(Article.with(kind))", at: key.range))
      return nil
    }
    if Diagnostic.isBare(key), OtherReaders.truthValue(key.value) != nil {
      let what = "the id of \(Article.with(kind))"
      sink.report(.bareYesOrNo(key.value, of: what, at: key.range))
    }
    return Located(id, at: key.range)
  }

  package static func boolean(_ node: DocumentNode, of what: String, _ sink: DiagnosticSink)
    -> Located<Bool>?
  {
    guard let text = word(node, of: what, sink) else { return nil }
    guard case .scalar(_, isQuoted: false) = node.content, let value = boolean(text.value) else {
      sink.report(.notYesOrNo(text.value, of: what, isQuoted: node.isQuoted, at: text.range))
      return nil
    }
    return Located(value, at: text.range)
  }

  package static func boolean(_ text: String) -> Bool? {
    switch text {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  package static func number(_ node: DocumentNode, of what: String, _ sink: DiagnosticSink)
    -> Located<Int64>?
  {
    guard let text = word(node, of: what, sink) else { return nil }
    guard case .scalar(_, isQuoted: false) = node.content, let value = number(text.value) else {
      if !node.isQuoted, OtherReaders.clockTime(text.value) != nil {
        let help = "write digits alone, such as `4`"
        sink.report(.unquotedTime(text.value, of: what, help: help, at: text.range))
        return nil
      }
      sink.report(.notANumber(text.value, of: what, isQuoted: node.isQuoted, at: text.range))
      return nil
    }
    return Located(value, at: text.range)
  }

  /// A whole number in decimal digits, with a minus or without; no `+`, no leading zero.
  package static func number(_ text: String) -> Int64? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    guard let first = digits.utf8.first, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      first != 48 || digits.utf8.count == 1
    else { return nil }
    return Int64(text)
  }

  package static func date(_ node: DocumentNode, of what: String, _ sink: DiagnosticSink)
    -> Located<CivilDate>?
  {
    guard let text = word(node, of: what, sink) else { return nil }
    guard let date = CivilDate(text.value) else {
      if !node.isQuoted, OtherReaders.clockTime(text.value) != nil {
        let help = "a date is written as `2026-03-02`"
        sink.report(.unquotedTime(text.value, of: what, help: help, at: text.range))
        return nil
      }
      sink.report(
        .wrongValue(
          text.value,
          of: what,
          expected: "date",
          help: "a date is written as `2026-03-02`, and must be in the calendar",
          at: text.range
        )
      )
      return nil
    }
    return Located(date, at: text.range)
  }

  package static func moment(_ node: DocumentNode, of what: String, _ sink: DiagnosticSink)
    -> Located<Moment>?
  {
    guard let text = word(node, of: what, sink) else { return nil }
    guard let moment = Moment(text.value) else {
      if !node.isQuoted, OtherReaders.clockTime(text.value) != nil {
        let help = "write the date and the zone, too, such as `2026-03-02T10:00+01:00`"
        sink.report(.unquotedTime(text.value, of: what, help: help, at: text.range))
        return nil
      }
      sink.report(
        .wrongValue(
          text.value,
          of: what,
          expected: "point in time",
          help: "a point in time has a date, a time and a zone, such as `2026-03-02T10:00+01:00`",
          at: text.range
        )
      )
      return nil
    }
    return Located(moment, at: text.range)
  }

  package static func list(_ node: DocumentNode, of what: String, _ sink: DiagnosticSink)
    -> [DocumentNode]?
  {
    guard case .sequence(let items) = node.content else {
      sink.report(.wrongForm(node, of: what, expected: "a list"))
      return nil
    }
    return items
  }

  /// Reports keys that stand twice, as no reader of text lets them, but other callers may.
  package static func refuseTwice(_ entries: [DocumentNode.Entry], _ sink: DiagnosticSink) {
    var first: [String: SourceRange] = [:]
    for entry in entries {
      if let earlier = first[entry.key.value] {
        sink.report(.duplicateKey(entry.key.value, at: entry.key.range, first: earlier))
      } else {
        first[entry.key.value] = entry.key.range
      }
    }
  }

  package static func mapping(_ node: DocumentNode, of what: String, _ sink: DiagnosticSink)
    -> [DocumentNode.Entry]?
  {
    guard case .mapping(let entries) = node.content else {
      sink.report(.wrongForm(node, of: what, expected: "a set of keys"))
      return nil
    }
    return entries
  }
}

/// `a` or `an`.
enum Article {
  static func with(_ noun: String) -> String {
    let takesAn = noun.first.map { "aeio".contains($0) } ?? false
    return "\(takesAn ? "an" : "a") \(noun)"
  }
}
