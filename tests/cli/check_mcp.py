#!/usr/bin/env python3
"""gradus mcp as a process of its own: answers come at once, memory stays flat, and a client may go away at any time.

Usage: check_mcp.py GRADUS_PROGRAM

Prints one line per failure; exits 1 if there is any.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = os.path.abspath(sys.argv[1])
META = {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}
PATIENCE = 60  # seconds, for a machine that does much else
failures = []


def expect(what, met):
    if not met:
        failures.append(what)


def call(tool, **arguments):
    params = {"name": tool, "arguments": arguments, "_meta": META}
    return json.dumps({"jsonrpc": "2.0", "id": tool, "method": "tools/call", "params": params}).encode() + b"\n"


class Server:
    def __init__(self, store, *words):
        self.process = subprocess.Popen([PROGRAM, "--store", str(store), "--today", "2026-12-01", "mcp", *words],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def ask(self, line):
        self.process.stdin.write(line)
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def most_memory(self):
        """In KiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))

    def end(self):
        """The exit code, and what was said on stderr."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        code = self.process.wait(PATIENCE)
        return code, self.process.stderr.read().decode()


def check_answers_at_once(store):
    server = Server(store)
    for tool in ("today", "entries"):
        expect(f"{tool} is answered before the input ends", server.ask(call(tool))["result"]["isError"] is False)
    expect("the end of the input ends the server", server.end() == (0, ""))


def check_long_lines(store):
    server = Server(store)
    server.ask(call("today"))
    before = server.most_memory()
    answer = server.ask(b'{"jsonrpc":"2.0","id":1,"method":"' + b"x" * (64 << 20) + b'"}\n')
    expect("a line of 64 MiB is refused", answer["error"]["code"] == -32600)
    expect("it is not held in memory", server.most_memory() - before < 8 << 10)
    expect("the next line is served", server.ask(call("today"))["result"]["isError"] is False)
    expect("it ends as ever", server.end() == (0, ""))


def check_client_that_goes_away(store):
    before = store.read_bytes()
    server = Server(store)
    server.process.stdout.close()
    for _ in range(3):
        try:
            server.process.stdin.write(call("today"))
            server.process.stdin.flush()
        except BrokenPipeError:
            break
    _, said = server.end()
    expect("a server without a client ends without a word", said == "")
    expect("and leaves the store alone", store.read_bytes() == before)

    server = Server(store, "--allow", "log")
    server.process.stdin.write(call("log", length="1h", kind="lab")[:-40])
    expect("half a message records nothing", server.end()[0] == 0 and store.read_bytes() == before)


def check_full_disk(store):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "--store", str(store), "mcp"], input=call("today"), stdout=full,
                              stderr=subprocess.PIPE, timeout=PATIENCE)
    expect("an answer that can't be written is told", done.returncode == 3 and b"could not be written" in done.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, "XDG_CONFIG_HOME": folder, "TZ": "UTC"}
        store = Path(folder) / "gradus.db"
        subprocess.run([PROGRAM, "--store", str(store), "--today", "2026-12-01", "init", "--quiet", "--start",
                        "2026-11-30"], check=True, stdout=subprocess.DEVNULL)
        for check in (check_answers_at_once, check_long_lines, check_client_that_goes_away, check_full_disk):
            check(store)
    for failure in failures:
        print(f"not so: {failure}")
    sys.exit(1 if failures else 0)


main()
