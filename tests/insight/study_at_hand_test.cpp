#include "gradus/insight/study_at_hand.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

namespace gradus::insight::study_at_hand_test {
namespace {

using journal::SessionKind;
using testing::day;

// The sample track's Saturday has 180 lab and 60 review; nothing is planned for Thursday.
const calendar::Date saturday = day("2026-12-05");
const calendar::Date thursday = day("2026-12-03");

Today on(calendar::Date date, const Record& record) {
  return today(testing::sample_track(), record,
               testing::gate("sql", {testing::criterion("a", rules::Status::fail)}), date);
}

namespace {

Record lab_on_saturday(int minutes) {
  Record record;
  record.study_days[curriculum::WeekId("w1")][saturday].lab = Minutes{minutes};
  return testing::with_days(std::move(record));
}

}  // namespace

TEST_CASE("what is left of the day's first open block is at hand", "[insight]") {
  const auto fresh = on(saturday, {});
  REQUIRE(block_left(fresh));
  CHECK(block_left(fresh)->left() == Minutes{180});
  CHECK(kind_at_hand(fresh) == SessionKind::lab);

  const auto half = on(saturday, lab_on_saturday(50));
  CHECK(block_left(half)->left() == Minutes{130});
  const auto labbed = on(saturday, lab_on_saturday(180));
  CHECK(block_left(labbed)->left() == Minutes{60});
  CHECK(kind_at_hand(labbed) == SessionKind::review);
}

TEST_CASE("a kind is at hand if a block asks for what it fills", "[insight]") {
  const auto fresh = on(saturday, {});
  CHECK(block_left(fresh, SessionKind::review)->left() == Minutes{60});
  CHECK(block_left(fresh, SessionKind::project)->block.kind == calendar::BlockKind::lab);
  CHECK_FALSE(block_left(fresh, SessionKind::read));
}

TEST_CASE("without a block of the day, what the week has next says the kind", "[insight]") {
  CHECK_FALSE(block_left(on(thursday, {})));
  // Tuesday and Wednesday were missed.
  CHECK(kind_at_hand(on(thursday, {})) == SessionKind::read);
  auto read = testing::with_days({testing::studied({{"w1", 180}}), {}, {}});
  CHECK(kind_at_hand(on(thursday, read)) == SessionKind::lab);
  // Saturday is done.
  read.study_days[curriculum::WeekId("w1")][saturday] = {Minutes{0}, Minutes{180}, Minutes{60}};
  read = testing::with_days(std::move(read));
  CHECK_FALSE(block_left(on(saturday, read)));
  CHECK(kind_at_hand(on(saturday, read)) == SessionKind::read);  // w2's
}

TEST_CASE("where nothing is planned any more, study is reading", "[insight]") {
  auto track = testing::sample_track();
  for (auto& state : track.states) state.second = rules::TierState::passed;
  CHECK(kind_at_hand(today(track, {}, testing::gate("finish", {}), saturday)) == SessionKind::read);
}

}  // namespace
}  // namespace gradus::insight::study_at_hand_test
