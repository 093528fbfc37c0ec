#include "gradus/store/tracks.hpp"

#include "store/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace gradus::store {
namespace {

void insert_week(const Store& store, const std::string& into, TrackId track, std::int64_t number,
                 const plan::WeekDates& dates) {
  Statement(store, into, track, number, dates.from, dates.to).run();
}

void insert_blocks(const Store& store, TrackId track, std::int64_t number,
                   const std::vector<plan::Block>& blocks) {
  std::int64_t ordinal = 0;
  for (const auto& block : blocks) {
    Statement(store,
              "INSERT INTO plan_block (track, number, ordinal, on_day, at, minutes, kind, past) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              track, number, ++ordinal, block.on, block.at, block.minutes, block.kind, block.past)
        .run();
  }
}

plan::Block read_block(const Statement& row) {
  return {.on = row.get<calendar::Date>(1),
          .at = row.get<std::optional<calendar::TimeOfDay>>(2),
          .minutes = row.get<plan::Minutes>(3),
          .kind = row.get<calendar::BlockKind>(4),
          .past = row.get<bool>(5)};
}

}  // namespace

void save_first_plan(Store& store, TrackId track, const std::vector<plan::WeekDates>& dates) {
  std::int64_t number = 0;
  for (const auto& week : dates) {
    ++number;
    insert_week(store,
                "INSERT INTO plan_week (track, number, from_day, to_day) VALUES (?, ?, ?, ?)",
                track, number, week);
    insert_week(store,
                "INSERT INTO baseline_week (track, number, from_day, to_day) VALUES (?, ?, ?, ?)",
                track, number, week);
    insert_blocks(store, track, number, week.blocks);
  }
}

std::vector<plan::WeekDates> load_plan(const Store& store, TrackId track) {
  std::vector<plan::WeekDates> weeks;
  Statement dates(store, "SELECT from_day, to_day FROM plan_week WHERE track = ? ORDER BY number",
                  track);
  while (dates.next()) {
    weeks.push_back(
        {.from = dates.get<calendar::Date>(0), .to = dates.get<calendar::Date>(1), .blocks = {}});
  }
  Statement blocks(store,
                   "SELECT number, on_day, at, minutes, kind, past FROM plan_block "
                   "WHERE track = ? ORDER BY number, ordinal",
                   track);
  while (blocks.next()) {
    const auto number = static_cast<std::size_t>(blocks.get<std::int64_t>(0));
    weeks.at(number - 1).blocks.push_back(read_block(blocks));
  }
  return weeks;
}

calendar::Date baseline_finish(const Store& store, TrackId track) {
  Statement finish(store, "SELECT max(to_day) FROM baseline_week WHERE track = ?", track);
  finish.next();
  const auto day = finish.get<std::optional<calendar::Date>>(0);
  if (!day) throw damaged(store.connection().file(), "the track has no plan");
  return *day;
}

}  // namespace gradus::store
