public import AccessPolicy

extension ScenarioReport {
  /// The report as JUnit XML: a test suite for each file, a test case for each cell.
  public func junit(in language: Language) -> String {
    let failures = FailureText(self, in: language)
    let attributes = XMLText.attributes([
      ("name", policy.identity.id.text), ("tests", "\(cells.count)"),
      ("failures", "\(self.failures.count)"), ("errors", "0"),
    ])
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites\(attributes)>"]
    for file in files {
      let cells = file.cases.flatMap(\.cells)
      let failed = cells.filter { !$0.hasPassed }.count
      let attributes = XMLText.attributes([
        ("name", file.file), ("tests", "\(cells.count)"), ("failures", "\(failed)"),
        ("errors", "0"), ("skipped", "0"),
      ])
      lines.append("  <testsuite\(attributes)>")
      for result in file.cases {
        lines += result.cells.flatMap { Self.lines($0, of: result.case, failures) }
      }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func lines(_ result: CellResult, of item: Case, _ failures: FailureText)
    -> [String]
  {
    let cell = result.cell
    let attributes = XMLText.attributes([
      ("classname", "\(item)"), ("name", "\(cell)"), ("file", cell.range.file),
      ("line", "\(cell.range.line)"),
    ])
    guard !result.hasPassed else { return ["    <testcase\(attributes)/>"] }
    let message = XMLText.attributes([
      ("message", failures.headline(result)), ("type", "expectation"),
    ])
    let body = failures.lines(item, result).map { XMLText.escaped($0) }.joined(separator: "\n")
    return [
      "    <testcase\(attributes)>",
      "      <failure\(message)>\(body)</failure>",
      "    </testcase>",
    ]
  }
}

/// Text that can stand in XML 1.0.
enum XMLText {
  /// The attributes with their values, in order, each after a space.
  static func attributes(_ pairs: [(String, String)]) -> String {
    pairs.map { " \($0.0)=\"\(escaped($0.1, inAttribute: true))\"" }.joined()
  }

  /// The text with what has a meaning in XML escaped, and what XML cannot hold replaced.
  static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n":
        if inAttribute {
          escaped += "&#\(scalar.value);"
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      case "\r": escaped += "&#13;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      case "\u{7F}"..."\u{9F}": escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
