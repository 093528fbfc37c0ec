#include "gradus/journal/facts.hpp"

#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace gradus::journal::facts_test {

// What every answer of the journal must be; the store's answers are held to the same reference.

using namespace gradus::journal;
using namespace gradus::curriculum;
using gradus::testing::at_minute;
using gradus::testing::day;
using gradus::testing::make_entry;
using gradus::testing::make_problem;
using gradus::testing::make_session;
using gradus::testing::MemoryFacts;

namespace {

using Run = gradus::journal::Run;
using Answer = std::optional<double>;

Query query(EntryType of, Aggregate measure, std::optional<std::string_view> field = {}) {
  Query asked{.of = of, .measure = measure};
  if (field) asked.field = find_field(of, *field).value();
  return asked;
}

Filter one_of(EntryType of, std::string_view field, std::vector<Value> values) {
  return {find_field(of, field).value(), OneOf{std::move(values)}};
}

Filter between(EntryType of, std::string_view field, Between bounds) {
  return {find_field(of, field).value(), std::move(bounds)};
}

using Bound = std::optional<Value> Between::*;

Between bounded(Bound bound, Value value) {
  Between bounds;
  bounds.*bound = std::move(value);
  return bounds;
}

Answer ask(const std::vector<Entry>& entries, const Query& asked,
           std::optional<std::vector<TierId>> tiers = {},
           std::optional<gradus::calendar::Date> from = {}) {
  return MemoryFacts(entries).answer({asked, std::move(tiers), from});
}

Entry interview(std::string_view on, std::optional<double> score) {
  return make_entry(on, MockInterview{.area = "sql", .score = score});
}

Entry run(std::string_view on, std::string pipeline, bool ok = true) {
  return make_entry(on, Run{std::move(pipeline), ok});
}

Entry expense(std::string_view on, std::int64_t cents) {
  return make_entry(on, Expense{Usd(cents), ExpenseKind::book, "Book"});
}

Answer streak(const std::vector<Entry>& entries) {
  return ask(entries, query(EntryType::session, Aggregate::streak));
}

}  // namespace

TEST_CASE("of nothing there are none, and no least, greatest, mean or latest", "[journal]") {
  for (const auto measure : aggregates) {
    CAPTURE(std::string(name(measure)));
    auto asked = query(EntryType::mock_interview, measure);
    if (needs_field(measure)) asked.field = find_field(EntryType::mock_interview, "score");
    const auto expected = needs_field(measure) ? std::nullopt : Answer(0);
    CHECK(ask({}, asked) == expected);
    CHECK(ask({run("2026-06-01", "daily")}, asked) == expected);
    asked.per = find_field(EntryType::mock_interview, "area");
    CHECK(ask({}, asked) == expected);
  }
}

TEST_CASE("entries, minutes and money are summed", "[journal]") {
  const std::vector sessions{make_session("2026-06-01", 50), make_session("2026-06-02", 90)};
  CHECK(ask(sessions, query(EntryType::session, Aggregate::count)) == Answer(2));
  CHECK(ask(sessions, query(EntryType::session, Aggregate::minutes)) == Answer(140));
  const std::vector spent{expense("2026-06-01", 10), expense("2026-06-02", 20),
                          expense("2026-06-03", 1999)};
  CHECK(ask({spent[0]}, query(EntryType::expense, Aggregate::usd)) == Answer(0.1));
  CHECK(ask(spent, query(EntryType::expense, Aggregate::usd)) == Answer(20.29));
}

TEST_CASE("a day counts once", "[journal]") {
  const std::vector sessions{make_session("2026-06-01", 50), make_session("2026-06-03", 50),
                             make_session("2026-06-01", 90)};
  CHECK(ask(sessions, query(EntryType::session, Aggregate::days)) == Answer(2));
}

TEST_CASE("a streak is the longest run of days", "[journal]") {
  CHECK(streak({make_session("2026-06-01", 10)}) == Answer(1));
  SECTION("over the end of a month, in any order, a day twice") {
    CHECK(streak({make_session("2026-03-01", 10), make_session("2026-02-28", 10),
                  make_session("2026-02-27", 10), make_session("2026-02-28", 20)}) == Answer(3));
  }
  SECTION("a leap day missed breaks it") {
    CHECK(streak({make_session("2028-02-28", 10), make_session("2028-03-01", 10)}) == Answer(1));
  }
  SECTION("over the end of a year") {
    CHECK(streak({make_session("2026-12-31", 10), make_session("2027-01-01", 10)}) == Answer(2));
  }
  SECTION("the longest, not the last") {
    CHECK(streak({make_session("2026-06-01", 10), make_session("2026-06-02", 10),
                  make_session("2026-06-03", 10), make_session("2026-06-05", 10),
                  make_session("2026-06-06", 10)}) == Answer(3));
  }
}

TEST_CASE("least, greatest, mean and latest pass over entries without the field", "[journal]") {
  const std::vector interviews{interview("2026-06-03", 60), interview("2026-06-01", 90),
                               interview("2026-06-02", 75), interview("2026-06-04", std::nullopt)};
  const auto of_score = [&](Aggregate measure) {
    return ask(interviews, query(EntryType::mock_interview, measure, "score"));
  };
  CHECK(of_score(Aggregate::min) == Answer(60));
  CHECK(of_score(Aggregate::max) == Answer(90));
  CHECK(of_score(Aggregate::mean) == Answer(75));
  CHECK(of_score(Aggregate::latest) == Answer(60));
  CHECK(ask({interviews.back()}, query(EntryType::mock_interview, Aggregate::mean, "score")) ==
        std::nullopt);
}

TEST_CASE("the newest is so by day, then clock, then recording", "[journal]") {
  const auto latest = query(EntryType::mock_interview, Aggregate::latest, "score");
  const auto early = at_minute(interview("2026-06-01", 1), 9 * 60);
  const auto late = at_minute(interview("2026-06-01", 2), 20 * 60);
  const auto untimed = interview("2026-06-01", 3);
  CHECK(ask({late, early}, latest) == Answer(2));
  CHECK(ask({early, untimed}, latest) == Answer(1));
  CHECK(ask({untimed, interview("2026-06-01", 4)}, latest) == Answer(4));
  CHECK(ask({interview("2026-06-02", 5), late}, latest) == Answer(5));
}

TEST_CASE("last looks at the newest matches only", "[journal]") {
  const std::vector interviews{interview("2026-06-03", 60), interview("2026-06-01", 90),
                               interview("2026-06-02", 75)};
  auto asked = query(EntryType::mock_interview, Aggregate::max, "score");
  asked.last = 1;
  CHECK(ask(interviews, asked) == Answer(60));
  asked.last = 2;
  CHECK(ask(interviews, asked) == Answer(75));
  asked.last = 4;
  CHECK(ask(interviews, asked) == Answer(90));
  SECTION("matches, so the filter comes first") {
    asked.last = 1;
    asked.where = {between(EntryType::mock_interview, "score", bounded(&Between::gt, 60.0))};
    CHECK(ask(interviews, asked) == Answer(75));
  }
}

TEST_CASE("the newest are those that have the field", "[journal]") {
  const std::vector interviews{interview("2026-06-01", 60.0), interview("2026-06-02", 80.0),
                               interview("2026-06-03", std::nullopt)};
  auto mean = query(EntryType::mock_interview, Aggregate::mean, "score");
  mean.last = 2;
  CHECK(ask(interviews, mean) == Answer(70));
  auto count = query(EntryType::mock_interview, Aggregate::count);
  count.last = 2;
  CHECK(ask(interviews, count) == Answer(2));
}

TEST_CASE("per lets the best group count", "[journal]") {
  std::vector runs{run("2026-06-01", "daily"), run("2026-06-02", "daily"),
                   run("2026-06-03", "cdc")};
  auto asked = query(EntryType::run, Aggregate::count);
  asked.per = find_field(EntryType::run, "pipeline");
  CHECK(ask(runs, asked) == Answer(2));
  SECTION("after last") {
    asked.last = 2;
    CHECK(ask(runs, asked) == Answer(1));
  }
  SECTION("streaks don't join over groups") {
    asked.measure = Aggregate::streak;
    runs.push_back(run("2026-06-04", "cdc"));
    runs.push_back(run("2026-06-05", "cdc"));
    CHECK(ask(runs, asked) == Answer(3));
    asked.per.reset();
    CHECK(ask(runs, asked) == Answer(5));
  }
  SECTION("the best one is the greatest, the least for an upper bound") {
    const std::vector solved{make_problem("2026-06-01", "joins", Difficulty::easy, 5),
                             make_problem("2026-06-02", "joins", Difficulty::easy, 15),
                             make_problem("2026-06-03", "windows", Difficulty::easy, 12)};
    auto minutes = query(EntryType::problem, Aggregate::min, "minutes");
    minutes.per = find_field(EntryType::problem, "topic");
    const auto best = [&](Answer at_least, Answer at_most) {
      return MemoryFacts(solved).answer({minutes, {}, {}, {}, at_least, at_most});
    };
    CHECK(best(9, {}) == Answer(12));
    CHECK(best({}, 9) == Answer(5));
    CHECK(best(6, 20) == Answer(12));
    CHECK(best(6, 8) == Answer(5));
    minutes.measure = Aggregate::mean;
    CHECK(best(9, {}) == Answer(12));
    CHECK(best({}, 9) == Answer(10));
    CHECK(best(8, 11) == Answer(10));
    CHECK(best(16, 17) == Answer(12));
    minutes.measure = Aggregate::count;
    CHECK(best({}, 1) == Answer(1));
  }
  SECTION("entries without the field stand in no group") {
    asked = query(EntryType::session, Aggregate::count);
    asked.per = find_field(EntryType::session, "topic");
    CHECK(ask({make_session("2026-06-01", 10)}, asked) == Answer(0));
  }
}

TEST_CASE("a filter takes one of its values", "[journal]") {
  const std::vector solved{make_problem("2026-06-01", "joins", Difficulty::hard),
                           make_problem("2026-06-01", "windows", Difficulty::easy),
                           make_problem("2026-06-01", "cte", Difficulty::hard)};
  auto asked = query(EntryType::problem, Aggregate::count);
  asked.where = {one_of(EntryType::problem, "topic", {"joins", "windows"})};
  CHECK(ask(solved, asked) == Answer(2));
  asked.where.push_back(one_of(EntryType::problem, "difficulty", {"hard"}));
  CHECK(ask(solved, asked) == Answer(1));
  asked.where = {one_of(EntryType::problem, "help_used", {false})};
  CHECK(ask(solved, asked) == Answer(3));
  asked.where = {one_of(EntryType::problem, "attempts", {2.0, 3.0})};
  CHECK(ask(solved, asked) == Answer(0));
}

TEST_CASE("an entry without the field passes no filter", "[journal]") {
  const std::vector solved{make_problem("2026-06-01", "joins")};
  auto asked = query(EntryType::problem, Aggregate::count);
  asked.where = {one_of(EntryType::problem, "language", {"sql", ""})};
  CHECK(ask(solved, asked) == Answer(0));
  asked.where = {between(EntryType::problem, "week", bounded(&Between::ge, "w1"))};
  CHECK(ask(solved, asked) == Answer(0));
}

TEST_CASE("bounds take numbers and days, the ends as named", "[journal]") {
  const std::vector solved{make_problem("2026-06-01", "joins", Difficulty::easy, 8)};
  const auto count = [&](std::string_view field, Between bounds) {
    auto asked = query(EntryType::problem, Aggregate::count);
    asked.where = {between(EntryType::problem, field, std::move(bounds))};
    return ask(solved, asked);
  };
  CHECK(count("minutes", bounded(&Between::lt, 8.0)) == Answer(0));
  CHECK(count("minutes", bounded(&Between::le, 8.0)) == Answer(1));
  CHECK(count("minutes", bounded(&Between::gt, 8.0)) == Answer(0));
  CHECK(count("minutes", bounded(&Between::ge, 8.0)) == Answer(1));
  CHECK(count("on", bounded(&Between::ge, "2026-06-01")) == Answer(1));
  CHECK(count("on", bounded(&Between::gt, "2026-06-01")) == Answer(0));
  CHECK(count("on", bounded(&Between::lt, "2026-06-02")) == Answer(1));
  CHECK(count("on", bounded(&Between::le, 20260601.0)) == Answer(0));
  auto both = bounded(&Between::lt, 9.0);
  both.gt = 7.0;
  CHECK(count("minutes", both) == Answer(1));
  both.gt = 8.0;
  CHECK(count("minutes", both) == Answer(0));
}

TEST_CASE("the first day asked for counts", "[journal]") {
  const std::vector sessions{make_session("2026-06-01", 10), make_session("2026-06-02", 10)};
  const auto asked = query(EntryType::session, Aggregate::count);
  CHECK(ask(sessions, asked, {}, day("2026-06-01")) == Answer(2));
  CHECK(ask(sessions, asked, {}, day("2026-06-02")) == Answer(1));
  CHECK(ask(sessions, asked, {}, day("2026-06-03")) == Answer(0));
}

TEST_CASE("tiers are asked for by name, or none is", "[journal]") {
  const std::vector sessions{make_session("2026-06-01", 10, SessionKind::read, "w1", "sql"),
                             make_session("2026-06-01", 10, SessionKind::read, "w7", "python"),
                             make_session("2026-06-01", 10)};
  const auto asked = query(EntryType::session, Aggregate::count);
  CHECK(ask(sessions, asked) == Answer(3));
  CHECK(ask(sessions, asked, std::vector{TierId("sql")}) == Answer(1));
  CHECK(ask(sessions, asked, std::vector{TierId("sql"), TierId("python")}) == Answer(2));
  CHECK(ask(sessions, asked, std::vector{TierId("cloud")}) == Answer(0));
}

}  // namespace gradus::journal::facts_test
