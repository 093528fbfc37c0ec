#include "gradus/journal/facts.hpp"

#include "query_plans.hpp"
#include "store_fixture.hpp"
#include "support/memory_facts.hpp"
#include "support/random_journal.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gradus::store::facts_test {

using namespace gradus;
using namespace gradus::testing;
using namespace gradus::testing::random;
using namespace gradus::curriculum;
using store::Store;

namespace {

journal::Order some_order(EntryType type) {
  const auto fields = fields_of(type);
  const std::vector<Field> all(fields.begin(), fields.end());
  return {sometimes([&] { return *rc::gen::elementOf(all); }), flag()};
}

std::optional<std::vector<TierId>> some_tiers() {
  if (flag()) return std::nullopt;
  std::vector<TierId> tiers;
  for (const auto* id : {"sql", "python", "go"}) {
    if (flag()) tiers.emplace_back(id);
  }
  return tiers;
}

// Rounding aside.
bool same(const std::optional<double>& a, const std::optional<double>& b) {
  if (!a || !b) return a == b;
  return std::abs(*a - *b) <= 1e-9 * std::max(1.0, std::abs(*b));
}

std::optional<double> answer(const std::vector<journal::Entry>& entries, const Query& query) {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  for (const auto& entry : entries) store::add_entry(store, track, entry);
  return store::StoredFacts(store, track).answer({query, std::nullopt, std::nullopt});
}

std::string plans_of(const Store& store,
                     const std::function<void(const store::StoredFacts&)>& ask) {
  const store::StoredFacts facts(store, active(store));
  return query_plans(store, [&] { ask(facts); });
}

}  // namespace

TEST_CASE("SQL answers as the journal in memory does", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  int known = 0;
  REQUIRE(rc::check("stored facts are the facts", [&] {
    const auto type = *rc::gen::elementOf(entry_types);
    std::vector<journal::Entry> entries;
    auto store = Store::write(file);  // and never committed
    const auto track = active(store);
    for (int i = number(0, 12); i > 0; --i) {
      entries.push_back(some_entry(number(0, 5) == 0 ? *rc::gen::elementOf(entry_types) : type));
      store::add_entry(store, track, entries.back());
    }
    const MemoryFacts in_memory(entries);
    const store::StoredFacts stored(store, track);
    for (int i = 0; i < 10; ++i) {
      const auto query = some_query(type);
      const auto bound = [] { return number(0, 12) / 4.0; };
      const journal::Question question{query,
                                       some_tiers(),
                                       sometimes([] { return day("2026-12-31"); }),
                                       sometimes([] { return day("2027-01-02"); }),
                                       sometimes(bound),
                                       sometimes(bound)};
      const auto expected = in_memory.answer(question);
      RC_LOG() << name(query.measure) << " of " << name(type) << '\n';
      if (query.field) RC_LOG() << "field " << query.field->name << '\n';
      if (query.per) RC_LOG() << "per " << query.per->name << '\n';
      RC_LOG() << "expected " << expected.value_or(-1) << " got "
               << stored.answer(question).value_or(-1) << '\n';
      RC_ASSERT(same(stored.answer(question), expected));
      known += expected && *expected != 0 ? 1 : 0;

      const auto order = some_order(type);
      const auto most = static_cast<std::size_t>(number(0, 12));
      const auto found = stored.find(question, most, order);
      const auto wanted = in_memory.find(question, most, order);
      RC_ASSERT(found.total == wanted.total);
      RC_ASSERT(found.first == wanted.first);
    }
  }));
  INFO(known);
  CHECK(known > 100);  // the questions were not all about nothing
}

TEST_CASE("a streak runs over the ends of months and years", "[store]") {
  const Query streak{.of = EntryType::session, .measure = Aggregate::streak};
  CHECK(answer({}, streak) == 0);
  CHECK(answer({make_session("2026-12-30", 1), make_session("2026-12-31", 1),
                make_session("2027-01-01", 1), make_session("2027-01-01", 1),
                make_session("2027-01-03", 1)},
               streak) == 3);
}

TEST_CASE("the best group counts", "[store]") {
  const auto run = [](const std::string& pipeline) {
    return make_entry("2026-12-30", journal::Run{pipeline, true});
  };
  const Query runs{.of = EntryType::run,
                   .measure = Aggregate::count,
                   .per = find_field(EntryType::run, "pipeline")};
  CHECK(answer({run("a"), run("b"), run("b")}, runs) == 2);
}

TEST_CASE("no answer is not zero", "[store]") {
  const Query mean{.of = EntryType::mock_interview,
                   .measure = Aggregate::mean,
                   .field = find_field(EntryType::mock_interview, "score")};
  CHECK(answer({}, mean) == std::nullopt);
  CHECK(answer({make_entry("2026-12-30", journal::MockInterview{"sql"})}, mean) == std::nullopt);
  CHECK(answer({make_entry("2026-12-30", journal::MockInterview{"sql", 0.0})}, mean) == 0);
}

TEST_CASE("a count of alike entries asks the tally, and those that are repeated", "[store]") {
  const Folder folder;
  const auto store = Store::read(new_store(folder));
  Query count{.of = EntryType::problem, .measure = Aggregate::count};
  for (const auto* trait : {"topic", "difficulty"})
    count.where.push_back(
        {find_field(EntryType::problem, trait).value(), OneOf{{std::string("a")}}});
  const auto plans = plans_of(store, [&](const store::StoredFacts& facts) {
    (void)facts.answer({count, std::vector{TierId("sql")}, std::nullopt});
  });
  CHECK_THAT(plans, Catch::Contains("tally_by_traits (track=? AND type=? AND tier=? AND topic=? "
                                    "AND difficulty=?)") &&
                        Catch::Contains("SEARCH repeated USING PRIMARY KEY (track=?)\n"
                                        "SEARCH entry USING COVERING INDEX entry_by_title "
                                        "(title_key=? AND topic=? AND track=?)\n"
                                        "SEARCH tally USING INTEGER PRIMARY KEY (rowid=?)\n"));
  CHECK(plans.find("SCAN entry") == std::string::npos);
}

TEST_CASE("a question about some days searches the entries of those days alone", "[store]") {
  const Folder folder;
  const auto store = Store::read(new_store(folder));
  const Query count{.of = EntryType::session, .measure = Aggregate::count};
  const auto plans = plans_of(store, [&](const store::StoredFacts& facts) {
    (void)facts.answer({count, std::vector{TierId("sql")}, day("2026-12-01"), day("2026-12-31")});
  });
  CHECK_THAT(plans, Catch::Contains("tally_by_traits (track=? AND type=? AND tier=?)") &&
                        Catch::Contains("entry_by_group (tally=? AND on_day>? AND on_day<?)"));
}

TEST_CASE("no question reads the journal through", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  for (int minutes = 1; minutes < 4; ++minutes) record(file, make_session("2026-12-31", minutes));
  const auto store = Store::read(file);
  int searched = 0;
  REQUIRE(rc::check("every plan searches", [&] {
    const auto type = *rc::gen::elementOf(entry_types);
    const auto query = some_query(type);
    const journal::Question question{query, sometimes([] { return std::vector{TierId("sql")}; }),
                                     sometimes([] { return day("2026-12-31"); })};
    const auto order = some_order(type);
    const auto plans = plans_of(store, [&](const store::StoredFacts& facts) {
      (void)facts.answer(question);
      (void)facts.find(question, 2, order);
    });
    RC_LOG() << plans;
    searched += plans.find("SEARCH entry") != std::string::npos ? 1 : 0;
    RC_ASSERT(plans.find("SCAN entry") == std::string::npos);
  }));
  CHECK(searched > 35);  // 58, give or take 5: some questions are about nothing
}

}  // namespace gradus::store::facts_test
