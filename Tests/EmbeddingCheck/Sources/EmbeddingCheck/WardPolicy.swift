/// The policy set of `policies/examples/two-rule-ward`, as JSON; a service would read it from a file.
let wardPolicy = """
  {
    "policySet": { "id": "two-rule-ward", "version": "1.0.0", "title": { "nb": "En sengepost", "en": "A ward" } },
    "unitKinds": { "ward": { "title": { "nb": "Sengepost", "en": "Ward" } } },
    "organisation": { "ward-3": { "title": { "nb": "Sengepost 3", "en": "Ward 3" }, "kind": "ward" } },
    "actions": { "read": { "title": { "nb": "Lese", "en": "Read" } } },
    "purposes": { "give-care": { "title": { "nb": "Yte helsehjelp", "en": "Give care" } } },
    "contentClasses": { "note": { "title": { "nb": "Notat", "en": "Note" } } },
    "patientLogistics": { "admission": { "title": { "nb": "Innleggelse", "en": "Admission" } } },
    "templates": {
      "nurse": {
        "title": { "nb": "Sykepleier", "en": "Nurse" },
        "units": ["ward-3"], "purposes": ["give-care"],
        "securityClasses": ["nursing"], "relationships": ["admitted-to-my-ward"]
      }
    },
    "securityClasses": {
      "nursing": {
        "title": { "nb": "Sykepleie", "en": "Nursing" },
        "grants": { "notes": { "do": ["read"], "on": ["note"] } }
      }
    },
    "careRelationships": {
      "admitted-to-my-ward": {
        "title": { "nb": "Innlagt på posten min", "en": "Admitted to my ward" },
        "links": ["admission"], "where": "link.unit within session.unit",
        "opens": "2 days before start", "closes": "7 days after end"
      }
    },
    "marks": {
      "sensitive": {
        "title": { "nb": "Sensitiv", "en": "Sensitive" },
        "opensTo": { "author": { "when": "content.author == session.staff" } }
      }
    }
  }
  """
