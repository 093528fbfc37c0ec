#pragma once

namespace gradus::store {

// The tables of the first version: tracks, plans, entries, events, timer, and the steps to undo.
inline constexpr auto version_1 = R"sql(
CREATE TABLE track (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  curriculum TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  stack TEXT,
  start_day TEXT NOT NULL,
  available TEXT NOT NULL,
  fit TEXT NOT NULL,
  beginner INTEGER NOT NULL CHECK (beginner IN (0, 1)),
  curriculum_text TEXT NOT NULL,
  gate TEXT NOT NULL DEFAULT 'block',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tier (
  track INTEGER NOT NULL REFERENCES track,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  passed_on TEXT,
  verdict TEXT,
  PRIMARY KEY (track, id),
  CHECK ((state = 'passed') = (passed_on IS NOT NULL)),
  CHECK ((state = 'passed') = (verdict IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE waiver (
  track INTEGER NOT NULL REFERENCES track,
  tier TEXT NOT NULL,
  criterion TEXT NOT NULL,
  reason TEXT NOT NULL,
  on_day TEXT NOT NULL,
  until_day TEXT,
  PRIMARY KEY (track, tier, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_week (
  track INTEGER NOT NULL REFERENCES track,
  number INTEGER NOT NULL,
  week_key TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  anchor_day TEXT,
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  PRIMARY KEY (track, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE baseline_week (
  track INTEGER NOT NULL REFERENCES track,
  number INTEGER NOT NULL,
  week_key TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  PRIMARY KEY (track, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_block (
  track INTEGER NOT NULL REFERENCES track,
  week_key TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  at TEXT,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  kind TEXT NOT NULL,
  past INTEGER NOT NULL CHECK (past IN (0, 1)),
  PRIMARY KEY (track, week_key, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_due (
  track INTEGER NOT NULL REFERENCES track,
  artefact TEXT NOT NULL,
  on_day TEXT NOT NULL,
  PRIMARY KEY (track, artefact)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_revision (
  newest INTEGER NOT NULL
) STRICT;
INSERT INTO plan_revision (newest) VALUES (0);

CREATE TABLE block_event (
  track INTEGER NOT NULL REFERENCES track ON DELETE CASCADE,
  week_key TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  at TEXT,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  kind TEXT NOT NULL,
  revision INTEGER NOT NULL,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  PRIMARY KEY (track, week_key, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE due_event (
  track INTEGER NOT NULL REFERENCES track ON DELETE CASCADE,
  artefact TEXT NOT NULL,
  on_day TEXT NOT NULL,
  revision INTEGER NOT NULL,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  PRIMARY KEY (track, artefact)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_break (
  track INTEGER NOT NULL REFERENCES track,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (track, from_day),
  CHECK (from_day <= to_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_choice (
  track INTEGER NOT NULL REFERENCES track,
  kind TEXT NOT NULL CHECK (kind IN ('weeks', 'repeat', 'trimmed')),
  number INTEGER NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (track, kind, number, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_module (
  track INTEGER NOT NULL REFERENCES track,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  home TEXT,
  PRIMARY KEY (track, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
  id INTEGER PRIMARY KEY,
  track INTEGER NOT NULL,
  type TEXT NOT NULL,
  tier TEXT,
  topic TEXT,
  difficulty TEXT,
  help_used INTEGER,
  attempts INTEGER,
  week TEXT,
  kind TEXT,
  artefact TEXT,
  verified INTEGER,
  criterion TEXT,
  placement INTEGER,
  timed INTEGER,
  pipeline TEXT,
  ok INTEGER,
  passed INTEGER,
  entries INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 0,
  usd INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tally_by_traits ON tally (
  track, type, tier, topic, difficulty, help_used, attempts, week, kind, artefact, verified,
  criterion, placement, timed, pipeline, ok, passed
);

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  track INTEGER NOT NULL REFERENCES track,
  type TEXT NOT NULL,
  on_day TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
  at TEXT CHECK (at GLOB '??:??'),
  utc_offset INTEGER CHECK ((utc_offset IS NULL) = (at IS NULL)),
  week TEXT,
  tier TEXT,
  note TEXT NOT NULL,
  minutes INTEGER CHECK (minutes > 0),
  kind TEXT,
  topic TEXT,
  title TEXT,
  difficulty TEXT,
  attempts INTEGER CHECK (attempts > 0),
  help_used INTEGER CHECK (help_used IN (0, 1)),
  platform TEXT,
  url TEXT,
  language TEXT,
  artefact TEXT,
  path TEXT,
  verified INTEGER CHECK (verified IN (0, 1)),
  criterion TEXT,
  evidence TEXT,
  placement INTEGER CHECK (placement IN (0, 1)),
  exam TEXT,
  score REAL CHECK (score >= 0),
  timed INTEGER CHECK (timed IN (0, 1)),
  domains TEXT CHECK (domains IS NULL OR json_valid(domains)),
  area TEXT,
  company TEXT,
  role TEXT,
  status TEXT,
  pipeline TEXT,
  ok INTEGER CHECK (ok IN (0, 1)),
  usd INTEGER CHECK (usd >= 0),
  drill TEXT,
  seconds INTEGER CHECK (seconds >= 0),
  limit_seconds INTEGER CHECK (limit_seconds >= 0),
  passed INTEGER CHECK (passed IN (0, 1)),
  problem TEXT,
  grade INTEGER CHECK (grade BETWEEN 1 AND 4),
  batch INTEGER,
  tally INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_by_day ON entry (track, on_day, at);
CREATE INDEX entry_by_group ON entry (tally, on_day, at, minutes);
CREATE INDEX entry_by_minutes ON entry (tally, minutes) WHERE minutes IS NOT NULL;
CREATE TRIGGER tally_added AFTER INSERT ON entry
BEGIN
  UPDATE tally SET entries = entries + 1, minutes = minutes + ifnull(new.minutes, 0),
    usd = usd + ifnull(new.usd, 0) WHERE id = new.tally;
END;
CREATE TRIGGER tally_removed AFTER DELETE ON entry
BEGIN
  UPDATE tally SET entries = entries - 1, minutes = minutes - ifnull(old.minutes, 0),
    usd = usd - ifnull(old.usd, 0) WHERE id = old.tally;
END;
CREATE TRIGGER tally_changed AFTER UPDATE OF tally, minutes, usd ON entry
BEGIN
  UPDATE tally SET entries = entries - 1, minutes = minutes - ifnull(old.minutes, 0),
    usd = usd - ifnull(old.usd, 0) WHERE id = old.tally;
  UPDATE tally SET entries = entries + 1, minutes = minutes + ifnull(new.minutes, 0),
    usd = usd + ifnull(new.usd, 0) WHERE id = new.tally;
END;

CREATE TABLE verification (
  entry TEXT PRIMARY KEY,
  on_day TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
  at TEXT NOT NULL CHECK (at GLOB '??:??'),
  utc_offset INTEGER NOT NULL,
  commit_id TEXT,
  result TEXT NOT NULL CHECK (json_valid(result))
) STRICT, WITHOUT ROWID;

CREATE TABLE timer (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  track INTEGER NOT NULL REFERENCES track,
  on_day TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
  at TEXT NOT NULL CHECK (at GLOB '??:??'),
  utc_offset INTEGER NOT NULL,
  kind TEXT NOT NULL,
  topic TEXT,
  week TEXT,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE undo_step (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  step TEXT NOT NULL,
  at TEXT NOT NULL,
  changeset BLOB,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE set_aside AS SELECT 0 AS step, * FROM entry WHERE false;
CREATE INDEX set_aside_by_step ON set_aside (step);
CREATE TRIGGER forget_set_aside AFTER DELETE ON undo_step
BEGIN
  DELETE FROM set_aside WHERE step = old.seq;
END;
)sql";

}  // namespace gradus::store
