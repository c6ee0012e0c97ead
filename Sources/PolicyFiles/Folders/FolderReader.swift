import AccessPolicy
import Foundation

/// Reads the YAML files of a folder, always in the same order, within the limits.
struct FolderReader {
  private(set) var documents: [Document] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let limits: ReadingLimits
  private var entries = 0
  private var bytes = 0

  init(limits: ReadingLimits) { self.limits = limits }

  /// Whether there is a folder at a path; links are followed, as the user named the path.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    // Written out for strict memory safety: the pointer lives for the call alone.
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  /// Whether there is anything at a path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Reads every `*.yaml` and `*.yml` in a folder and beneath, in the byte order of their paths.
  ///
  /// Hidden files and folders are skipped, and so is the folder at the top with the name `skipping`.
  mutating func readFolder(_ path: String, skipping: String? = nil) {
    let root = Self.withoutEndingSlashes(path)
    guard let files = files(in: root, skipping: skipping) else { return }
    guard files.count <= limits.files else {
      diagnostics.append(.tooManyFiles(root, limit: limits.files))
      return
    }
    for file in files {
      readFile(Self.join(root, file), shownAs: Self.join(root == "." ? "" : root, file))
      guard bytes <= limits.folderBytes else {
        diagnostics.append(.folderTooLarge(root, limit: limits.folderBytes))
        return
      }
    }
  }

  /// Reads one file, whatever its name is.
  mutating func readFile(_ path: String, shownAs shown: String) {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: resolved(path))
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        diagnostics.append(.notAFile(shown))
        return
      }
      let handle = try Self.opened(path)
      defer { try? handle.close() }
      // One byte more than the limit shows that there is more, even if the file grows meanwhile.
      let data = try handle.read(upToCount: limits.fileBytes + 1) ?? Data()
      bytes += data.count
      let read = YAMLReader.document(bytes: Array(data), file: shown, limits: limits)
      if let document = read.document {
        documents.append(document)
        if document.root == nil, read.diagnostics.isEmpty { diagnostics.append(.empty(document)) }
      }
      diagnostics += read.diagnostics
    } catch {
      diagnostics.append(Self.unreadable(shown, error))
    }
  }

  /// Whether nothing was found, and nothing says why.
  var isEmpty: Bool {
    documents.isEmpty && !diagnostics.contains { $0.severity == .error }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

// Opening files.
extension FolderReader {
  /// A file to be read without waiting: some files of the system keep a reader until there is
  /// something to say, and a pipe may have come since the look.
  private static func opened(_ path: String) throws -> FileHandle {
    // Written out for strict memory safety: the pointer lives for the call alone.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CocoaError(
        errno == ENOENT
          ? .fileReadNoSuchFile : errno == EACCES ? .fileReadNoPermission : .fileReadUnknown
      )
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}

// Finding the files.
extension FolderReader {
  /// The paths of all files, relative to the folder, in byte order; `nil` when there are too many.
  private mutating func files(in root: String, skipping: String?) -> [String]? {
    let fence = resolved(root)
    var files: [String] = []
    var waiting = [""]
    while let folder = waiting.popLast() {
      for name in names(in: Self.join(root, folder)) where !name.hasPrefix(".") {
        guard !folder.isEmpty || name != skipping else { continue }
        entries += 1
        guard entries <= limits.folderEntries else {
          diagnostics.append(.tooManyFiles(root, limit: limits.folderEntries))
          return nil
        }
        let relative = Self.join(folder, name)
        switch kind(of: relative, in: root, fence: fence) {
        case .folder: waiting.append(relative)
        case .file:
          if Self.isYAML(name) {
            files.append(relative)
          } else if Self.isAlmostYAML(name) {
            diagnostics.append(.almostYAML(Self.join(root, relative)))
          } else if Self.isLeftOver(name) {
            diagnostics.append(.leftOver(Self.join(root, relative)))
          }
        case .refused(let diagnostic): diagnostics.append(diagnostic)
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func names(in path: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      diagnostics.append(Self.unreadable(path, error))
      return []
    }
  }

  private enum Kind {
    case file
    case folder
    case refused(Diagnostic)
  }

  private func kind(of relative: String, in root: String, fence: String) -> Kind {
    let path = Self.join(root, relative)
    let type: FileAttributeType?
    do {
      type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    } catch {
      // It may be a folder: what is not seen is not passed over.
      return .refused(Self.unreadable(path, error))
    }
    switch type {
    case .typeDirectory: return .folder
    case .typeSymbolicLink:
      if Self.isFolder(path) { return .refused(.linkToFolder(path)) }
      guard Self.isYAML(relative) else { return .file }
      guard Self.exists(path) else { return .refused(.linkToNothing(path)) }
      let isInside = resolved(path).hasPrefix(fence == "/" ? "/" : fence + "/")
      return isInside ? .file : .refused(.linkLeadsOut(path, folder: root))
    default: return .file
    }
  }

  private func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// Whether a name misses by capitals or by white space at its end.
  private static func isAlmostYAML(_ name: String) -> Bool {
    isYAML(name.lowercased().trimmingCharacters(in: .whitespaces))
  }

  /// Whether a name is that of a policy file with something behind it, as editors leave them:
  /// `marks.yaml~`, `marks.yaml.bak`, `#marks.yaml#`.
  private static func isLeftOver(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".yaml", ".yml"].contains { ending in
      name.split(separator: ending, maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
        .contains { $0.first?.isLetter != true }
    }
  }

  private static func isYAML(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}

// A folder that has its name from the policy set.
extension FolderReader {
  /// What stands where a folder may stand.
  enum Place {
    case folder
    case nothing
    case refused(Diagnostic)
  }

  /// What stands at a path that nobody named: a link is not followed, as it would not be inside.
  static func place(_ path: String) -> Place {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory: return .folder
      case .typeSymbolicLink:
        return .refused(isFolder(path) ? .linkToFolder(path) : .notAFolder(path))
      default: return .refused(.notAFolder(path))
      }
    } catch {
      return isMissing(error) ? .nothing : .refused(unreadable(path, error))
    }
  }
}

// Paths and reasons.
extension FolderReader {
  /// A path without slashes at its end, which say nothing.
  static func withoutEndingSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Two parts of a path; either can be empty.
  static func join(_ first: String, _ second: String) -> String {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    return first.hasSuffix("/") ? first + second : "\(first)/\(second)"
  }

  private static func unreadable(_ path: String, _ error: any Error) -> Diagnostic {
    guard isMissing(error) else { return .unreadable(path, reason: reason(error)) }
    // The system lists the name, and finds nothing by it once it has been made text.
    return path.unicodeScalars.contains("\u{FFFD}")
      ? .nameIsNoText(path) : .unreadable(path, reason: "it is not there")
  }

  private static func reason(_ error: any Error) -> String {
    (error as? CocoaError)?.code == .fileReadNoPermission
      ? "permission is lacking" : "the system refused"
  }

  private static func isMissing(_ error: any Error) -> Bool {
    [.fileReadNoSuchFile, .fileNoSuchFile].contains((error as? CocoaError)?.code)
  }
}
