#!/usr/bin/env python3
"""Answers drills of the real program on a terminal: to the end, and left with Ctrl-C and Ctrl-D.

Usage: check_drill.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import Terminal

PROGRAM = os.path.abspath(sys.argv[1])
CTRL_C, CTRL_D = "\x03", "\x04"
failures = []


def expect(what, met):
    if not met:
        failures.append(what)


def drill(store, *words):
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PAGER": "cat"}
    return Terminal([PROGRAM, "--store", store, "--color", "never", "drill", *words], environment)


def drills(store):
    answer = subprocess.run([PROGRAM, "--store", store, "entries", "--type", "drill", "--json"],
                            check=True, stdout=subprocess.PIPE)
    return json.loads(answer.stdout)


def start(store):
    """A drill whose clock has counted down a second."""
    terminal = drill(store, "plan-aloud")
    terminal.expect("Enter starts the clock")
    terminal.type("\r")
    terminal.expect("00:59")
    return terminal


def check_all(store):
    terminal = start(store)
    terminal.type("\r")
    terminal.expect("You took 0:0[0-9]+ of 1:00")
    terminal.expect("5[.] +named one node")
    terminal.expect("Which of them did you say")
    terminal.type("1-4\r")
    terminal.expect("Recorded plan-aloud in 0:0[0-9]+ of 1:00, 80%: passed")
    expect("a round ends well", terminal.close() == 0)
    recorded = drills(store)
    expect("a round is recorded once", len(recorded) == 1)
    expect("with its score", recorded[0]["score"] == 0.8)

    terminal = start(store)
    terminal.type(CTRL_C)
    terminal.all()
    expect("Ctrl-C ends the program", terminal.close() == -signal.SIGINT)
    terminal = start(store)
    terminal.type(CTRL_D)
    terminal.expect("Nothing was recorded")
    expect("Ctrl-D leaves the clock", terminal.close() == 0)
    terminal = start(store)
    terminal.type("\r")
    terminal.expect("Which of them did you say")
    terminal.type(CTRL_C)
    terminal.all()
    expect("Ctrl-C ends the question too", terminal.close() == -signal.SIGINT)
    expect("nothing is half recorded", len(drills(store)) == 1)


with tempfile.TemporaryDirectory() as folder:
    path = str(Path(folder) / "gradus.db")
    subprocess.run([PROGRAM, "--store", path, "init", "--start", "2026-11-30", "--quiet"], check=True,
                   stdout=subprocess.DEVNULL)
    check_all(path)
for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
