"""SWI-Prolog: facts and one rule, in a process of its own that asks and times without leaving Prolog.

As its manual advises: ground facts in static predicates, where just-in-time indexing finds a hash on the
arguments that a call binds; cheap and selective goals first; compiled with -O for arithmetic. Atoms are what
Prolog calls a handle: a name is a string that becomes an atom inside the clock.
"""

import json
import subprocess
import tempfile
from pathlib import Path

from world import World

NAME = "SWI-Prolog"
PACKAGES = []
RULES = Path(__file__).with_name("prolog.pl")


def version():
    return subprocess.run(["swipl", "--version"], capture_output=True, text=True, check=True).stdout.strip()


def quoted(name):
    return "'" + name.replace("'", "\\'") + "'"


def facts(world: World):
    asked = {item for _, _, item in world.requests}
    patients = {world.items[item].patient for item in asked}

    def fact(name, *arguments):
        rows.setdefault(name, []).append(
            f"{name}({', '.join(a if isinstance(a, str) else str(a) for a in arguments)}).\n"
        )

    rows: dict[str, list[str]] = {name: [] for name in ("marked", "opens", "unit_tie", "staff_tie")}
    fact("now", world.now)
    for unit in world.units:
        for above in world.above(unit):
            fact("above", quoted(unit), quoted(above))
    for name, role in world.roles.items():
        for action, classes in role.permits.items():
            for content_class in classes:
                fact("permits", quoted(name), quoted(action), quoted(content_class))
        for mark in role.opens:
            fact("opens", quoted(name), quoted(mark))
        for (kind, tie), (before, after) in role.ties.items():
            fact(f"{tie}_tie", quoted(name), quoted(kind), before, after)
    for name, person in world.staff.items():
        fact("staff", quoted(name), quoted(person.role), quoted(person.unit))
    for name in sorted(asked):
        item = world.items[name]
        parts = (name, item.content_class, item.author, item.patient)
        fact("item", *map(quoted, parts))
        for mark in item.marks:
            fact("marked", quoted(name), quoted(mark))
    for patient in sorted(patients):
        for link in world.patients[patient]:
            names = map(quoted, (patient, link.kind, link.unit, link.staff))
            fact("link", *names, link.start, link.end)
    for number, (who, action, item) in enumerate(world.requests):
        fact("request", number, *map(quoted, (who, action, item)))
        fact("request_text", number, *map(json.dumps, (who, action, item)))
    for name, lines in rows.items():
        yield f":- dynamic({name}/2).\n" if not lines and name in ("marked", "opens") else ""
        yield f":- dynamic({name}/4).\n" if not lines and name.endswith("_tie") else ""
        yield from lines


class Peer:
    """Asks all rounds at once, as the clock is Prolog's."""

    def __init__(self, world: World):
        self.folder = tempfile.TemporaryDirectory(prefix="peers-")
        self.facts = Path(self.folder.name, "facts.pl")
        self.facts.write_text("".join(facts(world)))

    def run_rounds(self, rounds):
        answers = Path(self.folder.name, "answers")
        command = ["swipl", "-O", "-g", "main", "-t", "halt(1)", str(RULES), "--"]
        command += [str(self.facts), str(answers), str(rounds)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        times = json.loads(done.stdout)
        return {
            "ask": times["strings"],
            "ask_prepared": times["atoms"],
            "ask_nothing": times["nothing"],
            "answers": [line == "yes" for line in answers.read_text().split()],
        }
