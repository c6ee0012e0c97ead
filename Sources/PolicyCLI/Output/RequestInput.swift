import AccessPolicy
import Foundation
import PolicyFiles

/// Reads requests as they come, from a file or standard input.
enum RequestInput {
  /// Calls `use` for each request that is not a blank line; `-` is standard input.
  static func forEach(in path: String, for policy: Policy, _ use: (RequestLine) throws -> Void)
    throws
  {
    let file: FileHandle
    if path == "-" {
      file = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      file = opened
    } else {
      Terminal.error(line: "error: `\(path)` cannot be read; name a file of requests, or `-`")
      throw ExitStatus.invalid
    }
    let reader = RequestReader(policy: policy, file: path == "-" ? "standard input" : path)
    func take(_ bytes: [UInt8], _ number: Int) throws {
      if let line = reader.read(bytes: bytes, number: number) { try use(line) }
    }
    var lines = RequestLines()
    while true {
      let chunk = try readChunk(of: file, path)
      if chunk.isEmpty { break }
      try lines.add(chunk, take)
    }
    try lines.finish(take)
  }

  /// What can be read now, at most 64 KiB; nothing at the end.
  private static func readChunk(of file: FileHandle, _ path: String) throws -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe read(file.fileDescriptor, $0.baseAddress, $0.count)
    }
    guard count >= 0 else {
      let name = path == "-" ? "standard input" : "`\(path)`"
      Terminal.error(line: "error: \(name) cannot be read; name a file of requests, or `-`")
      throw ExitStatus.invalid
    }
    return Array(chunk.prefix(count))
  }
}
