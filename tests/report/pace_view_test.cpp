#include "gradus/report/pace.hpp"
#include "gradus/report/writers.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace gradus::report::pace_view_test {
namespace {

using calendar::Minutes;
using Catch::Contains;
using insight::Pace;
using testing::day;

Pace pace_on(const std::string& date) {
  return {.date = day(date),
          .weeks = {{.number = 1,
                     .week = curriculum::WeekId("w1"),
                     .title = "One",
                     .repeat = false,
                     .from = day("2026-11-30"),
                     .time = insight::week_pace(Minutes{540}, Minutes{420}, true)}},
          .streak_weeks = 1,
          .by_kind = {{journal::SessionKind::read, Minutes{180}},
                      {journal::SessionKind::lab, Minutes{240}}},
          .habits = insight::Habits{.weeks = 1,
                                    .hours_a_week = 7,
                                    .hands_on_share = 0.57,
                                    .on_weeknights_share = 0.5,
                                    .last_day = day("2026-12-06")},
          .topics = {},
          .ahead = {},
          .for_a_topic = "gradus log 50m lab --topic elt"};
}

const Cadence balanced{decisions::CadenceProfile{.id = "balanced",
                                                 .title = "Balanced",
                                                 .sign = "both",
                                                 .hours_a_week = std::nullopt,
                                                 .hands_on_share = std::nullopt,
                                                 .on_weeknights_share = std::nullopt,
                                                 .retention_percent = 80,
                                                 .first_round_percent = 70,
                                                 .advice = "keep it up"},
                       day("2026-05-31"), "the guide"};

std::string text(const Pace& pace, PaceBy by = PaceBy::all,
                 std::optional<std::size_t> width = std::nullopt) {
  return write_text(view(pace, balanced, by), {.width = width});
}

}  // namespace

TEST_CASE("a profile is praised only while it lasts", "[report]") {
  CHECK_THAT(text(pace_on("2026-12-07")), Contains("Balanced: both; keep it up"));
  const auto paused = text(pace_on("2026-12-28"));
  CHECK_THAT(paused, Contains("Balanced: both, before 3 weeks without study; gradus today shows "
                              "where to go on") &&
                         !Contains("keep it up"));
  const auto habits =
      nlohmann::json::parse(json(pace_on("2026-12-28"), balanced, PaceBy::all)).at("habits");
  CHECK(habits.at("pause_weeks") == 3);
  CHECK(habits.at("advice").is_null());
}

TEST_CASE("without a topic the next step is one that the track has", "[report]") {
  auto pace = pace_on("2026-12-07");
  CHECK_THAT(text(pace, PaceBy::topic),
             Contains("Nothing with a topic is recorded yet: gradus log 50m lab --topic elt"));
  pace.for_a_topic.clear();
  CHECK_THAT(text(pace, PaceBy::topic), Contains("Nothing with a topic is recorded yet."));
}

TEST_CASE("a week is told in words beside its bar, at any width", "[report]") {
  for (const std::size_t width : {40U, 80U, 120U}) {
    const auto shown = text(pace_on("2026-12-07"), PaceBy::week, width);
    CHECK_THAT(shown, Contains("w1") && Contains("7h of 9h"));
  }
  CHECK_THAT(text(pace_on("2026-12-07"), PaceBy::week), Contains("7h of 9h: 78%, 2h short"));
  CHECK_THAT(text(pace_on("2026-12-07"), PaceBy::kind), Contains("3h, 43% of all study"));
}

TEST_CASE("weeks are drawn on one scale, and more than the plan as that", "[report]") {
  auto pace = pace_on("2026-12-14");
  auto more = pace.weeks.front();
  more.week = curriculum::WeekId("w2");
  more.time = insight::week_pace(Minutes{270}, Minutes{540}, true);
  pace.weeks.push_back(more);
  CHECK_THAT(text(pace, PaceBy::week), Contains("w1  ████████████████░░░░  7h of 9h") &&
                                           Contains("w2  ██████████▒▒▒▒▒▒▒▒▒▒  9h of 4h30m: 200%"));
}

TEST_CASE("the kinds are shown week by week, with the same numbers in JSON", "[report]") {
  auto pace = pace_on("2026-12-07");
  pace.by_week = {{day("2026-11-30"), {.read = Minutes{180}, .lab = Minutes{240}}},
                  {day("2026-12-07"), {}}};
  CHECK_THAT(text(pace, PaceBy::kind), Contains("Hours by week") && Contains("2026-11-30") &&
                                           Contains("  7h\n") && Contains("█ read, ▒ lab"));
  const auto weeks = nlohmann::json::parse(json(pace, balanced, PaceBy::kind)).at("hours_by_week");
  CHECK(weeks.size() == 2);
  CHECK(weeks.at(0).at("minutes") == 420);
  CHECK(weeks.at(0).at("read_minutes") == 180);
  CHECK_THAT(text(pace), !Contains("Hours by week"));
}

}  // namespace gradus::report::pace_view_test
