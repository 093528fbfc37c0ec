#include "gradus/recall/memory.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <cmath>
#include <limits>
#include <vector>

namespace gradus::recall::memory_test {
namespace {

Date day(const char* iso) {
  return Date::parse(iso).value();
}

const Date start = day("2026-01-01");

Grade any_grade() {
  return grade_of(*rc::gen::inRange(1, 5)).value();
}

Grade any_pass() {
  return grade_of(*rc::gen::inRange(2, 5)).value();
}

// After some reviews on days of their own.
State any_state() {
  State state = first_state({start, any_grade()});
  const int reviews = *rc::gen::inRange(0, 12);
  for (int i = 0; i < reviews; ++i)
    state = next_state(state, {state.last + Days{*rc::gen::inRange(1, 400)}, any_grade()});
  return state;
}

State after(const State& state, int days, Grade grade) {
  return next_state(state, {state.last + Days{days}, grade});
}

TEST_CASE("the first grades give 1, 2, 3 and 8 days", "[recall]") {
  std::vector<Days::rep> days;
  for (const auto grade : grades) days.push_back(interval(first_state({start, grade}), {}).count());
  CHECK(days == std::vector<Days::rep>{1, 2, 3, 8});
}

TEST_CASE("nothing learnt has no state", "[recall]") {
  CHECK(replay({}) == std::nullopt);
}

TEST_CASE("only the first grade of a day counts", "[recall]") {
  const std::vector<Graded> log{{start, Grade::again}, {start, Grade::easy}};
  CHECK(replay(log) == first_state({start, Grade::again}));
}

TEST_CASE("a grade of a day before one that counted is left out", "[recall]") {
  const std::vector<Graded> log{{start, Grade::good}, {start - Days{3}, Grade::again}};
  CHECK(replay(log) == first_state({start, Grade::good}));
}

TEST_CASE("when the clock was set back, nothing is forgotten yet", "[recall]") {
  const auto state = first_state({start, Grade::good});
  CHECK(retrievability(state, start - Days{40}) == 1);
}

TEST_CASE("days are rounded half up", "[recall]") {
  // With the usual retention the interval is the stability.
  const auto days = [](double stability) {
    const State state{{stability, 5}, start, Grade::again, {stability, stability, 1, 1}};
    return interval(state, {}).count();
  };
  CHECK(days(2.5) == 3);
  CHECK(days(3.5) == 4);
  CHECK(days(3.4999) == 3);
  CHECK(days(0.01) == 1);
}

TEST_CASE("no interval is longer than 36,500 days, and no day after the calendar's last",
          "[recall]") {
  const State state{{36'500, 1}, start, Grade::easy, {36'500, 36'500, 36'500, 36'500}};
  CHECK(interval(state, {}) == longest_interval);
  auto late = state;
  late.last = day("9999-12-30");
  CHECK(due(late, {}) == Date::last());
}

TEST_CASE("a retention is from 0.8 to 0.95", "[recall]") {
  CHECK(Retention::of(0.8));
  CHECK(Retention::of(0.95));
  CHECK_FALSE(Retention::of(0.79));
  CHECK_FALSE(Retention::of(0.96));
  CHECK_FALSE(Retention::of(std::numeric_limits<double>::quiet_NaN()));
}

TEST_CASE("a grade is a number from 1 to 4", "[recall]") {
  CHECK(grade_of(1) == Grade::again);
  CHECK(grade_of(4) == Grade::easy);
  CHECK_FALSE(grade_of(0));
  CHECK_FALSE(grade_of(5));
}

TEST_CASE("stability never falls on hard, good and easy", "[recall]") {
  rc::prop("", [] {
    const auto state = any_state();
    const auto next = after(state, *rc::gen::inRange(1, 2'000), any_pass());
    RC_ASSERT(next.memory.stability >= state.memory.stability);
  });
}

TEST_CASE("stability never rises on again", "[recall]") {
  rc::prop("", [] {
    const auto state = any_state();
    const auto next = after(state, *rc::gen::inRange(1, 2'000), Grade::again);
    RC_ASSERT(next.memory.stability <= state.memory.stability);
  });
}

TEST_CASE("recall is 0.9 once as many days have passed as the stability says", "[recall]") {
  rc::prop("", [] {
    const int days = *rc::gen::inRange(1, 36'500);
    RC_ASSERT(std::abs(retrievability(days, Days{days}) - 0.9) < 1e-6);
  });
}

TEST_CASE("recall falls from day to day", "[recall]") {
  rc::prop("", [] {
    const auto state = any_state();
    const int days = *rc::gen::inRange(0, 3'000);
    RC_ASSERT(retrievability(state, state.last + Days{days + 1}) <=
              retrievability(state, state.last + Days{days}));
  });
}

TEST_CASE("a better grade comes back later, by a day at least", "[recall]") {
  rc::prop("", [] {
    const auto state = any_state();
    const int days = *rc::gen::inRange(1, 2'000);
    const auto days_after = [&](Grade grade) { return interval(after(state, days, grade), {}); };
    const auto easy = days_after(Grade::easy);
    RC_ASSERT(days_after(Grade::again) < days_after(Grade::hard));
    RC_ASSERT(days_after(Grade::hard) < days_after(Grade::good) || easy == longest_interval);
    RC_ASSERT(days_after(Grade::good) < easy || easy == longest_interval);
  });
}

TEST_CASE("the interval grows with the stability, and shrinks with the retention", "[recall]") {
  rc::prop("", [] {
    const double stability = *rc::gen::inRange(1, 36'000'000) / 1000.0;
    const double more = stability + *rc::gen::inRange(0, 1'000);
    const auto days = [](double each, const Retention& retention) {
      return interval(State{{each, 5}, start, Grade::again, {each, each, each, each}}, retention);
    };
    RC_ASSERT(days(stability, {}) <= days(more, {}));
    RC_ASSERT(days(stability, Retention::of(0.95).value()) <= days(stability, {}));
    RC_ASSERT(days(stability, {}) <= days(stability, Retention::of(0.8).value()));
  });
}

TEST_CASE("the same grade gains more the later it comes", "[recall]") {
  rc::prop("", [] {
    const auto state = any_state();
    const int days = *rc::gen::inRange(1, 1'000);
    const auto grade = any_pass();
    RC_ASSERT(after(state, days, grade).memory.stability <=
              after(state, days + 30, grade).memory.stability);
  });
}

TEST_CASE("difficulty stays between 1 and 10", "[recall]") {
  rc::prop("", [] {
    const auto difficulty = any_state().memory.difficulty;
    RC_ASSERT(difficulty >= 1);
    RC_ASSERT(difficulty <= 10);
  });
}

TEST_CASE("a log is replayed as it grows", "[recall]") {
  rc::prop("", [] {
    std::vector<Graded> log;
    std::optional<State> state;
    auto on = start;
    const int reviews = *rc::gen::inRange(1, 10);
    for (int i = 0; i < reviews; ++i) {
      on = on + Days{*rc::gen::inRange(0, 30)};
      log.push_back({on, any_grade()});
      if (!state)
        state = first_state(log.back());
      else if (on > state->last)
        state = next_state(*state, log.back());
      RC_ASSERT(replay(log) == state);
    }
  });
}

}  // namespace
}  // namespace gradus::recall::memory_test
