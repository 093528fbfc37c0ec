#pragma once

namespace gradus::store {

// A problem's title_key is NULL only within a step: undoing or redoing one from before this
// version leaves that to key_titles. Events go by the name that calendars know, and outlive their
// track, which undo may take away. An empty title of a week or artefact, or tier of a week, is one
// that a plan from before this version doesn't have.
inline constexpr auto version_3 = R"sql(
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
)sql";

}  // namespace gradus::store
