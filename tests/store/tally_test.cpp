#include "store/tally.hpp"

#include "gradus/store/examination.hpp"
#include "gradus/store/history.hpp"
#include "gradus/store/import_batch.hpp"

#include "random_step.hpp"
#include "store/repeats.hpp"
#include "store/solving_times.hpp"
#include "store/study_days.hpp"
#include "store_fixture.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

namespace gradus::store::tally_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;

namespace {

// One of a few ids, so that entries are replaced, and of a few groups.
journal::Entry some_entry() {
  const auto minutes = one_of({1, 2, 3});
  const auto week = one_of<std::string>({"", "w1", "w2"});
  auto entry = one_of({true, false})
                   ? make_session("2026-12-01", minutes, journal::SessionKind::lab, week)
                   : make_problem("2026-12-01", one_of<std::string>({"joins", "ctes"}),
                                  curriculum::Difficulty::hard, minutes, week, "sql");
  if (auto* problem = std::get_if<journal::Problem>(&entry.what))
    problem->title = one_of<std::string>({"Ranks", " ranks", "Gaps"});
  if (one_of({1, 2, 3}) == 1)
    entry.what = journal::Expense{curriculum::Usd(minutes), journal::ExpenseKind::book, "a book"};
  entry.id = entry_id(one_of({1U, 2U, 3U, 4U}));
  return entry;
}

// All groups that have entries.
std::string tally(const Store& store) {
  std::string text;
  SQLite::Statement rows(store.connection().database(),
                         "SELECT * FROM tally WHERE entries > 0 ORDER BY id");
  while (rows.executeStep()) {
    for (int i = 0; i < rows.getColumnCount(); ++i) text += rows.getColumn(i).getString() + '|';
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("after any change of the journal, the tally agrees with the entries", "[store]") {
  REQUIRE(rc::check("a tally that follows is a tally made anew", [] {
    const Folder folder;
    const auto file = new_store(folder);
    // One entry is always there, or there would be little to see at the end.
    record(file, make_session("2026-12-02", 5));
    for (int i = *rc::gen::inRange(1, 12); i > 0; --i) some_step(file, some_entry);
    auto store = Store::write(file);
    RC_ASSERT(store::tally_agrees(store.connection()));
    RC_ASSERT(store::study_days_agree(store.connection()));
    store.connection().execute("UPDATE study_day SET minutes = 7777");
    RC_ASSERT(!store::study_days_agree(store.connection()));
    store::recount_study_days(store.connection());
    RC_ASSERT(store::study_days_agree(store.connection()));
    RC_ASSERT(store::solving_times_agree(store.connection()));
    store.connection().execute("UPDATE solving_time SET solutions = 7777");
    store.connection().execute("INSERT INTO solving_time VALUES (1, 'joins', 'easy', 3, 7777)");
    RC_ASSERT(!store::solving_times_agree(store.connection()));
    store::recount_solving_times(store.connection());
    RC_ASSERT(store::solving_times_agree(store.connection()));
    const auto followed = tally(store);
    store.connection().execute("UPDATE tally SET entries = 7, minutes = 7, usd = 7");
    RC_ASSERT(!store::tally_agrees(store.connection()));
    store::recount_tally(store.connection());
    RC_ASSERT(store::tally_agrees(store.connection()));
    RC_ASSERT(tally(store) == followed);
    RC_ASSERT(store::repeats_agree(store.connection()));
  }));
}

TEST_CASE("an entry that another program has changed is counted anew in its group", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_problem("2026-12-01", "joins"));
  record(file, make_problem("2026-12-02", "joins"));
  auto store = Store::write(file);
  store.connection().execute("UPDATE entry SET topic = 'ctes' WHERE seq = 1");
  CHECK_FALSE(store::tally_agrees(store.connection()));
  store::recount_tally(store.connection());
  CHECK(store::tally_agrees(store.connection()));
  CHECK(store.connection().pragma("SELECT count(*) FROM tally WHERE entries = 1") == 2);
}

TEST_CASE("the doctor finds a tally that is not the journal's, and fixes it", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, make_problem("2026-12-01", "joins"));
  const auto findings = [&] { return store::examine(file, folder.path() / "own").findings; };
  CHECK(findings().empty());
  const auto* sql = GENERATE(
      "UPDATE tally SET entries = 2", "UPDATE tally SET minutes = 1", "UPDATE tally SET usd = 1",
      "UPDATE entry SET attempts = 2", "UPDATE entry SET tally = 99", "DELETE FROM tally",
      "UPDATE entry SET title = 'Ranks'", "INSERT INTO repeated VALUES (1, 'joins', 'ranks')");
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
  REQUIRE(findings().size() == 1);
  CHECK(findings().front().code == "tally");
  CHECK(findings().front().remedy == store::Remedy::fix);
  store::repair(file, folder.path() / "own");
  CHECK(findings().empty());
}

TEST_CASE("every trait of the tally is a column of it, and no other", "[store]") {
  const Folder folder;
  const auto store = Store::read(new_store(folder));
  SQLite::Statement columns(store.connection().database(),
                            "SELECT name FROM pragma_table_info('tally') WHERE name NOT IN "
                            "('id', 'track', 'type', 'entries', 'minutes', 'usd')");
  int traits = 0;
  for (; columns.executeStep(); ++traits) CHECK(store::is_trait(columns.getColumn(0).getString()));
  CHECK(traits == 15);
}

}  // namespace gradus::store::tally_test
