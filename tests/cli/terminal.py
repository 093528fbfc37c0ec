"""A program on a terminal of its own, for the scripts beside this file."""

import os
import pty
import re
import select
import sys


class Terminal:
    def __init__(self, words, environment=None):
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.execvpe(words[0], words, os.environ if environment is None else environment)
        self.seen = ""

    def type(self, text):
        os.write(self.file, text.encode())

    def expect(self, pattern):
        """The match of what it prints from the last such match on, waited for."""
        while not (match := re.search(pattern, self.seen, re.DOTALL)):
            if not select.select([self.file], [], [], 30)[0]:
                sys.exit(f"no {pattern} in 30 s; instead:\n{self.seen}")
            self.seen += os.read(self.file, 65536).decode(errors="replace")
        self.seen = self.seen[match.end():]
        return match

    def all(self):
        """All that it prints until it ends."""
        shown = b""
        try:
            while part := os.read(self.file, 65536):
                shown += part
        except OSError:  # the terminal is gone with the program
            pass
        return shown.decode(errors="replace")

    def close(self):
        """Its exit code."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.file)
        return code

    def hang_up(self):
        os.close(self.file)
        os.waitpid(self.pid, 0)
