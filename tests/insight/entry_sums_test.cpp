#include "gradus/insight/entry_sums.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gradus::insight::entry_sums_test {
namespace {

using journal::SessionKind;
using testing::make_entry;
using testing::make_problem;
using testing::make_session;

using Keys = std::vector<std::optional<std::string>>;

Keys keys(const std::vector<SumRow>& rows) {
  Keys found;
  for (const auto& row : rows) found.push_back(row.key);
  return found;
}

std::vector<journal::Entry> some() {
  return {make_session("2026-12-02", 30, SessionKind::lab, "w2"),
          make_problem("2026-12-01", "joins", curriculum::Difficulty::easy, 10, "w1"),
          make_session("2026-12-01", 60, SessionKind::read, "w1"),
          make_session("2026-12-01", 45, SessionKind::lab),
          make_entry("2026-12-01", journal::Application{"ACME"})};
}

TEST_CASE("entries add up to study time and problems", "[insight]") {
  CHECK(sums(some()) == EntrySums{5, Minutes{135}, 1, Minutes{10}});
  CHECK(sums({}) == EntrySums{});
}

TEST_CASE("sums by day and week keep the order of the entries", "[insight]") {
  const auto days = sums_by_key(some(), SumBy::day);
  CHECK(keys(days) == Keys{"2026-12-02", "2026-12-01"});
  CHECK(days[1].sums == EntrySums{4, Minutes{105}, 1, Minutes{10}});
  CHECK(keys(sums_by_key(some(), SumBy::week)) == Keys{"w2", "w1", std::nullopt});
}

TEST_CASE("sums by topic and kind put the most time first", "[insight]") {
  CHECK(keys(sums_by_key(some(), SumBy::kind)) == Keys{"lab", "read", "problem", "application"});
  CHECK(keys(sums_by_key(some(), SumBy::topic)) == Keys{std::nullopt, "joins"});
}

TEST_CASE("the rows add up to the sums of all", "[insight]") {
  for (const auto by : sums_by) {
    EntrySums total;
    for (const auto& row : sums_by_key(some(), by)) {
      total.entries += row.sums.entries;
      total.minutes += row.sums.minutes;
      total.problems += row.sums.problems;
      total.problem_minutes += row.sums.problem_minutes;
    }
    CHECK(total == sums(some()));
  }
}

}  // namespace
}  // namespace gradus::insight::entry_sums_test
