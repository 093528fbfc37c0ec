#!/usr/bin/env python3
"""Runs the real program where each lock of a file fails, as on some network file systems.

Usage: check_locks.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NO_LOCKS = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
static int call(const char* name, int file, int command, void* argument) {
  if (command == F_SETLK || command == F_SETLKW || command == F_GETLK) {
    errno = atoi(getenv("LOCK_ERRNO"));
    return -1;
  }
  int (*real)(int, int, ...) = (int (*)(int, int, ...))dlsym(RTLD_NEXT, name);
  return real(file, command, argument);
}
int fcntl(int file, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void* argument = va_arg(rest, void*);
  va_end(rest);
  return call("fcntl", file, command, argument);
}
int fcntl64(int file, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void* argument = va_arg(rest, void*);
  va_end(rest);
  return call("fcntl64", file, command, argument);
}
"""

failures = []


def expect(what, fine):
    if not fine:
        failures.append(what)


def main():
    program = os.path.abspath(sys.argv[1])
    compiler = shutil.which("cc")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "no_locks.c").write_text(NO_LOCKS)
        library = folder / "no_locks.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-o", library, folder / "no_locks.c", "-ldl"], check=True)
        stores = folder / "stores"
        stores.mkdir()

        def run(*words, error=None):
            more = {"LD_PRELOAD": str(library), "LOCK_ERRNO": str(error)} if error else {}
            begun = time.monotonic()
            done = subprocess.run([program, "--store", stores / "gradus.db", *words], text=True, capture_output=True,
                                  env={**os.environ, **more})
            return done, time.monotonic() - begun

        for error in (37, 95, 22):  # ENOLCK, EOPNOTSUPP, EINVAL
            done, took = run("init", error=error)
            expect(f"{error}: init: {done.returncode} {done.stderr}",
                   done.returncode == 3 and "can't lock files" in done.stderr)
            expect(f"{error}: init took {took} s", took < 5)
            expect(f"{error}: init left {os.listdir(stores)}", not os.listdir(stores))
        run("init")
        before = (stores / "gradus.db").read_bytes()
        for error in (37, 95, 22):
            for words in (("log", "1h", "read"), ("today",), ("entries",), ("doctor",)):
                done, took = run(*words, error=error)
                expect(f"{error}: {words}: {done.returncode} {done.stdout} {done.stderr}",
                       done.returncode == 3 and "can't lock files" in done.stdout + done.stderr
                       and "amaged" not in done.stdout + done.stderr)
                expect(f"{error}: {words} took {took} s", took < 5)
        expect("the store was changed", (stores / "gradus.db").read_bytes() == before)
        expect(f"files were left: {os.listdir(stores)}",
               {each for each in os.listdir(stores)} <= {"gradus.db", "backups"})
    print("\n".join(failures) if failures else "a file system without locks is named as such")
    return 1 if failures else 0


sys.exit(main())
