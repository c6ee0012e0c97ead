import AccessPolicy

/// Places as SARIF writes them: files relative to the root of the checkout.
struct SARIFPlaces {
  /// The name by which readers of the log know the root of the checkout.
  static let rootName = "%SRCROOT%"

  /// The parts of the path of the root, and of the folder from which files are named.
  private let root: [String]
  private let folder: [String]

  /// Takes the absolute paths of the root of the checkout, and of the folder that paths begin in.
  init(root: String, folder: String) {
    self.root = Self.parts(root, in: [])
    self.folder = Self.parts(folder, in: [])
  }

  /// A place in a file.
  func location(_ range: SourceRange, id: Int? = nil, message: JSONValue? = nil) -> JSONValue {
    let (end, overflow) = range.column.addingReportingOverflow(range.length)
    let physical: JSONValue = [
      "artifactLocation": location(ofFile: range.file),
      "region": [
        "startLine": .number(Int64(range.line)),
        "startColumn": .number(Int64(range.column)),
        "endLine": .number(Int64(range.line)),
        "endColumn": .number(Int64(overflow ? range.column : end)),
      ],
    ]
    let entries = [
      id.map { JSONValue.Entry("id", .number(Int64($0))) },
      JSONValue.Entry("physicalLocation", physical),
      message.map { JSONValue.Entry("message", $0) },
    ]
    return .object(entries.compactMap(\.self))
  }

  /// A file: relative to the root where it stands beneath it, as a whole address where it does not.
  func location(ofFile path: String) -> JSONValue {
    let parts = Self.parts(path, in: folder)
    guard parts.starts(with: root), parts.count > root.count else {
      return ["uri": .string("file:///" + Self.encoded(parts[...]))]
    }
    return [
      "uri": .string(Self.encoded(parts[root.count...])),
      "uriBaseId": .string(Self.rootName),
    ]
  }

  /// The parts of a path, without those that stand for the same or the upper folder.
  private static func parts(_ path: String, in folder: [String]) -> [String] {
    var parts = path.hasPrefix("/") ? [] : folder
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts
  }

  /// A path in a URI: what is not allowed there as the codes of its bytes.
  private static func encoded(_ parts: ArraySlice<String>) -> String {
    parts.map { part in
      part.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "~"):
          return String(UnicodeScalar(byte))
        default:
          let hex = String(byte, radix: 16, uppercase: true)
          return hex.count == 1 ? "%0\(hex)" : "%\(hex)"
        }
      }.joined()
    }.joined(separator: "/")
  }
}
