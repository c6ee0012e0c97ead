"""Compares what callgrind counted with Benchmarks/instructions.json; see Scripts/check-instructions."""

import glob
import json
import re
import sys

sys.path.insert(0, "Scripts/instructions")
import curves

FILE = "Benchmarks/instructions.json"
RISE = 1.03  # what a number may rise before it counts
# And by how much at least: an array grows once more or less, as memory happens to be handed out.
LEAST = {"instructions": 5, "allocations": 1}
GROWTH = 1.3  # from the smallest hospital to the largest
BEND = 1.25  # how much steeper the second half of a curve may be than the first

# The doors whose cost may not grow with the policy set, and those that may not ask for memory.
STEADY = ["request", "look-up", "chart of 500"]
WITHOUT_MEMORY = ["look-up", "chart of 500"]


def counted(folder):
    """What each section took, of instructions and of blocks of memory, for one piece of its work."""
    totals = {}
    for path in glob.glob(f"{folder}/counts.*"):
        text = open(path).read()
        name = re.search(r"^desc: Trigger: Client Request: (.*)$", text, re.M)
        if name:
            totals[name[1]] = int(re.search(r"^(?:totals|summary): (\d+)", text, re.M)[1])
    sections = {}
    for line in open(f"{folder}/sections"):
        name, count, blocks = line.rstrip("\n").split("\t")
        sections[name] = {
            "instructions": round(totals[name] / int(count)),
            "allocations": round(int(blocks) / int(count), 2),
        }
    return sections


def risen(sections, before):
    for name in sorted(set(sections) | set(before)):
        if name not in before or name not in sections:
            yield f"{name}: not among the numbers on both sides; Scripts/check-instructions --update"
            continue
        for what in ["instructions", "allocations"]:
            now, then = sections[name][what], before[name][what]
            if now > then * RISE and now - then > LEAST[what]:
                yield f"{name}: {now} {what}, {then} before"


def growing(sections):
    for door in STEADY:
        small, large = (sections[f"hospital-{size}/{door}"]["instructions"] for size in (170, 10000))
        print(f"{door}: {small} instructions by 170 rules, {large} by 10,000")
        if large > small * GROWTH:
            yield f"{door}: grows with the policy set, {small} to {large} instructions"


def asking_for_memory(sections):
    for name, numbers in sections.items():
        if name.startswith("hospital") and name.split("/")[1] in WITHOUT_MEMORY:
            if numbers["allocations"] > 0:
                yield f"{name}: {numbers['allocations']} allocations for each"


def bent(sections):
    """Curves whose second half is steeper than their first."""
    for (thing, door), points in curves.of(sections).items():
        (x0, y0), (x1, y1), (x2, y2) = points[0], points[len(points) // 2], points[-1]
        allowed = BEND * max(0, y1 - y0) / (x1 - x0) * (x2 - x1) + 0.02 * y1 + 200
        if y2 - y1 > allowed:
            yield f"{door}: grows faster than the {thing}: {y0}, {y1}, {y2} instructions at {x0}, {x1}, {x2}"


def main():
    folder, update = sys.argv[1], "--update" in sys.argv[2:]
    sections = counted(folder)
    if update:
        with open(FILE, "w") as file:
            rows = (f"  {json.dumps(name)}: {json.dumps(sections[name])}" for name in sections)
            file.write("{\n" + ",\n".join(rows) + "\n}\n")
        curves.draw(sections)
        before = sections
    else:
        before = json.load(open(FILE))
    mistakes = [*risen(sections, before), *growing(sections), *asking_for_memory(sections), *bent(sections)]
    for mistake in mistakes:
        print(f"check-instructions: {mistake}", file=sys.stderr)
    print(f"{len(sections)} sections, {len(mistakes)} mistakes")
    sys.exit(1 if mistakes else 0)


main()
