import AccessPolicy
import Foundation
import PolicyFiles

/// Authorisation registers as files.
enum RegisterFile {
  /// Reads a register; ends the command with all mistakes when it is invalid.
  static func read(_ path: String, _ policy: Policy, _ colour: ColourOptions) throws
    -> AuthorisationRegister
  {
    var bytes: [UInt8] = []
    try ByteInput.forEachChunk(in: path, what: "a register") { chunk in
      // One part more than the limit shows that there is more.
      if bytes.count <= RegisterReader.limits.fileBytes { bytes += chunk }
    }
    let read = RegisterReader.read(
      bytes,
      file: ByteInput.name(of: path),
      policySet: policy.identity.id
    )
    if !read.diagnostics.isEmpty {
      let renderer = DiagnosticRenderer(
        documents: read.document.map { [$0] } ?? [],
        isColoured: colour.isOn(isTerminal: Terminal.errorIsTerminal)
      )
      Terminal.error(renderer.text(read.diagnostics))
    }
    guard let register = read.register else { throw ExitStatus.invalid }
    return register
  }

  /// Writes a register beside its place, and puts it there when it is whole: whoever reads the file
  /// meanwhile reads the old one.
  static func write(_ register: AuthorisationRegister, to path: String) throws {
    let form: RegisterWriter.Form =
      path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? .yaml : .json
    let unfinished = "\(path).\(ProcessInfo.processInfo.processIdentifier).unfinished"
    do {
      try write(register, form, to: unfinished, like: path)
      // Written out for strict memory safety: the pointers live for the call alone.
      guard unsafe rename(unfinished, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      Terminal.error(line: "error: the register cannot be written to `\(path)`; nothing is changed")
      throw ExitStatus.invalid
    }
  }

  private static func write(
    _ register: AuthorisationRegister,
    _ form: RegisterWriter.Form,
    to path: String,
    like other: String
  ) throws {
    // Who has which role is nothing for everybody on the machine, unless it was so before.
    let before = try? FileManager.default.attributesOfItem(atPath: other)[.posixPermissions]
    guard
      FileManager.default.createFile(
        atPath: path,
        contents: nil,
        attributes: [.posixPermissions: before ?? 0o600]
      ), let file = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    defer { try? file.close() }
    var buffer = ""
    try RegisterWriter(form).write(register) { (part: String) in
      buffer += part
      guard buffer.utf8.count > 1 << 16 else { return }
      try file.write(contentsOf: Data(buffer.utf8))
      buffer = ""
    }
    try file.write(contentsOf: Data(buffer.utf8))
    try file.synchronize()
  }
}
