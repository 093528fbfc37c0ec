#include "cli/exchange/input.hpp"
#include "support/exchange_program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <cstdlib>
#include <future>
#include <string>
#include <sys/stat.h>
#include <vector>

// The formats of other programs, and what an import says of what it read.
namespace gradus::cli::import_test {

using Exchange = gradus::testing::ExchangeProgram;
using nlohmann::json;

TEST_CASE("csv: a list of problems by its columns, and what they lack", "[cli]") {
  Exchange program;
  const std::string list = "#,Problem,Difficulty,Solved on\n1,Two sum,Easy,2026-10-01\n";
  const std::string lacking = "--set topic=joins,minutes=15";
  const auto answer = program.import("csv", list, lacking);
  CHECK(answer.code == 0);
  CHECK(answer.err.find("left out: #") != std::string::npos);
  CHECK(program.outcome("csv", list, lacking)["unchanged"] == 1);
  CHECK(program.outcome("csv", list, "--preset leetcode --set topic=joins,minutes=20")["changed"] ==
        1);
  CHECK(program.import("csv", list, "--set topic=jons,minutes=1").err.find("did you mean joins?") !=
        std::string::npos);
  CHECK(program.outcome("csv", "Day,Min\n2026-10-01,50\n",
                        "--type session --map 'on=Day,minutes=Min' --set kind=lab")["added"] == 1);
}

TEST_CASE("csv: a list whose tags the curriculum has not", "[cli]") {
  Exchange program;
  const std::string list =
      "ID,Title,Difficulty,Topics,Date,Time\n1,Two sum,Easy,\"Array, Hash Table\",2026-10-01,10 "
      "min\n"
      ",,,,,\n";
  const auto refused = program.import("csv", list, "--preset leetcode");
  CHECK(refused.code == 2);
  CHECK(refused.err.find("\"Array, Hash Table\" is not a topic of the curriculum\n"
                         "  hint: --set topic=TOPIC gives such rows a topic") != std::string::npos);
  CHECK(program.outcome("csv", list, "--preset leetcode --set topic=joins,minutes=15")["added"] ==
        1);
  CHECK(program.outcome("csv", list, "--map topic= --set topic=joins")["unchanged"] == 1);
  CHECK(json::parse(program.exported())["minutes"] == 10);
}

TEST_CASE("trackers: intervals, records and runs become entries, a second time none", "[cli]") {
  Exchange program;
  const std::string intervals =
      R"([{"id":1,"start":"20261002T180000Z","end":"20261002T191500Z","tags":["lab"]}])";
  const std::string records = "2026-10-03 (8h!)\n    8:00 - 9:00\n    1h #joins\n    9:00 - ?\n";
  const std::string runs =
      R"([{"dag_id":"d","run_id":"r","state":"success","logical_date":"2026-10-03T00:00:00+00:00"}])";
  CHECK(program.outcome("timewarrior", intervals)["added"] == 1);
  CHECK(program.outcome("timewarrior", intervals)["unchanged"] == 1);
  CHECK(program.outcome("klog", records, "--kind project")["added"] == 2);
  CHECK(program.outcome("klog", records, "--kind project")["notices"] == 2);
  CHECK(program.outcome("airflow-runs", runs)["added"] == 1);
  CHECK(program.outcome("airflow-runs", runs)["unchanged"] == 1);
  const auto entries = json::parse(program.run("entries --json").out);
  REQUIRE(entries.size() == 4);
  int minutes = 0;
  for (const auto& entry : entries) {
    if (entry["type"] == "session") minutes += entry["minutes"].get<int>();
    CHECK(entry["week"] == "w1");
  }
  CHECK(minutes == 75 + 60 + 60);
}

TEST_CASE("a file that is spelt another way is nothing new", "[cli]") {
  Exchange program;
  const auto respelt = [&](const std::string& format, const std::string& first,
                           const std::string& again, const std::string& options = {}) {
    INFO(format << ": " << again);
    REQUIRE(program.import(format, first, options).code == 0);
    const auto answer = program.import(format, again, options);
    INFO(answer.err);
    CHECK(answer.out.starts_with("Nothing new: "));
  };
  respelt("klog", "2026-10-03\n    8:00 - 9:00 read\n    1h30m #joins\n    13:00 - 14:00\n",
          "2026/10/03\n  8:00-9:00 read\n  90m #joins\n  1:00pm - 2:00pm\n");
  respelt("klog", "2026-10-04\n    <23:00 - 1:00\n    23:00 - 1:00>\n",
          "2026-10-04\n  <11:00pm-1:00am\n  11:00pm-1:00am>\n");
  const std::string type = "--type session";
  const std::string rows = "on,minutes,kind,topic,note\n2026-10-05,65,lab,joins,a\n";
  respelt("csv", rows,
          "\"on\",minutes,kind,topic,note\n\"2026-10-05\",\"65\",lab,\"joins\",\"a\"\n", type);
  respelt("csv", "on,minutes,kind,note\n2026-10-06,65,lab,\"a\nb\"\n",
          "\xEF\xBB\xBFsep=;\r\non;minutes;kind;note\r\n2026-10-06;65;LAB;\"a\r\nb\"\r\n", type);
  respelt("csv", rows, "on;minutes;kind;topic;note\n2026-10-05;1h5m;Lab;Joins;a\n", type);
  respelt("csv", rows, "rating,note,on,minutes,kind,topic\n5,a,2026-10-05,1:05,lab,joins\n", type);
  respelt("csv", "on,pipeline,ok\n2026-10-05 07:00,p,yes\n",
          "on,pipeline,ok\n2026-10-05T07:00,p,1\n", "--type run");
  respelt("csv", "type,on,minutes,kind\nsession,2026-10-08,45,read\n",
          "Type,on,minutes,kind\nSESSION,2026-10-08,45,read\n");
  respelt("csv", "on,at,minutes,kind\n2026-10-09,2026-10-09T19:00+00:00,45,read\n",
          "on,at,minutes,kind\n2026-10-09,2026-10-09T19:00:00Z,45,read\n", type);
  respelt("csv", "on,minutes,kind\n2026-10-10 19:00,45,read\n",
          "on,minutes,kind\n2026-10-10 19:00:00,45,read\n", type);
  const std::string clocks = "Start date,Start time,End date,End time,Tags\n";
  const std::string hours = "2026-11-03,19:00:00,2026-11-03,20:30:00,\"lab,foo\"\n";
  const std::string toggl = "--preset toggl";
  respelt("csv", clocks + hours, clocks + "2026-11-03,19:00,2026-11-03,20:30,\"LAB, foo\"\n",
          toggl);
  respelt("csv", clocks + hours, clocks + "2026/11/03,7:00 PM,2026/11/03,8:30 PM,\"lab,foo\"\n",
          toggl);
  respelt("csv", clocks + hours,
          "Start date,Start time,End date,End time,Duration,Tags\n"
          "2026-11-03,19:00:00,2026-11-03,20:30:00,01:30:00,\"lab,foo\"\n",
          toggl);
  respelt("csv", "Start,End\n2026-11-04T19:00:00Z,2026-11-04T19:30:00Z\n",
          "Start,End\n2026-11-04T20:00:00+01:00,2026-11-04 20:30+01:00\n");
  respelt("csv", "Date,Hours\n2026-11-05,1.5\n", "Date;Hours\n2026-11-05;1,50\n", type);
  respelt("csv", "Date,Hours\n2026-11-05,1.5\n", "Date,Duration\n2026-11-05,1:30:00\n", type);
  respelt("jsonl", R"({"type":"session","on":"2026-10-06","minutes":30,"kind":"read"})",
          R"( { "kind" : "read", "minutes": 30.0, "on": "2026-10-06", "topic": null, "note": "", )"
          R"("type": "session" } )");
  respelt("jsonl", R"({"type":"session","on":"2026-10-07","minutes":30,"kind":"read"})",
          R"({"type":"SESSION","on":"2026-10-07","minutes":30,"kind":"Read"})");
}

TEST_CASE("import --key: the named cells are the entry, whatever else its row says", "[cli]") {
  Exchange program;
  const std::string list = "No,Problem,Difficulty,Date,Time\n";
  const std::string options = "--key no --set topic=joins";
  CHECK(program.outcome("csv", list + "1,A,easy,2026-10-05,7\n2,B,easy,2026-10-05,7\n",
                        options)["added"] == 2);
  const auto again = program.outcome(
      "csv", list + "2,B,easy,2026-10-05,7\n1,\"A, again\",hard,2026-10-05,9\n", options);
  CHECK(again["changed"] == 1);
  CHECK(again["unchanged"] == 1);
  CHECK(again["added"] == 0);
  CHECK(program.import("csv", list + "1,A,easy,2026-10-05,7\n1,B,easy,2026-10-05,7\n", options)
            .err.find("also appears on line 2 with different content") != std::string::npos);
  CHECK(program.import("csv", list + ",A,easy,2026-10-05,7\n", options)
            .err.find("file:2: the cells that --key names are empty") != std::string::npos);
  // A column named id is one like any other.
  const std::string numbered = "id,on,pipeline,ok\n7,2026-10-06,p,yes\n8,2026-10-06,p,yes\n";
  CHECK(program.outcome("csv", numbered, "--key id --type run")["added"] == 2);
  CHECK(program.outcome("csv", numbered, "--key ID --type run")["unchanged"] == 2);
  CHECK(program.import("csv", numbered, "--key on,id --map id=id --type run")
            .err.find("--key and --map id both say what makes an entry's id") != std::string::npos);
  const auto unknown = program.import("csv", list, "--key Nr");
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("there is no column \"Nr\" for --key\n"
                         "  hint: the header has No, Problem, Difficulty, Date, Time") !=
        std::string::npos);
}

std::string klog_of(const std::vector<std::string>& entries) {
  return fmt::format("2026-10-05\n{}\n\n2026-10-06\n    1h\n", fmt::join(entries, "\n"));
}

TEST_CASE("import --whole-days: the file is the truth for the days it holds", "[cli]") {
  Exchange program;
  REQUIRE(program.run("log 2h lab --on 2026-10-05").code == 0);
  REQUIRE(program.import("csv", "on,minutes,kind\n2026-10-05,10,lab\n", "--type session").code ==
          0);
  REQUIRE(program.import("klog", klog_of({"    8:00-9:00", "    20:00-21:00"})).code == 0);
  const auto minutes_on = [&](const std::string& day) {
    int minutes = 0;
    for (const auto& entry : json::parse(program.run("entries --json").out))
      if (entry["on"] == day) minutes += entry["minutes"].get<int>();
    return minutes;
  };
  REQUIRE(minutes_on("2026-10-05") == 120 + 10 + 120);
  // Without it, what the file no longer has stays.
  const std::string joined = "2026-10-05\n    8:30-9:00\n";
  CHECK(program.outcome("klog", joined, "--dry-run --whole-days")["removed"] == 2);
  CHECK(minutes_on("2026-10-05") == 120 + 10 + 120);
  const auto said = program.import("klog", joined, "--whole-days");
  CHECK(said.out.find("Imported 1 new (1 in sql), 0 changed, 0 known already, 2 removed") !=
        std::string::npos);
  CHECK(minutes_on("2026-10-05") == 120 + 10 + 30);
  CHECK(minutes_on("2026-10-06") == 60);
  // A record without entries holds its day too; what the file had before comes back.
  CHECK(program.outcome("klog", "2026-10-06\n", "--whole-days")["removed"] == 1);
  CHECK(minutes_on("2026-10-06") == 0);
  CHECK(program.outcome("klog", klog_of({"    8:00-9:00"}), "--whole-days")["added"] == 2);
  CHECK(minutes_on("2026-10-05") == 120 + 10 + 60);
  CHECK(minutes_on("2026-10-06") == 60);
  REQUIRE(program.run("undo").code == 0);
  CHECK(minutes_on("2026-10-05") == 120 + 10 + 30);
}

TEST_CASE("import --whole-days leaves days alone that the file doesn't hold, and says so",
          "[cli]") {
  Exchange program;
  const std::string three = "2026-10-05\n    1h\n\n2026-10-06\n    2h\n\n2026-10-07\n    3h\n";
  REQUIRE(program.import("klog", three).code == 0);
  const auto said =
      program.import("klog", "2026-10-05\n    1h\n\n2026-10-07\n    3h\n", "--whole-days");
  CHECK(
      said.out.starts_with("1 entry of an earlier import stays: it is on a day between the file's "
                           "first and last that the file doesn't hold.\nNothing new"));
}

TEST_CASE("an artefact without a title has the curriculum's, and keeps the one it has", "[cli]") {
  Exchange program;
  const std::string id = R"("id":"00000000-0000-4000-8000-00000000000a")";
  const std::string untitled =
      R"({"type":"artefact","on":"2026-10-09","artefact":"w1-group-by",)" + id + "}";
  CHECK(program.outcome("jsonl", untitled)["added"] == 1);
  const auto first = json::parse(program.run("entries --json").out).at(0);
  CHECK(first["title"].get<std::string>().size() > std::string("w1-group-by").size());
  const std::string own =
      R"({"type":"artefact","on":"2026-10-09","artefact":"w1-group-by","title":"Mine",)" + id + "}";
  CHECK(program.outcome("jsonl", own)["changed"] == 1);
  CHECK(program.outcome("jsonl", untitled)["unchanged"] == 1);
  CHECK(program.outcome("csv", "on,artefact\n2026-10-10,w1-group-by\n",
                        "--type artefact")["added"] == 1);
  const auto neither = program.import("csv", "on,url\n2026-10-10,https://a\n", "--type artefact");
  CHECK(neither.code == 2);
  CHECK(neither.err.find("file:2: title and artefact are both missing") != std::string::npos);
  CHECK(program.import("jsonl", R"({"type":"artefact","on":"2026-10-09","artefact":"w1-grup"})")
            .err.find("artefact: no artefact \"w1-grup\"") != std::string::npos);
}

TEST_CASE("a klog record whose range began the evening before doesn't hold that evening's day",
          "[cli]") {
  Exchange program;
  REQUIRE(program.import("klog", "2026-10-05\n    8:00-9:00\n").code == 0);
  const std::string night = "2026-10-06\n    <23:00 - 1:00\n";
  CHECK(program.outcome("klog", night, "--whole-days")["removed"] == 0);
  const auto entries = json::parse(program.run("entries --json").out);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0]["at"] == "2026-10-05T23:00+01:00");
  CHECK(entries[0]["on"] == "2026-10-05");
  // Its own day it does hold.
  REQUIRE(program.import("klog", "2026-10-06\n    9:00-10:00\n").code == 0);
  CHECK(program.outcome("klog", night, "--whole-days")["removed"] == 1);
}

namespace {

// Intervals of whole minutes, none over another, as timew export writes them; `minutes` is its
// total.
struct Intervals {
  std::string file;
  int minutes = 0;
};
Intervals any_intervals(int days) {
  Intervals made;
  for (int day = 0; day < days; ++day) {
    int clock = *rc::gen::inRange(0, 100);
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
      const int end = clock + *rc::gen::inRange(1, 120);
      made.file += fmt::format(
          R"({}{{"start":"202610{:02}T{:02}{:02}00Z","end":"202610{:02}T{:02}{:02}00Z"}})",
          made.file.empty() ? "[" : ",", day + 5, 8 + clock / 60, clock % 60, day + 5, 8 + end / 60,
          end % 60);
      made.minutes += end - clock;
      clock = end + *rc::gen::inRange(0, 30);
    }
  }
  made.file += "]";
  return made;
}

}  // namespace

TEST_CASE("whatever timewarrior changed, whole days have its total", "[cli]") {
  REQUIRE(rc::check("import --whole-days == timewarrior's total", [] {
    Exchange program;
    for (int times = 0; times < 3; ++times) {
      const auto intervals = any_intervals(3);
      RC_ASSERT(program.import("timewarrior", intervals.file, "--whole-days").code == 0);
      int minutes = 0;
      for (const auto& entry : json::parse(program.run("entries --json").out))
        minutes += entry["minutes"].get<int>();
      RC_ASSERT(minutes == intervals.minutes);
    }
  }));
}

TEST_CASE("what looks like an entry that is there is counted and said", "[cli]") {
  Exchange program;
  const std::string problem = "solve Islands --topic joins -d easy -m 5 --on 2026-10-05";
  REQUIRE(program.run(problem).code == 0);
  REQUIRE(program.run("log 1h read --on 2026-10-05 --at 20:00").code == 0);
  REQUIRE(program.run("log 30m lab --on 2026-10-05").code == 0);
  const auto told = program.outcome(
      "jsonl",
      R"({"type":"problem","on":"2026-10-05","title":"ISLANDS","topic":"joins","difficulty":"easy","minutes":6})"
      "\n"
      R"({"type":"session","on":"2026-10-05","at":"2026-10-05T20:00+02:00","kind":"lab","minutes":6})"
      "\n"
      R"({"type":"session","on":"2026-10-05","kind":"lab","minutes":30})"
      "\n"
      R"({"type":"session","on":"2026-10-06","kind":"lab","minutes":30})");
  CHECK(told["added"] == 4);
  CHECK(told["look_alikes"] == 3);
  CHECK(program.outcome("klog", "2026-10-09\n    1h\n    1h\n")["look_alikes"] == 0);
}

TEST_CASE("importing a file twice is importing it once", "[cli]") {
  Exchange program;
  int files = 0;
  REQUIRE(rc::check("import twice == import once", [&] {
    const auto picks =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4)));
    std::string file;
    ++files;
    for (const int pick : picks)
      file += fmt::format(R"({{"type":"run","on":"2026-10-0{}","pipeline":"{}-{}","ok":true}})"
                          "\n",
                          1 + pick % 2, files, pick);
    RC_ASSERT(program.outcome("jsonl", file)["added"] == picks.size());
    const auto again = program.outcome("jsonl", file);
    RC_ASSERT(again["unchanged"] == picks.size());
    RC_ASSERT(again["added"] == 0 && again["changed"] == 0);
  }));
}

TEST_CASE("a time of change in the far future is refused, with file, line and field", "[cli]") {
  Exchange program;
  program.set_real_time("2026-12-20T12:00:00Z");
  const std::string session =
      R"({"type":"session","on":"2026-10-01","minutes":10,"kind":"read","changed":")";
  CHECK(program.import("jsonl", session + "2026-12-21T11:00:00Z\"}\n").code == 0);
  const auto journal = program.exported();
  for (const auto& line :
       {session + "2026-12-21T13:00:00Z\"}\n",
        std::string(R"({"type":"removed","id":"00000000-0000-4000-8000-000000000007",)"
                    R"("changed":"2031-01-01T00:00:00Z"})")}) {
    const auto answer = program.import("jsonl", "\n" + line);
    CHECK(answer.code == 2);
    CHECK(answer.err.find("file:2: changed: ") != std::string::npos);
    CHECK(answer.err.find(
              "is more than a day ahead of this computer's clock (2026-12-20T12:00:00.0") !=
          std::string::npos);
    CHECK(program.import("jsonl", line, "--dry-run").code == 1);
  }
  CHECK(program.exported() == journal);
}

TEST_CASE("the CSV of a journal has the times of change, and takes them back", "[cli]") {
  Exchange program;
  REQUIRE(program.run("log 50m read").code == 0);
  REQUIRE(program
              .run("edit " +
                   json::parse(program.run("entries --json").out)[0]["id"].get<std::string>() +
                   " --minutes 40m")
              .code == 0);
  const auto journal = program.exported();
  const auto table = program.exported("csv");
  CHECK(table.find(",changed,") != std::string::npos);
  CHECK(program.outcome("csv", table)["unchanged"] == 1);
  REQUIRE(program.run("undo").code == 0);
  CHECK(program.outcome("csv", table)["changed"] == 1);
  CHECK(program.exported() == journal);
}

TEST_CASE("what is no text is named as what it is, and an empty file refused", "[cli]") {
  Exchange program;
  const auto refused = [&](const std::string& text) {
    const auto answer = program.import("csv", text, "--type session");
    CHECK(answer.code == 2);
    return answer.err;
  };
  using namespace std::string_literals;
  CHECK(refused("\xFF\xFEo\0n"s).find("is UTF-16 text with a broken character") !=
        std::string::npos);
  CHECK(refused("PK\x03\x04 [Content_Types].xml").find("is a workbook") != std::string::npos);
  CHECK(refused("<!DOCTYPE html><html>").find("is a web page") != std::string::npos);
  CHECK(refused("").find("is empty: there is nothing to import") != std::string::npos);
  CHECK(refused(" \n\n").find("is empty: there is nothing to import") != std::string::npos);
  CHECK(program.import("jsonl", "").code == 0);  // the export of an empty journal
  CHECK(program.import("csv", "on,minutes,kind\n", "--type session").out ==
        "The file has no entry to import. Nothing was changed.\n");
}

TEST_CASE("UTF-16 is read as what it says", "[cli]") {
  Exchange program;
  const std::string rows = "on,minutes,kind\n2026-10-05,10,lab\n";
  std::string wide = "\xFF\xFE";
  for (const char c : rows) wide += {c, '\0'};
  CHECK(program.outcome("csv", wide, "--type session")["added"] == 1);
  CHECK(program.outcome("csv", rows, "--type session")["unchanged"] == 1);
}

TEST_CASE("a time tracker's file by its preset", "[cli]") {
  Exchange program;
  const std::string rows =
      "Description,Start date,Start time,End date,End time,Duration,Tags\n"
      "joins,2026-10-05,19:00:00,2026-10-05,20:00:00,01:00:00,lab\n"
      "joins,03/04/2026,19:00:00,03/04/2026,20:00:00,01:00:00,lab\n";
  CHECK(program.import("csv", rows, "--preset toggl").err.find("has two readings") !=
        std::string::npos);
  CHECK(program.outcome("csv", rows, "--preset Toggl --date-format MM/DD/YYYY")["added"] == 2);
  CHECK(program.outcome("csv", rows, "--preset toggl --date-format %m/%d/%Y")["unchanged"] == 2);
  CHECK(program.import("csv", rows, "--date-format now").code == 2);
}

TEST_CASE("WakaTime's own export is read by its preset, a table as well", "[cli]") {
  Exchange program;
  const auto dump = [](int seconds) {
    return fmt::format(
        R"({{"days": [{{"date": "2026-10-05", "grand_total": {{"total_seconds": {0}}},)"
        R"("projects": [{{"name": "joins", "grand_total": {{"total_seconds": {0}}}}}]}}]}})",
        seconds);
  };
  const std::string preset = "--preset wakatime --set kind=LAB";
  CHECK(program.outcome("csv", dump(600), preset)["added"] == 1);
  CHECK(program.outcome("csv", dump(600), preset)["unchanged"] == 1);
  CHECK(program.outcome("csv", dump(900), preset)["changed"] == 1);
  const auto entry = json::parse(program.run("entries --json").out).at(0);
  CHECK(entry["minutes"] == 15);
  CHECK(entry["kind"] == "lab");
  CHECK(entry["topic"] == "joins");
  CHECK(program.outcome("csv", "DATE,TOTAL LOGGED SECONDS\n2026-10-06,600\n", preset)["added"] ==
        1);
  CHECK(program.import("csv", dump(600), "--preset wakatime --set kind=labs")
            .err.find("no kind of study") != std::string::npos);
  CHECK(program.import("csv", "{}", preset).err.find("the file has no list of days") !=
        std::string::npos);
}

TEST_CASE("of WakaTime's own export what is set counts, and what is for tables is refused",
          "[cli]") {
  Exchange program;
  const std::string dump =
      R"({"days": [{"date": "2026-10-05", "grand_total": {"total_seconds": 600},)"
      R"("projects": [{"name": "thesis", "grand_total": {"total_seconds": 600}}]}]})";
  const auto import = [&](const std::string& words) {
    return program.import("csv", dump, "--preset wakatime " + words);
  };
  REQUIRE(import("--set topic=Joins,week=w2 --set \"note=in the train\"").code == 0);
  const auto entry = json::parse(program.run("entries --json").out).at(0);
  CHECK(entry["topic"] == "joins");
  CHECK(entry["week"] == "w2");
  CHECK(entry["note"] == "in the train #thesis");
  CHECK(import("--set topic=nonsense").err.find("\"nonsense\" is not a topic") !=
        std::string::npos);
  CHECK(import("--set week=w99").code == 2);
  for (const std::string option : {"--map on=Day", "--key Day", "--date-format dmy",
                                   "--type session", "--set minutes=5", "--set at=19:00"}) {
    INFO(option);
    const auto answer = import(option);
    CHECK(answer.code == 2);
    const auto named = option.substr(0, option.find_first_of(option[2] == 's' ? "=" : " "));
    CHECK(answer.err.find(named + " is for tables") != std::string::npos);
  }
}

TEST_CASE("import csv takes several --set and --map, before the file as well", "[cli]") {
  Exchange program;
  program.folder().write("t.csv", "Day,Min\n2026-10-05,10\n");
  const auto answer = program.run(
      "import csv --map on=Day --map minutes=Min --set type=session --set kind=lab $FOLDER/t.csv");
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(program.run("import csv --set kind=lab --set kind=read $FOLDER/t.csv")
            .err.find("--set: kind was given twice") != std::string::npos);
}

TEST_CASE("import and doctor warn of overlaps and of days over 24 hours", "[cli]") {
  Exchange program;
  REQUIRE(program.run("log 1h read --on 2026-10-04 --at 23:30").code == 0);
  const auto answer = program.import("klog",
                                     "2026-10-05\n    0:00 - 1:00\n    1:00 - 2:00\n\n"
                                     "2026-10-06\n    20h\n    4h1m\n");
  CHECK(answer.code == 0);
  CHECK(answer.err ==
        "gradus: warning: 1 session begins before an earlier one ends, first on 2026-10-05; all "
        "count [overlap]\n"
        "gradus: warning: 1 day holds more than 24 hours of study, first 2026-10-06 "
        "[day-over-24h]\n");
  const auto doctor = program.run("doctor");
  CHECK(doctor.code == 0);
  CHECK(doctor.err == answer.err);
  CHECK(program.import("klog", "2026-10-08\n    1h\n").err.empty());
}

TEST_CASE("a device or a pipe that never ends fills no disk", "[cli]") {
  Exchange program;
  const auto device = program.run("import jsonl /dev/zero");
  CHECK(device.code == 2);
  CHECK_THAT(device.err, Catch::Contains("is a device"));

  const auto pipe = (program.folder().path() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  REQUIRE(std::system(("cat /dev/zero 2>/dev/null > " + pipe + " &").c_str()) == 0);
  const auto line = program.run("import csv $FOLDER/pipe");
  CHECK(line.code == 2);
  CHECK_THAT(line.err, Catch::Contains("has a line of more than 8 MiB"));

  REQUIRE(std::system(("yes 2>/dev/null > " + pipe + " &").c_str()) == 0);
  CHECK_THROWS_WITH(open_input(pipe, {.most_copied = 100'000}),
                    Catch::Contains("gave more than 100000 bytes"));
}

}  // namespace gradus::cli::import_test
