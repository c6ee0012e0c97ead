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

  /// The file that a register is to be written to, links resolved; ends the command where it cannot be.
  ///
  /// A file that is there holds what was given until now. So it is replaced only when the new register
  /// follows from a register in force, or when the person says that it is to be `new`.
  static func target(_ path: String, mayReplace: Bool) throws -> String {
    let resolved = URL(filePath: path).resolvingSymlinksInPath().path
    guard let found = try? FileManager.default.attributesOfItem(atPath: resolved) else {
      return resolved
    }
    guard found[.type] as? FileAttributeType != .typeSymbolicLink else {
      try refuse("`\(path)` is a link to nothing", "name a file, or delete the link")
      return resolved
    }
    guard found[.type] as? FileAttributeType == .typeRegular else {
      try refuse("`\(path)` is no file that a register can be written to", "name a file")
      return resolved
    }
    let begin = try? FileHandle(forReadingFrom: URL(filePath: resolved)).read(upToCount: 1)
    let isEmpty = begin.map(\.isEmpty) ?? FileManager.default.isReadableFile(atPath: resolved)
    if !mayReplace, !isEmpty {
      try refuse(
        "`\(path)` is there already, and no register in force is given",
        "give it with `--register \(path)`, so that nothing in it is lost; to begin anew, add `--new`"
      )
    }
    return resolved
  }

  private static func refuse(_ message: String, _ help: String) throws {
    Terminal.error(line: "error: \(message)\n  = help: \(help)")
    throw ExitStatus.invalid
  }

  /// Writes a register beside its place, and puts it there when it is whole: whoever reads the file
  /// meanwhile reads the old one.
  ///
  /// Whether it is YAML, the `name` says that people gave.
  static func write(_ register: AuthorisationRegister, to path: String, named name: String) throws {
    let name = name.lowercased()
    let form: RegisterWriter.Form =
      name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .yaml : .json
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
