#!/usr/bin/env python3
"""Writes requests for `access-policy decide policies/helseplattformen`, made up from a seed.

    Scripts/throughput/requests.py LINES [--items N] [--bad N] [--seed N]

People open charts and look at up to `--items` things in each (10, unless said otherwise); a patient
has five to ten links. With `--bad N` every Nth line is wrong in one of several ways.
"""
import argparse
import json
import random

STAFF = [
    ("home-care-nurse", "registered-nurse", "home-care-east"),
    ("home-care-nurse", "registered-nurse", "home-care-west"),
    ("hospital-doctor", "physician", "cardiology"),
    ("hospital-doctor", "physician", "psychiatry"),
    ("ward-nurse", "registered-nurse", "surgery-ward"),
    ("surgeon", "physician", "surgery"),
    ("emergency-doctor", "physician", "emergency-department"),
    ("nursing-home-nurse", "registered-nurse", "nursing-home-a"),
]
LINKS = [
    ("service-episode", "active", ["home-care-east", "home-care-west", "malvik-home-care"]),
    ("admission", "in-progress", ["surgery-ward", "cardiology"]),
    ("referral", "active", ["cardiology", "surgery", "psychiatry"]),
    ("outpatient-contact", "booked", ["surgical-outpatient", "cardiology"]),
    ("operation", "planned", ["surgery"]),
    ("nursing-home-stay", "active", ["nursing-home-a", "nursing-home-b"]),
    ("acute-visit", "finished", ["emergency-department", "out-of-hours-clinic"]),
    ("service-decision", "granted", ["home-care-east", "allocation-office"]),
]
CLASSES = [
    "clinical-overview", "diagnoses", "medication", "allergies", "test-results", "test-order",
    "consultation-note", "psychiatric-note", "discharge-summary", "nursing-note", "assessment",
    "care-plan", "care-report", "contact", "appointment", "referral", "patient-identity",
]
UNITS = ["cardiology", "surgery-ward", "home-care-east", "gp-office-oya", "psychiatry",
         "out-of-hours-clinic", "orthopaedics", "nursing-home-a"]
ACTIONS = ["read"] * 17 + ["create", "edit", "order"]
MARKS = [[]] * 45 + [["sensitive"]] * 3 + [["shielded"]] * 2
REASONS = ["external-result", "follow-up-work", "consult-request", "emergency", "other"]


def day(chance, first, last):
    number = chance.randint(first, last)
    return f"2026-{1 + number // 28:02}-{1 + number % 28:02}T{chance.randint(7, 18):02}:00+01:00"


def session(chance):
    template, record, unit = chance.choice(STAFF)
    number = chance.randrange(5_000)
    authorisation = {"template": template, "subtemplates": [f"at-{unit}"],
                     "providerRecord": record, "isActive": True,
                     "from": "2025-01-01T00:00+01:00", "until": None, "deviations": []}
    return {"staff": f"staff-{number}", "authorisation": authorisation,
            "ownRecord": f"patient-{number}" if number % 3 == 0 else None, "unit": unit,
            "purpose": "give-care", "authenticationLevel": 4, "systemIsReadOnly": False,
            "groups": []}


def link(chance, number, staff):
    kind, status, units = chance.choice(LINKS)
    unit = staff["unit"] if chance.random() < 0.25 else chance.choice(units)
    link = {"id": f"link-{number}", "kind": kind, "status": status, "unit": unit,
            "starts": day(chance, 0, 55)}
    link["ends"] = day(chance, 56, 140) if chance.random() < 0.4 else None
    if chance.random() < 0.2:
        link["staff"] = staff["staff"]
    if chance.random() < 0.2:
        link["team"] = [f"staff-{chance.randrange(5_000)}" for _ in range(3)]
    return link


def patient(chance, staff):
    number = chance.randrange(100_000)
    born = f"{chance.randint(1925, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    links = [link(chance, index, staff) for index in range(chance.randint(5, 10))]
    patient = {"id": f"patient-{number}", "birthDate": born,
               "residence": chance.choice(["trondheim", "malvik", "melhus"]),
               "marks": ["confidential-address"] if chance.random() < 0.01 else [],
               "attributes": {"has-epic-journal": True, "objects-to-own-learning": False},
               "links": links, "blocks": []}
    if chance.random() < 0.02:
        patient["blocks"].append({"id": "block-1", "kind": "patient-block",
                                  "covers": {"classes": ["psychiatric-note"]}, "against": "everyone",
                                  "from": "2025-06-01T00:00Z", "until": None, "effectuated": True})
    return patient


def content(chance):
    item = {"class": chance.choice(CLASSES), "id": f"item-{chance.randrange(1_000_000)}"}
    item["contact"] = None
    if chance.random() < 0.5:
        item["contact"] = {"id": f"contact-{chance.randrange(100_000)}",
                           "unit": chance.choice(UNITS), "team": [], "marks": []}
    item |= {"unit": chance.choice(UNITS), "author": f"staff-{chance.randrange(5_000)}",
             "recorded": day(chance, 0, 55), "starts": day(chance, 0, 55), "ends": None,
             "marks": chance.choice(MARKS)}
    if chance.random() < 0.3:
        item["attributes"] = {"signature": chance.choice(["signed", "unsigned"])}
    return item


def requests(chance, items):
    while True:
        staff = session(chance)
        chart = patient(chance, staff)
        for _ in range(chance.randint(1, 2 * items - 1)):
            request = {"now": f"2026-03-02T{chance.randint(7, 22):02}:{chance.randint(0, 59):02}+01:00",
                       "session": staff, "action": chance.choice(ACTIONS),
                       "content": content(chance), "patient": chart}
            if chance.random() < 0.05:
                request["justifications"] = [{"reason": chance.choice(REASONS),
                                              "text": "trenger svar på prøven"}]
            yield request


def spoilt(chance, number, line):
    """A line that is wrong, and its place in the text with it."""
    return [
        line[:-1],                                              # ends too early
        line.replace('"action"', '"acton"'),                    # an unknown key, and one missing
        line.replace('"isActive":true', '"isActive":"yes"'),    # a wrong type
        line.replace('"staff":', '"staff":"a","staff":', 1),    # a key that stands twice
        line.replace('"now":"2026', '"now":"26'),               # no instant
        f'[{number}]',                                          # no object
        line.replace('patient-', 'pasient-\\x', 1),             # no escape
    ][chance.randrange(7)]


def write(path, lines, items=10, bad=0, seed=1):
    """Writes requests to a file."""
    chance = random.Random(seed)
    made = requests(chance, items)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(1, lines + 1):
            request = {"id": str(number)} | next(made)
            line = json.dumps(request, ensure_ascii=False, separators=(",", ":"))
            if bad and number % bad == 0:
                line = spoilt(chance, number, line)
            out.write(line + "\n")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("lines", type=int)
    options.add_argument("--items", type=int, default=10)
    options.add_argument("--bad", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    write("/dev/stdout", **vars(options))


if __name__ == "__main__":
    main()
