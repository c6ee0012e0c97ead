"""Edits of the policy set of Helseplattformen; what `diff` must say of each stands in `expected.txt`."""

EDITS = [
    {
        "name": "a window widened",
        "replace": [(
            "relationships.yaml",
            "nursing-home-stay]\n    where: link.unit within session.unit\n    opens: 30 days before start\n    closes: 30 days after end",
            "nursing-home-stay]\n    where: link.unit within session.unit\n    opens: 30 days before start\n    closes: 60 days after end",
        )],
    },
    {
        "name": "a window narrowed",
        "replace": [(
            "relationships.yaml",
            "links: [service-episode]\n    where: link.unit within session.unit\n    opens: 30 days before start",
            "links: [service-episode]\n    where: link.unit within session.unit\n    opens: 7 days before start",
        )],
    },
    {
        "name": "a grant added",
        "replace": [(
            "roles/acute.yaml",
            "      medication: { do: [administer], on: [medication], because: [R2.5, R6.14] }\n\n  ambulance-reading",
            "      medication: { do: [administer], on: [medication], because: [R2.5, R6.14] }\n"
            "      psychiatry: { do: [read], on: [psychiatric-note], because: R6.14 }\n\n  ambulance-reading",
        )],
    },
    {
        "name": "a grant taken away",
        "replace": [(
            "roles/acute.yaml",
            "      # What must be known in order to do no harm, and is known to belong to no enterprise that could decide\n"
            "      safety:\n        do: [read]\n        on: [allergies]\n        when: not has content.unit\n"
            "        because: [R5.11, R6.17]\n",
            "",
        )],
    },
    {
        "name": "a criterion dropped",
        "replace": [(
            "roles/acute.yaml",
            "        when: content.unit within [st-olavs, trondheim]\n        because: [R6.17, R10.2, A19]",
            "        because: [R6.17, R10.2, A19]",
        )],
    },
    {
        "name": "a circle widened",
        "replace": [(
            "marks.yaml",
            "  shielded:\n    title: { nb: Skjermet, en: Shielded }\n    opensTo:\n"
            "      author: { when: content.author == session.staff and content.unit within session.unit.enterprise,",
            "  shielded:\n    title: { nb: Skjermet, en: Shielded }\n    opensTo:\n"
            "      author: { when: content.author == session.staff,",
        )],
    },
    {
        "name": "access that now takes a reason",
        "replace": [(
            "roles/hospital.yaml",
            "        when: content.unit.enterprise.kind in [hospital-trust, municipality, contract-specialist]\n"
            "        because: [R1.1, R6.9]",
            "        when: content.unit.enterprise.kind in [hospital-trust, municipality, contract-specialist]\n"
            "        level: justify\n        takes: relevant-detail\n        because: [R1.1, R6.9]",
        )],
    },
    {
        "name": "access that takes a reason no longer",
        "replace": [(
            "roles/hospital.yaml",
            "        on: [psychiatric-note]\n        level: justify\n        takes: relevant-detail\n",
            "        on: [psychiatric-note]\n",
        )],
    },
    {
        "name": "a longer life for what a reason opens",
        "replace": [(
            "self-authorisation.yaml",
            "textRequiredFor: [incoming-unregistered, consult-request, participating, other]\n    lifetime: 24 hours",
            "textRequiredFor: [incoming-unregistered, consult-request, participating, other]\n    lifetime: 48 hours",
        )],
    },
    {
        "name": "a role that may decide on its own access",
        "replace": [(
            "roles/acute.yaml",
            "    relationships: [acute-visit-at-my-department, row-on-list-of-my-unit]\n    reach: [lists-of-my-unit, patient-look-up, hits-with-a-record]\n"
            "    selfAuthorisation: [acute-function, open-blocked-content]",
            "    relationships: [acute-visit-at-my-department, row-on-list-of-my-unit]\n    reach: [lists-of-my-unit, patient-look-up, hits-with-a-record]\n"
            "    selfAuthorisation: [acute-function, independent-responsibility, open-blocked-content]",
        )],
    },
    {
        "name": "a template renamed",
        "replace": [
            ("roles/acute.yaml", "  emergency-doctor:\n", "  doctor-in-emergency-department:\n"),
            ("provisioning.yaml", "template: emergency-doctor", "template: doctor-in-emergency-department"),
        ],
        "renamed": ["emergency-doctor → doctor-in-emergency-department"],
    },
    {
        "name": "a rule moved to another file",
        "replace": [
            ("self-authorisation.yaml",
             "  open-blocked-content:\n    title: { nb: Åpne sperret innhold, en: Open blocked content }\n    scope: class\n"
             "    reasons: [emergency, patient-consent]\n    leastText: 10\n    textRequiredFor: [patient-consent]\n    lifetime: 24 hours\n"
             "    obligations: [special-log, alert, show-to-patient]\n    because: [R5.8, A17, A23]\n", ""),
            ("blocks.yaml", "blocks:\n",
             "selfAuthorisation:\n  open-blocked-content:\n    title: { nb: Åpne sperret innhold, en: Open blocked content }\n    scope: class\n"
             "    reasons: [emergency, patient-consent]\n    leastText: 10\n    textRequiredFor: [patient-consent]\n    lifetime: 1 day\n"
             "    obligations: [special-log, alert, show-to-patient]\n    because: [R5.8, A17, A23]\n\nblocks:\n"),
        ],
    },
    {
        "name": "two edits that cancel",
        "replace": [
            ("roles/acute.yaml", "        on: [clinical-overview, diagnoses, medication, allergies, self-care-traits,",
             "        on: [clinical-overview, medication, allergies, self-care-traits,"),
            ("roles/acute.yaml", "      search-up:\n        do: [read]\n        on: [care-report,",
             "      search-up-diagnoses: { do: [read], on: [diagnoses], because: [R1.1, R6.14, R6.20] }\n"
             "      search-up:\n        do: [read]\n        on: [care-report,"),
            ("relationships.yaml", "  stay-at-my-nursing-home:\n    title: { nb: Opphold på sykehjemmet jeg er logget inn på, en: Stay at the nursing home that I am logged in to }\n"
             "    links: [nursing-home-stay]\n    where: link.unit within session.unit",
             "  stay-at-my-nursing-home:\n    title: { nb: Opphold på sykehjemmet jeg er logget inn på, en: Stay at the nursing home that I am logged in to }\n"
             "    links: [nursing-home-stay]\n    where: not (link.unit not within session.unit)"),
        ],
    },
]
