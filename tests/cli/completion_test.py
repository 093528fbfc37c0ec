#!/usr/bin/env python3
"""Completes command lines in a real shell: completion_test.py GRADUS bash|zsh|fish

Ends with code 77 (skipped) where the shell is not installed; scripts/test installs all three.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

from terminal import Terminal

SKIPPED = 77
GRADUS = os.path.abspath(sys.argv[1])
SHELL = sys.argv[2]


def run(command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def in_bash(line):
    """Calls the completion function as bash would, with the words that bash would make of the line."""
    words = re.findall(r"=|[^\s=]+", line) + ([""] if line.endswith(" ") else [])
    script = """
        source <(gradus completion bash)
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _gradus gradus "${COMP_WORDS[COMP_CWORD]}"
        ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"
    """
    return run(["bash", "--norc", "-c", script, "bash"] + words).splitlines()


def in_fish(line):
    script = f"gradus completion fish | source; complete -C '{line}'"
    return [each.split("\t")[0] for each in run(["fish", "--no-config", "-c", script]).splitlines()]


def in_zsh(line):
    """Types the line and a tab; compadd, where all of zsh's completions end, tells what it is given."""
    folder = os.environ["HOME"]
    with open(os.path.join(folder, "_gradus"), "w") as script:
        script.write(run(["gradus", "completion", "zsh"]))
    with open(os.path.join(folder, "setup.zsh"), "w") as setup:
        setup.write("""
            fpath=($HOME $fpath)
            autoload -Uz compinit && compinit -u -d $HOME/dump
            unset zle_bracketed_paste
            compadd() {
              local -a hits
              builtin compadd -O hits "$@"
              (( $#hits )) && print -rn -- "<hits ${(j: :)hits}>"
              builtin compadd "$@"
            }
            done-completing() { print -rn -- "<done>" }
            zle -N done-completing && bindkey '^X' done-completing
            print -rn -- "<set"; print -r -- " up>"
        """)
    shell = Terminal(["zsh", "-f", "-i"])
    shell.type("source ~/setup.zsh\n")
    shell.expect("<set up>")
    shell.type(line + "\t\x18")
    found = re.findall(r"<hits ([^>]*)>", shell.expect("(.*?)<done>").group(1))
    shell.type("\x15exit\n")
    shell.hang_up()
    return sorted(set(" ".join(found).split()))  # _describe hands some in twice


def check(complete, line, expected):
    found = complete(line)
    if sorted(found) != sorted(expected):
        sys.exit(f"{SHELL} completes {line!r} to {found}, not {expected}")
    print(f"{line}<TAB>: {' '.join(found)}")


def main():
    if shutil.which(SHELL) is None:
        print(f"{SHELL} is not installed; scripts/test installs it")
        sys.exit(SKIPPED)
    complete = {"bash": in_bash, "zsh": in_zsh, "fish": in_fish}[SHELL]
    with tempfile.TemporaryDirectory() as home:
        for name in [name for name in os.environ if name.startswith(("XDG_", "GRADUS_"))]:
            del os.environ[name]
        os.environ.update(HOME=home, TERM="xterm", LC_ALL="C.UTF-8", GRADUS_TODAY="2026-12-06",
                          PATH=os.path.dirname(GRADUS) + ":" + os.environ["PATH"])
        os.chdir(home)

        # Commands, options and choices need no store.
        check(complete, "gradus compl", ["completion"])
        check(complete, "gradus log 1h re", ["read", "review"])
        check(complete, "gradus plan mod", ["module"])
        check(complete, "gradus solve --diff", ["--difficulty"])
        check(complete, "gradus init --stack e", ["eu"])
        check(complete, "gradus ready s", [])

        run(["gradus", "init", "--start", "2026-11-30"])
        recorded = run(["gradus", "log", "1h", "read"])
        entry = re.search(r" as (\w+)\.", recorded).group(1)
        check(complete, "gradus ready s", ["sql", "spark"])
        check(complete, "gradus rm ", [entry])
        check(complete, f"gradus rm {entry[:2]}", [entry])
        check(complete, "gradus attest sql/sql-dia", ["sql/sql-dialects"])
        check(complete, "gradus log 1h read --topic win", ["window-functions"])
        joined = "hard" if SHELL == "bash" else "--difficulty=hard"  # bash replaces what is behind "="
        check(complete, "gradus solve --difficulty=h", [joined])

        with open("journal.jsonl", "w"):
            pass
        check(complete, "gradus import jsonl jou", ["journal.jsonl"])


main()
