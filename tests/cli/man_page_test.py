#!/usr/bin/env python3
"""Holds the manual page to the program's --help: man_page_test.py GRADUS PAGE

Every command that --help lists, and every option and argument of it, must stand in the page's
section of that command, as a reader sees it; and the page must be clean man(7).
"""

import re
import subprocess
import sys

GRADUS, PAGE = sys.argv[1], sys.argv[2]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def sections(text):
    """Heading -> text below it; headings of commands stand 3 blanks in, those of parts none."""
    found = {}
    heading = None
    for line in text.splitlines():
        if re.match(r"( {3})?\S", line):
            heading = line.strip()
            found[heading] = ""
        elif heading is not None:
            found[heading] += line + "\n"
    return found


def of_help(text, part):
    """First words of the lines of a part of --help, such as "Subcommands"."""
    body = re.search(rf"^{part}:\n((?:  .*\n)+)", text, re.MULTILINE)
    return re.findall(r"^  (?:-[a-z],)?(\S+)", body.group(1), re.MULTILINE) if body else []


def parts_of_commands(text):
    """The parts of --help whose lines begin with a command: "Subcommands", or groups of them."""
    parts = re.findall(r"^(\S[^:\n]*):\n(?=  \S)", text, re.MULTILINE)
    return [part for part in parts if part not in ("Options", "Positionals", "Topics", "Examples")]


def main():
    findings = [line for line in subprocess.run(["mandoc", "-T", "lint", "-W", "warning", PAGE],
                                                capture_output=True, text=True).stdout.splitlines()
                if "missing date" not in line]  # a date would differ from build to build
    shown = sections(run("mandoc", "-T", "utf8", "-O", "width=400", PAGE).replace("\b", "\0"))
    shown = {re.sub(".\0", "", heading): re.sub(".\0", "", text) for heading, text in shown.items()}
    for part in ("NAME", "SYNOPSIS", "COMMANDS", "FILES", "ENVIRONMENT", "EXIT STATUS", "EXAMPLES"):
        if part not in shown:
            findings.append(f"no section {part}")

    commands = 0
    waiting = [["gradus"]]
    while waiting:
        words = waiting.pop()
        text = run(GRADUS, *words[1:], "--help")
        for part in parts_of_commands(text):
            waiting += [words + [name] for name in of_help(text, part)]
        name = " ".join(words)
        heading = "OPTIONS" if len(words) == 1 else next(
            (each for each in shown if re.fullmatch(rf"{name}( [^a-z].*)?", each)), None)
        if heading is None:
            findings.append(f"no section {name}")
            continue
        commands += 1
        for option in of_help(text, "Options") + of_help(text, "Positionals"):
            if option == "--help" and len(words) > 1:
                continue  # told once, among the options of every command
            if not re.search(rf"^ +(-[a-z], )?{re.escape(option)}\b", shown[heading], re.MULTILINE):
                findings.append(f"{name}: {option} is missing")
    if findings:
        sys.exit("\n".join(findings))
    print(f"{commands} commands with all their options")


main()
