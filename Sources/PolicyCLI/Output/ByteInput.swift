import Foundation

/// Reads bytes as they come, from a file or standard input.
enum ByteInput {
  /// What messages call it; `-` is standard input.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  /// Calls `use` for each part of it, at most 64 KiB; `what` says what should be named, in messages.
  static func forEachChunk(
    in path: String,
    what: String,
    _ use: ([UInt8]) throws -> Void
  ) throws {
    let file: FileHandle
    if path == "-" {
      file = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      file = opened
    } else {
      throw unreadable(path, what)
    }
    while true {
      guard let chunk = readChunk(of: file) else { throw unreadable(path, what) }
      if chunk.isEmpty { return }
      try use(chunk)
    }
  }

  private static func unreadable(_ path: String, _ what: String) -> any Error {
    let name = path == "-" ? "standard input" : "`\(path)`"
    Terminal.error(line: "error: \(name) cannot be read; name \(what), or `-`")
    return ExitStatus.invalid
  }

  /// What can be read now; nothing at the end, and `nil` when it cannot be read.
  private static func readChunk(of file: FileHandle) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe read(file.fileDescriptor, $0.baseAddress, $0.count)
    }
    return count < 0 ? nil : Array(chunk.prefix(count))
  }
}
