import AccessPolicy
import Foundation
import PolicyScenarios
import Testing

/// `docs/helseplattformen.md` is written from the policy set, by `Scripts/record-trace`, or with
/// `RECORD_DOCUMENTS=1 swift test --filter 'Requirements of Helseplattformen'`; that run fails.
@Suite struct `Requirements of Helseplattformen` {
  private static let repository = URL(fileURLWithPath: ShippedPolicySet.root("x"))
    .deletingLastPathComponent().deletingLastPathComponent().standardized.path

  private static let trace = Result {
    PolicyTrace(try ShippedPolicySet.helseplattformenReport.get())
  }

  @Test func `are all answered, or say why not`() throws {
    let trace = try Self.trace.get()
    #expect(trace.requirements.count > 200)
    #expect(trace.withGaps.map { "\($0.id): \($0.gaps)" } == [])
    #expect(trace.failedCells == 0)
  }

  @Test func `say of what kind they are, and where they are from`() throws {
    for entry in try Self.trace.get().requirements {
      #expect(!entry.requirement.kinds.isEmpty, "\(entry.id)")
      #expect(
        (entry.requirement.source ?? "").isEmpty == (entry.requirement.reading != nil),
        "\(entry.id)"
      )
    }
  }

  @Test func `stand in the document as they are`() throws {
    let document = URL(filePath: "\(Self.repository)/docs/helseplattformen.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- trace: begin -->\n"))
    let end = try #require(text.range(of: "<!-- trace: end -->"))
    let trace = try Self.trace.get().markdown(in: .en)
      .replacing("]: \(Self.repository)/", with: "]: ../")
    if ProcessInfo.processInfo.environment["RECORD_DOCUMENTS"] != nil {
      let changed = text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: trace)
      try changed.write(to: document, atomically: true, encoding: .utf8)
      Issue.record("the document was written anew; run again without RECORD_DOCUMENTS")
    } else {
      // Not `==` in the expectation: what differs is long.
      let isCurrent = text[begin.upperBound..<end.lowerBound] == trace
      #expect(isCurrent, "run Scripts/record-trace, read what changed, and commit it")
    }
  }

  @Test func `that the engine answers name a law, or the page that says it`() throws {
    for entry in try Self.trace.get().requirements {
      for answer in entry.requirement.answers where answer.means == .engine {
        let named = answer.how.en.matches(of: /docs\/[a-z-]+\.md/).map { String($0.output) }
        #expect(
          !named.isEmpty || answer.how.en.contains(/laws? \d|gates? `|`leastAuth/),
          "\(entry.id)"
        )
        for page in named {
          #expect(FileManager.default.fileExists(atPath: "\(Self.repository)/\(page)"), "\(page)")
        }
      }
    }
  }

  @Test func `speak of files, rules and cases that are there`() throws {
    let shipped = try ShippedPolicySet.helseplattformen.get()
    let cases = Set(shipped.scenarios.cases.compactMap(\.id))
    for entry in try Self.trace.get().requirements {
      guard let change = entry.requirement.reading?.change else { continue }
      for text in [change.en, change.nb] {
        var texts: [String] = []
        for match in text.matches(of: /(?:[a-z-]+\/)*[a-z-]+\.yaml/) {
          let document = shipped.documents.first { $0.file.hasSuffix("/\(match.output)") }
          texts.append(try #require(document, "\(entry.id): \(match.output)").text)
        }
        for match in text.matches(of: /`([a-z]+(?:-[a-z]+)+)/) {
          let id = String(match.output.1)
          let isThere = texts.contains { (text: String) in text.contains(id) }
          #expect(isThere, "\(entry.id): \(id)")
        }
        for match in text.matches(of: /\bS\d\d\b/) {
          #expect(cases.contains(String(match.output)), "\(entry.id): \(match.output)")
        }
      }
    }
  }
}
