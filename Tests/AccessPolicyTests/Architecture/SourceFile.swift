import Foundation
import Testing

/// A Swift file of the package, with and without what is not code.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// The path under `Sources/`, such as `AccessPolicy/Syntax/NodeReader.swift`.
  let path: String
  let text: String

  /// The text without comments, and with texts in quotes emptied.
  let code: String

  var testDescription: String { path }

  var target: String { String(path.prefix { $0 != "/" }) }

  /// The folder under the target; empty for a file that stands in none.
  var folder: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

  private init(path: String, text: String) {
    self.path = path
    self.text = text
    code = text.replacing(/"""(.|\n)*?"""|"(\\.|[^"\\\n])*"/, with: "\"\"").replacing(
      /\/\/.*/,
      with: ""
    )
  }

  /// The folder of the whole project.
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file under `Sources/`, in order.
  static let all: [SourceFile] = files(in: "Sources", withExtension: "swift").map {
    SourceFile(path: $0.path, text: $0.text)
  }

  /// The files of a folder of the project, by their paths beneath it.
  static func files(in folder: String, withExtension type: String) -> [(path: String, text: String)]
  {
    let root = project.appending(path: folder)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { $0.hasSuffix(".\(type)") }.sorted().compactMap { path in
      (try? String(contentsOf: root.appending(path: path), encoding: .utf8)).map { (path, $0) }
    }
  }
}

extension SourceFile {
  /// The types that the file declares at its top level, but for private ones.
  var declaredTypes: Set<String> {
    let pattern =
      /^((public|package|internal|final|indirect|@\w+) )*(struct|enum|class|protocol|typealias) (\w+)/
      .anchorsMatchLineEndings()
    return Set(code.matches(of: pattern).map { String($0.output.4) })
  }

  /// The types that the file declares inside of others: their short names mean these.
  var nestedTypes: Set<String> {
    let pattern =
      /^ +((public|package|private|fileprivate|indirect) )*(struct|enum|class|typealias|case) (\w+)/
      .anchorsMatchLineEndings()
    return Set(code.matches(of: pattern).map { String($0.output.4) })
  }

  /// Every word that could be the name of a type, but for those that stand behind a dot.
  var mentionedTypes: Set<String> {
    Set(
      code.matches(of: /(^|[^.\w])([A-Z]\w+)/.anchorsMatchLineEndings()).map { String($0.output.2) }
    )
  }
}
