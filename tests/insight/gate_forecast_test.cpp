#include "gradus/insight/gate_forecast.hpp"

#include "support/curriculum_builder.hpp"
#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::insight::gate_forecast_test {

using namespace gradus::curriculum;
using namespace gradus::insight;
using gradus::calendar::Days;
using gradus::journal::Entry;
using gradus::journal::Run;
using gradus::rules::Waivers;
using gradus::testing::day;
using gradus::testing::make_entry;
using gradus::testing::make_problem;
using gradus::testing::MemoryFacts;

namespace {

const auto today = day("2026-06-30");
const auto since = day("2026-06-03");  // 28 days

Requirement problems(double number) {
  return {Measure{.query = {.of = EntryType::problem, .measure = Aggregate::count},
                  .at_least = number,
                  .at_most = std::nullopt}};
}
Requirement runs_in_a_row(double number) {
  return {Measure{.query = {.of = EntryType::run, .measure = Aggregate::streak},
                  .at_least = number,
                  .at_most = std::nullopt}};
}
const Requirement signature{Attested{}};

// So many problems, the last of them today.
std::vector<Entry> solved(int number) {
  std::vector<Entry> entries;
  entries.reserve(static_cast<std::size_t>(number));
  for (int i = 0; i < number; ++i)
    entries.push_back(
        make_problem((today - Days{i}).iso(), "joins", Difficulty::easy, 10, "", "sql"));
  return entries;
}
Entry ran(std::string_view on) {
  return make_entry(on, Run{"daily", true}, "sql");
}

Criterion criterion(const std::string& id, const Requirement& require) {
  auto made = gradus::test::signed_criterion(id);
  for (auto& wording : made.require) wording.second = require;
  return made;
}

GateForecast opening_of(const std::vector<Requirement>& requirements, std::vector<Entry> entries,
                        const Waivers& waivers = {}) {
  auto tier = gradus::test::tier("sql", {});
  tier.exit.clear();
  for (const auto& requirement : requirements)
    tier.exit.push_back(criterion("c" + std::to_string(tier.exit.size() + 1), requirement));
  const MemoryFacts facts(std::move(entries));
  const auto verdict = gradus::rules::check_tier(tier, gradus::rules::TierState::open,
                                                 Compression::regular, today, facts, waivers);
  const gradus::rules::Gate gate{tier.id, today, since, {}};
  return gate_forecast(verdict, gradus::rules::explain(gate, verdict, facts), today, since);
}

Wait wait_of(const Requirement& requirement, std::vector<Entry> entries) {
  return opening_of({requirement}, std::move(entries)).waits.at(0);
}

}  // namespace

TEST_CASE("a pace is taken over four weeks, or since the start", "[insight]") {
  CHECK(pace_from(today, day("2026-01-01")) == since);
  CHECK(pace_from(today, day("2026-06-20")) == day("2026-06-20"));
  CHECK(pace_from(today, day("2026-07-20")) == today);
}

TEST_CASE("what is missing takes as long again as the pace says", "[insight]") {
  // 14 in 28 days: 7 more take 14 days.
  const auto wait = wait_of(problems(21), solved(14));
  CHECK(wait.waits == Waits::pace);
  CHECK(wait.on == day("2026-07-14"));
  CHECK(wait.a_week == 3.5);
  CHECK(wait.unit == "problems");
}

TEST_CASE("a part of a day is a day", "[insight]") {
  CHECK(wait_of(problems(5), solved(3)).on == today + Days{19});  // 2 / (3 / 28) = 18.7
}

TEST_CASE("without a pace no day can be told", "[insight]") {
  const auto wait = wait_of(problems(5), {});
  CHECK(wait.waits == Waits::no_pace);
  CHECK(wait.on == std::nullopt);
  CHECK(opening_of({problems(5), signature}, {}).on == std::nullopt);
}

TEST_CASE("one entry, or a signature, can be there today", "[insight]") {
  CHECK(wait_of(problems(1), {}).waits == Waits::one_off);
  CHECK(wait_of(problems(15), solved(14)).on == today);
  CHECK(wait_of(signature, {}).on == today);
}

TEST_CASE("a day past the calendar is none", "[insight]") {
  const auto wait = wait_of(problems(1e9), solved(1));
  CHECK(wait.waits == Waits::pace);
  CHECK(wait.on == std::nullopt);
}

TEST_CASE("a run of days goes on, or begins today", "[insight]") {
  const auto on = [](std::vector<Entry> entries) {
    return wait_of(runs_in_a_row(7), std::move(entries)).on;
  };
  CHECK(on({}) == today + Days{6});
  CHECK(on({ran("2026-06-30")}) == today + Days{6});
  CHECK(on({ran("2026-06-29")}) == today + Days{5});
  CHECK(on({ran("2026-06-28"), ran("2026-06-29")}) == today + Days{4});
  CHECK(on({ran("2026-06-29"), ran("2026-06-30"), ran("2026-06-30")}) == today + Days{5});
  CHECK(on({ran("2026-06-27"), ran("2026-06-28")}) == today + Days{6});  // broken yesterday
}

TEST_CASE("what no pace leads to has no day", "[insight]") {
  const Requirement few{Measure{.query = {.of = EntryType::problem, .measure = Aggregate::count},
                                .at_least = std::nullopt,
                                .at_most = 2}};
  CHECK(wait_of(few, solved(3)).waits == Waits::unpredictable);
  CHECK(wait_of({Not{{problems(1)}}}, solved(3)).waits == Waits::unpredictable);
  const Requirement mean{Measure{.query = {.of = EntryType::problem,
                                           .measure = Aggregate::mean,
                                           .field = find_field(EntryType::problem, "minutes")},
                                 .at_least = 20,
                                 .at_most = std::nullopt}};
  CHECK(wait_of(mean, solved(3)).waits == Waits::unpredictable);
  CHECK(wait_of(mean, {}).waits == Waits::one_off);
}

TEST_CASE("a lowest mark falls by one entry, and rises by none", "[insight]") {
  const auto wait = [](Aggregate measure, std::optional<double> least, std::optional<double> most) {
    return wait_of({Measure{.query = {.of = EntryType::problem,
                                      .measure = measure,
                                      .field = find_field(EntryType::problem, "minutes")},
                            .at_least = least,
                            .at_most = most}},
                   solved(3))  // each in 10 minutes
        .waits;
  };
  CHECK(wait(Aggregate::min, std::nullopt, 5) == Waits::one_off);
  CHECK(wait(Aggregate::min, 20, std::nullopt) == Waits::unpredictable);
  CHECK(wait(Aggregate::max, 20, std::nullopt) == Waits::one_off);
  CHECK(wait(Aggregate::max, std::nullopt, 5) == Waits::unpredictable);
  CHECK(wait(Aggregate::latest, 20, std::nullopt) == Waits::one_off);
  CHECK(wait(Aggregate::latest, std::nullopt, 5) == Waits::one_off);
}

TEST_CASE("what looks at some days only has no day", "[insight]") {
  const auto wait = [](Query query) {
    return wait_of({Measure{.query = std::move(query), .at_least = 20, .at_most = std::nullopt}},
                   solved(3))
        .waits;
  };
  Query query{.of = EntryType::problem, .measure = Aggregate::streak};
  query.within = std::chrono::days{3};
  CHECK(wait(query) == Waits::unpredictable);
  query.measure = Aggregate::count;
  CHECK(wait(query) == Waits::unpredictable);
  query.within.reset();
  query.where = {{find_field(EntryType::problem, "on").value(), Between{.ge = "2026-06-01"}}};
  CHECK(wait(query) == Waits::unpredictable);
}

TEST_CASE("of parts, all wait for the last, any for the first, some for the Nth", "[insight]") {
  const auto entries = solved(14);
  const std::vector parts{problems(21), problems(28), signature};
  CHECK(wait_of({All{parts}}, entries).on == day("2026-07-28"));
  CHECK(wait_of({Any{parts}}, entries).on == today);
  CHECK(wait_of({Some{2, parts}}, entries).on == day("2026-07-14"));
  CHECK(wait_of({All{{problems(21), {Not{{problems(1)}}}}}}, entries).on == std::nullopt);
}

TEST_CASE("a gate waits for the last of its criteria, and not for waived or met ones",
          "[insight]") {
  const auto opened = opening_of({problems(21), problems(28), problems(1), signature}, solved(14));
  CHECK(opened.on == day("2026-07-28"));
  CHECK(opened.waits.size() == 3);

  const Waivers waivers{{"sql", CriterionId("c2"), "no time", today}};
  CHECK(opening_of({problems(21), problems(28)}, solved(14), waivers).on == day("2026-07-14"));
  CHECK(opening_of({problems(1)}, solved(14)).waits.empty());
}

}  // namespace gradus::insight::gate_forecast_test
