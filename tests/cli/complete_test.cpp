#include "cli/shell/cursor.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace gradus::cli::complete_test {

using namespace gradus;
using cli::find_cursor;
using testing::Program;
using testing::read_file;

namespace {

const cli::CommandHelp& commands() {
  static const auto described = cli::describe_commands();
  return described;
}

cli::Cursor cursor(const std::vector<std::string>& words) {
  return find_cursor(commands(), words);
}

std::string value_at(const std::vector<std::string>& words) {
  const auto* value = cursor(words).value;
  return value == nullptr ? "" : value->name;
}

std::string complete(Program& program, std::vector<std::string> words) {
  words.insert(words.begin(), "__complete");
  const auto answer = program.run(words);
  CHECK(answer.code == 0);
  CHECK(answer.err.empty());
  return answer.out;
}

}  // namespace

TEST_CASE("the cursor stands in an argument, in its order", "[cli]") {
  CHECK(value_at({"log", ""}) == "LENGTH");
  CHECK(value_at({"log", "1h", "re"}) == "KIND");
  CHECK(value_at({"log", "1h", "read", ""}).empty());
  CHECK(value_at({"log", "--topic", "joins", "1h", ""}) == "KIND");
  CHECK(value_at({"--json", "log", "--json", "1h", ""}) == "KIND");
  CHECK(value_at({"plan", "module", "add", "a", "b", ""}) == "MODULE");
  CHECK(value_at({"log", "--", "--topic", ""}) == "KIND");
}

TEST_CASE("the cursor stands in an option's value", "[cli]") {
  CHECK(value_at({"log", "--topic", ""}) == "--topic");
  CHECK(value_at({"--store", ""}) == "--store");
  CHECK(value_at({"plan", "stretch", "sql", "--store", ""}) == "--store");
  const auto joined = cursor({"solve", "--difficulty=ha"});
  REQUIRE(joined.value != nullptr);
  CHECK(joined.value->name == "--difficulty");
  CHECK(joined.typed == "ha");
  CHECK(joined.before == "--difficulty=");
}

TEST_CASE("the cursor stands at a command or an option", "[cli]") {
  CHECK(cursor({}).command);
  CHECK(cursor({"pl"}).command);
  CHECK(cursor({"plan", ""}).command);
  CHECK_FALSE(cursor({"--store", ""}).command);
  CHECK_FALSE(cursor({"plan", "break", "2026-12-24", ""}).command);
  CHECK(cursor({"solve", "--diff"}).option);
  CHECK(cursor({"solve", "-"}).option);
  CHECK_FALSE(cursor({"solve", "--", "-"}).option);
}

TEST_CASE("the options before the cursor are known", "[cli]") {
  const auto given = cursor({"--store", "a.db", "--track=evenings", "--json", "ready", ""}).given;
  CHECK(given.at("--store") == "a.db");
  CHECK(given.at("--track") == "evenings");
  CHECK(given.count("--json") == 1);
}

TEST_CASE("completion never fails and never writes", "[cli]") {
  Program program;
  CHECK(complete(program, {"ready", ""}).empty());
  CHECK(complete(program, {"read"}) ==
        "ready\tCheck a tier's exit criteria; exit code 1 means not "
        "yet.\n");
  CHECK(complete(program, {"nonsense", "--no", "\x1b[0m", ""}).empty());
  CHECK_FALSE(std::filesystem::exists(program.store()));

  program.folder().write("gradus.db", "garbage");
  CHECK(complete(program, {"ready", ""}).empty());
  CHECK(read_file(program.store()) == "garbage");

  program.set_environment("GRADUS_TODAY", "tomorrow-ish");
  CHECK(complete(program, {"rea"}) ==
        "ready\tCheck a tier's exit criteria; exit code 1 means not "
        "yet.\n");
}

TEST_CASE("completion looks into the store that the words name", "[cli]") {
  Program program;
  const auto other = program.folder().path() / "other.db";
  REQUIRE(program.run("init --curriculum watercolour --store $FOLDER/other.db").code == 0);
  REQUIRE(program.run("init").code == 0);
  CHECK(complete(program, {"ready", "sq"}) == "sql\tSQL\n");
  CHECK(complete(program, {"--store", other.string(), "ready", "sq"}).empty());
  CHECK_FALSE(complete(program, {"ready", "--store", other.string(), ""}).empty());
}

TEST_CASE("completion offers criteria of the finish check as it offers a tier's", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  for (const auto* command : {"attest", "waive"}) {
    CHECK(complete(program, {command, "finish/ready-mocks"}) ==
          "finish/ready-mocks\t30 mock interviews, or 50 if weeks were saved\n");
    CHECK(complete(program, {command, "sql/sql-dialects"}).starts_with("sql/sql-dialects\t"));
  }
}

TEST_CASE("completion offers the checks that ask for a sheet", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  CHECK_THAT(complete(program, {"decide", "slo-sheet", "--for", "pipeline-design/"}),
             Catch::StartsWith("pipeline-design/slo-sheet\t") && !Catch::Contains("runbook"));
  CHECK(complete(program, {"decide", "slo-sheet", "--for", "sql/"}).empty());
}

TEST_CASE("completion offers the checks that attest can sign", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  CHECK_THAT(complete(program, {"attest", "query-tuning/"}),
             Catch::StartsWith("query-tuning/plan-aloud\t") &&
                 !Catch::Contains("join-prediction") && !Catch::Contains("tuning-log"));
  CHECK_THAT(complete(program, {"attest", "open-table-formats/"}),
             Catch::StartsWith("open-table-formats/format-defence\t"));
  CHECK(complete(program, {"waive", "query-tuning/"}).empty());
}

TEST_CASE("completion offers the artefacts of modules where one is delivered", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  CHECK_THAT(complete(program, {"artefact", "add", "tuning-"}), Catch::StartsWith("tuning-log\t"));
  CHECK_THAT(complete(program, {"artefact", "add", "w1-"}), Catch::Contains("w1-group-by\t"));
  CHECK(complete(program, {"artefact", "verify", "tuning-"}).empty());
  CHECK(complete(program, {"artefact", "add", "plan-aloud"}).empty());
}

TEST_CASE("completion offers the checks of planned modules first", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  REQUIRE(program.run("plan module add lakehouse-medallion").code == 0);
  const auto checks = complete(program, {"attest", ""});
  CHECK(checks.find("lakehouse-medallion/zones-on-paper") < checks.find("query-tuning/plan-aloud"));
  const auto artefacts = complete(program, {"artefact", "add", ""});
  CHECK(artefacts.find("replay-proof") < artefacts.find("tuning-log"));
}

TEST_CASE("completion offers bundles only where one can be planned", "[cli]") {
  Program program;
  CHECK_THAT(complete(program, {"module", "show", "qu"}), Catch::StartsWith("query-tuning\t"));
  REQUIRE(program.run("init").code == 0);
  for (const auto* command : {"show", "ready"}) {
    CHECK_THAT(complete(program, {"module", command, "qu"}), Catch::StartsWith("query-tuning\t"));
    CHECK(complete(program, {"module", command, "core"}).empty());
  }
  CHECK(complete(program, {"drill", "--module", "core"}).empty());
  CHECK_THAT(complete(program, {"plan", "module", "add", "core"}), Catch::StartsWith("core\t"));
}

TEST_CASE("completion offers to add what is not planned and to remove what is", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  CHECK(complete(program, {"plan", "module", "rm", ""}).empty());
  REQUIRE(program.run("plan module add query-tuning").code == 0);
  CHECK(complete(program, {"plan", "module", "add", "qu"}).empty());
  CHECK_THAT(complete(program, {"plan", "module", "rm", "qu"}),
             Catch::StartsWith("query-tuning\t"));
}

TEST_CASE("completion offers the kinds of study that a timer can be for", "[cli]") {
  Program program;
  CHECK(complete(program, {"start", "l"}) == "lab\t\n");
  CHECK(complete(program, {"sto"}) == "stop\tStop the timer and record the time.\n");
}

TEST_CASE("completion offers the words that exchange and entries choose from", "[cli]") {
  Program program("2026-12-06");
  CHECK(complete(program, {"import", "csv", "--preset", "to"}) == "toggl\t\n");
  CHECK(complete(program, {"import", "csv", "--date-format", ""}) ==
        "DD/MM/YYYY\t\nMM/DD/YYYY\t\n");
  CHECK(complete(program, {"import", "csv", "--type", "sess"}) == "session\t\n");
  CHECK(complete(program, {"import", "klog", "--kind", "l"}) == "lab\t\n");
  CHECK(complete(program, {"import", "klog", "--who"}).starts_with("--whole-days\t"));
  CHECK(complete(program, {"import", "csv", "--ke"}).starts_with("--key\t"));
  CHECK(complete(program, {"import", "csv", "--key", ""}).empty());
  CHECK(complete(program, {"export", "ics", "--from", "y"}) == "yesterday\t2026-12-05\n");
  CHECK(complete(program, {"export", "ics", "--al"}).starts_with("--alarm\t"));
  CHECK(complete(program, {"entries", "--by", ""}) == "day\t\nweek\t\ntopic\t\nkind\t\n");
  CHECK(complete(program, {"entries", "--kind", "bo"}) == "book\t\n");
  CHECK(complete(program, {"entries", "--without", "mock_e"}) == "mock_exam\t\n");
  CHECK(complete(program, {"entries", "--grep", ""}).empty());
}

TEST_CASE("completion offers the questions of drill, with or without a store", "[cli]") {
  Program program;
  CHECK_THAT(complete(program, {"drill", "plan-"}),
             Catch::Contains("plan-aloud\tA plan read aloud"));
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  CHECK_THAT(complete(program, {"drill", "plan-"}),
             Catch::Contains("plan-aloud\tA plan read aloud"));
  CHECK_THAT(complete(program, {"drill", "--topic", "kaf"}), Catch::Contains("kafka"));
  CHECK_THAT(complete(program, {"drill", "--as", ""}), Catch::Contains("interview"));
}

TEST_CASE("completion offers the days of the last week", "[cli]") {
  Program program("2026-12-06");
  CHECK(complete(program, {"log", "1h", "read", "--on", "y"}) == "yesterday\t2026-12-05\n");
  CHECK(complete(program, {"log", "1h", "read", "--on", "tu"}) == "tue\t2026-12-01\n");
}

}  // namespace gradus::cli::complete_test
