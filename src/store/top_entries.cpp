#include "store/top_entries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>
#include <vector>

namespace gradus::store {
namespace {

using curriculum::Value;

// An entry's place in an order.
struct Place {
  std::optional<Value> value;
  std::string on_day;
  std::optional<std::string> at;
  std::int64_t seq;
};

bool comes_before(const Place& a, const Place& b, bool most_first) {
  if (a.value != b.value) return most_first ? b.value < a.value : a.value < b.value;
  return std::tie(b.on_day, b.at, b.seq) < std::tie(a.on_day, a.at, a.seq);
}

std::vector<std::int64_t> ids_of_groups(const Store& store, const Matches& matches) {
  std::vector<std::int64_t> ids;
  Statement groups(store, fmt::format("SELECT id FROM tally WHERE {}", matches.groups.text));
  bind(groups, matches.groups);
  while (groups.next()) ids.push_back(groups.get<std::int64_t>(0));
  return ids;
}

// The newest matches among the track's newest entries: where most recent entries match, the groups
// need not be searched.
std::vector<std::int64_t> recent(const Store& store, TrackId track, const Matches& matches,
                                 std::size_t most) {
  constexpr std::int64_t looked_at = 8;  // entries per match asked for
  const auto number = static_cast<std::int64_t>(most);
  const auto newest = in_order(std::nullopt, false);
  Matches among = matches;
  among.listed = true;
  among.entries.text += fmt::format(
      " AND entry.seq IN (SELECT seq FROM entry WHERE track = ? ORDER BY {} LIMIT ?)", newest);
  among.entries.values.emplace_back(static_cast<std::int64_t>(track));
  among.entries.values.emplace_back(looked_at * number);
  const Sql rows = joined(among);
  Statement found(store, fmt::format("SELECT entry.seq {} ORDER BY {} LIMIT ?", rows.text, newest));
  bind(found, rows);
  found.bind(number);
  std::vector<std::int64_t> seqs;
  while (found.next()) seqs.push_back(found.get<std::int64_t>(0));
  return seqs;
}

// Takes each group's first, which an index has in order, and then the first of these. So the work
// depends on the number of groups, not on the number of entries.
std::vector<std::int64_t> first_of_groups(const Store& store, const Matches& matches,
                                          std::size_t most, const journal::Order& order) {
  const auto column = order.field ? std::optional(column_of(*order.field)) : std::nullopt;
  const bool by_day = !order.field || is_trait(order.field->name);  // within a group
  const auto sql = fmt::format(
      "SELECT entry.seq, entry.on_day, entry.at, {} FROM tally CROSS JOIN entry "
      "ON entry.tally = tally.id WHERE tally.id = ?{}{} ORDER BY {} LIMIT ?",
      column.value_or("NULL"), matches.entries.text, by_day ? " AND entry.on_day >= ?" : "",
      in_order(column, order.most_first));
  const auto before = [&](const Place& a, const Place& b) {
    return comes_before(a, b, order.most_first);
  };
  std::vector<Place> first;
  for (const auto group : ids_of_groups(store, matches)) {
    const auto known = static_cast<std::ptrdiff_t>(first.size());
    Statement places(store, sql, group);
    bind(places, matches.entries);
    const bool enough = !order.field && first.size() == most;
    if (by_day) places.bind(enough ? first.back().on_day : std::string());
    places.bind(static_cast<std::int64_t>(most));
    while (places.next()) {
      first.push_back({order.field ? read_value(places, 3, *order.field) : std::nullopt,
                       places.get<std::string>(1), places.get<std::optional<std::string>>(2),
                       places.get<std::int64_t>(0)});
    }
    std::ranges::inplace_merge(first, first.begin() + known, before);
    first.resize(std::min(first.size(), most));
  }
  std::vector<std::int64_t> seqs;
  seqs.reserve(first.size());
  for (const auto& place : first) seqs.push_back(place.seq);
  return seqs;
}

}  // namespace

std::string list_of(const std::vector<std::int64_t>& seqs) {
  return fmt::format("[{}]", fmt::join(seqs, ","));
}

std::string in_order(const std::optional<std::string>& column, bool most_first) {
  const auto first =
      column ? fmt::format("{} {}, ", *column, most_first ? "DESC" : "ASC") : std::string();
  return first + "entry.on_day DESC, entry.at DESC, entry.seq DESC";
}

std::string first_of(const Store& store, TrackId track, const Matches& matches, std::size_t most,
                     const journal::Order& order) {
  if (most == 0) return "[]";
  constexpr std::size_t few = 100;  // else a vain search would cost more than it saves
  if (!order.field && most <= few) {
    const auto newest = recent(store, track, matches, most);
    if (newest.size() == most) return list_of(newest);
  }
  return list_of(first_of_groups(store, matches, most, order));
}

}  // namespace gradus::store
