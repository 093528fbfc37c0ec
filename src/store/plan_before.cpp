#include "gradus/store/history.hpp"

#include "store/change_recorder.hpp"
#include "store/statement.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace gradus::store {
namespace {

// The last day of each week of a plan, by its number: both as the table has them.
using LastDays = std::map<std::string, std::string>;

// Columns of plan_week, in every version of the store.
constexpr std::size_t track_column = 0;
constexpr std::size_t number_column = 1;
constexpr std::size_t from_column = 3;
constexpr std::size_t to_column = 4;

LastDays last_days_now(const Store& store, TrackId track) {
  LastDays days;
  Statement rows(store, "SELECT number, to_day FROM plan_week WHERE track = ?", track);
  while (rows.next()) days.emplace(rows.get<std::string>(0), rows.get<std::string>(1));
  return days;
}

// Takes the change off. Returns whether it had moved the week.
bool take_off(LastDays& days, const ChangedRow& row) {
  if (row.before.empty()) {
    days.erase(row.after.at(number_column).value());
    return true;
  }
  const auto& to = row.before.at(to_column);
  if (to) days.insert_or_assign(row.before.at(number_column).value(), *to);
  return row.after.empty() || to || row.before.at(from_column);
}

bool take_off(LastDays& days, const Store& store, TrackId track, const std::string& changeset) {
  const auto id = std::to_string(static_cast<std::int64_t>(track));
  bool moved = false;
  each_changed_row(store.connection(), changeset, "plan_week", [&](const ChangedRow& row) {
    const auto& key = row.before.empty() ? row.after : row.before;
    if (key.at(track_column) == id) moved = take_off(days, row) || moved;
  });
  return moved;
}

// Of a batch it begins with a mark that is none of SQLite's.
std::string sqlites_own(std::string changeset) {
  if (!changeset.empty() && changeset.front() != 'T') changeset.erase(0, 1);
  return changeset;
}

}  // namespace

std::optional<PlanBefore> plan_before(const Store& store, TrackId track, calendar::Date day) {
  auto days = last_days_now(store, track);
  int changes = 0;
  Statement steps(store, "SELECT at, changeset FROM undo_step WHERE NOT undone ORDER BY seq DESC");
  while (steps.next()) {
    if (steps.get<calendar::Moment>(0).on < day) {
      const auto last = std::ranges::max_element(days, {}, &LastDays::value_type::second);
      const auto finish = last == days.end() ? std::nullopt : calendar::Date::parse(last->second);
      if (!finish) return std::nullopt;
      return PlanBefore{*finish, changes};
    }
    const auto changeset = steps.get<std::optional<std::string>>(1);
    if (changeset && take_off(days, store, track, sqlites_own(*changeset))) ++changes;
  }
  return std::nullopt;
}

}  // namespace gradus::store
