#include "gradus/store/import_batch.hpp"

#include "gradus/store/history.hpp"

#include "store/change_recorder.hpp"
#include "store/connection.hpp"
#include "store/import_batch.hpp"
#include "store_fixture.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <csignal>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <vector>

namespace gradus::store::import_batch_test {

using namespace gradus;
using namespace gradus::testing;
using store::ImportBatch;
using store::Put;
using store::RehearsedBatch;
using store::Store;
using store::StoredBatch;

namespace {

journal::Entry session(unsigned id, int minutes) {
  auto entry = make_session("2026-12-01", minutes);
  entry.id = entry_id(id);
  return entry;
}

// While it lives, no file of this process grows over so many bytes: writing fails, as on a full
// disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(std::size_t bytes) : usual_signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &usual_);
    rlimit limit = usual_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &usual_);
    (void)std::signal(SIGXFSZ, usual_signal_);
  }

 private:
  rlimit usual_{};
  void (*usual_signal_)(int);
};

const store::Intent at_noon{.now = instant("2026-12-01T12:00:00Z")};

// What becomes of the entries, one after the other, on lines from 1.
std::vector<Put> put_all(ImportBatch& batch, const std::vector<journal::Entry>& entries) {
  std::vector<Put> puts;
  puts.reserve(entries.size());
  for (const auto& entry : entries) puts.push_back(batch.put({entry, puts.size() + 1}));
  return puts;
}

std::vector<Put> import(const std::filesystem::path& file,
                        const std::vector<journal::Entry>& entries) {
  auto store = Store::write(file);
  StoredBatch batch(store, active(store), step_named("import"), at_noon);
  auto puts = put_all(batch, entries);
  store.commit(step_named("import"));
  return puts;
}

std::vector<Put> rehearse(const std::filesystem::path& file,
                          const std::vector<journal::Entry>& entries) {
  const auto store = Store::read(file);
  RehearsedBatch batch(store, active(store), at_noon);
  return put_all(batch, entries);
}

std::vector<std::string> journal_of(const std::filesystem::path& file) {
  const auto store = Store::read(file);
  return described(store::entries(store, active(store), {}));
}

std::string undo(const std::filesystem::path& file) {
  auto store = Store::write(file);
  auto step = store::undo(store, calendar::Instant{});
  store.commit();
  return step.value_or("nothing");
}

int number(const std::filesystem::path& file, const char* sql) {
  return Store::read(file).connection().pragma(sql);
}

}  // namespace

TEST_CASE("an import that can't write on leaves the file as it was", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto before = read_file(file);
  const auto fill = [&] {
    auto store = Store::write(file);
    store.connection().execute("PRAGMA cache_size = 5");  // what does not fit is written at once
    StoredBatch batch(store, active(store), step_named("import"), at_noon);
    const FileSizeLimit limit(before.size() + 300'000);
    for (unsigned id = 1; id < 10'000; ++id) (void)batch.put({session(id, 60), id});
  };
  CHECK_THROWS_AS(fill(), store::Error);
  CHECK(read_file(file) == before);
  CHECK_FALSE(std::filesystem::exists(file.string() + "-journal"));
}

TEST_CASE("a batch knows the most attempts of a problem, its own lines included", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto solved = [](unsigned id, std::string title, int attempts) {
    auto entry = make_problem("2026-12-01", "joins");
    entry.id = entry_id(id);
    auto& problem = std::get<journal::Problem>(entry.what);
    problem.title = std::move(title);
    problem.attempts = attempts;
    return entry;
  };
  record(file, solved(1, "Islands", 3));
  auto store = Store::write(file);
  StoredBatch batch(store, active(store), step_named("import"), at_noon);
  const auto most = [&](const char* title) {
    return batch.most_attempts(curriculum::TopicId("joins"), title);
  };
  CHECK(batch.put({solved(2, "Gaps", 2), 1}) == Put::added);
  CHECK(most(" GAPS") == 2);
  CHECK(most("Islands") == 3);
  CHECK(most("Trips") == 0);
  CHECK(batch.put({solved(3, "islands", 7), 2}) == Put::added);
  CHECK(most("Islands") == 7);
  CHECK(batch.put({solved(1, "Trips", 4), 3}) == Put::changed);
  CHECK(most("Trips") == 4);
  CHECK(batch.remove({entry_id(3), instant("2026-12-02T00:00:00Z")}) == store::Took::removed);
  CHECK(most("Islands") == 0);
  CHECK(batch.most_attempts(curriculum::TopicId("ctes"), "Trips") == 0);
}

TEST_CASE("a batch adds, replaces and leaves alone, and a rehearsal says so before", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, session(1, 10));
  record(file, session(2, 20));
  const std::vector entries{session(1, 10), session(2, 25), session(3, 30), session(3, 30)};
  const std::vector expected{Put::unchanged, Put::changed, Put::added, Put::unchanged};

  const auto before = read_file(file);
  CHECK(rehearse(file, entries) == expected);
  CHECK(read_file(file) == before);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"gradus.db"});

  CHECK(import(file, entries) == expected);
  CHECK(count_entries(file) == 3);
  CHECK(import(file, entries) == std::vector(4, Put::unchanged));
}

TEST_CASE(
    "a batch that is one step back is gone, what it replaced stands again, and redo brings it",
    "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, session(1, 10), "log 1");
  record(file, session(2, 20), "log 2");
  const auto before = journal_of(file);
  import(file, {session(2, 25), session(3, 30)});
  const auto after = journal_of(file);
  import(file, {session(3, 35)});

  CHECK(undo(file) == "import");
  CHECK(journal_of(file) == after);
  CHECK(undo(file) == "import");
  CHECK(journal_of(file) == before);
  {
    auto store = Store::write(file);
    store::redo_batch(store, number(file, "SELECT min(seq) FROM undo_step WHERE undone"));
    store.commit();
  }
  CHECK(journal_of(file) == after);
  CHECK(number(file, "SELECT count(*) FROM set_aside WHERE step = 4") == 1);
}

TEST_CASE("undo goes on before a batch, and a new step forgets the rows set aside", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, session(1, 10), "log 1");
  import(file, {session(1, 15), session(2, 20)});
  CHECK(undo(file) == "import");
  CHECK(number(file, "SELECT count(*) FROM set_aside") == 2);
  CHECK(undo(file) == "log 1");
  record(file, session(4, 40), "log 4");
  CHECK(number(file, "SELECT count(*) FROM set_aside") == 0);
  CHECK(undo(file) == "log 4");
  CHECK(undo(file) == "init");
}

TEST_CASE("a batch that is undone takes no other's entries along", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  import(file, {session(1, 10), session(2, 20)});
  {
    auto store = Store::write(file);
    store.connection().execute("DELETE FROM undo_step");  // as when they have left the history
    store.commit();
  }
  for (unsigned id = 3; id < 6; ++id) import(file, {session(id, 30)});
  for (int i = 0; i < 3; ++i) CHECK(undo(file) == "import");
  CHECK(journal_of(file) == std::vector{described(session(2, 20)), described(session(1, 10))});
}

TEST_CASE("a batch that changes nothing is no step", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, session(1, 10), "log 1");
  import(file, {session(1, 10)});
  CHECK(undo(file) == "log 1");
}

TEST_CASE("an id of another track, or with two contents in one file, is not stored", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, session(1, 10));
  {
    auto store = Store::write(file);
    (void)store::add_track(store, new_track("evenings"), two_tiers());
    store.commit(step_named("init"));
  }
  const std::vector entries{session(1, 10), session(2, 20), session(2, 25)};
  const std::vector expected{Put::elsewhere, Put::added, Put::doubled};
  CHECK(rehearse(file, entries) == expected);
  CHECK(import(file, entries) == expected);
  CHECK(journal_of(file) == std::vector{described(session(2, 20))});

  const auto store = Store::read(file);
  RehearsedBatch batch(store, active(store), at_noon);
  CHECK(put_all(batch, {session(4, 1), session(5, 1), session(4, 2)}).back() == Put::doubled);
  CHECK(batch.first_line(entry_id(4)) == 1);
}

TEST_CASE("a batch counts how often an id was derived", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto store = Store::read(file);
  RehearsedBatch batch(store, active(store), at_noon);
  CHECK(batch.count(entry_id(1)) == 1);
  CHECK(batch.put({session(1, 5), 1}) == Put::added);
  CHECK(batch.count(entry_id(1)) == 2);
  CHECK(batch.count(entry_id(2)) == 1);
}

TEST_CASE("a batch knows what its track holds by now", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, session(1, 10));
  const auto find_out = [](ImportBatch& batch) {
    CHECK(journal::same_content(batch.known(entry_id(1)).value(), session(1, 10)));
    CHECK_FALSE(batch.known(entry_id(2)));
    (void)put_all(batch, {session(1, 15), session(2, 20)});
    CHECK(journal::same_content(batch.known(entry_id(1)).value(), session(1, 15)));
    CHECK(journal::same_content(batch.known(entry_id(2)).value(), session(2, 20)));
  };
  {
    const auto store = Store::read(file);
    RehearsedBatch rehearsal(store, active(store), at_noon);
    find_out(rehearsal);
  }
  auto store = Store::write(file);
  StoredBatch intake(store, active(store), step_named("import"), at_noon);
  find_out(intake);
}

TEST_CASE("an id of another track is not known to a batch", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, session(1, 10));
  auto store = Store::write(file);
  (void)store::add_track(store, new_track("evenings"), two_tiers());
  RehearsedBatch rehearsal(store, active(store), at_noon);
  CHECK_FALSE(rehearsal.known(entry_id(1)));
}

TEST_CASE("entries that are set aside keep every column", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  CHECK(number(file,
               "SELECT (SELECT 'step,' || group_concat(name) FROM pragma_table_info('entry')) = "
               "(SELECT group_concat(name) FROM pragma_table_info('set_aside'))") == 1);
  CHECK(number(file,
               "SELECT (SELECT 'step,' || group_concat(name) FROM pragma_table_info('removed')) = "
               "(SELECT group_concat(name) FROM pragma_table_info('removed_aside'))") == 1);
}

TEST_CASE("any batches, undone and redone, leave what they left", "[store]") {
  REQUIRE(rc::check("undo_batch and redo_batch go through the same states", [] {
    const Folder folder;
    const auto file = new_store(folder);
    std::vector<std::vector<std::string>> states{journal_of(file)};
    const auto batches = *rc::gen::inRange(1, 5);
    for (int i = 0; i < batches; ++i) {
      const auto pairs = *rc::gen::container<std::vector<std::pair<unsigned, int>>>(
          rc::gen::pair(rc::gen::inRange(1U, 8U), rc::gen::inRange(1, 4)));
      const std::map<unsigned, int> contents(pairs.begin(), pairs.end());
      std::vector<journal::Entry> entries;
      entries.reserve(contents.size());
      for (const auto& [id, minutes] : contents) entries.push_back(session(id, minutes));
      import(file, entries);
      if (journal_of(file) != states.back()) states.push_back(journal_of(file));
    }
    auto at = states.size() - 1;
    for (; at > 0; --at) {
      RC_ASSERT(undo(file) == "import");
      RC_ASSERT(journal_of(file) == states[at - 1]);
    }
    for (; at + 1 < states.size(); ++at) {
      auto store = Store::write(file);
      const auto next = store.connection().pragma("SELECT min(seq) FROM undo_step WHERE undone");
      store::redo_batch(store, next);
      store.connection().execute(
          fmt::format("UPDATE undo_step SET undone = 0 WHERE seq = {}", next).c_str());
      store.commit();
      RC_ASSERT(journal_of(file) == states[at + 1]);
    }
  }));
}

}  // namespace gradus::store::import_batch_test
