// Answers of tables and of advice as entries of the journal, and sheets as what a check asks for.
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace gradus::cli::keep_decision_test {
namespace {

using nlohmann::json;
using testing::Program;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

class Student : public Program {
 public:
  Student() { REQUIRE(run("init").code == 0); }

  json asked(const std::string& words) {
    const auto answer = run(words + " --json");
    CAPTURE(words, answer.err);
    REQUIRE(answer.code == 0);
    return json::parse(answer.out);
  }
  json kept() { return asked("entries"); }
  std::string check_status(const std::string& module, const std::string& id) {
    const auto page = asked("module show " + module);
    for (const auto& check : page["checks"])
      if (check["id"] == id) return check["status"].get<std::string>();
    FAIL("no check " + id);
    return {};
  }
};

constexpr auto decide_joins = "decide join-method --set outer_rows=5000 --set inner_indexed=yes";
constexpr auto whole_sheet =
    "decide slo-sheet --set indicator=yes --set target=0.95 --set budget=yes --set burn_alert=yes "
    "--set page_rule=yes ";

}  // namespace

TEST_CASE("an answer is kept with what was known and why, and undone like any entry",
          "[cli][decide]") {
  Student student;
  const auto answer = student.run(std::string(decide_joins) + " --keep --note portfolio");
  REQUIRE(answer.code == 0);
  CHECK(contains(answer.out, "nested loop"));
  CHECK(contains(answer.out, "Recorded decision by join-method: nested loop"));
  CHECK(contains(answer.out, "gradus undo"));
  const auto entry = student.kept().at(0);
  CHECK(entry["type"] == "decision");
  CHECK(entry["table"] == "join-method");
  CHECK(entry["title"] == "Which join method will the planner take?");
  CHECK(entry["result"] == "nested loop");
  CHECK(entry["given"] == "inner_indexed = yes, outer_rows = 5,000");
  CHECK_FALSE(entry["why"].get<std::string>().empty());
  CHECK(entry["note"] == "portfolio");
  REQUIRE(student.run("undo").code == 0);
  CHECK(student.kept().empty());
}

TEST_CASE("advice is kept in its own words", "[cli][advise]") {
  Student student;
  REQUIRE(student.run("advise budget --cap 0 --keep").code == 0);
  const auto entry = student.asked(
      "advise certificate --market us --portfolio glue,redshift --budget 400 --weeks 20 "
      "--hours-per-week 8 --jobs 0 --has none --keep");
  CHECK(entry["table"] == "advise certificate");
  CHECK(entry["result"] == "dea-c01");
  CHECK(contains(entry["given"].get<std::string>(), "market = us"));
  CHECK(student.kept().at(1)["result"] == "free");
}

TEST_CASE("what is not decided is not kept", "[cli][decide]") {
  Student student;
  const auto open = student.run("decide join-method --keep");
  CHECK(open.code == 2);
  CHECK(contains(open.err, "nothing is decided yet"));
  CHECK(contains(open.err, "--set outer_rows=VALUE"));
  const auto sequence = student.run("decide runbook --keep");
  CHECK(sequence.code == 2);
  CHECK(contains(sequence.err, "gradus drill runbook"));
  const auto stray = student.run(std::string(decide_joins) + " --note portfolio");
  CHECK(stray.code == 2);
  CHECK(contains(stray.err, "add --keep"));
  CHECK(student.run("advise budget --on yesterday").code == 2);
  CHECK(student.run("decide --keep").code == 2);
  CHECK(student.kept().empty());
}

TEST_CASE("without a store an answer can't be kept, and the error says how to begin",
          "[cli][decide]") {
  Program program;
  const auto answer = program.run(std::string(decide_joins) + " --keep");
  CHECK(answer.code == 3);
  CHECK(contains(answer.err, "gradus init"));
}

TEST_CASE("a sheet that holds passes the check that asks for it", "[cli][decide][modules]") {
  Student student;
  const std::string check = "--for pipeline-design/slo-sheet";
  const auto incomplete = student.run(whole_sheet + check);
  CHECK(incomplete.code == 1);
  CHECK(contains(incomplete.out, "no-runbook"));
  CHECK(contains(incomplete.err, "nothing was recorded for pipeline-design/slo-sheet"));
  CHECK(student.check_status("pipeline-design", "slo-sheet") == "fail");

  const auto whole = student.run(std::string(whole_sheet) + "--set runbook=yes " + check);
  CHECK(whole.code == 0);
  CHECK(contains(whole.out, "pipeline-design: 1 of 6 checks passed"));
  CHECK(student.check_status("pipeline-design", "slo-sheet") == "pass");
  const auto entry = student.kept().at(0);
  CHECK(entry["type"] == "check");
  CHECK(entry["evidence"] == "slo-sheet: pass = yes, budget_days = 1.5, gone_h = 51");
  CHECK(entry["week"] == "w21");
}

TEST_CASE("a sheet of records holds when each of them does", "[cli][decide][modules]") {
  Student student;
  const auto file = student.folder().path() / "sheet.csv";
  const std::string words =
      "decide design-gate --set facts=@$FOLDER/sheet.csv --for dimensional-modelling/design-rows";
  std::ofstream(file) << "id,steps\nsales,4\nreturns,3\n";
  CHECK(student.run(words).code == 1);
  std::ofstream(file) << "id,steps\nsales,4\nreturns,4\n";
  REQUIRE(student.run(words).code == 0);
  CHECK(student.kept().at(0)["evidence"] == "design-gate: sales: yes; returns: yes");
}

TEST_CASE("a sheet of thousands of records is evidence in a few words", "[cli][decide][modules]") {
  Student student;
  std::ofstream file(student.folder().path() / "sheet.csv");
  file << "id,steps\n";
  for (int i = 1; i <= 10'000; ++i) file << "fact" << i << ",4\n";
  file.close();
  REQUIRE(student
              .run("decide design-gate --set facts=@$FOLDER/sheet.csv "
                   "--for dimensional-modelling/design-rows")
              .code == 0);
  const auto evidence = student.kept().at(0)["evidence"].get<std::string>();
  CHECK(contains(evidence, "fact20: yes; and 9980 more"));
  CHECK_FALSE(contains(evidence, "fact21:"));
}

TEST_CASE("a table to check stands alone, since nothing is decided", "[cli][decide]") {
  Student student;
  for (const std::string words :
       {"join-method", "--set a=1", "--explain", "--keep", "--for pipeline-design/slo-sheet"}) {
    CAPTURE(words);
    const auto answer = student.run("decide --check table.json " + words);
    CHECK(answer.code == 2);
    CHECK(contains(answer.err, "decides nothing"));
    CHECK(contains(answer.err, "gradus decide --check table.json"));
  }
}

TEST_CASE("a sheet is only for the check that asks for it", "[cli][decide][modules]") {
  Student student;
  const auto holds = std::string(whole_sheet) + "--set runbook=yes ";
  const auto other = student.run(holds + "--for pipeline-design/runbook");
  CHECK(other.code == 2);
  CHECK(contains(other.err, "pipeline-design/runbook does not ask for the sheet slo-sheet"));
  const auto wrong = student.run(holds + "--for storage-architecture-choice/parity-script");
  CHECK(contains(wrong.err, "its sheet is parity"));
  const auto none = student.run(holds + "--for sql/sql-problems");
  CHECK(none.code == 2);
  CHECK(contains(none.err, "--for pipeline-design/slo-sheet asks for it"));
  CHECK(contains(other.err, "--for pipeline-design/slo-sheet asks for it"));
  const auto stray = student.run(std::string(decide_joins) + " --for pipeline-design/slo-sheet2");
  CHECK(contains(stray.err, "did you mean slo-sheet"));
  const auto unasked = student.run(std::string(decide_joins) + " --for sql/sql-problems");
  CHECK(contains(unasked.err, "no module's check asks for the sheet join-method"));
  CHECK(contains(none.err, "there is no module's check \"sql/sql-problems\""));
  CHECK(student.run(holds + "--for pipeline-design/slo-sheet --keep").code == 2);
  CHECK(student.kept().empty());
}

TEST_CASE("a report has decisions, money, applications and notes with --private alone",
          "[cli][report]") {
  Student student;
  REQUIRE(student.run(std::string(decide_joins) + " --keep").code == 0);
  REQUIRE(student.run("spend 19.99 \"A course on joins\" --kind course").code == 0);
  REQUIRE(student.run("apply Initech --role \"data engineer\"").code == 0);
  REQUIRE(student.run("log 50m read --note \"the planner's view\"").code == 0);
  REQUIRE(student.run("artefact add w1-group-by --path ~/secret/work --note delivered").code == 0);

  for (const std::string format : {"text", "md", "json"}) {
    CAPTURE(format);
    const auto open = student.run("report --format " + format).out;
    const auto mine = student.run("report --private --format " + format).out;
    for (const auto* const planted : {"nested loop", "19.99", "Initech", "the planner's view"}) {
      CAPTURE(planted);
      CHECK_FALSE(contains(open, planted));
      CHECK(contains(mine, planted));
    }
    CHECK_FALSE(contains(mine, "secret"));  // a local path is in neither
  }
  const auto report = student.asked("report --private");
  CHECK(report["private"]["decisions"][0]["table"] == "join-method");
  CHECK(report["private"]["spent_usd"] == 19.99);
  CHECK_FALSE(student.asked("report").contains("private"));
}

}  // namespace gradus::cli::keep_decision_test
