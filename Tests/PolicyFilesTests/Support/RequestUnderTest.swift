/// Requests for ``PolicyUnderTest``, as lines of JSON.
enum RequestUnderTest {
  static let session =
    #"{"staff": "kari", "authorisation": {"template": "nurse", "deviations": []}}"#

  static let content = #"{"class": "note"}"#

  /// A request of parts; each can be replaced.
  static func request(
    session: String = session,
    content: String = content,
    more: String = ""
  ) -> String {
    #"{"id": "1", "now": "2026-03-02T10:00+01:00", "session": "# + session
      + #", "action": "read", "content": "# + content + (more.isEmpty ? "" : ", " + more) + "}"
  }

  /// A request with every key that there is.
  static let whole =
    request(
      session: #"""
        {"staff": "kari", "ownRecord": "p9", "unit": "ward-3", "purpose": "give-care",
         "authenticationLevel": 4, "systemIsReadOnly": false, "groups": ["g1", "g1"],
         "attributes": {"scope": ["ward-3", "elsewhere"]},
         "authorisation": {"template": "nurse", "subtemplates": ["s"], "providerRecord": "rn",
          "isActive": true, "from": "2020-01-01T00:00Z", "until": "2030-01-01T00:00Z",
          "deviations": [{"id": "d", "adds": {"securityClasses": ["a"], "relationships": ["b"],
           "reach": ["c"], "selfAuthorisation": ["d"], "units": ["e"]},
           "removes": {"units": ["f"]}, "reason": "vikar", "approver": "leder",
           "from": "2026-01-01T00:00Z", "until": null}]}}
        """#,
      content: #"""
        {"class": "note", "id": "n1", "contact": {"id": "c1", "unit": "ward-3", "team": ["ola"],
          "marks": []}, "unit": "ward-3", "author": "ola", "recorded": "2026-03-01T10:00Z",
         "starts": "2026-03-01T10:00Z", "ends": "2026-03-01T11:00Z", "marks": ["sensitive"],
         "attributes": {"signature": "signed", "day": "2026-03-01", "about": "p2"}}
        """#,
      more: #"""
        "patient": {"id": "p", "birthDate": "1940-05-01", "residence": "town",
         "marks": ["m"], "attributes": {"objects": true, "height": -180, "doctor": "dr"},
         "links": [{"id": "l1", "kind": "admission", "status": "active", "unit": "ward-3",
           "staff": "ola", "team": ["ola", "kari"], "group": "g", "starts": "2026-03-01T00:00Z",
           "ends": null, "attributes": {"booked": "2026-02-01T00:00Z"}}],
         "blocks": [{"id": "b1", "kind": "patient-block", "covers": "whole",
           "entriesFrom": "2026-01-01T00:00Z", "against": "everyone", "from": null,
           "effectuated": true},
          {"id": "b2", "kind": "k", "covers": {"classes": ["note"]}, "against": {"unit": "u"}},
          {"id": "b3", "kind": "k", "covers": {"contact": "c"}, "against": {"template": "t"}},
          {"id": "b4", "kind": "k", "covers": {"item": "i"}, "against": {"staff": "s"}}]},
        "justifications": [{"reason": "other", "text": "Trenger det", "rule": "wider"}],
        "grants": [{"id": null, "rule": "wider", "staff": "kari", "patient": "p",
          "scope": "patient", "template": "nurse", "enterprise": "hospital",
          "purpose": "give-care", "reason": "other", "from": "2026-03-02T08:00Z",
          "until": "2026-03-03T08:00Z"},
         {"id": "g2", "rule": "w", "staff": "k", "scope": {"class": "note"}, "template": "t",
          "purpose": "p", "reason": "o", "from": "2026-03-02T08:00Z", "until": "2026-03-03T08:00Z"}],
        "attributes": {"words": ["a", "b"]}
        """#
    ).replacing("\n", with: " ")
}
