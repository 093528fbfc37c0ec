#include "gradus/store/atomic_file.hpp"

#include "gradus/store/backups.hpp"
#include "gradus/store/error.hpp"

#include "support/folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <iterator>
#include <sys/stat.h>

namespace gradus::store::atomic_file_test {

using gradus::testing::Folder;
using gradus::testing::read_file;
namespace fs = std::filesystem;

namespace {

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

}  // namespace

TEST_CASE("a file is put in its place whole, for its owner unless it is given a mode", "[store]") {
  const Folder folder;
  const auto place = folder.write("answer.txt", "old");
  {
    PartFile part(place);
    part.out() << "half";
  }
  CHECK(read_file(place) == "old");
  PartFile part(place);
  part.out() << "new";
  part.put();
  CHECK(read_file(place) == "new");
  CHECK(mode_of(place) == 0600);
  PartFile open(place);
  open.set_mode(0644);
  open.put_at_once();
  CHECK(mode_of(place) == 0644);
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a link put in the place of an unfinished file changes no other file", "[store]") {
  const Folder folder;
  const auto victim = folder.write("victim", "theirs");
  fs::permissions(victim, fs::perms::owner_read);
  const auto place = folder.path() / "answer.txt";
  PartFile part(place);
  part.out() << "ours";
  fs::remove(part.path());
  fs::create_symlink(victim, part.path());
  part.set_mode(0644);
  CHECK_THROWS_AS(part.put(), Error);
  CHECK(read_file(victim) == "theirs");
  CHECK(mode_of(victim) == 0400);
  CHECK_FALSE(fs::exists(fs::symlink_status(place)));
}

TEST_CASE("what a file is to a store is known by its place, whether it is there or not",
          "[store]") {
  const Folder folder;
  const auto store = folder.write("gradus.db", "a store");
  const auto role = [&](const char* name) { return role_of(folder.path() / name, store); };
  CHECK(role("gradus.db") == Role::store);
  for (const auto* name : {"gradus.db-journal", "gradus.db-wal", "gradus.db-shm"})
    CHECK(role(name) == Role::companion);
  CHECK(role("gradus.db.replaced-1") == Role::replaced);
  CHECK(role("backups/gradus-2026-12-01.db") == Role::backup);
  CHECK(role("backups/../backups/gradus-before-version-2.db") == Role::backup);
  for (const auto* name : {"backups/mine.jsonl", "gradus-2026-12-01.db", "other.db-journal", "a/b"})
    CHECK(role(name) == Role::none);

  fs::create_symlink(store, folder.path() / "link.db");
  CHECK(role("link.db") == Role::store);
  CHECK(role_of(folder.path() / "gradus.db-journal", folder.path() / "link.db") == Role::companion);
}

}  // namespace gradus::store::atomic_file_test
