#include "gradus/journal/stopwatch.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <optional>
#include <utility>
#include <vector>

namespace gradus::journal::stopwatch_test {
namespace {

using calendar::Moment;

Moment moment(const char* iso) {
  return Moment::parse(iso).value();
}

const auto seven = moment("2026-12-01T19:00+01:00");

}  // namespace

TEST_CASE("a stopwatch counts from its start, but for its pauses", "[journal]") {
  const Stopwatch started(seven);
  CHECK(started.counted(moment("2026-12-01T19:20+01:00")) == Minutes{20});
  CHECK(started.counted(moment("2026-12-01T18:50+01:00")) == Minutes{-10});
  const auto paused = started.pause(moment("2026-12-01T19:20+01:00")).value();
  CHECK(paused.counted(moment("2026-12-03T08:00+01:00")) == Minutes{20});
  const auto resumed = paused.resume(moment("2026-12-01T20:00+01:00")).value();
  CHECK(resumed.counted(moment("2026-12-01T20:05+01:00")) == Minutes{25});
  CHECK(resumed.started() == seven);
}

TEST_CASE("a stopwatch is paused once, resumed once, and never back in time", "[journal]") {
  const Stopwatch started(seven);
  const auto paused = started.pause(seven).value();
  CHECK_FALSE(started.resume(seven));
  CHECK_FALSE(paused.pause(seven));
  CHECK_FALSE(started.pause(moment("2026-12-01T18:59+01:00")));
  CHECK_FALSE(paused.resume(moment("2026-12-01T19:30+02:00")));  // 18:30 there
}

TEST_CASE("what no stopwatch can show is none", "[journal]") {
  const auto later = moment("2026-12-01T19:20+01:00");
  CHECK(Stopwatch::paused_at(seven, Minutes{20}, later));
  CHECK_FALSE(Stopwatch::paused_at(seven, Minutes{21}, later));
  CHECK_FALSE(Stopwatch::resumed_at(seven, Minutes{-1}, later));
  CHECK_FALSE(Stopwatch::resumed_at(later, Minutes{0}, seven));
}

TEST_CASE("however often it is paused, what it counts and its pauses make up the time",
          "[journal]") {
  CHECK(rc::check("counted + paused = passed, and it can be kept", [] {
    Stopwatch watch(seven);
    auto now = seven.time.since_midnight();
    Minutes counted{0};
    const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10));
    RC_PRE(steps.size() < 25);
    for (const int step : steps) {
      if (!watch.paused()) counted += Minutes{step};
      now += Minutes{step};
      const Moment then{seven.on, calendar::TimeOfDay{now}, seven.offset};
      RC_ASSERT(watch.counted(then) == counted);
      const auto next = watch.paused() ? watch.resume(then) : watch.pause(then);
      RC_ASSERT(next.has_value());
      watch = *next;
      RC_ASSERT((watch.paused() ? Stopwatch::paused_at : Stopwatch::resumed_at)(
                    watch.started(), watch.counted(), watch.since()) == watch);
    }
  }));
}

}  // namespace gradus::journal::stopwatch_test
