#!/usr/bin/env python3
"""Reports a journal full of attacks in every format, and answers a tutor of it: each stays a text that does nothing.

Usage: check_hostile.py GRADUS_PROGRAM

What a browser makes of it is for tests/browser.
"""

import csv
import io
import json
import re
import sys
import tempfile
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import journals  # noqa: E402

TABLES = ["weeks", "criteria", "problems", "artefacts", "sessions"]
# What drives a terminal, or turns the direction of a text.
DRIVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
META = {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}
failures = []


def expect(what, met):
    if not met:
        failures.append(what)


class Active(HTMLParser):
    """Collects what a page could run, load or send."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "iframe", "object", "embed", "form", "img", "link", "base", "video", "audio"):
            self.found.append(tag)
        for name, value in attrs:
            allowed = name not in ("href", "src") or re.match(r"(https?:|mailto:|#)", value or "")
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "xlink:href") or not allowed:
                self.found.append(f"{tag} {name}={value}")


def check_markup(name, text):
    active = Active()
    active.feed(text)
    expect(f"{name}: {active.found}", not active.found)


def check_markdown(text):
    # What stands in code is shown as it is.
    plain = re.sub(r"(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
    tags = re.findall(r"(?<!\\)<(?!https?:|mailto:)[a-z/!].{,30}", plain, re.IGNORECASE)
    expect(f"md: HTML: {tags}", not tags)
    targets = re.findall(r"(?<!\\)\]\(([^)\s]*)", plain)
    expect(f"md: a link to {targets}", all(re.match(r"(https?:|mailto:|#)", to) for to in targets))


def check_csv(table, text):
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            is_number = re.fullmatch(r"-?[\d.]+", cell)
            expect(f"csv {table}: a spreadsheet would run {cell[:40]}",
                   is_number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")))


def message(method, **params):
    return json.dumps({"jsonrpc": "2.0", "id": method, "method": method, "params": {"_meta": META, **params}})


def call(tool, **arguments):
    return message("tools/call", name=tool, arguments=arguments)


def attacks_on_a_server(word):
    """Whatever can be named in a message is named so."""
    old = {"io.modelcontextprotocol/protocolVersion": word, "io.modelcontextprotocol/clientCapabilities": {}}
    return [message(word), call(word), call("today", **{word: 1}), call("ready", tier=word), call("entries", type=word),
            call("entries", topic=word), call("entries", text=word), call("entries", **{"from": word}),
            message("tools/list", _meta=old), json.dumps({"jsonrpc": "2.0", "id": word, "method": "ping"}), word,
            json.dumps({"jsonrpc": "2.0", "id": "x", "method": "initialize", "params": {"protocolVersion": word}}),
            call("log", length="5m", kind="lab", note=word), call("log", length=word),
            call("solve", title=word[:200], minutes=5, topic="joins", difficulty="easy", url=word, platform=word)]


def check_mcp(learner, *options):
    lines = [message("tools/list"), message("server/discover")]
    lines += [call(tool) for tool in ("today", "pace", "forecast", "review_due", "weak_topics", "curriculum")]
    lines += [call("ready", explain=True), call("entries", limit=1000)]
    for attack in journals.ATTACKS:
        lines += attacks_on_a_server(attack)
    answers = learner.run("mcp", *options, text="".join(line + "\n" for line in lines)).split("\n")[:-1]
    expect(f"mcp {options}: {len(answers)} answers to {len(lines)} lines", len(answers) == len(lines))
    for answer in answers:
        drives = sorted(set(DRIVES.findall(answer)))
        expect(f"mcp {options}: {drives} in {answer[:200]}", not drives)
        json.loads(answer)
    entries = json.loads(answers[9])["result"]["structuredContent"]["entries"]
    expect("mcp: what was typed is handed on as it is", any("\u202e" in entry.get("title", "") for entry in entries))


with tempfile.TemporaryDirectory() as folder:
    learner = journals.hostile(sys.argv[1], Path(folder))

    def report(*words):
        answer = learner.run("report", *words)
        expect(f"{words}: {sorted(set(DRIVES.findall(answer)))}", not DRIVES.search(answer))
        return answer

    # The report, the letter of all days, and the report on a tier.
    for form in ([], ["--since", journals.START.isoformat()], ["--tier", "sql"]):
        text = report(*form, "--private")
        expect(f"text {form}: what was typed is shown", "<script>alert(1)</script>" in text)
        check_markdown(report(*form, "--private", "--format", "md"))
        check_markup("html", report(*form, "--private", "--format", "html"))
        json.loads(report(*form, "--private", "--format", "json"))
        named = ["--title", journals.ATTACKS[0], "--name", journals.ATTACKS[-1]]
        check_markdown(report(*form, *named, "--format", "md"))
        check_markup("html", report(*form, *named, "--format", "html"))
    for table in TABLES:
        check_csv(table, report("--private", "--format", "csv", "--table", table))
    card = report("--format", "svg")
    check_markup("svg", card)
    ET.fromstring(card)
    badge = json.loads(report("--format", "badge"))
    expect(f"badge: {badge}", sorted(badge) == ["color", "label", "message", "schemaVersion"])
    for public in (card, json.dumps(badge), report("--share")):
        expect("svg, badge, share: a word of the learner's", "alert" not in public and "evil" not in public)
    exported = learner.run("export", "jsonl")
    expect(f"jsonl: {sorted(set(DRIVES.findall(exported)))}", not DRIVES.search(exported))
    for options in ((), ("--private",), ("--private", "--allow", "log,solve")):
        check_mcp(learner, *options)

print("\n".join(failures) if failures else "nothing in them is active")
sys.exit(1 if failures else 0)
