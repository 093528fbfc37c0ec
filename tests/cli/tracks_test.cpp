#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

namespace gradus::cli::tracks_test {

using gradus::testing::Answer;
using gradus::testing::everything_in;
using gradus::testing::Program;
using nlohmann::json;

namespace {

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// Two tracks: `oils`, then `watercolour`, the active one.
class TwoTracks {
 public:
  TwoTracks() {
    done("init --curriculum watercolour --track oils --start 2026-01-05");
    done("init --curriculum watercolour --start 2026-01-05");
  }

  Program& program() { return program_; }
  Answer done(const std::string& words) {
    auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return answer;
  }
  json asked(const std::string& words) { return json::parse(done(words + " --json").out); }
  Answer refused(const std::string& words, int code) {
    const auto before = everything_in(program_.folder().path());
    auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    CHECK(answer.code == code);
    CHECK(everything_in(program_.folder().path()) == before);
    return answer;
  }

 private:
  Program program_{"2026-01-05"};
};

}  // namespace

TEST_CASE("what changed names its track where several are active", "[cli]") {
  TwoTracks tracks;
  const auto named = " (track watercolour). Undo: gradus undo";
  CHECK(says(tracks.done("log 1h lab").out, named));
  CHECK(says(tracks.done("plan break 2026-01-08").out, named));
  CHECK(says(tracks.done("log 1h lab --track oils").out, " (track oils). Undo: gradus undo"));
  tracks.done("track archive oils");
  CHECK_FALSE(says(tracks.done("log 1h lab").out, "(track"));
}

TEST_CASE("tracks are listed with where each stands", "[cli]") {
  TwoTracks tracks;
  const auto list = tracks.asked("track list");
  REQUIRE(list.size() == 2);
  REQUIRE(tracks.done("log 2h lab --track oils").code == 0);
  CHECK(tracks.asked("track list")[0]["actual_minutes"] == 120);
  CHECK(list[0] == json{{"name", "oils"},
                        {"curriculum", "watercolour"},
                        {"title", "Watercolour in five weeks"},
                        {"tier", "water"},
                        {"active", false},
                        {"gate", "block"},
                        {"archived", false},
                        {"state", "active"},
                        {"start", "2026-01-05"},
                        {"finish", tracks.asked("plan --track oils")["finish"]},
                        {"actual_minutes", 0},
                        {"planned_minutes", tracks.asked("plan --track oils")["planned_minutes"]}});
  CHECK(list[1]["state"] == "current");
  CHECK(list[1]["name"] == "watercolour");
  CHECK(list[1]["active"] == true);
  const auto text = tracks.done("track list").out;
  CHECK(says(text, "oils"));
  CHECK(says(text, "active"));
  CHECK(says(text, "2h/"));
}

TEST_CASE("init of another track says that it is current, and how to go back", "[cli]") {
  TwoTracks tracks;
  const auto first = Program{"2026-01-05"}.run("init --curriculum watercolour").out;
  CHECK_FALSE(says(first, "current track"));
  const auto third = tracks.done("init --curriculum watercolour --track third").out;
  CHECK(says(third,
             "It is the current track now; watercolour was. Back to that: gradus track use "
             "watercolour\n"));
  CHECK(says(third, "Next: gradus today"));
}

TEST_CASE("today tells of what the other active tracks have today", "[cli]") {
  TwoTracks tracks;
  tracks.program().set_today("2026-01-07");
  const auto here = tracks.asked("today");
  REQUIRE(here["elsewhere"].size() == 1);
  CHECK(here["elsewhere"][0]["track"] == "oils");
  CHECK(here["elsewhere"][0]["blocks"] == tracks.asked("today --track oils")["blocks"]);
  CHECK(says(tracks.done("today").out, "(gradus --track oils today)\n"));
  CHECK(says(tracks.done("today --track oils").out, "(gradus --track watercolour today)\n"));
  tracks.done("log 5h --track oils");
  CHECK_FALSE(says(tracks.done("today").out, "--track oils"));
  tracks.done("track archive oils");
  CHECK(tracks.asked("today")["elsewhere"].empty());
}

TEST_CASE("another track is made the active one, and undo takes that back", "[cli]") {
  TwoTracks tracks;
  CHECK(tracks.done("track use oils").out == "oils is the current track now. Undo: gradus undo\n");
  CHECK(tracks.asked("today")["track"] == "oils");
  tracks.done("undo");
  CHECK(tracks.asked("today")["track"] == "watercolour");
  CHECK(says(tracks.done("track use watercolour").out, "nothing was changed"));
  CHECK(says(tracks.refused("track use oil", 2).err, "oils"));
}

TEST_CASE("a renamed track keeps what it holds", "[cli]") {
  TwoTracks tracks;
  tracks.done("log 1h lab --track oils");
  tracks.done("track rename oils acrylics");
  CHECK(tracks.asked("entries --track acrylics").size() == 1);
  tracks.refused("today --track oils", 2);
  tracks.refused("track rename acrylics watercolour", 4);
  tracks.refused("track rename acrylics ' '", 2);
  tracks.done("undo");
  CHECK(tracks.asked("entries --track oils").size() == 1);
}

TEST_CASE("an archived track is out of sight, and comes back whole", "[cli]") {
  TwoTracks tracks;
  tracks.refused("track archive watercolour", 4);
  CHECK(says(tracks.done("plan --json").out, "\"warnings\""));
  tracks.done("track archive oils");
  CHECK(tracks.asked("track list").size() == 1);
  const auto all = tracks.asked("track list --all");
  REQUIRE(all.size() == 2);
  CHECK(all[0]["archived"] == true);
  CHECK(says(tracks.done("track use oils").out, "back from the archive"));
  CHECK(tracks.asked("track list").size() == 2);
}

TEST_CASE("an archived track asks for no time of anybody's week", "[cli]") {
  TwoTracks tracks;
  const auto overloaded = [&] {
    const auto plan = tracks.asked("plan available 'sat=3h@09:00:lab' --what-if");
    return says(plan.dump(), "tracks-overload");
  };
  CHECK(overloaded());
  tracks.done("track archive oils");
  CHECK_FALSE(overloaded());
}

TEST_CASE("gates are set per track", "[cli]") {
  TwoTracks tracks;
  tracks.done("track gate warn --track oils");
  const auto list = tracks.asked("track list");
  CHECK(list[0]["gate"] == "warn");
  CHECK(list[1]["gate"] == "block");
  CHECK(says(tracks.done("track gate block").out, "nothing was changed"));
  tracks.refused("track gate open", 2);
}

}  // namespace gradus::cli::tracks_test
