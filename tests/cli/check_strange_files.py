#!/usr/bin/env python3
"""Gives the program pipes and devices where it expects a time zone's file: it must not wait for them.

Usage: check_strange_files.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    gradus = sys.argv[1]
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.mkfifo(folder / "pipe")
        base = {"PATH": os.environ["PATH"], "HOME": name}
        zones = [{"TZ": str(folder / "pipe")}, {"TZ": f":{folder}/pipe"}, {"TZ": "/dev/zero"},
                 {"TZ": "pipe", "TZDIR": name}, {"TZ": name}]
        for zone in zones:
            try:
                ran = subprocess.run([gradus, "--store", str(folder / "gradus.db"), "today"],
                                     env=base | zone, capture_output=True, text=True, timeout=60)
            except subprocess.TimeoutExpired:
                failures.append(f"with {zone} the program waits for ever")
                continue
            if ran.returncode != 3 or "can't be found on this computer" not in ran.stderr:
                failures.append(f"with {zone}: exit code {ran.returncode}, {ran.stderr!r}")
    print("\n".join(failures), end="")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
