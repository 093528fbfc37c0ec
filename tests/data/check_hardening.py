#!/usr/bin/env python3
"""Checks that a release build of the program is hardened, as docs/security.md says.

Usage: check_hardening.py BUILD_FOLDER

Reads the program with readelf and objdump, and the compiler's options in compile_commands.json. Prints
one line per failure; exits 1 if there is any, 77 where the build is no release.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
OPTIONS = {
    "optimised, which _FORTIFY_SOURCE needs": r"\s-O[23]\b",
    "_FORTIFY_SOURCE=3": r"\s-D_FORTIFY_SOURCE=3\b",
    "assertions in the standard library": r"\s-D_GLIBCXX_ASSERTIONS\b",
    "stack protector": r"\s-fstack-protector-strong\b",
    "stack clash protection": r"\s-fstack-clash-protection\b",
    "position-independent": r"\s-f(PIE|PIC|pie|pic)\b",
}


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def unhardened_files(build):
    """What the options of our own files lack, each with the first such file."""
    commands = json.loads((build / "compile_commands.json").read_text())
    failures = []
    for what, pattern in OPTIONS.items():
        lacking = [each["file"] for each in commands if not re.search(pattern, each["command"])]
        if lacking:
            failures.append(f"not {what}: {len(lacking)} files, such as {lacking[0]}")
    return failures


def unhardened_program(program):
    header = run("readelf", "-hW", program)
    segments = run("readelf", "-lW", program)
    dynamic = run("readelf", "-dW", program)
    failures = []
    if not re.search(r"Type:\s+DYN", header):
        failures.append("the program has a fixed address: it is no PIE")
    if "GNU_RELRO" not in segments:
        failures.append("no part of the program becomes read-only once it is loaded: no RELRO")
    if not re.search(r"FLAGS.*\bNOW\b|BIND_NOW", dynamic):
        failures.append("names are bound late: RELRO is not full")
    stack = re.search(r"GNU_STACK.*", segments)
    if not stack or re.search(r"\bRWE\b", stack.group()):
        failures.append("the stack can be run")
    if re.search(r"LOAD.*\bRWE\b", segments):
        failures.append("a part of the program can be both written and run")
    main = run("objdump", "-d", "--no-show-raw-insn", "--disassemble=main", program)
    if "__stack_chk_fail" not in main:
        failures.append("main has no stack protector")
    if re.search(r"Machine:.*X86-64", header) and "endbr64" not in main:
        failures.append("main has no landing pad for CET: -fcf-protection is missing")
    return failures


def main():
    build = Path(sys.argv[1])
    build_type = re.search(r"CMAKE_BUILD_TYPE:\w+=(\w*)", (build / "CMakeCache.txt").read_text())
    if not build_type or build_type.group(1) != "Release":
        print("skipped: this is no release build, whose hardening is checked by scripts/check-package")
        return SKIPPED
    missing = [tool for tool in ("readelf", "objdump") if not shutil.which(tool)]
    if missing:
        print(f"skipped: {' and '.join(missing)} not installed")
        return SKIPPED
    failures = unhardened_files(build) + unhardened_program(str(build / "gradus"))
    print("\n".join(failures) or "hardened")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
