import AccessPolicy
import Foundation
import Testing

/// A page of `docs/diagnostics`: what a code means, and examples of the mistake and of what is right.
///
/// The first line is the code as a heading, the first paragraph its meaning, which the index repeats.
/// Under `## Wrong` and `## Right` stand the files of an example, each a block that names its file:
///
///     ```yaml file=marks.yaml
///
/// A wrong example ends with a block ```` ```text ````, which is what `access-policy` prints.
struct DiagnosticPage: Sendable, CustomTestStringConvertible {
  let code: String
  let path: URL
  private(set) var lines: [String]

  var testDescription: String { code }

  init(_ path: URL) throws {
    self.path = path
    code = path.deletingPathExtension().lastPathComponent
    lines = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n")
  }

  static let folder = URL(filePath: #filePath).appending(path: "../../../../docs/diagnostics")
    .standardized

  static let all: Result<[DiagnosticPage], any Error> = Result {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }
      .map { try DiagnosticPage(folder.appending(path: $0)) }
  }

  /// What stands first: one sentence on what the code means.
  var meaning: String {
    let paragraph = lines.dropFirst().drop(while: \.isEmpty).prefix { !$0.isEmpty }
    return paragraph.joined(separator: " ")
  }

  /// The examples, in the order of the page.
  var examples: [PageExample] {
    var examples: [PageExample] = []
    var block: PageExample.Block?
    for (number, line) in lines.enumerated() {
      if let open = block {
        guard line == "```" else { continue }
        let text = lines[open.lines.lowerBound..<number].joined(separator: "\n") + "\n"
        let closed = PageExample.Block(
          info: open.info,
          lines: open.lines.lowerBound..<number,
          text: text
        )
        if !examples.isEmpty { examples[examples.count - 1].blocks.append(closed) }
        block = nil
      } else if line.hasPrefix("```") {
        block = PageExample.Block(
          info: String(line.dropFirst(3)),
          lines: number + 1..<number + 1,
          text: ""
        )
      } else if line.hasPrefix("## ") {
        examples.append(PageExample(heading: String(line.dropFirst(3))))
      }
    }
    return examples
  }

  /// Puts what is printed now into the page, beneath each wrong example.
  mutating func record() throws {
    for example in examples.reversed() where example.isWrong {
      var printed = try example.findings().printed.components(separatedBy: "\n")
      printed.removeLast()
      if let message = example.message {
        lines.replaceSubrange(message.lines, with: printed)
      } else if let last = example.blocks.last {
        let after = last.lines.upperBound + 1
        lines.insert(contentsOf: ["", "```text"] + printed + ["```"], at: after)
      }
    }
    try lines.joined(separator: "\n").write(to: path, atomically: true, encoding: .utf8)
  }
}
