import AccessPolicy
import PolicyFiles

/// One policy set as a single input: the text of a file, or several files, each after a line
/// `%%% name`. A name that ends in `.json` makes it JSON.
struct PolicyInput {
  private(set) var documents: [Document] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts of all files that are text.
  private(set) var texts: [String: String] = [:]
  /// Whether every file could be read as a tree.
  var isRead: Bool { !diagnostics.contains { $0.severity == .error } }

  init(_ bytes: [UInt8]) {
    for (name, content) in Self.files(bytes) {
      if name.hasSuffix(".json") {
        add(JSONReader.document(bytes: content, file: name))
      } else {
        add(YAMLReader.document(bytes: content, file: name))
      }
    }
    diagnostics.sort()
  }

  private mutating func add(_ read: (document: Document?, diagnostics: [Diagnostic])) {
    if let document = read.document {
      documents.append(document)
      texts[document.file] = document.text
    }
    diagnostics += read.diagnostics
  }

  /// The files of an input; a name that stands twice means the first.
  private static func files(_ bytes: [UInt8]) -> [(name: String, content: [UInt8])] {
    var files: [(name: String, content: [UInt8])] = [("policy.yaml", [])]
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "%%% ".utf8) {
        files.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
      } else {
        files[files.count - 1].content += line + [UInt8(ascii: "\n")]
      }
    }
    if files.count > 1, files[0].content.isEmpty { files.removeFirst() }
    _ = files[files.count - 1].content.popLast()
    var names: Set<String> = []
    return files.prefix(8).filter { names.insert($0.name).inserted }
  }
}
