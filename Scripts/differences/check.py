"""Runs `diff` over edits of a policy set, and the examples that it saves under both policy sets."""

import json
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

from edits import EDITS

POLICIES = pathlib.Path("policies/helseplattformen")
EXPECTED = pathlib.Path("Scripts/differences/expected.txt")


def expected():
    """For each edit, by its heading, the lines that stand beneath it."""
    edits, lines = {}, None
    for text in EXPECTED.read_text().splitlines():
        if text.startswith("# "):
            lines = edits[text[2:]] = []
        elif text:
            lines.append(text)
    return edits


def edited(edit, folder):
    """A copy of the policy set, without scenarios and principles, which decide nothing, with some texts replaced."""
    copy = folder / "edited"
    shutil.copytree(POLICIES, copy, ignore=shutil.ignore_patterns("scenarios", "principles.yaml"))
    for file, old, new in edit["replace"]:
        path = copy / file
        text = path.read_text()
        if text.count(old) != 1:
            sys.exit(f"{edit['name']}: stands {text.count(old)} times in {file}, and should once: {old}")
        path.write_text(text.replace(old, new))
    return copy


def lines(group):
    """A group in lines: what changes, by what; then for whom, how much, and at which gates."""
    rule = (group["newRule"] or group["oldRule"] or {}).get("rule")
    aspects = "" if group["old"] != group["new"] else " (" + ", ".join(group["aspects"]) + ")"
    yield f"{group['old']} → {group['new']}{aspects} by {rule}"
    for part in group["parts"]:
        gates = "; ".join(" ".join(situation["gates"]) for situation in part["situations"])
        roles = " ".join(part["templates"]) + "".join(f" + {name}" for name in part["subtemplates"])
        yield f"  {roles} · {part['size']} · {gates}"


def examples(tool, cases, new):
    """What is wrong with the saved examples: each fails under the old policy set and passes under the new."""
    problems = []
    for policies, passes in ((POLICIES, False), (new, True)):
        run = subprocess.run(
            [tool, "test", policies, "--scenarios", cases, "--format", "json"], capture_output=True, text=True
        )
        if run.returncode not in (0, 1):
            sys.exit(run.stdout + run.stderr)
        files = json.loads(run.stdout)["files"]
        cells = [cell for file in files for case in file["cases"] for cell in case["cells"]]
        if not cells:
            problems.append("no examples were saved")
        for cell in cells:
            if cell["passed"] != passes:
                problems.append(f"{'fails by the new' if passes else 'passes by the old'}: {cell}")
    return problems


def main():
    tool, names = sys.argv[1], sys.argv[2:]
    update = names == ["--update"]
    names = [] if update else names
    wanted = {} if update else expected()
    unknown = set(wanted) - {edit["name"] for edit in EDITS}
    if unknown:
        sys.exit(f"expected of no edit: {unknown}")
    failures, recorded = 0, []
    for edit in EDITS:
        if names and edit["name"] not in names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            new = edited(edit, folder)
            saved = folder / "witnesses.yaml"
            began = time.monotonic()
            run = subprocess.run(
                [tool, "diff", POLICIES, new, "--format", "json", "--save-scenarios", saved],
                capture_output=True,
                text=True,
            )
            took = time.monotonic() - began
            if run.returncode not in (0, 1):
                sys.exit(f"{edit['name']}: exit status {run.returncode}\n{run.stdout[:2000]}{run.stderr}")
            report = json.loads(run.stdout)
            said = [line for group in report["groups"] for line in lines(group)]
            said += [f"renamed {name['old']} → {name['new']}" for name in report["renamed"]]
            recorded += [f"# {edit['name']}", *said, ""]
            # What must be said of an edit is not what is said of it: the file is read when it changes.
            problems = [] if update or said == wanted.get(edit["name"]) else ["says:"] + said
            if (run.returncode == 0) != (not report["groups"]):
                problems.append(f"exit status {run.returncode}")
            if any(group["old"] != group["new"] for group in report["groups"]):
                problems += run.stderr.splitlines() + examples(tool, saved, new)
        count = len(report["groups"])
        print(f"{edit['name']}: {count} groups, {took:.1f} s")
        for problem in problems:
            print(f"  {problem}")
        failures += bool(problems)
    if update:
        EXPECTED.write_text("\n".join(recorded))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{len(EDITS)} edits, {failures} otherwise than they must be; most memory {peak} MB")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
