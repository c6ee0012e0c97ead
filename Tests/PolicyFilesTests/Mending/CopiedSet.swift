import AccessPolicy
import Foundation
import PolicyFiles
import Testing

/// The policy set of Helseplattformen in memory, to be changed.
struct CopiedSet {
  private var texts: [String: String]
  private var documents: [String: Document]
  private var mistakes: [String: [Diagnostic]] = [:]

  static let root = URL(filePath: #filePath)
    .appending(path: "../../../../policies/helseplattformen").standardized

  static let original: Result<CopiedSet, any Error> = Result {
    let read = PolicyFolder.load(root.path)
    try #require(read.diagnostics.isEmpty)
    var set = CopiedSet(texts: [:], documents: [:])
    for document in read.documents {
      set.write(document.text, to: document.file.replacing("\(root.path)/", with: ""))
    }
    return set
  }

  /// What a file says.
  func text(of file: String) throws -> String { try #require(texts[file], "there is no \(file)") }

  mutating func write(_ text: String, to file: String) {
    texts[file] = text
    let read = YAMLReader.document(text, file: file)
    documents[file] = read.document
    mistakes[file] = read.diagnostics
  }

  mutating func write(_ bytes: [UInt8], to file: String) {
    let read = YAMLReader.document(bytes: bytes, file: file)
    texts[file] = read.document?.text
    documents[file] = read.document
    mistakes[file] = read.diagnostics
  }

  var check: PolicyCheck {
    PolicyCheck(
      documents: documents.values.sorted { $0.file < $1.file },
      diagnostics: mistakes.values.flatMap { $0 }.sorted()
    )
  }
}
