import Foundation

/// A folder as a revision of git has it, put beside for as long as it is read.
struct GitRevision {
  /// Where it was put.
  let folder: String
  private let root: URL

  /// Asks git for the folder at a revision; ends the command when there is none.
  init(_ revision: String, of folder: String) throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "access-policy-\(UUID().uuidString)")
    self.folder = root.appending(path: "policy").path
    let archive = root.appending(path: "policy.tar").path
    do {
      try FileManager.default.createDirectory(
        atPath: self.folder,
        withIntermediateDirectories: true
      )
    } catch {
      Terminal.error(line: "error: there is no place for revision \(revision) of \(folder)")
      throw ExitStatus.invalid
    }
    // What begins with a dash would be an option.
    guard !revision.hasPrefix("-"),
      Self.run(["git", "-C", folder, "archive", "--format=tar", "-o", archive, revision, "."]),
      Self.run(["tar", "-xf", archive, "-C", self.folder])
    else {
      remove()
      Terminal.error(line: "error: git has no revision \(revision) of \(folder)")
      throw ExitStatus.invalid
    }
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  private static func run(_ words: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
