"""A large delivery of staff records with every kind of bad record in it; see Scripts/check-provisioning."""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

POLICY = "policies/examples/staffed-clinic"
NOW = "2026-03-02T10:00+01:00"
# Resident memory of a run over 100,000 records is measured in docs/provisioning.md; this is about
# twice as much, so that it fails when memory begins to grow with something else than the register.
MEGABYTES = 700
SECONDS = 600

HEADER = ["id", "staff", "workplace", "from", "until", "function", "licence"]
PLACES = {"nurse": ["day-ward", "night-ward"], "doctor": ["day-ward", "night-ward"], "secretary": ["reception"]}


def right(dice, number):
    """A record that gives an authorisation."""
    function = dice.choice(sorted(PLACES))
    licence = function if function != "secretary" and dice.random() < 0.9 else ""
    until = "" if dice.random() < 0.8 else f"2027-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return {
        "id": f"E-{number:07}",
        "staff": f"s{dice.randint(1, 80_000)}",
        "workplace": dice.choice(PLACES[function]),
        "from": f"2025-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
        "until": until,
        "function": function,
        "licence": licence,
    }


# What can be wrong with what a record says: its code, and how the record becomes so.
REFUSED = {
    "no-template": lambda r: r | {"function": "porter"},
    "several-templates": lambda r: r | {"function": "nurse|doctor", "workplace": "day-ward"},
    "several-provider-records": lambda r: r | {"licence": "nurse|doctor"},
    "missing": lambda r: r | {"workplace": ""},
    "unknown-unit": lambda r: r | {"workplace": "dayward"},
    "never-in-force": lambda r: r | {"until": "2024-01-01"},
    "no-login-unit": lambda r: r | {"function": "nurse", "workplace": "laboratory"},
    "login-unit-elsewhere": lambda r: r | {"function": "secretary", "workplace": "day-ward"},
}

# What can be wrong with a value: its code.
WRONG = {
    "wrong-value": lambda r: r | {"function": "nurze"},
    "wrong-value ": lambda r: r | {"from": "1.2.2026"},
    "wrong-value  ": lambda r: r | {"staff": r["staff"] + " "},
    "missing-key": lambda r: r | {"id": ""},
    "missing-key ": lambda r: r | {"staff": ""},
    "not-an-identifier": lambda r: r | {"workplace": "day ward"},
}


def cells(record):
    return [record[column] for column in HEADER]


def row(record):
    return ",".join(cells(record)).encode()


# What can be wrong with a line of CSV: its code, and the line.
LINES = {
    "not-well-formed": lambda r: row(r | {"workplace": '"day-ward'}),
    "not-well-formed ": lambda r: row(r | {"workplace": 'day"ward'}),
    "not-well-formed  ": lambda r: row(r | {"workplace": '"day-ward"x'}),
    "not-well-formed   ": lambda r: row(r) + b",more",
    "not-well-formed    ": lambda r: row(r).rsplit(b",", 1)[0],
    "not-text": lambda r: row(r | {"staff": "s\u200b1"}),
    "not-text ": lambda r: row(r).replace(b"s", b"\xf8", 1),
    "not-text  ": lambda r: row(r).replace(b",", b",\x00", 1),
    "not-text   ": lambda r: row(r).replace(b",", b"\r,", 1),
    "too-large": lambda r: row(r | {"staff": "x" * 70_000}),
}

# What can be wrong with a line of NDJSON.
OBJECTS = {
    "not-well-formed": lambda r: line(r)[:-1],
    "not-well-formed ": lambda r: line(r).replace(b":", b"", 1),
    "wrong-form": lambda r: b"[1, 2]",
    "unknown-key": lambda r: line(r).replace(b'"function"', b'"funktion"'),
    "duplicate-key": lambda r: line(r).replace(b"{", b'{"staff":"x",', 1),
    "wrong-value": lambda r: line(r).replace(b'"' + r["staff"].encode() + b'"', b"17"),
    "not-text": lambda r: line(r).replace(b'"staff":"', b'"staff":"\xff', 1),
    "too-large": lambda r: line(r | {"staff": "x" * 70_000}),
}


def line(record):
    def value(column):
        text = record[column]
        if not text:
            return None
        return text.split("|") if column in ("function", "licence") else text

    return json.dumps({column: value(column) for column in HEADER}, separators=(",", ":")).encode()


def delivery(seed, count, form):
    """Lines of a delivery, each with the code of what is wrong with it, or None."""
    dice = random.Random(seed)
    write = row if form == "csv" else line
    broken = LINES if form == "csv" else OBJECTS
    lines = []
    for number in range(count):
        record = right(dice, number)
        luck = dice.random()
        if luck < 0.92:
            lines.append((write(record), None))
        elif luck < 0.95:
            code = dice.choice(sorted(REFUSED))
            lines.append((write(REFUSED[code](record)), code))
        elif luck < 0.96:
            lines += [(write(record), "repeated-key"), (write(record | {"staff": "other"}), "repeated-key")]
        elif luck < 0.98:
            code = dice.choice(sorted(WRONG))
            lines.append((write(WRONG[code](record)), code.strip()))
        elif luck < 0.983 and form == "ndjson":
            without = json.loads(line(record))
            del without["function"]
            lines.append((json.dumps(without).encode(), "undetermined"))
        else:
            code = dice.choice(sorted(broken))
            lines.append((broken[code](record), code.strip()))
    return lines


def write(path, lines, form):
    """Writes a delivery; which line has which code."""
    head = [",".join(HEADER).encode()] if form == "csv" else []
    path.write_bytes(b"\n".join(head + [text for text, _ in lines]) + b"\n")
    return {number + len(head) + 1: code for number, (_, code) in enumerate(lines)}


def run(tool, *arguments, exits):
    """Runs the tool; what it prints, how long it took, and the most memory that it had."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([tool, "provision", *arguments], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if process.returncode != exits:
        sys.exit(f"provision {' '.join(arguments)} exits with {process.returncode}: {text[-2000:].decode()}")
    megabytes = usage.ru_maxrss / 1024
    if megabytes > MEGABYTES or seconds > SECONDS:
        sys.exit(f"a run took {megabytes:.0f} MB and {seconds:.0f} s")
    return text, seconds, megabytes


def hold(expected, report):
    """Holds a report to what is wrong with each line."""
    found = {entry["line"]: None for entry in report["given"]}
    for entry in report["refused"]:
        codes = [reason["code"] for reason in entry["reasons"]]
        found[entry["line"]] = expected.get(entry["line"]) if expected.get(entry["line"]) in codes else codes[0]
    for entry in report["unreadable"]:
        codes = [mistake["code"] for mistake in entry["mistakes"]]
        found[entry["line"]] = expected.get(entry["line"]) if expected.get(entry["line"]) in codes else codes[0]
    for number in sorted(set(expected) | set(found)):
        if expected.get(number, "no line") != found.get(number, "lost"):
            sys.exit(f"line {number} should be «{expected.get(number, 'no line')}», and is «{found.get(number, 'lost')}»")
    counts = report["counts"]
    if counts["given"] + counts["refused"] + counts["unreadable"] != len(expected):
        sys.exit(f"records are lost: {counts} of {len(expected)}")
    kinds = {code for code in expected.values() if code}
    print(f"  {len(expected)} records, {counts['given']} given, {len(kinds)} kinds of bad record, each said by its line")


def main():
    tool, count = os.path.realpath(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        common = ["--policy", POLICY, "--at", NOW, "--time-zone", "Europe/Oslo", "--format", "json"]
        for form in ("csv", "ndjson"):
            lines = delivery(7, count, form)
            path, first = folder / f"staff.{form}", folder / f"{form}.json"
            expected = write(path, lines, form)
            text, seconds, megabytes = run(tool, str(path), *common, "--output", str(first), exits=1)
            hold(expected, json.loads(text))
            print(f"  {form}: {seconds:.1f} s, {megabytes:.0f} MB, a register of {first.stat().st_size >> 20} MiB")

            again, other = folder / f"again-{form}.json", folder / f"other-{form}.json"
            text, seconds, megabytes = run(
                tool, str(path), *common, "--register", str(first), "--output", str(again), exits=1
            )
            counts = json.loads(text)["counts"]
            if first.read_bytes() != again.read_bytes() or counts["unchanged"] != counts["given"]:
                sys.exit(f"the same records once more make a difference: {counts}")
            print(f"  once more beside the register: {seconds:.1f} s, {megabytes:.0f} MB, nothing is different")

            random.Random(8).shuffle(lines)
            hold(write(path, lines, form), json.loads(run(tool, str(path), *common, "--output", str(other), exits=1)[0]))
            if first.read_bytes() != other.read_bytes():
                sys.exit("the order of the records makes a difference")


main()
