#include "gradus/store/examination.hpp"

#include "gradus/store/backups.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <tuple>
#include <vector>

namespace gradus::store::examination_test {

using namespace gradus;
using namespace gradus::testing;
using store::Remedy;
using store::Store;
namespace fs = std::filesystem;

namespace {

using Codes = std::vector<std::string>;

constexpr std::streamoff page_size = 4096;

// A store with a backup and a few entries, in a folder that is gradus's own.
struct UsedStore {
  UsedStore() {
    fs::permissions(folder.path(), fs::perms::owner_all);
    record(file, make_session("2026-12-01", 60));
    REQUIRE_FALSE(store::back_up_daily(file, day("2026-12-01")));
    record(file, make_session("2026-12-02", 30));
  }

  [[nodiscard]] store::Examination examine() const { return store::examine(file, folder.path()); }
  [[nodiscard]] Codes codes() const {
    const auto findings = examine().findings;
    Codes codes;
    codes.reserve(findings.size());
    for (const auto& finding : findings) codes.push_back(finding.code);
    return codes;
  }
  // The one thing that is wrong.
  [[nodiscard]] store::Finding finding() const {
    const auto findings = examine().findings;
    REQUIRE(findings.size() == 1);
    return findings.front();
  }
  void repair() const { store::repair(file, folder.path()); }

  void change(const std::string& sql) const {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
  }
  void overwrite(const std::string& text) const {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
  }
  // Fills the first page of a table or an index with what SQLite can't have written.
  void spoil_page(const std::string& name) const {
    const int page =
        SQLite::Database(file.string())
            .execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")
            .getInt();
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp((page - 1) * page_size);
    bytes << std::string(page_size, 'x');
  }

  Folder folder;
  fs::path file = new_store(folder);
};

}  // namespace

TEST_CASE("a sound store has no findings, good backups, and rows to look at", "[store]") {
  const UsedStore used;
  const auto before = everything_in(used.folder.path());
  const auto examination = used.examine();
  CHECK(examination.findings.empty());
  REQUIRE(examination.backups.size() == 1);
  CHECK_FALSE(examination.backups.front().fault);
  REQUIRE(examination.store);
  CHECK(store::track_names(*examination.store).size() == 1);
  CHECK(everything_in(used.folder.path()) == before);
}

TEST_CASE("no store is no finding", "[store]") {
  const Folder folder;
  CHECK_THROWS_AS(store::examine(folder.path() / "gradus.db", folder.path()), store::Error);
  CHECK_THROWS_AS(store::examine(folder.write("gradus.db", ""), folder.path()), store::Error);
}

TEST_CASE("the mode of a file that is no store is not touched", "[store]") {
  const Folder folder;
  const auto diary = folder.write("diary.txt", "dear diary");
  fs::permissions(diary, fs::perms::others_read, fs::perm_options::add);
  const auto before = fs::status(diary).permissions();
  CHECK(store::examine(diary, folder.path()).findings.size() == 1);
  store::repair(diary, folder.path());
  CHECK(fs::status(diary).permissions() == before);
}

TEST_CASE("a file that needs a backup is reported, and neither examined further nor repaired",
          "[store]") {
  const UsedStore used;
  std::string code;
  SECTION("garbage") {
    used.overwrite("dear diary");
    code = "not-a-database";
  }
  SECTION("another program's database") {
    used.change("PRAGMA application_id = 7");
    code = "not-a-store";
  }
  SECTION("cut short") {
    fs::resize_file(used.file, 3 * page_size);
    code = "unreadable";
  }
  SECTION("a table is missing") {
    used.change("DROP TABLE setting");
    code = "schema";
  }
  SECTION("an index is missing") {
    used.change("DROP INDEX entry_by_group");
    code = "schema";
  }
  const auto before = everything_in(used.folder.path());
  const auto found = used.finding();
  CHECK(found.code == code);
  CHECK(found.remedy == Remedy::restore);
  CHECK_FALSE(used.examine().store);
  used.repair();
  CHECK(used.codes() == Codes{code});
  CHECK(everything_in(used.folder.path()) == before);
}

TEST_CASE("a page that was overwritten is damage that nothing repairs", "[store]") {
  const UsedStore used;
  used.spoil_page(GENERATE(as<std::string>{}, "plan_break", "entry", "entry_by_group"));
  const auto before = read_file(used.file);
  const auto found = used.finding();
  CHECK(found.code == "integrity");
  CHECK_THAT(found.message, !Catch::Contains("\n"));
  CHECK(found.remedy == Remedy::restore);
  CHECK(used.examine().store);  // what is left can be looked at
  used.repair();
  CHECK(read_file(used.file) == before);
}

TEST_CASE("a row of no track is found", "[store]") {
  const UsedStore used;
  used.change("UPDATE entry SET track = 7 WHERE seq = 1");
  CHECK(used.examine().findings.front() ==
        store::Finding{"foreign-key", "the table entry has 1 row of a track that does not exist",
                       Remedy::restore});
  CHECK(used.codes() == Codes{"foreign-key", "tally"});
}

TEST_CASE("a store of a newer gradus is left alone", "[store]") {
  const UsedStore used;
  used.change("PRAGMA user_version = 99");
  CHECK(used.finding().code == "newer");
  CHECK(used.examine().newer);
  const auto before = read_file(used.file);
  used.repair();
  CHECK(read_file(used.file) == before);
}

TEST_CASE("tables of an older version are brought up to date", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("PRAGMA application_id = 0x47524453; CREATE TABLE t (x); DROP TABLE t");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  const auto found = store::examine(file, folder.path() / "elsewhere").findings;
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == "older");
  store::repair(file, folder.path() / "elsewhere");
  CHECK(store::examine(file, folder.path() / "elsewhere").findings.empty());
}

TEST_CASE("files and gradus's own folders are for the owner only", "[store]") {
  const UsedStore used;
  const auto backup = store::backups(used.file).front();
  const std::vector<fs::path> paths{used.file, used.folder.path(), backup.parent_path(), backup};
  for (const auto& path : paths)
    fs::permissions(path, fs::perms::group_read, fs::perm_options::add);
  CHECK(used.codes() == Codes(4, "mode"));
  used.repair();
  CHECK(used.codes().empty());
  for (const auto& path : paths)
    CHECK((fs::status(path).permissions() & fs::perms::group_all) == fs::perms::none);
}

TEST_CASE("the mode of another folder is its owner's business", "[store]") {
  const UsedStore used;
  fs::permissions(used.folder.path(), fs::perms::others_read, fs::perm_options::add);
  CHECK(store::examine(used.file, "/nowhere").findings.empty());
}

TEST_CASE("what links lead to keeps its mode, and backups in a folder that is one are private",
          "[store]") {
  const UsedStore used;
  const auto backups = store::backup_folder(used.file);
  const auto shared = used.folder.path() / "shared";
  fs::rename(backups, shared);
  fs::create_directory_symlink(shared, backups);
  used.folder.write("shared/gradus-2026-12-02.db.Ab12Cd.part", "half a store");
  const auto elsewhere = used.folder.write("elsewhere", "somebody's");
  fs::create_symlink(elsewhere, shared / "gradus-2026-11-30.db");
  for (const auto& path : {shared, elsewhere, shared / "gradus-2026-12-01.db"})
    fs::permissions(path, fs::perms::group_read, fs::perm_options::add);
  CHECK(used.codes() == Codes{"mode", "leftover", "backup"});
  used.repair();
  CHECK(used.codes() == Codes{"backup"});
  CHECK(names_in(shared) == Codes{"gradus-2026-11-30.db", "gradus-2026-12-01.db"});
  for (const auto& path : {shared, elsewhere})
    CHECK((fs::status(path).permissions() & fs::perms::group_read) != fs::perms::none);
}

TEST_CASE("copies that were never finished are removed, and no others", "[store]") {
  const UsedStore used;
  for (const auto* name : {"gradus.db.Ab12Cd.part", "backups/gradus-2026-12-01.db.Ab12Cd.part"})
    used.folder.write(name, "half a store");
  for (const auto* name : {"gradus-work.db.Ab12Cd.part", "notes.part",
                           "backups/gradus-work-2026-12-01.db.Ab12Cd.part", "gradus.db.replaced-1"})
    used.folder.write(name, "somebody's");
  CHECK(used.codes() == Codes(2, "leftover"));
  used.repair();
  CHECK(used.codes().empty());
  CHECK(names_in(used.folder.path()) == Codes{"backups", "gradus-work.db.Ab12Cd.part", "gradus.db",
                                              "gradus.db.replaced-1", "notes.part"});
}

TEST_CASE("a backup that can't be restored is named", "[store]") {
  const UsedStore used;
  used.folder.write("backups/gradus-2026-11-30.db", "garbage");
  fs::permissions(used.folder.path() / "backups/gradus-2026-11-30.db", fs::perms::owner_read);
  const auto found = used.finding();
  CHECK(found.code == "backup");
  CHECK_THAT(found.message, Catch::Contains("gradus-2026-11-30.db"));
  CHECK(found.remedy == Remedy::by_hand);
  CHECK(used.examine().backups.size() == 2);
}

TEST_CASE("a store in WAL mode is not opened before it is out of it", "[store]") {
  const UsedStore used;
  used.change("PRAGMA journal_mode = WAL");
  const auto before = everything_in(used.folder.path());
  CHECK(used.finding().code == "wal");
  CHECK_FALSE(used.examine().store);
  CHECK(everything_in(used.folder.path()) == before);
  used.repair();
  CHECK(used.codes().empty());
  CHECK(count_entries(used.file) == 2);
}

TEST_CASE("what a killed program left in WAL's files is taken into the store", "[store]") {
  const UsedStore used;
  Neighbour other([&](auto hold) {
    SQLite::Database database(used.file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA journal_mode = WAL; UPDATE entry SET minutes = 45 WHERE seq = 1");
    hold();
  });
  REQUIRE(other.holding());
  other.kill();
  REQUIRE(fs::exists(used.file.string() + "-wal"));
  CHECK(used.codes().front() == "wal");
  used.repair();
  CHECK(used.codes().empty());
  CHECK(names_in(used.folder.path()) == Codes{"backups", "gradus.db"});
  CHECK(Store::read(used.file).connection().pragma("SELECT minutes FROM entry WHERE seq = 1") ==
        45);
}

TEST_CASE("a WAL file that is not the store's own is left to its owner", "[store]") {
  const UsedStore used;
  used.folder.write("gradus.db-wal", "from another time");
  const auto found = used.finding();
  CHECK(found.code == "wal");
  CHECK(found.remedy == Remedy::by_hand);
  const auto before = everything_in(used.folder.path());
  used.repair();
  CHECK(everything_in(used.folder.path()) == before);
}

TEST_CASE("a change that a killed command left half done is reported, and rolled back", "[store]") {
  const UsedStore used;
  {
    Neighbour killed([&](auto hold) {
      auto store = Store::write(used.file);
      store.connection().execute("PRAGMA cache_spill = 1; PRAGMA cache_size = 1");
      auto entry = make_session("2026-12-03", 10);
      entry.note = std::string(2000, 'x');
      for (int i = 0; i < 200; ++i) {
        entry.id = make_session("2026-12-03", 10).id;
        store::add_entry(store, active(store), entry);
      }
      hold();
    });
    REQUIRE(killed.holding());
  }
  REQUIRE(fs::exists(used.file.string() + "-journal"));
  const auto before = everything_in(used.folder.path());
  CHECK(used.finding().code == "half-done");
  CHECK(everything_in(used.folder.path()) == before);
  used.repair();
  CHECK(used.codes().empty());
  CHECK(count_entries(used.file) == 2);
}

TEST_CASE("what no migration makes is named, and no change runs it", "[store]") {
  const UsedStore used;
  std::string sql, what, removal;
  std::tie(sql, what, removal) = GENERATE(table<std::string, std::string, std::string>({
      {"CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM entry WHERE seq < new.seq; END",
       "the trigger evil", R"(drop trigger "evil")"},
      {"CREATE VIEW mine AS SELECT * FROM entry", "the view mine", R"(drop view "mine")"},
      {R"(CREATE TABLE "my ""own""" (x))", R"(the table my "own")", R"(drop table "my ""own""")"},
      {"CREATE INDEX by_note ON entry (note)", "the index by_note", R"(drop index "by_note")"},
      // A name that SQLite keeps for itself.
      {"PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_evil', "
       "'tally', 0, 'CREATE TRIGGER sqlite_evil AFTER UPDATE ON tally BEGIN SELECT 1; END')",
       "the trigger sqlite_evil", "drop trigger"},
  }));
  used.change(sql);
  const auto found = used.finding();
  CHECK(found.code == "foreign");
  CHECK(found.remedy == Remedy::by_hand);
  CHECK_THAT(found.message, Catch::StartsWith(what + " is not one of gradus's"));
  CHECK_THAT(found.hint, Catch::Contains(removal));
  CHECK(used.examine().store);  // its entries can be read
  used.change("UPDATE tally SET entries = entries + 1");
  const auto before = read_file(used.file);
  used.repair();
  CHECK(read_file(used.file) == before);
}

TEST_CASE("a foreign part is named beside tables of an older version", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("PRAGMA application_id = 0x47524453; CREATE TABLE mine (x)");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  const auto before = read_file(file);
  store::repair(file, folder.path() / "elsewhere");
  const auto found = store::examine(file, folder.path() / "elsewhere").findings;
  REQUIRE(found.size() == 2);
  CHECK(found.front().code == "older");
  CHECK(found.back().code == "foreign");
  CHECK(read_file(file) == before);
}

TEST_CASE("the tables of ANALYZE are nobody's", "[store]") {
  const UsedStore used;
  used.change("ANALYZE");
  CHECK(used.codes().empty());
}

}  // namespace gradus::store::examination_test
