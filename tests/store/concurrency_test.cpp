#include "gradus/store/store.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <future>
#include <optional>
#include <string>

namespace gradus::store::concurrency_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;
namespace fs = std::filesystem;

TEST_CASE("a read leaves every byte as it was, and no file", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 60));
  const auto before = read_file(file);
  const auto written = fs::last_write_time(file);
  CHECK(count_entries(file) == 1);
  {
    const auto store = Store::read(file);
    CHECK(store::track_names(store).size() == 1);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
  }
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
  CHECK(read_file(file) == before);
  CHECK(fs::last_write_time(file) == written);
}

TEST_CASE("a reader next to a writer at work sees the state before it", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto before = read_file(file);
  const Neighbour writer([&](auto hold) {
    auto store = Store::write(file);
    store::add_entry(store, active(store), make_session("2026-11-30", 60));
    hold();
  });
  REQUIRE(writer.holding());
  const auto names = names_in(folder.path());
  REQUIRE(names == std::vector<std::string>{"gradus.db", "gradus.db-journal"});
  CHECK(count_entries(file) == 0);
  CHECK(names_in(folder.path()) == names);
  CHECK(read_file(file) == before);
}

TEST_CASE("a reader sees one state of the file throughout", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  std::optional<Store> reader(Store::read(file));
  auto added =
      std::async(std::launch::async, [&] { record(file, make_session("2026-11-30", 60)); });
  CHECK(added.wait_for(std::chrono::milliseconds{50}) == std::future_status::timeout);
  CHECK(store::entries(*reader, active(*reader), {}).empty());
  reader.reset();
  added.get();
  CHECK(count_entries(file) == 1);
}

TEST_CASE("a writer waits for the one before it", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  std::future<void> second;
  {
    auto first = Store::write(file);
    second = std::async(std::launch::async, [&] { record(file, make_session("2026-12-01", 30)); });
    CHECK(second.wait_for(std::chrono::milliseconds{100}) == std::future_status::timeout);
    store::add_entry(first, active(first), make_session("2026-11-30", 60));
    first.commit(step_named("log"));
  }
  second.get();
  CHECK(count_entries(file) == 2);
}

TEST_CASE("a writer that waits for a store that is given up makes it itself", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  std::future<void> second;
  {
    const auto first = Store::create(file);
    second =
        std::async(std::launch::async, [&] { Store::create(file).commit(step_named("init")); });
    CHECK(second.wait_for(std::chrono::milliseconds{100}) == std::future_status::timeout);
  }
  second.get();
  CHECK(store::track_names(Store::read(file)).empty());
}

TEST_CASE("what a killed writer left half done is rolled back by the next read", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_session("2026-11-30", 60));
  const auto before = read_file(file);
  Neighbour writer([&](auto hold) {
    auto store = Store::write(file);
    store.connection().execute("PRAGMA cache_size = 1; PRAGMA cache_spill = 1");
    for (int i = 0; i < 200; ++i) {
      auto entry = make_session("2026-12-01", 30);
      entry.note = std::string(2000, 'x');
      store::add_entry(store, active(store), entry);
    }
    hold();
  });
  REQUIRE(writer.holding());
  CHECK_THROWS_AS(Store::glance(file), store::Error);  // and doesn't wait for it
  writer.kill();
  REQUIRE(fs::file_size(file.string() + "-journal") > 0);
  REQUIRE(read_file(file) != before);

  CHECK_THROWS_AS(Store::glance(file), store::Error);
  CHECK(fs::file_size(file.string() + "-journal") > 0);
  CHECK(count_entries(file) == 1);
  CHECK(read_file(file) == before);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});
}

TEST_CASE("a half-made change that can't be rolled back is reported, and stays", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  Neighbour writer([&](auto hold) {
    auto store = Store::write(file);
    store.connection().execute(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1;"
        "INSERT INTO setting (key, value) VALUES ('ballast', zeroblob(1 << 20))");
    hold();
  });
  REQUIRE(writer.holding());
  writer.kill();
  const auto told = said_without_writing(folder.path(), [&] {
    try {
      (void)Store::read(file);
      return std::string("opened");
    } catch (const store::Error& error) {
      return std::string(error.what());
    }
  });
  CHECK_THAT(told, Catch::Contains("left in the middle of a change"));
  CHECK(fs::file_size(file.string() + "-journal") > 0);
}

TEST_CASE("a store killed while it was made is none, until it is made again", "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  Neighbour writer([&](auto hold) {
    auto store = Store::create(file);
    store.connection().execute("PRAGMA cache_size = 1; PRAGMA cache_spill = 1");
    auto track = new_track();
    track.curriculum_text = std::string(1'000'000, 'x');
    (void)store::add_track(store, track, two_tiers());
    hold();
  });
  REQUIRE(writer.holding());
  writer.kill();
  REQUIRE(fs::file_size(file) > 0);

  CHECK_THROWS_WITH(Store::read(file), "there is no store at " + file.string());
  Store::create(file).commit(step_named("init"));
  CHECK(store::track_names(Store::read(file)).empty());
}

}  // namespace gradus::store::concurrency_test
