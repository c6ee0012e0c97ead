import AccessPolicy
import PolicyFiles
import Testing

/// Slips made by hand in a copy of the policy set of Helseplattformen: each is pointed out where it
/// stands, and doing what the help says, to the letter, makes the set what it was.
@Suite struct `Mending slips` {
  @Test(arguments: Fault.ofOneFile)
  func `the help mends what it points out`(fault: Fault) throws {
    var set = try CopiedSet.original.get()
    let digest = try #require(set.check.policy).identity.digest
    let (text, place) = try fault.made(in: set.text(of: fault.file))
    set.write(text, to: fault.file)
    let check = set.check
    #expect(check.policy == nil)
    #expect(check.diagnostics.map(\.code) == [fault.code], "\(check.text())")
    let diagnostic = try #require(check.diagnostics.first)
    let range = try #require(diagnostic.range)
    #expect("\(range)" == "\(place)", "\(check.text())")
    set.write(try fault.mended(text, by: diagnostic), to: fault.file)
    let mended = set.check
    #expect(mended.diagnostics.isEmpty, "\(mended.text())")
    #expect((mended.policy?.identity.digest == digest) == fault.isRestored)
  }

  @Test func `slips in several files come in one run, in order of file and place`() throws {
    var set = try CopiedSet.original.get()
    let faults = Fault.ofOneFile
    // The first slip of each kind in each file, from the bottom up so that no place moves.
    var places: [String] = []
    var seen: Set<String> = []
    for fault in faults where seen.insert(fault.file).inserted {
      let (text, place) = try fault.made(in: set.text(of: fault.file))
      set.write(text, to: fault.file)
      places.append("\(fault.code.rawValue) \(place)")
    }
    #expect(seen.count >= 5)
    let found = set.check.diagnostics
    #expect(Set(found.map { "\($0.code.rawValue) \($0.range?.description ?? "")" }) == Set(places))
    #expect(found.count == places.count)
    #expect(found.map(\.range).compactMap(\.self) == found.compactMap(\.range).sorted())
  }
}
