"""CEL (the Rust interpreter), through common-expression-language.

CEL is a language of expressions, without policies and data of its own: the service keeps the tables. Each role
becomes one expression with its rights and windows as constants, compiled once; the service picks the role's, and
passes what the expression speaks of, which takes the patient's links at every call. The organisation is paths, so
that a unit stands beneath another when its path begins with that one's. A handle is a context made beforehand,
which keeps what it holds in the form that CEL works on.
"""

import cel

from world import World

MOST_REQUESTS = 1_000
NAME = "CEL (common-expression-language)"
PACKAGES = ["common-expression-language"]


def quoted(values):
    return "[" + ", ".join(f"'{value}'" for value in values) + "]"


def expression(role):
    permits = " || ".join(
        f"(action == '{action}' && item.class in {quoted(classes)})"
        for action, classes in role.permits.items()
    )
    tests = {"unit": "l.path.startsWith(path)", "staff": "l.staff == who"}
    links = " || ".join(
        f"(l.kind == '{kind}' && now < l.end + {after} && l.start - {before} <= now && {tests[tie]})"
        for (kind, tie), (before, after) in role.ties.items()
    )
    circle = f"(item.author == who || item.marks.all(m, m in {quoted(role.opens)}))"
    return f"({permits or 'false'}) && {circle} && links.exists(l, {links or 'false'})"


def path(world: World, unit):
    return "/".join(reversed(world.above(unit))) + "/"


class Peer:
    def __init__(self, world: World):
        self.programs = {
            name: cel.compile(expression(role)) for name, role in world.roles.items()
        }
        self.nothing = cel.compile("true")
        self.world = world
        self.links = {}
        for _, _, item in world.requests:
            patient = world.items[item].patient
            self.links[patient] = [
                {
                    "kind": link.kind,
                    "path": path(world, link.unit),
                    "staff": link.staff,
                    "start": link.start,
                    "end": link.end,
                }
                for link in world.patients[patient]
            ]
        self.items = {
            name: {"class": i.content_class, "author": i.author, "marks": i.marks}
            for name, i in world.items.items()
        }

        self.paths = {unit: path(world, unit) for unit in world.units}
        self.prepared = [
            (self.programs[world.staff[who].role], cel.Context(self.variables(who, action, item)))
            for who, action, item in world.requests
        ]

    def variables(self, who, action, item):
        return {
            "who": who,
            "path": self.paths[self.world.staff[who].unit],
            "action": action,
            "item": self.items[item],
            "links": self.links[self.world.items[item].patient],
            "now": self.world.now,
        }

    def ask(self):
        return [
            self.programs[self.world.staff[who].role].execute(self.variables(who, action, item))
            for who, action, item in self.world.requests
        ]

    def ask_prepared(self):
        return [program.execute(context) for program, context in self.prepared]

    def ask_nothing(self):
        """The same variables before the expression `true`."""
        for who, action, item in self.world.requests:
            self.nothing.execute(self.variables(who, action, item))
