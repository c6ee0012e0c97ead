import AccessPolicy
import Foundation
import PolicyFiles
import Testing

/// Slips made by hand in a copy of the policy set of Helseplattformen: each is pointed out where it
/// stands, and doing what the help says, to the letter, makes the set what it was.
@Suite struct `Mending slips` {
  @Test(arguments: Fault.all)
  func `the help mends what it points out`(fault: Fault) throws {
    var set = try CopiedSet.original.get()
    let original = try set.text(of: fault.file)
    let (text, place) = try fault.made(in: original)
    set.write(text, to: fault.file)
    let check = set.check
    #expect(check.policy == nil)
    #expect(check.diagnostics.map(\.code) == [fault.code], "\(check.text())")
    let diagnostic = try #require(check.diagnostics.first)
    #expect(diagnostic.range?.description == place.description, "\(check.text())")
    let result = try fault.mended(text, by: diagnostic)
    #expect(result == original.replacing(fault.right, with: fault.result), "\(check.text())")
    // Most often the set is now what it was, to the letter; that that is valid is looked at elsewhere.
    guard result != original else { return }
    set.write(result, to: fault.file)
    let mended = set.check
    #expect(mended.policy != nil)
    #expect(mended.diagnostics.isEmpty, "\(mended.text())")
  }

  /// While a file cannot be read whole, what follows from all files together is left for later.
  @Test(arguments: [true, false])
  func `slips in several files come in one run, in order of file and place`(allAreRead: Bool) throws
  {
    var set = try CopiedSet.original.get()
    let faults = Fault.apart.filter { fault in
      !fault.endsReading && (allAreRead ? !fault.keepsFromReading : !fault.followsFromAll)
    }
    var texts: [String: String] = [:]
    for fault in faults {
      let text = try texts[fault.file] ?? set.text(of: fault.file)
      texts[fault.file] = text.replacing(fault.right, with: fault.wrong)
    }
    #expect(texts.count >= 6)
    var places: [SourceRange] = []
    for (file, text) in texts {
      var before = ""
      for part in text.components(separatedBy: "▶").dropLast() {
        before += part
        places.append(.end(of: before, file: file))
      }
      set.write(text.replacing("▶", with: ""), to: file)
    }
    let found = set.check
    #expect(
      found.diagnostics.map { $0.range?.description } == places.sorted().map(\.description),
      "\(found.text())"
    )
    #expect(Set(found.diagnostics.map(\.code)) == Set(faults.map(\.code)))
  }
}
