#include "gradus/rules/gate.hpp"

#include "support/curriculum_builder.hpp"
#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace gradus::rules::placement_test {

using namespace gradus::rules;
using namespace gradus::curriculum;
using gradus::journal::Entry;
using gradus::testing::day;
using gradus::testing::make_problem;
using gradus::testing::MemoryFacts;

namespace {

constexpr auto first_week_ends = "2026-12-06";

// Asks for two problems, and for a signature.
Tier sql_tier() {
  auto tier = gradus::test::tier("sql", {gradus::test::week("w1")});
  auto solved = gradus::test::signed_criterion("solved");
  for (auto& [compression, require] : solved.require)
    require = {Measure{{.of = EntryType::problem, .measure = Aggregate::count}, 2, std::nullopt}};
  tier.exit = {solved, gradus::test::signed_criterion("explain")};
  return tier;
}

Entry signature(const std::string& on, bool placement, const std::string& criterion = "explain",
                const std::string& tier = "sql") {
  return gradus::testing::make_entry(
      on,
      gradus::journal::Attestation{
          .criterion = CriterionId(criterion), .evidence = "years of it", .placement = placement},
      tier);
}

Entry problem(const std::string& on) {
  return make_problem(on, "joins", Difficulty::easy, 10, "w1", "sql");
}

// Met of the tier's two criteria.
std::size_t met(std::vector<Entry> entries, const Tier& tier = sql_tier()) {
  const auto placed = check_placement(tier, day(first_week_ends), MemoryFacts(std::move(entries)));
  CHECK(placed.total == 2);
  return placed.met;
}

}  // namespace

TEST_CASE("a placement counts work done by the end of the first week", "[rules]") {
  CHECK(met({}) == 0);
  CHECK(met({problem("2026-11-30"), problem(first_week_ends)}) == 1);
  CHECK(met({problem("2026-11-30"), problem("2026-12-07")}) == 0);
}

TEST_CASE("a signature counts for a placement as an exit's does, by its day", "[rules]") {
  CHECK(met({signature(first_week_ends, false)}) == 1);
  CHECK(met({signature("2026-12-07", false)}) == 0);
  CHECK(met({signature("2026-12-01", false, "explain", "python")}) == 0);
}

TEST_CASE("a criterion signed for placement counts whenever it is signed", "[rules]") {
  CHECK(met({signature("2026-12-01", true)}) == 1);
  CHECK(met({signature("2027-01-31", true)}) == 1);
  CHECK(met({signature("2026-12-01", true, "solved"), signature("2026-12-01", true)}) == 2);
  CHECK(met({signature("2026-12-01", true, "explain", "python")}) == 0);
}

TEST_CASE("a criterion that is met and signed counts once, a retired one not at all", "[rules]") {
  CHECK(met({signature("2026-12-01", true), signature("2026-12-01", false)}) == 1);
  auto tier = sql_tier();
  tier.exit.push_back(gradus::test::signed_criterion("old"));
  tier.exit.back().retired = true;
  CHECK(met({signature("2026-12-01", true, "old")}, tier) == 0);
}

TEST_CASE("a placement asks for the regular wording", "[rules]") {
  const Requirement no_runs{
      Measure{{.of = EntryType::run, .measure = Aggregate::count}, std::nullopt, 0}};
  auto tier = sql_tier();
  tier.exit[0].require.insert_or_assign(Compression::weeks_saved, no_runs);
  tier.exit[0].require.insert_or_assign(Compression::compressed_deeply, no_runs);
  CHECK(met({}, tier) == 0);
  tier.exit[0].require.insert_or_assign(Compression::regular, no_runs);
  CHECK(met({}, tier) == 1);
}

TEST_CASE("a signature for placement passes no gate", "[rules]") {
  const auto passed = [](bool placement) {
    return check_tier(sql_tier(), TierState::open, Compression::regular, day("2026-12-31"),
                      MemoryFacts({signature("2026-12-01", placement)}))
        .met;
  };
  CHECK(passed(false) == 1);
  CHECK(passed(true) == 0);
}

TEST_CASE("signatures that a criterion counts leave out those for placement", "[rules]") {
  auto tier = sql_tier();
  tier.exit[0].require.insert_or_assign(
      Compression::regular,
      Requirement{
          Measure{{.of = EntryType::attestation, .measure = Aggregate::count}, 1, std::nullopt}});
  const auto passed = [&](bool placement) {
    const MemoryFacts facts({signature("2026-12-01", placement, "other")});
    return check_tier(tier, TierState::open, Compression::regular, day("2026-12-31"), facts).met;
  };
  CHECK(passed(false) == 1);
  CHECK(passed(true) == 0);
}

TEST_CASE("a signature for placement counts in the tier of its criterion alone", "[rules]") {
  const MemoryFacts facts(
      {signature("2026-12-01", true), signature("2026-12-01", false, "solved")});
  CHECK(signed_for_placement(TierId("sql"), CriterionId("explain"), facts));
  CHECK_FALSE(signed_for_placement(TierId("sql"), CriterionId("solved"), facts));
  CHECK_FALSE(signed_for_placement(TierId("python"), CriterionId("explain"), facts));
}

}  // namespace gradus::rules::placement_test
