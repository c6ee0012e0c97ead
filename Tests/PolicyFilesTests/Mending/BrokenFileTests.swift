import AccessPolicy
import Foundation
import PolicyFiles
import Testing

/// What editors, copying and programs do to the files of a policy set.
@Suite struct `Mending broken files` {
  @Test func `a letter of another encoding is pointed out`() throws {
    var set = try CopiedSet.original.get()
    let digest = try #require(set.check.policy).identity.digest
    // Latin-1, as old editors save it: a byte for each letter.
    let text = try set.text(of: "purposes.yaml")
    let bytes = try text.unicodeScalars.map { try #require(UInt8(exactly: $0.value)) }
    set.write(bytes, to: "purposes.yaml")
    let check = set.check
    let mistake = try #require(check.diagnostics.first)
    #expect(check.diagnostics.map(\.code) == [.notText])
    let lines = text.components(separatedBy: "\n")
    let line = try #require(lines.firstIndex { $0.contains { !$0.isASCII } })
    let column = try #require(lines[line].unicodeScalars.firstIndex { !$0.isASCII })
    let before = lines[line].unicodeScalars[..<column].count
    #expect("\(mistake.range?.description ?? "")" == "purposes.yaml:\(line + 1):\(before + 1)")
    #expect(mistake.help?.contains("as UTF-8") == true, "\(mistake.help ?? "")")
    set.write(
      Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8),
      to: "purposes.yaml"
    )
    #expect(set.check.policy?.identity.digest == digest)
  }

  enum Difference: CaseIterable { case byteOrderMark, windows, mixed }

  @Test(arguments: Difference.allCases)
  func `marks at the beginning and ends of lines make no difference`(difference: Difference) throws
  {
    var set = try CopiedSet.original.get()
    let digest = try #require(set.check.policy).identity.digest
    let text = try set.text(of: "marks.yaml")
    let lines = text.components(separatedBy: "\n")
    let changed =
      switch difference {
      case .byteOrderMark: "\u{FEFF}" + text
      case .windows: lines.joined(separator: "\r\n")
      case .mixed:
        lines.dropLast().enumerated()
          .map { $0.element + ($0.offset % 2 == 0 ? "\r\n" : "\n") }.joined()
          + (lines.last ?? "")
      }
    #expect(changed != text)
    set.write(Array(changed.utf8), to: "marks.yaml")
    let check = set.check
    #expect(check.diagnostics.isEmpty, "\(check.text())")
    #expect(check.policy?.identity.digest == digest)
  }

  @Test func `what hides behind an end of a line that editors do not show is refused`() throws {
    var set = try CopiedSet.original.get()
    let text = try set.text(of: "marks.yaml")
    let changed = "# Nothing yet.\rmarks: {}\n" + text
    set.write(Array(changed.utf8), to: "marks.yaml")
    let check = set.check
    #expect(check.policy == nil)
    #expect(check.diagnostics.map(\.code) == [.notText])
    let mistake = try #require(check.diagnostics.first)
    #expect(mistake.range?.description == "marks.yaml:1:15")
    #expect(mistake.help?.contains("LF or CRLF") == true)
  }

  /// One thing that is wrong with the folder, and what mends it.
  enum Trouble: CaseIterable { case loop, deadLink, linkAbroad, otherName }

  @Test(arguments: Trouble.allCases)
  func `the folder is pointed out, and mended by what the help says`(trouble: Trouble) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/set"
    try FileManager.default.copyItem(atPath: CopiedSet.root.path, toPath: path)
    let digest = try #require(PolicyCheck(path: path).policy).identity.digest
    let culprit: String
    let code: DiagnosticCode
    let help: String
    switch trouble {
    case .loop:
      (culprit, code, help) = ("roles/again", .notSupported, "put the folder itself there")
      try folder.link("set/\(culprit)", to: "..")
    case .deadLink:
      (culprit, code, help) = ("roles/new.yaml", .unreadable, "delete the link")
      try folder.link("set/\(culprit)", to: "nowhere.yaml")
    case .linkAbroad:
      (culprit, code, help) = ("roles/new.yaml", .notSupported, "copy the file into it")
      try folder.write("elsewhere.yaml", "")
      try folder.link("set/\(culprit)", to: "../../elsewhere.yaml")
    case .otherName:
      (culprit, code, help) = ("marks.yaml", .notSupported, "rename it")
      try FileManager.default.moveItem(atPath: "\(path)/marks.yaml", toPath: "\(path)/marks.YAML")
    }
    let check = PolicyCheck(path: path)
    #expect(check.policy == nil)
    let mistake = try #require(check.diagnostics.first, "\(check.text())")
    #expect(mistake.code == code)
    #expect(mistake.message.lowercased().contains("/set/\(culprit)"), "\(mistake.message)")
    #expect(mistake.help?.contains(help) == true, "\(mistake.help ?? "there is no help")")
    switch trouble {
    case .otherName:
      try FileManager.default.moveItem(atPath: "\(path)/marks.YAML", toPath: "\(path)/marks.yaml")
    default: try FileManager.default.removeItem(atPath: "\(path)/\(culprit)")
    }
    let mended = PolicyCheck(path: path)
    #expect(mended.diagnostics.isEmpty, "\(mended.text())")
    #expect(mended.policy?.identity.digest == digest)
  }
}
