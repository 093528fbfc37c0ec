#include "gradus/report/timer.hpp"

#include <catch2/catch.hpp>

#include <chrono>

namespace gradus::report::timer_test {
namespace {

using namespace std::chrono_literals;

TEST_CASE("a timer says what it is for, since when and for how long", "[report]") {
  const auto moment = [](const char* iso) { return calendar::Moment::parse(iso).value(); };
  journal::Timer timer{.track = "mine",
                       .watch = journal::Stopwatch(moment("2026-12-01T23:30+01:00")),
                       .kind = journal::SessionKind::lab};
  const auto at = [&](const char* iso) { return describe(journal::timer_at(timer, moment(iso))); };
  CHECK(describe(timer) == "lab");
  CHECK(at("2026-12-01T23:59+01:00") == "lab since 23:30 (29m)");
  timer.topic = curriculum::TopicId("joins");
  CHECK(at("2026-12-02T00:00+01:00") == "lab on joins since Tue 2026-12-01 23:30 (30m)");
  timer.watch = timer.watch.pause(moment("2026-12-01T23:40+01:00")).value();
  CHECK(at("2026-12-01T23:59+01:00") == "lab on joins, paused since 23:40, 10m so far");
  CHECK(at("2026-12-02T07:00+01:00") ==
        "lab on joins, paused since Tue 2026-12-01 23:40, 10m so far");
  timer.watch = timer.watch.resume(moment("2026-12-01T23:50+01:00")).value();
  CHECK(at("2026-12-02T00:05+01:00") == "lab on joins since Tue 2026-12-01 23:30 (25m)");
}

TEST_CASE("a countdown fits the terminal", "[report]") {
  const auto line = [](std::chrono::seconds left, std::size_t width) {
    return countdown_line("Focus", left, 50min, {.width = width});
  };
  CHECK(line(50min, 25) == "Focus  ░░░░░░░░░░  50:00");
  CHECK(line(25min, 25) == "Focus  █████░░░░░  25:00");
  CHECK(line(1s, 25) == "Focus  █████████░  00:01");
  CHECK(display_width(line(25min, 200)) == 54);
  for (std::size_t width = 1; width < 60; ++width) {
    INFO(width);
    CHECK(display_width(line(25min, width)) <= width);
  }
}

}  // namespace
}  // namespace gradus::report::timer_test
