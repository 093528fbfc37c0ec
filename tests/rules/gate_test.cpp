#include "gradus/rules/gate.hpp"

#include "rules/truth_leaves.hpp"
#include "support/curriculum_builder.hpp"
#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::rules::gate_test {

using namespace gradus::rules;
using gradus::curriculum::Compression;
using gradus::curriculum::Criterion;
using gradus::curriculum::CriterionId;
using gradus::curriculum::Requirement;
using gradus::curriculum::Tier;
using gradus::curriculum::TierId;
using gradus::curriculum::WeekId;
using gradus::test::curriculum_of;
using gradus::testing::day;

namespace {

const auto today = day("2026-06-30");

Criterion criterion(const std::string& id, const Requirement& require) {
  return {.id = CriterionId(id),
          .title = "Title of " + id,
          .kind = gradus::curriculum::CriterionKind::measured,
          .require = {{Compression::regular, require},
                      {Compression::weeks_saved, require},
                      {Compression::compressed_deeply, require}},
          .how = "gradus solve",
          .repeat = {WeekId("w4"), WeekId("w5")}};
}

Tier tier(const std::string& id, std::vector<Criterion> exit = {}) {
  auto made = gradus::test::tier(id, {});
  made.exit = std::move(exit);
  return made;
}

Verdict check(const std::vector<Criterion>& exit, Compression compression = Compression::regular) {
  return check_tier(tier("sql", exit), TierState::open, compression, today, FixedFacts());
}

std::string id_of(const Tier* found) {
  return found == nullptr ? "none" : found->id.text();
}

}  // namespace

TEST_CASE("states are read by their names", "[rules]") {
  for (const auto state : {TierState::locked, TierState::open, TierState::passed}) {
    CHECK(parse_tier_state(name(state)) == state);
  }
  CHECK(name(TierState::passed) == "passed");
  CHECK_FALSE(parse_tier_state("done"));
  CHECK(name(Status::waived) == "waived");
  CHECK(name(Status::unknown) == "unknown");
  for (const auto status : {Status::pass, Status::fail, Status::unknown, Status::waived})
    CHECK(parse_status(name(status)) == status);
  CHECK_FALSE(parse_status("met"));
  for (const auto mode : gate_modes) CHECK(parse_gate_mode(name(mode)) == mode);
  CHECK_FALSE(parse_gate_mode("open"));
}

TEST_CASE("what is unmet is open until the day by which it is due is over", "[rules]") {
  const auto judged = [](TierState state, std::optional<gradus::calendar::Date> due) {
    AsOf as_of{today};
    as_of.due = due;
    return check_tier(tier("sql"), state, Compression::regular, as_of, FixedFacts());
  };
  CHECK(still_open(judged(TierState::open, std::nullopt)));
  CHECK(still_open(judged(TierState::open, today)));
  CHECK_FALSE(still_open(judged(TierState::open, day("2026-06-29"))));
  CHECK_FALSE(still_open(judged(TierState::passed, today)));
}

TEST_CASE("the open tier is the first that is open", "[rules]") {
  auto plan = curriculum_of({tier("a"), tier("b"), tier("c")});
  TierStates states{{TierId("a"), TierState::passed},
                    {TierId("b"), TierState::open},
                    {TierId("c"), TierState::open}};
  CHECK(id_of(open_tier(plan, states)) == "b");
  plan.tiers[1].retired = true;
  CHECK(id_of(open_tier(plan, states)) == "c");
  states.insert_or_assign(TierId("c"), TierState::passed);
  CHECK(id_of(open_tier(plan, states)) == "none");
  CHECK(id_of(open_tier(plan, {})) == "none");
}

TEST_CASE("the next tier is the first that is neither passed nor retired", "[rules]") {
  auto plan = curriculum_of({tier("a"), tier("b"), tier("c")});
  TierStates states{{TierId("a"), TierState::open}};
  CHECK(id_of(next_tier(plan, states, TierId("a"))) == "b");
  states = {{TierId("a"), TierState::passed}, {TierId("b"), TierState::passed}};
  CHECK(id_of(next_tier(plan, states, TierId("c"))) == "none");
  // One that came in front later was open last.
  states = {{TierId("a"), TierState::open}, {TierId("b"), TierState::passed}};
  CHECK(id_of(next_tier(plan, states, TierId("a"))) == "c");
  plan.tiers[1].retired = true;
  CHECK(id_of(next_tier(plan, {}, TierId("a"))) == "c");
}

TEST_CASE("in another version one tier is open, and what is passed stays passed", "[rules]") {
  using enum TierState;
  const TierId a("a"), b("b"), c("c"), d("d");
  const TierStates states{{a, passed}, {b, open}, {c, locked}};
  CHECK(carry_over(curriculum_of({tier("a"), tier("b"), tier("c")}), states) == states);
  // A new tier in front of the open one comes first; one behind it waits.
  CHECK(carry_over(curriculum_of({tier("a"), tier("d"), tier("b"), tier("c")}), states) ==
        TierStates{{a, passed}, {b, locked}, {c, locked}, {d, open}});
  CHECK(carry_over(curriculum_of({tier("a"), tier("b"), tier("d"), tier("c")}), states) ==
        TierStates{{a, passed}, {b, open}, {c, locked}, {d, locked}});
  CHECK(carry_over(curriculum_of({tier("d"), tier("a")}), {{a, passed}}) ==
        TierStates{{a, passed}, {d, open}});

  auto retired = curriculum_of({tier("a"), tier("b"), tier("c")});
  retired.tiers[0].retired = retired.tiers[1].retired = true;
  CHECK(carry_over(retired, states) == TierStates{{a, passed}, {b, locked}, {c, open}});
  CHECK(state_of(states, d) == locked);
}

TEST_CASE("a tier is ready when every criterion passes", "[rules]") {
  const auto pass = criterion("one", leaf(Truth::pass));
  const auto verdict = check({pass, criterion("two", leaf(Truth::pass))});
  CHECK(verdict.tier == "sql");
  CHECK(verdict.title == "Title of sql");
  CHECK(verdict.state == TierState::open);
  CHECK(verdict.ready);
  CHECK(verdict.met == 2);
  CHECK_FALSE(check({pass, criterion("two", leaf(Truth::fail))}).ready);
}

TEST_CASE("unknown never opens a gate", "[rules]") {
  const auto verdict =
      check({criterion("one", leaf(Truth::pass)), criterion("two", leaf(Truth::unknown)),
             criterion("three", none_of(leaf(Truth::unknown)))});
  CHECK_FALSE(verdict.ready);
  CHECK(verdict.met == 1);
  CHECK(verdict.criteria[1].status == Status::unknown);
  CHECK(verdict.criteria[2].status == Status::unknown);
}

TEST_CASE("a result carries its criterion's words and remedy", "[rules]") {
  const auto verdict = check({criterion("one", leaf(Truth::fail))});
  REQUIRE(verdict.criteria.size() == 1);
  const auto& result = verdict.criteria.front();
  CHECK(result.id == CriterionId("one"));
  CHECK(result.title == "Title of one");
  CHECK(result.status == Status::fail);
  CHECK(result.outcome.missing == 1.0);
  CHECK(result.how == "gradus solve");
  CHECK(result.repeat == std::vector{WeekId("w4"), WeekId("w5")});
}

TEST_CASE("retired criteria don't count", "[rules]") {
  auto retired = criterion("old", leaf(Truth::fail));
  retired.retired = true;
  const auto verdict = check({retired, criterion("new", leaf(Truth::pass))});
  CHECK(verdict.ready);
  REQUIRE(verdict.criteria.size() == 1);
  CHECK(verdict.criteria.front().id == CriterionId("new"));
}

TEST_CASE("a criterion is checked in the wording for the plan's compression", "[rules]") {
  auto changing = criterion("one", leaf(Truth::fail));
  changing.require.insert_or_assign(Compression::weeks_saved, leaf(Truth::unknown));
  changing.require.insert_or_assign(Compression::compressed_deeply, leaf(Truth::pass));
  CHECK(check({changing}).criteria[0].status == Status::fail);
  CHECK(check({changing}, Compression::weeks_saved).criteria[0].status == Status::unknown);
  CHECK(check({changing}, Compression::compressed_deeply).ready);
}

TEST_CASE("the finish check counts entries of any tier", "[rules]") {
  using namespace gradus::curriculum;
  const Requirement one_problem{
      Measure{{.of = EntryType::problem, .measure = Aggregate::count}, 1, std::nullopt}};
  auto plan = curriculum_of({tier("sql", {criterion("solve", one_problem)})});
  plan.finish = {criterion("solve", one_problem)};
  const gradus::testing::MemoryFacts facts(
      {gradus::testing::make_problem("2026-06-01", "joins", Difficulty::easy, 10, "", "python")});
  const auto finish = check_finish(plan, Compression::regular, today, facts);
  CHECK(finish.tier == "finish");
  CHECK(finish.ready);
  CHECK_FALSE(check_tier(plan.tiers[0], TierState::open, Compression::regular, today, facts).ready);
}

TEST_CASE("a finish that asks nothing is ready", "[rules]") {
  const auto verdict =
      check_finish(curriculum_of({tier("sql")}), Compression::regular, today, FixedFacts());
  CHECK(verdict.ready);
  CHECK(verdict.met == 0);
  CHECK(verdict.criteria.empty());
}

TEST_CASE("a waiver holds to its last day, itself included", "[rules]") {
  const auto exit =
      tier("sql", {criterion("one", leaf(Truth::fail)), criterion("two", leaf(Truth::unknown)),
                   criterion("three", leaf(Truth::pass))});
  const auto waived_until = [&](const std::optional<gradus::calendar::Date>& until) {
    Waivers waivers;
    for (const auto* const id : {"one", "two", "three"})
      waivers.push_back({.gate = "sql",
                         .criterion = CriterionId(id),
                         .reason = "because",
                         .on = day("2026-06-01"),
                         .until = until});
    return check_tier(exit, TierState::open, Compression::regular, today, FixedFacts(), waivers);
  };
  for (const auto& until : {std::optional<gradus::calendar::Date>(), std::optional(today),
                            std::optional(day("2026-07-01"))}) {
    const auto verdict = waived_until(until);
    CHECK(verdict.ready);
    CHECK(verdict.met == 1);
    CHECK(waived(verdict) == 2);
    CHECK(unmet(verdict) == 0);
    CHECK(verdict.criteria[0].status == Status::waived);
    REQUIRE(verdict.criteria[0].waiver);
    CHECK(verdict.criteria[0].waiver->reason == "because");
    CHECK(verdict.criteria[0].outcome.truth == Truth::fail);
    CHECK(verdict.criteria[1].status == Status::waived);
    // What passes by itself is met, not waived.
    CHECK(verdict.criteria[2].status == Status::pass);
    CHECK_FALSE(verdict.criteria[2].waiver);
  }
  const auto over = waived_until(day("2026-06-29"));
  CHECK_FALSE(over.ready);
  CHECK(over.criteria[0].status == Status::fail);
  CHECK(over.criteria[1].status == Status::unknown);
  CHECK_FALSE(over.criteria[0].waiver);
  CHECK(unmet(over) == 2);
}

TEST_CASE("a waiver is of one gate and one criterion", "[rules]") {
  const auto one = criterion("one", leaf(Truth::fail));
  auto plan = curriculum_of({tier("sql", {one, criterion("two", leaf(Truth::fail))})});
  plan.finish = {one};
  const auto status_with = [&](const std::string& gate, const std::string& id) {
    const Waivers waivers{
        {.gate = gate, .criterion = CriterionId(id), .reason = "because", .on = today}};
    return std::pair{
        check_tier(plan.tiers[0], TierState::open, Compression::regular, today, FixedFacts(),
                   waivers)
            .criteria[0]
            .status,
        check_finish(plan, Compression::regular, today, FixedFacts(), waivers).criteria[0].status};
  };
  CHECK(status_with("sql", "one") == std::pair{Status::waived, Status::fail});
  CHECK(status_with("sql", "two") == std::pair{Status::fail, Status::fail});
  CHECK(status_with("python", "one") == std::pair{Status::fail, Status::fail});
  CHECK(status_with("finish", "one") == std::pair{Status::fail, Status::waived});
}

TEST_CASE("what passed then and does not now has lapsed", "[rules]") {
  const auto pass = leaf(Truth::pass);
  const auto fail = leaf(Truth::fail);
  const auto then = check({criterion("kept", pass), criterion("lost", pass),
                           criterion("gone", pass), criterion("never", fail)});
  auto now = check({criterion("kept", pass), criterion("lost", pass), criterion("never", fail),
                    criterion("new", fail)});
  now.criteria[1].status = Status::unknown;
  now.criteria[1].outcome.have = std::nullopt;
  const auto lost = lapsed(then, now);
  REQUIRE(lost.size() == 1);
  CHECK(lost[0].id == CriterionId("lost"));
  CHECK(lost[0].status == Status::unknown);
}

TEST_CASE("a criterion that asks for more by now has not lapsed", "[rules]") {
  const auto runs = [](double at_least) {
    auto require = leaf(Truth::pass);
    std::get<gradus::curriculum::Measure>(require.form).at_least = at_least;
    return require;
  };
  CHECK(lapsed(check({criterion("runs", runs(1))}), check({criterion("runs", runs(2))})).empty());
  CHECK(lapsed(check({criterion("runs", any_of({runs(1), runs(1)}))}),
               check({criterion("runs", any_of({runs(2), runs(3)}))}))
            .empty());
}

TEST_CASE("criteria of two verdicts stand side by side", "[rules]") {
  const auto pass = leaf(Truth::pass);
  const auto shifts = difference(check({criterion("gone", pass), criterion("kept", pass)}),
                                 check({criterion("new", pass), criterion("kept", pass)}));
  REQUIRE(shifts.size() == 3);
  CHECK_FALSE(shifts[0].was);
  CHECK(shifts[0].now->id == CriterionId("new"));
  CHECK(shifts[1].was->id == CriterionId("kept"));
  CHECK(shifts[1].now->id == CriterionId("kept"));
  CHECK(shifts[2].was->id == CriterionId("gone"));
  CHECK_FALSE(shifts[2].now);
}

TEST_CASE("what moved is told apart from what stayed", "[rules]") {
  const auto measured = [](const std::string& id, Status status, double have) {
    return CriterionResult{.id = CriterionId(id),
                           .title = id,
                           .status = status,
                           .outcome = {.truth = Truth::fail,
                                       .have = have,
                                       .need = 9,
                                       .missing = 9 - have,
                                       .unit = "problems",
                                       .parts = {}},
                           .how = "",
                           .repeat = {}};
  };
  const auto gate = [](std::vector<CriterionResult> criteria) {
    return Verdict{.tier = "sql",
                   .title = "SQL",
                   .state = TierState::open,
                   .ready = false,
                   .met = 0,
                   .criteria = std::move(criteria)};
  };
  const auto before = gate({measured("same", Status::fail, 1), measured("more", Status::fail, 1),
                            measured("passed", Status::fail, 8)});
  const auto after = gate({measured("same", Status::fail, 1), measured("more", Status::fail, 2),
                           measured("passed", Status::pass, 8), measured("new", Status::fail, 0)});
  std::vector<std::string> ids;
  for (const auto& result : moved(before, after)) ids.push_back(result.id.text());
  CHECK(ids == std::vector<std::string>{"more", "passed", "new"});
  CHECK(moved(after, after).empty());
}

TEST_CASE("asked up to a day, a gate sees nothing that was done later", "[rules]") {
  const Requirement few{
      gradus::curriculum::Measure{.query = {.of = gradus::curriculum::EntryType::problem,
                                            .measure = gradus::curriculum::Aggregate::count},
                                  .at_least = std::nullopt,
                                  .at_most = 1}};
  const auto sql = tier("sql", {criterion("few", few)});
  const auto solved = [](std::string_view on) {
    return gradus::testing::make_problem(on, "joins", gradus::curriculum::Difficulty::easy, 10, "",
                                         "sql");
  };
  const gradus::testing::MemoryFacts facts({solved("2026-06-30"), solved("2026-07-01")});
  const auto ready = [&](const AsOf& as_of) {
    return check_tier(sql, TierState::open, Compression::regular, as_of, facts).ready;
  };
  CHECK_FALSE(ready(today));
  CHECK(ready({today, today}));
}

}  // namespace gradus::rules::gate_test
