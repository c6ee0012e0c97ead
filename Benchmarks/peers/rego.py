"""What both engines of Rego are given: rego.rego, and the hospital as its `data`.

As the performance pages of Rego advise: objects that are looked up by key instead of arrays that are searched,
and comparisons that fail early first.
"""

import json
from pathlib import Path

from world import World

POLICY = Path(__file__).with_name("rego.rego").read_text()
NOTHING = "package hospital\n\nallow := true\n"
QUERY = "data.hospital.allow"


def data(world: World):
    items = {item for _, _, item in world.requests}
    patients = {world.items[item].patient for item in items}
    return {
        "now": world.now,
        "above": {unit: dict.fromkeys(world.above(unit), True) for unit in world.units},
        "roles": {name: tables_of(value) for name, value in world.roles.items()},
        "staff": {name: {"role": p.role, "unit": p.unit} for name, p in world.staff.items()},
        "items": {name: item(world, name) for name in items},
        "links": {patient: links(world, patient) for patient in patients},
    }


def tables_of(role):
    ties = {"unit": {}, "staff": {}}
    for (kind, tie), (before, after) in role.ties.items():
        ties[tie][kind] = {"before": before, "after": after}
    return {
        "permits": {a: dict.fromkeys(classes, True) for a, classes in role.permits.items()},
        "opens": dict.fromkeys(role.opens, True),
        "unit_ties": ties["unit"],
        "staff_ties": ties["staff"],
    }


def item(world, name):
    item = world.items[name]
    return {
        "class": item.content_class,
        "author": item.author,
        "marks": item.marks,
        "patient": item.patient,
    }


def links(world, patient):
    by_kind = {}
    for link in world.patients[patient]:
        by_kind.setdefault(link.kind, []).append(
            {"unit": link.unit, "staff": link.staff, "start": link.start, "end": link.end}
        )
    return by_kind


def inputs(world: World):
    """Requests as the JSON text that both engines take; made before the clock starts."""
    return [
        json.dumps({"who": who, "action": action, "item": item})
        for who, action, item in world.requests
    ]
