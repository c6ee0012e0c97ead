"""The question answered as world.py says it, word for word: the arbiter when engines disagree."""

from world import World


def decide(world: World, who: str, action: str, item_id: str) -> bool:
    person, item = world.staff[who], world.items[item_id]
    role = world.roles[person.role]
    permitted = item.content_class in role.permits.get(action, ())
    related = any(makes(world, who, link) for link in world.patients[item.patient])
    inside = item.author == who or all(mark in role.opens for mark in item.marks)
    return permitted and related and inside


def makes(world, who, link) -> bool:
    person = world.staff[who]
    for tie, ties in (
        ("unit", person.unit in world.above(link.unit)),
        ("staff", link.staff == who),
    ):
        window = world.roles[person.role].ties.get((link.kind, tie))
        if ties and window and link.start - window[0] <= world.now < link.end + window[1]:
            return True
    return False
