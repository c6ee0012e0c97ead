"""Writes the tables of docs/performance.md from the results of measurements; see Scripts/write-performance."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, "Scripts/instructions")
import curves

PAGE = Path("docs/performance.md")
RESULTS = Path("Benchmarks/results")
SIZES = [170, 1_700, 10_000]
LARGEST = "hospital-10000"


def result(name):
    return json.loads((RESULTS / f"{name}.json").read_text())


def time(nanoseconds):
    """Three figures and a unit."""
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3), ("ns", 1)):
        if nanoseconds >= size or unit == "ns":
            return f"{figures(nanoseconds / size)} {unit}"


def figures(value):
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.2g}"


def rate(per_second):
    return f"{figures(per_second / 1e6)} M" if per_second >= 1e6 else f"{figures(per_second / 1e3)} k"


def table(heading, rows, numbers_from=1):
    ruler = ["---" if column < numbers_from else "---:" for column in range(len(heading))]
    return "\n".join("| " + " | ".join(row) + " |" for row in [heading, ruler, *rows])


class Doors:
    """What the engine's own benchmark measured."""

    def __init__(self):
        self.all = result("performance")
        self.by = {(m["workload"], m["door"]): m for m in self.all["measurements"]}

    def p50(self, workload, door):
        return self.by[workload, door]["p50"]

    def loading(self, name):
        return next(each for each in self.all["loading"] if each["policySet"] == name)


class Peers:
    """What the same question took other engines."""

    def __init__(self):
        self.all = result("peers")

    def size(self, rules):
        return next(each for each in self.all["sizes"] if each["hospital"]["size"] == rules)

    def least(self, rules, peer, way):
        everyone = self.size(rules)["ours"] + self.size(rules)["peers"]
        found = next(each for each in everyone if each["peer"] == peer)
        return found["nanoseconds"].get(way, {}).get("least")

    def fastest(self, rules):
        """The general engine that needs least from names."""
        return min(self.size(rules)["peers"], key=lambda peer: peer["nanoseconds"]["names"]["least"])


def machine(doors, peers):
    here = peers.all["machine"]
    load = f"The load of the machine before engines were compared was {here['load']:.1f}"
    busy = "; it was not idle, so times are longer than they need be." if here["load"] > 0.5 else "."
    return (
        f"Taken on {here['taken']} on {doors.all['machine']['processor']}, {doors.all['machine']['cores']} cores, "
        f"{doors.all['machine']['system']}; {here['swift']}; release builds. {load}{busy}"
    )


def goals(doors, peers):
    look_up = doors.p50(LARGEST, "look-up")
    core, by_hand = (doors.p50(f"{LARGEST}-core", door) for door in ("look-up", "by hand, from ids"))
    growth = look_up / doors.p50("hospital-170", "look-up")
    chart = doors.p50(LARGEST, "chart of 500")
    request = doors.p50(LARGEST, "request")
    fastest = peers.fastest(10_000)
    ahead = fastest["nanoseconds"]["names"]["least"] / peers.least(10_000, "access-policy", "names")
    loading, shipped = doors.loading(LARGEST), doors.loading("helseplattformen")
    start = result("tool")["startUpMilliseconds"]
    stream = result("tool")["runs"]
    lines = stream[-1]["lines"] / stream[-1]["seconds"]
    memory = [run["peakMegabytes"] for run in stream]
    allocations = sum(
        doors.by[workload, door]["allocations"]
        for workload in {m["workload"] for m in doors.all["measurements"]}
        for door in ("look-up", "chart of 500")
        if (workload, door) in doors.by
    )
    rows = [
        ("a look-up in an opened chart, half of them", "100 ns", time(look_up), look_up <= 100),
        ("the same against the table by hand, core question", "4 ×", f"{figures(core / by_hand)} ×", core <= 4 * by_hand),
        ("the same with 10,000 rules against 170", "1.3 ×", f"{figures(growth)} ×", growth <= 1.3),
        ("allocations of look-ups and of whole charts, all workloads", "0", f"{allocations:g}", allocations == 0),
        ("all 500 items of a chart", "25 µs", time(chart), chart <= 25_000),
        ("a request by itself, from names", "1 µs", time(request), request <= 1_000),
        (f"the same against the fastest peer ({fastest['name']}), core question", "at least 2 × ahead",
            f"{figures(ahead)} ×", ahead >= 2),
        ("loading from YAML", "2 s", f"{loading['milliseconds'] / 1e3:.2f} s", loading["milliseconds"] <= 2_000),
        ("memory of that", "300 MB", f"{loading['peakMegabytes']:.0f} MB", loading["peakMegabytes"] <= 300),
        ("loading the policy set of Helseplattformen", "100 ms", f"{shipped['milliseconds']:.0f} ms",
            shipped["milliseconds"] <= 100),
        ("`access-policy --help`", "30 ms", f"{start:.1f} ms", start <= 30),
        (f"`access-policy decide`, {stream[-1]['lines']:,} lines", "100,000 lines a second", f"{lines:,.0f}", lines >= 100_000),
        (f"its memory, against {stream[0]['lines']:,} lines", "steady", f"{memory[1]:.0f} MB against {memory[0]:.0f} MB",
            memory[1] <= 1.1 * memory[0]),
    ]
    cells = [(what, goal, measured, "yes" if reached else "**no**") for what, goal, measured, reached in rows]
    return table(("10,000 rules, unless it says otherwise", "Goal", "Measured", "Reached"), cells)


def doors_table(doors, peers):
    rows = []
    for shares in doors.all["workloads"]:
        name = shares["workload"]
        for measured in doors.all["measurements"]:
            if measured["workload"] != name or measured["door"].startswith("by hand"):
                continue
            per_second = [rate(measured[key]) for key in ("perSecond", "perSecondOnTwoThreads")]
            times = [time(measured[key]) for key in ("p50", "p99")]
            rows.append((name, measured["door"], *times, *per_second, f"{measured['allocations']:.2f}"))
            name = ""
    return table(("Workload", "Door", "p50", "p99", "a second", "on two threads", "allocations"), rows, 2)


def shares(doors, peers):
    rows = []
    for each in doors.all["workloads"]:
        total = each["allow"] + each["justify"] + each["deny"]
        part = [f"{100 * each[key] / total:.1f} %" for key in ("allow", "justify", "deny")]
        rows.append((each["workload"], f"{each['rules']:,}" if each.get("rules") else "", *part))
    return table(("Workload", "Rules", "allow", "justify", "deny"), rows)


def peers_table(doors, peers):
    parts = []
    for rules in SIZES:
        size = peers.size(rules)
        ours = peers.least(rules, "access-policy", "names")
        rows = []
        for each in sorted(size["ours"] + size["peers"], key=lambda each: each["nanoseconds"]["names"]["least"]):
            cells = [
                time(each["nanoseconds"][way]["least"]) if way in each["nanoseconds"] else "–"
                for way in ("names", "handles", "nothing")
            ]
            against = each["nanoseconds"]["names"]["least"] / ours
            name = f"**{each['name']}**" if each["peer"] == "access-policy" else each["name"]
            rows.append((name, *cells, f"{figures(against)} ×", f"{each['requests']:,}"))
        allowed = size["hospital"]["allow"] / size["hospital"]["requests"]
        parts.append(
            f"{size['hospital']['rules']:,} rules; {size['hospital']['requests']:,} questions, of which "
            f"{100 * allowed:.1f} % are allowed:\n\n"
            + table(("Engine", "from names", "from handles", "empty call", "from names, against ours", "questions"), rows)
        )
    return "\n\n".join(parts)


def versions(doors, peers):
    names = [f"{each['name']}: {', '.join(each['versions'])}" for each in peers.size(10_000)["peers"]]
    cedar = next(each for each in peers.size(10_000)["peers"] if each["peer"] == "cedar")
    return (
        "Versions: " + "; ".join(names) + f"; Python {peers.all['machine']['python']}. With 10,000 rules, Cedar's own "
        f"clock, which counts whole microseconds, says {time(cedar['ownClockNanoseconds'])} a decision."
    )


def whole_decision(doors, peers):
    rows = [
        (f"{peers.size(rules)['hospital']['rules']:,}", *(time(peers.least(rules, "access-policy", way))
            for way in ("names", "decision", "handles")))
        for rules in SIZES
    ]
    return table(("Rules", "`verdict`, from names", "`decide`, from names", "look-up, from handles"), rows)


def loading(doors, peers):
    rows = [
        (each["policySet"], f"{each['rules']:,}" if each.get("rules") else "", f"{each['milliseconds']:.0f} ms",
            f"{each['peakMegabytes']:.0f} MB")
        for each in doors.all["loading"]
    ]
    return table(("Policy set", "Rules", "YAML to engine", "Memory"), rows)


def stream(doors, peers):
    rows = [
        (f"{run['lines']:,}", f"{run['bytes'] / 1e6:,.0f} MB", f"{run['seconds']:.1f} s",
            f"{run['processorSeconds']:.1f} s", f"{run['lines'] / run['seconds']:,.0f}", f"{run['peakMegabytes']:.0f} MB")
        for run in result("tool")["runs"]
    ]
    return table(("Lines", "Size", "Time", "Of all cores", "Lines a second", "Memory"), rows)


def instructions():
    file = Path("Benchmarks/instructions.json")
    return json.loads(file.read_text()) if file.exists() else {}


def counted(doors, peers):
    found = instructions()
    rows = []
    for door in dict.fromkeys(name.split("/")[1] for name in found if name.startswith("hospital-")):
        counts = [found.get(f"hospital-{size}/{door}", {}).get("instructions") for size in SIZES]
        if None not in counts:
            growth = counts[-1] / counts[0]
            rows.append((door, *(f"{count:,}" for count in counts), f"{growth:.2f} ×"))
    return table(("Instructions of", *(f"{size:,} rules" for size in SIZES), "largest against smallest"), rows)


def curves_table(doors, peers):
    rows = []
    for (thing, door), points in curves.of(instructions()).items():
        (least, first), (most, last) = points[0], points[-1]
        each = (last - first) / (most - least)
        rows.append((curves.THINGS[thing], door, f"{least:,}", f"{first:,}", f"{most:,}", f"{last:,}", f"{each:,.1f}"))
    return table(("By", "Door", "from", "instructions", "to", "instructions", "for each one more"), rows, 2)


PARTS = {
    "machine": machine,
    "goals": goals,
    "instructions": counted,
    "curves": curves_table,
    "doors": doors_table,
    "shares": shares,
    "peers": peers_table,
    "versions": versions,
    "whole-decision": whole_decision,
    "loading": loading,
    "stream": stream,
}


def written(text):
    doors, peers = Doors(), Peers()

    def part(match):
        name = match[1]
        if name not in PARTS:
            raise SystemExit(f"{PAGE}: nothing is called `{name}`; there are {', '.join(PARTS)}")
        return f"<!-- measured: {name} -->\n{PARTS[name](doors, peers)}\n<!-- /measured -->"

    return re.sub(r"<!-- measured: ([a-z-]+) -->\n.*?<!-- /measured -->", part, text, flags=re.DOTALL)


def main():
    text = PAGE.read_text()
    new = written(text)
    if sys.argv[1:] == ["--check"]:
        if new != text:
            raise SystemExit(f"{PAGE} does not say what Benchmarks/results says: run Scripts/write-performance")
    else:
        PAGE.write_text(new)


if __name__ == "__main__":
    main()
