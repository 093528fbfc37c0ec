// The same report in every format: the same numbers, the same bytes wherever it is written, and
// nothing private.
#include "exchange/csv_cells.hpp"
#include "support/checked_program.hpp"
#include "support/html_page.hpp"
#include "support/json_words.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli::report_formats_test {

namespace fs = std::filesystem;

using Catch::Contains;
using gradus::testing::CheckedProgram;
using gradus::testing::HtmlPage;
using gradus::testing::read_file;
using gradus::testing::read_html;
using gradus::testing::by_json::duration;
using gradus::testing::by_json::json;
using gradus::testing::by_json::outcome;
using gradus::testing::by_json::text;

namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;
using Tables = std::map<Row, Rows>;  // by their columns

constexpr auto formats = {"text",
                          "md",
                          "html",
                          "json",
                          "csv --table weeks",
                          "csv --table criteria",
                          "csv --table problems",
                          "csv --table artefacts",
                          "csv --table sessions"};

// Three months of study, with everything that a report can hold.
class Student : public CheckedProgram {
 public:
  Student() : CheckedProgram("2026-12-20") {
    done("init --start 2026-09-28");
    folder().write("log.csv", journal());
    done("import csv $FOLDER/log.csv");
    done("artefact add w1-group-by --url https://example.org/mine --path /home/planted-path");
    done(R"(artefact add "=cmd|' /C calc'!A1, of mine" --path ~/planted-path --note planted-note)");
    done("attest sql/sql-cte-chain --evidence /home/planted-path/five.sql");
    done("log 20m read --note '=planted-note, \"quoted\"'");
    done("spend 19.99 planted-book --kind book");
    done("apply planted-company");
    done(
        "decide join-method --set outer_rows=5000 --set inner_indexed=yes --keep --note "
        "planted-why");
  }

  [[nodiscard]] std::string report(const std::string& format) {
    return done("report --format " + format);
  }

 private:
  static std::string journal() {
    constexpr std::size_t days = 80;
    const std::vector<std::string> kinds{"read", "lab", "review"};
    const std::vector<std::string> topics{"joins", "window-functions", "aggregation", "subqueries"};
    const std::vector<std::string> difficulties{"easy", "medium", "hard"};
    const auto first = calendar::Date::parse("2026-09-28").value();
    std::string lines = "type,on,minutes,kind,topic,title,difficulty,attempts\n";
    for (std::size_t i = 0; i < days; ++i) {
      const auto day = (first + calendar::Days{static_cast<int>(i)}).iso();
      if (i % 5 != 3)
        lines += fmt::format("session,{},{},{},,,,\n", day, 30 + 15 * (i % 4), kinds[i % 3]);
      if (i % 2 == 0)
        lines += fmt::format("problem,{},12,,{},Task {},{},{}\n", day, topics[i % 8 / 2], i,
                             difficulties[i % 3], 1 + i % 7 / 5);
    }
    return lines;
  }
};

std::string trimmed(const std::string& words) {
  const auto begin = words.find_first_not_of(" \n");
  if (begin == std::string::npos) return {};
  return words.substr(begin, words.find_last_not_of(" \n") - begin + 1);
}

// Without the marks of Markdown.
std::string plain(const std::string& cell) {
  std::string words;
  for (const char c : cell)
    if (c != '\\' && c != '*') words += c;
  return trimmed(words);
}

Tables markdown_tables(const std::string& document) {
  Tables tables;
  Rows* rows = nullptr;
  std::istringstream lines(document);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with('|')) {
      rows = nullptr;
      continue;
    }
    Row row;
    std::istringstream cells(line.substr(1));
    for (std::string cell; std::getline(cells, cell, '|');) row.push_back(plain(cell));
    if (rows == nullptr)
      rows = &tables[row];
    else if (row.front().find("--") == std::string::npos)
      rows->push_back(row);
  }
  return tables;
}

Tables html_tables(const HtmlPage& page) {
  std::map<std::size_t, Row> lines;  // by the place of the row
  std::map<std::size_t, std::vector<std::size_t>> of_table;
  for (std::size_t i = 0; i < page.elements.size(); ++i) {
    const auto& element = page.elements[i];
    if (element.name == "tr") {
      auto table = *element.parent;
      while (page.elements[table].name != "table") table = page.elements[table].parent.value();
      of_table[table].push_back(i);
    }
    if (element.name == "td" || element.name == "th")
      lines[element.parent.value()].push_back(trimmed(element.text));
  }
  Tables tables;
  for (const auto& [table, places] : of_table) {
    auto& rows = tables[lines[places.front()]];
    for (std::size_t i = 1; i < places.size(); ++i) rows.push_back(lines[places[i]]);
  }
  return tables;
}

Rows csv_rows(const std::string& document) {
  std::istringstream in(document);
  exchange::CsvRecords records(in, "the report");
  Rows rows;
  while (records.next()) rows.push_back(records.cells(','));
  return rows;
}

// A line of text with one blank between its words.
std::string words_of(const std::string& line) {
  std::istringstream in(line);
  std::string words;
  for (std::string word; in >> word;) words += (words.empty() ? "" : " ") + word;
  return words;
}

std::vector<std::string> text_lines(const std::string& document) {
  std::vector<std::string> lines;
  std::istringstream in(document);
  for (std::string line; std::getline(in, line);) lines.push_back(words_of(line));
  return lines;
}

// What the CSV has of a value.
std::string cell_of(const json& value) {
  return value.is_null() ? std::string() : text(value);
}

void check_csv(Student& student, const std::string& table, const json& objects) {
  const auto rows = csv_rows(student.report("csv --table " + table));
  CAPTURE(table);
  REQUIRE(rows.size() == objects.size() + 1);
  CHECK_FALSE(objects.empty());
  for (std::size_t i = 0; i < objects.size(); ++i)
    for (std::size_t column = 0; column < rows[0].size(); ++column)
      CHECK(rows[i + 1].at(column) == cell_of(objects[i].at(rows[0][column])));
}

json with_tiers(const json& tiers) {
  auto all = json::array();
  for (const auto& tier : tiers)
    for (auto criterion : tier["criteria"]) {
      criterion["tier"] = tier["tier"];
      all.push_back(std::move(criterion));
    }
  return all;
}

std::string of_all(const json& done, const json& all) {
  return text(done) + "/" + text(all);
}

Rows tier_rows(const json& tiers) {
  Rows rows;
  for (const auto& tier : tiers) {
    const bool none = tier["problems_target"] == 0 && tier["problems_solved"] == 0;
    rows.push_back({text(tier["title"]), text(tier["to"]),
                    text(tier["passed_on"].is_null() ? tier["state"] : tier["passed_on"]),
                    of_all(tier["met"], tier["total"]),
                    duration(tier["actual_minutes"]) + "/" + duration(tier["planned_minutes"]),
                    none ? "" : of_all(tier["problems_solved"], tier["problems_target"])});
  }
  return rows;
}

Rows week_rows(const json& weeks) {
  Rows rows;
  for (const auto& week : weeks)
    rows.push_back({text(week["week_of"]), duration(week["read_minutes"]),
                    duration(week["lab_minutes"]), duration(week["review_minutes"]),
                    duration(week["minutes"])});
  return rows;
}

Rows topic_rows(const json& topics) {
  Rows rows;
  for (const auto& topic : topics)
    rows.push_back({text(topic["title"]), text(topic["easy"]), text(topic["medium"]),
                    text(topic["hard"]), text(topic["solved"]),
                    topic["target"] == 0 ? "" : text(topic["target"]),
                    topic["first_try"].is_null()
                        ? ""
                        : fmt::format("{:.0f}%", topic["first_try"].get<double>() * 100)});
  return rows;
}

const Row tier_columns{"tier", "planned to", "passed", "criteria", "hours", "problems"};
const Row week_columns{"week of", "read", "lab", "review", "all"};
const Row topic_columns{"topic", "easy", "medium", "hard", "solved", "of", "first try"};

}  // namespace

TEST_CASE("the tables of a report are the same in every format", "[cli][report]") {
  Student student;
  const auto report = json::parse(student.report("json"));
  const auto html = html_tables(read_html(student.report("html")));
  const auto markdown = markdown_tables(student.report("md"));
  for (const auto& [columns, rows] :
       std::map<Row, Rows>{{tier_columns, tier_rows(report["tiers"])},
                           {week_columns, week_rows(report["hours"]["weeks"])},
                           {topic_columns, topic_rows(report["topics"])}}) {
    REQUIRE(rows.size() > 2);
    CHECK(html.at(columns) == rows);
    CHECK(markdown.at(columns) == rows);
  }
  for (const auto& [columns, rows] : markdown) {
    CAPTURE(columns);
    CHECK(html.at(columns) == rows);
  }
  check_csv(student, "weeks", report["weeks"]);
  check_csv(student, "criteria", with_tiers(report["tiers"]));
  check_csv(student, "problems", report["topics"]);
  check_csv(student, "artefacts", report["artefacts"]);
}

TEST_CASE("what each criterion and artefact has is told in every format", "[cli][report]") {
  Student student;
  const auto report = json::parse(student.report("json"));
  const auto lines = text_lines(student.report("text"));
  const auto markdown = plain(student.report("md"));
  const auto page = read_html(student.report("html")).named("main").front().text;
  const auto told = [&](const std::string& words) {
    CAPTURE(words);
    CHECK(std::ranges::find(lines, words) != lines.end());
    CHECK_THAT(markdown, Contains(words));
    CHECK_THAT(page, Contains(words));
  };
  for (const auto& row : tier_rows(report["tiers"])) {
    std::string words;
    for (const auto& cell : row) words += " " + cell;
    CHECK(std::ranges::find(lines, words_of(words)) != lines.end());
  }
  const auto& open = report["tiers"][report["tier_number"].get<std::size_t>() - 1];
  std::size_t with_numbers = 0;
  for (const auto& criterion : open["criteria"]) {
    const auto words = outcome(criterion);
    if (words.empty()) continue;
    told(words);
    ++with_numbers;
  }
  CHECK(with_numbers > 2);
  REQUIRE(report["artefacts"].size() == 2);
  for (const auto& artefact : report["artefacts"]) told(text(artefact["on"]));
  told("https://example.org/mine");
}

TEST_CASE("mock exams are told alike in every format", "[cli][report]") {
  CheckedProgram student("2027-03-01");
  student.done("init --curriculum databricks-de-associate --start 2027-02-01");
  student.done("exam add databricks-de-associate --score 61 --timed --domain elt=58");
  student.done("exam add databricks-de-associate --score 74 --domain governance=70");
  const auto report = json::parse(student.done("report --format json"));
  const auto percent = [](const json& share) {
    return fmt::format("{:.0f}%", share.get<double>() * 100);
  };
  Rows rows;
  for (const auto& mock : report["mocks"]) {
    const auto of = [&](const char* domain) {
      return mock["domains"].contains(domain) ? percent(mock["domains"][domain]) : std::string();
    };
    rows.push_back({text(mock["on"]), percent(mock["score"]), mock["timed"] == true ? "yes" : "no",
                    of("elt"), of("governance")});
  }
  CHECK(rows ==
        Rows{{"2027-03-01", "61%", "yes", "58%", ""}, {"2027-03-01", "74%", "no", "", "70%"}});
  std::map<std::string, std::string> titles;
  for (const auto& domain : report["exam"]["domains"])
    titles[text(domain["domain"])] = text(domain["title"]);
  const Row columns{"day", "score", "timed", titles.at("elt"), titles.at("governance")};
  CHECK(html_tables(read_html(student.done("report --format html"))).at(columns) == rows);
  CHECK(markdown_tables(student.done("report --format md")).at(columns) == rows);
  const auto lines = text_lines(student.done("report --format text"));
  CHECK(std::ranges::find(lines, "2 mock exams of databricks-de-associate; the target is 80%.") !=
        lines.end());
}

TEST_CASE("a report is the same file in every zone, language and terminal", "[cli][report]") {
  Student student;
  for (const std::string format : formats) {
    CAPTURE(format);
    const auto file = (student.folder().path() / "report").string();
    const auto written = [&](const char* zone, const char* language, std::size_t width, int east) {
      student.set_environment("TZ", zone);
      student.set_environment("LC_ALL", language);
      student.set_terminal_width(width);
      student.set_offset(east);
      student.done(
          fmt::format("--today 2026-12-20 report --force --format {} --output {}", format, file));
      return read_file(file);
    };
    const auto first = written("Europe/Berlin", "en_US.UTF-8", 0, 60);
    CHECK(first.size() > 40);
    CHECK(written("Pacific/Kiritimati", "C", 40, 840) == first);
    CHECK(written("America/New_York", "tr_TR.UTF-8", 200, -300) == first);
  }
}

TEST_CASE("nothing private is in a report unless it is asked for", "[cli][report]") {
  Student student;
  for (const std::string format : formats) {
    CAPTURE(format);
    CHECK_THAT(student.report(format), !Contains("planted"));
    CHECK_THAT(student.report(format + " --private"), !Contains("planted-path"));
  }
  for (const auto* const format : {"text", "md", "html", "json"}) {
    const auto mine = student.report(std::string(format) + " --private");
    for (const auto* const word : {"note", "book", "company", "why"}) {
      CAPTURE(format, word);
      CHECK(
          (format == std::string("md") ? plain(mine) : mine).find("planted-" + std::string(word)) !=
          std::string::npos);
    }
  }
  CHECK_THAT(student.report("csv --table sessions --private"), Contains("planted-note"));
}

TEST_CASE("a report's tables keep their columns, and hold no formula", "[cli][report]") {
  Student student;
  const auto header = [&](const std::string& table) {
    const auto csv = student.report("csv" + table);
    return csv.substr(0, csv.find('\n'));
  };
  CHECK(header(" --table weeks") ==
        "number,week,tier,title,from,to,planned_minutes,actual_minutes,problems_total,"
        "problems_done,artefacts_total,artefacts_done,done,gate");
  CHECK(header("") == header(" --table weeks"));
  CHECK(header(" --table criteria") == "tier,id,title,status,have,need,missing,unit");
  CHECK(header(" --table problems") ==
        "topic,title,target,solved,easy,medium,hard,first_try,recall");
  CHECK(header(" --table artefacts") == "title,on,url,verified");
  CHECK(header(" --table sessions") == "on,at,week,tier,minutes,kind,topic");
  CHECK(header(" --table sessions --private") == "on,at,week,tier,minutes,kind,topic,note");
  CHECK_THAT(student.report("csv --table artefacts"),
             Contains("\"'=cmd|' /C calc'!A1, of mine\",2026-12-20,,false\n"));
  CHECK_THAT(student.report("csv --table sessions --private"),
             Contains("\"'=planted-note, \"\"quoted\"\"\"\n"));
}

TEST_CASE("all tables of a report go into a folder", "[cli][report]") {
  Student student;
  const auto folder = student.folder().path() / "tables";
  fs::create_directory(folder);
  student.done("report --format csv --output $FOLDER/tables/");
  student.done("report --format csv --output $FOLDER/tables/");  // over its own
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(folder))
    names.push_back(file.path().filename().string());
  std::ranges::sort(names);
  CHECK(names == std::vector<std::string>{"artefacts.csv", "criteria.csv", "problems.csv",
                                          "sessions.csv", "weeks.csv"});
  for (const auto& name : names)
    CHECK(read_file(folder / name) ==
          student.report("csv --table " + fs::path(name).stem().string()));
}

TEST_CASE("a report's tables are refused where they have no place", "[cli][report]") {
  Student student;
  CHECK_THAT(student.refused("report --format csv --output $FOLDER/none/"),
             Contains("there is no folder") && Contains("hint: make it first"));
  CHECK_THAT(student.refused("report --format csv --output $FOLDER/none/weeks.csv"),
             Contains("there is no folder") && Contains("hint: make it first"));
  CHECK_FALSE(fs::exists(student.folder().path() / "none"));
  student.folder().write("mine.csv", "my own\n");
  CHECK_THAT(student.refused("report --format csv --output $FOLDER/mine.csv"), Contains("--force"));
  CHECK(read_file(student.folder().path() / "mine.csv") == "my own\n");
  CHECK_THAT(student.refused("report --table criteria"),
             Contains("gradus report --format csv --table criteria"));
  CHECK_THAT(student.refused("report --format csv --table week"),
             Contains("weeks") && Contains("criteria") && Contains("sessions"));
}

}  // namespace gradus::cli::report_formats_test
