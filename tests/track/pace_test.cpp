#include "gradus/track/pace.hpp"

#include "track/fixture.hpp"

#include <catch2/catch.hpp>

#include <optional>

namespace gradus::track::pace_test {
namespace {

using testing::CelloRun;
using testing::day;

// Three weeks, 3 hours each on the second day, and two scales in the first.
void study(CelloRun& run) {
  for (const auto* on : {"2026-12-01", "2026-12-08", "2026-12-15"}) {
    auto session = run.session(180);
    session.on = day(on);
    run.record(session);
  }
  for (const auto* title : {"C", "G"}) {
    auto scale = run.scale(title);
    scale.on = day("2026-12-01");
    run.record(scale);
  }
}

}  // namespace

TEST_CASE("pace since a day has what was from that day on", "[track]") {
  CelloRun run;
  study(run);
  const auto store = store::Store::read(run.file());
  const auto track = load(store, std::nullopt);
  const auto today = day("2026-12-21");
  const auto all = read_pace(store, track, today);
  CHECK(all.hands_on() == calendar::Minutes{540});
  CHECK(all.weeks.size() == 3);
  REQUIRE(all.topics.size() == 1);
  CHECK(all.topics.front().problems == 2);
  CHECK(all.streak_weeks == 3);
  const auto since = read_pace(store, track, today, day("2026-12-08"));
  CHECK(since.hands_on() == calendar::Minutes{360});
  CHECK(since.weeks.size() == 2);
  CHECK(since.topics.empty());
  CHECK(since.streak_weeks == 3);  // the row goes on from before
}

TEST_CASE("a forecast is drawn from the journal, and a topic's pace is told alone", "[track]") {
  CelloRun run;
  study(run);
  const auto store = store::Store::read(run.file());
  const auto track = load(store, std::nullopt);
  CHECK(read_forecast(store, track, day("2026-12-20")).status == insight::ForecastStatus::none);
  const auto forecast = read_forecast(store, track, day("2026-12-21"));
  CHECK(forecast.status == insight::ForecastStatus::range);
  CHECK(forecast.remaining > calendar::Minutes{0});
  CHECK(forecast.weekly().value().mean == Approx(180));
  // As many whole weeks, counted from the day, as the rest takes at 3 hours each.
  const auto weeks = static_cast<int>((forecast.remaining.count() + 179) / 180);
  CHECK(forecast.finish.p50 == day("2026-12-21") + calendar::Days{7 * weeks - 1});
  CHECK(forecast.finish.p80 == forecast.finish.p50);
  CHECK(topic_paces(store, track, day("2026-12-21")).size() == 1);
}

}  // namespace gradus::track::pace_test
