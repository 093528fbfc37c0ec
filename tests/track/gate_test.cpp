#include "gradus/track/gate.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/gate_criterion.hpp"
#include "gradus/track/signature.hpp"
#include "gradus/track/waive.hpp"

#include "track/fixture.hpp"

#include <catch2/catch.hpp>

#include <variant>

namespace gradus::track::gate_test {

using testing::CelloRun;
using testing::day;

namespace {

void meet(CelloRun& run) {
  (void)run.record(run.session(120));
  (void)run.record(run.scale("G major"));
  (void)run.record(run.scale("D major"));
}

// Passes the open tier.
void pass_open(const CelloRun& run) {
  auto store = store::Store::write(run.file());
  const auto track = load(store, std::nullopt);
  const auto passage = find_passage(store, track, "", std::nullopt, run.today);
  REQUIRE_FALSE(passage.refused);
  const auto passed = pass(store, track, passage, passage.on, calendar::Instant{});
  CHECK(passed.verdict.state == rules::TierState::passed);
  REQUIRE(passed.next != nullptr);
  CHECK(passed.next->id.text() == "pieces");
  store.commit(CelloRun::step("unlock"));
}

std::optional<rules::PassedGate> passed_strings(const CelloRun& run) {
  const auto store = store::Store::read(run.file());
  const auto track = load(store, std::nullopt);
  return passed_gate(store, track, track.curriculum.tiers.front());
}

}  // namespace

TEST_CASE("a gate that is not met refuses, unless the track's gates only warn", "[track]") {
  const CelloRun run;
  auto store = store::Store::write(run.file());
  auto track = load(store, std::nullopt);
  CHECK(find_passage(store, track, "strings", std::nullopt, run.today).refused);
  track.gate = rules::GateMode::warn;
  CHECK_FALSE(find_passage(store, track, "strings", std::nullopt, run.today).refused);
  CHECK_THROWS_AS(find_passage(store, track, "pieces", std::nullopt, run.today), rules::Error);
}

TEST_CASE("a tier that is passed stays so, and says what would no longer be met", "[track]") {
  CelloRun run;
  CHECK_FALSE(passed_strings(run));
  meet(run);
  pass_open(run);
  const auto passed = passed_strings(run);
  REQUIRE(passed);
  CHECK(passed->on == run.today);
  CHECK(passed->verdict.met == 2);
  CHECK(passed->lapsed.empty());
  {
    auto store = store::Store::write(run.file());
    const auto track = load(store, std::nullopt);
    auto entry = store::find_entry(store, track.id, testing::entry_id(3).text());
    std::get<journal::Problem>(entry.what).topic = curriculum::TopicId("bowing");
    store::replace_entry(store, track.id, entry);
    store.commit(CelloRun::step("edit"));
  }
  const auto lapsed = passed_strings(run);
  REQUIRE(lapsed);
  CHECK(lapsed->verdict.met == 2);
  REQUIRE(lapsed->lapsed.size() == 1);
  CHECK(lapsed->lapsed[0].id.text() == "scales");
}

TEST_CASE("what is shown of a gate depends on its tier and on whether reasons are wanted",
          "[track]") {
  CelloRun run;
  meet(run);
  pass_open(run);
  const auto store = store::Store::read(run.file());
  const auto track = load(store, std::nullopt);
  const auto of = [&](const std::string& id, bool explain) {
    return readiness(store, track, id, explain, run.today);
  };
  CHECK(std::get<insight::RememberedGate>(of("strings", false)).gate.on == run.today);
  CHECK(std::get<insight::ExplainedGate>(of("strings", true)).passed_on == run.today);
  CHECK(std::get<rules::Verdict>(of("", false)).tier == "pieces");
  CHECK(std::get<rules::Verdict>(of("finish", false)).tier == "finish");
  CHECK_THROWS_AS(of("bows", false), gradus::Error);
}

TEST_CASE("no tier is passed before the one in front of it", "[track]") {
  CelloRun run;
  meet(run);
  pass_open(run);
  const auto store = store::Store::read(run.file());
  const auto track = load(store, std::nullopt);
  CHECK_THROWS_AS(find_passage(store, track, "pieces", day("2026-12-01"), run.today), Error);
}

TEST_CASE("a signature counts only where its criterion can be signed", "[track]") {
  const CelloRun run;
  const auto track = load(store::Store::read(run.file()), std::nullopt);
  const auto signature = [&](const std::string& name, const std::string& evidence, bool placement) {
    const auto found = find_gate_criterion(name, track.curriculum);
    check_signature({found.criterion->id, evidence, placement}, found);
  };
  CHECK_NOTHROW(signature("pieces/signed", "my teacher heard it", false));
  CHECK_NOTHROW(signature("strings/hours", "years of the violin", true));
  CHECK_THROWS_AS(signature("pieces/signed", " ", false), Error);
  CHECK_THROWS_AS(signature("strings/hours", "years of the violin", false), rules::Error);
  CHECK_THROWS_AS(signature("finish/played", "years of the violin", true), Error);
  CHECK_NOTHROW(signature("signed", "my teacher heard it", false));
}

TEST_CASE("a waiver is stored, and can be taken away", "[track]") {
  const CelloRun run;
  auto store = store::Store::write(run.file());
  auto track = load(store, std::nullopt);
  const auto scales = find_waivable("strings/scales", track);
  const rules::Waiver waiver{.gate = scales.gate,
                             .criterion = scales.criterion->id,
                             .reason = "a broken string",
                             .on = run.today};
  CHECK(waive(store, track, scales, waiver, run.today).status == rules::Status::waived);
  CHECK(load(store, std::nullopt).waivers == rules::Waivers{waiver});
  remove_waiver(store, track, scales);
  CHECK_THROWS_AS(remove_waiver(store, track, scales), Error);
}

}  // namespace gradus::track::gate_test
