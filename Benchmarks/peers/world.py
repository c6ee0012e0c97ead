"""The question that all engines are asked, and the hospital they are asked about.

A person may do an action to an item exactly when all of these hold:

1. the person's role permits the action on the item's class;
2. some link of the patient makes one of the role's care relationships now: the link is of a kind that
   the relationship counts, ties the person (a unit: the link's unit stands at or beneath the person's; or a
   member of staff: the link names the person), and now lies in its window: from `before` seconds
   before the link's start, inclusive, until `after` seconds after its end, exclusive;
3. of every mark on the item or on the patient, the person is inside the circle: wrote the item, or has a role
   that the mark opens to.

`hospital-export` writes the tables that this is read from; Benchmarks/README.md says what stands in each.
"""

import csv
from dataclasses import dataclass, field
from pathlib import Path

# What stands for «no end yet»: later than any instant of the requests.
FOREVER = 1 << 40


@dataclass
class Role:
    # action -> classes
    permits: dict[str, list[str]]
    # (kind, tie) -> (before, after) in seconds. Relationships of one role that count the same kind by the
    # same tie are one: windows around the same link overlap, so the widest on each side says it all.
    ties: dict[tuple[str, str], tuple[int, int]]
    opens: list[str]  # the marks whose circle it is inside


@dataclass
class Person:
    role: str
    unit: str


@dataclass
class Link:
    kind: str
    unit: str
    staff: str
    start: int
    end: int


@dataclass
class Item:
    content_class: str
    author: str
    marks: list[str]  # those on the item and those on its patient
    patient: str


@dataclass
class World:
    now: int
    units: dict[str, str | None]  # unit -> the one above it, which stands before it
    roles: dict[str, Role]
    marks: list[str]
    staff: dict[str, Person]
    patients: dict[str, list[Link]]
    items: dict[str, Item]
    requests: list[tuple[str, str, str]]  # who, action, item
    answers: list[bool] = field(default_factory=list)  # ours

    def above(self, unit: str) -> list[str]:
        """The unit and all units above it."""
        chain = [unit]
        while (parent := self.units[chain[-1]]) is not None:
            chain.append(parent)
        return chain


def read(folder: str, requests: int | None = None) -> World:
    """Reads what `hospital-export` wrote. Links that do not count are left out, as a service would."""

    def rows(table):
        with open(Path(folder, f"{table}.csv"), newline="") as file:
            yield from csv.DictReader(file)

    names: dict[str, list[str]] = {}
    for row in rows("names"):
        names.setdefault(row["list"], []).append(row["name"])
    unit, kind, action, content_class = names["unit"], names["kind"], names["action"], names["class"]
    roles = [Role({}, {}, []) for _ in names["template"]]
    for row in rows("permissions"):
        permits = roles[int(row["template"])].permits.setdefault(action[int(row["action"])], [])
        permits.append(content_class[int(row["class"])])
    for row in rows("relationships"):
        ties = roles[int(row["template"])].ties
        key = (kind[int(row["kind"])], row["tie"])
        before, after = ties.get(key, (0, 0))
        ties[key] = (max(before, int(row["before"])), max(after, int(row["after"])))
    for row in rows("circles"):
        roles[int(row["template"])].opens.append(names["mark"][int(row["mark"])])
    staff = {
        f"s{row['staff']}": Person(names["template"][int(row["template"])], unit[int(row["unit"])])
        for row in rows("staff")
    }
    patients: dict[str, list[Link]] = {}
    for row in rows("links"):
        links = patients.setdefault(f"p{row['patient']}", [])
        if row["counts"] == "1":
            links.append(
                Link(
                    kind[int(row["kind"])],
                    unit[int(row["unit"])],
                    f"s{row['staff']}",
                    int(row["starts"]),
                    int(row["ends"] or FOREVER),
                )
            )
    world = World(
        now=0,
        units={
            unit[int(row["unit"])]: unit[int(row["parent"])] if row["parent"] else None
            for row in rows("units")
        },
        roles=dict(zip(names["template"], roles)),
        marks=names["mark"],
        staff=staff,
        patients=patients,
        items={},
        requests=[],
    )
    known: dict[tuple, str] = {}
    for number, row in enumerate(rows("requests-by-name")):
        if number == requests:
            break
        parts = (row["class"], row["author"], row["marks"], row["patient"])
        item = known.setdefault(parts, f"i{len(known)}")
        world.items[item] = Item(parts[0], parts[1], parts[2].split(), parts[3])
        world.requests.append((row["staff"], row["action"], item))
        world.answers.append(row["answer"] == "allow")
    world.now = int(next(rows("requests"))["now"])
    return world
