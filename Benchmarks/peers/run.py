"""Asks one peer all questions, and prints what it took and whether the answers are ours, as JSON.

    run.py PEER FOLDER [--rounds N] [--requests N]

A process for each peer, so that none pays for the memory of another. FOLDER is what `hospital-export` wrote; `-`
is a small random hospital, on which peers are tried.
"""

import argparse
import importlib
import json
import resource
import statistics
import sys
import time
from importlib.metadata import version

import fixture
import plain
from world import read


def rounds_of(ask, requests, rounds):
    """Nanoseconds a decision, round by round, after one round that nobody counts."""
    ask()
    spent = []
    for _ in range(rounds):
        before = time.perf_counter_ns()
        ask()
        spent.append((time.perf_counter_ns() - before) / requests)
    return spent


def measure(peer, requests, rounds):
    if hasattr(peer, "run_rounds"):
        return peer.run_rounds(rounds)
    measured = {"answers": peer.ask()}
    for way in ("ask", "ask_prepared", "ask_nothing"):
        if hasattr(peer, way):
            measured[way] = rounds_of(getattr(peer, way), requests, rounds)
    if hasattr(peer, "ask_prepared"):
        measured["answers_prepared"] = peer.ask_prepared()
    if hasattr(peer, "own_clock"):
        measured["own_clock"] = peer.own_clock()
    return measured


def differences(world, answers):
    if len(answers) != len(world.answers):
        raise SystemExit(f"{len(answers)} answers to {len(world.answers)} questions")
    for request, ours, theirs in zip(world.requests, world.answers, answers):
        if ours != theirs:
            yield f"{request}: ours {ours}, theirs {theirs}, word for word {plain.decide(world, *request)}"


def summary(spent):
    return {"least": min(spent), "median": statistics.median(spent), "rounds": spent}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("peer")
    arguments.add_argument("folder")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--requests", type=int)
    given = arguments.parse_args()
    module = importlib.import_module(given.peer)
    if given.folder == "-":
        world = fixture.world()
    else:
        most = min(given.requests or sys.maxsize, getattr(module, "MOST_REQUESTS", sys.maxsize))
        world = read(given.folder, most)
    most = len(world.requests)
    before = time.perf_counter()
    peer = module.Peer(world)
    loading = time.perf_counter() - before
    measured = measure(peer, most, given.rounds)
    for way in ("answers", "answers_prepared"):
        wrong = list(differences(world, measured.get(way, world.answers)))
        if wrong:
            raise SystemExit(f"{module.NAME} differs on {len(wrong)} of {most}:\n" + "\n".join(wrong[:10]))
    versions = [f"{name} {version(name)}" for name in module.PACKAGES]
    if hasattr(module, "version"):
        versions.append(module.version())
    who = max(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    result = {
        "peer": given.peer,
        "name": module.NAME,
        "versions": versions,
        "requests": most,
        "allowed": sum(world.answers),
        "loadingSeconds": loading,
        "peakMegabytes": who / 1024,
        "nanoseconds": {
            way: summary(measured[key])
            for way, key in (("names", "ask"), ("handles", "ask_prepared"), ("nothing", "ask_nothing"))
            if key in measured
        },
    }
    if "own_clock" in measured:
        result["ownClockNanoseconds"] = measured["own_clock"]
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
