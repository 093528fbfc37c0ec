#include "support/exchange_program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <future>
#include <string>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace gradus::cli::exchange_test {

using Exchange = gradus::testing::ExchangeProgram;
using gradus::testing::read_file;
using nlohmann::json;

namespace {

// A line of each type that says all it can, and some that leave out what they may.
const std::string all_types =
    R"({"type":"session","on":"2026-10-01","at":"2026-10-01T19:00+02:00","minutes":90,"kind":"lab","topic":"joins","note":"a \"b\"\n=c"})"
    "\n"
    R"({"type":"problem","on":"2026-10-01","title":"'T, 1","topic":"joins","difficulty":"hard","minutes":7,"attempts":2,"help_used":true,"platform":"p","url":"","language":"sql","id":"00000000-0000-4000-8000-00000000000a"})"
    "\n"
    R"({"type":"artefact","on":"2026-10-02","artefact":"w1-group-by","title":"G","path":"=x"})"
    "\n"
    R"({"type":"attestation","on":"2026-12-02","tier":"sql","criterion":"sql-dialects","evidence":"e"})"
    "\n"
    R"({"type":"mock_exam","on":"2026-10-02","exam":"dea-c01","score":0.75,"timed":true,"domains":{"x":0.5}})"
    "\n"
    R"({"type":"mock_interview","on":"2026-10-02","area":"sql","score":72.5})"
    "\n"
    R"({"type":"application","on":"2026-10-02","company":"C","role":"R","status":"sent"})"
    "\n"
    R"({"type":"run","on":"2026-10-02","pipeline":"daily","ok":true})"
    "\n"
    R"({"type":"run","on":"2026-10-02","pipeline":"daily","ok":true})"
    "\n"
    R"({"type":"expense","on":"2026-10-02","usd":12.5,"kind":"book","title":"B"})"
    "\n"
    R"({"type":"drill","on":"2026-10-02","drill":"d","seconds":70,"limit_seconds":90,"passed":true})"
    "\n"
    R"({"type":"review","on":"2026-10-02","problem":"00000000-0000-4000-8000-00000000000a","grade":3})"
    "\n"
    R"({"type":"session","on":"2026-10-03","tier":"python","minutes":5,"kind":"read"})"
    "\n";

}  // namespace

TEST_CASE("an export, imported into an empty store, is exported byte for byte", "[cli]") {
  Exchange first;
  REQUIRE(first.outcome("jsonl", all_types)["added"] == 13);
  for (const auto* words : {"log 50m read --note é", "attest sql/sql-cte-chain --evidence x",
                            "artefact add 'one of my own'", "interview sql", "apply Firm"})
    REQUIRE(first.run(words).code == 0);

  for (const std::string format : {"jsonl", "csv"}) {
    const auto exported = first.exported(format);
    Exchange second;
    CHECK(second.outcome(format, exported)["added"] == 18);
    CHECK(second.exported(format) == exported);
    CHECK(second.exported("jsonl") == first.exported("jsonl"));
    CHECK(second.outcome(format, exported)["unchanged"] == 18);
  }
}

TEST_CASE("an export goes to a file, and with --json into a document", "[cli]") {
  Exchange program;
  REQUIRE(program.run("log 50m read").code == 0);
  CHECK(program.run("export jsonl --output $FOLDER/out").out ==
        "Wrote the journal to " + (program.folder().path() / "out").string() + "\n");
  CHECK(read_file(program.folder().path() / "out") == program.exported());
  CHECK(json::parse(program.run("export csv --json").out)["text"] == program.exported("csv"));
}

TEST_CASE("what an import changed is one step back", "[cli]") {
  Exchange program;
  REQUIRE(program.run("log 50m read").code == 0);
  const auto before = program.exported();
  REQUIRE(program.import("jsonl", all_types).code == 0);
  std::string changed = all_types;
  changed.replace(changed.find("\"'T, 1\""), 7, "\"other\"");
  const auto answer = program.outcome("jsonl", changed);
  CHECK(answer["changed"] == 1);
  CHECK(answer["added"] == 0);
  REQUIRE(program.run("undo").code == 0);
  REQUIRE(program.run("undo").out.rfind("Undid: import ", 0) == 0);
  CHECK(program.exported() == before);
}

TEST_CASE("a dry run says what would be, and stores nothing", "[cli]") {
  Exchange program;
  REQUIRE(program.import("jsonl", all_types).code == 0);
  const auto before = read_file(program.store());
  std::string file = all_types;
  file.replace(file.find("\"'T, 1\""), 7, "\"other\"");
  file += R"({"type":"run","on":"2026-10-09","pipeline":"new","ok":true})"
          "\nnonsense\n"
          R"({"type":"session","on":"2026-10-09","minutes":5,"kind":"read","topic":"jons"})"
          "\n";
  const auto answer = program.import("jsonl", file, "--dry-run --json");
  CHECK(answer.code == 1);
  const auto outcome = json::parse(answer.out);
  CHECK(outcome["added"] == 1);
  CHECK(outcome["changed"] == 1);
  CHECK(outcome["unchanged"] == 12);
  CHECK(outcome["refused"] == 2);
  CHECK(outcome["reasons"].size() == 2);
  CHECK(read_file(program.store()) == before);
  CHECK(program.import("jsonl", all_types, "--dry-run").out ==
        "The import would take 0 new, 0 changed, 13 known already. Nothing was stored.\n");
}

TEST_CASE("a bad line stops the import before anything is stored", "[cli]") {
  Exchange program;
  const auto before = read_file(program.store());
  const auto refusal = [&](const std::string& line) {
    const auto answer = program.import("jsonl", all_types + line + "\n");
    CHECK(answer.code == 2);
    CHECK(read_file(program.store()) == before);
    const auto at = answer.err.find(":14: ");
    REQUIRE(at != std::string::npos);
    return answer.err.substr(at + 5);
  };
  const auto session = [](const std::string& members) {
    return R"({"type":"session","on":"2026-10-09","minutes":5,"kind":"read")" + members + "}";
  };
  CHECK(refusal("{").rfind("the file ends too early", 0) == 0);
  CHECK(refusal(session(R"(,"topic":"jons")")) ==
        "topic: no topic \"jons\" in this curriculum\n  hint: did you mean joins?\n");
  CHECK(refusal(session(R"(,"week":"w99")")).rfind("week: ", 0) == 0);
  CHECK(refusal(session(R"(,"tier":"sqk")")).rfind("tier: no tier \"sqk\"", 0) == 0);
  CHECK(refusal(session(R"(,"week":"w1","tier":"python")")) ==
        "week: w1 belongs to the tier sql, but the tier given is python\n"
        "  hint: leave out one of the two\n");
  CHECK(refusal(R"({"type":"artefact","on":"2026-10-09","artefact":"w1-grup-by","title":"t"})")
            .rfind("artefact: no artefact", 0) == 0);
  CHECK(
      refusal(R"({"type":"attestation","on":"2026-10-09","tier":"sql","criterion":"sql-dialect"})")
          .rfind("criterion: no criterion", 0) == 0);
  CHECK(refusal(R"({"type":"run","on":"2026-12-22","pipeline":"p","ok":true})")
            .rfind("on: 2026-12-22 is in the future", 0) == 0);
  CHECK(refusal(R"({"type":"run","on":"2026-10-09","pipeline":"p","ok":true,)"
                R"("id":"00000000-0000-4000-8000-00000000000a"})")
            .rfind("id: 00000000-0000-4000-8000-00000000000a also appears on line 2", 0) == 0);
}

TEST_CASE("a plan that moved changes no entry of a file that is imported again", "[cli]") {
  const std::string lines =
      R"({"type":"session","on":"2026-11-12","minutes":50,"kind":"read"})"
      "\n"
      R"({"type":"run","on":"2026-11-12","tier":"python","pipeline":"p","ok":true})"
      "\n";
  const std::string records = "2026-11-12\n    8:00 - 9:00\n";
  for (const std::string change : {"plan stretch sql --to 8", "plan break 2026-10-05 2026-11-01"}) {
    INFO(change);
    Exchange program;
    REQUIRE(program.outcome("jsonl", lines)["added"] == 2);
    REQUIRE(program.outcome("klog", records)["added"] == 1);
    const auto before = program.exported();
    program.set_today("2026-09-28");  // so that the days that lie behind move, too
    REQUIRE(program.run(change).code == 0);
    program.set_today("2026-12-20");
    for (const auto* dry : {"--dry-run", ""}) {
      CHECK(program.outcome("jsonl", lines, dry)["unchanged"] == 2);
      CHECK(program.outcome("klog", records, dry)["unchanged"] == 1);
    }
    CHECK(program.exported() == before);
    // A line that says its week is another content.
    const std::string with_week =
        R"({"type":"run","on":"2026-11-12","week":"w1","pipeline":"q","ok":true,"id":"00000000-0000-4000-8000-00000000000b"})";
    CHECK(program.outcome("jsonl", with_week)["added"] == 1);
    CHECK(program.outcome("jsonl", std::string(with_week).replace(with_week.find("w1"), 2,
                                                                  "w2"))["changed"] == 1);
  }
}

TEST_CASE("a time zone that changed changes no entry of a file that is imported again", "[cli]") {
  const std::vector<std::pair<std::string, std::string>> files{
      {"timewarrior", R"([{"id":1,"start":"20261205T200000Z","end":"20261205T210000Z"}])"},
      {"airflow-runs",
       R"([{"dag_id":"d","run_id":"r","state":"failed","logical_date":"2026-12-05T20:00:00+00:00"}])"},
      {"klog", "2026-12-05\n    20:00 - 21:00\n"},
      {"csv --type run", "on,pipeline,ok\n2026-12-05 20:00,p,true\n"},
  };
  for (const auto& [format, text] : files) {
    INFO(format);
    Exchange program;
    REQUIRE(program.outcome(format, text)["added"] == 1);
    const auto before = program.exported();
    program.set_offset(9 * 60);
    program.set_today("2026-12-05");  // where in the new zone the day would lie in the future
    CHECK(program.outcome(format, text)["unchanged"] == 1);
    CHECK(program.exported() == before);
  }
  // What does change is put in at the time that is known.
  Exchange program;
  REQUIRE(program.outcome("airflow-runs", files[1].second)["added"] == 1);
  program.set_offset(9 * 60);
  std::string cleared = files[1].second;
  cleared.replace(cleared.find("failed"), 6, "success");
  CHECK(program.outcome("airflow-runs", cleared)["changed"] == 1);
  CHECK(program.exported().find("2026-12-05T21:00+01:00") != std::string::npos);
}

TEST_CASE("a file without ids goes into several tracks, and twice into none", "[cli]") {
  Exchange program;
  const std::string line = R"({"type":"run","on":"2026-10-09","pipeline":"p","ok":true})"
                           "\n";
  const std::string records = "2026-10-12\n    1h\n    1h\n";
  REQUIRE(program.outcome("jsonl", line)["added"] == 1);
  REQUIRE(program.outcome("klog", records)["added"] == 2);
  REQUIRE(program.run("init --track other --start 2026-09-28").code == 0);
  CHECK(program.outcome("jsonl", line)["added"] == 1);
  CHECK(program.outcome("klog", records)["added"] == 2);
  for (const auto* track : {"--track other", "--track de-roadmap"}) {
    CHECK(program.outcome("jsonl", line, track)["unchanged"] == 1);
    CHECK(program.outcome("klog", records, track)["unchanged"] == 2);
  }
}

TEST_CASE("an import that waits for its input keeps nobody out of the store", "[cli]") {
  Exchange program;
  const auto pipe = program.folder().path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  auto import =
      std::async(std::launch::async, [&] { return program.run("import jsonl $FOLDER/pipe"); });
  std::ofstream feed(pipe);
  // More than a pipe holds: once it is written, the import has begun to read.
  for (int i = 0; i < 4000; ++i)
    feed << fmt::format(R"({{"type":"run","on":"2026-10-09","pipeline":"p{}","ok":true}})"
                        "\n",
                        i);
  feed.flush();
  CHECK(program.run("log 5m read").code == 0);
  feed.close();
  CHECK(import.get().out ==
        "Imported 4000 new (4000 in sql), 0 changed, 0 known already. Undo: gradus undo\n");
}

TEST_CASE("an id of another track is bad input", "[cli]") {
  Exchange program;
  REQUIRE(program.import("jsonl", all_types).code == 0);
  REQUIRE(program.run("init --track other").code == 0);
  const auto answer = program.import("jsonl", all_types);
  CHECK(answer.code == 2);
  CHECK(answer.err.find(":2: id: ") != std::string::npos);
  CHECK(program.exported().empty());
}

TEST_CASE("an import with no file, no store or a wrong word says so", "[cli]") {
  Exchange program;
  CHECK(program.run("import jsonl $FOLDER/none").code == 2);
  CHECK(program.run("import jsonl $FOLDER").code == 2);
  CHECK(program.run("import xml $FOLDER/none").code == 2);
  CHECK(program.run("import csv $FOLDER/gradus.db --map titel=x").err ==
        "gradus: --map: \"titel\" is not a field of an entry\n  hint: did you mean title?\n");
  const auto wrong = [&](const std::string& words) {
    return program.run("import csv $FOLDER/gradus.db " + words).err;
  };
  CHECK(wrong("--map on") == "gradus: --map: \"on\" has no =\n  hint: write --map on=COLUMN\n");
  CHECK(wrong("--set kind") ==
        "gradus: --set: \"kind\" has no =\n  hint: write --set kind=VALUE\n");
  CHECK(wrong("--set Kind") ==
        "gradus: --set: \"Kind\" has no =\n  hint: write --set FIELD=VALUE\n");
  CHECK(program.run("import jsonl $FOLDER/gradus.db").code == 2);
}

TEST_CASE("an import counts in whole sentences", "[cli]") {
  Exchange program;
  const std::string line = R"({"type":"run","on":"2026-09-01","pipeline":"p","ok":true})";
  CHECK(program.import("jsonl", line).err ==
        "gradus: warning: 1 of the entries is before the track's start on 2026-09-28; it counts "
        "all the "
        "same\n");
  CHECK(program.import("jsonl", line).out ==
        "Nothing new: 1 entry known already. Nothing was changed.\n");
  CHECK(program.import("jsonl", "{").err.find(" Nothing was stored; --dry-run lists all lines") !=
        std::string::npos);
}

}  // namespace gradus::cli::exchange_test
