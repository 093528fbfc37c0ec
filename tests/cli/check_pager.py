#!/usr/bin/env python3
"""Long answers of the real program on a terminal, through pagers of several kinds.

Usage: check_pager.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import Terminal

PROGRAM = os.path.abspath(sys.argv[1])
# Long answers, and the exit code of each.
LONG = [(["entries"], 0), (["plan", "--all"], 0), (["curriculum", "show", "de-roadmap"], 0), (["report"], 0),
        (["ready", "--explain"], 1), (["help", "plan"], 0)]
failures = []


def expect(what, met):
    if not met:
        failures.append(what)


class Learner:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.seen = self.folder / "seen"
        self.pager = self.folder / "pager"
        self.pager.write_text(f'#!/bin/sh\necho "$# $1 LESS=$LESS" > {self.seen}\ncat >> {self.seen}\n')
        self.pager.chmod(0o755)
        self.config = self.folder / "gradus" / "config.toml"
        self.config.parent.mkdir()
        self.notes = self.folder / "notes"
        self.notes.write_text("no program\n")
        for words in (["init", "--start", "2026-11-30"], ["log", "1h", "read"]):
            subprocess.run(self.words(words), env=self.environment(None), check=True, stdout=subprocess.DEVNULL)

    def words(self, words):
        return [PROGRAM, "--store", str(self.folder / "gradus.db"), "--today", "2026-12-01", *words]

    def environment(self, pager):
        kept = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS") if name in os.environ}
        kept |= {"HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder), "TERM": "xterm", "NO_COLOR": "1"}
        return kept | ({} if pager is None else {"PAGER": pager})

    def on_terminal(self, words, pager, **more):
        """What the terminal showed, and the exit code."""
        self.seen.unlink(missing_ok=True)
        terminal = Terminal(self.words(words), self.environment(pager) | more)
        return terminal.all(), terminal.close()

    def paged(self):
        return self.seen.read_text() if self.seen.exists() else None


def check_pagers(learner):
    pager = str(learner.pager)
    for words, code in LONG:
        plain, plain_code = learner.on_terminal(words, "cat")
        expect(f"{words}: exit {plain_code}", plain_code == code and len(plain.splitlines()) > 2)
        answer = learner.on_terminal(words, pager + " one")
        expect(f"{words} goes through the pager: {answer}", answer == ("", code))
        expect(f"{words}: the pager got {learner.paged()}",
               learner.paged() == "1 one LESS=FRX\n" + plain.replace("\r\n", "\n"))
        for missing in ("/no/such/pager -x", "no-such-pager", "/usr", str(learner.notes)):
            expect(f"{words} without a pager", learner.on_terminal(words, missing) == (plain, code))
        shown, code_then = learner.on_terminal(words, "X=1 /usr")  # the shell itself finds out
        expect(f"{words}, a folder for a pager", shown.endswith(plain) and code_then == code)
        early, early_code = learner.on_terminal(words, "head -n 1")
        expect(f"{words}, left early: {early_code}, {early}", early_code == code and len(early.splitlines()) == 1)
        expect(f"{words}, the shell's own words",
               learner.on_terminal(words, f"X=1 {pager} a b > /dev/null")[1] == code and learner.paged())
        for off in (["--no-pager"], ["--json"]):
            shown, off_code = learner.on_terminal(words + off, pager)
            expect(f"{words} {off}", learner.paged() is None and off_code == code and shown)


def check_surroundings(learner):
    pager = str(learner.pager)
    learner.on_terminal(["entries"], pager, LESS="R")
    expect("the learner's LESS stays", learner.paged().startswith("0  LESS=R\n"))
    learner.on_terminal(["entries"], "")
    expect("an empty PAGER is none", learner.paged() is None)
    learner.on_terminal(["log", "1h"], pager)
    expect("a confirmation is not paged", learner.paged() is None)
    learner.config.write_text("no-pager = true\n")
    learner.on_terminal(["entries"], pager)
    expect("the config file turns it off", learner.paged() is None)
    learner.config.unlink()
    subprocess.run(learner.words(["entries"]), env=learner.environment(pager), check=True, stdout=subprocess.PIPE)
    expect("no pager in a pipe", learner.paged() is None)


with tempfile.TemporaryDirectory() as folder:
    learner = Learner(folder)
    check_pagers(learner)
    check_surroundings(learner)
print("\n".join(failures) if failures else "long answers are paged")
sys.exit(1 if failures else 0)
