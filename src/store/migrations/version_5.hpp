#pragma once

namespace gradus::store {

// How many solutions took how many minutes, kept by trigger like the tally; what is planned for an
// exam, and what calendars were told of it.
inline constexpr auto version_5 = R"sql(
CREATE TABLE solving_time (
  track INTEGER NOT NULL,
  topic TEXT NOT NULL,
  difficulty TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  solutions INTEGER NOT NULL,
  PRIMARY KEY (track, topic, difficulty, minutes)
) STRICT, WITHOUT ROWID;
INSERT INTO solving_time SELECT track, topic, difficulty, minutes, count(*) FROM entry
  WHERE type = 'problem' AND difficulty IS NOT NULL AND minutes IS NOT NULL GROUP BY 1, 2, 3, 4;
CREATE TRIGGER time_added AFTER INSERT ON entry
  WHEN new.type = 'problem' AND new.difficulty IS NOT NULL AND new.minutes IS NOT NULL
BEGIN
  INSERT INTO solving_time SELECT new.track, new.topic, new.difficulty, new.minutes, 0
    WHERE NOT EXISTS (SELECT 1 FROM solving_time WHERE track = new.track AND topic = new.topic
      AND difficulty = new.difficulty AND minutes = new.minutes);
  UPDATE solving_time SET solutions = solutions + 1 WHERE track = new.track AND topic = new.topic
    AND difficulty = new.difficulty AND minutes = new.minutes;
END;
CREATE TRIGGER time_removed AFTER DELETE ON entry WHEN old.type = 'problem'
BEGIN
  UPDATE solving_time SET solutions = solutions - 1 WHERE track = old.track AND topic = old.topic
    AND difficulty = old.difficulty AND minutes = old.minutes;
END;
CREATE TRIGGER time_changed AFTER UPDATE OF track, type, topic, difficulty, minutes ON entry
BEGIN
  UPDATE solving_time SET solutions = solutions - 1 WHERE old.type = 'problem'
    AND track = old.track AND topic = old.topic AND difficulty = old.difficulty
    AND minutes = old.minutes;
  INSERT INTO solving_time SELECT new.track, new.topic, new.difficulty, new.minutes, 0
    WHERE new.type = 'problem' AND new.difficulty IS NOT NULL AND new.minutes IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM solving_time WHERE track = new.track
      AND topic = new.topic AND difficulty = new.difficulty AND minutes = new.minutes);
  UPDATE solving_time SET solutions = solutions + 1 WHERE new.type = 'problem'
    AND track = new.track AND topic = new.topic AND difficulty = new.difficulty
    AND minutes = new.minutes;
END;

CREATE TABLE plan_exam (
  track INTEGER NOT NULL PRIMARY KEY REFERENCES track,
  exam TEXT NOT NULL,
  on_day TEXT
) STRICT;
CREATE TABLE plan_exam_line (
  track INTEGER NOT NULL REFERENCES track,
  name TEXT NOT NULL,
  on_day TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes >= 0),
  kind TEXT NOT NULL,
  task TEXT NOT NULL,
  PRIMARY KEY (track, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE exam_event (
  calendar TEXT NOT NULL,
  name TEXT NOT NULL,
  on_day TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes >= 0),
  kind TEXT NOT NULL,
  task TEXT NOT NULL,
  revision INTEGER NOT NULL,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  PRIMARY KEY (calendar, name)
) STRICT, WITHOUT ROWID;

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
)sql";

}  // namespace gradus::store
