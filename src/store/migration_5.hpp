#pragma once

namespace gradus::store {

// How many solutions took how many minutes, kept by trigger like the tally; what is planned for an
// exam, and what calendars were told of it.
inline constexpr auto migration_5 = R"sql(
CREATE TABLE solving_time (
  track INTEGER NOT NULL,
  topic TEXT NOT NULL,
  difficulty TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  solutions INTEGER NOT NULL,
  PRIMARY KEY (track, topic, difficulty, minutes)
) STRICT, WITHOUT ROWID;
INSERT INTO solving_time SELECT track, topic, difficulty, minutes, count(*) FROM entry
  WHERE type = 'problem' GROUP BY 1, 2, 3, 4;
CREATE TRIGGER time_added AFTER INSERT ON entry WHEN new.type = 'problem'
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
    WHERE new.type = 'problem' AND NOT EXISTS (SELECT 1 FROM solving_time WHERE track = new.track
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
)sql";

}  // namespace gradus::store
