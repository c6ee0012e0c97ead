import Foundation

/// The only place that writes: results to standard output, everything else to standard error.
enum Terminal {
  static func out(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func out(line: String) { out(line + "\n") }

  static func error(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  static func error(line: String) { error(line + "\n") }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
