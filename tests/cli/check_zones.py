#!/usr/bin/env python3
"""Imports UTC times around every change of clocks from 2020 to 2030, in every set of rules that the system's time zones have.

Usage: check_zones.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zoneinfo
from datetime import datetime, timedelta, timezone
from pathlib import Path

FIRST = datetime(2020, 1, 1, tzinfo=timezone.utc)
DAYS = 11 * 365
AROUND = (-61, -60, -31, -30, -1, 0, 1, 15, 29, 30, 59, 60, 61, 119, 120)  # minutes


def changes(zone):
    """The instants at which the zone's offset changes, to the minute, each with the offset after it."""
    found = []
    before = FIRST.astimezone(zone).utcoffset()
    for day in range(1, DAYS):
        last = FIRST + timedelta(days=day)
        if last.astimezone(zone).utcoffset() == before:
            continue
        least, most = 0, 24 * 60  # minutes of that day: still the old one, the new one
        while most - least > 1:
            middle = (least + most) // 2
            at = last - timedelta(days=1) + timedelta(minutes=middle)
            least, most = (middle, most) if at.astimezone(zone).utcoffset() == before else (least, middle)
        before = last.astimezone(zone).utcoffset()
        found.append((last - timedelta(days=1) + timedelta(minutes=most), before))
    return found


def run(program, store, zone, *words):
    done = subprocess.run([program, "--store", store, "--today", "2031-06-01", *words], env={**os.environ, "TZ": zone},
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{zone}: {' '.join(words)}: {done.stderr}")
    return done.stdout


def main():
    program = sys.argv[1]
    failures = []
    rules = {}  # a zone's name by its changes
    for name in sorted(zoneinfo.available_timezones()):
        found = tuple(changes(zoneinfo.ZoneInfo(name)))
        if found:
            rules.setdefault(found, name)
    with tempfile.TemporaryDirectory() as folder:
        empty, store, file = (str(Path(folder) / name) for name in ("empty.db", "gradus.db", "intervals.json"))
        run(program, empty, "UTC", "init", "--start", "2019-12-30")
        for found, name in rules.items():
            instants = sorted({at + timedelta(minutes=minutes) for at, _ in found for minutes in AROUND})
            Path(file).write_text(json.dumps([
                {"id": i + 1, "start": at.strftime("%Y%m%dT%H%M%SZ"), "tags": ["lab"],
                 "end": (at + timedelta(minutes=1)).strftime("%Y%m%dT%H%M%SZ")} for i, at in enumerate(instants)]))
            shutil.copy(empty, store)
            run(program, store, name, "import", "timewarrior", file)
            got = sorted(entry["at"] for entry in json.loads(run(program, store, name, "entries", "--json")))
            zone = zoneinfo.ZoneInfo(name)
            wanted = sorted(at.astimezone(zone).isoformat(timespec="minutes") for at in instants)
            missing = sorted(set(wanted) - set(got))
            if got != wanted:
                failures.append(f"{name}: {len(missing)} of {len(wanted)} times are wrong, such as {missing[:1]}")
    print("\n".join(failures) if failures else f"{len(rules)} sets of rules, and every time is right")
    return 1 if failures or not rules else 0


sys.exit(main())
