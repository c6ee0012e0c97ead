"""Cedar (the Rust engine), through cedarpy.

As its documentation advises: policies and entities are parsed once into handles, requests go in batches, so
that Python is crossed once a batch. What a role permits, and which marks a profession opens, are sets in
entities: a `contains` each, where a policy for every grant would be tried one by one.

Cedar has no loop over a set, so links cannot be searched. They are laid out as numbered slots of the patient,
by kind, those that end last first, and the policy asks slot after slot until one fits, or one has ended too long
ago, and with it all that follow.
"""

import json

import cedarpy

from world import World

NAME = "Cedar (cedarpy)"
PACKAGES = ["cedarpy"]


def names(world: World):
    """Attribute names that are identifiers: Cedar reads `a-b` as a subtraction."""
    return {kind: kind.replace("-", "_") for kind in kinds(world)}


def kinds(world: World):
    of_roles = {kind for role in world.roles.values() for kind, _ in role.ties}
    of_links = {link.kind for links in world.patients.values() for link in links}
    return sorted(of_roles | of_links)


def asked(world: World):
    """The items that are asked about, and their patients: Cedar is given the slice that it needs."""
    items = {item for _, _, item in world.requests}
    return items, {world.items[item].patient for item in items}


def entity(kind, name, attributes, parents=()):
    return {
        "uid": {"type": kind, "id": name},
        "attrs": attributes,
        "parents": [{"type": p, "id": i} for p, i in parents],
    }


def ref(kind, name):
    return {"__entity": {"type": kind, "id": name}}


def entities(world: World, name):
    for unit, parent in world.units.items():
        yield entity("Unit", unit, {}, [("Unit", parent)] if parent else [])
    for number, (role_id, role) in enumerate(world.roles.items()):
        ties = {
            f"{name[kind]}_{tie}": {"before": before, "after": after}
            for (kind, tie), (before, after) in role.ties.items()
        }
        permits = {f"may_{action}": classes for action, classes in role.permits.items()}
        yield entity("Role", role_id, {**ties, **permits, "opens": role.opens})
    for person_id, person in world.staff.items():
        attributes = {"role": ref("Role", person.role), "unit": ref("Unit", person.unit)}
        yield entity("Staff", person_id, attributes)
    items, patients = asked(world)
    for patient in sorted(patients):
        yield entity("Patient", patient, slots(world, patient, name))
    for item_id in sorted(items):
        item = world.items[item_id]
        attributes = {
            "class": item.content_class,
            "author": ref("Staff", item.author),
            "patient": ref("Patient", item.patient),
            "marks": item.marks,
        }
        yield entity("Item", item_id, attributes)


def slots(world: World, patient: str, name):
    attributes, count = {}, {}
    for link in sorted(world.patients[patient], key=lambda link: -link.end):
        number = count.get(link.kind, 0)
        count[link.kind] = number + 1
        attributes[f"{name[link.kind]}_{number}"] = {
            "unit": ref("Unit", link.unit),
            "staff": ref("Staff", link.staff),
            "start": link.start,
            "end": link.end,
        }
    return attributes


def policies(world: World, name):
    _, patients = asked(world)
    depth = {}
    for patient in patients:
        count = {}
        for link in world.patients[patient]:
            count[link.kind] = count.get(link.kind, 0) + 1
        for kind, number in count.items():
            depth[kind] = max(depth.get(kind, 0), number)
    ties = sorted({key for role in world.roles.values() for key in role.ties})
    related = " || ".join(
        f"(principal.role has {name[kind]}_{tie} && {search(name[kind], tie, depth[kind])})"
        for kind, tie in ties
        if kind in depth
    )
    actions = sorted({action for role in world.roles.values() for action in role.permits})
    for action in actions:
        yield f"""
permit(principal, action == Action::"{action}", resource) when {{
  principal.role has may_{action} && principal.role.may_{action}.contains(resource.class) && ({related})
}};"""
    yield """
forbid(principal, action, resource) unless {
  resource.marks.isEmpty() || resource.author == principal || principal.role.opens.containsAll(resource.marks)
};"""


def search(kind, tie, depth):
    """There is a slot 0 that has not ended, and it fits, or there is a slot 1 that has not ended, and …"""
    window = f"principal.role.{kind}_{tie}"
    text = "false"
    for slot in reversed(range(depth)):
        link = f"resource.patient.{kind}_{slot}"
        ties = f"{link}.unit in principal.unit" if tie == "unit" else f"{link}.staff == principal"
        fits = f"({link}.start - {window}.before <= context.now && {ties})"
        is_over = f"{link}.end + {window}.after <= context.now"
        text = f"(resource.patient has {kind}_{slot} && !({is_over}) && ({fits} || {text}))"
    return text


class Peer:
    def __init__(self, world: World):
        name = names(world)
        self.policies = cedarpy.PolicySet.from_str("\n".join(policies(world, name)))
        self.entities = cedarpy.Entities.from_json_str(json.dumps(list(entities(world, name))))
        context = json.dumps({"now": world.now})
        self.requests = [
            {
                "principal": {"type": "Staff", "id": who},
                "action": {"type": "Action", "id": action},
                "resource": {"type": "Item", "id": item},
                "context": context,
            }
            for who, action, item in world.requests
        ]
        self.nothing = cedarpy.PolicySet.from_str("permit(principal, action, resource);")
        self.no_entities = cedarpy.Entities.from_json_str("[]")

    def ask(self):
        results = cedarpy.is_authorized_batch(self.requests, self.policies, self.entities)
        for result in results:
            if result.diagnostics.errors:
                raise SystemExit(f"Cedar could not evaluate: {result.diagnostics.errors}")
        self.results = results
        return [result.allowed for result in results]

    def ask_nothing(self):
        """The same batch before one policy that permits everything: the way in and out, without a question."""
        cedarpy.is_authorized_batch(self.requests, self.nothing, self.no_entities)

    def own_clock(self):
        """Nanoseconds a decision by Cedar's own clock, which counts whole microseconds, rounded down."""
        spent = sum(result.metrics["authz_duration_micros"] for result in self.results)
        return spent * 1000 / len(self.results)
