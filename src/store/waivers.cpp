#include "gradus/store/tracks.hpp"

#include "store/statement.hpp"

namespace gradus::store {

rules::Waivers waivers(const Store& store, TrackId track) {
  Statement rows(store,
                 "SELECT tier, criterion, reason, on_day, until_day FROM waiver WHERE track = ? "
                 "ORDER BY tier, criterion",
                 track);
  rules::Waivers waivers;
  while (rows.next()) {
    waivers.push_back({.gate = rows.get<std::string>(0),
                       .criterion = rows.get<curriculum::CriterionId>(1),
                       .reason = rows.get<std::string>(2),
                       .on = rows.get<calendar::Date>(3),
                       .until = rows.get<std::optional<calendar::Date>>(4)});
  }
  return waivers;
}

void save_waiver(Store& store, TrackId track, const rules::Waiver& waiver) {
  Statement(store,
            "INSERT INTO waiver (track, tier, criterion, reason, on_day, until_day) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (track, tier, criterion) DO UPDATE SET "
            "reason = excluded.reason, on_day = excluded.on_day, until_day = excluded.until_day",
            track, waiver.gate, waiver.criterion, waiver.reason, waiver.on, waiver.until)
      .run();
}

bool remove_waiver(Store& store, TrackId track, const std::string& gate,
                   const curriculum::CriterionId& criterion) {
  return Statement(store, "DELETE FROM waiver WHERE track = ? AND tier = ? AND criterion = ?",
                   track, gate, criterion)
             .run() > 0;
}

}  // namespace gradus::store
