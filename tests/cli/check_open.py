#!/usr/bin/env python3
"""Opens a page with the real program on a terminal: BROWSER gets its address as one word.

Usage: check_open.py GRADUS_PROGRAM
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import Terminal

PROGRAM = sys.argv[1]
failures = []


def expect(what, met):
    if not met:
        failures.append(what)


def run_on_terminal(words, environment):
    """What is shown, and the exit code."""
    terminal = Terminal(words, environment)
    return terminal.all(), terminal.close()


with tempfile.TemporaryDirectory() as folder:
    told = Path(folder) / "told"
    browser = Path(folder) / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s|" "$#" "$@" > {told}\n')
    browser.chmod(0o755)
    environment = {**os.environ, "HOME": folder, "BROWSER": str(browser), "TERM": "dumb",
                   "GRADUS_STORE": str(Path(folder) / "gradus.db"), "GRADUS_TODAY": "2026-12-01"}
    subprocess.run([PROGRAM, "init", "--start", "2026-11-30"], env=environment, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = "https://example.org/?a=$(touch x)&b=;'c"
    subprocess.run([PROGRAM, "artefact", "add", "My own work", "--url", address], env=environment,
                   check=True, stdout=subprocess.DEVNULL)
    shown, code = run_on_terminal([PROGRAM, "open", "My own work"], environment)
    expect(f"it opens: {code}, {shown}", code == 0)
    expect(f"the browser gets one word: {told.read_text()}", told.read_text() == f"1|{address}|")
    told.unlink()
    printed = subprocess.run([PROGRAM, "open", "My own work"], env=environment, check=True,
                             stdout=subprocess.PIPE, text=True).stdout
    expect(f"piped, it prints: {printed}", printed == address + "\n" and not told.exists())
    environment["BROWSER"] = "/none"
    environment["PATH"] = folder
    shown, code = run_on_terminal([PROGRAM, "open", "My own work"], environment)
    expect(f"without a browser it says so: {code}, {shown}",
           code == 0 and address in shown and "no program here could open it" in shown)

print("\n".join(failures) if failures else "pages are opened")
sys.exit(1 if failures else 0)
