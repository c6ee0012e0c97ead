import AccessPolicy
import Foundation
import PolicyFiles
import Testing

@Suite struct `Reading folders` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func messages(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.code.rawValue): \(folder.short($0.message))" }
  }

  private func files(_ documents: [Document]) -> [String] {
    documents.map { folder.short($0.file) }
  }

  @Test func `files are read in the byte order of their paths`() throws {
    for name in ["b.yaml", "B.yml", "a/z.yaml", "a-1.yaml", "å.yaml", "a/scenarios/x.yaml"] {
      try folder.write(name, "file: \(name)")
    }
    for name in [".hidden.yaml", ".git/x.yaml", "scenarios/s.yaml", "notes.md", "x.json", "yaml"] {
      try folder.write(name, "never read: [")
    }
    let read = PolicyFolder.load(folder.path)
    #expect(read.diagnostics.isEmpty)
    #expect(
      files(read.documents) == [
        "SET/B.yml", "SET/a-1.yaml", "SET/a/scenarios/x.yaml", "SET/a/z.yaml", "SET/b.yaml",
        "SET/å.yaml",
      ]
    )
    #expect(PolicyFolder.load(folder.path + "///").documents == read.documents)
  }

  @Test func `one file alone is read whatever its name is`() throws {
    try folder.write("set", "a: 1")
    let read = PolicyFolder.load("\(folder.path)/set")
    #expect(files(read.documents) == ["SET/set"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test func `nothing there, and nothing in it, are errors`() throws {
    #expect(
      messages(PolicyFolder.load("\(folder.path)/x").diagnostics)
        == ["unreadable: there is no folder or file `SET/x`"]
    )
    #expect(
      messages(PolicyFolder.load("").diagnostics) == ["unreadable: there is no folder or file ``"]
    )
    try folder.write("scenarios/s.yaml", "a: 1")
    #expect(
      messages(PolicyFolder.load(folder.path).diagnostics)
        == ["no-files: the folder `SET` holds no policy files"]
    )
  }

  @Test func `every bad file is reported, and the good ones are read`() throws {
    try folder.write("a.yaml", "a: [")
    try folder.write("b.yaml", [0xE6])
    try folder.write("c.yaml", "c: 1")
    let read = PolicyFolder.load(folder.path)
    #expect(files(read.documents) == ["SET/a.yaml", "SET/c.yaml"])
    #expect(read.diagnostics.map(\.code) == [.notWellFormed, .notText])
    #expect(read.documents.first?.text == "a: [")
  }

  @Test func `links are followed to files inside, and nowhere else`() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret.yaml", "a: 1")
    try folder.write(".data/a.yaml", "a: 1")
    try folder.write("sub/b.yaml", "b: 1")
    try folder.link("a.yaml", to: ".data/a.yaml")
    try folder.link("loop", to: ".")
    try folder.link("out.yaml", to: "\(outside.path)/secret.yaml")
    try folder.link("dead.yaml", to: "nowhere")
    try folder.link("dead.txt", to: "nowhere")
    let read = PolicyFolder.load(folder.path)
    #expect(files(read.documents) == ["SET/a.yaml", "SET/sub/b.yaml"])
    #expect(
      messages(read.diagnostics) == [
        "not-supported: `SET/loop` is a link to a folder, and links to folders are not followed",
        "not-supported: `SET/out.yaml` is a link that leads out of `SET`",
        "unreadable: `SET/dead.yaml` is a link to a file that is not there",
      ]
    )
  }

  @Test func `the folder itself may be named by a link`() throws {
    try folder.write("set/a.yaml", "a: 1")
    try folder.link("link", to: "set")
    #expect(files(PolicyFolder.load("\(folder.path)/link").documents) == ["SET/link/a.yaml"])
  }

  @Test func `what looks like policy and is not read gives a warning`() throws {
    try folder.write("policy.yaml", "a: 1")
    let leftOver = ["a.yaml~", "b.yml.bak", "#c.yaml#", "d.YAML.old", "sub/e.yaml.orig", "f.yaml2"]
    for name in leftOver + [".g.yaml.swp", "notes.yamlish", "yaml", "h.md"] {
      try folder.write(name, "never read: [")
    }
    let read = PolicyFolder.load(folder.path)
    #expect(files(read.documents) == ["SET/policy.yaml"])
    #expect(read.diagnostics.allSatisfy { $0.severity == .warning && $0.code == .notRead })
    let named = messages(read.diagnostics).map { $0.split(separator: "`")[1] }
    #expect(named.sorted() == leftOver.map { "SET/\($0)" }.sorted())
  }

  @Test func `a folder with nothing but left-overs holds no policy files`() throws {
    try folder.write("policy.yaml~", "a: 1")
    #expect(Set(PolicyFolder.load(folder.path).diagnostics.map(\.code)) == [.notRead, .noFiles])
  }

  @Test(arguments: ["", "# nothing\n", "\n\n", "\u{FEFF}", "~\n"])
  func `a file that says nothing gives a warning`(text: String) throws {
    try folder.write("a.yaml", "a: 1")
    try folder.write("b.yaml", text)
    let found = PolicyFolder.load(folder.path).diagnostics
    #expect(found.map(\.severity) == (text == "~\n" ? [] : [.warning]))
    #expect(found.allSatisfy { $0.code == .emptyFile && $0.range?.line == 1 })
  }

  @Test func `what is no file is refused, and nothing waits for it`() throws {
    try folder.write("a.yaml", "a: 1")
    try folder.write("sub.yaml/b.yaml", "b: 1")
    let made = unsafe mkfifo("\(folder.path)/pipe.yaml", 0o600)
    try #require(made == 0)
    try folder.link("linked.yaml", to: "pipe.yaml")
    let read = PolicyFolder.load(folder.path)
    #expect(files(read.documents) == ["SET/a.yaml", "SET/sub.yaml/b.yaml"])
    #expect(
      messages(read.diagnostics) == [
        "unreadable: `SET/linked.yaml` is neither a file nor a folder",
        "unreadable: `SET/pipe.yaml` is neither a file nor a folder",
      ]
    )
  }

  @Test func `links in a circle are followed nowhere`() throws {
    try folder.write("a.yaml", "a: 1")
    try folder.link("x.yaml", to: "y.yaml")
    try folder.link("y.yaml", to: "x.yaml")
    try folder.link("sub", to: "..")
    let read = PolicyFolder.load(folder.path)
    #expect(files(read.documents) == ["SET/a.yaml"])
    #expect(read.diagnostics.map(\.code) == [.notSupported, .unreadable, .unreadable])
  }

  @Test func `folders have limits`() throws {
    for name in 0..<4 { try folder.write("\(name).yaml", "k\(name): 1") }
    func codes(_ change: (inout ReadingLimits) -> Void) -> [String] {
      var limits = ReadingLimits()
      change(&limits)
      return messages(PolicyFolder.load(folder.path, limits: limits).diagnostics)
    }
    #expect(codes { $0.files = 4 } == [])
    #expect(codes { $0.files = 3 } == ["too-large: `SET` holds more than 3 files and folders"])
    #expect(
      codes { $0.folderEntries = 2 } == ["too-large: `SET` holds more than 2 files and folders"]
    )
    #expect(codes { $0.folderBytes = 20 } == [])
    #expect(
      codes { $0.folderBytes = 19 } == [
        "too-large: the files of `SET` are together longer than 19 bytes"
      ]
    )
    #expect(codes { $0.fileBytes = 4 }.count == 4)
  }

  @Test func `a device is no policy file`() {
    #expect(
      messages(PolicyFolder.load("/dev/zero").diagnostics)
        == ["unreadable: `/dev/zero` is neither a file nor a folder"]
    )
  }

  @Test func `scenarios stand beside the policy files`() throws {
    try folder.write("a.yaml", "a: 1")
    #expect(
      messages(ScenarioFolder.load(policyPath: folder.path).diagnostics)
        == ["no-files: there is no folder `SET/scenarios` with scenarios"]
    )
    try folder.write("scenarios/notes.md", "")
    #expect(
      messages(ScenarioFolder.load(policyPath: folder.path).diagnostics)
        == ["no-files: the folder `SET/scenarios` holds no scenario files"]
    )
    try folder.write("scenarios/scenarios/deep.yml", "a: 1")
    let expected = ["SET/scenarios/scenarios/deep.yml"]
    #expect(files(ScenarioFolder.load(policyPath: folder.path + "/").documents) == expected)
    #expect(files(ScenarioFolder.load(policyPath: folder.path + "/a.yaml").documents) == expected)
    #expect(files(ScenarioFolder.load(folder.path + "/scenarios").documents) == expected)
    #expect(ScenarioFolder.load("/nowhere").diagnostics.map(\.code) == [.unreadable])
  }

  @Test func `nothing but a folder is taken for the folder of scenarios`() throws {
    let outside = try TemporaryFolder()
    try outside.write("s.yaml", "a: 1")
    try folder.write("inside/s.yaml", "a: 1")
    let noFolder = "unreadable: `SET/scenarios` is not a folder"
    let link =
      "not-supported: `SET/scenarios` is a link to a folder, and links to folders are not followed"
    for (target, expected) in [
      (outside.path, link), ("inside", link), ("/dev/zero", noFolder), ("nowhere", noFolder),
      ("inside/s.yaml", noFolder),
    ] {
      try folder.link("scenarios", to: target)
      for read in bothReadings() {
        #expect(read.documents.isEmpty)
        #expect(messages(read.diagnostics) == [expected], "\(target)")
      }
      try FileManager.default.removeItem(atPath: "\(folder.path)/scenarios")
    }
    let made = unsafe mkfifo("\(folder.path)/scenarios", 0o600)
    try #require(made == 0)
    #expect(bothReadings().map { messages($0.diagnostics) } == [[noFolder], [noFolder]])
    try FileManager.default.removeItem(atPath: "\(folder.path)/scenarios")
    try folder.write("scenarios", "cases: []")
    #expect(bothReadings().map { messages($0.diagnostics) } == [[noFolder], [noFolder]])
  }

  private func bothReadings() -> [(documents: [Document], diagnostics: [Diagnostic])] {
    [
      ScenarioFolder.load(policyPath: folder.path),
      ScenarioFolder.loadIfThere(policyPath: folder.path),
    ]
  }

  #if os(Linux)
    @Test func `a name that is no text is pointed out, be it of a file or of a folder`() throws {
      try folder.write("a.yaml", "a: 1")
      for name in ["b\u{1}.yaml", "dept\u{1}"] {
        let bytes = "\(folder.path)/\(name)".utf8.map {
          $0 == 1 ? CChar(bitPattern: 0xE6) : CChar(bitPattern: $0)
        }
        let made = unsafe mkdir(bytes + [0], 0o700)
        try #require(made == 0)
      }
      let read = PolicyFolder.load(folder.path)
      #expect(
        messages(read.diagnostics) == [
          "unreadable: `SET/b\u{FFFD}.yaml` cannot be read: its name is not UTF-8",
          "unreadable: `SET/dept\u{FFFD}` cannot be read: its name is not UTF-8",
        ]
      )
      #expect(read.diagnostics.allSatisfy { $0.help?.hasPrefix("rename it") == true })
    }
  #endif
}

@Suite struct `Checking a policy set` {
  @Test func `a sound set has a policy`() throws {
    let folder = try TemporaryFolder()
    try folder.write("set.yaml", PolicyUnderTest.text)
    let check = PolicyCheck(path: folder.path)
    #expect(check.policy != nil)
    #expect(check.diagnostics.isEmpty)
    #expect(check.text() == "")
    #expect(check.documents.count == 1)
  }

  @Test func `mistakes of all files come together`() throws {
    let folder = try TemporaryFolder()
    try folder.write("set.yaml", PolicyUnderTest.text)
    try folder.write("more.yaml", "reasons: { other: {} }\nfoo: 1\n")
    let check = PolicyCheck(path: folder.path)
    #expect(check.policy == nil)
    #expect(check.diagnostics.contains { $0.code == .unknownKey })
    #expect(check.diagnostics.contains { $0.code == .missingKey })
    #expect(folder.short(check.text()).contains(" --> SET/more.yaml:2:1\n"))
  }

  @Test func `while a file cannot be read, what is certain is said of the others`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "reasons: { urgent: { title: { nb: Haster, en: Urgent } }\n")
    try folder.write("b.yaml", "foo: 1")
    try folder.write(
      "c.yaml",
      """
      selfAuthorisation:
        ask:
          title: { nb: Spør, en: Ask }
          scope: item
          reasons: [urgent, urgnt, other]
          lifetime: 1 hour
      """
    )
    let check = PolicyCheck(path: folder.path)
    #expect(check.policy == nil)
    #expect(
      check.diagnostics.map { folder.short("\($0.code.rawValue) \($0.range?.description ?? "")") }
        == [
          "not-well-formed SET/a.yaml:1:57", "unknown-key SET/b.yaml:1:1",
          "missing-key SET/c.yaml:2:3", "undeclared-name SET/c.yaml:5:23",
          "undeclared-name SET/c.yaml:5:30",
        ]
    )
  }

  @Test func `while not even the text of a file is there, no name is called undeclared`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", [0xE6])
    try folder.write(
      "b.yaml",
      "purposes: { care: { title: { nb: Helsehjelp, en: Care }, because: R } }"
    )
    try folder.write("c.yaml", "foo: 1")
    let check = PolicyCheck(path: folder.path)
    #expect(check.diagnostics.map(\.code) == [.notText, .unknownKey])
  }
}
