#!/usr/bin/env python3
"""Reads the exported calendar as a calendar program would, and holds it to the plan, before and after re-plans.

Usage: check_calendar.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any, 2 if nothing could be checked. Needs python3-icalendar.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

try:
    from icalendar import Calendar
except ImportError:
    print("check_calendar.py: python3-icalendar is missing (Debian: apt-get install python3-icalendar)", file=sys.stderr)
    sys.exit(2)

ZONE = "Europe/Berlin"


class Gradus:
    """The program with a store of its own."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = Path(folder)
        self.environment = {**os.environ, "GRADUS_STORE": str(self.folder / "gradus.db"), "TZ": ZONE}

    def run(self, today, *words):
        return subprocess.run([self.program, "--today", today, *words], env=self.environment, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout

    def plan(self, today):
        return json.loads(self.run(today, "plan", "--json"))

    def events(self, today):
        """The calendar's events, by UID."""
        file = self.folder / "a.ics"
        self.run(today, "export", "ics", "--output", str(file))
        read = [Event(event) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]
        events = {event.uid: event for event in read}
        if len(events) != len(read):
            raise ValueError(f"{len(read)} events have {len(events)} UIDs")
        return events


class Event:
    def __init__(self, event):
        self.uid = str(event["UID"])
        self.sequence = int(event["SEQUENCE"])
        self.cancelled = str(event["STATUS"]) == "CANCELLED"
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        self.timed = isinstance(start, datetime)
        self.start = start.astimezone(ZoneInfo(ZONE)) if self.timed else start
        self.length = end - start

    def content(self):
        """What a calendar shows of it."""
        return self.start, self.length, self.cancelled

    def block(self):
        """As block_in_plan gives it."""
        return self.start.date().isoformat(), self.start.strftime("%H:%M"), self.length // timedelta(minutes=1)


def block_in_plan(block):
    return block["on"], block["at"], block["minutes"]


def differences(name, wanted, found):
    for item in sorted((wanted - found).elements()):
        yield f"{name}: not in the calendar: {item}"
    for item in sorted((found - wanted).elements()):
        yield f"{name}: not in the plan: {item}"


def check_against_plan(name, plan, events):
    """One event a block, and an all-day one an artefact, on the day its week ends."""
    planned = Counter(block_in_plan(block) for week in plan["weeks"] for block in week["blocks"])
    standing = [event for event in events.values() if not event.cancelled]
    yield from differences(name, planned, Counter(event.block() for event in standing if event.timed))

    due = Counter((f"due-{artefact}", week["to"]) for week in plan["weeks"] for artefact in week["artefacts"])
    all_day = [event for event in standing if not event.timed]
    # Behind the track's UUID.
    names = [event.uid.split("@")[0][37:] for event in all_day]
    yield from differences(name, due, Counter(zip(names, (event.start.isoformat() for event in all_day))))
    for event in all_day:
        if event.length != timedelta(days=1):
            yield f"{name}: {event.uid} lasts {event.length}"


def check_evenings(name, events):
    """Study at 19:00 stays at 19:00 when the clocks change."""
    evenings = {event.start.utcoffset() for event in events.values()
                if event.timed and event.start.strftime("%H:%M") == "19:00"}
    if evenings != {timedelta(hours=1), timedelta(hours=2)}:
        yield f"{name}: evenings at 19:00 lie {sorted(map(str, evenings))} east of UTC, not 1 and 2 hours"


def check_update(name, before, after):
    """Opened over the calendar that was there before, it changes events and doubles none."""
    for uid in sorted(before.keys() - after.keys()):
        yield f"{name}: {uid} has gone"
    for uid in sorted(before.keys() & after.keys()):
        old, new = before[uid], after[uid]
        if old.content() != new.content() and new.sequence <= old.sequence:
            yield f"{name}: {uid} changed, and its SEQUENCE is still {new.sequence}"
        if old.content() == new.content() and new.sequence != old.sequence:
            yield f"{name}: {uid} is the same, and its SEQUENCE went from {old.sequence} to {new.sequence}"
    if all(before[uid].content() == after[uid].content() for uid in before.keys() & after.keys()):
        yield f"{name}: no event changed"


def failures(gradus):
    gradus.run("2026-11-30", "init", "--start", "2026-11-30")
    first = gradus.events("2026-11-30")
    yield from check_against_plan("init", gradus.plan("2026-11-30"), first)
    yield from check_evenings("init", first)

    later = "2026-12-14"
    gradus.run(later, "replan", "--apply", "extend")
    extended = gradus.events(later)
    yield from check_against_plan("extend", gradus.plan(later), extended)
    yield from check_update("extend", first, extended)
    if gradus.plan(later)["slip_days"] != 14:
        yield "extend: nothing was studied for two weeks, and the plan did not move by them"

    # One long day a week: most blocks have no successor.
    gradus.run(later, "plan", "available", "--only", "sat=7h@09:00")
    changed = gradus.events(later)
    yield from check_against_plan("available", gradus.plan(later), changed)
    yield from check_update("available", extended, changed)
    if not any(event.cancelled for event in changed.values()):
        yield "available: no event is cancelled"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = 0
    try:
        with tempfile.TemporaryDirectory() as folder:
            for line in failures(Gradus(os.path.abspath(arguments[1]), folder)):
                print(line)
                found += 1
    except subprocess.CalledProcessError as error:
        print(f"check_calendar.py: {error}: {error.stderr.decode()}", file=sys.stderr)
        return 2
    except (OSError, ValueError, KeyError) as error:
        print(f"check_calendar.py: {error!r}", file=sys.stderr)
        return 2
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
