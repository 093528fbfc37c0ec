#include "store/migrations.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace gradus::store {
namespace {

constexpr int application_id = 0x47524453;  // "GRDS"

// Each takes the tables to the next version; none is ever changed once released. The columns of
// `entry` from `minutes` to `grade` are the fields of journal's entry types. A column that is added
// to `entry` must be added to `set_aside` as well. Columns are added at the end, and with a
// default: older changesets lack them, and must still be undoable.
constexpr std::array<const char*, 5> migrations{
    R"sql(
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
)sql",
    // Existing tracks keep what their ids and calendars were derived from. A track has no uid when
    // `redo` brings back one from before this version.
    R"sql(
ALTER TABLE track ADD COLUMN uid TEXT;
ALTER TABLE track ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE track ADD COLUMN calendar TEXT NOT NULL DEFAULT '';
CREATE TRIGGER track_of_before AFTER INSERT ON track WHEN new.uid IS NULL
BEGIN
  UPDATE track SET salt = iif(id = 1, '', 'track ' || id), calendar = name,
    uid = lower(format('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)),
      substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6))))
    WHERE id = new.id;
END;
CREATE UNIQUE INDEX track_by_uid ON track (uid);
UPDATE track SET salt = iif(id = 1, '', 'track ' || id), calendar = name,
  uid = lower(format('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)),
    substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6))));

ALTER TABLE entry ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE set_aside ADD COLUMN changed INT DEFAULT 0;

CREATE TABLE removed (
  track INTEGER NOT NULL REFERENCES track,
  id TEXT NOT NULL,
  changed INTEGER NOT NULL,
  batch INTEGER,
  PRIMARY KEY (track, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE removed_aside AS SELECT 0 AS step, * FROM removed WHERE false;
CREATE INDEX removed_aside_by_step ON removed_aside (step);

DROP TRIGGER forget_set_aside;
CREATE TRIGGER forget_set_aside AFTER DELETE ON undo_step
BEGIN
  DELETE FROM verification WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = verification.entry)
    AND EXISTS (SELECT 1 FROM set_aside WHERE step = old.seq AND id = verification.entry);
  DELETE FROM set_aside WHERE step = old.seq;
  DELETE FROM removed_aside WHERE step = old.seq;
END;
)sql",
    // A problem's title_key is NULL only within a step: undoing or redoing one from before this
    // version leaves that to key_titles. Events go by the name that calendars know, and outlive
    // their track, which undo may take away. An empty title of a week or artefact, or tier of a
    // week, is one that a plan from before this version doesn't have.
    R"sql(
ALTER TABLE entry ADD COLUMN title_key TEXT;
ALTER TABLE set_aside ADD COLUMN title_key TEXT;
UPDATE entry SET title_key = title_key(title) WHERE type = 'problem';
UPDATE set_aside SET title_key = title_key(title) WHERE type = 'problem';
CREATE INDEX entry_by_title ON entry (title_key, topic, track, tally)
  WHERE title_key IS NOT NULL;
CREATE INDEX entry_without_key ON entry (tally) WHERE type = 'problem' AND title_key IS NULL;

CREATE TABLE repeated (
  track INTEGER NOT NULL,
  topic TEXT NOT NULL,
  title_key TEXT NOT NULL,
  PRIMARY KEY (track, topic, title_key)
) STRICT, WITHOUT ROWID;
INSERT INTO repeated SELECT track, topic, title_key FROM entry WHERE title_key IS NOT NULL
  GROUP BY track, topic, title_key HAVING count(*) > 1;
CREATE TRIGGER solution_added AFTER INSERT ON entry WHEN new.title_key IS NOT NULL
BEGIN
  INSERT INTO repeated (track, topic, title_key) SELECT new.track, new.topic, new.title_key
    WHERE EXISTS (SELECT 1 FROM entry WHERE title_key = new.title_key AND topic = new.topic
      AND track = new.track AND seq <> new.seq) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER solution_removed AFTER DELETE ON entry WHEN old.title_key IS NOT NULL
BEGIN
  DELETE FROM repeated WHERE track = old.track AND topic = old.topic
    AND title_key = old.title_key AND (SELECT count(*) FROM (SELECT 1 FROM entry
      WHERE title_key = old.title_key AND topic = old.topic AND track = old.track LIMIT 2)) < 2;
END;
CREATE TRIGGER title_changed AFTER UPDATE OF title ON entry
  WHEN new.title IS NOT old.title AND new.title_key IS old.title_key
BEGIN
  UPDATE entry SET title_key = NULL WHERE seq = new.seq;
END;
CREATE TRIGGER solution_changed AFTER UPDATE OF track, topic, title_key ON entry
BEGIN
  DELETE FROM repeated WHERE track = old.track AND topic = old.topic
    AND title_key = old.title_key AND (SELECT count(*) FROM (SELECT 1 FROM entry
      WHERE title_key = old.title_key AND topic = old.topic AND track = old.track LIMIT 2)) < 2;
  INSERT INTO repeated (track, topic, title_key) SELECT new.track, new.topic, new.title_key
    WHERE EXISTS (SELECT 1 FROM entry WHERE title_key = new.title_key AND topic = new.topic
      AND track = new.track AND seq <> new.seq) ON CONFLICT DO NOTHING;
END;

ALTER TABLE plan_week ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_week ADD COLUMN tier TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_week ADD COLUMN filled INTEGER NOT NULL DEFAULT 0 CHECK (filled >= 0);
ALTER TABLE plan_due ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE block_event RENAME TO block_event_of_before;
CREATE TABLE block_event (
  calendar TEXT NOT NULL,
  week_key TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  at TEXT,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  utc_offset INTEGER CHECK (at IS NOT NULL OR utc_offset IS NULL),
  revision INTEGER NOT NULL,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  waits INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1)),
  PRIMARY KEY (calendar, week_key, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO block_event SELECT calendar, week_key, ordinal, on_day, at, minutes, kind, '', NULL,
  revision, cancelled, 0 FROM block_event_of_before JOIN track ON track.id = track;
DROP TABLE block_event_of_before;

ALTER TABLE due_event RENAME TO due_event_of_before;
CREATE TABLE due_event (
  calendar TEXT NOT NULL,
  artefact TEXT NOT NULL,
  on_day TEXT NOT NULL,
  title TEXT NOT NULL,
  revision INTEGER NOT NULL,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  PRIMARY KEY (calendar, artefact)
) STRICT, WITHOUT ROWID;
INSERT INTO due_event SELECT calendar, artefact, on_day, '', revision, cancelled
  FROM due_event_of_before JOIN track ON track.id = track;
DROP TABLE due_event_of_before;

CREATE TABLE plan_gate_week (
  track INTEGER NOT NULL REFERENCES track,
  tier TEXT NOT NULL,
  number INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes >= 0),
  PRIMARY KEY (track, tier, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE study_day (
  track INTEGER NOT NULL,
  week TEXT NOT NULL,
  on_day TEXT NOT NULL,
  kind TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  PRIMARY KEY (track, week, on_day, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO study_day SELECT track, ifnull(week, ''), on_day, kind, sum(minutes) FROM entry
  WHERE type = 'session' GROUP BY 1, 2, 3, 4;
CREATE TRIGGER study_added AFTER INSERT ON entry WHEN new.type = 'session'
BEGIN
  INSERT INTO study_day SELECT new.track, ifnull(new.week, ''), new.on_day, new.kind, 0
    WHERE NOT EXISTS (SELECT 1 FROM study_day WHERE track = new.track
      AND week = ifnull(new.week, '') AND on_day = new.on_day AND kind = new.kind);
  UPDATE study_day SET minutes = minutes + new.minutes WHERE track = new.track
    AND week = ifnull(new.week, '') AND on_day = new.on_day AND kind = new.kind;
END;
CREATE TRIGGER study_removed AFTER DELETE ON entry WHEN old.type = 'session'
BEGIN
  UPDATE study_day SET minutes = minutes - old.minutes WHERE track = old.track
    AND week = ifnull(old.week, '') AND on_day = old.on_day AND kind = old.kind;
END;
CREATE TRIGGER study_changed AFTER UPDATE OF track, type, week, on_day, kind, minutes ON entry
BEGIN
  UPDATE study_day SET minutes = minutes - old.minutes WHERE old.type = 'session'
    AND track = old.track AND week = ifnull(old.week, '') AND on_day = old.on_day
    AND kind = old.kind;
  INSERT INTO study_day SELECT new.track, ifnull(new.week, ''), new.on_day, new.kind, 0
    WHERE new.type = 'session' AND NOT EXISTS (SELECT 1 FROM study_day WHERE track = new.track
      AND week = ifnull(new.week, '') AND on_day = new.on_day AND kind = new.kind);
  UPDATE study_day SET minutes = minutes + new.minutes WHERE new.type = 'session'
    AND track = new.track AND week = ifnull(new.week, '') AND on_day = new.on_day
    AND kind = new.kind;
END;
)sql",
    R"sql(
ALTER TABLE timer ADD COLUMN counted INTEGER NOT NULL DEFAULT 0 CHECK (counted >= 0);
ALTER TABLE timer ADD COLUMN paused_at TEXT;
ALTER TABLE timer ADD COLUMN resumed_at TEXT CHECK (paused_at IS NULL OR resumed_at IS NULL);
)sql",
    // A review is of a problem, whose `item` is the id of a solution, or of a drill; those from
    // before are of problems, also where undo brings them back. What is known of each thing that
    // comes up again follows from the journal alone: a change of an entry only notes whose log it
    // is in, and the commit computes that one anew.
    R"sql(
ALTER TABLE entry RENAME COLUMN problem TO item;
ALTER TABLE entry ADD COLUMN of TEXT;
ALTER TABLE set_aside RENAME COLUMN problem TO item;
ALTER TABLE set_aside ADD COLUMN of TEXT;
UPDATE entry SET of = 'problem' WHERE type = 'review';
UPDATE set_aside SET of = 'problem' WHERE type = 'review';
CREATE INDEX entry_by_item ON entry (item) WHERE item IS NOT NULL;
CREATE INDEX entry_by_drill ON entry (drill, track) WHERE drill IS NOT NULL;
CREATE TRIGGER review_of_before AFTER INSERT ON entry WHEN new.type = 'review' AND new.of IS NULL
BEGIN
  UPDATE entry SET of = 'problem' WHERE seq = new.seq;
END;

CREATE TABLE solving (
  track INTEGER NOT NULL,
  topic TEXT NOT NULL,
  difficulty TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  solutions INTEGER NOT NULL,
  PRIMARY KEY (track, topic, difficulty, minutes)
) STRICT, WITHOUT ROWID;
INSERT INTO solving SELECT track, topic, difficulty, minutes, count(*) FROM entry
  WHERE type = 'problem' AND difficulty IS NOT NULL AND minutes IS NOT NULL GROUP BY 1, 2, 3, 4;
CREATE TRIGGER solving_added AFTER INSERT ON entry
  WHEN new.type = 'problem' AND new.difficulty IS NOT NULL AND new.minutes IS NOT NULL
BEGIN
  INSERT INTO solving VALUES (new.track, new.topic, new.difficulty, new.minutes, 1)
    ON CONFLICT DO UPDATE SET solutions = solutions + 1;
END;
CREATE TRIGGER solving_removed AFTER DELETE ON entry WHEN old.type = 'problem'
BEGIN
  UPDATE solving SET solutions = solutions - 1 WHERE track = old.track AND topic = old.topic
    AND difficulty = old.difficulty AND minutes = old.minutes;
END;
CREATE TRIGGER solving_changed AFTER UPDATE OF track, type, topic, difficulty, minutes ON entry
  WHEN old.type = 'problem' OR new.type = 'problem'
BEGIN
  UPDATE solving SET solutions = solutions - 1 WHERE old.type = 'problem' AND track = old.track
    AND topic = old.topic AND difficulty = old.difficulty AND minutes = old.minutes;
  INSERT INTO solving SELECT new.track, new.topic, new.difficulty, new.minutes, 1
    WHERE new.type = 'problem' AND new.difficulty IS NOT NULL AND new.minutes IS NOT NULL
    ON CONFLICT DO UPDATE SET solutions = solutions + 1;
END;

CREATE TABLE recall_state (
  id INTEGER PRIMARY KEY,
  track INTEGER NOT NULL,
  last_day TEXT NOT NULL,
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
  difficulty REAL NOT NULL,
  again REAL NOT NULL,
  hard REAL NOT NULL,
  good REAL NOT NULL,
  easy REAL NOT NULL,
  items INTEGER NOT NULL,
  minutes INTEGER NOT NULL
) STRICT;
CREATE INDEX recall_state_by_values ON recall_state (
  track, last_day, grade, difficulty, again, hard, good, easy
);
CREATE TABLE recall (
  track INTEGER NOT NULL,
  of TEXT NOT NULL,
  topic TEXT NOT NULL,
  item TEXT NOT NULL,
  entry TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  state INTEGER NOT NULL,
  PRIMARY KEY (track, of, topic, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX recall_by_state ON recall (state, minutes);
CREATE TABLE recall_topic (
  state INTEGER NOT NULL,
  topic TEXT NOT NULL,
  items INTEGER NOT NULL,
  PRIMARY KEY (state, topic)
) STRICT, WITHOUT ROWID;
CREATE TABLE recall_median (
  track INTEGER NOT NULL,
  difficulty TEXT NOT NULL,
  twice INTEGER NOT NULL,
  PRIMARY KEY (track, difficulty)
) STRICT, WITHOUT ROWID;
CREATE TABLE recall_version (
  algorithm TEXT NOT NULL
) STRICT;
CREATE TABLE recall_stale (
  track INTEGER NOT NULL,
  of TEXT NOT NULL,
  topic TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (track, of, topic, item)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER recall_of_added AFTER INSERT ON entry
  WHEN new.type IN ('problem', 'drill', 'review')
BEGIN
  INSERT OR IGNORE INTO recall_stale SELECT new.track, 'problem', new.topic, new.title_key
    WHERE new.title_key IS NOT NULL;
  INSERT OR IGNORE INTO recall_stale SELECT new.track, 'drill', '', new.drill
    WHERE new.type = 'drill';
  INSERT OR IGNORE INTO recall_stale SELECT new.track, 'drill', '', new.item
    WHERE new.type = 'review' AND new.of = 'drill';
  INSERT OR IGNORE INTO recall_stale SELECT track, 'problem', topic, title_key FROM entry
    WHERE new.type = 'review' AND id = new.item AND title_key IS NOT NULL;
END;
CREATE TRIGGER recall_of_removed AFTER DELETE ON entry
  WHEN old.type IN ('problem', 'drill', 'review')
BEGIN
  INSERT OR IGNORE INTO recall_stale SELECT old.track, 'problem', old.topic, old.title_key
    WHERE old.title_key IS NOT NULL;
  INSERT OR IGNORE INTO recall_stale SELECT old.track, 'drill', '', old.drill
    WHERE old.type = 'drill';
  INSERT OR IGNORE INTO recall_stale SELECT old.track, 'drill', '', old.item
    WHERE old.type = 'review' AND old.of = 'drill';
  INSERT OR IGNORE INTO recall_stale SELECT track, 'problem', topic, title_key FROM entry
    WHERE old.type = 'review' AND id = old.item AND title_key IS NOT NULL;
END;
CREATE TRIGGER recall_of_changed AFTER UPDATE ON entry
  WHEN new.type IN ('problem', 'drill', 'review') OR old.type IN ('problem', 'drill', 'review')
BEGIN
  INSERT OR IGNORE INTO recall_stale SELECT track, 'problem', topic, title_key FROM (
      SELECT old.track AS track, old.topic AS topic, old.title_key AS title_key
      UNION SELECT new.track, new.topic, new.title_key) WHERE title_key IS NOT NULL;
  INSERT OR IGNORE INTO recall_stale SELECT track, 'drill', '', drill FROM (
      SELECT old.track AS track, old.drill AS drill UNION SELECT new.track, new.drill)
    WHERE drill IS NOT NULL;
  INSERT OR IGNORE INTO recall_stale SELECT track, 'drill', '', item FROM (
      SELECT old.track AS track, old.item AS item, old.of AS of
      UNION SELECT new.track, new.item, new.of) WHERE of = 'drill';
  INSERT OR IGNORE INTO recall_stale SELECT track, 'problem', topic, title_key FROM entry
    WHERE id IN (old.item, new.item) AND title_key IS NOT NULL;
END;
)sql",
};

}  // namespace

int schema_version() {
  return static_cast<int>(migrations.size());
}

std::span<const char* const> migrations_to(int version) {
  return std::span(migrations).first(static_cast<std::size_t>(version));
}

int stored_version(Connection& connection) {
  if (connection.pragma("PRAGMA application_id") != application_id) {
    throw no_store_of_ours(connection.file());
  }
  const int version = connection.pragma("PRAGMA user_version");
  if (version < 0) {
    throw damaged(connection.file(), fmt::format("its version is {}", version));
  }
  if (version > schema_version()) {
    throw NewerStore(
        fmt::format("the store {} was written by a newer gradus (store version {}, this "
                    "program knows {})",
                    connection.file(), version, schema_version()),
        "update gradus; nothing was changed");
  }
  return version;
}

void migrate(Connection& connection, int from) {
  if (from == schema_version()) return;
  for (auto next = static_cast<std::size_t>(from); next < migrations.size(); ++next) {
    connection.execute(migrations.at(next));
  }
  connection.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                 application_id, schema_version())
                         .c_str());
}

}  // namespace gradus::store
