#include "gradus/journal/facts.hpp"

#include "store_fixture.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <sqlite3.h>

#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gradus::store::facts_test {

using namespace gradus;
using namespace gradus::testing;
using namespace gradus::curriculum;
using store::Store;

namespace {

// Few values of each kind, so that entries fall together.
template <class T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

// Any of them from the first case on: by itself inRange keeps to `least` while cases are small.
int number(int least, int most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}
bool flag() {
  return *rc::gen::arbitrary<bool>();
}
std::string word() {
  return one_of<std::string>({"a", "b", "c"});
}

template <class Make>
auto sometimes(Make make) -> std::optional<decltype(make())> {
  if (flag()) return std::nullopt;
  return make();
}

journal::What some_what(EntryType type) {
  const auto minutes = journal::Minutes{number(1, 5)};
  const auto topic = [] { return TopicId(word()); };
  const auto difficulty = *rc::gen::elementOf(difficulties);
  switch (type) {
    case EntryType::session:
      return journal::Session{minutes, *rc::gen::elementOf(journal::session_kinds),
                              sometimes(topic)};
    case EntryType::problem:
      return journal::Problem{.title = one_of<std::string>({"a", "A ", "b", "c", "d"}),
                              .topic = topic(),
                              .difficulty = difficulty,
                              .minutes = minutes,
                              .attempts = number(1, 3),
                              .help_used = flag(),
                              .platform = sometimes(word),
                              .url = sometimes(word),
                              .language = sometimes(word)};
    case EntryType::artefact:
      return journal::Artefact{.artefact = sometimes([] { return ArtefactId(word()); }),
                               .title = word(),
                               .verified = flag()};
    case EntryType::attestation:
      return journal::Attestation{CriterionId(word()), word(), flag()};
    case EntryType::mock_exam:
      return journal::MockExam{word(), number(0, 10) / 10.0, flag()};
    case EntryType::mock_interview:
      return journal::MockInterview{word(), sometimes([] { return number(0, 400) / 4.0; })};
    case EntryType::application:
      return journal::Application{word(), sometimes(word), sometimes(word)};
    case EntryType::run:
      return journal::Run{word(), flag()};
    case EntryType::expense:
      return journal::Expense{Usd(number(0, 500)), *rc::gen::elementOf(journal::expense_kinds),
                              word()};
    case EntryType::drill:
      return journal::Drill{word(), std::chrono::seconds{number(0, 4)},
                            std::chrono::seconds{number(0, 4)}, flag()};
    case EntryType::review:
      return journal::Review{entry_id(1), number(1, 4)};
  }
  return journal::Run{};
}

journal::Entry some_entry(EntryType type) {
  // Across a leap day and the turn of a year.
  const auto first = flag() ? day("2028-02-27") : day("2026-12-29");
  auto entry =
      make_entry((first + calendar::Days{number(0, 6)}).iso(), some_what(type),
                 one_of<std::string>({"", "sql", "python"}), one_of<std::string>({"", "w1", "w2"}));
  return flag() ? entry : at_minute(entry, 60 * number(0, 2));
}

Value some_value(const Field& field) {
  switch (field.type) {
    case FieldType::flag:
      return flag();
    case FieldType::number:
      return number(0, 20) / 4.0;
    case FieldType::date:
      return (day("2026-12-29") + calendar::Days{number(0, 6)}).iso();
    case FieldType::text:
    case FieldType::table:  // no criterion names one
      break;
  }
  return one_of<std::string>({"a", "b", "read", "easy", "course", "w1", "sql"});
}

Filter some_filter(EntryType type) {
  const auto fields = fields_of(type);
  const Field field = *rc::gen::elementOf(std::vector<Field>(fields.begin(), fields.end()));
  const auto value = [&] { return some_value(field); };
  const bool ordered = field.type == FieldType::number || field.type == FieldType::date;
  if (ordered && flag()) {
    Between test{sometimes(value), sometimes(value), sometimes(value), sometimes(value)};
    if (!test.lt && !test.le && !test.gt && !test.ge) test.le = value();  // a curriculum names one
    return {field, test};
  }
  OneOf test{{value()}};
  while (flag()) test.values.push_back(value());
  return {field, test};
}

// Whether its entries have what the measure adds up.
bool adds_up(EntryType type, Aggregate measure) {
  const bool sum = measure == Aggregate::minutes || measure == Aggregate::usd;
  return !sum || find_field(type, name(measure));
}

Query some_query(EntryType type) {
  const auto fields = fields_of(type);
  const std::vector<Field> all(fields.begin(), fields.end());
  Query query{.of = type, .measure = *rc::gen::elementOf(aggregates)};
  if (!adds_up(type, query.measure)) query.measure = Aggregate::count;
  if (needs_field(query.measure)) query.field = *rc::gen::elementOf(all);
  if (flag()) query.per = *rc::gen::elementOf(all);
  if (flag()) query.last = static_cast<std::size_t>(number(0, 6));
  while (flag()) query.where.push_back(some_filter(type));
  query.repeats = counts_once(query) && flag();
  return query;
}

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

// How SQLite means to run whatever was asked of the facts.
std::string plans_of(const Store& store,
                     const std::function<void(const store::StoredFacts&)>& ask) {
  auto& database = store.connection().database();
  std::set<std::string> asked;
  const auto keep = [](unsigned, void* texts, void* statement, void*) {
    static_cast<std::set<std::string>*>(texts)->insert(
        sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
    return 0;
  };
  const store::StoredFacts facts(store, active(store));
  sqlite3_trace_v2(database.getHandle(), SQLITE_TRACE_STMT, keep, &asked);
  ask(facts);
  sqlite3_trace_v2(database.getHandle(), 0, nullptr, nullptr);

  std::string plans;
  for (const auto& sql : asked) {
    SQLite::Statement explained(database, "EXPLAIN QUERY PLAN " + sql);
    while (explained.executeStep()) plans += explained.getColumn("detail").getString() + '\n';
  }
  return plans;
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
  CHECK(searched > 50);
}

}  // namespace gradus::store::facts_test
