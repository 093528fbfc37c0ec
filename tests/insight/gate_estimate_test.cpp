#include "gradus/insight/gate_estimate.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/rules/gate.hpp"

#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>

namespace gradus::insight::gate_estimate_test {
namespace {

using curriculum::Difficulty;
using curriculum::TopicId;

// The estimate for a gate with the criteria, when nothing was done.
GateEstimate estimate(const std::string& criteria, const SolvingTimes& times = {},
                      const std::vector<curriculum::ProblemTarget>& rows = {}) {
  const auto text = fmt::format(
      R"({{"format": 1, "id": "c", "title": "C", "version": "1", "minutes": {{"read": 60}},
      "topics": [{{"id": "joins", "title": "Joins"}}, {{"id": "ctes", "title": "CTEs"}}],
      "tiers": [{{"id": "sql", "title": "SQL", "weeks": [{{"id": "w1", "title": "W"}}],
      "exit": [{}]}}]}})",
      criteria);
  const auto curriculum = curriculum::load_or_throw(text, "c.json");
  const testing::MemoryFacts facts{{}};
  const auto verdict =
      rules::check_tier(curriculum.tiers.front(), rules::TierState::open,
                        curriculum::Compression::regular, testing::day("2026-12-01"), facts);
  return gate_estimate(verdict, times, rows);
}

std::string criterion(const std::string& id, const std::string& require) {
  return fmt::format(R"({{"id": "{}", "title": "T", "kind": "measured", "require": {}}})", id,
                     require);
}

std::string problems(int count, const std::string& where = {}) {
  return fmt::format(R"({{"of": "problems", "measure": "count", "at_least": {}{}}})", count,
                     where.empty() ? "" : ", \"where\": " + where);
}

}  // namespace

TEST_CASE("a problem takes what is known about it", "[insight]") {
  const auto hard_joins =
      criterion("a", problems(10, R"({"topic": "joins", "difficulty": "hard"})"));
  CHECK(estimate(hard_joins).minutes == Minutes{400});
  CHECK(estimate(criterion("a", problems(10))).minutes == Minutes{250});
  const std::vector<curriculum::ProblemTarget> rows{{TopicId("joins"), Difficulty::easy, 4}};
  CHECK(estimate(criterion("a", problems(10)), {}, rows).minutes == Minutes{4 * 15 + 6 * 25});

  const auto always = [](int minutes) {
    return Typical{Minutes{minutes}, Minutes{minutes}, Minutes{minutes}};
  };
  SolvingTimes times{.all = always(12)};
  CHECK(estimate(hard_joins, times).minutes == Minutes{120});
  times.by_difficulty[Difficulty::hard] = always(30);
  CHECK(estimate(hard_joins, times).minutes == Minutes{300});
  times.by_kind[{TopicId("joins"), Difficulty::hard}] = always(20);
  CHECK(estimate(hard_joins, times).minutes == Minutes{200});
}

TEST_CASE("the learner's quicker and slower times make the estimate a range", "[insight]") {
  const SolvingTimes times{.all = Typical{Minutes{10}, Minutes{12}, Minutes{20}}};
  const auto gate = estimate(criterion("a", problems(10)), times);
  CHECK(gate.low == Minutes{100});
  CHECK(gate.minutes == Minutes{120});
  CHECK(gate.high == Minutes{200});
  CHECK(in_words(gate) ==
        "the gate needs about 2h (1h40m to 3h20m): 10 problems in 2h at your pace");
  CHECK(in_words(estimate(criterion("a", problems(10)))) ==
        "the gate needs about 4h10m: 10 problems in 4h10m");
}

TEST_CASE("problems that serve several criteria are counted once", "[insight]") {
  const auto all = criterion("all", problems(20));
  const auto joins = criterion("joins", problems(5, R"({"topic": "joins"})"));
  const auto ctes = criterion("ctes", problems(5, R"({"topic": "ctes"})"));
  CHECK(estimate(all + "," + joins + "," + ctes).minutes == Minutes{20 * 25});
  CHECK(estimate(joins + "," + ctes).minutes == Minutes{10 * 25});
  CHECK(estimate(criterion("few", problems(2)) + "," + joins).minutes == Minutes{5 * 25});
}

TEST_CASE("minutes, artefacts, signatures, runs and the rest", "[insight]") {
  const auto gate = estimate(
      criterion("m", R"({"of": "sessions", "measure": "minutes", "at_least": 90})") + "," +
      criterion("x", R"({"of": "artefacts", "measure": "count", "at_least": 2})") + "," +
      criterion("s", R"({"attested": true})") + "," +
      criterion("r", R"({"of": "runs", "measure": "streak", "at_least": 14})") + "," +
      criterion("e",
                R"({"of": "mock_exams", "measure": "max", "field": "score", "at_least": 0.8})"));
  CHECK(gate.minutes == Minutes{90 + 120 + 60});
  CHECK(gate.least_days == calendar::Days{14});
  CHECK(in_words(gate) ==
        "the gate needs about 4h30m: 2 artefacts in 2h, 1h30m of study, 1 signature in 1h; and, "
        "without a time, 14 days, 1 score");
}

TEST_CASE("of alternatives the cheapest counts", "[insight]") {
  const auto either =
      criterion("a", fmt::format(R"({{"any": [{}, {{"attested": true}}]}})", problems(40)));
  CHECK(estimate(either).minutes == Minutes{60});
}

}  // namespace gradus::insight::gate_estimate_test
