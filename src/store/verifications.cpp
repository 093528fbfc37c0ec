#include "gradus/store/verifications.hpp"

#include "store/statement.hpp"

namespace gradus::store {

void save_verification(Store& store, const journal::Verification& verification) {
  Statement(store,
            "INSERT INTO verification (entry, on_day, at, utc_offset, commit_id, result) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (entry) DO UPDATE SET on_day = excluded.on_day, "
            "at = excluded.at, utc_offset = excluded.utc_offset, commit_id = excluded.commit_id, "
            "result = excluded.result",
            verification.entry, verification.at.on, verification.at.time, verification.at.offset,
            verification.commit, verification.result)
      .run();
}

std::vector<journal::Verification> verifications(const Store& store, TrackId track) {
  // SQLite runs a CROSS JOIN in the order in which it is written.
  Statement rows(store,
                 "SELECT verification.entry, verification.on_day, verification.at, "
                 "verification.utc_offset, commit_id, verification.result FROM verification "
                 "CROSS JOIN entry ON entry.id = verification.entry WHERE entry.track = ?",
                 track);
  std::vector<journal::Verification> found;
  while (rows.next()) {
    found.push_back({.entry = rows.get<journal::EntryId>(0),
                     .at = {rows.get<calendar::Date>(1), rows.get<calendar::TimeOfDay>(2),
                            rows.get<calendar::Minutes>(3)},
                     .commit = rows.get<std::optional<std::string>>(4),
                     .result = rows.get<std::string>(5)});
  }
  return found;
}

std::size_t stray_verifications(const Store& store) {
  Statement count(store,
                  "SELECT count(*) FROM verification "
                  "WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = verification.entry) "
                  "AND NOT EXISTS (SELECT 1 FROM set_aside WHERE id = verification.entry)");
  return count.next() ? count.get<std::size_t>(0) : 0;
}

}  // namespace gradus::store
