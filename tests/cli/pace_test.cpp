#include "gradus/calendar/date.hpp"

#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli::pace_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using nlohmann::json;

namespace {

// A tier of six weeks, of 6, 9, 8, 9, 7 and 3 hours.
constexpr auto six_weeks = R"({"format": 1, "id": "six", "title": "Six", "version": "1",
  "minutes": {"lab": 60}, "available": "sat=9h",
  "topics": [{"id": "joins", "title": "Joins"}],
  "tiers": [{"id": "t", "title": "T", "weeks": [
    {"id": "w1", "title": "1", "minutes": {"lab": 360}}, {"id": "w2", "title": "2", "minutes": {"lab": 540}},
    {"id": "w3", "title": "3", "minutes": {"lab": 480}}, {"id": "w4", "title": "4", "minutes": {"lab": 540}},
    {"id": "w5", "title": "5", "minutes": {"lab": 420}}, {"id": "w6", "title": "6", "minutes": {"lab": 180}}],
    "exit": [{"id": "p", "title": "P", "kind": "measured",
              "require": {"of": "problems", "measure": "count", "at_least": 200}}]}]})";

class SixWeeks : public CheckedProgram {
 public:
  SixWeeks() {
    folder().write("six.json", six_weeks);
    done("init --curriculum $FOLDER/six.json --start 2026-11-30 --no-input");
  }
  json answer(const std::string& words) { return json::parse(done(words + " --json")); }
};

}  // namespace

TEST_CASE("pace shows which weeks are short of their plan, and by how much", "[cli]") {
  SixWeeks program;
  program.set_today("2027-01-11");
  const std::vector<int> hours{6, 7, 8, 6, 5, 3};
  for (std::size_t i = 0; i < hours.size(); ++i)
    program.done(fmt::format(
        "log {}h lab --week w{} --on {}", hours[i], i + 1,
        (calendar::Date::parse("2026-12-05").value() + calendar::Days{7 * static_cast<int>(i)})
            .iso()));
  const auto weeks = program.answer("pace").at("weeks");
  std::string rows;
  for (const auto& week : weeks)
    rows +=
        fmt::format("{} {} {} {} {} {}\n", week.at("week").get<std::string>(),
                    week.at("planned_minutes").dump(), week.at("actual_minutes").dump(),
                    week.at("ratio").dump(), week.at("gap").dump(), week.at("debt_minutes").dump());
  CHECK(rows ==
        "w1 360 360 1 false 0\n"
        "w2 540 420 0.78 true 120\n"
        "w3 480 480 1 false 0\n"
        "w4 540 360 0.67 true 180\n"
        "w5 420 300 0.71 true 120\n"
        "w6 180 180 1 false 0\n");
  CHECK_THAT(program.done("pace"), Contains("Behind") && Contains("7h short in weeks 2, 4, 5") &&
                                       Contains("78%, 2h short"));
}

TEST_CASE("a day ahead of today is refused, and an empty journal has a pace", "[cli]") {
  SixWeeks program;
  const auto ahead = program.run("pace --since 2026-12-24");
  CHECK(ahead.code == 2);
  const auto empty = program.answer("pace");
  CHECK(empty.at("weeks").size() == 1);
  CHECK(empty.at("weeks").at(0).at("gap").is_null());
  CHECK(empty.at("topics").empty());
  CHECK(empty.at("profile").is_null());
}

TEST_CASE("pace by topic shows first tries and what a problem takes", "[cli]") {
  SixWeeks program;
  program.done("solve One 10 --topic joins --difficulty easy");
  program.done("solve Two 20 --topic joins --difficulty easy --attempts 3");
  program.done("solve Three 60 --topic joins --difficulty easy --attempts 2");
  program.done("log 30m lab --topic joins");
  const auto topic = program.answer("pace --by topic").at("topics").at(0);
  CHECK(topic.at("topic") == "joins");
  CHECK(topic.at("minutes") == 30);
  CHECK(topic.at("problems") == 3);
  CHECK(topic.at("first_try") == 0.33);
  CHECK(topic.at("median_minutes") == 20);
  CHECK(topic.at("weak") == true);
  CHECK_THAT(program.done("pace --by topic"), Contains("few first tries"));
}

TEST_CASE("a forecast needs three weeks, and reads the same everywhere", "[cli]") {
  SixWeeks program;
  program.set_today("2026-12-06");
  program.done("log 3h lab --on 2026-12-05");
  CHECK(program.answer("forecast").at("status") == "none");
  CHECK_THAT(program.done("forecast"), Contains("No forecast yet"));
  program.set_today("2026-12-20");
  program.done("log 3h lab --on 2026-12-12");
  program.done("log 3h lab --on 2026-12-19");
  program.set_today("2026-12-21");
  const auto forecast = program.answer("forecast");
  CHECK(forecast.at("status") == "range");
  // 42 hours less 9, at 3 a week: 11 weeks.
  CHECK(forecast.at("p50") == "2027-03-07");
  CHECK(forecast.at("p80") == "2027-03-07");
  CHECK(forecast.at("planned") == "2027-01-10");
  CHECK(forecast.at("tiers").at(0).at("p50").is_null());
  CHECK(forecast.at("inputs").at("no_pace").at(0).at("criteria").at(0) == "p");
  for (const std::size_t width : {40U, 80U, 200U}) {
    program.set_terminal_width(width);
    CHECK(program.answer("forecast") == forecast);
    CHECK_THAT(program.done("forecast"), Contains("Sun 2027-03-07"));
  }
}

TEST_CASE("ready gives no date on less than two weeks of data", "[cli]") {
  SixWeeks program;
  program.set_today("2026-12-12");
  program.done("solve One 10 --topic joins --difficulty easy");
  CHECK_THAT(program.run("ready --explain").out, Contains("less than two weeks of data"));
  program.set_today("2026-12-13");
  CHECK_THAT(program.run("ready --explain").out, Contains("it can open on"));
}

}  // namespace gradus::cli::pace_test
