import AccessPolicy
import Testing

/// Any word could be the key of a member of staff or a patient. Taken for one, a misspelt fact makes a
/// shield that never closes, or a rule that opens to everybody, without a word.
@Suite struct `A misspelt fact is never taken for a key` {
  @Test(arguments: [
    "patient.id == 1️⃣sesion.ownRecord", "patient.id == 1️⃣ownRecord",
    "patient.id == 1️⃣Session.ownRecord", "1️⃣sesion.staff in content.team",
    "1️⃣lnik.staff == session.staff", "content.author != 1️⃣sesion.staff",
    "patient.id == 1️⃣yes", "session.staff == 1️⃣somebody",
  ])
  func `beside staff and patients`(condition: String) {
    let text = """
      marks:
        x:
          title: { nb: a, en: b }
          opensTo: {}
          derived: \(condition)
      """
    let found = mistakes(text)
    let codes = ["unknown-fact", "differs-in-case", "wrong-type"]
    #expect(codes.contains { found == ["1 \($0)"] }, "\(found)")
  }
}
