#include "gradus/track/track.hpp"

#include "gradus/store/error.hpp"
#include "gradus/track/change_plan.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/examine.hpp"

#include "track/fixture.hpp"

#include <catch2/catch.hpp>

#include <vector>

namespace gradus::track::track_test {

using curriculum::TierId;
using testing::CelloRun;
using testing::day;

TEST_CASE("a track is loaded with what follows from its rows", "[track]") {
  const CelloRun run;
  const auto store = store::Store::read(run.file());
  const auto track = load(store, std::nullopt);
  CHECK(track.name == "cello");
  CHECK(track.curriculum.title == "The cello");
  CHECK(track.plan.start == day("2026-11-30"));
  CHECK(track.plan.slip() == calendar::Days{0});
  REQUIRE(track.plan.weeks.size() == 3);
  CHECK(track.plan.weeks[2].load.carries.front().week.text() == "w3");
  CHECK(track.plan.weeks[0].dates.minutes() == calendar::Minutes{300});
  CHECK(rules::state_of(track.states, TierId("strings")) == rules::TierState::open);
  CHECK(rules::state_of(track.states, TierId("pieces")) == rules::TierState::locked);
  CHECK(load(store, "cello").id == track.id);
  CHECK_THROWS_AS(load(store, "viola"), store::NotFound);
}

TEST_CASE("a plan week is found by its number and by the ids it carries", "[track]") {
  const CelloRun run;
  const auto track = load(store::Store::read(run.file()), std::nullopt);
  CHECK(find_plan_week(track.plan, "2").number == 2);
  CHECK(find_plan_week(track.plan, "w3").number == 3);
  CHECK_THROWS_AS(find_plan_week(track.plan, "w33"), Error);
  CHECK_THROWS_AS(find_plan_week(track.plan, "4"), Error);
}

TEST_CASE("a changed plan is stored only when it is saved", "[track]") {
  const CelloRun run;
  {
    auto store = store::Store::write(run.file());
    const auto track = load(store, std::nullopt);
    const plan::Break rest{day("2026-12-07"), day("2026-12-13"), "away"};
    const auto changed = change_plan(track, with_break(track, rest), store, run.today);
    CHECK_FALSE(changed.same);
    CHECK(changed.after.plan.slip() == calendar::Days{7});
    CHECK(load(store, std::nullopt).plan.slip() == calendar::Days{0});
    save(store, changed, calendar::Instant{});
    store.commit(CelloRun::step("break"));
  }
  const auto store = store::Store::read(run.file());
  const auto track = load(store, std::nullopt);
  CHECK(track.plan.slip() == calendar::Days{7});
  CHECK(change_plan(track, request_of(track), store, run.today).same);
  CHECK_THROWS_AS(with_break(track, {day("2026-12-10"), day("2026-12-20"), ""}), plan::Error);
  CHECK_THROWS_AS(without_break(track, day("2026-12-08")), Error);
}

TEST_CASE("a second track of a name is refused, also in a rehearsal", "[track]") {
  const CelloRun run;
  auto again = plan_run({"cello.json", testing::cello}, {}, run.today);
  CHECK(again.described.start == day("2026-12-07"));
  auto store = store::Store::write(run.file());
  CHECK_THROWS_AS(rehearse_start(store, again, run.today), rules::Error);
  CHECK_THROWS_AS(start(store, again, testing::entry_id(901).text(), run.today, {}), rules::Error);
}

calendar::Moment noon_of(calendar::Date day) {
  return {day, calendar::TimeOfDay{calendar::Minutes{12 * 60}}, calendar::Minutes{60}};
}

TEST_CASE("a sound track has no findings, and one that is dated ahead has", "[track]") {
  CelloRun run;
  (void)run.record(run.session(50));
  const auto store = store::Store::read(run.file());
  CHECK(examine(store, "cello", noon_of(run.today)).empty());
  const auto findings = examine(store, "cello", noon_of(run.today - calendar::Days{3}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "clock");
}

}  // namespace gradus::track::track_test
