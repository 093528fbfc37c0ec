#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace gradus::cli::module_commands_test {

using Catch::Contains;
using gradus::testing::Answer;
using gradus::testing::Program;
using nlohmann::json;

namespace {

class Student {
 public:
  Student() { REQUIRE(program.run("init --start 2026-11-30").code == 0); }

  Answer done(const std::string& words) {
    auto answer = program.run(words);
    INFO(words << "\n" << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return answer;
  }
  json answer(const std::string& words) {
    const auto given = program.run(words + " --json");
    INFO(words << "\n" << given.err);
    REQUIRE(given.code <= 1);
    return json::parse(given.out);
  }
  // One entry for each line.
  void import(const std::vector<json>& lines) {
    std::ofstream file(program.folder().path() / "entries.jsonl");
    for (const auto& line : lines) file << line.dump() << "\n";
    file.close();
    done("import jsonl $FOLDER/entries.jsonl");
  }

  Program program;
};

json check_entry(const std::string& module, const json& check) {
  return {{"type", "check"},
          {"on", "2026-11-30"},
          {"module", module},
          {"check", check["id"]},
          {"passed", true}};
}

// The entry that a check's own kind asks for.
json work_for(const std::string& module, const json& check) {
  if (check["kind"] == "artefact")
    return {{"type", "artefact"}, {"on", "2026-11-30"}, {"artefact", check["id"]}};
  if (check["kind"] == "quiz")
    return {{"type", "drill"},
            {"on", "2026-11-30"},
            {"drill", check["quiz"]["table"]},
            {"seconds", 200},
            {"passed", true},
            {"score", 1},
            {"items", check["quiz"]["items"]}};
  if (check["kind"] == "timed")
    return {{"type", "drill"},
            {"on", "2026-11-30"},
            {"drill", check["id"]},
            {"seconds", check["limit_seconds"]},
            {"limit_seconds", check["limit_seconds"]},
            {"passed", true}};
  return check_entry(module, check);
}

json newest(Student& student) {
  return student.answer("entries --limit 1").at(0);
}

std::vector<std::string> module_ids(Student& student) {
  std::vector<std::string> ids;
  for (const auto& module : student.answer("module list"))
    ids.push_back(module["id"].get<std::string>());
  return ids;
}

}  // namespace

TEST_CASE("the built-in modules are shown without a store, and nothing is known of them",
          "[cli][modules]") {
  Program program;
  const auto list = json::parse(program.run("module list --json").out);
  REQUIRE(list.size() == 10);
  CHECK(list[0]["id"] == "query-tuning");
  CHECK(list[0]["weeks"] == json{"w6"});
  CHECK(list[0]["minutes"] == 420);
  CHECK(list[0]["passed"].is_null());
  CHECK(list[0]["planned"].is_null());
  const auto page = json::parse(program.run("module show query-tuning --json").out);
  CHECK(page["topics"].size() == 7);
  CHECK(page["topics"][4]["practice_url"] == "https://sqlzoo.net/wiki/The_JOIN_operation");
  CHECK(page["checks"].size() == 6);
  CHECK(page["checks"][0]["status"].is_null());
  CHECK(page["checks"][0]["how"] == "gradus drill plan-aloud");
  CHECK(page["labs"].size() == 2);
  CHECK(page["prompts"].size() == 6);
  CHECK(page["passed"].is_null());
  CHECK(page["minutes"]["lab"] == 240);
  CHECK(program.run("module ready query-tuning").code == 3);
  CHECK_FALSE(std::filesystem::exists(program.store()));
}

TEST_CASE("each module is passed by a journal that does what its checks ask for, and not before",
          "[cli][modules]") {
  Student student;
  for (const auto& id : module_ids(student)) {
    INFO(id);
    const auto page = student.answer("module show " + id);
    std::vector<json> work;
    for (const auto& check : page["checks"]) work.push_back(work_for(id, check));
    const auto last = work.back();
    work.pop_back();
    student.import(work);
    CHECK(student.program.run("module ready " + id).code == 1);
    const auto nearly = student.answer("module ready " + id);
    CHECK(nearly["ready"] == false);
    CHECK(nearly["met"] == page["checks"].size() - 1);
    CHECK(nearly["checks"].back()["status"] != "pass");
    student.import({last});
    CHECK(student.program.run("module ready " + id).code == 0);
    CHECK(student.answer("module show " + id)["passed"] == true);
  }
  for (const auto& module : student.answer("module list")) CHECK(module["passed"] == true);
}

TEST_CASE("module ready answers by its exit code, and a passed module is passed",
          "[cli][modules]") {
  Student student;
  const auto ready = [&] { return student.program.run("module ready transactions-consistency"); };
  CHECK(ready().code == 1);
  CHECK_THAT(ready().out, Contains("The module is not passed yet."));
  const auto page = student.answer("module show transactions-consistency");
  std::vector<json> work;
  for (const auto& check : page["checks"])
    work.push_back(work_for("transactions-consistency", check));
  student.import(work);
  CHECK(ready().code == 0);
  CHECK_THAT(ready().out, Contains("The module is passed."));
  CHECK(student.answer("module ready transactions-consistency")["ready"] == true);
  // A round that went badly takes nothing back, nor does a module that leaves the plan.
  student.done("drill isolation-grid --seconds 90 --score 10%");
  CHECK(ready().code == 0);
  student.done("plan module add transactions-consistency");
  CHECK(ready().code == 0);
  student.done("plan module rm transactions-consistency");
  CHECK(ready().code == 0);
  // What was recorded can be taken back, by the learner alone.
  student.done("rm last");
  CHECK(ready().code == 0);
  student.done("rm last");
  CHECK(ready().code == 1);
}

TEST_CASE("attest signs a module's check into the module's own week", "[cli][modules]") {
  Student student;
  const auto said = student.done("attest query-tuning/plan-aloud --evidence \"to a colleague\"");
  CHECK_THAT(said.out, Contains("query-tuning: 1 of 6 checks passed"));
  CHECK_THAT(said.out, Contains("in w6"));
  const auto entry = newest(student);
  CHECK(entry["type"] == "check");
  CHECK(entry["module"] == "query-tuning");
  CHECK(entry["check"] == "plan-aloud");
  CHECK(entry["passed"] == true);
  CHECK(entry["evidence"] == "to a colleague");
  CHECK(entry["week"] == "w6");
  CHECK(entry["tier"] == "sql");
  CHECK(student.answer("module ready query-tuning")["checks"][0]["status"] == "pass");

  // A locked tier's module counts all the same.
  const auto far = student.done("attest open-table-formats/format-defence --evidence said");
  CHECK_THAT(far.out, !Contains("locked"));
  CHECK(newest(student)["week"] == "w16");
  student.done("undo");
  CHECK(student.answer("module ready open-table-formats")["met"] == 0);
}

TEST_CASE("a check that is shown otherwise isn't signed, and says how it is", "[cli][modules]") {
  Student student;
  const auto refused = [&](const std::string& words) {
    const auto answer = student.program.run(words);
    INFO(words << "\n" << answer.err);
    CHECK(answer.code == 2);
    return answer.err;
  };
  CHECK_THAT(refused("attest query-tuning/tuning-log --evidence x"),
             Contains("gradus artefact add tuning-log"));
  CHECK_THAT(refused("attest query-tuning/index-usable --evidence x"), Contains("gradus drill"));
  CHECK_THAT(refused("attest query-tuning/plan-alout --evidence x"), Contains("plan-aloud"));
  CHECK_THAT(refused("attest query-tunin/plan-aloud --evidence x"), Contains("query-tuning"));
  CHECK_THAT(refused("attest plan-aloud --evidence x"),
             Contains("gradus attest query-tuning/plan-aloud"));
  CHECK_THAT(refused("attest query-tuning/plan-aloud --evidence ' '"), Contains("empty"));
  CHECK_THAT(refused("attest query-tuning/plan-aloud --evidence x --placement"),
             Contains("placement"));
  CHECK_THAT(refused("artefact add query-tuning/plan-aloud --url u"), Contains("timed"));
  CHECK_THAT(refused("artefact add tuning-lok --url u"), Contains("tuning-log"));
  for (const char* verb : {"show", "ready"}) {
    CHECK_THAT(refused(fmt::format("module {} query-tunin", verb)), Contains("query-tuning"));
    CHECK_THAT(refused(fmt::format("module {} core", verb)),
               Contains("bundle") && Contains("query-tuning, "));
  }
  // The name of a module or of a check, where it isn't what the command takes.
  CHECK_THAT(refused("attest query-tuning --evidence x"),
             Contains("gradus module ready query-tuning"));
  for (const char* command : {"attest join-prediction --evidence x",
                              "artefact add join-prediction --url u", "drill join-prediction"})
    CHECK_THAT(refused(command), Contains("gradus drill join-method --items 3"));
  CHECK_THAT(refused("drill tuning-log"), Contains("gradus artefact add tuning-log"));
  CHECK_THAT(refused("drill query-tuning"), Contains("gradus drill --module query-tuning"));
  CHECK(student.answer("entries").empty());
}

TEST_CASE("a module's artefact is delivered by either name, into the module's week",
          "[cli][modules]") {
  Student student;
  for (const char* name : {"tuning-log", "query-tuning/tuning-log"}) {
    const auto said = student.done(fmt::format("artefact add {} --url https://example.org", name));
    CHECK_THAT(said.out, Contains("query-tuning: 1 of 6 checks passed"));
    const auto entry = newest(student);
    CHECK(entry["artefact"] == "tuning-log");
    CHECK(entry["week"] == "w6");
    CHECK_THAT(entry["title"].get<std::string>(), Contains("Tuning log"));
  }
  CHECK(student.answer("module ready query-tuning")["checks"][3]["status"] == "pass");
  CHECK_THAT(student.done("artefact list").out, Contains("tuning-log"));
}

TEST_CASE("every command that a check names works when it is typed", "[cli][modules]") {
  Student student;
  for (const auto& id : module_ids(student)) {
    const auto before = student.answer("module ready " + id);
    for (const auto& check : before["checks"]) {
      auto how = check["how"].get<std::string>();
      INFO(how);
      if (how.rfind("gradus drill", 0) == 0) continue;      // on a terminal alone
      how = how.substr(0, how.find(", or gradus decide"));  // a sheet of one's own
      for (const auto& [word, value] :
           {std::pair{" URL", " https://example.org"}, {" TEXT", " seen"}})
        if (const auto at = how.find(word); at != std::string::npos)
          how.replace(at, std::string(word).size(), value);
      student.done(how.substr(std::string("gradus ").size()));
      const auto after = student.answer("module ready " + id);
      for (const auto& now : after["checks"])
        if (now["id"] == check["id"]) CHECK(now["status"] == "pass");
    }
  }
}

TEST_CASE("the week of a module shows what it teaches and tests", "[cli][modules]") {
  Student student;
  CHECK(student.answer("week w6")["deep_dives"].empty());
  student.done("plan module add query-tuning dimensional-modelling star-vs-snowflake");
  const auto home = student.done("week w6").out;
  CHECK_THAT(home, Contains("Deep dive query-tuning"));
  CHECK_THAT(home, Contains("Column order, and predicates an index can use"));
  CHECK_THAT(home, Contains("https://sqlzoo.net/wiki/The_JOIN_operation"));
  CHECK_THAT(home, Contains("Goals"));
  CHECK_THAT(home, Contains("gradus drill plan-aloud"));
  const auto deep_dives = student.answer("week w6")["deep_dives"];
  REQUIRE(deep_dives.size() == 1);
  CHECK(deep_dives[0]["id"] == "query-tuning");
  CHECK(deep_dives[0]["topics"].size() == 7);
  CHECK(deep_dives[0]["checks"].size() == 6);
  CHECK(deep_dives[0]["labs"].size() == 2);
}

TEST_CASE("a week of deep dives alone has theirs in place of the goals before it",
          "[cli][modules]") {
  Student student;
  student.done("plan module add dimensional-modelling star-vs-snowflake");
  const auto weeks = student.answer("plan")["weeks"];
  const auto behind =
      std::ranges::find_if(weeks, [](const json& week) { return week["title"] == "Deep dives"; });
  REQUIRE(behind != weeks.end());
  const auto number = (*behind)["number"].dump();
  const auto shown = student.done("week " + number).out;
  CHECK_THAT(shown, !Contains("Goals"));
  CHECK_THAT(shown, Contains("Deep dive star-vs-snowflake"));
  CHECK_FALSE(student.answer("week " + number)["deep_dives"].empty());
}

TEST_CASE("today names the week's module and its next check", "[cli][modules]") {
  Student student;
  student.done("plan module add query-tuning");
  // What goes into the weeks before it.
  for (int week = 1; week <= 5; ++week) student.done(fmt::format("log 7h lab --week w{}", week));
  const auto shown = student.done("today").out;
  INFO(shown);
  CHECK_THAT(shown, Contains("query-tuning, 0 of 6 checks passed, next plan-aloud"));
  CHECK(std::ranges::count(shown, '\n') <= 20);
  const auto today = student.answer("today")["deep_dives"];
  REQUIRE(today.size() == 1);
  CHECK(today[0]["next"]["id"] == "plan-aloud");
  CHECK(today[0]["next"]["how"] == "gradus drill plan-aloud");

  // Where the screen is full, what comes next gives way, and how far the module is stays.
  student.program.set_today("2027-01-13");
  const auto full = student.done("today").out;
  CHECK_THAT(full, Contains("query-tuning, 0 of 6 checks passed\n") && !Contains("plan-aloud"));
  std::vector<json> work;
  const auto page = student.answer("module show query-tuning");
  for (const auto& check : page["checks"]) work.push_back(check_entry("query-tuning", check));
  student.import(work);
  CHECK_THAT(student.done("today").out, Contains("query-tuning, passed\n"));
  CHECK_THAT(student.done("report").out, Contains("query-tuning: checks 6 of 6 passed"));
}

TEST_CASE("more work in a short week more is not told as less a week", "[cli][modules]") {
  Student student;
  const auto said = student.done("plan module add query-tuning").out;
  CHECK_THAT(said, Contains("SQL 46h in 7 weeks instead of 42h") && !Contains("a plan week"));
  CHECK_THAT(student.done("plan module rm query-tuning").out,
             Contains("SQL 42h in 6 weeks instead of 46h"));
}

TEST_CASE("a module that is passed need not be planned for those that require it",
          "[cli][modules]") {
  Student student;
  CHECK(student.program.run("plan module add star-vs-snowflake").code == 4);
  std::vector<json> work;
  const auto page = student.answer("module show dimensional-modelling");
  for (const auto& check : page["checks"])
    work.push_back(check_entry("dimensional-modelling", check));
  student.import(work);
  student.done("plan module add star-vs-snowflake");
}

TEST_CASE("the report has the modules that were begun", "[cli][modules]") {
  Student student;
  CHECK(student.answer("report --format json")["modules"].empty());
  student.done("plan module add query-tuning");
  student.done("artefact add lost-update-cures --url https://example.org");
  const auto modules = student.answer("report --format json")["modules"];
  REQUIRE(modules.size() == 2);
  CHECK(modules[0]["id"] == "query-tuning");
  CHECK(modules[0]["planned"] == true);
  CHECK(modules[0]["met"] == 0);
  CHECK(modules[1]["id"] == "transactions-consistency");
  CHECK(modules[1]["met"] == 1);
  CHECK_THAT(student.done("report").out, Contains("query-tuning: checks 0 of 6 passed"));
}

TEST_CASE("checks travel as lines and as a table, and come back once", "[cli][modules]") {
  Student student;
  student.import({{{"type", "check"},
                   {"on", "2026-11-30"},
                   {"module", "query-tuning"},
                   {"check", "index-usable"},
                   {"passed", true},
                   {"score", 0.9},
                   {"evidence", "on paper"}}});
  CHECK(newest(student)["week"] == "w6");
  for (const char* format : {"jsonl", "csv"}) {
    INFO(format);
    student.done(fmt::format("export {0} --output $FOLDER/all.{0}", format));
    const auto again = student.done(fmt::format("import {0} $FOLDER/all.{0}", format));
    CHECK_THAT(again.out, Contains("Nothing new: 1 entry known already"));
  }
  student.done("edit last --passed no --evidence \"not yet\"");
  CHECK(student.answer("module ready query-tuning")["met"] == 0);
  std::ofstream(student.program.folder().path() / "bad.jsonl")
      << R"({"type": "check", "on": "2026-11-30", "module": "query-tunin", "check": "c", "passed": true})";
  const auto bad = student.program.run("import jsonl $FOLDER/bad.jsonl");
  CHECK(bad.code == 2);
  CHECK_THAT(bad.err, Contains("query-tuning"));
}

TEST_CASE("a curriculum's own modules are planned, shown and passed like any other",
          "[cli][modules]") {
  Program program("2027-01-04");
  const auto done = [&](const std::string& words) {
    const auto answer = program.run(words);
    INFO(words << "\n" << answer.err);
    REQUIRE(answer.code == 0);
    return answer.out;
  };
  done("init --curriculum amateur-radio --start 2027-01-04");
  const auto list = json::parse(done("module list --json"));
  REQUIRE(list.size() == 3);
  CHECK(list[0]["id"] == "weak-signals");
  CHECK(program.run("plan module add own-antenna").code == 4);
  done("plan module add weak-signals own-antenna");
  CHECK_THAT(done("week w5"), Contains("Deep dive weak-signals"));
  done("attest weak-signals/set-the-clock --evidence \"1:40 by the kitchen clock\"");
  done("artefact add decoded --url https://example.org/ten.png");
  std::ofstream(program.folder().path() / "round.jsonl")
      << R"({"type": "drill", "on": "2027-01-04", "drill": "band-to-call", "seconds": 60, )"
      << R"("passed": true, "score": 0.8, "items": 5})";
  done("import jsonl $FOLDER/round.jsonl");
  CHECK(program.run("module ready weak-signals").code == 0);
  CHECK_THAT(done("doctor"), !Contains("unknown-id"));
  done("attest own-antenna/neighbours --evidence asked");
  CHECK(json::parse(done("entries --json"))[0]["week"] == "w7");
}

}  // namespace gradus::cli::module_commands_test
