"""What schemas/ says of the files of this project; see Scripts/check-schemas."""

import json
import pathlib
import subprocess
import sys

GALLERY = pathlib.Path("Tests/ErrorGallery")

# Mistakes of shape: each exhibit must be refused.
SHAPE = {
    "cannot-silence",
    "conflicting-keys",
    "missing-key",
    "named-twice",
    "not-an-identifier",
    "unknown-key",
    "wrong-form",
    "wrong-value",
}

# Mistakes that the text itself has, before there is anything that a schema could see.
TEXT = {
    "duplicate-key",
    "not-supported",
    "not-text",
    "not-well-formed",
    "too-large",
}

# What a schema cannot see, though the mistake is one of shape, and why.
UNSEEN = {
    "conflicting-keys/coverage-of-nothing": "two lists that are empty together",
    "conflicting-keys/status-both-ways": "a word in two lists",
    "missing-key/policy-set": "the key may stand in another file",
    "not-an-identifier/dot-in-an-attribute": "a dot is wrong in names of attributes alone",
    "wrong-value/date": "whether a day is in the calendar",
    "wrong-value/lifetime-of-nothing": "how long a duration is",
    "wrong-value/yes-in-quotes": "to YAML, a word in quotes is the word",
}

# What a schema sees, though it is a mistake of another kind.
SEEN = {"silence-without-reason/nothing"}


def kind_of(path):
    return "scenarios" if "scenarios" in path.parts else "policy"


def refused(paths):
    """The files that the schema of their kind refuses."""
    found = set()
    for kind in ("policy", "scenarios"):
        files = [str(path) for path in paths if kind_of(path) == kind]
        if not files:
            continue
        command = ["check-jsonschema", "--output-format", "json", "--schemafile"]
        command += [f"schemas/{kind}.schema.json", *files]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode not in (0, 1) or not run.stdout:
            sys.exit(f"check-jsonschema does not work:\n{run.stdout}{run.stderr}")
        report = json.loads(run.stdout)
        mistakes = report.get("errors", []) + report.get("parse_errors", [])
        found |= {pathlib.Path(mistake["filename"]) for mistake in mistakes}
        if (run.returncode == 0) != (not mistakes):
            sys.exit(f"check-jsonschema contradicts itself:\n{run.stdout}")
    return found


def yaml_files(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml") and p.is_file())


def exhibits():
    """Each exhibit as code/phenomenon, with its files."""
    found = {}
    for path in yaml_files(GALLERY):
        code, phenomenon = path.relative_to(GALLERY).parts[:2]
        found.setdefault(f"{code}/{phenomenon.removesuffix(path.suffix)}", []).append(path)
    return found


def main():
    problems = []
    shipped = yaml_files(pathlib.Path("policies"))
    for path in sorted(refused(shipped)):
        problems.append(f"{path} is shipped, and its schema refuses it")

    gallery = exhibits()
    refused_files = refused([path for files in gallery.values() for path in files])
    for exhibit, files in gallery.items():
        code = exhibit.split("/")[0]
        if code in TEXT:
            continue
        is_refused = any(path in refused_files for path in files)
        should_be = code in SHAPE and exhibit not in UNSEEN or exhibit in SEEN
        if is_refused and not should_be:
            problems.append(f"{exhibit} is right in shape, and a schema refuses it")
        if should_be and not is_refused:
            problems.append(f"{exhibit} is wrong in shape, and no schema refuses it")
    for exhibit in sorted((set(UNSEEN) | SEEN) - set(gallery)):
        problems.append(f"{exhibit} is an exception, and there is no such exhibit")
    if len(shipped) < 40 or len(gallery) < 100:
        problems.append(f"only {len(shipped)} shipped files and {len(gallery)} exhibits are found")

    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(shipped)} shipped files and {len(gallery)} exhibits met their schemas")
    sys.exit(1 if problems else 0)


main()
