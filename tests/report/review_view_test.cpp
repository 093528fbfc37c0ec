#include "gradus/report/review.hpp"
#include "gradus/report/writers.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>

namespace gradus::report::review_view_test {

using namespace gradus::report;
using calendar::Days;
using calendar::Minutes;
using Catch::Contains;
using curriculum::ReviewOf;
using insight::ReviewItem;
using insight::ReviewList;
using testing::day;

namespace {

const auto today = day("2026-12-06");

ReviewItem item(const std::string& title, int minutes, double recall = 0.8) {
  return {.id = title + "-0000",
          .short_id = title,
          .of = ReviewOf::problem,
          .title = title,
          .topic = curriculum::TopicId("joins"),
          .url = {},
          .minutes = Minutes{minutes},
          .recall = recall,
          .last = today - Days{6},
          .interval = Days{3},
          .due = today - Days{3}};
}

ReviewList list_of(int minutes) {
  return {.date = today, .time = {.minutes = Minutes{minutes}}, .known = 9};
}

std::string text_of(const ReviewList& list) {
  return write_text(view(list), {});
}

}  // namespace

TEST_CASE("the head says what the day has for review, and what is left of it", "[report]") {
  auto list = list_of(60);
  list.due = {item("ranks", 20), item("gaps", 10)};
  CHECK_THAT(text_of(list), Contains("Review · Sun 2026-12-06 · 1h for it") &&
                                Contains("2 reviews, 30m in all.") && Contains("6 days ago"));
  list.time.done = Minutes{20};
  CHECK_THAT(text_of(list), Contains("Review · Sun 2026-12-06 · 40m of 1h left"));
}

TEST_CASE("a day whose time is used up says so, and how to go on", "[report]") {
  auto list = list_of(30);
  list.time.done = Minutes{30};
  list.time.reviewed = 4;
  list.full = true;
  list.due = {item("ranks", 21)};
  list.rest = 5;
  list.rest_days = 2;
  CHECK_THAT(text_of(list),
             Contains("· done for today") &&
                 Contains("Today's review (30m) is done: 4 reviewed. 6 more are due.") &&
                 Contains("Next in line") && Contains("Next: gradus review --minutes 25"));
  list.rest = 0;
  CHECK_THAT(text_of(list), Contains("1 more is due."));
  list.rest = 311;
  list.rest_days = 90;
  CHECK_THAT(text_of(list),
             Contains("What is still due takes about 90 days like this one.") && !Contains("312"));
  list.time.done = Minutes{25};
  CHECK_THAT(text_of(list), Contains("5m of 30m left") &&
                                Contains("Nothing that is due fits into the 5m that are left of "
                                         "today's 30m."));
}

TEST_CASE("when all that was due is reviewed, the list counts it", "[report]") {
  auto list = list_of(30);
  list.next = day("2026-12-09");
  CHECK_THAT(text_of(list), Contains("Nothing is due. The next comes up on Wed 2026-12-09."));
  list.time.done = Minutes{10};
  list.time.reviewed = 2;
  CHECK_THAT(text_of(list),
             Contains("Nothing more is due today: 2 reviewed. The next comes up on Wed"));
  CHECK(standing_text(list) == "Nothing more is due. The next comes up on Wed 2026-12-09.");
}

TEST_CASE("what is longer than a day is told in words", "[report]") {
  auto list = list_of(30);
  list.due = {item("report", 95)};
  CHECK_THAT(text_of(list), Contains("1 review, 1h35m in all: longer than 30m"));
  list.due = {item("ranks", 20)};
  list.rest = 3;
  list.rest_days = 3;
  list.rest_long = 1;
  CHECK_THAT(text_of(list), Contains("What else is due takes about 3 days more like this one. One "
                                     "review is longer than 30m: it takes a day."));
  list.rest_long = 2;
  CHECK_THAT(text_of(list), Contains("2 reviews are longer than 30m: each takes a day."));
}

TEST_CASE("the table of the nearly forgotten says how many more there are", "[report]") {
  auto list = list_of(30);
  list.due = {item("ranks", 20)};
  for (int i = 0; i < 5; ++i) list.apart.push_back(item(fmt::format("lost{}", i), 10, 0.3));
  list.apart_total = 5;
  CHECK_THAT(text_of(list), Contains("lost4") && !Contains("more.\n"));
  list.apart.push_back(item("lost5", 10, 0.3));
  list.apart_total = 120;
  CHECK_THAT(text_of(list), !Contains("lost5") && Contains("And 115 more."));
}

TEST_CASE("a weak topic is marked where it decides the order", "[report]") {
  auto list = list_of(30);
  list.due = {item("ranks", 20), item("gaps", 10)};
  list.due.front().weak = true;
  CHECK_THAT(text_of(list), Contains("joins (weak)"));
  const auto json = nlohmann::json::parse(report::json(list));
  CHECK(json.at("due").at(0).at("weak") == true);
  CHECK(json.at("due").at(1).at("weak") == false);
}

TEST_CASE("a drill's question can be looked up before it is graded", "[report]") {
  auto list = list_of(30);
  list.due = {item("plan-aloud", 1)};
  list.due.front().of = ReviewOf::drill;
  list.due.front().topic.reset();
  CHECK_THAT(text_of(list), Contains("gradus review plan-aloud --grade good") &&
                                Contains("gradus drill plan-aloud --points"));
}

TEST_CASE("where each thing is asked about, no command stands below the list", "[report]") {
  auto list = list_of(30);
  list.due = {item("ranks", 20)};
  CHECK_THAT(write_text(view(list, ReviewEnd::questions), {}), !Contains("Next:"));
}

TEST_CASE("after some reviews the day's standing is told", "[report]") {
  auto list = list_of(30);
  list.time.done = Minutes{18};
  list.time.reviewed = 2;
  list.due = {item("ranks", 10)};
  list.rest = 1;
  CHECK(standing_text(list) == "12m of today's 30m are left. 2 more are due.");
  list.full = true;
  list.time.done = Minutes{30};
  CHECK(standing_text(list) == "Today's review (30m) is done: 2 reviewed. 2 more are due.");
}

TEST_CASE("the list keeps to a narrow terminal", "[report]") {
  auto list = list_of(30);
  list.due = {item("a-title-that-goes-on-for-a-while", 20), item("gaps", 10)};
  list.due.front().weak = true;
  list.rest = 3;
  list.rest_days = 3;
  list.rest_long = 2;
  for (const std::size_t width : {60U, 80U, 120U}) {
    const auto text = write_text(view(list), {.width = width});
    std::size_t from = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
      CHECK(display_width(text.substr(from, end - from)) <= width);
      from = end + 1;
    }
  }
}

TEST_CASE("the five topics recalled least are drawn, however wide their titles", "[report]") {
  auto list = list_of(60);
  for (const auto* const title : {"結合と部分結合", "Joins 🦆", "Ranks", "Gaps", "Trees", "Last"})
    list.topics.push_back(
        {curriculum::TopicId("t"), title, 0.5 + 0.05 * static_cast<double>(list.topics.size())});
  const auto shown = text_of(list);
  CHECK_THAT(
      shown,
      Contains("Least recalled today\n") &&
          Contains("  結合と部分結合  ██████████░░░░░░░░░░  50%\n") &&
          Contains(
              "  Joins 🦆        ███████████░░░░░░░░░  "
              "55%\n") &&
          Contains("70%") && !Contains("Last  "));
  for (const std::size_t width : {40U, 80U, 120U, 200U})
    CHECK_THAT(write_text(view(list), {.width = width}), Contains("  50%\n"));
}

TEST_CASE("what comes up on the next days is a sign each, with the numbers in words", "[report]") {
  auto list = list_of(60);
  list.ahead = {{today + Days{1}, 4}, {today + Days{2}, 0}, {today + Days{3}, 1}};
  CHECK_THAT(text_of(list),
             Contains("Coming up  ██████ ······ ▂▂▂▂▂▂  5 in the next 3 days: Mon 4, Wed 1\n"));
  const auto days = nlohmann::json::parse(json(list)).at("next_days");
  CHECK(days.at(0).at("on") == "2026-12-07");
  CHECK(days.at(0).at("due") == 4);
  list.ahead = {{today + Days{1}, 0}};
  CHECK_THAT(text_of(list), !Contains("Coming up"));
}

}  // namespace gradus::report::review_view_test
