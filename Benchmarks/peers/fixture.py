"""A small random hospital with every way out of the question, to try the peers on."""

import random

import plain
from world import FOREVER, Item, Link, Person, Role, World


def world(seed=1, requests=400) -> World:
    draw = random.Random(seed)
    units = {"region": None, "hospital": "region"}
    for ward in range(4):
        units[f"ward-{ward}"] = "hospital"
    kinds, actions = ["admission", "waiting-list", "home-care"], ["read", "edit"]
    classes = ["note", "plan", "lab-result"]
    day, now = 86_400, 1_772_445_600
    roles = {}
    for number in range(5):
        permits = {a: draw.sample(classes, draw.randint(1, 2)) for a in actions if draw.random() < 0.9}
        ties = {
            (kind, draw.choice(["unit", "staff"])): (draw.randint(0, 9) * day, draw.randint(0, 9) * day)
            for kind in draw.sample(kinds, 2)
        }
        roles[f"role-{number}"] = Role(permits, ties, draw.choice([["sensitive"], []]))
    staff = {f"s{n}": Person(draw.choice(list(roles)), draw.choice(list(units))) for n in range(20)}

    def link():
        start = now + draw.randint(-30, 10) * day + draw.choice([-1, 0, 1])
        end = FOREVER if draw.random() < 0.2 else start + draw.randint(1, 20) * day
        return Link(draw.choice(kinds), draw.choice(list(units)), draw.choice(list(staff)), start, end)

    patients = {f"p{n}": [link() for _ in range(draw.randint(1, 9))] for n in range(30)}
    marks = ["sensitive", "closed"]
    items = {}
    for number in range(100):
        marked = [mark for mark in marks if draw.random() < 0.15]
        author = draw.choice(list(staff))
        items[f"i{number}"] = Item(draw.choice(classes), author, marked, draw.choice(list(patients)))
    asked = [
        (draw.choice(list(staff)), draw.choice(actions), draw.choice(list(items)))
        for _ in range(requests)
    ]
    made = World(now, units, roles, marks, staff, patients, items, asked)
    made.answers = [plain.decide(made, *request) for request in asked]
    return made
