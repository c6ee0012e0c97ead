import AccessPolicy
import Testing

/// A scenario file with one mistake: where it stands, and what is said of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let code: DiagnosticCode
  let says: String
  let helps: String?

  init(_ name: String, _ code: DiagnosticCode, _ says: String, helps: String? = nil, _ text: String)
  {
    self.name = name
    self.text = text
    self.code = code
    self.says = says
    self.helps = helps
  }

  var testDescription: String { name }

  /// A mistake in a file that has a case that is right beside it.
  static func inCast(
    _ name: String,
    _ code: DiagnosticCode,
    _ says: String,
    helps: String? = nil,
    _ text: String
  ) -> Mistake {
    let good = """
      now: 2026-03-02T10:00+01:00
      cases: [ { name: right, staff: anne, expect: { read: { capacity: allow } } } ]

      """
    return Mistake(name, code, says, helps: helps, good + text)
  }

  /// A mistake in a case.
  static func inCase(
    _ name: String,
    _ code: DiagnosticCode,
    _ says: String,
    helps: String? = nil,
    _ text: String
  ) -> Mistake {
    Mistake(name, code, says, helps: helps, "now: 2026-03-02T10:00+01:00\ncases:\n" + text)
  }

  /// Reads the file, and expects exactly this mistake at exactly this place.
  func check() {
    let marked = MarkedText(text, file: "wrong.yaml")
    let read = World.read([("wrong.yaml", marked.text)])
    #expect(read.scenarios == nil)
    #expect(read.diagnostics.count == 1, "\(read.diagnostics.map { ($0.message, $0.range) })")
    guard let mistake = read.diagnostics.first else { return }
    #expect(mistake.code == code)
    #expect(mistake.message.contains(says), "\(mistake.message)")
    if let helps { #expect(mistake.help?.contains(helps) == true, "\(mistake.help ?? "")") }
    if marked.place == nil {
      #expect(mistake.range == nil)
    } else {
      #expect(
        mistake.range?.begins(at: marked.place) == true,
        "\(mistake.range?.description ?? "")"
      )
    }
    if marked.related != nil {
      #expect(mistake.related.first?.range.begins(at: marked.related) == true)
    }
  }
}
