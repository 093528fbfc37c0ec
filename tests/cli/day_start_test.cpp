#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

// Days that begin later than midnight: docs/decisions/0016.
namespace gradus::cli::day_start_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using nlohmann::json;

namespace {

// A program with a plan, whose learner's days begin at 04:00; it is 00:40 on Tuesday 2026-12-01.
class Owl : public CheckedProgram {
 public:
  Owl() {
    done("init --start 2026-11-30");
    configure("04:00");
    set_today("2026-12-01");
    set_clock("00:40");
  }

  void configure(const std::string& day_start) {
    folder().write(".config/gradus/config.toml", "day_start = \"" + day_start + "\"\n");
  }
  json newest() { return json::parse(done("entries --json")).at(0); }
  // The day of the newest entry, and its clock time.
  std::string when() {
    const auto entry = newest();
    return entry.at("on").get<std::string>() +
           (entry.at("at").is_null() ? "" : " at " + entry.at("at").get<std::string>());
  }
};

}  // namespace

TEST_CASE("until a day begins it is still the evening before", "[cli]") {
  Owl program;
  CHECK(json::parse(program.done("today --json")).at("date") == "2026-11-30");
  program.done("log 20m read");
  CHECK(program.when() == "2026-11-30");
  program.done("solve Islands 9");
  CHECK(program.when() == "2026-11-30");
  program.done("log 20m read --on yesterday");
  CHECK(json::parse(program.done("entries --json --to 2026-11-29")).size() == 1);
  program.set_clock("03:59");
  CHECK(json::parse(program.done("today --json")).at("date") == "2026-11-30");
  program.set_clock("04:00");
  CHECK(json::parse(program.done("today --json")).at("date") == "2026-12-01");
}

TEST_CASE("a clock time keeps its true day, and counts for the evening before", "[cli]") {
  Owl program;
  SECTION("--at") {
    program.done("log 20m read --at 00:10");
    CHECK(program.when() == "2026-11-30 at 2026-12-01T00:10+01:00");
  }
  SECTION("--at before midnight") {
    CHECK_THAT(program.done("log 20m read --at 23:30"), !Contains("the last"));
    CHECK(program.when() == "2026-11-30 at 2026-11-30T23:30+01:00");
  }
  SECTION("--at in the night after the day that is named") {
    program.done("log 20m read --on 2026-11-29 --at 01:00");
    CHECK(program.when() == "2026-11-29 at 2026-11-30T01:00+01:00");
    program.done("log 20m read --on 2026-11-29 --at 05:00");
    CHECK(program.done("entries --json").find("2026-11-29T05:00+01:00") != std::string::npos);
  }
  SECTION("a range, by the clock and the calendar") {
    program.done("log 00:05-00:35 read");
    CHECK(program.when() == "2026-11-30 at 2026-12-01T00:05+01:00");
    program.done("log \"yesterday 23:00-00:05\" read");
    program.done("log \"2026-11-30 02:00-03:00\" read");
    CHECK(json::parse(program.done("entries --json --to 2026-11-29")).at(0).at("at") ==
          "2026-11-30T02:00+01:00");
    CHECK(json::parse(program.done("entries --json --from 2026-11-30")).size() == 2);
  }
  SECTION("a timer") {
    program.set_today("2026-12-01");
    program.set_clock("00:10");
    program.done("start read");
    program.set_clock("00:40");
    program.done("stop");
    CHECK(program.when() == "2026-11-30 at 2026-12-01T00:10+01:00");
  }
}

TEST_CASE("an entry of the night after its evening is like any other", "[cli]") {
  Owl program;
  program.done("log 20m read --at 00:10");
  const auto id = program.newest().at("id").get<std::string>();
  SECTION("it stands behind the evening's, with its time") {
    program.done("log 20m lab --at 23:30");
    CHECK(program.newest().at("id") == id);
    CHECK_THAT(program.done("entries"), Contains("00:10+1") && Contains("23:30"));
  }
  SECTION("it overlaps what it overlaps") {
    CHECK_THAT(program.run("log 23:50-00:15 lab").err,
               Contains("overlaps") && Contains("2026-12-01 at 00:10"));
    program.set_clock("09:00");
    CHECK_THAT(program.run("log 00:20-00:40 lab").err, Contains("overlaps"));
    CHECK_THAT(program.run("doctor").err, Contains("overlap"));
  }
  SECTION("its time moves along with its day, and goes elsewhere by --at") {
    program.done("edit last --on 2026-11-29");
    CHECK(program.when() == "2026-11-29 at 2026-11-30T00:10+01:00");
    program.done("edit last --at 01:20");
    CHECK(program.when() == "2026-11-29 at 2026-11-30T01:20+01:00");
    program.done("edit last --at 20:00");
    CHECK(program.when() == "2026-11-29 at 2026-11-29T20:00+01:00");
    program.done("edit last --on today --at 00:20");
    CHECK(program.when() == "2026-11-30 at 2026-12-01T00:20+01:00");
  }
  SECTION("it goes out and comes in again, whatever the days here") {
    program.folder().write("all.jsonl", program.done("export jsonl"));
    program.folder().write("all.csv", program.done("export csv"));
    program.configure("00:00");
    CHECK_THAT(program.done("import jsonl $FOLDER/all.jsonl"), Contains("Nothing new"));
    CHECK_THAT(program.done("import csv $FOLDER/all.csv"), Contains("Nothing new"));
    program.done("rm " + id);
    program.done("import jsonl $FOLDER/all.jsonl --bring-back");
    CHECK(program.when() == "2026-11-30 at 2026-12-01T00:10+01:00");
    program.done("doctor");
  }
  SECTION("undo and redo bring it back") {
    program.done("undo");
    program.done("redo");
    CHECK(program.when() == "2026-11-30 at 2026-12-01T00:10+01:00");
  }
}

TEST_CASE("a day that is told is meant as it is", "[cli]") {
  Owl program;
  CHECK(json::parse(program.done("today --json --today 2026-12-01")).at("date") == "2026-12-01");
  program.done("log 20m read --today 2026-12-01 --at 00:10");
  CHECK(program.when() == "2026-12-01 at 2026-12-01T00:10+01:00");
  program.set_environment("GRADUS_TODAY", "2026-12-03");
  CHECK(json::parse(program.done("today --json")).at("date") == "2026-12-03");
}

TEST_CASE("a day that has not begun is no day to record for", "[cli]") {
  Owl program;
  CHECK_THAT(program.refused("log 20m read --on 2026-12-01"),
             Contains("has not begun: your days begin at 04:00 (day_start), so it is still Mon "
                      "2026-11-30"));
}

TEST_CASE("day_start is a time of day up to noon", "[cli]") {
  Owl program;
  for (const auto* time : {"12:01", "23:00", "24:00", "4", "late", ""}) {
    program.configure(time);
    CHECK_THAT(program.refused("today"),
               Contains("config.toml:1: day_start must be a time of day from 00:00 to 12:00") &&
                   Contains("such as day_start = \"04:00\""));
  }
  program.folder().write(".config/gradus/config.toml", "[log]\nday_start = \"04:00\"\n");
  CHECK_THAT(program.refused("today"), Contains("it belongs above the first [table]"));
  program.folder().write(".config/gradus/config.toml", "day_stat = \"04:00\"\n");
  CHECK_THAT(program.refused("today"), Contains("did you mean day_start?"));
  for (const auto* time : {"00:00", "4am", "12:00"}) {
    program.configure(time);
    program.done("today");
  }
  program.set_clock("11:59");
  CHECK(json::parse(program.done("today --json")).at("date") == "2026-11-30");
}

TEST_CASE("a night that is still to come is refused", "[cli]") {
  Owl program;
  program.set_clock("19:41");
  for (const auto* words :
       {"log 1h read --on today --at 01:00", "solve Trips 9 --on today --at 01:00"})
    CHECK_THAT(program.refused(words),
               Contains("01:00 of the night after") && Contains("is still to come"));
}

}  // namespace gradus::cli::day_start_test
