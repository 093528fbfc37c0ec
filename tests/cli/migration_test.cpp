#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>

// What a learner sees of a store that an older gradus wrote: ../store/data/README.md.
namespace gradus::cli::migration_test {

namespace fs = std::filesystem;

using gradus::testing::Program;
using gradus::testing::read_file;
using nlohmann::json;

namespace {

fs::path kept(const std::string& name) {
  return fs::path(GRADUS_SOURCE_DIR) / "tests/store/data" / ("version-1." + name);
}

class Migrated : public Program {
 public:
  Migrated() : Program("2026-01-27") { fs::copy_file(kept("db"), store()); }

  std::string out(const std::string& words) {
    const auto answer = run(words);
    INFO(answer.err);
    CHECK(answer.code == 0);
    return answer.out;
  }
};

// What the journal's lines have had since: when each was changed, the score and the items of a
// drill.
constexpr std::array new_fields{R"(,"changed":"1970-01-01T00:00:00Z")", R"(,"score":null)",
                                R"(,"items":null)"};

std::string without(std::string text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
    text.erase(at, part.size());
  return text;
}

std::string without_new_fields(std::string text) {
  for (const auto* const part : new_fields) text = without(std::move(text), part);
  return text;
}

// The lines that a calendar knows an event and its version by.
std::string events_of(const std::string& calendar) {
  std::istringstream lines(without(calendar, "\r"));
  std::string events;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("UID") || line.starts_with("SEQUENCE") || line.starts_with("STATUS"))
      events += line + '\n';
  return events;
}

// All that the older program said is said still; what a newer one adds is no matter. A finished
// week's minutes were those planned, and are those that remain now.
void expect_kept(const json& before, const json& now) {
  if (before.is_object()) {
    const bool week = before.contains("number");
    for (const auto& [key, value] : before.items())
      if (!week || key != "minutes") expect_kept(value, now.at(key));
  } else if (before.is_array()) {
    REQUIRE(now.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) expect_kept(before[i], now[i]);
  } else {
    CHECK(now == before);
  }
}

}  // namespace

TEST_CASE("an old store's journal, plan, calendar and history are what they were", "[cli]") {
  Migrated program;
  for (const std::string track : {"de-roadmap", "watercolour"}) {
    const auto of = " --track " + track;
    CHECK(without_new_fields(program.out("export jsonl" + of)) ==
          read_file(kept(track + ".jsonl")));
    expect_kept(json::parse(read_file(kept(track + ".plan.json"))),
                json::parse(program.out("plan --json" + of)));
    CHECK(events_of(program.out("export ics" + of)) == read_file(kept(track + ".events")));
  }
  expect_kept(json::parse(read_file(kept("undo.json"))),
              json::parse(program.out("undo --list --json")));
  CHECK(program.run("doctor").out.find("restore") == std::string::npos);
}

TEST_CASE("an old store's verdict says what it said", "[cli]") {
  Migrated program;
  CHECK(program.out("ready water --track watercolour") == read_file(kept("water.txt")));
  auto before = json::parse(read_file(kept("water.json")));
  auto now = json::parse(program.out("ready water --track watercolour --json"));
  CHECK(now["evidence"]["water-studies"]["total"] == 16);
  for (auto& [criterion, evidence] : now["evidence"].items()) {
    CHECK(evidence["newest"].empty());
    CHECK(evidence["words"] == before["evidence"][criterion]["newest"]);
  }
  now.erase("evidence");
  before.erase("evidence");
  CHECK(now == before);
}

TEST_CASE("files that an old store has imported add nothing when they come again", "[cli]") {
  Migrated program;
  const auto adds_nothing = [&](const std::string& format, const std::string& text,
                                const std::string& track) {
    program.folder().write("file", text);
    const auto answer = program.run("import " + format + " $FOLDER/file --track " + track);
    INFO(answer.out << answer.err);
    CHECK(answer.out.starts_with("Nothing new: "));
    CHECK(answer.out.find("Nothing was changed") != std::string::npos);
  };
  adds_nothing("klog", "2026-01-06\n\t1h #lab a first wash\n\t19:00 - 19:45 #review\n",
               "watercolour");
  adds_nothing(
      "csv",
      "type,on,title,topic,difficulty,minutes\nproblem,2026-01-05,From a table,joins,easy,9\n",
      "de-roadmap");
  adds_nothing("jsonl",
               R"({"type":"session","on":"2026-01-05","minutes":30,"kind":"lab","topic":"joins"})"
               "\n",
               "de-roadmap");
  adds_nothing("jsonl", read_file(kept("watercolour.jsonl")), "watercolour");
}

TEST_CASE("an old calendar's events keep their names when the track is renamed", "[cli]") {
  Migrated program;
  (void)program.out("track rename watercolour aquarelle");
  CHECK(events_of(program.out("export ics --track aquarelle")) ==
        read_file(kept("watercolour.events")));
}

TEST_CASE("an old store is told of by doctor, and not touched", "[cli]") {
  Migrated program;
  const auto before = read_file(program.store());
  const auto answer = program.run("doctor");
  CHECK(answer.code == 1);
  CHECK(answer.out.find("older version") != std::string::npos);
  CHECK(read_file(program.store()) == before);
}

}  // namespace gradus::cli::migration_test
