#include "gradus/store/store.hpp"

#include "gradus/store/error.hpp"

#include "store/migrations.hpp"
#include "store_fixture.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>

namespace gradus::store::store_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;
namespace fs = std::filesystem;

namespace {

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

// What opening the file says, for reading, writing and creating alike.
std::string refusal(const fs::path& file) {
  const auto message = [&](auto open) {
    try {
      (void)open(file);
    } catch (const store::Error& error) {
      return std::string(error.what());
    }
    return std::string("opened");
  };
  std::string read = message(Store::read);
  CHECK(message(Store::write) == read);
  return read;
}

void execute(const fs::path& file, const std::string& sql) {
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

}  // namespace

TEST_CASE("a missing store is reported, with what to type, and not created", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  try {
    (void)Store::read(file);
    FAIL("opened");
  } catch (const store::Error& error) {
    CHECK(std::string(error.what()) == "there is no store at " + file.string());
    CHECK_THAT(error.hint(), Catch::Contains("gradus init"));
  }
  CHECK_THROWS_AS(Store::write(file), store::Error);
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("create makes the folders and the file for the owner only", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "share" / "gradus" / "gradus.db";
  Store::create(file).commit(step_named("init"));
  CHECK(mode_of(folder.path() / "share") == 0700);
  CHECK(mode_of(file.parent_path()) == 0700);
  CHECK(mode_of(file) == 0600);
  CHECK(names_in(file.parent_path()) == std::vector<std::string>{"gradus.db"});
}

TEST_CASE("a journal is for the owner only", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  auto store = Store::write(file);
  store::add_entry(store, active(store), make_session("2026-11-30", 60));
  CHECK(mode_of(file.string() + "-journal") == 0600);
}

TEST_CASE("a store created but not committed leaves no file", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  {
    auto store = Store::create(file);
    (void)store::add_track(store, new_track(), two_tiers());
    CHECK(fs::exists(file));
  }
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("an existing store that create does not commit stays as it was", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto before = read_file(file);
  {
    auto store = Store::create(file);
    store::add_entry(store, active(store), make_session("2026-11-30", 60));
  }
  CHECK(read_file(file) == before);
}

TEST_CASE("create takes an empty file for a new store, read and write for none", "[store]") {
  const Folder folder;
  const auto file = folder.write("gradus.db", "");
  CHECK(refusal(file) == "there is no store at " + file.string());
  CHECK(fs::exists(file));
  Store::create(file).commit(step_named("init"));
  CHECK_NOTHROW(Store::read(file));
}

TEST_CASE("a name that SQLite would take for a URI is a name", "[store]") {
  const Folder folder;
  const auto before = fs::current_path();
  fs::current_path(folder.path());
  Store::create(std::filesystem::path("file:gradus.db?mode=memory")).commit(step_named("init"));
  fs::current_path(before);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"file:gradus.db?mode=memory"});
}

TEST_CASE("a moved store is itself, and takes no file away with it", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  {
    auto store = Store::create(file);
    auto moved = std::move(store);
    moved.commit(step_named("init"));
  }
  CHECK_NOTHROW(Store::read(file));
}

TEST_CASE("a writer that goes without commit changed nothing", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto before = read_file(file);
  {
    auto store = Store::write(file);
    store::add_entry(store, active(store), make_session("2026-11-30", 60));
  }
  CHECK(read_file(file) == before);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
}

TEST_CASE("what is no store of ours is refused and left alone", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";

  SECTION("text") {
    folder.write("gradus.db", "dear diary");
    CHECK(refusal(file) == file.string() + " is not a gradus store");
  }
  SECTION("a long text") {
    folder.write("gradus.db", std::string(100'000, 'x'));
    CHECK(refusal(file) == file.string() + " is not a gradus store");
  }
  SECTION("another program's database") {
    execute(file, "CREATE TABLE dear_diary (text)");
    CHECK(refusal(file) == file.string() + " is not a gradus store");
  }
  SECTION("a store of a newer gradus") {
    Store::create(file).commit(step_named("init"));
    execute(file, "PRAGMA user_version = 99");
    CHECK(refusal(file) ==
          fmt::format("the store {} was written by a newer gradus (store version 99, this program "
                      "knows {})",
                      file.string(), store::schema_version()));
  }
  SECTION("a store of a version that can't be") {
    Store::create(file).commit(step_named("init"));
    execute(file, "PRAGMA user_version = -1");
    CHECK_THAT(refusal(file), Catch::Contains("is damaged: its version is -1"));
  }
  SECTION("a folder") {
    fs::create_directory(file);
    CHECK_THAT(refusal(file), Catch::Contains("can't be opened"));
    CHECK_THROWS_AS(Store::create(file), store::Error);
    return;
  }
  const auto before = read_file(file);
  CHECK_THROWS_AS(Store::create(file), store::Error);
  CHECK(read_file(file) == before);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
}

TEST_CASE("a truncated store is reported as damaged", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  fs::resize_file(file, fs::file_size(file) - 4096);
  CHECK_THAT(refusal(file), Catch::Contains("is damaged"));
}

TEST_CASE("a store without its tables is reported as damaged", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  execute(file, "DROP TABLE setting");
  const auto store = Store::read(file);
  CHECK_THROWS_WITH(store::find_track(store, std::nullopt), Catch::Contains("is damaged"));
}

TEST_CASE("a value that no program of ours wrote is reported as damage", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  execute(file, "UPDATE track SET start_day = '2026-02-31'");
  const auto store = Store::read(file);
  CHECK_THROWS_WITH(store::find_track(store, std::nullopt),
                    Catch::Contains("\"2026-02-31\" is not a valid start_day"));
}

TEST_CASE("reading brings the tables of an older version up to date", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  execute(file, "PRAGMA application_id = 0x47524453; CREATE TABLE t (x); DROP TABLE t");
  CHECK(store::track_names(Store::read(file)).empty());
  const auto after = read_file(file);
  CHECK(store::track_names(Store::read(file)).empty());
  CHECK(read_file(file) == after);
}

TEST_CASE("a writer takes a store out of the journal mode that leaves files beside it", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  execute(file, "PRAGMA journal_mode = WAL");
  record(file, make_session("2026-11-30", 60));
  CHECK(count_entries(file) == 1);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
}

TEST_CASE("a reader, too, takes a store out of WAL, and leaves no file", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 60));
  execute(file, "PRAGMA journal_mode = WAL");
  CHECK(count_entries(file) == 1);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
  const auto after = read_file(file);
  CHECK(count_entries(file) == 1);
  CHECK(read_file(file) == after);
}

TEST_CASE("a store that another program keeps open in WAL is read and written in WAL", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  {
    const Neighbour other([&](auto hold) {
      SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
      database.exec("PRAGMA journal_mode = WAL");
      (void)database.execAndGet("SELECT count(*) FROM entry");
      hold();
    });
    REQUIRE(other.holding());
    record(file, make_session("2026-11-30", 60));
    CHECK(count_entries(file) == 1);
  }
  CHECK(count_entries(file) == 1);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
}

TEST_CASE("what is not a file is reported, and left alone", "[store]") {
  for (const auto* path : {"/dev/null", "/"}) {
    CHECK_THAT(refusal(path), Catch::Contains("is not a file"));
    CHECK_THROWS_WITH(Store::create(std::filesystem::path(path)), Catch::Contains("is not a file"));
  }
}

TEST_CASE("an empty file becomes the owner's only when a store is made of it", "[store]") {
  const Folder folder;
  const auto file = folder.write("gradus.db", "");
  REQUIRE(::chmod(file.c_str(), 0644) == 0);
  Store::create(file).commit(step_named("init"));
  CHECK(mode_of(file) == 0600);
}

TEST_CASE("a full disk changes nothing", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto before = read_file(file);
  {
    auto store = Store::write(file);
    const int pages = store.connection().pragma("PRAGMA page_count");
    store.connection().execute(fmt::format("PRAGMA max_page_count = {}", pages + 2).c_str());
    auto entry = make_session("2026-11-30", 60);
    entry.note = std::string(60'000, 'x');
    CHECK_THROWS_WITH(store::add_entry(store, active(store), entry),
                      "the disk is full; nothing was changed");
  }
  CHECK(read_file(file) == before);
}

TEST_CASE("a disk that fills up while the step is recorded changes nothing", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto before = read_file(file);
  {
    auto store = Store::write(file);
    auto entry = make_session("2026-11-30", 60);
    entry.note = std::string(60'000, 'x');
    store::add_entry(store, active(store), entry);
    const int pages = store.connection().pragma("PRAGMA page_count");
    store.connection().execute(fmt::format("PRAGMA max_page_count = {}", pages).c_str());
    CHECK_THROWS_WITH(store.commit(step_named("log")), "the disk is full; nothing was changed");
  }
  CHECK(read_file(file) == before);
}

TEST_CASE("a glance waits for nobody, and repairs nothing", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  CHECK(store::track_names(Store::glance(file)).size() == 1);
  CHECK_THROWS_AS(Store::glance(folder.path() / "none.db"), store::Error);

  execute(file, "PRAGMA user_version = 0");
  const auto old = read_file(file);
  CHECK_THROWS_AS(Store::glance(file), store::Error);
  CHECK(read_file(file) == old);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
}

}  // namespace gradus::store::store_test
