#pragma once

namespace gradus::store {

// How many solutions took how many minutes, kept by trigger like the tally.
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
)sql";

}  // namespace gradus::store
