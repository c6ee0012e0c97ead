"""What schemas/ says of the files of this project; see Scripts/check-schemas."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

GALLERY = pathlib.Path("Tests/ErrorGallery")
PAGES = pathlib.Path("docs/diagnostics")

# Mistakes of shape: each exhibit must be refused.
SHAPE = {
    "cannot-silence",
    "conflicting-keys",
    "empty-file",
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
    "tab-indentation",
    "too-large",
}

# Slips of the pen, some of which break the shape, as a letter in an id, and some not, as in a text.
EITHER = {
    "letter-outside-ascii",
    "smart-quotes",
    "unquoted-time",
    "yes-or-no-as-text",
}

# What a schema cannot see, though the mistake is one of shape, and why.
UNSEEN = {
    "conflicting-keys/coverage-of-nothing": "two lists that are empty together",
    "conflicting-keys/links-of-nobody": "what a condition looks at",
    "conflicting-keys/principle-against-every-answer": "every word but one of a list",
    "conflicting-keys/status-both-ways": "a word in two lists",
    "conflicting-keys/units-elsewhere-of-a-licence": "a key that takes one of two others",
    "conflicting-keys/text-of-nothing": "a number that is too small beside another key",
    "missing-key/policy-set": "the key may stand in another file",
    "not-an-identifier/dot-in-an-attribute": "a dot is wrong in names of attributes alone",
    "wrong-value/date": "whether a day is in the calendar",
    "wrong-value/duration-in-months": "it stands inside a condition",
    "wrong-value/duration-too-long": "how long a duration is",
    "wrong-value/approval-by-nobody": "a text without a visible character",
    "wrong-value/empty-title": "a text without a visible character",
    "wrong-value/empty-version": "a text without a visible character",
    "wrong-value/independent-of-the-time": "which facts can be another while all else stays",
    "wrong-value/lifetime-of-nothing": "how long a duration is",
}

# What a schema sees, though it is a mistake of another kind.
SEEN = {"nothing-expected/wrong", "silence-without-reason/nothing"}


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


def pages(folder):
    """The examples of the pages on codes, each as code/wrong or code/right…, with its files."""
    found = {}
    for page in sorted(PAGES.glob("*.md")):
        part = None
        for block in re.finditer(r"^## ([^\n]*)$|^```yaml file=(\S+)\n(.*?)^```$", page.read_text(), re.M | re.S):
            if block[1]:
                part = f"{page.stem}/{block[1].lower()}"
                continue
            path = folder / part / block[2]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block[3])
            found.setdefault(part, []).append(path)
    return found


def main():
    problems = []
    shipped = yaml_files(pathlib.Path("policies"))
    for path in sorted(refused(shipped)):
        problems.append(f"{path} is shipped, and its schema refuses it")

    gallery = exhibits()
    with tempfile.TemporaryDirectory() as folder:
        examples = pages(pathlib.Path(folder))
        everything = gallery | examples
        refused_files = refused([path for files in everything.values() for path in files])
    for exhibit, files in everything.items():
        code, name = exhibit.split("/")
        if code in TEXT | EITHER and not name.startswith("right"):
            continue
        is_refused = any(path in refused_files for path in files)
        should_be = code in SHAPE and exhibit not in UNSEEN or exhibit in SEEN
        if name.startswith("right"):
            should_be = False
        if is_refused and not should_be:
            problems.append(f"{exhibit} is right in shape, and a schema refuses it")
        if should_be and not is_refused:
            problems.append(f"{exhibit} is wrong in shape, and no schema refuses it")
    for exhibit in sorted((set(UNSEEN) | SEEN) - set(everything)):
        problems.append(f"{exhibit} is an exception, and there is no such exhibit")
    counts = f"{len(shipped)} shipped files, {len(gallery)} exhibits, {len(examples)} examples"
    if len(shipped) < 40 or len(gallery) < 100 or len(examples) < 60:
        problems.append(f"only {counts} are found")

    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{counts} met their schemas")
    sys.exit(1 if problems else 0)


main()
