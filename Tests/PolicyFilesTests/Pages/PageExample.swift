import AccessPolicy
import Foundation
import PolicyFiles
import Testing

/// One example of a page: files that stand in the folder of a policy set.
///
/// Unless one of its files has a section `policySet`, the policy set in `docs/diagnostics/example`
/// stands beside them, so that an example shows what it is about and nothing more.
struct PageExample: Sendable {
  let heading: String
  var blocks: [Block] = []

  struct Block: Sendable {
    /// What stands after the three backticks.
    let info: String
    /// The lines of the page between the fences.
    let lines: Range<Int>
    let text: String
  }

  var isWrong: Bool { heading.hasPrefix("Wrong") }
  var isRight: Bool { heading.hasPrefix("Right") }

  /// What is printed, as the page has it.
  var message: Block? { blocks.last { $0.info == "text" } }

  /// The files that the blocks hold.
  ///
  /// A block ```` ```files ```` lists files that are there without showing them: the first holds the
  /// example's policy set, `a -> b` is a link.
  private var files: [File] {
    blocks.flatMap { block -> [File] in
      if block.info == "files" {
        let listed = block.text.split(separator: "\n").map { String($0) }
        return listed.enumerated().map { number, line in
          let parts = line.components(separatedBy: " -> ")
          return parts.count == 2
            ? .link(parts[0], to: parts[1])
            : .bytes(line, number == 0 ? Self.base : [])
        }
      }
      let parts = block.info.components(separatedBy: " file=")
      return parts.count == 2 ? [.bytes(parts[1], Self.bytes(of: block.text))] : []
    }
  }

  private enum File {
    case bytes(String, [UInt8])
    case link(String, to: String)
  }

  private var standsAlone: Bool {
    blocks.contains { $0.info == "files" || $0.text.hasPrefix("policySet:") }
  }

  private static let base: [UInt8] = {
    let path = DiagnosticPage.folder.appending(path: "example/policy.yaml")
    return (try? Data(contentsOf: path)).map { Array($0) } ?? []
  }()

  /// The bytes that a block stands for: `‹U+0009›` is a hidden character, `‹E6›` a byte.
  private static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in text.split(separator: "‹", omittingEmptySubsequences: false) {
      guard let end = part.firstIndex(of: "›") else {
        bytes += Array(part.utf8)
        continue
      }
      let code = part[..<end]
      if code.hasPrefix("U+"), let value = UInt32(code.dropFirst(2), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        bytes += Array(String(Character(scalar)).utf8)
      } else if let byte = UInt8(code, radix: 16) {
        bytes.append(byte)
      } else {
        Issue.record("‹\(code)› is neither a character nor a byte")
      }
      bytes += Array(part[part.index(after: end)...].utf8)
    }
    return bytes
  }

  /// What `access-policy check` finds wrong with a folder of these files.
  struct Findings {
    let diagnostics: [Diagnostic]
    let printed: String
  }

  /// Checks the example as it would stand in a folder called `ward`.
  func findings() throws -> Findings {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/ward"
    if !standsAlone { try folder.write("ward/base.yaml", Self.base) }
    for file in files {
      switch file {
      case .bytes(let name, let bytes): try folder.write("ward/\(name)", bytes)
      case .link(let name, let target): try folder.link("ward/\(name)", to: target)
      }
    }
    let review = PolicyReview(path: path)
    let renderer = DiagnosticRenderer(documents: review.documents)
    let printed = review.diagnostics.map { renderer.text($0) }.joined(separator: "\n")
    return Findings(
      diagnostics: review.diagnostics,
      printed: printed.replacing("\(path)/", with: "").replacing("\(folder.path)/", with: "")
    )
  }
}

extension PageExample.Block {
  /// Whether the block holds a file, or says what is printed.
  var isUnderstood: Bool { info == "text" || info == "files" || info.contains(" file=") }
}
