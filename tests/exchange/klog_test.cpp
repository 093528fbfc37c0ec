#include "gradus/exchange/klog.hpp"

#include "exchange/klog_entry.hpp"
#include "support/entries.hpp"
#include "support/foreign_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::exchange::klog_test {
namespace {

using calendar::Minutes;
using testing::ForeignFile;

StudyTags tags() {
  return {.topics = {{curriculum::TopicId("joins"), "Joins", {}, {}},
                     {curriculum::TopicId("window-functions"), "Window functions", {}, {}}}};
}

calendar::OffsetOf one_hour() {
  return [](calendar::Date, calendar::TimeOfDay) { return Minutes{60}; };
}

struct Outcome {
  std::vector<journal::Entry> entries;
  std::vector<std::string> told;
};

Outcome read(const std::string& text) {
  ForeignFile file("h.klg", text);
  Outcome outcome;
  for (auto& each : testing::read_all(*read_klog(file.source(), tags(), one_hour())))
    outcome.entries.push_back(std::move(each.entry));
  outcome.told = file.told();
  return outcome;
}

std::string refusal(const std::string& text) {
  ForeignFile file("h.klg", text);
  return testing::refusal(*read_klog(file.source(), tags(), one_hour()));
}

const journal::Session& session(const journal::Entry& entry) {
  return std::get<journal::Session>(entry.what);
}

// The minutes of a record with these entries.
long total(const std::string& entries) {
  long minutes = 0;
  for (const auto& entry : read("2026-12-01\n" + entries).entries)
    minutes += session(entry).minutes.count();
  return minutes;
}

TEST_CASE("klog durations", "[exchange]") {
  const auto minutes = [](std::string_view text) {
    const auto length = klog::parse_duration(text);
    return length ? length->count() : 999'999;
  };
  CHECK(minutes("1h") == 60);
  CHECK(minutes("5m") == 5);
  CHECK(minutes("4h12m") == 252);
  CHECK(minutes("-8h30m") == -510);
  CHECK(minutes("+30m") == 30);
  CHECK(minutes("119m") == 119);
  CHECK(minutes("50h") == 3000);
  CHECK(minutes("0m") == 0);
  for (const char* wrong : {"", "h", "1", "1h60m", "30m1h", "1h1h", "1.5h", "--1h", "1H", "1hm"})
    CHECK(minutes(wrong) == 999'999);
}

TEST_CASE("klog times", "[exchange]") {
  const auto time = [](std::string_view text) {
    const auto at = klog::parse_time(text);
    return at ? at->count() : 999'999;
  };
  CHECK(time("9:00") == 540);
  CHECK(time("05:17") == 317);
  CHECK(time("24:00") == 1440);
  CHECK(time("12:00am") == 0);
  CHECK(time("12:30pm") == 750);
  CHECK(time("6:30am") == 390);
  CHECK(time("<23:00") == -60);
  CHECK(time("<24:00") == 0);
  CHECK(time("1:30>") == 1530);
  CHECK(time("1:00am>") == 1500);
  for (const char* wrong : {"", "9", "9:0", "9:60", "25:00", "24:01", "24:00>", "<1:00>", "13:00pm",
                            "0:30am", "9:00AM"})
    CHECK(time(wrong) == 999'999);
}

TEST_CASE("every form of entry counts as in klog", "[exchange]") {
  CHECK(total("    1h30m\n    5m text\n") == 95);
  CHECK(total("    8:00 - 9:15\n") == 75);
  CHECK(total("    8:00-9:15 text\n") == 75);
  CHECK(total("    11:00am - 1:00pm\n") == 120);
  CHECK(total("    <23:40 - 3:12\n") == 212);
  CHECK(total("    0:30> - 4:00>\n") == 210);
  CHECK(total("    22:00 - 24:00\n") == 120);
  CHECK(total("    12:00 - 13:00\n    12:30 - 13:30\n") == 120);  // overlaps count twice
  CHECK(total("    +20m\n") == 20);
  for (const char* indentation : {"  ", "   ", "    ", "\t"})
    CHECK(total(std::string(indentation) + "1h\n" + indentation + "2h\n") == 180);
}

TEST_CASE("records have a date, perhaps a target and a summary, and end at a blank line",
          "[exchange]") {
  const auto [entries, told] = read(
      "2026-12-01 (8h!)\n"
      "A #read day\n"
      "two lines\n"
      "    1h first\n"
      "    2h\n"
      "        #lab second\n"
      "        line\n"
      "\n  \n"
      "2026/12/03\r\n"
      "\t9:30 - 10:00 #topic='Window functions' #kind=review\r\n");
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].note == "A #read day\ntwo lines\nfirst");
  CHECK(session(entries[0]).kind == journal::SessionKind::read);
  CHECK_FALSE(entries[0].at);
  CHECK(entries[1].note == "#lab second\nline");
  CHECK(session(entries[1]).kind == journal::SessionKind::lab);
  CHECK(entries[2].on == testing::day("2026-12-03"));
  CHECK(entries[2].at->iso() == "2026-12-03T09:30+01:00");
  CHECK(session(entries[2]).kind == journal::SessionKind::review);
  CHECK(session(entries[2]).topic == curriculum::TopicId("window-functions"));
  CHECK(told ==
        std::vector<std::string>{"h.klg:1: the target was left out: the plan sets the hours here"});
}

TEST_CASE("a line of blanks of any kind ends a record", "[exchange]") {
  for (const std::string blank : {"\t ", "\xC2\xA0", "\xE2\x80\x83 \xE3\x80\x80"})
    CHECK(read("2026-12-01\n    1h\n" + blank + "\n2026-12-02\n    1h\n").entries.size() == 2);
}

TEST_CASE("a range counts on the day on which it began, by the clock", "[exchange]") {
  const auto begins = [](const std::string& range) {
    return read("2026-12-01\n  " + range + " late\n").entries.at(0);
  };
  const auto is = [](const journal::Entry& entry, const std::string& at, int minutes) {
    CHECK(entry.at->iso() == at + "+01:00");
    CHECK(entry.on == entry.at->on);
    CHECK(session(entry).minutes == Minutes{minutes});
    CHECK(entry.note == "late");
  };
  is(begins("<23:00 - 1:00"), "2026-11-30T23:00", 120);
  is(begins("<11:00pm - 1:00am"), "2026-11-30T23:00", 120);
  is(begins("<23:00 - <23:30"), "2026-11-30T23:00", 30);
  is(begins("<24:00 - 1:00"), "2026-12-01T00:00", 60);
  is(begins("23:00 - 1:00>"), "2026-12-01T23:00", 120);
  is(begins("11:00pm - 1:00am>"), "2026-12-01T23:00", 120);
  is(begins("8:00am-9:15am"), "2026-12-01T08:00", 75);
  is(begins("24:00 - 1:00>"), "2026-12-02T00:00", 60);
  is(begins("0:30> - 4:00>"), "2026-12-02T00:30", 210);
  CHECK(refusal("0001-01-01\n  <23:00 - 1:00\n") ==
        "h.klg:2: it begins on a day that the calendar doesn't have");
  CHECK(refusal("9999-12-31\n  0:30> - 1:00>\n") ==
        "h.klg:2: it begins on a day that the calendar doesn't have");
}

TEST_CASE(
    "a range of another day says nothing of the rest of that day, and its record holds its own",
    "[exchange]") {
  ForeignFile file("h.klg", "2026-12-01\n  <23:00 - 1:00\n\n2026-12-02\n  1h\n  23:00 - 1:00>\n");
  std::vector<std::string> held;
  auto source = file.source();
  source.empty_day = [&](calendar::Date day) { held.push_back(day.iso()); };
  const auto reads = testing::read_all(*read_klog(source, tags(), one_hour()));
  REQUIRE(reads.size() == 3);
  CHECK_FALSE(reads[0].holds_day);
  CHECK(reads[1].holds_day);
  CHECK(reads[2].holds_day);
  CHECK(held == std::vector<std::string>{"2026-12-01"});
}

TEST_CASE("a range keeps its id, however its times are written", "[exchange]") {
  const auto id = [](const std::string& range) {
    return read("2026-12-01\n  " + range + "\n").entries.at(0).id;
  };
  CHECK(id("<23:00 - 1:00") == id("<11:00pm-1:30am text"));
  CHECK(id("23:00 - 1:00>") == id("11:00pm - 1:00am>"));
  CHECK(id("24:00 - 1:00>") == id("0:00> - 1:00am>"));
  CHECK(id("<24:00 - 1:00") == id("0:00 - 1:00"));
}

TEST_CASE("negative time is subtracted from the entries around it, and reported", "[exchange]") {
  CHECK(total("    8:30 - 17:00\n    -45m lunch\n") == 465);
  CHECK(total("    1h\n    30m\n    -45m\n") == 45);  // the nearest before it first
  CHECK(total("    -10m\n    30m\n") == 20);
  CHECK(read("2026-12-01\n    1h\n    -15m\n").told ==
        std::vector<std::string>{"h.klg:3: 15m was subtracted from the record's other entries"});
  CHECK(read("2026-12-01\n    1h\n    -1h\n").told ==
        std::vector<std::string>{"h.klg:3: 1h was subtracted from the record's other entries",
                                 "h.klg:2: no time is left, so it was left out"});
  CHECK(refusal("2026-12-01\n    1h\n    -2h\n") ==
        "h.klg:3: it subtracts 1h more than the record has");
}

TEST_CASE("what does not become a session is reported", "[exchange]") {
  CHECK(read("2026-12-01\n    9:00 - ?\n    9:00-??? text\n").told.size() == 2);
  CHECK(read("2026-12-01\n    9:00 - ?\n").told.at(0) ==
        "h.klg:2: the range is still open and was left out; close it and import again");
  CHECK(read("2026-12-01\nonly words\n").told ==
        std::vector<std::string>{"h.klg:1: the record has no times and was left out"});
  CHECK(read("2026-12-01\n    0m\n    9:00 - 9:00\n").told.size() == 2);
}

TEST_CASE("what is not klog names its line", "[exchange]") {
  CHECK(refusal("hello\n").rfind("h.klg:1: a record must begin here", 0) == 0);
  CHECK(refusal("2026-02-30\n") == "h.klg:1: 2026-02-30 is not a date");
  CHECK(refusal("2026-12/01\n").rfind("h.klg:1: a record must begin here", 0) == 0);
  CHECK(refusal("2026-12-01 (8h)\n").rfind("h.klg:1: a record must begin here", 0) == 0);
  CHECK(refusal("2026-12-01\n    9:00 - 8:00\n") ==
        "h.klg:2: \"9:00 - 8:00\" ends before it begins");
  CHECK(refusal("2026-12-01\n    23:30 - 0:40 late\n") ==
        "h.klg:2: \"23:30 - 0:40\" ends before it begins");
  CHECK(refusal("2026-12-01\n    9:00 - later\n") ==
        "h.klg:2: \"9:00 - later\" does not begin with a duration or a time range");
  CHECK(refusal("2026-12-01\n    text\n").rfind("h.klg:2: \"text\" does not begin with", 0) == 0);
  CHECK(refusal("2026-12-01\n    1h\n  2h\n").rfind("h.klg:3: the indentation", 0) == 0);
  CHECK(refusal("2026-12-01\n 1h\n").rfind("h.klg:2: the indentation", 0) == 0);
  CHECK(refusal("2026-12-01\n    1h\nafter\n").rfind("h.klg:3: the indentation", 0) == 0);
  CHECK(refusal("2026-12-01\n    50h\n").rfind("h.klg:2: minutes is 3000", 0) == 0);
  CHECK(refusal("2026-12-01\n    1h #lab #read\n") ==
        "h.klg:2: tags: lab and read are two kinds of study");
}

TEST_CASE("klog entries that are alike are as many, and the same next time", "[exchange]") {
  const std::string text = "2026-12-01\n    1h\n    1h\n\n2026-12-02\n    1h\n";
  const auto first = read(text).entries;
  CHECK(first == read(text).entries);
  CHECK(first.at(0).id != first.at(1).id);
  CHECK(first.at(0).id != first.at(2).id);
}

}  // namespace
}  // namespace gradus::exchange::klog_test
