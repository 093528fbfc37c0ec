#include "gradus/store/backups.hpp"
#include "gradus/store/history.hpp"
#include "gradus/store/timer.hpp"
#include "gradus/store/verifications.hpp"

#include "store/integrity.hpp"
#include "store/migrations.hpp"
#include "store/recall_cache.hpp"
#include "store/repeats.hpp"
#include "store/tally.hpp"
#include "store_fixture.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

// Bringing a store up to date that an older gradus wrote: data/README.md.
namespace gradus::store::migration_test {

namespace fs = std::filesystem;

using namespace gradus;
using namespace gradus::testing;
using store::Store;

namespace {

fs::path old_store(const Folder& folder) {
  auto file = folder.path() / "gradus.db";
  fs::copy_file(fs::path(GRADUS_SOURCE_DIR) / "tests/store/data/version-1.db", file);
  return file;
}

// The same, as the gradus whose tables had version 2 would have left it.
fs::path store_of_version_2(const Folder& folder) {
  auto file = old_store(folder);
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  database.exec(store::migrations_to(2).back());
  database.exec("PRAGMA user_version = 2");
  return file;
}

// The same, with a timer that was started, by version 3.
fs::path store_of_version_3(const Folder& folder) {
  auto file = store_of_version_2(folder);
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  store::add_title_key(database);
  database.exec(store::migrations_to(3).back());
  database.exec("PRAGMA user_version = 3");
  return file;
}

// By table, its columns.
using Columns = std::map<std::string, std::string>;

Columns columns_of(SQLite::Database& database) {
  Columns columns;
  SQLite::Statement rows(database,
                         "SELECT tables.name, group_concat('\"' || columns.name || '\"') "
                         "FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns "
                         "WHERE tables.type = 'table' GROUP BY tables.name");
  while (rows.executeStep())
    columns.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
  return columns;
}

// Those of an old store that this version has still: events go by their calendar's name now.
Columns kept_of(Columns old) {
  for (const auto* table : {"block_event", "due_event"}) {
    auto& names = old.at(table);
    const std::string track = "\"track\",";
    REQUIRE(names.starts_with(track));
    names.erase(0, track.size());
  }
  return old;
}

// The same under the names that they have now.
Columns renamed(Columns columns) {
  const std::string before = "\"problem\"";
  for (const auto* table : {"entry", "set_aside"})
    if (auto& names = columns.at(table); names.find(before) != std::string::npos)
      names.replace(names.find(before), before.size(), "\"item\"");
  return columns;
}

// The rows of these columns.
std::string rows_of(SQLite::Database& database, const Columns& columns) {
  std::string text;
  for (const auto& [table, names] : columns) {
    text += table + ":\n";
    std::vector<std::string> lines;
    SQLite::Statement rows(database, fmt::format("SELECT {} FROM \"{}\"", names, table));
    while (rows.executeStep()) {
      std::string line;
      for (int i = 0; i < rows.getColumnCount(); ++i) line += rows.getColumn(i).getString() + '|';
      lines.push_back(std::move(line));
    }
    std::ranges::sort(lines);
    text += fmt::format("{}\n", fmt::join(lines, "\n"));
  }
  return text;
}

int version_of(const fs::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  return database.execAndGet("PRAGMA user_version").getInt();
}

std::string text_of(const Store& store, const char* sql) {
  SQLite::Statement row(store.connection().database(), sql);
  REQUIRE(row.executeStep());
  return row.getColumn(0).getString();
}

std::string contents_but_for_uids(const fs::path& file) {
  auto store = Store::write(file);
  store.connection().execute("UPDATE track SET uid = NULL");
  return contents(store);
}

}  // namespace

TEST_CASE("an old store keeps every row, and a copy of it as it was", "[store]") {
  const Folder folder;
  const auto file = old_store(folder);
  Columns columns;
  std::string before;
  {
    SQLite::Database old(file.string(), SQLite::OPEN_READONLY);
    REQUIRE(columns_of(old).size() == 21);
    columns = kept_of(columns_of(old));
    before = rows_of(old, columns);
  }
  {
    const auto store = Store::read(file);
    CHECK(rows_of(store.connection().database(), renamed(columns)) == before);
    CHECK(store::faults(store.connection()).empty());
  }
  CHECK(version_of(file) == store::schema_version());

  const auto backup = store::backup_folder(file) / "gradus-before-version-2.db";
  CHECK(version_of(backup) == 1);
  SQLite::Database copy(backup.string(), SQLite::OPEN_READONLY);
  CHECK(rows_of(copy, columns) == before);
}

TEST_CASE("tracks of an old store get an identity, and keep the names made from the old one",
          "[store]") {
  const Folder folder;
  const auto store = Store::read(old_store(folder));
  const auto tracks = store::tracks(store);
  REQUIRE(tracks.size() == 2);
  CHECK(tracks[0].uid != tracks[1].uid);
  for (const auto& track : tracks) {
    CHECK(track.uid.at(14) == '4');  // a random UUID
    CHECK(track.uid.at(19) == '8');
    CHECK(store::load_events(store, track.id, day("2026-11-30")).blocks.front().calendar ==
          track.name);
  }
  CHECK(tracks[0].salt.empty());
  CHECK(tracks[1].salt == "track 2");

  const Folder other;
  CHECK(store::tracks(Store::read(old_store(other)))[0].uid != tracks[0].uid);
}

TEST_CASE("a new track has an identity, from which its salt and calendar are made", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto evenings = new_track("evenings");
  const auto second = store::add_track(store, evenings, two_tiers());
  store::save_first_plan(store, second,
                         plan_of({{.from = day("2026-11-30"),
                                   .to = day("2026-12-06"),
                                   .blocks = {{day("2026-12-01"), std::nullopt, plan::Minutes{60},
                                               calendar::BlockKind::read}}}}),
                         {}, calendar::Instant{});
  const auto tracks = store::tracks(store);
  CHECK(tracks[0].uid == new_track().uid);
  CHECK(tracks[0].salt.empty());
  CHECK(tracks[1].salt == evenings.uid);
  CHECK(store::load_events(store, second, day("2026-11-30")).blocks.front().calendar ==
        evenings.uid);
}

TEST_CASE("what an old store knows of its gates, artefacts and timer can be read", "[store]") {
  const Folder folder;
  const auto store = Store::read(old_store(folder));
  const auto track = store::find_track(store, "watercolour").id;
  const auto passed = store::passings(store, track);
  REQUIRE(passed.size() == 1);
  REQUIRE(passed[0].verdict);
  const auto& evidence = passed[0].verdict->criteria.at(1).evidence;
  CHECK(evidence.total == 16);
  CHECK(evidence.newest.empty());
  REQUIRE(evidence.words.size() == 16);
  CHECK_THAT(evidence.words[0], Catch::Contains("medium colour-mixing in 15m: Mix again 4"));
  CHECK(store::waivers(store, track).size() == 1);
  CHECK(store::verifications(store, store::find_track(store, "de-roadmap").id).size() == 1);
  const auto timer = store::load_timer(store).value();
  CHECK(timer.watch == journal::Stopwatch(timer.watch.started()));
  for (const auto& entry : store::entries(store, track, {}))
    CHECK(entry.changed == calendar::Instant{});
}

TEST_CASE("reviews of an old store are of problems, also where undo brings them back", "[store]") {
  const Folder folder;
  const auto file = store_of_version_3(folder);
  {
    SQLite::Database old(file.string(), SQLite::OPEN_READWRITE);
    store::add_title_key(old);
    old.exec(
        "INSERT INTO entry (id, track, type, on_day, note, problem, grade, tally) "
        "SELECT '00000000-0000-4000-8000-0000000000aa', track, 'review', '2026-01-28', '', id, 3, "
        "tally FROM entry WHERE type = 'problem' LIMIT 1");
  }
  auto store = Store::write(file);
  const auto of = "SELECT of FROM entry WHERE type = 'review'";
  // As a changeset from before would.
  store.connection().execute(
      "CREATE TEMP TABLE kept AS SELECT * FROM entry WHERE type = 'review';"
      "UPDATE kept SET of = NULL; DELETE FROM entry WHERE type = 'review';"
      "INSERT INTO entry SELECT * FROM kept");
  CHECK(text_of(store, of) == "problem");
}

TEST_CASE("what is remembered of an old store's problems is computed as it is brought up to date",
          "[store]") {
  const Folder folder;
  const auto store = Store::read(old_store(folder));
  CHECK(text_of(store, "SELECT count(*) FROM recall WHERE of = 'problem'") ==
        text_of(store,
                "SELECT count(*) FROM (SELECT DISTINCT track, topic, title_key FROM entry "
                "WHERE type = 'problem')"));
  CHECK(store::recall_agrees(store));
}

TEST_CASE("a timer that an older gradus started can be paused", "[store]") {
  const Folder folder;
  const auto file = store_of_version_3(folder);
  auto store = Store::write(file);
  auto timer = store::load_timer(store).value();
  CHECK(timer.watch == journal::Stopwatch(timer.watch.started()));
  auto later = timer.watch.started();
  later.on = later.on + calendar::Days{1};
  timer.watch = timer.watch.pause(later).value();
  store::remove_timer(store);
  store::save_timer(store, timer);
  store.commit(step_named("pause"));
  CHECK(store::load_timer(Store::read(file)) == timer);
}

TEST_CASE("the steps of an old store are undone back to its beginning, and redone", "[store]") {
  const Folder folder;
  const auto file = old_store(folder);
  auto before = contents_but_for_uids(file);
  const auto walk = [&](auto take) {
    int steps = 0;
    auto store = Store::write(file);
    while (take(store, calendar::Instant{})) ++steps;
    store.commit();
    return steps;
  };
  CHECK(walk(store::undo) == 46);
  CHECK(store::track_names(Store::read(file)).empty());
  CHECK(walk(store::redo) == 47);  // one had been undone
  {
    auto store = Store::write(file);
    CHECK(store::undo(store, calendar::Instant{}) == "6m read in w4");
    store.commit();
  }
  CHECK(contents_but_for_uids(file) == before);
  const auto tracks = store::tracks(Store::read(file));
  REQUIRE(tracks.size() == 2);
  CHECK(tracks[1].salt == "track 2");
  CHECK(tracks[1].uid.size() == 36);
}

TEST_CASE("a migration that is killed leaves the old store whole", "[store]") {
  const Folder folder;
  const auto file = old_store(folder);
  Columns columns;
  std::string before;
  std::string kept;
  {
    SQLite::Database old(file.string(), SQLite::OPEN_READONLY);
    columns = columns_of(old);
    before = rows_of(old, columns);
    kept = rows_of(old, kept_of(columns));
  }
  Neighbour migrating([&](const auto& hold) {
    auto store = Store::write(file);
    // So that much of it lies in the file already.
    store.connection().execute(
        "PRAGMA cache_size = 1; UPDATE entry SET changed = changed + 1;"
        "UPDATE undo_step SET changeset = zeroblob(length(changeset))");
    hold();
  });
  REQUIRE(migrating.holding());
  migrating.kill();
  REQUIRE(fs::exists(file.string() + "-journal"));
  {
    SQLite::Database old(file.string(), SQLite::OPEN_READWRITE);
    CHECK(old.execAndGet("PRAGMA user_version").getInt() == 1);
    CHECK(columns_of(old) == columns);
    CHECK(rows_of(old, columns) == before);
  }
  CHECK(rows_of(Store::read(file).connection().database(), renamed(kept_of(columns))) == kept);
  CHECK(version_of(file) == store::schema_version());
}

TEST_CASE("problems of an old store get the keys of their titles", "[store]") {
  const Folder folder;
  const auto file = GENERATE(true, false) ? old_store(folder) : store_of_version_2(folder);
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
      .exec(
          "INSERT INTO entry (id, track, type, on_day, note, title, topic, tally) "
          "SELECT id || '-', track, type, on_day, '', '  ' || upper(title), topic, tally "
          "FROM entry WHERE title = 'From a table'");
  const auto store = Store::read(file);
  CHECK(store::repeats_agree(store.connection()));
  CHECK(text_of(store, "SELECT group_concat(topic || ': ' || title_key) FROM repeated") ==
        "joins: from a table");
  CHECK(text_of(store,
                "SELECT count(*) FROM set_aside WHERE type = 'problem' "
                "AND title_key IS NULL") == "0");
}

TEST_CASE("an old step that is undone or redone leaves no problem without its key", "[store]") {
  const Folder folder;
  const auto file = store_of_version_2(folder);
  const auto agree = [&] {
    const auto store = Store::read(file);
    auto& connection = store.connection();
    return store::repeats_agree(connection) && store::tally_agrees(connection);
  };
  int steps = 0;
  for (const auto take : {store::undo, store::redo}) {
    for (bool more = true; more;) {
      auto store = Store::write(file);
      more = take(store, calendar::Instant{}).has_value();
      store.commit();
      steps += more ? 1 : 0;
      REQUIRE(agree());
    }
  }
  CHECK(steps == 46 + 47);
}

TEST_CASE("an old step that changes a title changes its key", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_problem("2026-12-01", "joins"));
  record(file, make_problem("2026-12-02", "joins"));
  auto store = Store::write(file);
  auto& connection = store.connection();
  // As the changeset of an edit from before the keys would.
  connection.execute("UPDATE entry SET title = 'Ranks'");
  CHECK_FALSE(store::repeats_agree(connection));
  store::key_titles(connection);
  CHECK(store::repeats_agree(connection));
  CHECK(text_of(store, "SELECT group_concat(title_key) FROM repeated") == "ranks");
}

TEST_CASE("who waits for a big store to be brought up to date hears of it", "[store]") {
  const Folder folder;
  const auto file = old_store(folder);
  std::vector<std::string> told;
  const store::Location location{file, [&](const auto& message) { told.push_back(message); }};
  {
    const Folder small;
    const auto other = old_store(small);
    (void)Store::read({other, location.tell});
    CHECK(told.empty());
  }
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
      .exec(
          "INSERT INTO undo_step (step, at, changeset) VALUES "
          "('big', '2026-01-27T19:00+01:00', zeroblob(36000000))");
  (void)Store::read(location);
  REQUIRE(told.size() == 11);
  CHECK_THAT(told[0], Catch::StartsWith("bringing the store up to date; copying it first to"));
  CHECK(told[1] == "copied 10%");
  CHECK(told[9] == "copied 90%");
  CHECK(told[10] == "copied; checking the copy");
  (void)Store::read(location);
  CHECK(told.size() == 11);
}

TEST_CASE("an old store is brought up to date though no copy can be made", "[store]") {
  const Folder folder;
  const auto file = old_store(folder);
  folder.write("backups", "a file where the folder should be");
  (void)Store::read(file);
  CHECK(version_of(file) == store::schema_version());
}

TEST_CASE("a step of its own takes nothing of a migration back", "[store]") {
  const Folder folder;
  const auto file = old_store(folder);
  auto entry = make_session("2026-01-27", 30);
  entry.id = entry_id(99);
  record(file, entry);
  {
    auto store = Store::write(file);
    CHECK(store::undo(store, calendar::Instant{}) == "log");
    store.commit();
  }
  CHECK(version_of(file) == store::schema_version());
  CHECK(text_of(Store::read(file), "SELECT count(*) FROM track WHERE uid IS NULL") == "0");
}

}  // namespace gradus::store::migration_test
