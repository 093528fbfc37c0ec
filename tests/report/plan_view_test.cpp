#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/report/writers.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace gradus::report::plan_view_test {

using testing::day;

namespace {

// The sample's first tier with many weeks, one of which is current, and its second as it is.
struct LongPlan {
  insight::Track track = testing::sample_track();
  insight::PlanValues values{};

  LongPlan(std::size_t weeks, std::size_t current) {
    const auto python = track.plan.weeks.back();
    track.plan.weeks.resize(1, python);
    for (std::size_t i = 1; i < weeks; ++i) {
      auto week = track.plan.weeks.back();
      week.load.title = "Week " + std::to_string(i + 1);
      track.plan.weeks.push_back(std::move(week));
    }
    track.plan.weeks.push_back(python);
    for (std::size_t i = 0; i < track.plan.weeks.size(); ++i)
      track.plan.weeks[i].number = static_cast<int>(i) + 1;
    values = insight::plan_values(track, {}, day("2026-12-01"));
    values.current = current;
  }

  // The titles of the table's rows.
  [[nodiscard]] std::vector<std::string> rows(const PlanOptions& options) const {
    std::vector<std::string> titles;
    const auto document = view(track, values, day("2026-12-01"), options);
    for (const auto& part : std::get<Section>(document.parts.front()).parts) {
      const auto* table = std::get_if<Table>(&part);
      if (table == nullptr) continue;
      const std::size_t column = table->columns.size() > 3 ? 3 : 0;
      for (const auto& row : table->rows) titles.push_back(row.at(column).text);
    }
    return titles;
  }
};

}  // namespace

TEST_CASE("a terminal shows the weeks around the current one", "[report]") {
  const LongPlan plan(20, 10);
  CHECK(plan.rows({.weeks = WeeksShown::all}).size() == 23);
  CHECK(plan.rows({.weeks = WeeksShown::around_now}) ==
        std::vector<std::string>{"SQL, 20 weeks", "  … 8 weeks", "  Week 9", "  Week 10",
                                 "  Week 11", "  Week 12", "  Week 13", "  Week 14", "  Week 15",
                                 "  Week 16", "  Week 17", "  … 3 weeks", "PYTHON, 1 week"});
  // All of a short plan.
  CHECK(LongPlan(8, 7).rows({.weeks = WeeksShown::around_now}).size() == 11);
}

TEST_CASE("a tier may be shown alone, with all its weeks", "[report]") {
  const LongPlan plan(20, 10);
  const curriculum::TierId sql("sql");
  CHECK(plan.rows({.weeks = WeeksShown::around_now, .tier = sql}).size() == 21);
  CHECK(plan.rows({.weeks = WeeksShown::none, .tier = curriculum::TierId("python")}).size() == 2);
  const auto shown =
      nlohmann::json::parse(json(plan.track, plan.values, day("2026-12-01"), {.tier = sql}));
  CHECK(shown["weeks"].size() == 20);
  CHECK(shown["tiers"].size() == 1);
}

TEST_CASE("a narrow screen shows the tiers alone", "[report]") {
  CHECK(LongPlan(20, 10).rows({.weeks = WeeksShown::none}) ==
        std::vector<std::string>{"SQL", "PYTHON"});
}

TEST_CASE("a plan says how many weeks of the calendar it takes, if not as many", "[report]") {
  auto track = testing::sample_track();
  CHECK(length_text(track.plan) == "3 weeks");
  track.plan.weeks.back().dates.to = day("2028-12-24");
  CHECK(length_text(track.plan) == "3 plan weeks over 108 calendar weeks");
}

}  // namespace gradus::report::plan_view_test
