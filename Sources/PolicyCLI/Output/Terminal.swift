import Foundation

/// The only place that writes: results to standard output, everything else to standard error.
enum Terminal {
  static func out(_ text: String) throws { try out(Array(text.utf8)) }

  static func out(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      Terminal.error(line: "error: the results cannot be written to standard output")
      throw ExitStatus.invalid
    }
  }

  static func out(line: String) throws { try out(line + "\n") }

  /// Writes a message; where even that cannot be done, the exit status still tells.
  static func error(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static func error(line: String) { error(line + "\n") }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
