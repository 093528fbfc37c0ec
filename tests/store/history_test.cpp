#include "gradus/store/history.hpp"

#include "gradus/store/error.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gradus::store::history_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;

namespace {

std::string contents_of(const std::filesystem::path& file) {
  return contents(Store::read(file));
}

std::optional<std::string> undo(const std::filesystem::path& file) {
  auto store = Store::write(file);
  auto step = store::undo(store, calendar::Instant{});
  store.commit();
  return step;
}

std::optional<std::string> redo(const std::filesystem::path& file) {
  auto store = Store::write(file);
  auto step = store::redo(store, calendar::Instant{});
  store.commit();
  return step;
}

int kept_steps(const std::filesystem::path& file) {
  return Store::read(file).connection().pragma("SELECT count(*) FROM undo_step");
}

}  // namespace

TEST_CASE("undo takes the steps back one by one, to the same tables", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto entry = make_problem("2026-11-30", "joins");
  std::vector<std::string> states{contents_of(file)};
  const auto step = [&](const std::string& name, auto change) {
    auto store = Store::write(file);
    change(store, active(store));
    store.commit(step_named(name));
    states.push_back(contents_of(file));
  };
  step("solve", [&](auto& store, auto track) { store::add_entry(store, track, entry); });
  step("log", [&](auto& store, auto track) {
    store::add_entry(store, track, make_session("2026-12-01", 60));
  });
  step("unlock", [](auto& store, auto track) {
    store::pass_tier(store, track, curriculum::TierId("sql"), day("2026-12-02"), any_verdict(),
                     curriculum::TierId("python"));
  });
  step("rm", [&](auto& store, auto track) { store::remove_entry(store, track, {entry.id, {}}); });
  step("init", [](auto& store, auto) {
    const auto track = store::add_track(store, new_track("evenings"), two_tiers());
    store::save_first_plan(store, track,
                           plan_of({{.from = day("2026-12-07"),
                                     .to = day("2026-12-13"),
                                     .blocks = {{day("2026-12-07"), std::nullopt, plan::Minutes{5},
                                                 calendar::BlockKind::read}}}}),
                           {}, calendar::Instant{});
  });

  for (const auto* name : {"init", "rm", "unlock", "log", "solve"}) {
    CHECK(states.back() == contents_of(file));
    states.pop_back();
    CHECK(undo(file) == name);
  }
  CHECK(states.back() == contents_of(file));
  CHECK(undo(file) == "init");
  CHECK(store::track_names(Store::read(file)).empty());
  CHECK_FALSE(undo(file));
}

TEST_CASE("an undo that is not committed took nothing back", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 60));
  {
    auto store = Store::write(file);
    CHECK(store::undo(store, calendar::Instant{}) == "log");
  }
  CHECK(count_entries(file) == 1);
}

TEST_CASE("a new step after an undo ends what had been undone", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 1), "first");
  record(file, make_session("2026-11-30", 2), "second");
  CHECK(undo(file) == "second");
  record(file, make_session("2026-11-30", 3), "third");
  CHECK(kept_steps(file) == 3);
  CHECK(undo(file) == "third");
  CHECK(undo(file) == "first");
}

TEST_CASE("a step that changes nothing is no step", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  {
    auto store = Store::write(file);
    store::rename_track(store, active(store), "evenings");
    store::rename_track(store, active(store), "de-roadmap");
    store.commit(step_named("nothing"));
  }
  CHECK(undo(file) == "init");
}

TEST_CASE("the newest 1,000 steps are kept", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  {
    auto store = Store::write(file);
    store.connection().execute(
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
        "INSERT INTO undo_step (seq, step, at, changeset) "
        "SELECT i, 'step ' || i, '2026-12-01T19:00+01:00', x'' FROM n");
    store.commit();
  }
  REQUIRE(kept_steps(file) == 1000);
  record(file, make_session("2026-11-30", 60));
  CHECK(kept_steps(file) == 1000);
  CHECK(Store::read(file).connection().pragma("SELECT min(seq) FROM undo_step") == 2);
}

TEST_CASE("what has changed behind the history's back is not undone", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 60));
  {
    auto store = Store::write(file);
    store.connection().execute("UPDATE entry SET minutes = 61");
    store.commit();
  }
  const auto before = contents_of(file);
  auto store = Store::write(file);
  CHECK_THROWS_WITH(store::undo(store, calendar::Instant{}),
                    Catch::Contains("\"log\" can't be undone"));
  CHECK(contents(store) == before);
}

TEST_CASE("redo does again what undo took back, to the same tables", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  std::vector<std::string> states{contents_of(file)};
  for (const auto* name : {"first", "second"}) {
    record(file, make_session("2026-11-30", 60), name);
    states.push_back(contents_of(file));
  }
  CHECK_FALSE(redo(file));
  CHECK(undo(file) == "second");
  CHECK(undo(file) == "first");
  CHECK(contents_of(file) == states[0]);
  CHECK(redo(file) == "first");
  CHECK(contents_of(file) == states[1]);
  CHECK(redo(file) == "second");
  CHECK(contents_of(file) == states[2]);
  CHECK_FALSE(redo(file));

  CHECK(undo(file) == "second");
  record(file, make_session("2026-11-30", 60), "third");
  CHECK_FALSE(redo(file));
}

TEST_CASE("the history names its steps, newest first, with their time", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 60), "first");
  record(file, make_session("2026-11-30", 60), "second");
  CHECK(undo(file) == "second");
  const auto steps = store::steps(Store::read(file));
  REQUIRE(steps.size() == 3);
  CHECK((steps[0].name == "second" && steps[0].undone));
  CHECK((steps[1].name == "first" && !steps[1].undone));
  CHECK((steps[2].name == "init" && !steps[2].undone));
  CHECK(steps[1].at == step_named("").at);
}

}  // namespace gradus::store::history_test
