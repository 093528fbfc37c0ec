#!/usr/bin/env python3
"""Holds the curricula under data/ and the corpus of good and bad ones to the published schema.

Usage: check_data.py [PROJECT_ROOT]

Prints one line per failure; exits 1 if there is any, 2 if nothing could be checked. Needs python3-jsonschema.
"""

import csv
import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("check_data.py: python3-jsonschema is missing (Debian: apt-get install python3-jsonschema)", file=sys.stderr)
    sys.exit(2)

CORPUS = "tests/curriculum/corpus"
LINT_CORPUS = "tests/lint/corpus"
COLUMNS = ["file", "json_pointer", "schema_catches", "wrong"]


def load(path):
    """The document in `path`, and the keys that some object of it holds twice (JSON keeps the last)."""
    twice = []

    def build(pairs):
        keys = [key for key, _ in pairs]
        twice.extend(sorted({key for key in keys if keys.count(key) > 1}))
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=build), twice


def pointer(path):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def resolves(document, text):
    """Whether the JSON pointer `text` leads to something that stands in `document`."""
    for step in text.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(document, list) and step.isdigit() and int(step) < len(document):
            document = document[int(step)]
        elif isinstance(document, dict) and step in document:
            document = document[step]
        else:
            return False
    return True


def leaves(error):
    """The error itself and all that lies under its alternatives."""
    yield error
    for part in error.context or []:
        yield from leaves(part)


def check_valid(validator, root, name):
    document, twice = load(root / name)
    for key in twice:
        yield f'{name}: key "{key}" is written twice'
    for error in validator.iter_errors(document):
        yield f"{name}: {pointer(error.absolute_path)}: {error.message[:200]}"


def check_bad(validator, root, row):
    name = f"{CORPUS}/{row['file']}"
    document, _ = load(root / name)
    where = row["json_pointer"]
    if not resolves(document, where):
        yield f"{name}: expected.tsv points at {where}, which is not in the file"
    errors = list(validator.iter_errors(document))
    if row["schema_catches"] == "no":
        for error in errors:
            yield f"{name}: the schema rejects it at {pointer(error.absolute_path)}, expected.tsv says it can't"
    elif not errors:
        yield f"{name}: the schema accepts it ({row['wrong']})"
    else:
        # The validator reports an unknown key at the object that holds it, so one level up will do.
        found = {pointer(leaf.absolute_path) for error in errors for leaf in leaves(error)}
        if where not in found and where.rpartition("/")[0] not in found:
            yield f"{name}: the schema rejects it, but not at {where or 'the root'}"


def check_expected(root, rows, header):
    if header != COLUMNS:
        yield f"{CORPUS}/expected.tsv: the heading is {header}, not {COLUMNS}"
    listed = [row["file"] for row in rows]
    there = {f"bad/{path.name}" for path in (root / CORPUS / "bad").glob("*.json")}
    for name in sorted({name for name in listed if listed.count(name) > 1}):
        yield f"{CORPUS}/expected.tsv: {name} is listed twice"
    for name in sorted(there - set(listed)):
        yield f"{CORPUS}/{name}: not in expected.tsv"
    for name in sorted(set(listed) - there):
        yield f"{CORPUS}/expected.tsv: {name} does not exist"
    for row in rows:
        if row["schema_catches"] not in ("yes", "no"):
            yield f"{CORPUS}/expected.tsv: {row['file']}: schema_catches is neither yes nor no"
        if not row["wrong"]:
            yield f"{CORPUS}/expected.tsv: {row['file']}: says nothing of what is wrong"


def failures(root):
    schema, _ = load(root / "data/schema/curriculum.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    # Advice is no error: the schema takes what draws it.
    good = sorted(
        f"{folder}/{path.name}"
        for folder in (f"{CORPUS}/good", LINT_CORPUS)
        for path in (root / folder).glob("*.json")
    )
    if not good:
        yield f"{CORPUS}/good: no files"
    built_in = sorted(str(path.relative_to(root)) for path in (root / "data/curricula").rglob("*.json"))
    if not built_in:
        yield "data/curricula: no files"
    for name in built_in + good:
        yield from check_valid(validator, root, name)

    with open(root / CORPUS / "expected.tsv", encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = list(reader)
    yield from check_expected(root, rows, list(reader.fieldnames or []))
    for row in rows:
        if (root / CORPUS / row["file"]).is_file():
            yield from check_bad(validator, root, row)


def main(arguments):
    root = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parents[2]
    found = 0
    try:
        for line in failures(root):
            print(line)
            found += 1
    except (OSError, ValueError) as error:
        print(f"check_data.py: {error}", file=sys.stderr)
        return 2
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
