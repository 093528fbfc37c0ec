#include "gradus/report/drills.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace gradus::report::drills_test {

using namespace gradus::report;
using Catch::Contains;
using curriculum::Question;
using curriculum::QuestionId;
using curriculum::QuestionKind;
using curriculum::TierId;
using std::chrono::seconds;

namespace {

std::vector<Question> questions() {
  Question why{.id = QuestionId("why"),
               .kind = QuestionKind::prompt,
               .title = "Why?",
               .ask = "Why at all?\x1b[31m",
               .points = {"warmth", "taste"},
               .tier = TierId("first")};
  Question quick = why;
  quick.id = QuestionId("quick");
  quick.kind = QuestionKind::timed;
  quick.limit = seconds{95};
  quick.tier = TierId("second");
  quick.interview = "audition";
  return {why, quick};
}

}  // namespace

TEST_CASE("a clock shows minutes and seconds, and hours when there are any", "[report]") {
  CHECK(clock_text(seconds{0}) == "0:00");
  CHECK(clock_text(seconds{95}) == "1:35");
  CHECK(clock_text(seconds{3599}) == "59:59");
  CHECK(clock_text(seconds{3725}) == "1:02:05");
}

TEST_CASE("the stopwatch's line is no wider than the terminal", "[report]") {
  CHECK(stopwatch_line("Answering", seconds{95}, {}) == "Answering  1:35");
  for (std::size_t width = 1; width < 40; ++width) {
    const auto line = stopwatch_line("Over by", seconds{3725}, {.width = width});
    CHECK(line.size() <= width);
  }
  CHECK(stopwatch_line("Over by", seconds{95}, {.width = 8}) == "1:35");
}

TEST_CASE("questions are listed by tier, with their limits", "[report]") {
  const auto text = write_text(view(questions()), {});
  CHECK_THAT(text, Contains("first: 1 question") && Contains("second: 1 question") &&
                       Contains("timed, 1:35") && Contains("audition") &&
                       Contains("Next: gradus drill ID"));
  CHECK(write_text(view(std::vector<Question>{}), {}) == "No questions.\n");
}

TEST_CASE("a question is shown with its points, or without", "[report]") {
  const auto all = questions();
  const auto bare = write_text(view(AskedQuestion{&all[0]}), {});
  CHECK_THAT(bare, Contains("Why? (why)") && Contains("Why at all?") && !Contains("warmth") &&
                       !Contains("\x1b"));
  const auto full = write_text(view(AskedQuestion{&all[0], true, true}), {});
  CHECK_THAT(full, Contains("1.  warmth") && Contains("2.  taste") &&
                       Contains("gradus drill why --seconds N --said 1,2"));
  CHECK_THAT(write_text(view(AskedQuestion{nullptr}), {}), Contains("every question"));
  CHECK(json(AskedQuestion{nullptr}) == "null\n");
}

TEST_CASE("a list of questions keeps to a narrow terminal", "[report]") {
  for (const std::size_t width : {40U, 80U, 120U}) {
    const auto text = write_text(view(questions()), {.width = width});
    std::size_t from = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
      CHECK(display_width(text.substr(from, end - from)) <= width);
      from = end + 1;
    }
  }
}

}  // namespace gradus::report::drills_test
