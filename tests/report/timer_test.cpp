#include "gradus/report/timer.hpp"

#include <catch2/catch.hpp>

#include <chrono>

namespace gradus::report::timer_test {
namespace {

using namespace std::chrono_literals;
using calendar::Minutes;

TEST_CASE("a timer says what it is for, since when and for how long", "[report]") {
  const auto started = calendar::Moment::parse("2026-12-01T23:30+01:00").value();
  journal::Timer timer{.track = "mine", .started = started, .kind = journal::SessionKind::lab};
  CHECK(describe(timer) == "lab");
  CHECK(describe(journal::RunningTimer{timer, Minutes{29}}) == "lab since 23:30 (29m)");
  timer.topic = curriculum::TopicId("joins");
  CHECK(describe(journal::RunningTimer{timer, Minutes{30}}) ==
        "lab on joins since Tue 2026-12-01 23:30 (30m)");
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
