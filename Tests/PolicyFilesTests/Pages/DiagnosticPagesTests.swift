import AccessPolicy
import Foundation
import Testing

/// The pages of `docs/diagnostics` say what is so: their wrong examples give exactly the mistake and
/// the text that they show, their right ones none. `RECORD_DOCUMENTS=1 swift test --filter "pages"`
/// writes the texts and the index anew, for reading; that run fails.
@Suite(.serialized) struct `The diagnostic pages` {
  private static let isRecording =
    ProcessInfo.processInfo.environment["RECORD_DOCUMENTS"] != nil

  @Test func `exist for every code, and for nothing else`() throws {
    let pages = Set(try DiagnosticPage.all.get().map(\.code))
    let codes = Set(DiagnosticCode.allCases.map(\.rawValue))
    #expect(codes.subtracting(pages) == [], "has no page")
    #expect(pages.subtracting(codes) == [], "is no code")
  }

  @Test(arguments: try DiagnosticPage.all.get())
  func `have a meaning, a wrong example and a right one`(page: DiagnosticPage) {
    #expect(page.lines.first == "# \(page.code)")
    #expect(page.meaning.hasSuffix("."))
    #expect(page.meaning == DiagnosticCode(rawValue: page.code)?.summary)
    #expect(page.examples.contains { $0.isWrong })
    #expect(page.examples.contains { $0.isRight })
    for example in page.examples {
      #expect(example.isWrong || example.isRight, "\(example.heading) is neither wrong nor right")
      #expect(example.blocks.allSatisfy { $0.isUnderstood }, "\(example.blocks.map(\.info))")
      #expect(example.blocks.contains { $0.info != "text" }, "\(example.heading) shows no file")
    }
  }

  @Test(arguments: try DiagnosticPage.all.get())
  func `show the mistake, and what is said of it`(page: DiagnosticPage) throws {
    if Self.isRecording {
      var page = page
      try page.record()
      Issue.record("recorded; read it, and run again without RECORD_DOCUMENTS")
      return
    }
    for example in page.examples where example.isWrong {
      let findings = try example.findings()
      #expect(Set(findings.diagnostics.map(\.code.rawValue)) == [page.code])
      #expect(example.message?.text == findings.printed, "record it with RECORD_DOCUMENTS=1")
    }
  }

  /// A right example of a mistake that is an error may leave out what only warnings ask for.
  @Test(arguments: try DiagnosticPage.all.get())
  func `show what is right`(page: DiagnosticPage) throws {
    let wrong = try page.examples.filter(\.isWrong).flatMap { try $0.findings().diagnostics }
    let isError = wrong.contains { $0.severity == .error }
    for example in page.examples where example.isRight {
      let findings = try example.findings()
      let counted = findings.diagnostics.filter { $0.severity == .error || !isError }
      #expect(counted.isEmpty, "\(findings.printed)")
    }
  }

  @Test func `stand in the index`() throws {
    let index = DiagnosticPage.folder.appending(path: "README.md")
    let text = try String(contentsOf: index, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- pages: begin -->\n"))
    let end = try #require(text.range(of: "<!-- pages: end -->"))
    let rows = try DiagnosticPage.all.get()
      .map { page in
        let severity = DiagnosticCode(rawValue: page.code)?.severity.rawValue ?? ""
        return "| [\(page.code)](\(page.code).md) | \(severity) | \(page.meaning) |\n"
      }
    let table = "| Code | | What it means |\n|---|---|---|\n" + rows.joined()
    let written = begin.upperBound..<end.lowerBound
    if Self.isRecording {
      let changed = text.replacingCharacters(in: written, with: table)
      try changed.write(to: index, atomically: true, encoding: .utf8)
      Issue.record("the index was written anew; run again without RECORD_DOCUMENTS")
    } else {
      #expect(text[written] == table, "run once with RECORD_DOCUMENTS=1")
    }
  }
}
