#include "gradus/store/tracks.hpp"

#include "gradus/store/error.hpp"

#include "store_fixture.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gradus::store::tracks_test {

using namespace gradus;
using namespace gradus::testing;
using rules::TierState;
using store::Store;

namespace {

const curriculum::TierId sql("sql");
const curriculum::TierId python("python");

void add(const std::filesystem::path& file, const store::NewTrack& track) {
  auto store = Store::write(file);
  (void)store::add_track(store, track, two_tiers());
  store.commit(step_named("init"));
}

std::vector<plan::WeekDates> two_weeks() {
  const auto on = [](const char* iso, int minutes, calendar::BlockKind kind) {
    return plan::Block{
        .on = day(iso), .at = std::nullopt, .minutes = plan::Minutes{minutes}, .kind = kind};
  };
  auto first = on("2026-12-01", 60, calendar::BlockKind::read);
  first.at = calendar::TimeOfDay::parse("19:05");
  auto past = on("2026-12-05", 180, calendar::BlockKind::lab);
  past.past = true;
  return {{.from = day("2026-11-30"), .to = day("2026-12-06"), .blocks = {first, past}},
          {.from = day("2026-12-07"), .to = day("2026-12-13"), .blocks = {}},
          {.from = day("2026-12-14"),
           .to = day("2026-12-20"),
           .blocks = {on("2026-12-14", 1, calendar::BlockKind::review)}}};
}

}  // namespace

TEST_CASE("a track comes back as it was added, and is the active one", "[store]") {
  const Folder folder;
  const auto store = Store::read(new_store(folder));
  const auto track = store::find_track(store, std::nullopt);
  const auto added = new_track();
  CHECK(track.name == added.name);
  CHECK(track.curriculum == added.curriculum);
  CHECK(track.version == added.version);
  CHECK(track.hash == added.hash);
  CHECK(track.curriculum_text == added.curriculum_text);
  CHECK(track.stack == added.stack);
  CHECK(track.start == added.start);
  CHECK(track.available == added.available);
  CHECK(track.fit == added.fit);
}

TEST_CASE("the track added last is active, the others are found by name", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  auto second = new_track("evenings");
  second.stack.reset();
  second.fit = plan::Fit::flow;
  add(file, second);
  const auto store = Store::read(file);
  CHECK(store::find_track(store, std::nullopt).name == "evenings");
  CHECK(store::find_track(store, std::nullopt).fit == plan::Fit::flow);
  CHECK_FALSE(store::find_track(store, std::nullopt).stack);
  CHECK(store::find_track(store, "de-roadmap").name == "de-roadmap");
  CHECK(store::track_names(store) == std::vector<std::string>{"de-roadmap", "evenings"});
  CHECK(store::track_id(store, "evenings").has_value());
  CHECK_FALSE(store::track_id(store, "Evenings").has_value());
}

TEST_CASE("an unknown track is reported with the nearest names, a taken one is refused",
          "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto hint = [&](const std::string& name) {
    try {
      (void)store::find_track(Store::read(file), name);
    } catch (const store::NotFound& error) {
      return error.hint();
    }
    return std::string("found");
  };
  CHECK(hint("de-raodmap") == "did you mean de-roadmap?");
  CHECK(hint("x") == "the tracks are: de-roadmap");
  CHECK_THROWS_AS(add(file, new_track()), store::Error);
}

TEST_CASE("a store without tracks says what to type", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  Store::create(file).commit(step_named("init"));
  CHECK_THROWS_AS(store::find_track(Store::read(file), std::nullopt), store::NotFound);
}

TEST_CASE("the first tier begins open; passing one opens the next", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  CHECK(store::tier_states(store, track) ==
        rules::TierStates{{sql, TierState::open}, {python, TierState::locked}});
  CHECK(store::passings(store, track).empty());

  store::pass_tier(store, track, sql, day("2027-01-10"), any_verdict(sql.text()), python);
  CHECK(store::tier_states(store, track) ==
        rules::TierStates{{sql, TierState::passed}, {python, TierState::open}});
  store::pass_tier(store, track, python, day("2027-02-10"), any_verdict(python.text()),
                   std::nullopt);

  const auto passed = store::passings(store, track);
  REQUIRE(passed.size() == 2);
  CHECK(passed[0].tier == sql);
  CHECK(passed[0].on == day("2027-01-10"));
  CHECK(passed[0].verdict.value().tier == "sql");
  CHECK(passed[1].tier == python);
  CHECK_THROWS_AS(store::pass_tier(store, track, curriculum::TierId("go"), day("2027-01-10"),
                                   any_verdict("go"), std::nullopt),
                  store::NotFound);
}

TEST_CASE("opening the next tier takes back no passing", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  store::pass_tier(store, track, python, day("2027-02-10"), any_verdict(python.text()),
                   std::nullopt);
  store::pass_tier(store, track, sql, day("2027-02-11"), any_verdict(sql.text()), python);
  CHECK(store::tier_states(store, track).at(python) == TierState::passed);
}

TEST_CASE("a track takes another version, and its passed tiers keep their verdicts", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  store::pass_tier(store, track, sql, day("2027-01-10"), any_verdict(sql.text()), python);
  const curriculum::TierId spark("spark");
  const store::CurriculumCopy copy{"2026.2", "0aff", "{\"id\": \"other\"}", true};
  store::replace_curriculum(store, track, copy,
                            {{spark, TierState::open}, {sql, TierState::passed}});

  const auto now = store::find_track(store, std::nullopt);
  CHECK(now.version == "2026.2");
  CHECK(now.hash == "0aff");
  CHECK(now.curriculum_text == "{\"id\": \"other\"}");
  CHECK(now.beginner);
  CHECK(now.curriculum == new_track().curriculum);
  CHECK(now.stack == new_track().stack);
  CHECK(store::tier_states(store, track) ==
        rules::TierStates{{spark, TierState::open}, {sql, TierState::passed}});
  const auto passed = store::passings(store, track);
  REQUIRE(passed.size() == 1);
  CHECK(passed[0].on == day("2027-01-10"));
  CHECK(passed[0].verdict.value().tier == "sql");
  store::pass_tier(store, track, spark, day("2027-02-10"), any_verdict(spark.text()), std::nullopt);
  CHECK(store::passings(store, track)[0].tier == spark);  // in the new order
}

TEST_CASE("a plan comes back as it was laid, and is the baseline", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  CHECK(store::load_plan(store, track).empty());
  CHECK_THROWS_AS(store::baseline_finish(store, track), store::Error);
  store::save_first_plan(store, track, plan_of(two_weeks()), {}, calendar::Instant{});
  CHECK((store::load_plan(store, track) == two_weeks()));
  CHECK(store::baseline_finish(store, track) == day("2026-12-20"));
}

TEST_CASE("a track is renamed, put away and brought back", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  add(file, new_track("evenings"));
  auto store = Store::write(file);
  const auto first = store::find_track(store, "de-roadmap").id;
  CHECK(store::current_track(store) != first);

  CHECK_THROWS_AS(store::rename_track(store, first, "evenings"), store::NameTaken);
  store::rename_track(store, first, "mornings");
  CHECK(store::find_track(store, "mornings").id == first);
  CHECK_THROWS_AS(store::find_track(store, "de-roadmap"), store::NotFound);

  store::archive_track(store, first);
  CHECK(store::find_track(store, "mornings").archived);
  CHECK(store::tracks(store).size() == 2);
  store::make_current(store, first);
  CHECK(store::current_track(store) == first);
  CHECK_FALSE(store::find_track(store, std::nullopt).archived);
}

TEST_CASE("a track's gates block until they are told to warn", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  CHECK(store::find_track(store, std::nullopt).gate == rules::GateMode::block);
  store::set_gate_mode(store, active(store), rules::GateMode::warn);
  CHECK(store::find_track(store, std::nullopt).gate == rules::GateMode::warn);
}

TEST_CASE("a criterion has one waiver, and a new one replaces it", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  add(file, new_track("evenings"));
  auto store = Store::write(file);
  const auto track = active(store);
  const rules::Waiver first{.gate = "sql",
                            .criterion = curriculum::CriterionId("sql-problems"),
                            .reason = "an arm in plaster",
                            .on = day("2026-12-01"),
                            .until = day("2026-12-31")};
  auto second = first;
  second.reason = "still in plaster";
  second.until = std::nullopt;
  const rules::Waiver finish{
      .gate = "finish", .criterion = first.criterion, .reason = "hired", .on = day("2026-12-02")};
  store::save_waiver(store, track, first);
  CHECK(store::waivers(store, track) == rules::Waivers{first});
  store::save_waiver(store, track, finish);
  store::save_waiver(store, track, second);
  CHECK(store::waivers(store, track) == rules::Waivers{finish, second});
  CHECK(store::waivers(store, store::find_track(store, "de-roadmap").id).empty());
  CHECK(store::remove_waiver(store, track, "sql", first.criterion));
  CHECK_FALSE(store::remove_waiver(store, track, "sql", first.criterion));
  CHECK(store::waivers(store, track) == rules::Waivers{finish});
}

TEST_CASE("what belongs to one track is no other's", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 60, journal::SessionKind::read, "w1", "sql"));
  add(file, new_track("evenings"));
  auto store = Store::write(file);
  const auto first = store::find_track(store, "de-roadmap").id;
  const auto second = active(store);
  store::save_first_plan(store, first, plan_of(two_weeks()), {}, calendar::Instant{});
  store::pass_tier(store, first, sql, day("2027-01-10"), any_verdict(sql.text()), python);

  CHECK(store::entries(store, first, {}).size() == 1);
  CHECK(store::entries(store, second, {}).empty());
  CHECK_THROWS_AS(
      store::find_entry(store, second, store::entries(store, first, {}).front().id.text()),
      store::NotFound);
  CHECK(store::study_days(store, second).empty());
  CHECK(store::load_plan(store, second).empty());
  CHECK(store::tier_states(store, second).at(sql) == TierState::open);
  CHECK(store::passings(store, second).empty());
}

}  // namespace gradus::store::tracks_test
