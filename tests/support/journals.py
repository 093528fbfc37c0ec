"""Two journals to look at a report of: `rich`, a learner half-way through the built-in curriculum, and
`hostile`, one whose every text is an attack. Both are the same at every run."""

import json
import os
import subprocess
from datetime import date, timedelta

START = date(2026, 8, 3)
TODAY = date(2026, 11, 8)

# Tier, its last day, and what is practised, proven and signed in it.
TIERS = [
    ("sql", date(2026, 9, 13),
     ["aggregation", "joins", "window-functions", "ctes", "subqueries", "mixed"],
     ["w1-group-by", "w2-join-kinds", "w3-cte-pipeline", "w6-explain-walkthrough"],
     ["sql-cte-chain", "sql-conditional-aggregation", "sql-dialects"]),
    ("python", date(2026, 10, 11),
     ["api-integration", "data-manipulation", "sqlalchemy", "testing"],
     ["w8-api-ingester", "w9-postgres-ingest", "w10-package"],
     ["python-pandas", "python-tests", "python-modules-gate"]),
    ("spark", TODAY, ["data-manipulation"], ["w12-pandas-to-pyspark"], ["spark-wide-operations"]),
]


class Learner:
    """Runs the program on a store in `folder`, on the day TODAY."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.environment = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder),
                            "GRADUS_STORE": str(folder / "gradus.db"),
                            "GRADUS_TODAY": TODAY.isoformat(), "TZ": "Europe/Berlin"}

    def run(self, *words, text=None, may_say_no=False, **environment):
        done = subprocess.run([self.program, *words], env={**self.environment, **environment},
                              input=text, capture_output=True, encoding="utf-8", check=False)
        if done.returncode not in ((0, 1) if may_say_no else (0,)):
            raise RuntimeError(f"gradus {' '.join(words)}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def import_entries(self, entries):
        self.run("import", "jsonl", "-", text="".join(json.dumps(entry) + "\n" for entry in entries))


def study_days(first, last):
    """Fridays are free, and so are four days in September."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() != 4 and not date(2026, 9, 22) <= day <= date(2026, 9, 25):
            yield number, day


def studied(tier, first, last, topics):
    for number, day in study_days(first, last):
        yield {"type": "session", "on": day.isoformat(), "tier": tier, "topic": topics[number % len(topics)],
               "minutes": 45 + number * 7 % 60, "kind": "lab" if number % 3 else "read"}
        for problem in range({"sql": 6, "python": 3, "spark": number % 2}[tier]):
            topic = topics[(number + problem) % len(topics)]
            yield {"type": "problem", "on": day.isoformat(), "tier": tier, "topic": topic,
                   "title": f"Exercise {day:%m-%d}.{problem + 1}",
                   "difficulty": ["easy", "medium", "medium", "hard"][(number + 2 * problem) % 4],
                   "minutes": 6 + (number * 5 + problem * 11) % 30,
                   "attempts": 1 + (number + problem) % 4 // 3, "help_used": problem == 5 and number % 2 == 0}


def against_the_clock(day):
    for number in range(1, 21):
        yield {"type": "problem", "on": day.isoformat(), "tier": "sql", "topic": "window-functions",
               "title": f"Against the clock {number}", "difficulty": "hard", "minutes": 6, "attempts": 1,
               "help_used": False}


def rich(program, folder):
    learner = Learner(program, folder)
    learner.run("init", "--start", START.isoformat(), "--stack", "us", "--track", "de-roadmap")
    learner.import_entries(against_the_clock(TIERS[0][1]))
    first = START
    for tier, last, topics, artefacts, signatures in TIERS:
        learner.import_entries(studied(tier, first, last, topics))
        for artefact in artefacts:
            learner.run("artefact", "add", artefact, "--on", last.isoformat(),
                        "--url", f"https://git.example/me/{artefact}")
        for criterion in signatures:
            learner.run("attest", criterion, "--on", last.isoformat(),
                        "--evidence", f"https://git.example/me/notes#{criterion}")
        if last < TODAY:
            learner.run("unlock", tier, "--on", last.isoformat())
        first = last + timedelta(days=1)
    learner.run("log", "30m", "lab", "--note", "why does the join double its rows?")
    learner.run("spend", "35", "A book about pipelines", "--kind", "book")
    learner.run("apply", "Hanami Analytics", "--role", "Junior data engineer")
    return learner


ATTACKS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]><svg onload=alert(1)>",
    "javascript:alert(1)", "=cmd|'/c calc'!A1", "\x1b[31mred\x1b]0;title\x07", "abc\u202egnp.exe", "\x9b31mred\u2067isolated\u200f\u2028next",
    "[click](javascript:alert(1))", "![x](https://evil.example/x.png)", "`</code><b>`", "| a | b |",
    "<!-- & --> &lt;b&gt; {{7*7}} ${7*7}", "@import url(https://evil.example)", "word" * 16_000,
]


def hostile(program, folder):
    learner = Learner(program, folder)
    learner.run("init", "--start", START.isoformat())
    entries = []
    for number, attack in enumerate(ATTACKS):
        day = (START + timedelta(days=number)).isoformat()
        entries += [
            {"type": "session", "on": day, "minutes": 60, "kind": "lab", "note": attack},
            {"type": "problem", "on": day, "title": attack[:200], "topic": "joins",
             "difficulty": "easy", "minutes": 9, "note": attack},
            {"type": "artefact", "on": day, "title": attack[:200], "url": attack[:2000]},
            {"type": "application", "on": day, "company": attack[:200], "role": attack[:200]},
            {"type": "expense", "on": day, "title": attack[:200], "usd": 3, "kind": "book"},
        ]
    learner.import_entries(entries)
    return learner
