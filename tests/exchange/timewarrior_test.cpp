#include "gradus/exchange/timewarrior.hpp"

#include "support/entries.hpp"
#include "support/foreign_file.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <chrono>
#include <string>
#include <vector>

namespace gradus::exchange::timewarrior_test {
namespace {

using calendar::Minutes;
using testing::ForeignFile;

StudyTags tags() {
  return {.topics = {{curriculum::TopicId("window-functions"), "Window functions", {}, {}}},
          .kind = journal::SessionKind::lab};
}

calendar::OffsetOf one_hour() {
  return [](calendar::Date, calendar::TimeOfDay) { return Minutes{60}; };
}

struct Outcome {
  std::vector<journal::Entry> entries;
  std::vector<std::string> told;
};

Outcome read(const std::string& text) {
  ForeignFile file("tw.json", text);
  Outcome outcome;
  for (auto& each : testing::read_all(*read_timewarrior(file.source(), tags(), one_hour())))
    outcome.entries.push_back(std::move(each.entry));
  outcome.told = file.told();
  return outcome;
}

std::string refusal(const std::string& text) {
  ForeignFile file("tw.json", text);
  return testing::refusal(*read_timewarrior(file.source(), tags(), one_hour()));
}

std::string interval(const std::string& start, const std::string& end) {
  return fmt::format(R"({{"id":1,"start":"{}","end":"{}"}})", start, end);
}

const journal::Session& session(const journal::Entry& entry) {
  return std::get<journal::Session>(entry.what);
}

// As Debian's Timewarrior 1.4.3 writes it.
const std::string exported =
    "[\n"
    R"({"id":3,"start":"20261102T230000Z","end":"20261103T003000Z","tags":["misc","read"]},)"
    "\n"
    R"({"id":2,"start":"20261103T180000Z","end":"20261103T190000Z",)"
    R"("tags":["Window functions"],"annotation":"a \"note\", é"},)"
    "\n"
    R"({"id":1,"start":"20261103T200000Z","tags":["foo"]})"
    "\n]\n";

TEST_CASE("an interval is a session on the local day it began", "[exchange]") {
  const auto [entries, told] = read(exported);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].on == testing::day("2026-11-03"));
  CHECK(entries[0].at->iso() == "2026-11-03T00:00+01:00");
  CHECK(session(entries[0]) ==
        journal::Session{.minutes = Minutes{90}, .kind = journal::SessionKind::read});
  CHECK(entries[0].note == "#misc");
  CHECK(session(entries[1]).kind == journal::SessionKind::lab);  // no tag says it
  CHECK(session(entries[1]).topic == curriculum::TopicId("window-functions"));
  CHECK(entries[1].note == "a \"note\", é");
  CHECK(told == std::vector<std::string>{"tw.json:4: the interval is still open and was left out; "
                                         "stop it and import again"});
}

TEST_CASE("an interval that was changed later is the same entry", "[exchange]") {
  const auto first = read("[" + interval("20261102T180000Z", "20261102T190000Z") + "]").entries;
  const auto later = read("[" + interval("20261102T180000Z", "20261102T193000Z") + "]").entries;
  CHECK(first.at(0).id == later.at(0).id);
  CHECK(session(later.at(0)).minutes == Minutes{90});
}

std::string time(std::chrono::sys_seconds at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss clock{at - day};
  auto date = calendar::Date{std::chrono::year_month_day{day}}.iso();
  std::erase(date, '-');
  return fmt::format("{}T{:02}{:02}{:02}Z", date, clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

Minutes total(const std::vector<journal::Entry>& entries) {
  Minutes minutes{0};
  for (const auto& entry : entries) minutes += session(entry).minutes;
  return minutes;
}

TEST_CASE("an interval has the minutes of a clock without seconds", "[exchange]") {
  const auto minutes = [](const std::string& start, const std::string& end) {
    return total(read("[" + interval("20261102T" + start + "Z", "20261102T" + end + "Z") + "]")
                     .entries)
        .count();
  };
  CHECK(minutes("180000", "191500") == 75);
  CHECK(minutes("180059", "181500") == 15);
  CHECK(minutes("180000", "181559") == 15);
  CHECK(minutes("180059", "180101") == 1);
  CHECK(read("[" + interval("20261102T180010Z", "20261103T180010Z") + "]").entries.size() == 1);

  const auto [entries, told] = read("[" + interval("20261102T180000Z", "20261102T180020Z") + "]");
  CHECK(entries.empty());
  CHECK(told == std::vector<std::string>{"tw.json:1: 20 s within one clock minute were left out"});
}

TEST_CASE("an interval is the same entry whatever else its file holds", "[exchange]") {
  REQUIRE(rc::check("of a part of the intervals, the same entries", [] {
    std::vector<std::string> intervals;
    std::chrono::sys_seconds at{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};
    const auto lengths =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(60, 20'000)));
    std::chrono::seconds lasted{0};
    for (const int length : lengths) {
      const auto end = at + std::chrono::seconds{length};
      intervals.push_back(interval(time(at), time(end)));
      lasted += std::chrono::seconds{length};
      at = end;
    }
    const auto whole = read(fmt::format("[{}]", fmt::join(intervals, ","))).entries;
    RC_ASSERT(whole.size() == intervals.size());
    for (std::size_t i = 0; i < intervals.size(); ++i)
      RC_ASSERT(read("[" + intervals[i] + "]").entries == std::vector{whole[i]});
    // They adjoin: the sum is their own, to the minute.
    RC_ASSERT(std::chrono::abs(total(whole) - lasted) < Minutes{1});
  }));
}

TEST_CASE("a total that is not Timewarrior's is reported", "[exchange]") {
  std::vector<std::string> intervals;
  for (int hour = 10; hour < 20; ++hour)
    intervals.push_back(
        interval(fmt::format("20261102T{}0000Z", hour), fmt::format("20261102T{}1020Z", hour)));
  const auto [entries, told] = read(fmt::format("[{}]", fmt::join(intervals, ",")));
  CHECK(total(entries) == Minutes{100});
  CHECK(told == std::vector<std::string>{
                    "tw.json: 200 s less than Timewarrior's total: minutes are counted by the "
                    "clock, without seconds"});
}

TEST_CASE("what is no interval names its line", "[exchange]") {
  CHECK(read("[]").entries.empty());
  CHECK(read(" [ \n ] \n").entries.empty());
  CHECK(refusal("") == "tw.json:1: a JSON array must begin here, with [");
  CHECK(refusal("{}") == "tw.json:1: a JSON array must begin here, with [");
  CHECK(refusal("[{}]") == "tw.json:1: start is missing");
  CHECK(refusal("[\n1]") == "tw.json:2: an entry must be one JSON object");
  CHECK(refusal("[\n{\"start\":\"20261102T180000Z\"}") ==
        "tw.json:2: the file ends too early: a ] is missing");
  CHECK(refusal("[] x") == "tw.json:1: there is something after the array's ]");
  CHECK(refusal("[" + interval("20261102T180000", "20261102T180000Z") + "]")
            .rfind("tw.json:1: start must be a time as timew export writes it", 0) == 0);
  CHECK(refusal("[" + interval("20260230T180000Z", "20261102T180000Z") + "]")
            .rfind("tw.json:1: start must be", 0) == 0);
  CHECK(refusal("[" + interval("20261102T180000Z", "20261102T170000Z") + "]") ==
        "tw.json:1: end is before start");
  CHECK(refusal("[\n\n" + interval("20261102T180000Z", "20261104T180000Z") + "]") ==
        "tw.json:3: the interval lasts 48h, but a day has 24 hours");
  CHECK(
      refusal(R"([{"start":"20261102T180000Z","end":"20261102T190000Z","tags":["lab","Read"]}])") ==
      "tw.json:1: tags: lab and read are two kinds of study");
}

TEST_CASE("asked again, the reader goes on behind a bad interval", "[exchange]") {
  ForeignFile file(
      "f", R"([{"start":"x]}\""},)" + interval("20261102T180000Z", "20261102T190000Z") + "]");
  const auto reader = read_timewarrior(file.source(), tags(), one_hour());
  CHECK_THROWS_AS(reader->next(), Error);
  CHECK(reader->next());
  CHECK_FALSE(reader->next());
}

}  // namespace
}  // namespace gradus::exchange::timewarrior_test
