"""The hospital as tables, for engines of SQL, and the question as one statement."""

from world import World

SCHEMA = """
CREATE TABLE unit_above (unit INTEGER, above INTEGER, PRIMARY KEY (unit, above)) WITHOUT ROWID;
CREATE TABLE action (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE permit (role INTEGER, action INTEGER, class INTEGER, PRIMARY KEY (role, action, class)) WITHOUT ROWID;
CREATE TABLE opens (role INTEGER, mark INTEGER, PRIMARY KEY (role, mark)) WITHOUT ROWID;
CREATE TABLE tie (role INTEGER, kind INTEGER, by_staff INTEGER, before INTEGER, after INTEGER,
  PRIMARY KEY (role, kind, by_staff)) WITHOUT ROWID;
CREATE TABLE staff (id INTEGER PRIMARY KEY, name TEXT UNIQUE, role INTEGER, unit INTEGER);
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT UNIQUE, class INTEGER, author INTEGER, patient INTEGER);
CREATE TABLE item_mark (item INTEGER, mark INTEGER, PRIMARY KEY (item, mark)) WITHOUT ROWID;
CREATE TABLE link (patient INTEGER, kind INTEGER, ends INTEGER, number INTEGER, starts INTEGER,
  unit INTEGER, staff INTEGER, PRIMARY KEY (patient, kind, ends, number)) WITHOUT ROWID;
CREATE TABLE request (number INTEGER PRIMARY KEY, staff TEXT, action TEXT, item TEXT,
  staff_id INTEGER, action_id INTEGER, item_id INTEGER);
CREATE TABLE clock (now INTEGER);
"""

_QUESTION = """
SELECT EXISTS (
  SELECT 1
  FROM {people} CROSS JOIN item i CROSS JOIN permit p
  WHERE {given}
    AND p.role = s.role AND p.action = {action} AND p.class = i.class
    AND (i.author = s.id OR NOT EXISTS (
      SELECT 1 FROM item_mark m WHERE m.item = i.id
        AND NOT EXISTS (SELECT 1 FROM opens o WHERE o.role = s.role AND o.mark = m.mark)))
    AND EXISTS (
      SELECT 1 FROM tie t CROSS JOIN link l
      WHERE t.role = s.role AND l.patient = i.patient AND l.kind = t.kind
        AND l.ends > ?4 - t.after AND l.starts <= ?4 + t.before
        AND CASE t.by_staff WHEN 0
          THEN EXISTS (SELECT 1 FROM unit_above a WHERE a.unit = l.unit AND a.above = s.unit)
          ELSE l.staff = s.id END))
"""

BY_NAME = _QUESTION.format(
    people="action d CROSS JOIN staff s",
    given="s.name = ?1 AND d.name = ?2 AND i.name = ?3",
    action="d.id",
)
BY_KEY = _QUESTION.format(people="staff s", given="s.id = ?1 AND i.id = ?3", action="?2")


def numbered(names):
    return {name: number for number, name in enumerate(names)}


def rows(world: World):
    """The rows of every table."""
    units, roles, marks = numbered(world.units), numbered(world.roles), numbered(world.marks)
    people = numbered(world.staff)
    actions = numbered(sorted({a for role in world.roles.values() for a in role.permits}))
    classes = numbered(sorted({i.content_class for i in world.items.values()}
        | {c for r in world.roles.values() for cs in r.permits.values() for c in cs}))
    kinds = numbered(sorted({link.kind for links in world.patients.values() for link in links}
        | {kind for role in world.roles.values() for kind, _ in role.ties}))
    asked = sorted({item for _, _, item in world.requests})
    items = numbered(asked)
    patients = numbered(sorted({world.items[item].patient for item in asked}))
    named = world.roles.items()
    return {
        "unit_above": [(units[u], units[a]) for u in world.units for a in world.above(u)],
        "action": [(number, name) for name, number in actions.items()],
        "permit": [(roles[r], actions[a], classes[c])
            for r, role in named for a, cs in role.permits.items() for c in cs],
        "opens": [(roles[r], marks[m]) for r, role in named for m in role.opens],
        "tie": [(roles[r], kinds[kind], int(tie == "staff"), *window)
            for r, role in named for (kind, tie), window in role.ties.items()],
        "staff": [(people[n], n, roles[p.role], units[p.unit]) for n, p in world.staff.items()],
        "item": [(items[n], n, classes[i.content_class], people[i.author], patients[i.patient])
            for n in asked for i in [world.items[n]]],
        "item_mark": [(items[n], marks[m]) for n in asked for m in world.items[n].marks],
        "link": [(patients[p], kinds[l.kind], l.end, number, l.start, units[l.unit], people[l.staff])
            for p in patients for number, l in enumerate(world.patients[p])],
        "request": [(number, who, action, item, people[who], actions.get(action, -1), items[item])
            for number, (who, action, item) in enumerate(world.requests)],
        "clock": [(world.now,)],
    }
