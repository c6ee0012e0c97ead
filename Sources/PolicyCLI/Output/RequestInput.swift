import AccessPolicy
import PolicyFiles

/// Reads requests as they come, from a file or standard input.
enum RequestInput {
  /// Calls `use` for each request that is not a blank line; `-` is standard input.
  static func forEach(in path: String, for policy: Policy, _ use: (RequestLine) throws -> Void)
    throws
  {
    let reader = RequestReader(policy: policy, file: ByteInput.name(of: path))
    func take(_ bytes: [UInt8], _ number: Int) throws {
      if let line = reader.read(bytes: bytes, number: number) { try use(line) }
    }
    var lines = RequestLines()
    try ByteInput.forEachChunk(in: path, what: "a file of requests") { try lines.add($0, take) }
    try lines.finish(take)
  }
}
