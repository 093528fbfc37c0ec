#pragma once

#include "gradus/store/store.hpp"
#include "gradus/track/record.hpp"
#include "gradus/track/start.hpp"
#include "gradus/track/track.hpp"

#include "support/entries.hpp"
#include "support/folder.hpp"

#include <filesystem>
#include <string>
#include <utility>

namespace gradus::testing {

// Two tiers of a cello course: "strings" of w1 and w2, whose gate asks for 2 hours and 2 scales,
// and the closing "pieces" of w3. At its end a recording is asked for.
inline constexpr auto cello = R"({
  "format": 1, "id": "cello", "title": "The cello", "version": "1",
  "minutes": {"read": 60, "lab": 180, "review": 60},
  "topics": [{"id": "scales", "title": "Scales"}],
  "tiers": [
    {"id": "strings", "title": "Open strings", "compress": "half",
     "weeks": [
       {"id": "w1", "title": "The bow", "goals": ["Hold it"]},
       {"id": "w2", "title": "The left hand", "goals": ["Place it"],
        "problems": [{"topic": "scales", "difficulty": "easy", "count": 2}]}],
     "exit": [
       {"id": "hours", "title": "Two hours", "kind": "measured",
        "require": {"of": "sessions", "measure": "minutes", "at_least": 120}},
       {"id": "scales", "title": "Two scales", "kind": "measured",
        "require": {"of": "problems", "where": {"topic": "scales"}, "measure": "count", "at_least": 2}}]},
    {"id": "pieces", "title": "Pieces", "closing": true,
     "weeks": [
       {"id": "w3", "title": "A piece", "goals": ["Play it"],
        "artefacts": [{"id": "w3-recording", "title": "A recording"}]}],
     "exit": [
       {"id": "signed", "title": "Signed", "kind": "attest", "require": {"attested": true}},
       {"id": "recorded", "title": "Recorded", "kind": "artefact",
        "require": {"artefact": "w3-recording"}}]}],
  "finish": [
    {"id": "played", "title": "Played", "kind": "attest", "require": {"attested": true}}]
})";

// A store with a track of that course, begun on Monday 2026-11-30 and studied on 2026-12-02.
class CelloRun {
 public:
  CelloRun() {
    auto run = track::plan_run({"cello.json", cello}, {.start = day("2026-11-30")}, today);
    auto store = store::Store::create(file());
    track::start(store, run, entry_id(900).text(), today, calendar::Instant{});
    store.commit(step("init"));
  }

  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "gradus.db"; }

  // What `entry` makes, recorded in a step of its own.
  track::Recorded record(const track::NewEntry& entry, const track::Warnings& warnings = {}) const {
    auto store = store::Store::write(file());
    auto recorded = track::record(store, track::load(store, std::nullopt), entry, today,
                                  calendar::Instant{}, warnings);
    store.commit(step("record"));
    return recorded;
  }

  [[nodiscard]] track::NewEntry entry(journal::What what) {
    return {.id = entry_id(++made_), .on = today, .what = std::move(what)};
  }
  [[nodiscard]] track::NewEntry session(int minutes) {
    return entry(
        journal::Session{.minutes = calendar::Minutes{minutes}, .kind = journal::SessionKind::lab});
  }
  [[nodiscard]] track::NewEntry scale(const std::string& title) {
    return entry(journal::Problem{.title = title,
                                  .topic = curriculum::TopicId("scales"),
                                  .difficulty = curriculum::Difficulty::easy,
                                  .minutes = calendar::Minutes{10}});
  }

  [[nodiscard]] static store::Step step(const std::string& name) {
    return {name, calendar::Moment::parse("2026-12-02T19:00+01:00").value()};
  }

  const calendar::Date today = day("2026-12-02");

 private:
  Folder folder_;
  unsigned made_ = 0;
};

}  // namespace gradus::testing
