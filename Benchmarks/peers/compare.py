"""Puts the question to all engines: see Scripts/compare-engines, which runs this.

    compare.py PROGRAMS [--check | SIZE…]

PROGRAMS is the folder of the built benchmarks.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

PEERS = ["prolog_peer", "sqlite_peer", "regorus_peer", "cedar", "cel_peer", "regocpp_peer"]
# What the system must have for some of them.
PROGRAMS = {"prolog_peer": ["swipl"], "sqlite_peer": ["cc"]}
SIZES = [170, 1_700, 10_000]
REQUESTS = 4_000
ROUNDS = 7
HERE = Path(__file__).parent
RESULTS = HERE.parent / "results" / "peers.json"


def run(*command):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{Path(command[0]).name} {command[1]}: exit status {done.returncode}")
    return done.stdout


def peers_here(is_check):
    """The peers that can be asked; without --check that must be all."""
    here = []
    for peer in PEERS:
        missing = [program for program in PROGRAMS.get(peer, []) if not shutil.which(program)]
        if not missing:
            here.append(peer)
        elif is_check:
            print(f"left out: {peer}, as {' and '.join(missing)} is missing", file=sys.stderr)
        else:
            raise SystemExit(f"{' and '.join(missing)} is missing: see the head of Scripts/compare-engines")
    return here


def compare(peers, programs, size, folder, requests, rounds):
    asked = ["--size", size, "--requests", requests]
    run(programs / "hospital-export", *asked, "--question", "core", "--to", folder)
    summary = json.loads(Path(folder, "summary.json").read_text())
    ours = json.loads(run(programs / "core-question", *asked, "--rounds", rounds, "--answers", folder))
    asked_peers = []
    for peer in peers:
        asked_peers.append(json.loads(run(sys.executable, HERE / "run.py", peer, folder, "--rounds", rounds)))
        print(f"{size} rules: {line(asked_peers[-1])}", file=sys.stderr)
    for way in ours:
        print(f"{size} rules: {line(way)}", file=sys.stderr)
    return {"hospital": summary, "ours": ours, "peers": asked_peers}


def line(measured):
    times = ", ".join(f"{way} {each['least']:,.0f} ns" for way, each in measured["nanoseconds"].items())
    return f"{measured['name']}: {measured['requests']} answers agree; {times}"


def machine(load):
    model = next(
        (row.split(":", 1)[1].strip() for row in open("/proc/cpuinfo") if row.startswith("model name")),
        platform.machine(),
    )
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    return {
        "processor": model,
        "swift": swift,
        "python": platform.python_version(),
        "load": load,
        "taken": datetime.now(timezone.utc).strftime("%Y-%m-%d"),
    }


def main():
    programs, *wanted = sys.argv[1:]
    is_check = wanted == ["--check"]
    sizes = SIZES[:1] if is_check else [int(size) for size in wanted] or SIZES
    peers = peers_here(is_check)
    load = os.getloadavg()[0]
    compared = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="hospital-") as folder:
            few = (600, 1) if is_check else (REQUESTS, ROUNDS)
            compared.append(compare(peers, Path(programs), size, folder, *few))
    if not is_check:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps({"machine": machine(load), "sizes": compared}, indent=1) + "\n")


if __name__ == "__main__":
    main()
