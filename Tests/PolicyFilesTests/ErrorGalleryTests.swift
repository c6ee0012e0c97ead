import AccessPolicy
import Foundation
import PolicyFiles
import Testing

/// Every kind of mistake, as an author meets it: a policy set and beside it what is said of it.
///
/// `Tests/ErrorGallery/<code>/<phenomenon>.yaml`, or a folder with that name for several files, is a
/// policy set that is right but for one phenomenon; `<phenomenon>.expected` is the text. After
/// `RECORD_GALLERY=1 swift test --filter gallery` the texts are as they are now, for reading.
@Suite struct `The error gallery` {
  @Test(arguments: Exhibit.all)
  func `says what is wrong`(exhibit: Exhibit) throws {
    let text = exhibit.text
    guard !Exhibit.isRecording else {
      try text.write(to: exhibit.expectation, atomically: true, encoding: .utf8)
      Issue.record("recorded")
      return
    }
    let expected = try? String(contentsOf: exhibit.expectation, encoding: .utf8)
    #expect(text == expected, "read it, and record it with RECORD_GALLERY=1")
  }

  @Test(arguments: Exhibit.all)
  func `shows one phenomenon`(exhibit: Exhibit) {
    #expect(Set(exhibit.review.diagnostics.map(\.code.rawValue)) == [exhibit.code])
  }

  @Test(arguments: Exhibit.all)
  func `says what would be right`(exhibit: Exhibit) {
    #expect(exhibit.review.diagnostics.allSatisfy { $0.help?.isEmpty == false })
  }

  /// Codes that no text of a policy set can lead to, with the tests that show them.
  private static let elsewhere: Set<DiagnosticCode> = [
    .unreadable, .noFiles,  // of folders: FolderTests
    .badCase, .nothingExpected,  // of scenarios: the tests of PolicyScenarios
  ]

  @Test func `shows every kind of mistake that a policy set can have`() {
    let shown = Set(Exhibit.all.map(\.code))
    let known = Set(DiagnosticCode.allCases.filter { !Self.elsewhere.contains($0) }.map(\.rawValue))
    #expect(known.subtracting(shown) == [], "has no exhibit")
    #expect(shown.subtracting(known) == [], "is no code")
  }

  @Test func `every text belongs to an exhibit`() throws {
    let names = Set(Exhibit.all.map(\.expectation.lastPathComponent))
    let texts = try FileManager.default.subpathsOfDirectory(atPath: Exhibit.gallery.path)
      .filter { $0.hasSuffix(".expected") }.map { URL(filePath: $0).lastPathComponent }
    #expect(Set(texts).subtracting(names) == [])
  }
}

/// One policy set of the gallery.
struct Exhibit: Sendable, CustomTestStringConvertible {
  let code: String
  let phenomenon: String
  let review: PolicyReview

  private let folder: URL

  var testDescription: String { "\(code)/\(phenomenon)" }

  var expectation: URL { folder.appending(path: "\(phenomenon).expected") }

  /// The text, with paths that begin in the folder of the code.
  var text: String { review.text().replacing("\(folder.path)/", with: "") }

  private init(_ path: URL) {
    folder = path.deletingLastPathComponent()
    code = folder.lastPathComponent
    phenomenon = path.deletingPathExtension().lastPathComponent
    review = PolicyReview(path: path.path)
  }

  static let isRecording = ProcessInfo.processInfo.environment["RECORD_GALLERY"] != nil

  static let gallery = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "ErrorGallery")

  static let all: [Exhibit] = contents(of: gallery).flatMap { code in
    contents(of: code).filter { $0.pathExtension != "expected" }.map { Exhibit($0) }
  }

  private static func contents(of folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.map { folder.appending(path: $0) }
  }
}
