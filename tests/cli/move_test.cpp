#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

// edit ID --move-to TRACK
namespace gradus::cli::move_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using nlohmann::json;

namespace {

// A program with the tracks de-roadmap, which is current, and evenings, of watercolour.
class TwoTracks : public CheckedProgram {
 public:
  TwoTracks() {
    done("init --curriculum watercolour --track evenings --start 2026-11-30");
    done("init --start 2026-11-30");
  }
  json entries(const std::string& track) {
    return json::parse(done("entries --json --track " + track));
  }
};

}  // namespace

TEST_CASE("an entry moves to another track, into a week of its own there", "[cli]") {
  TwoTracks program;
  program.done("log 1h read --note palette");
  const auto before = program.entries("de-roadmap").at(0);
  CHECK_THAT(
      program.done("edit last --move-to evenings"),
      Contains("(1h read in w1 on Mon 2026-11-30) from the track de-roadmap to evenings: now "
               "1h read in ") &&
          Contains("Undo: gradus undo"));
  CHECK(program.entries("de-roadmap").empty());
  const auto now = program.entries("evenings").at(0);
  for (const auto* field : {"id", "on", "minutes", "kind", "note"})
    CHECK(now.at(field) == before.at(field));
  const auto week = json::parse(program.done("today --json --track evenings"));
  CHECK(now.at("week") == week.at("week"));
  CHECK(now.at("tier") == week.at("tier"));
  CHECK(week.at("actual_minutes") == 60);
  program.done("doctor");

  program.done("undo");
  CHECK(program.entries("de-roadmap").at(0) == before);
  CHECK(program.entries("evenings").empty());
  program.done("redo");
  CHECK(program.entries("evenings").at(0) == now);
  program.done("edit last --track evenings --move-to de-roadmap");
  CHECK(program.entries("de-roadmap").at(0).at("week") == before.at("week"));
}

TEST_CASE("what the other curriculum doesn't have is told", "[cli]") {
  TwoTracks program;
  SECTION("a session loses its topic") {
    program.done("log 1h read -t joins");
    const auto answer = program.run("edit last --move-to evenings");
    CHECK(answer.code == 0);
    CHECK_THAT(answer.err, Contains("the topic joins was left behind: the track evenings has "
                                    "none of that name"));
    CHECK(program.entries("evenings").at(0).at("topic").is_null());
  }
  SECTION("an artefact becomes one of the learner's own") {
    program.done("artefact add w1-group-by --url https://example.org");
    const auto answer = program.run("edit last --move-to evenings");
    CHECK_THAT(answer.err, Contains("the artefact w1-group-by was left behind"));
    const auto entry = program.entries("evenings").at(0);
    CHECK(entry.at("artefact").is_null());
    CHECK(entry.at("url") == "https://example.org");
  }
  SECTION("a problem needs another topic") {
    program.done("solve Trips 9 -t joins");
    CHECK_THAT(program.refused("edit last --move-to evenings"),
               Contains("the track evenings has no topic \"joins\"") && Contains("--topic ID"));
    CHECK(program.entries("de-roadmap").size() == 1);
    const auto topics = json::parse(program.done("curriculum show watercolour --json"));
    const auto topic = topics.at("topics").at(0).at("id").get<std::string>();
    program.done("edit last --move-to evenings --minutes 12 --topic " + topic);
    CHECK(program.entries("evenings").at(0).at("topic") == topic);
    CHECK(program.entries("evenings").at(0).at("minutes") == 12);
  }
  program.done("doctor");
}

TEST_CASE("a move that makes no sense changes nothing", "[cli]") {
  TwoTracks program;
  program.done("log 1h read");
  CHECK_THAT(program.refused("edit last --move-to de-roadmap"), Contains("de-roadmap already"));
  CHECK_THAT(program.run("edit last --move-to evening").err, Contains("evenings"));
  CHECK_THAT(program.refused("edit last --move-to evenings --week w99"), Contains("w99"));
  program.done("attest sql/sql-dialects --evidence seen");
  CHECK_THAT(program.refused("edit last --move-to evenings"),
             Contains("a signature stays with the curriculum"));
  CHECK(program.entries("evenings").empty());
}

TEST_CASE("an entry moves neither into an archived track nor into the future", "[cli]") {
  TwoTracks program;
  program.done("log 1h read");
  CHECK_THAT(program.refused("edit last --move-to evenings --on tomorrow", 2),
             Contains("tomorrow"));
  program.done("track archive evenings");
  CHECK_THAT(program.refused("edit last --move-to evenings", 4), Contains("evenings is archived"));
}

}  // namespace gradus::cli::move_test
