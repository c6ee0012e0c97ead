extension PolicyPipeline {
  /// What is certainly wrong with the files that could be read, while others could not.
  ///
  /// A name that a file declares seems to be missing as long as the file cannot be read. So a name is
  /// reported only where none of the unread texts mentions it, and what follows from all files
  /// together is left for the next run.
  ///
  /// - Parameter unread: the files that could not be read, or not all of it; `nil` when there are some
  ///   of which not even the text is there.
  package static func check(_ documents: [Document], besides unread: Set<String>?) -> [Diagnostic] {
    let sink = DiagnosticSink()
    for document in documents { sink.report(TreeDepth.mistakes(in: document)) }
    guard !sink.hasErrors else { return sink.sorted }
    // Shape concerns each entry alone.
    let shape = DiagnosticSink()
    _ = PolicySyntaxReader.read(documents, sink: shape)
    let ofShape = Set(shape.sorted)
    let sources = Dictionary(
      documents.map { ($0.file, SourceLines($0.text)) },
      uniquingKeysWith: { first, _ in first }
    )
    let mentions = unread.map { files in
      let read = documents.filter { files.contains($0.file) }
      return Dictionary(read.flatMap { possibleNames(in: $0.text) }.map { ($0, 1) }) { $0 + $1 }
    }
    return check(documents).diagnostics.filter { mistake in
      if ofShape.contains(mistake) {
        // What could not be read is not missing.
        let isOfUnread = mistake.range.map { unread?.contains($0.file) ?? true } ?? true
        return !isOfUnread || ![.missingKey, .conflictingKeys].contains(mistake.code)
      }
      switch mistake.code {
      case .declaredTwice, .namedTwice, .refusedPurpose, .factNotInView, .cannotCompare,
        .wrongType, .notMonotone:
        return true
      case .undeclaredName, .unknownFact, .differsInCase, .letterOutsideASCII:
        guard let unread, let mentions, let range = mistake.range,
          let name = sources[range.file]?.text(at: range).split(separator: ".").last
        else { return false }
        // Where it is used is no declaration of it.
        let uses = unread.contains(range.file) ? 1 : 0
        return mentions[String(name), default: 0] <= uses
      default: return false
      }
    }
  }

  /// Everything in a text that could be an id.
  private static func possibleNames(in text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))) }
      .map { String($0) }
  }
}

extension SourceLines {
  /// What stands at a place.
  fileprivate func text(at range: SourceRange) -> String {
    let line = columns(range.column - 1 + range.length, ofLine: range.line)
    return line.map { String($0.dropFirst(range.column - 1)) } ?? ""
  }
}
