#include "gradus/report/pace.hpp"
#include "gradus/report/writers.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::report::forecast_view_test {
namespace {

using calendar::Minutes;
using Catch::Contains;
using insight::Forecast;
using insight::ForecastStatus;
using testing::day;

insight::StudyWeek week(const std::string& from, int minutes) {
  const auto first = day(from);
  return {.from = first,
          .to = first + calendar::Days{6},
          .minutes = {.lab = Minutes{minutes}},
          .laid = Minutes{420},
          .slots = Minutes{420}};
}

Forecast ranged() {
  return {.date = day("2026-12-21"),
          .status = ForecastStatus::range,
          .planned = day("2027-01-10"),
          .weeks = {week("2026-11-30", 120), week("2026-12-07", 241), week("2026-12-14", 300)},
          .with_study = 3,
          .remaining = Minutes{600},
          .finish = {day("2027-01-17"), day("2027-01-24")},
          .tiers = {{curriculum::TierId("sql"), Minutes{600}, {}}}};
}

std::string text(const Forecast& forecast) {
  return write_text(view(forecast), {});
}

}  // namespace

TEST_CASE("a forecast tells what it is drawn from", "[report]") {
  const auto forecast = ranged();
  CHECK_THAT(text(forecast),
             Contains("Sun 2027-01-17 as likely as not, Sun 2027-01-24 in eight of ten futures") &&
                 Contains("3 weeks since 2026-11-30: 3h40m a week on average, 2h to 5h") &&
                 Contains("While sql has no date") && !Contains("Slots"));
  const auto inputs = nlohmann::json::parse(json(forecast)).at("inputs");
  CHECK(inputs.at("weekly_minutes").get<double>() == Approx(661.0 / 3));
  CHECK(inputs.at("weeks").at(1).at("counted_minutes") == 241);
}

TEST_CASE("the ranges are drawn between today and the last of their days", "[report]") {
  auto forecast = ranged();
  forecast.tiers = {
      {curriculum::TierId("sql"), Minutes{300}, {day("2026-12-27"), day("2027-01-03")}},
      {curriculum::TierId("spark"), Minutes{300}, {}}};
  const auto shown = text(forecast);
  CHECK_THAT(shown, Contains("\nsql               ▒▒▒▒▒▒▒▒\n") && !Contains("\nspark    ") &&
                        Contains("\ntoday       ▲\n") &&
                        Contains("\nplan" + std::string(28, ' ') + "◆\n") &&
                        Contains("\nhours done" + std::string(29, ' ') + "▒▒▒▒▒▒▒▒\n") &&
                        Contains("Each bar goes from as likely as not to eight of ten futures."));
  for (const std::size_t width : {40U, 80U, 120U, 200U})
    CHECK_THAT(write_text(view(forecast), {.width = width}), Contains("hours done "));
}

TEST_CASE("the hours behind a forecast are drawn and told", "[report]") {
  auto forecast = ranged();
  forecast.hours =
      insight::BurnUp{day("2026-11-30"),
                      forecast.date,
                      {{day("2026-12-20"), Minutes{1260}}, {day("2027-01-10"), Minutes{1261}}},
                      {{forecast.date, Minutes{661}}}};
  CHECK_THAT(text(forecast), Contains("11h1m studied by 2026-12-21; the plan's weeks up to then "
                                      "asked for 21h."));
  const auto told = nlohmann::json::parse(json(forecast));
  CHECK(told.at("studied_minutes") == 661);
  CHECK(told.at("due_minutes") == 1260);
  CHECK(told.at("planned_minutes") == 1261);
}

TEST_CASE("weeks that count in part are told, and how much counts", "[report]") {
  auto forecast = ranged();
  forecast.weeks[2].slots = Minutes{210};
  CHECK_THAT(
      text(forecast),
      Contains("1 week had more time laid out than your hours give now, and counts in part") &&
          Contains("2h to 4h1m"));
  const auto weeks = nlohmann::json::parse(json(forecast)).at("inputs").at("weeks");
  CHECK(weeks.at(2).at("minutes") == 300);
  CHECK(weeks.at(2).at("counted_minutes") == 150);
}

TEST_CASE("without a forecast it says why", "[report]") {
  auto forecast = ranged();
  forecast.status = ForecastStatus::none;
  CHECK_THAT(text(forecast), Contains("more than ten years"));
  forecast.with_study = 0;
  CHECK_THAT(text(forecast), Contains("no study is recorded"));
  forecast.weeks.resize(1, week("2026-11-30", 0));
  CHECK_THAT(text(forecast), Contains("it takes 3 weeks of study, and one is over"));
  forecast.status = ForecastStatus::finished;
  CHECK_THAT(text(forecast), Contains("Finished: every tier is passed."));
}

}  // namespace gradus::report::forecast_view_test
