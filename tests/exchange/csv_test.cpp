#include "gradus/exchange/csv.hpp"

#include "gradus/exchange/jsonl.hpp"

#include "support/entries.hpp"
#include "support/foreign_file.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::exchange::csv_test {
namespace {

using calendar::Minutes;
using testing::ForeignFile;

CsvWords words() {
  CsvWords words;
  words.topics = {{curriculum::TopicId("joins"), "Joins", {}, {}},
                  {curriculum::TopicId("window-functions"), "Window functions", {}, {}}};
  words.offset_of = [](calendar::Date, calendar::TimeOfDay) { return Minutes{60}; };
  return words;
}

CsvWords of_type(const std::string& type) {
  auto all = words();
  all.values["type"] = type;
  return all;
}

std::vector<journal::Entry> entries(const std::string& text, CsvWords with = words()) {
  ForeignFile file("t.csv", text);
  std::vector<journal::Entry> all;
  for (auto& read : testing::read_all(*read_csv(file.source(), std::move(with))))
    all.push_back(std::move(read.entry));
  return all;
}

std::string refusal(const std::string& text, CsvWords with = words()) {
  ForeignFile file("t.csv", text);
  return testing::refusal(*read_csv(file.source(), std::move(with)));
}

std::vector<std::string> told(const std::string& text, CsvWords with = words()) {
  ForeignFile file("t.csv", text);
  (void)testing::read_all(*read_csv(file.source(), std::move(with)));
  return file.told();
}

const std::string runs = "on,pipeline,ok\n";
const std::string a_list = "Problem,Difficulty,Tags,Date,Time (min),Status\n";

TEST_CASE("a row is an entry, by the titles of its columns", "[exchange]") {
  const auto all = entries("type,on,minutes,kind,topic\nsession,2026-12-01,90,lab,joins\n");
  REQUIRE(all.size() == 1);
  CHECK(all[0].on == testing::day("2026-12-01"));
  CHECK(std::get<journal::Session>(all[0].what) ==
        journal::Session{.minutes = Minutes{90},
                         .kind = journal::SessionKind::lab,
                         .topic = curriculum::TopicId("joins")});
}

TEST_CASE("BOM, CRLF, quotes, line ends in cells, blank lines, ; and tabs", "[exchange]") {
  const auto pipeline = [](const std::string& text) {
    const auto all = entries(text, of_type("run"));
    REQUIRE(all.size() == 1);
    return std::get<journal::Run>(all[0].what).pipeline;
  };
  CHECK(pipeline("\xEF\xBB\xBFon,pipeline,ok\r\n\r\n2026-12-01,p,true\r\n") == "p");
  CHECK(pipeline(runs + "2026-12-01,\"a \"\"b\"\",\r\nc\",yes") == "a \"b\",\nc");
  CHECK(pipeline("on;pipeline;ok\n2026-12-01;a,b;0\n") == "a,b");
  CHECK(pipeline("on\tpipeline\tok\n2026-12-01\ta,b\tno\n") == "a,b");
  CHECK(pipeline("On,PIPELINE,ok\n2026-12-01,p,TRUE\n") == "p");
  CHECK(pipeline("\xEF\xBC\xA1,on,pipeline,ok\n1,2026-12-01,p,1\n") ==
        "p");  // no BOM, a full-width A
  CHECK(entries("").empty());
  CHECK(entries("type,on\n").empty());
}

TEST_CASE("what can't be read names file, line and field", "[exchange]") {
  const auto run = [](const std::string& rows) { return refusal(runs + rows, of_type("run")); };
  CHECK(run("2026-12-01,p,true\n\n2026-02-30,p,true\n") ==
        "t.csv:4: on must be a date (YYYY-MM-DD), but is \"2026-02-30\"");
  CHECK(run("2026-12-01,p,maybe\n") == "t.csv:2: ok must be true or false, but is \"maybe\"");
  CHECK(run("2026-12-01,\"a\nb\",true\n2026-12-01,p,\n") == "t.csv:4: ok is missing");
  CHECK(run("2026-12-01,p\n") == "t.csv:2: the row has 2 cells, but the header has 3");
  CHECK(run("2026-12-01,p,true,x\n") == "t.csv:2: the row has 4 cells, but the header has 3");
  CHECK(run("2026-12-01,\"p,true\n") == "t.csv:2: a quote that begins in this row is never closed");
  CHECK(run("2026-12-01,\"p\"x,true\n") ==
        "t.csv:2: cell 2: there is a quote where none is allowed");
  CHECK(run("2026-12-01,a\"p\",true\n") ==
        "t.csv:2: cell 2: there is a quote where none is allowed");
  CHECK(refusal(runs + "2026-12-01,p,true\n") == "t.csv:2: type is missing");
  CHECK(refusal("type,on\nrunning,2026-12-01\n").rfind("t.csv:2: type must be session", 0) == 0);
  CHECK(refusal("on,On\n2026-12-01,2026-12-01\n") == "t.csv:1: two columns give on");
}

TEST_CASE("a header is cut where most separators stand outside quotes", "[exchange]") {
  const auto pipeline = [](const std::string& text) {
    const auto all = entries(text, of_type("run"));
    REQUIRE(all.size() == 1);
    return std::get<journal::Run>(all[0].what).pipeline;
  };
  CHECK(pipeline("\"on\";\"pipeline\";\"ok\"\n\"2026-12-01\";\"p\";true\n") == "p");
  CHECK(pipeline("\"on\"\t\"pipeline\"\t\"ok\"\n2026-12-01\tp\ttrue\n") == "p");
  CHECK(pipeline("\"a, b\";on;pipeline;ok\nx;2026-12-01;p;true\n") == "p");
  CHECK(pipeline("a, b;on;pipeline;ok\nx;2026-12-01;p;true\n") == "p");
}

TEST_CASE("lines may end in CR alone, and are counted", "[exchange]") {
  CHECK(
      entries("on,pipeline,ok\r2026-12-01,p,true\r\r2026-12-02,p,true\r", of_type("run")).size() ==
      2);
  CHECK(refusal("on,pipeline,ok\r2026-12-01,p,true\r2026-12-02,p,x\r", of_type("run"))
            .rfind("t.csv:3: ok", 0) == 0);
}

TEST_CASE("rows of empty cells are none", "[exchange]") {
  CHECK(entries(runs + "2026-12-01,p,true\n,,\n , \t,\n,,,,,\n", of_type("run")).size() == 1);
}

TEST_CASE("a cell of quotes alone is an empty one", "[exchange]") {
  const auto all = entries(
      "type,on,at,week,title,topic,difficulty,minutes,attempts,url,help_used\n"
      "\"problem\",\"2026-12-01\",\"\",\"\",\"Ranks\",\"joins\",\"easy\",\"9\",\"\",\"\",\"\"\n"
      "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n");
  REQUIRE(all.size() == 1);
  const auto& problem = std::get<journal::Problem>(all[0].what);
  CHECK(problem.attempts == 1);
  CHECK_FALSE(problem.url);
  CHECK_FALSE(all[0].week);
  CHECK(refusal("on,pipeline,ok\n2026-12-01,\"\",yes\n", of_type("run")) ==
        "t.csv:2: pipeline is missing");
}

TEST_CASE("minutes as people and programs write them", "[exchange]") {
  const auto minutes = [](const std::string& cell) {
    const auto all = entries("on,kind,minutes\n2026-12-01,lab," + cell + "\n", of_type("session"));
    return std::get<journal::Session>(all.at(0).what).minutes.count();
  };
  for (const std::string cell : {"65", "65.0", "65m", "65 min", "65 Minutes", "65mins", "1h5m",
                                 "1:05", "1 hr 5 min", "1H5M", "1 hour 5 minutes"}) {
    INFO(cell);
    CHECK(minutes(cell) == 65);
  }
  CHECK(minutes("1.5 hours") == 90);
  const auto refused = [](const std::string& cell) {
    return refusal("on,kind,minutes\n2026-12-01,lab," + cell + "\n", of_type("session"));
  };
  CHECK(refused("10.5") == "t.csv:2: minutes must be a whole number, but is 10.5");
  CHECK(refused("10.5 min") == "t.csv:2: minutes must be whole minutes, but is \"10.5 min\"");
  CHECK(refused("soon") == "t.csv:2: minutes must be whole minutes, but is \"soon\"");
}

TEST_CASE("asked again, the reader goes on behind a bad row", "[exchange]") {
  ForeignFile file("t.csv", runs + "x,p,true\n2026-12-01,p,true\n");
  const auto reader = read_csv(file.source(), of_type("run"));
  CHECK_THROWS_AS(reader->next(), Error);
  CHECK(reader->next());
  CHECK_FALSE(reader->next());
}

TEST_CASE("columns go by any title, and what no column gives is set", "[exchange]") {
  auto with = words();
  with.columns = {{"title", "What"}, {"on", "when"}};
  with.values = {{"type", "problem"}, {"topic", "joins"}, {"minutes", "15"}};
  const auto all = entries("What,When,Level,difficulty\nTwo sum,2026-12-01,x,Easy\n", with);
  const auto& problem = std::get<journal::Problem>(all.at(0).what);
  CHECK(problem.title == "Two sum");
  CHECK(problem.minutes == Minutes{15});
  CHECK(problem.difficulty == curriculum::Difficulty::easy);

  with.columns["topic"] = "";  // a column is left out by naming none
  CHECK(entries("What,When,Topic,difficulty\nTwo sum,2026-12-01,Array,Easy\n", with).size() == 1);

  with.columns = {{"title", "Wat"}};
  CHECK(refusal("What,When\n", with) == "t.csv:1: there is no column \"Wat\" for title");
}

TEST_CASE("columns that match no field of an entry are reported", "[exchange]") {
  CHECK(told("on,pipeline,ok,Weather,minutes\n", of_type("run")) ==
        std::vector<std::string>{"t.csv:1: these columns match no field of an entry and were left "
                                 "out: Weather, minutes"});
  // Where rows say their type, a cell too many is a mistake in that row.
  CHECK(refusal("type,on,pipeline,ok,minutes\nrun,2026-12-01,p,true,5\n") ==
        "t.csv:2: minutes is not a field of a run");
}

TEST_CASE("a list of solved problems is understood by its titles", "[exchange]") {
  const std::string rows = a_list +
                           "Top earners,MEDIUM,\"Database, Joins\",2026-12-01 19:05,1h5m,Accepted\n"
                           "X,Hard,Window Functions,2026-12-02,7,Wrong Answer\n"
                           "Y,Hard,Window Functions,2026-12-02,7,AC\n";
  const auto all = entries(rows);
  REQUIRE(all.size() == 2);
  const auto& problem = std::get<journal::Problem>(all[0].what);
  CHECK(problem.topic == curriculum::TopicId("joins"));
  CHECK(problem.difficulty == curriculum::Difficulty::medium);
  CHECK(problem.minutes == Minutes{65});
  CHECK(problem.platform == "leetcode");
  REQUIRE(all[0].at);
  CHECK(all[0].at->iso() == "2026-12-01T19:05+01:00");
  CHECK(std::get<journal::Problem>(all[1].what).topic == curriculum::TopicId("window-functions"));
  CHECK(told(rows) ==
        std::vector<std::string>{"t.csv:3: the problem is \"Wrong Answer\" and was left out"});
  CHECK(entries(rows, of_type("problem")) == all);
}

TEST_CASE("leetcode's own table of submissions lacks what --set gives", "[exchange]") {
  auto with = words();
  with.layout = CsvLayout::problem_list;
  with.values = {{"difficulty", "easy"}, {"topic", "joins"}, {"minutes", "15"}};
  const std::string table =
      "Time Submitted,Question,Status,Runtime,Language\n"
      "\"Nov 3, 2026\",Combine Two Tables,Accepted,301 ms,mysql\n"
      "\"Nov 3, 2026\",Combine Two Tables,Wrong Answer,N/A,mysql\n";
  const auto all = entries(table, with);
  REQUIRE(all.size() == 1);
  CHECK(all[0].on == testing::day("2026-11-03"));
  CHECK(std::get<journal::Problem>(all[0].what).title == "Combine Two Tables");
  CHECK(std::get<journal::Problem>(all[0].what).language == "mysql");
  CHECK(told(table, with) ==
        std::vector<std::string>{
            "t.csv:1: these columns match no field of an entry and were left out: Runtime",
            "t.csv:3: the problem is \"Wrong Answer\" and was left out"});
  CHECK(refusal("Time Submitted,Question,Status\n3 days ago,A,Accepted\n", with)
            .find("on must be a date") != std::string::npos);
}

TEST_CASE("topics that the curriculum has not", "[exchange]") {
  const std::string list = a_list +
                           "A,Easy,\"Array, Hash Table\",2026-12-01,7,ac\n"
                           "B,Easy,\"Array, Joins\",2026-12-01,7,ac\n"
                           "C,Easy,String,2026-12-01,7,ac\n";
  const auto topic = [](const journal::Entry& entry) {
    return std::get<journal::Problem>(entry.what).topic.text();
  };
  CHECK(refusal(list) == "t.csv:2: topic: \"Array, Hash Table\" is not a topic of the curriculum");

  auto with = words();
  with.values["topic"] = "window-functions";
  auto all = entries(list, with);
  REQUIRE(all.size() == 3);
  CHECK(topic(all[0]) == "window-functions");
  CHECK(topic(all[1]) == "joins");
  CHECK(topic(all[2]) == "window-functions");
  CHECK(told(list, with) ==
        std::vector<std::string>{
            "t.csv:2: topic \"Array, Hash Table\" is not one of the curriculum's: "
            "window-functions was used instead, here and in similar rows"});

  with.columns["topic"] = "";
  all = entries(list, with);
  REQUIRE(all.size() == 3);
  CHECK(topic(all[1]) == "window-functions");
}

TEST_CASE("the numbers of a list of problems are no ids", "[exchange]") {
  const std::string list =
      "ID,Problem,Difficulty,Tags,Date,Time\n1,A,Easy,Joins,2026-12-01,7\n"
      "2,B,Easy,Joins,2026-12-01,7\n";
  CHECK(entries(list).size() == 2);
  CHECK(told(list) ==
        std::vector<std::string>{"t.csv:2: id \"1\" is not a UUID and was left out, here "
                                 "and in similar rows"});
  CHECK(refusal("id,on,pipeline,ok\n7,2026-12-01,p,true\n", of_type("run")) ==
        "t.csv:2: id must be a UUID, but is \"7\"");
}

TEST_CASE("the same rows are the same entries, and alike ones as many as they are", "[exchange]") {
  const auto text = runs + "2026-12-01,p,true\n2026-12-01,p,true\n";
  const auto first = entries(text, of_type("run"));
  CHECK(first == entries(text, of_type("run")));
  CHECK(first.at(0).id != first.at(1).id);
  CHECK(first.at(0).id.text().at(14) == '8');
}

TEST_CASE("line ends, in cells too, a mark at the start and sep= change no id", "[exchange]") {
  const std::string header = "on,pipeline,ok,note\n";
  const auto first = entries(header + "2026-12-01,p,true,\"a\nb\"\n", of_type("run"));
  REQUIRE(first.size() == 1);
  CHECK(first[0].note == "a\nb");
  for (const std::string again :
       {"on,pipeline,ok,note\r\n2026-12-01,p,true,\"a\r\nb\"\r\n",
        "\xEF\xBB\xBFon,pipeline,ok,note\r\n2026-12-01,p,true,\"a\r\nb\"",
        "\xEF\xBB\xBFsep=;\r\non;pipeline;ok;note\r\n2026-12-01;p;true;\"a\r\nb\"\r\n"}) {
    INFO(again);
    CHECK(entries(again, of_type("run")) == first);
  }
  auto keyed = of_type("run");
  keyed.key = {"note"};
  CHECK(entries(header + "2026-12-01,p,true,\"a\r\nb\"\n", keyed) ==
        entries(header + "2026-12-01,p,true,\"a\nb\"\n", keyed));
}

std::string any_text() {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "a", "\"", ",", "\n", "\r\n", "\t", "=", "+", "-", "@", "'", ";", "é", "\x01", " "));
  std::string text;
  for (const auto& piece : pieces) text += piece;
  return text;
}

// CRLF in a cell is read as LF.
std::string with_lf(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos; ++at)
    text.erase(at, 1);
  return text;
}

TEST_CASE("whatever an entry holds, its row reads back to it", "[exchange]") {
  REQUIRE(rc::check("to_csv, then read_csv", [] {
    auto entry = testing::make_entry(
        "2026-12-01",
        journal::Problem{
            .title = any_text() + "t",
            .topic = curriculum::TopicId("joins"),
            .difficulty = *rc::gen::elementOf(curriculum::difficulties),
            .minutes = Minutes{*rc::gen::inRange(1, 1441)},
            .attempts = *rc::gen::inRange(1, 100),
            .help_used = *rc::gen::arbitrary<bool>(),
            .platform = "p" + any_text(),
            .url = *rc::gen::arbitrary<bool>() ? std::optional(any_text() + "u") : std::nullopt},
        "sql", "w1");
    entry.note = any_text();
    const auto row = to_csv(entry);
    auto& problem = std::get<journal::Problem>(entry.what);
    for (auto* text : {&entry.note, &problem.title, &*problem.platform}) *text = with_lf(*text);
    if (problem.url) problem.url = with_lf(*problem.url);
    RC_ASSERT(entries(csv_header() + "\n" + row + "\n") == std::vector{entry});
  }));
}

TEST_CASE("a cell that a spreadsheet would run is defused, and read back", "[exchange]") {
  for (const std::string text : {"=1+1", "+1", "-1", "@a", "\tx", "\rx", "'x", "''"}) {
    auto entry = testing::make_entry("2026-12-01", journal::Run{.pipeline = "p", .ok = true});
    entry.note = text;
    const auto row = to_csv(entry);
    CHECK(row.find("'" + text) != std::string::npos);
    CHECK(entries(csv_header() + "\n" + row).at(0).note == text);
  }
}

TEST_CASE("every type of entry goes through a table and back", "[exchange]") {
  std::string table = csv_header() + "\n";
  std::vector<std::string> lines;
  for (const auto& what : std::vector<journal::What>{
           journal::Artefact{.artefact = curriculum::ArtefactId("a"), .title = "A"},
           journal::Attestation{.criterion = curriculum::CriterionId("c"), .evidence = ""},
           journal::MockExam{.exam = "e", .score = 0.7, .timed = true, .domains = {{"a, b", 0.5}}},
           journal::MockInterview{.area = "sql", .score = 72.5},
           journal::Application{.company = "C", .role = {}, .status = "sent"},
           journal::Run{.pipeline = "p", .ok = false},
           journal::Expense{curriculum::Usd(1250), journal::ExpenseKind::book, "B"},
           journal::Drill{.drill = "d",
           .seconds = std::chrono::seconds{70},
           .limit_seconds = std::chrono::seconds{90},
           .passed = true,
           .score = 0.6},
           journal::Review{.item = testing::entry_id(7).text(), .grade = 3},
           journal::Check{.module = curriculum::ModuleId("m"),
           .check = curriculum::CriterionId("c"),
           .passed = true,
           .score = 0.5,
           .evidence = "e"},
           journal::Decision{
               .table = "t", .title = "Which?", .result = "this", .why = "so", .given = "a = 1"}}) {
    const auto entry = testing::make_entry("2026-12-01", what, "sql");
    lines.push_back(to_json(entry));
    table += to_csv(entry) + "\n";
  }
  ForeignFile file("t.csv", table);
  std::vector<std::string> again;
  for (const auto& read : testing::read_all(*read_csv(file.source(), words()))) {
    again.push_back(to_json(read.entry));
    CHECK_FALSE(read.wants_week);  // a tier, and no week on purpose
  }
  CHECK(again == lines);
}

std::string described(const journal::Entry& entry) {
  const auto& session = std::get<journal::Session>(entry.what);
  return fmt::format("{} {} {} {}{}{}", entry.on.iso(), entry.at ? entry.at->time.text() : "-",
                     session.minutes.count(), journal::name(session.kind),
                     session.topic ? " " + session.topic->text() : "",
                     entry.note.empty() ? "" : ": " + entry.note);
}

std::string session_of(const std::string& text, CsvWords with = words()) {
  const auto all = entries(text, std::move(with));
  REQUIRE(all.size() == 1);
  return described(all.front());
}

TEST_CASE("a time tracker's report becomes sessions", "[exchange]") {
  auto tracker = words();
  tracker.layout = CsvLayout::time_table;
  const std::string toggl =
      "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,"
      "End time,Duration,Tags,Amount ()\n";
  CHECK(session_of(toggl + "Ada,a@b,,Thesis,,self joins,No,2026-12-01,23:30:10,2026-12-02,"
                           "00:40:05,01:09:55,\"lab, Joins\",\n",
                   tracker) == "2026-12-01 23:30 70 lab joins: self joins #Thesis");
  const std::string clockify =
      "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,"
      "End Date,End Time,Duration (h),Duration (decimal)\n";
  CHECK(session_of(clockify + ",,x,,,,,,,2026-12-01,7:30 PM,2026-12-01,9:00 PM,1:30:00,1.50\n",
                   tracker) == "2026-12-01 19:30 90 read: x");
  CHECK(session_of(clockify + ",,,,,,,,,2026-12-01,09:00:00,,,00:45:00,\n", tracker) ==
        "2026-12-01 09:00 45 read");
  CHECK(session_of("DATE,TOTAL LOGGED SECONDS,PROJECTS\n2026-12-01,5430.5,\n", tracker) ==
        "2026-12-01 - 91 read");
  ForeignFile file("t.csv", "DATE,TOTAL LOGGED SECONDS\n2026-12-01,20\n");
  CHECK(testing::read_all(*read_csv(file.source(), tracker)).empty());
  CHECK(file.told() ==
        std::vector<std::string>{"t.csv:2: it takes less than a minute and was left out"});
}

TEST_CASE("start and end columns, hours and seconds give the minutes", "[exchange]") {
  CHECK(session_of("Start,End\n2026-12-01 19:00,2026-12-01 20:30\n") == "2026-12-01 19:00 90 read");
  CHECK(session_of("date,from,to\n2026-12-01,23:30,0:10\n") == "2026-12-01 23:30 40 read");
  CHECK(session_of("start,end\n2026-12-01T18:00:00Z,2026-12-01T19:15:00Z\n") ==
        "2026-12-01 19:00 75 read");  // an hour east of UTC
  CHECK(session_of("date,hours\n2026-12-01,1.25\n", of_type("session")) == "2026-12-01 - 75 read");
  CHECK(session_of("date;hours\n2026-12-01;1,5\n", of_type("session")) == "2026-12-01 - 90 read");
  CHECK(session_of("on,minutes,kind\n2026-12-01,1:05:29,lab\n", of_type("session")) ==
        "2026-12-01 - 65 lab");
  CHECK(refusal("start,end\n2026-12-01 19:00,late\n") ==
        "t.csv:2: the end must be a time, but is \"late\"");
}

TEST_CASE("days that have one reading are read, others need --date-format", "[exchange]") {
  const auto day = [](const std::string& cell, std::optional<DateOrder> order = {}) {
    auto with = of_type("run");
    with.date_order = order;
    const auto all = entries(runs + cell + ",p,true\n", with);
    return all.at(0).on.iso();
  };
  CHECK(day("2026/12/01") == "2026-12-01");
  CHECK(day("1.12.2026") == "2026-12-01");
  CHECK(day("13/01/2026") == "2026-01-13");
  CHECK(day("01/13/2026") == "2026-01-13");
  CHECK(day("05/05/2026") == "2026-05-05");
  CHECK(day("13/01/2026 07:00") == "2026-01-13");
  for (const std::string cell :
       {"\"Nov 3, 2026\"", "3 Nov 2026", "03-Nov-2026", "3. november 2026", "NOVEMBER 3 2026",
        "3/Nov/2026", "\"Nov 3, 2026, 07:00\"", "3 Nov 2026 07:00", "03-Nov-2026T07:00:00"}) {
    INFO(cell);
    CHECK(day(cell) == "2026-11-03");
  }
  CHECK(day("4 Sept 2026") == "2026-09-04");
  for (const std::string cell : {"3 Nov 26", "Nov 2026", "31 Nov 2026", "3 Nox 2026", "Nov3 2026",
                                 "3rd Nov 2026", "Nov", "3 Nov"}) {
    INFO(cell);
    CHECK(refusal(runs + cell + ",p,true\n", of_type("run")).find("on must be a date") !=
          std::string::npos);
  }
  CHECK(day("03/04/2026", DateOrder::dmy) == "2026-04-03");
  CHECK(day("03/04/2026", DateOrder::mdy) == "2026-03-04");
  auto year_first = of_type("run");
  year_first.date_order = DateOrder::ymd;
  CHECK(refusal(runs + "03/04/2026,p,true\n", year_first).find("on must be a date") !=
        std::string::npos);
  CHECK(refusal(runs + "03/04/2026,p,true\n", of_type("run")) ==
        "t.csv:2: on: \"03/04/2026\" has two readings");
  CHECK(refusal(runs + "31/02/2026,p,true\n", of_type("run")).find("on must be a date") !=
        std::string::npos);
  CHECK(read_date_order("DD/MM/YYYY") == DateOrder::dmy);
  CHECK(read_date_order("%m/%d/%Y") == DateOrder::mdy);
  CHECK(read_date_order("yyyy-mm-dd") == DateOrder::ymd);
  CHECK_FALSE(read_date_order("day first"));
  CHECK_FALSE(read_date_order("MM/YYYY"));
}

TEST_CASE("sep= names the separator, and a table without a known column is refused", "[exchange]") {
  CHECK(entries("sep=;\non;pipeline;ok\n2026-12-01;a,b,c,d;true\n", of_type("run")).size() == 1);
  CHECK(refusal("Name,Cheese\nA,Gouda\n", of_type("run")) ==
        "t.csv:1: no column gives a field of an entry");
}

}  // namespace
}  // namespace gradus::exchange::csv_test
