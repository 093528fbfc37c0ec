#include "gradus/plan/current_weeks.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace gradus::plan::current_weeks_test {
namespace {

using namespace gradus::test;
using curriculum::TierId;
using curriculum::WeekId;

const TierId sql{"sql"};
const Frame from_monday = frame("2026-11-30");

curriculum::WeekMinutes reading(int minutes) {
  return {.read = Minutes{minutes}, .lab = Minutes{0}, .review = Minutes{0}};
}

// Minutes for weeks on days.
class Weeks {
 public:
  explicit Weeks(Plan plan) : plan_(std::move(plan)), weeks_(plan_, {}) {}

  Weeks& study(const char* week, std::string_view on, int minutes) {
    weeks_.add(WeekId{week}, day(on), reading(minutes));
    return *this;
  }
  [[nodiscard]] std::string on(std::string_view date) const {
    const auto now = weeks_.on(day(date), sql);
    return now.week.text() + (now.all_studied ? ", all studied" : "");
  }

 private:
  Plan plan_;
  CurrentWeeks weeks_;
};

TEST_CASE("the first week that was not studied by a day is current on it", "[plan]") {
  Weeks weeks{plan_of(loads(3), from_monday)};  // 420 minutes each
  CHECK(weeks.on("2026-11-30") == "w1");
  weeks.study("w1", "2026-12-02", 200).study("w1", "2026-12-04", 220);
  CHECK(weeks.on("2026-12-03") == "w1");
  CHECK(weeks.on("2026-12-04") == "w2");
  weeks.study("w3", "2026-12-05", 420);  // ahead: w2 is still the first
  CHECK(weeks.on("2026-12-06") == "w2");
  weeks.study("w2", "2026-12-06", 420);
  CHECK(weeks.on("2026-12-06") == "w3, all studied");
  CHECK(weeks.on("2026-12-05") == "w2");
}

TEST_CASE("80% of its minutes are enough once a week is over", "[plan]") {
  Weeks weeks{plan_of(loads(2), from_monday)};  // w1 to 2026-12-06
  weeks.study("w1", "2026-12-01", 335);
  CHECK(weeks.on("2026-12-08") == "w1");
  weeks.study("w1", "2026-12-01", 1);
  CHECK(weeks.on("2026-12-06") == "w1");
  CHECK(weeks.on("2026-12-07") == "w2");
}

TEST_CASE("what comes late for an earlier day counts from that day on", "[plan]") {
  Weeks weeks{plan_of(loads(2), from_monday)};
  weeks.study("w1", "2026-12-05", 420);
  CHECK(weeks.on("2026-12-02") == "w1");
  weeks.study("w1", "2026-12-01", 420);
  CHECK(weeks.on("2026-12-02") == "w2");
}

TEST_CASE("a repetition is a further lap, in its place in the plan", "[plan]") {
  auto list = loads(2);
  list.push_back(list.front());
  list.back().repeat = true;
  Weeks weeks{plan_of(list, from_monday)};
  weeks.study("w1", "2026-12-01", 420);
  CHECK(weeks.on("2026-12-01") == "w2");
  weeks.study("w2", "2026-12-08", 420);
  CHECK(weeks.on("2026-12-08") == "w1");
  weeks.study("w1", "2026-12-15", 420);
  CHECK(weeks.on("2026-12-15") == "w2, all studied");
}

TEST_CASE("a week that two plan weeks carry needs what both lay for it", "[plan]") {
  auto list = loads(2);
  list.front().carries.push_back({WeekId{"w2"}, reading(210)});
  list.front().carries.front().minutes = reading(210);
  Weeks weeks{plan_of(list, from_monday)};
  weeks.study("w1", "2026-12-01", 210);
  CHECK(weeks.on("2026-12-01") == "w2");
  weeks.study("w2", "2026-12-02", 629);
  CHECK(weeks.on("2026-12-02") == "w2");
  weeks.study("w2", "2026-12-03", 1);
  CHECK(weeks.on("2026-12-03") == "w2, all studied");
}

TEST_CASE("a gate week carries on from the tier's last week", "[plan]") {
  auto list = loads(2);
  list.push_back(list.back());
  list.back().gate = true;
  const auto plan = plan_of(list, from_monday);
  StudyDays days;
  for (const char* week : {"w1", "w2"}) days[WeekId{week}][day("2026-12-01")] = reading(420);
  const auto now = CurrentWeeks{plan, days}.on(day("2026-12-20"), sql);
  CHECK(now.all_studied);
  const auto weeks = progress(plan, days, day("2026-12-20"));
  CHECK(current_plan_week(plan, now, weeks) == 2);
}

TEST_CASE("a tier that the plan lacks has no current week", "[plan]") {
  const auto plan = plan_of(loads(1), from_monday);
  CHECK_THROWS_AS(CurrentWeeks(plan, {}).on(day("2026-12-01"), TierId{"dbt"}), Error);
}

}  // namespace
}  // namespace gradus::plan::current_weeks_test
