#pragma once

#include "gradus/calendar/named.hpp"
#include "gradus/journal/entry.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::insight {

using calendar::Minutes;

// What entries add up to.
struct EntrySums {
  std::size_t entries = 0;
  Minutes minutes{0};  // of study sessions
  std::size_t problems = 0;
  Minutes problem_minutes{0};

  void add(const journal::Entry& entry);
  EntrySums& operator+=(const EntrySums& more);
  [[nodiscard]] friend bool operator==(const EntrySums&, const EntrySums&) = default;
};
[[nodiscard]] EntrySums sums(const std::vector<journal::Entry>& entries);

// What a list's entries add up to, and all that match.
struct ListedSums {
  EntrySums listed;
  std::optional<EntrySums> all;  // nullopt: there are more than listed, and nobody has added them
};

enum class SumBy { day, week, topic, kind };
inline constexpr auto sums_by = named<SumBy>(
    {{SumBy::day, "day"}, {SumBy::week, "week"}, {SumBy::topic, "topic"}, {SumBy::kind, "kind"}});
[[nodiscard]] constexpr std::string_view name(SumBy by) {
  return sums_by.name(by);
}

struct SumRow {
  std::optional<std::string> key;  // nullopt: what has none
  EntrySums sums;
  [[nodiscard]] friend bool operator==(const SumRow&, const SumRow&) = default;
};
// A row for each day, week, topic, or kind: a session's or an expense's kind, else the entry's
// type. Rows of days and weeks come in the order of the entries' first of each, the others by their
// minutes, of study and of problems, most first.
[[nodiscard]] std::vector<SumRow> sums_by_key(const std::vector<journal::Entry>& entries, SumBy by);

}  // namespace gradus::insight
