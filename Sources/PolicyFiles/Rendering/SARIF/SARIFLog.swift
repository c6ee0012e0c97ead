import AccessPolicy

/// A review as a log of SARIF 2.1.0, which code hosts show beside the lines that it speaks of.
struct SARIFLog {
  private let review: PolicyReview
  private let version: String
  private let places: SARIFPlaces
  private let codes = DiagnosticCode.allCases.sorted { $0.rawValue < $1.rawValue }

  init(_ review: PolicyReview, version: String, places: SARIFPlaces) {
    self.review = review
    self.version = version
    self.places = places
  }

  /// The whole log; the same review gives the same bytes on every machine.
  var value: JSONValue {
    [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "access-policy",
              "version": .string(version),
              "semanticVersion": .string(version),
              "language": "en",
              "rules": .array(codes.map(rule)),
            ]
          ],
          "originalUriBaseIds": [
            SARIFPlaces.rootName: [
              "description": ["text": "the root of the checkout that the policy set stands in"]
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "newlineSequences": ["\r\n", "\n", "\r"],
          "results": .array(results),
        ]
      ],
    ]
  }

  private func rule(_ code: DiagnosticCode) -> JSONValue {
    let page = "docs/diagnostics/\(code.rawValue).md"
    let help =
      "\(code.summary) \(page) in the source of access-policy has examples, wrong and right."
    return [
      "id": .string(code.rawValue),
      "shortDescription": Self.text(code.summary),
      "fullDescription": Self.text(code.summary),
      "help": Self.text(help),
      "defaultConfiguration": ["level": .string(code.severity.rawValue)],
    ]
  }

  /// What was found and what is silenced, together in source order.
  private var results: [JSONValue] {
    let open = review.diagnostics.map { (diagnostic: $0, silence: Silence?.none) }
    let silenced = review.silenced.map { (diagnostic: $0.warning, silence: $0.silence) }
    var counts: [Fingerprint: Int] = [:]
    return (open + silenced).sorted { $0.diagnostic < $1.diagnostic }.map { found in
      let key = Fingerprint(
        code: found.diagnostic.code,
        location: found.diagnostic.range.map { places.location(ofFile: $0.file) },
        message: TextRef(found.diagnostic.message)
      )
      counts[key, default: 0] += 1
      return result(found.diagnostic, found.silence, key.hash(number: counts[key, default: 0]))
    }
  }

  private func result(_ found: Diagnostic, _ silence: Silence?, _ fingerprint: String) -> JSONValue
  {
    let help = found.help.map { "\nhelp: \($0)" } ?? ""
    return [
      "ruleId": .string(found.code.rawValue),
      "ruleIndex": .number(Int64(codes.firstIndex(of: found.code) ?? -1)),
      "level": .string(found.severity.rawValue),
      "message": Self.text(found.message + help),
      "locations": .array(found.range.map { [places.location($0)] } ?? []),
      "relatedLocations": .array(
        found.related.enumerated().map { index, related in
          places.location(related.range, id: index + 1, message: Self.text(related.value))
        }
      ),
      "partialFingerprints": ["diagnostic/v1": .string(fingerprint)],
      // Either every result has them or none: here a list without any says that nothing is silenced.
      "suppressions": .array(silence.map { [suppression($0)] } ?? []),
    ]
  }

  private func suppression(_ silence: Silence) -> JSONValue {
    [
      "kind": "inSource",
      "justification": .string(VisibleText.of(silence.reason)),
      "location": places.location(silence.range),
    ]
  }

  /// A text in which braces stand for themselves (SARIF 2.1.0, 3.11.5), and nothing is hidden.
  private static func text(_ text: String) -> JSONValue {
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.of(String($0)) }.joined(separator: "\n")
    return [
      "text": .string(shown.replacing("{", with: "{{").replacing("}", with: "}}"))
    ]
  }
}

/// What makes a finding the same finding though lines have moved.
private struct Fingerprint: Hashable {
  let code: DiagnosticCode
  let location: JSONValue?
  let message: TextRef

  /// The hash of the finding, and of its number among those that look the same.
  func hash(number: Int) -> String {
    let parts: JSONValue = [
      .string(code.rawValue), location ?? .null, .string(message.text), .number(Int64(number)),
    ]
    return SHA256.hexadecimal(of: JSONWriter.line(parts).utf8)
  }
}
