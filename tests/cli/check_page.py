#!/usr/bin/env python3
"""Writes a report as a page with the real program: its policy admits its own style and nothing else,
and it is the same in every zone, language and terminal.

Usage: check_page.py GRADUS_PROGRAM
"""

import base64
import hashlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = sys.argv[1]
failures = []


def expect(what, met):
    if not met:
        failures.append(what)


with tempfile.TemporaryDirectory() as folder:
    environment = {**os.environ, "HOME": folder, "GRADUS_STORE": str(Path(folder) / "gradus.db"),
                   "GRADUS_TODAY": "2026-12-01"}

    def run(*words, **more):
        return subprocess.run([PROGRAM, *words], env={**environment, **more}, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    run("init", "--start", "2026-11-30")
    run("solve", "Tokyo – 東京", "-t", "joins", "-d", "easy", "-m", "9")
    page = run("report", "--format", "html")

    style = re.search(rb"<style>(.*)</style>", page, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    policy = re.search(rb'Content-Security-Policy" content="([^"]*)"', page).group(1).decode()
    expect(f"the policy has the digest {digest} of the style: {policy}",
           policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
                     "form-action 'none'")
    expect("a page is UTF-8", page.decode())
    expect(f"a page is small: {len(page)}", len(page) < 150_000)

    elsewhere = run("report", "--format", "html", TZ="Pacific/Auckland", LC_ALL="C", COLUMNS="40",
                    NO_COLOR="1")
    expect("a page is the same under another zone, locale and width", elsewhere == page)

print("\n".join(failures) if failures else "the page is as it should be")
sys.exit(1 if failures else 0)
