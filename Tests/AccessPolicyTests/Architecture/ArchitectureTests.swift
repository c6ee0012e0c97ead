import AccessPolicy
import Testing

/// What the compiler cannot check inside one module, read from the sources.
@Suite struct `The architecture` {
  /// Which folder of `AccessPolicy` may name types of which others, in the order of the pipeline.
  ///
  /// Where types are listed, only these may be named.
  private static let arrows: [(from: String, to: [String: Set<String>?])] = [
    ("Vocabulary", [:]),
    ("Source", [:]),
    (
      "Diagnostics",
      ["Vocabulary": nil, "Source": nil, "Policy": ["ValueType", "Window", "SelfAuthorisation"]]
    ),
    ("Text", ["Source": nil, "Diagnostics": nil]),
    ("JSON", ["Vocabulary": ["IdentifierText"], "Source": nil, "Diagnostics": nil, "Text": nil]),
    ("Policy", ["Vocabulary": nil, "Source": nil, "Diagnostics": ["Silence"]]),
    (
      "Syntax",
      [
        "Vocabulary": nil, "Source": nil, "Diagnostics": nil, "Policy": nil,
      ]
    ),
    (
      "Validation",
      [
        "Vocabulary": nil, "Source": nil, "Diagnostics": nil, "Syntax": nil, "Policy": nil,
      ]
    ),
    (
      "Lint",
      [
        "Vocabulary": nil, "Source": nil, "Diagnostics": nil, "Policy": nil,
        "Analysis": ["ConditionAnalysis", "Assumptions"],
      ]
    ),
    ("Request", ["Vocabulary": nil]),
    (
      "Decision",
      ["Vocabulary": nil, "Source": nil, "Policy": ["PolicyIdentity"], "Request": ["Grant"]]
    ),
    (
      "Compilation",
      ["Vocabulary": nil, "Source": nil, "Policy": nil]
    ),
    (
      "Evaluation",
      [
        "Vocabulary": nil, "Source": nil, "Policy": nil, "Compilation": nil, "Request": nil,
        "Decision": nil,
      ]
    ),
    (
      "Doors",
      [
        "Vocabulary": nil, "Policy": nil, "Compilation": nil, "Request": nil, "Decision": nil,
        "Evaluation": nil,
      ]
    ),
    (
      "Analysis",
      [
        "Vocabulary": nil, "Source": nil, "Diagnostics": nil, "Policy": nil, "Compilation": nil,
        "Request": nil, "Decision": nil, "Evaluation": ["FactComparison", "PolicyEngine"],
      ]
    ),
    (
      "Mutation",
      [
        "Vocabulary": nil, "Source": ["SourceRange"], "Policy": nil,
        "Request": ["AccessRequest", "RoleParts"], "Analysis": ["ConditionAnalysis"],
      ]
    ),
    (
      "Provisioning",
      [
        "Vocabulary": nil, "Source": ["SourceRange"],
        "Policy": [
          "Attribute", "BuiltInAttribute", "Policy", "ProvisioningRule",
          "RoleTemplate", "ValueType",
        ], "Request": ["Authorisation", "Deviation", "RoleParts"],
        "Compilation": ["ConditionTable", "FactValue", "OrganisationIndex"],
        "Evaluation": ["FactComparison"],
      ]
    ),
    (
      "Explanation",
      [
        "Vocabulary": nil, "Source": nil, "Policy": nil, "Compilation": nil, "Request": nil,
        "Decision": nil,
        "Evaluation": nil,
      ]
    ),
    (
      "Coverage",
      [
        "Vocabulary": nil, "Source": nil, "Policy": nil, "Compilation": nil, "Request": nil,
        "Decision": nil, "Evaluation": nil,
      ]
    ),
  ]

  private static let library = SourceFile.all.filter { $0.target == "AccessPolicy" }

  @Test func `the sources are found`() {
    #expect(
      Set(SourceFile.all.map(\.target)) == [
        "AccessPolicy", "PolicyScenarios", "PolicyFiles", "PolicyCLI",
      ]
    )
    #expect(Set(Self.library.map(\.folder)) == Set(Self.arrows.map(\.from) + [""]))
  }

  @Test func `the library imports nothing`() {
    for file in Self.library {
      #expect(!file.code.contains(/(^|\n)[@\w() ]*\bimport\b/), "\(file.path)")
    }
  }

  @Test func `folders name only what stands before them`() {
    let mentions = self.mentions
    for (from, allowed) in Self.arrows {
      check(mentions, from: from, allowed: allowed)
    }
  }

  private func check(_ mentions: Mentions, from: String, allowed: [String: Set<String>?]) {
    for (to, types) in mentions[from] ?? [:] {
      let named = types.keys.sorted()
      guard let rule = allowed[to] else {
        let files = Set(types.values.joined()).sorted().joined(separator: ", ")
        Issue.record("\(from) may not name types of \(to), and names \(named) in \(files)")
        continue
      }
      for type in named where rule.map({ !$0.contains(type) }) ?? false {
        Issue.record("\(from) may not name \(type) of \(to), as \(types[type] ?? []) does")
      }
    }
  }

  @Test func `every arrow that is allowed is needed`() {
    let mentions = self.mentions
    for (from, allowed) in Self.arrows {
      for (to, types) in allowed {
        let named = Set((mentions[from]?[to] ?? [:]).keys)
        #expect(!named.isEmpty, "\(from) names no type of \(to) any more")
        #expect((types ?? []).isSubset(of: named), "\(from) names less of \(to) than it may")
      }
    }
  }

  /// Folder, other folder, type, files.
  private typealias Mentions = [String: [String: [String: [String]]]]

  /// For each folder, the types of other folders that it names, and the files that do.
  private var mentions: Mentions {
    var homes: [String: String] = [:]
    for file in Self.library { for type in file.declaredTypes { homes[type] = file.folder } }
    let nested = Dictionary(grouping: Self.library, by: \.folder)
      .mapValues { Set($0.flatMap(\.nestedTypes)) }
    var mentions: Mentions = [:]
    for file in Self.library {
      for type in file.mentionedTypes.subtracting(nested[file.folder] ?? []) {
        guard let home = homes[type], home != file.folder else { continue }
        mentions[file.folder, default: [:]][home, default: [:]][type, default: []].append(file.path)
      }
    }
    return mentions
  }

  // MARK: What must not stand in the code

  /// Words that can end the process or leave what the compiler checks; and the files that need one.
  private static let forbidden: [(word: String, allowedIn: Set<String>)] = [
    ("try!", []), ("as!", []), ("fatalError", []), ("@unchecked", []), ("nonisolated(unsafe)", []),
    ("preconditionFailure", []), ("precondition(", []), ("unowned", []),
    // libyaml, read(2), rename(2) and ioctl(2) are C, and `FileManager` takes a pointer; each behind a
    // few lines.
    // The bytes of names and keys are read eight at a time: it was measured, and matters.
    (
      "unsafe",
      [
        "AccessPolicy/Vocabulary/TextBytes.swift",
        "PolicyFiles/YAML/YAMLEvents.swift", "PolicyFiles/Folders/FolderReader.swift",
        "PolicyCLI/Output/ByteInput.swift", "PolicyCLI/Output/RegisterFile.swift",
        "PolicyCLI/Output/TerminalWidth.swift",
      ]
    ),
  ]

  @Test(arguments: forbidden.indices)
  func `nothing that can trap or that the compiler does not check`(index: Int) {
    let (word, allowed) = Self.forbidden[index]
    let files = SourceFile.all.filter { $0.code.contains(word) }.map(\.path)
    #expect(Set(files).subtracting(allowed) == [])
    #expect(allowed.subtracting(files) == [], "no longer needed")
  }

  /// Words of one policy set that the sources must not hold even as a part of another word.
  private static let strangers = [
    "helseplattformen", "sykepleier", "saksbehandler", "trondheim", "olav",
  ]

  /// Every id that the policy set declares, but for short ones and those that are one common word.
  private static let declaredIDs: Set<String> = {
    var ids: Set<String> = []
    for (path, text) in SourceFile.files(in: "policies/helseplattformen", withExtension: "yaml")
    where !path.hasPrefix("scenarios/") {
      for match in text.matches(of: /^ +([A-Za-z0-9._-]+):/.anchorsMatchLineEndings()) {
        let id = match.output.1.lowercased()
        if id.count > 4, id.contains("-") { ids.insert(id) }
      }
    }
    // Silences name warnings.
    return ids.subtracting(DiagnosticCode.allCases.map(\.rawValue))
  }()

  @Test(arguments: SourceFile.all)
  func `no policy set is known to the sources`(file: SourceFile) {
    let text = file.text.lowercased()
    // Names run on through hyphens: `read-only-mode` does not hold `read-only`.
    let words = text.matches(of: /[a-zæøå0-9][a-zæøå0-9_.-]*[a-zæøå0-9]/).map { String($0.output) }
    let found = Set(words).intersection(Self.declaredIDs).union(
      Self.strangers.filter(text.contains)
    )
    #expect(found == [])
  }

  // MARK: Size

  @Test func `what makes an outcome of the gates' answers can be read aloud`() throws {
    let file = try #require(Self.library.first { $0.path.hasSuffix("/Combining.swift") })
    #expect(file.lineCount < 100)
  }

  @Test func `a file holds one notion`() {
    #expect(SourceFile.all.filter { $0.lineCount >= 400 }.map(\.path) == [])
  }
}
