#!/usr/bin/env python3
"""Logs by the clock where the clocks change, in the real program with the system's time zones.

Usage: check_clocks.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

failures = []


def run(program, store, zone, today, *words):
    done = subprocess.run([program, "--store", store, "--today", today, "--json", *words],
                          env={**os.environ, "TZ": zone}, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout and json.loads(done.stdout)


def expect(what, got, wanted):
    if got != wanted:
        failures.append(f"{what}: got {got}, wanted {wanted}")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "gradus.db")
        run(program, store, "Europe/Berlin", "2026-11-30", "init", "--start", "2026-11-30")
        rows = [  # zone, today, words, minutes, at
            ("Europe/Berlin", "2027-03-28", "01:30-03:30", 60, "2027-03-28T01:30+01:00"),
            ("Europe/Berlin", "2027-10-31", "01:30-03:30", 180, "2027-10-31T01:30+02:00"),
            ("Europe/Berlin", "2027-10-31", "02:30-02:45", 15, "2027-10-31T02:30+02:00"),  # the first of two
            ("Europe/Berlin", "2027-03-28", "yesterday 23:30-03:30", 180, "2027-03-27T23:30+01:00"),
            ("America/New_York", "2027-03-14", "01:30-03:30", 60, "2027-03-14T01:30-05:00"),
            ("Australia/Lord_Howe", "2027-10-03", "01:30-03:00", 60, "2027-10-03T01:30+10:30"),  # half an hour
            ("Asia/Kolkata", "2027-03-28", "01:30-03:30", 120, "2027-03-28T01:30+05:30"),
            ("UTC", "2027-03-28", "01:30-03:30", 120, "2027-03-28T01:30+00:00"),
        ]
        for zone, today, words, minutes, at in rows:
            code, entry = run(program, store, zone, today, "log", words, "lab")
            expect(f"{zone} {words}: exit code", code, 0)
            if code == 0:
                expect(f"{zone} {words}: minutes", entry["minutes"], minutes)
                expect(f"{zone} {words}: at", entry["at"], at)
                expect(f"{zone} {words}: on", entry["on"], at[:10])
        code, _ = run(program, store, "Europe/Berlin", "2027-03-28", "log", "02:30-03:30", "lab")
        expect("a time that the clocks skip", code, 2)

        # Samoa went over the date line, from the 29th to the 31st.
        for words in (("log", "1h", "lab", "--on", "2011-12-30"), ("log", "2011-12-30 19:00-20:00", "lab"),
                      ("log", "1h", "lab", "--on", "2011-12-30", "--at", "19:00"),
                      ("spend", "5", "A book", "--kind", "book", "--on", "2011-12-30")):
            code, _ = run(program, store, "Pacific/Apia", "2012-01-02", *words)
            expect(f"the day that Samoa skipped, {' '.join(words)}", code, 2)
        code, entry = run(program, store, "Pacific/Apia", "2012-01-02", "log", "2011-12-29 23:30-00:30", "lab")
        expect("over the day that Samoa skipped", code, 2)
        for day, offset in (("2011-12-29", "-10:00"), ("2011-12-31", "+14:00")):
            code, entry = run(program, store, "Pacific/Apia", "2012-01-02", "log", f"{day} 19:00-20:00", "lab")
            expect(f"Samoa on {day}", (code, entry and entry["at"]), (0, f"{day}T19:00{offset}"))
        code, _ = run(program, store, "Europe/Berlin", "2012-01-02", "log", "1h", "lab", "--on", "2011-12-30")
        expect("the same day elsewhere", code, 0)

        entries = {zone: run(program, store, zone, "2027-12-01", "entries")[1]
                   for zone in ("Europe/Berlin", "Pacific/Kiritimati", "America/Anchorage")}
        for zone, listed in entries.items():
            expect(f"the entries, read in {zone}", listed, entries["Europe/Berlin"])
    print("\n".join(failures) if failures else "the clocks are read as they were")
    return 1 if failures else 0


sys.exit(main())
