#include "gradus/calendar/date.hpp"

#include "support/calendar_file.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <vector>

// What a calendar hears of a plan, one export after another.
namespace gradus::cli::calendar_test {

using gradus::testing::everything_in;
using gradus::testing::faults_since;
using gradus::testing::Program;
using gradus::testing::told_events;
using gradus::testing::ToldEvents;
using nlohmann::json;

namespace {

json piano() {
  return json::parse(R"({
    "format": 1, "id": "piano", "title": "The piano", "version": "1",
    "minutes": {"read": 30, "lab": 60, "review": 30},
    "available": "tue=1h@19:00,sat=1h@09:00:lab,sun=30m",
    "topics": [{"id": "scales", "title": "Scales"}],
    "tiers": [
      {"id": "hands", "title": "Hands", "compress": "half",
       "weeks": [
         {"id": "w1", "title": "Right hand", "goals": ["a"],
          "artefacts": [{"id": "w1-tape", "title": "A tape"}]},
         {"id": "w2", "title": "Left hand", "goals": ["b"]}],
       "exit": [{"id": "hands-time", "title": "An hour", "kind": "measured",
                 "require": {"of": "sessions", "measure": "minutes", "at_least": 60}}]},
      {"id": "keys", "title": "Keys", "compress": "half",
       "weeks": [
         {"id": "w3", "title": "Major", "goals": ["c"]},
         {"id": "w4", "title": "Minor", "goals": ["d"],
          "artefacts": [{"id": "w4-tape", "title": "Another tape"}]}],
       "exit": [{"id": "keys-time", "title": "An hour", "kind": "measured",
                 "require": {"of": "sessions", "measure": "minutes", "at_least": 60}}]}]
  })");
}

// With other titles for some weeks and artefacts.
json piano_named(const std::string& name) {
  auto next = piano();
  next["version"] = name;
  auto& weeks = next["tiers"][0]["weeks"];
  weeks[1]["title"] = "Left hand, " + name;
  weeks[0]["artefacts"][0]["title"] = "A tape of " + name;
  return next;
}

class Pianist {
 public:
  Pianist() {
    for (const char* name : {"1", "2", "3"})
      program_.folder().write(fmt::format("piano-{}.json", name), piano_named(name).dump());
    done("init --curriculum $FOLDER/piano-1.json --start 2026-11-30 --track piano");
  }

  void done(const std::string& words) {
    const auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
  }
  bool run(const std::string& words) { return program_.run(words).code == 0; }
  [[nodiscard]] ToldEvents told() { return told_events(program_.run("export ics").out); }
  // What the calendars of all tracks are told.
  [[nodiscard]] ToldEvents told_of_all() {
    ToldEvents all;
    for (const auto& track : json::parse(program_.run("track list --all --json").out))
      all.merge(told_events(
          program_.run({"export", "ics", "--track", track["name"].get<std::string>()}).out));
    return all;
  }
  Program& program() { return program_; }

 private:
  Program program_{"2026-11-30"};
};

using Faults = std::vector<std::string>;

std::string uid(const std::string& name) {
  return "00000000-0000-4000-8000-000000000000-" + name + "@gradus";
}

// Commands that change a plan, its titles or the clock's zone. Some are refused.
class Life {
 public:
  Life(Pianist& pianist, unsigned seed) : pianist_(pianist), random_(seed) {}

  // One command; what it was.
  std::string act() {
    auto words = draw();
    (void)pianist_.run(words);
    return words;
  }
  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  std::string one_of(const std::vector<std::string>& words) { return words[below(words.size())]; }
  std::string a_day() {
    return (calendar::Date::parse("2026-11-30").value() +
            calendar::Days{static_cast<int>(below(50))})
        .iso();
  }
  std::string tier() { return one_of({"hands", "keys"}); }

  std::string draw() {
    switch (below(12)) {
      case 0:
        return "replan --apply " + one_of({"extend", "catch-up", "trim"});
      case 1:
        return "plan break " + a_day();
      case 2:
        return "plan break rm " + a_day();
      case 3:
        return fmt::format("plan available {} --fit {}",
                           one_of({"mon=30m", "mon=0", "tue=1h@20:00", "sat=30m@09:00:lab"}),
                           one_of({"weekly", "flow"}));
      case 4:
        return fmt::format("plan {} {} --to {}", one_of({"stretch", "compress"}), tier(),
                           1 + below(4));
      case 5:
        return fmt::format("curriculum use $FOLDER/piano-{}.json", 1 + below(3));
      case 6:
        return one_of({"track rename piano organ", "track rename organ piano",
                       "init --curriculum $FOLDER/piano-1.json --track other", "track use other"});
      case 7:
        pianist_.program().set_today(a_day());
        return "log 1h lab";
      case 8:
        // Whoever goes elsewhere records something there.
        pianist_.program().set_offset(60 * static_cast<int>(below(3)));
        return "log 5m read";
      case 9:
        return "unlock";
      default:
        return one_of({"undo", "undo", "redo"});
    }
  }

  Pianist& pianist_;
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("an event whose title changes has a higher sequence, and no other has", "[cli]") {
  Pianist pianist;
  const auto before = pianist.told();
  pianist.done("curriculum use $FOLDER/piano-2.json");
  const auto after = pianist.told();
  CHECK(faults_since(before, after).empty());
  CHECK(after.at(uid("w2-1")).summary == "Read 30m: Left hand\\, 2");
  CHECK(after.at(uid("due-w1-tape")).summary == "Due: A tape of 2");
  CHECK(after.at(uid("w1-1")).sequence == before.at(uid("w1-1")).sequence);
  CHECK(after.at(uid("due-w4-tape")).sequence == before.at(uid("due-w4-tape")).sequence);

  pianist.done("undo");
  const auto undone = pianist.told();
  CHECK(faults_since(after, undone).empty());
  CHECK(undone.at(uid("w2-1")).summary == before.at(uid("w2-1")).summary);
}

TEST_CASE("a calendar that nothing has changed is told the same, whatever the track is called",
          "[cli]") {
  Pianist pianist;
  const auto before = pianist.program().run("export ics").out;
  pianist.program().set_real_time("2026-12-03T12:00:00Z");
  CHECK(pianist.program().run("export ics").out == before);
  pianist.done("log 1h read");
  CHECK(pianist.program().run("export ics").out == before);
  CHECK(pianist.program().run("track rename piano organ").err.empty());
  CHECK(pianist.program().run("export ics").out == before);
}

TEST_CASE("an export with a reminder or from a day on says of each event what any export says",
          "[cli]") {
  Pianist pianist;
  const auto all = pianist.told();
  pianist.program().set_today("2026-12-08");
  const auto export_ics = [&](const std::string& options) {
    return told_events(pianist.program().run("export ics " + options).out);
  };
  const auto of_today = export_ics("--from today --alarm 15m");
  CHECK(of_today.size() < all.size());
  CHECK_FALSE(of_today.contains(uid("w1-1")));
  for (const auto& [id, event] : of_today) {
    CHECK(all.at(id).sequence == event.sequence);
    CHECK(all.at(id).summary == event.summary);
  }
  CHECK(faults_since(all, export_ics("--alarm 1h")).empty());
  CHECK(faults_since(all, export_ics("")).empty());
  CHECK(pianist.program().run("export ics --alarm soon").code == 2);
  CHECK(pianist.program().run("export ics --alarm 0m").code == 2);
}

TEST_CASE("events that another time zone moves have a higher sequence there", "[cli]") {
  Pianist pianist;
  const auto at_home = pianist.told();
  const auto files = everything_in(pianist.program().folder().path());
  pianist.program().set_offset(-300);
  const auto away = pianist.told();
  CHECK(everything_in(pianist.program().folder().path()) == files);
  CHECK(faults_since(at_home, away).empty());
  CHECK(at_home.at(uid("w1-1")).start == "20261201T180000Z");
  CHECK(away.at(uid("w1-1")).start == "20261202T000000Z");
  // One that fills its day is the same everywhere.
  CHECK(away.at(uid("due-w1-tape")).sequence == at_home.at(uid("due-w1-tape")).sequence);

  // What is recorded there keeps the zone: the sequence stays as long as nothing moves.
  pianist.done("log 1h read");
  const auto kept = pianist.told();
  CHECK(faults_since(away, kept).empty());
  pianist.program().set_real_time("2026-12-03T12:00:00Z");
  CHECK(pianist.told().at(uid("w1-1")).sequence == kept.at(uid("w1-1")).sequence);

  pianist.program().set_offset(60);
  const auto back = pianist.told();
  CHECK(faults_since(kept, back).empty());
  CHECK(back.at(uid("w1-1")).start == at_home.at(uid("w1-1")).start);
  pianist.done("undo");
  CHECK(faults_since(back, pianist.told()).empty());
}

TEST_CASE("a change within the second of an export has a higher sequence than what that told",
          "[cli]") {
  // The program's clock stands still. Each export finds another zone than the one kept, or a
  // locked tier's block whose day has come.
  Pianist pianist;
  pianist.program().set_offset(-300);
  auto last = pianist.told();
  for (const std::string change :
       {"plan break 2026-12-01", "plan available tue=1h@20:00", "undo", "plan break 2026-12-08"}) {
    pianist.done(change);
    const auto kept = pianist.told();
    INFO(change);
    CHECK(faults_since(last, kept).empty());
    pianist.program().set_offset(change == "undo" ? 60 : -300);
    last = pianist.told();
    CHECK(faults_since(kept, last).empty());
  }
  pianist.program().set_today("2026-12-20");
  const auto waiting = pianist.told();
  CHECK(faults_since(last, waiting).empty());
  pianist.done("replan --apply extend");
  CHECK(faults_since(waiting, pianist.told()).empty());
}

TEST_CASE("whatever is done to plans, no calendar misses what changed", "[cli]") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  for (unsigned i = 0; i < 6; ++i) {
    Pianist pianist;
    Life life(pianist, seed + i);
    auto last = pianist.told_of_all();
    std::string done;
    for (int step = 0; step < 40; ++step) {
      done += life.act() + '\n';
      if (life.below(3) == 0) continue;
      const auto now = pianist.told_of_all();
      if (now.empty()) continue;  // without a track there is nothing to export
      INFO(done);
      REQUIRE(faults_since(last, now).empty());
      last = now;
    }
  }
}

}  // namespace gradus::cli::calendar_test
