#pragma once

namespace gradus::store {

// The minutes of each day, kept by trigger from those of each week and day; how well topics are
// remembered, with what was practised last first; how many items a round of a table had, and the
// checks of modules.
inline constexpr auto version_6 = R"sql(
CREATE TABLE study_total (
  track INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  kind TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  PRIMARY KEY (track, on_day, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO study_total SELECT track, on_day, kind, sum(minutes) FROM study_day
  WHERE week <> '' GROUP BY 1, 2, 3;
CREATE TRIGGER study_day_added AFTER INSERT ON study_day WHEN new.week <> ''
BEGIN
  INSERT INTO study_total SELECT new.track, new.on_day, new.kind, 0
    WHERE NOT EXISTS (SELECT 1 FROM study_total WHERE track = new.track AND on_day = new.on_day
      AND kind = new.kind);
  UPDATE study_total SET minutes = minutes + new.minutes WHERE track = new.track
    AND on_day = new.on_day AND kind = new.kind;
END;
CREATE TRIGGER study_day_changed AFTER UPDATE OF minutes ON study_day WHEN new.week <> ''
BEGIN
  UPDATE study_total SET minutes = minutes + new.minutes - old.minutes WHERE track = new.track
    AND on_day = new.on_day AND kind = new.kind;
END;

DROP TABLE recall_topic;
CREATE TABLE recall_topic (
  track INTEGER NOT NULL,
  topic TEXT NOT NULL,
  last_day TEXT NOT NULL,
  state INTEGER NOT NULL,
  items INTEGER NOT NULL,
  PRIMARY KEY (track, topic, last_day, state)
) STRICT, WITHOUT ROWID;
INSERT INTO recall_topic SELECT recall.track, topic, last_day, state, count(*)
  FROM recall JOIN recall_state ON recall_state.id = recall.state GROUP BY 1, 2, 3, 4;

ALTER TABLE entry ADD COLUMN items INTEGER CHECK (items >= 1);
ALTER TABLE entry ADD COLUMN module TEXT;
ALTER TABLE entry ADD COLUMN "check" TEXT;
ALTER TABLE set_aside ADD COLUMN items INTEGER CHECK (items >= 1);
ALTER TABLE set_aside ADD COLUMN module TEXT;
ALTER TABLE set_aside ADD COLUMN "check" TEXT;
)sql";

}  // namespace gradus::store
