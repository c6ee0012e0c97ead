"""Runs `verify` over edits that each break one principle, and the cases that it saves."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from edits import EDITS

POLICIES = pathlib.Path("policies/helseplattformen")


def edited(name, folder):
    """A copy of the policy set, without its scenarios, with the edit made."""
    file, entry, old, new, _ = EDITS[name]
    copy = folder / "edited"
    shutil.copytree(POLICIES, copy, ignore=shutil.ignore_patterns("scenarios"))
    path = copy / file
    text = path.read_text()
    start = text.find(f"\n  {entry}:")
    place = text.find(old, start)
    if start < 0 or place < 0:
        sys.exit(f"{name}: {file} has no {entry} with {old}")
    path.write_text(text[:place] + new + text[place + len(old) :])
    return copy


def problems(tool, name, folder):
    policies, cases = edited(name, folder), folder / "counterexamples.yaml"
    run = subprocess.run(
        [tool, "verify", policies, "--principle", name, "--language", "en", "--format", "json", "--save-scenarios", cases],
        capture_output=True,
        text=True,
    )
    if run.returncode != 1:
        return [f"exit status {run.returncode}, and should be 1: {run.stderr[:1000]}{run.stdout[:1000]}"]
    found = json.loads(run.stdout)["principles"][0]
    wrong = [example["wrong"] for example in found["counterexamples"]]
    said = []
    if found["verdict"] != "broken" or found["defects"] or not found["broken"]:
        said.append(f"{found['verdict']}, {len(found['broken'])} cells, defects: {found['defects']}")
    if EDITS[name][4] not in wrong:
        said.append(f"is said to be wrong: {wrong}")
    if not cases.exists():
        # Content of a contact and without a patient is nothing that a scenario can say.
        return said if "no scenario says" in run.stderr else said + ["no case is saved"]
    run = subprocess.run(
        [tool, "test", policies, "--scenarios", cases, "--format", "json"], capture_output=True, text=True
    )
    if run.returncode != 1:
        return said + [f"the saved cases: exit status {run.returncode}: {run.stderr[:1000]}"]
    files = json.loads(run.stdout)["files"]
    cells = [cell for file in files for case in file["cases"] for cell in case["cells"]]
    said += [f"passes, though the principle is broken: {cell['name']}" for cell in cells if cell["passed"]]
    return said


def main():
    tool, names = sys.argv[1], sys.argv[2:]
    declared = set(re.findall(r"(?m)^  ([a-z0-9-]+):$", (POLICIES / "principles.yaml").read_text()))
    if declared != set(EDITS):
        sys.exit(f"principles without an edit that breaks them, or the other way round: {declared ^ set(EDITS)}")
    failures = 0
    for name in names or EDITS:
        with tempfile.TemporaryDirectory() as folder:
            began = time.monotonic()
            said = problems(tool, name, pathlib.Path(folder))
        print(f"{name}: {'not seen' if said else 'seen to be broken'}, {time.monotonic() - began:.1f} s", flush=True)
        for line in said:
            print(f"  {line}")
        failures += bool(said)
    print(f"{len(names or EDITS)} principles, {failures} not seen to be broken")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
