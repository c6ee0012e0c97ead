// What each section adds to an entry: principles.

extension RecordReader {
  /// The word that says that there is nothing of a kind.
  static let none = "none"

  mutating func principle() -> PrincipleSyntax {
    let syntax = PrincipleSyntax(
      condition: condition("when"),
      links: selection("links"),
      marks: selection("marks"),
      blocks: selection("blocks"),
      never: (words("never") ?? []).compactMap { word in
        Principle.Answer(rawValue: word.value).map { Located($0, at: word.range) }
      },
      reasons: reasonTerms(),
      obligations: identifiers("obligations") ?? [],
      independentOf: identifiers("independentOf") ?? []
    )
    let demands = RecordShape.demands
    if !demands.contains(where: { has($0) || isMisspelt($0) }) {
      sink.report(.demandsNothing(owner, at: range))
    }
    return syntax
  }

  /// The word `none`, or a list of names.
  private mutating func selection<Kind>(_ key: String) -> Located<SelectionSyntax<Kind>>? {
    guard has(key) else {
      _ = node(key)
      return nil
    }
    if let node = node(key), case .scalar = node.content {
      guard let word = NodeReader.word(node, of: what(key), sink) else { return nil }
      guard word.value == Self.none else {
        sink.report(.neitherNoneNorList(word.value, of: what(key), at: word.range))
        return nil
      }
      return Located(.none, at: place(of: key))
    }
    let names: NameList<Kind>? = identifiers(key)
    return names.map { Located(.some($0), at: place(of: key)) }
  }

  private mutating func reasonTerms() -> ReasonTermsSyntax? {
    guard var record = record("reasons") else { return nil }
    let leastText = record.number("leastText")
    if let leastText, !(1...10_000).contains(leastText.value) {
      sink.report(
        .wrongValue(
          "\(leastText.value)",
          of: record.what("leastText"),
          expected: "number from 1 to 10000",
          help: "write how many visible characters a reason has at least, or leave it out",
          at: leastText.range
        )
      )
    }
    let terms = ReasonTermsSyntax(
      obligations: record.identifiers("obligations") ?? [],
      longest: record.duration("longest")?.value,
      leastText: leastText?.value
    )
    if !RecordShape.terms.contains(where: { record.has($0) || record.isMisspelt($0) }) {
      sink.report(.reasonTermsOfNothing(record.owner, at: record.range))
    }
    record.finish()
    return terms
  }
}
