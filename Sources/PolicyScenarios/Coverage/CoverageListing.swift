public import AccessPolicy

extension RuleCoverage {
  /// The files of the policy set line by line, each rule with how often it decided and did not
  /// apply, and beneath each line how often its parts came out each way.
  ///
  /// `#####` stands for never, as it does in the listings of gcov.
  public func listing(of documents: [Document], in language: Language) -> String {
    let coverage = placed(in: documents)
    let lines = CoverageLines(coverage)
    let words = Wording(language: language)
    let texts = Dictionary(documents.map { ($0.file, $0.text) }, uniquingKeysWith: { a, _ in a })
    let files = lines.files.map { file in
      Listing(file: file, source: texts[file] ?? "", lines: lines, words: words).text
    }
    return files.joined(separator: "\n") + words.coverage(coverage).joined(separator: "\n") + "\n"
  }
}

private struct Listing {
  let file: String
  let source: String
  let lines: CoverageLines
  let words: Wording

  var text: String {
    let source = SourceLines(source)
    var listing = [file.onOneLine, words.listingColumns]
    let last = source.length(ofLine: source.count) == 0 ? source.count - 1 : source.count
    for number in 1...max(1, last) {
      let line = lines[file, number]
      let written = source[number].map { String($0) } ?? ""
      listing.append("\(counts(line)) \(padded("\(number)", 6))  \(written)")
      listing += notes(line).map { String(repeating: " ", count: 19) + "      | \($0)" }
    }
    return listing.joined(separator: "\n") + "\n"
  }

  private func counts(_ line: CoverageLines.Line) -> String {
    guard let rule = line.rules.first, line.rules.count == 1 else {
      return String(repeating: " ", count: 19)
    }
    return "\(count(rule.decided)) \(count(rule.passed))"
  }

  private func notes(_ line: CoverageLines.Line) -> [String] {
    let rules = line.rules.count > 1 ? line.rules : []
    return rules.map { sign($0.isCovered) + words.counts($0).onOneLine }
      + line.parts.map {
        sign($0.isCovered) + "\(words.part($0.part)): \(words.sides($0))".onOneLine
      }
  }

  private func sign(_ isCovered: Bool) -> String { isCovered ? "" : "##### " }

  private func count(_ count: Int) -> String { padded(count == 0 ? "#####" : "\(count)", 9) }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
