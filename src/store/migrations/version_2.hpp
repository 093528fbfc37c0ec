#pragma once

namespace gradus::store {

// Existing tracks keep what their ids and calendars were derived from. A track has no uid when
// `redo` brings back one from before this version.
inline constexpr auto version_2 = R"sql(
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
)sql";

}  // namespace gradus::store
