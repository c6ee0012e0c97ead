public import AccessPolicy
import Foundation

/// Reads an authorisation register: JSON of any size, an entry at a time, or YAML.
public enum RegisterReader {
  /// What was read: the register, or what is wrong.
  public struct Reading: Sendable {
    /// The register; `nil` when anything is wrong with it.
    public let register: AuthorisationRegister?
    /// Every mistake, in the order of the file.
    public let diagnostics: [Diagnostic]
    /// The text, for excerpts in messages; `nil` when nothing is wrong.
    public let document: Document?
  }

  /// How much is read: the register of a region in one file.
  ///
  /// An entry takes some 600 bytes, so this is room for about 400,000.
  public static let limits: ReadingLimits = {
    var limits = ReadingLimits()
    limits.fileBytes = 256 << 20
    // No more than one entry is held as a tree.
    limits.nodes = .max
    return limits
  }()

  /// Reads bytes; a text that begins with `{` is JSON, any other YAML.
  public static func read(
    _ bytes: [UInt8],
    file: String,
    policySet: PolicySetID
  ) -> Reading {
    let sink = DiagnosticSink()
    var builder = RegisterBuilder(sink: sink)
    let root: DocumentNode?
    if isJSON(bytes) {
      let read = JSONReader.document(bytes, file: file, eachOf: "entries", limits: limits) {
        builder.add($0)
      }
      root = read.root
      sink.report(read.diagnostics)
    } else if bytes.count > ReadingLimits.standard.fileBytes {
      root = nil
      sink.report(.registerTooLong(file, limit: ReadingLimits.standard.fileBytes))
    } else {
      let read = YAMLReader.document(bytes: bytes, file: file)
      root = read.document?.root
      sink.report(read.diagnostics)
      for entry in entries(of: root) { builder.add(entry) }
    }
    if root == nil, !sink.hasErrors { sink.report(.emptyRegister(file)) }
    let register = root.flatMap { builder.register($0, policySet: policySet) }
    guard sink.count > 0 else {
      return Reading(register: register, diagnostics: [], document: nil)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return Reading(
      register: sink.hasErrors ? nil : register,
      diagnostics: sink.sorted,
      document: Document(file: file, text: text, root: nil)
    )
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
      .first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } == UInt8(ascii: "{")
  }

  private static func entries(of root: DocumentNode?) -> [DocumentNode] {
    guard case .mapping(let keys) = root?.content,
      case .sequence(let items) = keys.first(where: { $0.key.value == "entries" })?.value.content
    else { return [] }
    return items
  }
}
