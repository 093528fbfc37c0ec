#include "gradus/store/recall.hpp"

#include "gradus/recall/derived_grade.hpp"
#include "gradus/store/history.hpp"
#include "gradus/store/import_batch.hpp"

#include "random_step.hpp"
#include "store/recall_cache.hpp"
#include "store_fixture.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

namespace gradus::store::recall_test {

using namespace gradus;
using namespace gradus::testing;
using recall::Grade;
using store::Store;

namespace {

journal::Entry problem(unsigned id, const std::string& on, const std::string& title = "Ranks",
                       int minutes = 20) {
  auto entry = make_problem(on, "joins", curriculum::Difficulty::easy, minutes);
  entry.id = entry_id(id);
  std::get<journal::Problem>(entry.what).title = title;
  return entry;
}

journal::Entry review(unsigned id, const std::string& on, unsigned of, Grade grade) {
  auto entry = make_entry(
      on, journal::Review{.item = entry_id(of).text(), .grade = static_cast<int>(grade)});
  entry.id = entry_id(id);
  return entry;
}

journal::Entry drill(unsigned id, const std::string& on, bool passed, int seconds = 400) {
  auto entry = make_entry(on, journal::Drill{.drill = "window-race",
                                             .seconds = std::chrono::seconds{seconds},
                                             .limit_seconds = std::chrono::seconds{600},
                                             .passed = passed});
  entry.id = entry_id(id);
  return entry;
}

recall::State replayed(std::initializer_list<recall::Graded> log) {
  return recall::replay(std::vector<recall::Graded>(log)).value();
}

// All that comes up again, by title.
std::vector<RecallItem> items_of(const std::filesystem::path& file) {
  const auto store = Store::read(file);
  std::vector<RecallItem> items;
  for (const auto& group : recall_groups(store, active(store)))
    for (auto& item : recall_items(store, group, 100)) items.push_back(std::move(item));
  std::ranges::sort(items, {}, &RecallItem::title);
  return items;
}

RecallItem only_item(const std::filesystem::path& file) {
  auto items = items_of(file);
  REQUIRE(items.size() == 1);
  return items.front();
}

// One of a few of each type, so that they are replaced and name each other.
journal::Entry some_entry() {
  const auto on = one_of<std::string>({"2026-12-01", "2026-12-02", "2026-12-09"});
  const auto id = one_of({1U, 2U, 3U, 4U, 5U, 6U});
  switch (one_of({1, 2, 3, 4, 5})) {
    case 1:
      return drill(id, on, one_of({true, false}));
    case 2:
      return review(id, on, one_of({1U, 2U, 3U}), Grade::hard);
    case 3: {
      auto entry = make_entry(
          on, journal::Review{.item = "window-race", .of = journal::ReviewOf::drill, .grade = 4});
      entry.id = entry_id(id);
      return entry;
    }
    default: {
      auto entry = problem(id, on, one_of<std::string>({"Ranks", " ranks", "Gaps"}),
                           one_of({4, 10, 11, 25, 60}));
      std::get<journal::Problem>(entry.what).help_used = one_of({true, false, false});
      return entry;
    }
  }
}

}  // namespace

TEST_CASE("a solved problem comes up again", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, problem(1, "2026-12-01"));
  const auto item = only_item(file);
  CHECK(item.id == entry_id(1).text());
  CHECK(item.of == journal::ReviewOf::problem);
  CHECK(item.title == "Ranks");
  CHECK(item.topic == curriculum::TopicId("joins"));
  CHECK(item.minutes == journal::Minutes{20});
  CHECK(item.state == recall::first_state({day("2026-12-01"), Grade::good}));
}

TEST_CASE("all solutions of a problem and the reviews of any of them are one log", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, problem(1, "2026-12-01"));
  record(file, review(2, "2026-12-04", 1, Grade::hard));
  record(file, problem(3, "2026-12-10", "  RANKS", 18));
  record(file, review(4, "2026-12-20", 1, Grade::easy));
  const auto item = only_item(file);
  CHECK(item.id == entry_id(3).text());
  CHECK(item.minutes == journal::Minutes{18});
  CHECK(item.state == replayed({{day("2026-12-01"), Grade::good},
                                {day("2026-12-04"), Grade::hard},
                                {day("2026-12-10"), Grade::good},
                                {day("2026-12-20"), Grade::easy}}));
}

TEST_CASE("entries count in the order of their days, however they came in", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, review(2, "2026-12-04", 1, Grade::hard));
  CHECK(items_of(file).empty());
  record(file, problem(1, "2026-12-01"));
  CHECK(only_item(file).state ==
        replayed({{day("2026-12-01"), Grade::good}, {day("2026-12-04"), Grade::hard}}));
}

TEST_CASE("a drill comes up again, with its reviews", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, drill(1, "2026-12-01", true));
  auto again = make_entry(
      "2026-12-05",
      journal::Review{.item = "window-race", .of = journal::ReviewOf::drill, .grade = 2});
  record(file, again);
  const auto item = only_item(file);
  CHECK(item.id == "window-race");
  CHECK(item.of == journal::ReviewOf::drill);
  CHECK(item.title == "window-race");
  CHECK_FALSE(item.topic);
  CHECK(item.minutes == journal::Minutes{10});
  CHECK(item.state ==
        replayed({{day("2026-12-01"), Grade::good}, {day("2026-12-05"), Grade::hard}}));
  const auto store = Store::read(file);
  CHECK(known_drills(store, active(store)) == std::vector<std::string>{"window-race"});
}

TEST_CASE("what is in the same state is one group", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, problem(1, "2026-12-01", "A", 20));
  record(file, problem(2, "2026-12-01", "B", 20));
  record(file, problem(3, "2026-12-02", "C", 20));
  const auto store = Store::read(file);
  const auto groups = recall_groups(store, active(store));
  REQUIRE(groups.size() == 2);
  const auto& first = groups[0].items == 2 ? groups[0] : groups[1];
  CHECK(first.items == 2);
  CHECK(first.minutes == journal::Minutes{40});
  CHECK(recall_items(store, first, 1).size() == 1);
}

TEST_CASE("a moved median grades anew what it touches", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, problem(1, "2026-12-01", "A", 30));
  CHECK(only_item(file).state.grade == Grade::good);
  record(file, problem(2, "2026-12-02", "B", 10));
  CHECK(items_of(file)[0].state.grade == Grade::good);
  record(file, problem(3, "2026-12-02", "C", 10));  // the median falls to 10
  const auto items = items_of(file);
  REQUIRE(items.size() == 3);
  CHECK(items[0].state.grade == Grade::hard);
  CHECK(items[1].state.grade == Grade::good);
  CHECK(recall_agrees(Store::read(file)));
}

TEST_CASE("topics have the mean recall of their problems", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, problem(1, "2026-12-01", "A", 20));
  record(file, problem(2, "2026-12-08", "B", 20));
  record(file, drill(3, "2026-12-08", true));
  const auto store = Store::read(file);
  const auto on = day("2026-12-20");
  const auto found = topic_recall(store, active(store), curriculum::TopicId("joins"), on);
  CHECK_FALSE(topic_recall(store, active(store), curriculum::TopicId("ctes"), on));
  const auto recall_since = [&](const char* since) {
    return recall::retrievability(recall::first_state({day(since), Grade::good}), on);
  };
  CHECK(found.value() == Approx((recall_since("2026-12-01") + recall_since("2026-12-08")) / 2));
}

TEST_CASE("of a topic with many problems those practised last are looked at", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  {
    auto store = Store::write(file);
    store::add_entry(store, active(store), problem(1000, "2026-11-01", "Old", 20));
    for (unsigned i = 0; i < most_of_a_topic; ++i)
      store::add_entry(store, active(store),
                       problem(i, "2026-12-08", "New " + std::to_string(i), 20));
    store.commit(step_named("any"));
  }
  const auto store = Store::read(file);
  const auto on = day("2026-12-20");
  CHECK(topic_recall(store, active(store), curriculum::TopicId("joins"), on).value() ==
        Approx(recall::retrievability(recall::first_state({day("2026-12-08"), Grade::good}), on)));
}

TEST_CASE("after any change of the journal, what is remembered is what it says", "[store]") {
  REQUIRE(rc::check("states that follow are states made anew", [] {
    const Folder folder;
    const auto file = new_store(folder);
    record(file, problem(9, "2026-12-02", "Always there", 12));
    for (int i = *rc::gen::inRange(1, 12); i > 0; --i) some_step(file, some_entry);
    RC_ASSERT(recall_agrees(Store::read(file)));
    auto store = Store::write(file);
    recount_recall(store);
    RC_ASSERT(recall_agrees(store));
  }));
}

TEST_CASE("states of another version of the algorithm are computed anew", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  record(file, problem(1, "2026-12-01"));
  {
    auto store = Store::write(file);
    store.connection().execute(
        "UPDATE recall_version SET algorithm = 'FSRS-5'; UPDATE recall_state SET good = 77");
    CHECK_FALSE(recall_agrees(store));
    store.commit(step_named("any"));
  }
  CHECK(recall_agrees(Store::read(file)));
  CHECK(only_item(file).state == recall::first_state({day("2026-12-01"), Grade::good}));
}

TEST_CASE("what another program did to entries or states is noticed and mended", "[store]") {
  const auto* const change =
      GENERATE("UPDATE entry SET grade = 1 WHERE type = 'review'", "UPDATE recall SET minutes = 3",
               "UPDATE recall_state SET items = 5", "DELETE FROM recall",
               "UPDATE recall_topic SET items = 9", "UPDATE recall_median SET twice = 400",
               "UPDATE recall_state SET good = 77");
  const Folder folder;
  const auto file = new_store(folder);
  record(file, problem(1, "2026-12-01"));
  record(file, review(2, "2026-12-04", 1, Grade::hard));
  auto store = Store::write(file);
  REQUIRE(recall_agrees(store));
  store.connection().execute(change);
  CHECK_FALSE(recall_agrees(store));
  recount_recall(store);
  CHECK(recall_agrees(store));
}

}  // namespace gradus::store::recall_test
