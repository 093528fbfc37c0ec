#include "gradus/store/backups.hpp"

#include "gradus/store/error.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace gradus::store::backups_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;
namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

Names backup_names(const fs::path& file) {
  return names_in(store::backup_folder(file));
}

// As `gradus log` does.
void log_on(const fs::path& file, const std::string& date) {
  record(file, make_session(date, 60));
  REQUIRE_FALSE(store::back_up_daily(file, day(date)));
}

void overwrite(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

}  // namespace

TEST_CASE("the day's first change is backed up, for the owner only, and no other", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  log_on(file, "2026-12-01");
  CHECK(backup_names(file) == Names{"gradus-2026-12-01.db"});
  const auto backup = store::backups(file).front();
  CHECK(mode_of(backup.parent_path()) == 0700);
  CHECK(mode_of(backup) == 0600);
  CHECK(count_entries(backup) == 1);

  const auto before = read_file(backup);
  log_on(file, "2026-12-01");
  CHECK(read_file(backup) == before);
  CHECK(backup_names(file) == Names{"gradus-2026-12-01.db"});
}

TEST_CASE("the 7 newest backups are kept, and nothing else in their folder is touched", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  folder.write("backups/gradus-work-2026-12-01.db", "another store's");
  folder.write("backups/notes.txt", "mine");
  for (int i = 1; i <= 9; ++i) log_on(file, fmt::format("2026-12-0{}", i));
  CHECK(backup_names(file) ==
        Names{"gradus-2026-12-03.db", "gradus-2026-12-04.db", "gradus-2026-12-05.db",
              "gradus-2026-12-06.db", "gradus-2026-12-07.db", "gradus-2026-12-08.db",
              "gradus-2026-12-09.db", "gradus-work-2026-12-01.db", "notes.txt"});
  CHECK(store::backups(file).front().filename() == "gradus-2026-12-09.db");
}

TEST_CASE("what only has the name of a backup counts for none, and stays", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto kept = file.parent_path() / "backups";
  for (int i = 1; i <= 9; ++i)
    folder.write(fmt::format("backups/gradus-2026-11-0{}.db", i), i % 2 == 0 ? "" : "junk");
  fs::create_directory(kept / "gradus-2026-11-10.db");
  for (const char* name : {"2026-12-01--5", "2026-12-01-02", "2026-12-01-x", "before-version-x"})
    folder.write(fmt::format("backups/gradus-{}.db", name), "SQLite format 3");
  for (int i = 1; i <= 9; ++i) log_on(file, fmt::format("2026-12-0{}", i));
  CHECK(backup_names(file).size() == 9 + 1 + 4 + 7);
  CHECK(fs::exists(kept / "gradus-2026-12-03.db"));
  CHECK_FALSE(fs::exists(kept / "gradus-2026-12-02.db"));
  CHECK(store::back_up(file, day("2026-12-09")).filename() == "gradus-2026-12-09-2.db");

  // A day's backup that is none is made again.
  overwrite(kept / "gradus-2026-12-09.db", "");
  log_on(file, "2026-12-09");
  CHECK(count_entries(kept / "gradus-2026-12-09.db") == 10);
}

TEST_CASE("backups of a clock that ran ahead push none out, and come last", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  for (int i = 1; i <= 9; ++i) log_on(file, fmt::format("2031-01-0{}", i));
  log_on(file, "2026-12-01");
  log_on(file, "2026-12-02");
  CHECK(backup_names(file).size() == 7 + 2);
  const auto found = store::backups(file, day("2026-12-02"));
  CHECK(found.at(0).filename() == "gradus-2026-12-02.db");
  CHECK(found.at(1).filename() == "gradus-2026-12-01.db");
  CHECK(found.at(2).filename() == "gradus-2031-01-09.db");
}

TEST_CASE("the newest backup is the one of the latest day, whenever it was written", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  log_on(file, "2026-12-01");
  log_on(file, "2026-12-02");
  const auto older = file.parent_path() / "backups/gradus-2026-12-01.db";
  std::filesystem::last_write_time(older, std::filesystem::file_time_type::clock::now());
  CHECK(store::backups(file).front().filename() == "gradus-2026-12-02.db");
}

TEST_CASE("backups by hand push out no daily one, and no number comes twice", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  log_on(file, "2026-12-01");
  log_on(file, "2026-12-02");
  std::string last;
  for (int i = 0; i < 9; ++i) last = store::back_up(file, day("2026-12-02")).filename().string();
  CHECK(last == "gradus-2026-12-02-10.db");
  CHECK(backup_names(file).size() == 2 + 7);
  CHECK(std::filesystem::exists(file.parent_path() / "backups/gradus-2026-12-01.db"));
}

TEST_CASE("a store over 32 MB is backed up once a week", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  {
    auto store = Store::write(file);
    store.connection().execute(
        "INSERT INTO setting (key, value) VALUES ('ballast', zeroblob(33 << 20))");
    store.commit();
  }
  for (const auto* date : {"2026-12-01", "2026-12-02", "2026-12-07", "2026-12-08"})
    log_on(file, date);
  CHECK(backup_names(file) == Names{"gradus-2026-12-01.db", "gradus-2026-12-08.db"});
}

TEST_CASE("a backup that can't be made is reported, and leaves nothing", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  SECTION("the folder's name is taken") {
    folder.write("backups", "a file");
    CHECK_THAT(store::back_up_daily(file, day("2026-12-01")).value_or(""),
               Catch::Contains("backups"));
  }
  SECTION("the store is damaged") {
    record(file, make_session("2026-11-30", 60));
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(static_cast<std::streamoff>(fs::file_size(file)) - 4096);
    bytes << std::string(4096, 'x');
    bytes.close();
    CHECK(store::back_up_daily(file, day("2026-12-01")));
    CHECK(backup_names(file).empty());
  }
}

TEST_CASE("a backup is one state of the store, while a writer is at work", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 60));
  const Neighbour writer([&](auto hold) {
    auto store = Store::write(file);
    store::add_entry(store, active(store), make_session("2026-11-30", 30));
    hold();
  });
  REQUIRE(writer.holding());
  CHECK_FALSE(store::back_up_daily(file, day("2026-12-01")));
  CHECK(count_entries(store::backups(file).front()) == 1);
}

TEST_CASE("backups made by hand get names of their own", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  for (const auto* name : {"gradus-2026-12-01.db", "gradus-2026-12-01-2.db"})
    CHECK(store::back_up(file, day("2026-12-01")).filename() == name);
  const auto other = folder.path() / "copy.db";
  store::back_up_to(file, other);
  store::back_up_to(file, other);
  CHECK(mode_of(other) == 0600);
  CHECK(Store::read(other).connection().pragma("PRAGMA user_version") > 0);
}

TEST_CASE("tables of an older version are backed up before they are brought up to date",
          "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("PRAGMA application_id = 0x47524453; CREATE TABLE t (x); DROP TABLE t");
  (void)Store::read(file);
  CHECK(backup_names(file) == Names{"gradus-before-version-1.db"});
  CHECK_FALSE(store::fault_of(store::backups(file).front()));
}

TEST_CASE("a restored store holds what the backup held, and the old file is kept", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  log_on(file, "2026-12-01");
  const auto backup = store::backups(file).front();
  record(file, make_session("2026-12-01", 30));
  const auto before = read_file(file);

  const auto kept = store::restore(file, backup, calendar::Instant{});
  REQUIRE(kept);
  CHECK(kept->filename() == "gradus.db.replaced-1");
  CHECK(read_file(*kept) == before);
  CHECK(count_entries(file) == 1);
  CHECK(mode_of(file) == 0600);

  const auto again = store::restore(file, *kept, calendar::Instant{});
  CHECK(again->filename() == "gradus.db.replaced-2");
  CHECK(count_entries(file) == 2);
  CHECK(names_in(folder.path()) ==
        Names{"backups", "gradus.db", "gradus.db.replaced-1", "gradus.db.replaced-2"});
}

TEST_CASE("the store need not be readable to be replaced", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  log_on(file, "2026-12-01");
  const auto backup = store::backups(file).front();
  const auto restored = [&] {
    auto kept = store::restore(file, backup, calendar::Instant{});
    CHECK(count_entries(file) == 1);
    return kept;
  };
  SECTION("garbage") {
    overwrite(file, std::string(10'000, '\xa5'));
    CHECK(read_file(*restored()) == std::string(10'000, '\xa5'));
  }
  SECTION("empty") {
    overwrite(file, "");
    CHECK(restored());
  }
  SECTION("gone") {
    fs::remove(file);
    CHECK_FALSE(restored());
  }
  SECTION("a header and nothing more") {
    fs::resize_file(file, 100);
    CHECK(restored());
  }
  SECTION("what lay beside it goes with it") {
    const auto whole = read_file(file);
    overwrite(file, "garbage");
    folder.write("gradus.db-journal", "a journal");
    folder.write("gradus.db-wal", "a log");
    CHECK(restored());
    CHECK(read_file(folder.path() / "gradus.db.replaced-1-journal") == "a journal");
    CHECK(read_file(folder.path() / "gradus.db.replaced-1-wal") == "a log");
    CHECK_FALSE(fs::exists(file.string() + "-journal"));
  }
  SECTION("it is reached by a link") {
    const auto place = folder.path() / "elsewhere.db";
    fs::rename(file, place);
    fs::create_symlink(place, file);
    overwrite(place, "garbage");
    CHECK(restored());
    CHECK(fs::is_symlink(file));
  }
}

TEST_CASE("only what passes its check is restored", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto before = read_file(file);
  const auto refused = [&](const fs::path& from) {
    CHECK(store::fault_of(from));
    CHECK_THROWS_AS(store::restore(file, from, calendar::Instant{}), store::Error);
    CHECK(read_file(file) == before);
  };
  refused(folder.path() / "missing.db");
  refused(folder.write("text.db", "dear diary"));
  refused(folder.write("cut.db", before.substr(0, before.size() - 4096)));
  auto broken = before;
  broken.replace(broken.size() - std::size_t{2} * 4096, 4096, std::string(4096, 'x'));
  refused(folder.write("broken.db", broken));
  const auto without = folder.write("without.db", before);
  SQLite::Database(without.string(), SQLite::OPEN_READWRITE).exec("DROP TABLE setting");
  refused(without);
  CHECK(store::fault_of(without) == "the table setting is missing");
  CHECK(names_in(folder.path()) ==
        Names{"broken.db", "cut.db", "gradus.db", "text.db", "without.db"});
}

TEST_CASE("a copy with a trigger of somebody's is kept as a backup, and not restored", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-12-01", 30));
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
      .exec("CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM entry; END");
  const auto before = read_file(file);
  REQUIRE_FALSE(store::back_up_daily(file, day("2026-12-01")));
  const auto backup = store::backups(file).front();
  CHECK(count_entries(backup) == 1);
  CHECK(store::fault_of(backup) == "the trigger evil is not one of gradus's");
  CHECK_THROWS_WITH(store::restore(file, backup, calendar::Instant{}),
                    Catch::Contains("the trigger evil") && Catch::Contains("nothing was changed"));
  CHECK(read_file(file) == before);
  SQLite::Database(backup.string(), SQLite::OPEN_READWRITE).exec("drop trigger \"evil\"");
  CHECK(store::restore(file, backup, calendar::Instant{}));
}

TEST_CASE("a writer that waits while the store is replaced writes into the new one", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  log_on(file, "2026-12-01");
  record(file, make_session("2026-12-01", 30));
  std::future<void> writer;
  {
    // Held as `restore` holds it.
    auto first = Store::write(file);
    writer = std::async(std::launch::async, [&] { record(file, make_session("2026-12-02", 10)); });
    CHECK(writer.wait_for(std::chrono::milliseconds{100}) == std::future_status::timeout);
    fs::rename(file, file.string() + ".replaced");
    fs::copy_file(store::backups(file).front(), file);
  }
  writer.get();
  CHECK(count_entries(file) == 2);
}

}  // namespace gradus::store::backups_test
