#!/usr/bin/env python3
"""Stops timers of the real program: killed at every turn, asked on a terminal, ended with Ctrl-C.

Usage: check_timer.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any, 77 (skipped) where strace is not installed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import Terminal

SKIPPED = 77
PROGRAM = os.path.abspath(sys.argv[1])
# What changes files. A kill comes before the call is made.
CHANGES = ("pwrite64", "write", "ftruncate", "fdatasync", "fsync", "unlink")
failures = []


def expect(what, met):
    if not met:
        failures.append(what)


class Learner:
    """A store with a plan, the day's backup, and a timer that began two days ago."""

    def __init__(self, folder, like=None):
        self.store = str(Path(folder) / "gradus.db")
        if like:
            shutil.copytree(Path(like.store).parent, folder, dirs_exist_ok=True)
            return
        self.run("2026-12-01", "init", "--start", "2026-12-01")
        self.run("2026-12-01", "start", "lab")
        self.run("2026-12-03", "run", "ok", "nightly")  # the first change of a day makes its backup

    def words(self, today, *words):
        return [PROGRAM, "--store", self.store, "--today", today, *words]

    def run(self, today, *words):
        return subprocess.run(self.words(today, *words), check=True, stdout=subprocess.PIPE).stdout

    def state(self):
        """Whether the timer runs, and how many sessions there are."""
        timer = json.loads(self.run("2026-12-03", "today", "--json"))["timer"]
        sessions = self.run("2026-12-03", "entries", "--type", "session", "--json")
        return timer is not None, len(json.loads(sessions))


def kill_stop(ready, call, number):
    """Kills `stop` at the number-th such call. Whether it made as many, and what it left."""
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(folder, ready)
        strace = ["strace", "-f", "-o", os.devnull, "-e", f"trace={call}",
                  "-e", f"inject={call}:signal=KILL:when={number}"]
        stop = learner.words("2026-12-03", "stop", "--after", "50m")
        ended = subprocess.run(strace + stop, stdout=subprocess.DEVNULL,
                               env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}).returncode
        state = learner.state()
        expect(f"killed at {call} {number}: timer and sessions are {state}", state in ((True, 0), (False, 1)))
        if ended == 0:
            expect(f"stop, after {number - 1} of {call}: {state}", state == (False, 1))
        return ended != 0, state


def check_kills():
    states = set()
    with tempfile.TemporaryDirectory() as folder:
        ready = Learner(folder)
        for call in CHANGES:
            number, killed = 0, True
            while killed:
                number += 1
                killed, state = kill_stop(ready, call, number)
                states.add(state)
    expect(f"some kills leave the timer, some come too late: {states}", len(states) == 2)


def check_question():
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(folder)
        terminal = Terminal(learner.words("2026-12-03", "stop"))
        terminal.expect("When did you stop")
        expect("nothing is recorded before the answer", learner.state() == (True, 0))
        terminal.type("50m\n")
        terminal.expect("Recorded 50m lab")
        expect("the answer is recorded", terminal.close() == 0 and learner.state() == (False, 1))


def check_interrupt():
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(folder)
        learner.run("2026-12-01", "cancel")
        terminal = Terminal(learner.words("2026-12-03", "start", "read", "--pomodoro"))
        terminal.expect("Focus .*49:59")
        expect("the countdown is a timer in the store", learner.state() == (True, 0))
        terminal.type("\x03")
        terminal.expect("nothing was recorded")
        expect("Ctrl-C ends it in peace", terminal.close() == 0 and learner.state() == (False, 0))


if not shutil.which("strace"):
    sys.exit(SKIPPED)
os.environ["TERM"] = "xterm"
check_kills()
check_question()
check_interrupt()
print("\n".join(failures) if failures else "no timer is lost")
sys.exit(1 if failures else 0)
