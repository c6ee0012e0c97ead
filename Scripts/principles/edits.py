"""For each principle of Helseplattformen, an edit that a hasty change would be, and what it breaks.

An edit replaces a text at its first place after the line of an entry.
"""

EDITS = {
    "whoever-recorded-it": (
        "relationships.yaml", "admission-at-my-ward", "where: link.unit within session.unit",
        "where: link.unit within session.unit and content.author != session.staff",
        "the answer is yes, and another (with a reason) where only `content.author` is otherwise",
    ),
    "wherever-it-was-recorded": (
        "relationships.yaml", "my-treatment-team", "link.unit within session.unit.enterprise",
        "link.unit within session.unit.enterprise and content.unit within session.unit.enterprise",
        "the answer is yes, and another (with a reason) where only `content.unit` is otherwise",
    ),
    "who-has-the-patient-reads": (
        "relationships.yaml", "admission-at-my-ward", "opens: 30 days before start", "opens: 12 hours after start",
        "the answer is no",
    ),
    "access-ends-with-the-need": (
        "relationships.yaml", "referral-to-my-department", "closes: 30 days after end", "closes: 60 days after end",
        "the answer is yes",
    ),
    "access-begins-with-the-need": (
        "relationships.yaml", "admission-at-my-ward", "opens: 30 days before start", "opens: 60 days before start",
        "the answer is yes",
    ),
    "what-was-not-to-be-opens-nothing": (
        "logistics.yaml", "nursing-home-stay",
        "counts: [accepted, active, on-leave, finished]\n    ended: [finished]\n"
        "    neverCounts: [declined, cancelled, entered-in-error]",
        "counts: [accepted, active, on-leave, finished, declined]\n    ended: [finished]\n"
        "    neverCounts: [cancelled, entered-in-error]",
        "the answer is yes",
    ),
    "elsewhere-takes-a-reason": (
        "relationships.yaml", "admission-at-my-ward", "where: link.unit within session.unit", "where: always",
        "the answer is yes",
    ),
    "only-some-decide-by-themselves": (
        "roles/nursing-home.yaml", "nursing-home-nurse", "    purposes:",
        "    selfAuthorisation: [independent-responsibility]\n    purposes:",
        "the answer is with a reason",
    ),
    "marked-content-stays-inside": (
        "marks.yaml", "sensitive",
        "when: content.author == session.staff and content.unit within session.unit.enterprise",
        "when: content.unit within session.unit.enterprise",
        "the answer is yes",
    ),
    "doctors-give-a-reason-for-marked-content": (
        "marks.yaml", "shielded",
        "when: content.author == session.staff and content.unit within session.unit.enterprise",
        "when: content.author == session.staff or session.providerRecord == physician",
        "the answer is yes",
    ),
    "shielded-departments-are-not-seen": (
        "marks.yaml", "shielded-department", "hidesExistence: true", "hidesExistence: not has session.providerRecord",
        "the answer is no, and one learns that there is something",
    ),
    "strictly-confidential-addresses": (
        "marks.yaml", "strictly-confidential-address", "when: session.staff in link.may-know-address",
        "when: link.unit within session.unit",
        "the answer is yes",
    ),
    "blocked-content-takes-a-reason": (
        "blocks.yaml", "patient-block", "actions: [read, edit,", "actions: [edit,",
        "the answer is yes",
    ),
    "blocked-content-opens-to-emergency-doctors": (
        "roles/acute.yaml", "emergency-nurse", "selfAuthorisation: [acute-function,",
        "selfAuthorisation: [acute-function, open-blocked-content,",
        "the answer is with a reason",
    ),
    "opening-what-is-blocked-is-seen": (
        "self-authorisation.yaml", "open-blocked-content", "obligations: [special-log, alert, show-to-patient]",
        "obligations: [special-log, alert]",
        "a reason by `open-blocked-content` does not bring `show-to-patient`",
    ),
    "objections-are-not-seen-by-offices": (
        "blocks.yaml", "objection-to-sharing",
        "    hidesExistence: not has session.providerRecord or session.providerRecord == insight-only\n", "",
        "the answer is no, and one learns that there is something",
    ),
    "own-record-is-not-read-at-work": (
        "marks.yaml", "own-record", "opensTo: {}",
        "opensTo: { emergency: { when: session.purpose == emergency-care } }",
        "the answer is yes",
    ),
    "reasons-leave-a-trace": (
        "self-authorisation.yaml", "acute-function", "lifetime: 24 hours", "lifetime: 48 hours",
        "a reason by `acute-function` lasts 2 days, and at most 1 day is permitted",
    ),
    "records-administration-leaves-a-trace": (
        "relationships.yaml", "records-task-of-mine", "obligations: [special-log, review]",
        "obligations: [special-log]",
        "the answer is yes, without `review`",
    ),
    "same-role-same-answer": (
        "relationships.yaml", "admission-at-my-ward", "where: link.unit within session.unit",
        "where: link.unit within session.unit and session.authenticationLevel > 4",
        "the answer is yes, and another (with a reason) where only `content.author`, `session.authenticationLevel`, "
        "`session.ownRecord`, `session.systemIsReadOnly` is otherwise",
    ),
}
