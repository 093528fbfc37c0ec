#include "gradus/insight/study_weeks.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string_view>

namespace gradus::insight::study_weeks_test {
namespace {

using testing::day;

// So much on the day, half of it reading.
void study(Record& record, std::string_view on, int minutes) {
  auto& that_day = record.by_day[day(on)];
  that_day.read += Minutes{minutes / 2};
  that_day.lab += Minutes{minutes - minutes / 2};
}

}  // namespace

TEST_CASE("seven days make a week, from the start to yesterday", "[insight]") {
  const auto track = testing::sample_track();  // from Monday 2026-11-30
  Record record;
  study(record, "2026-11-29", 500);  // before the start
  study(record, "2026-12-01", 60);
  study(record, "2026-12-06", 120);
  study(record, "2026-12-07", 30);
  CHECK(study_weeks(track, record, day("2026-12-06")).empty());
  const auto one = study_weeks(track, record, day("2026-12-07"));
  REQUIRE(one.size() == 1);
  CHECK(one[0].from == day("2026-11-30"));
  CHECK(one[0].to == day("2026-12-06"));
  CHECK(one[0].minutes.total() == Minutes{180});
  CHECK(one[0].on_weeknights == Minutes{60});
  const auto two = study_weeks(track, record, day("2026-12-14"));
  REQUIRE(two.size() == 2);
  CHECK(two[1].minutes.total() == Minutes{30});
  CHECK(study_weeks(track, record, day("2026-11-01")).empty());
}

TEST_CASE("the days of a break belong to no week", "[insight]") {
  auto track = testing::sample_track();
  track.frame.breaks = {{day("2026-12-03"), day("2026-12-12")}};
  Record record;
  study(record, "2026-12-02", 60);
  study(record, "2026-12-05", 600);  // on the break
  study(record, "2026-12-16", 30);
  const auto weeks = study_weeks(track, record, day("2026-12-17"));
  REQUIRE(weeks.size() == 1);
  CHECK(weeks[0].from == day("2026-11-30"));
  CHECK(weeks[0].to == day("2026-12-16"));
  CHECK(weeks[0].minutes.total() == Minutes{90});
}

TEST_CASE("habits are those of the last four weeks with study", "[insight]") {
  CHECK_FALSE(habits({}));
  const auto week = [](int read, int lab, int weeknights) {
    return StudyWeek{day("2026-11-30"),
                     day("2026-12-06"),
                     {Minutes{read}, Minutes{lab}, Minutes{0}},
                     Minutes{weeknights}};
  };
  CHECK_FALSE(habits({week(0, 0, 0)}));
  const auto last = habits({week(6000, 0, 0), week(60, 180, 120), week(60, 180, 120), week(0, 0, 0),
                            week(60, 180, 120), week(60, 180, 120)});
  REQUIRE(last);
  CHECK(last->weeks == 4);
  CHECK(last->hours_a_week == Approx(4));
  CHECK(last->hands_on_share == Approx(0.75));
  CHECK(last->on_weeknights_share == Approx(0.5));
}

}  // namespace gradus::insight::study_weeks_test
