#include "gradus/track/choose_problem.hpp"

#include "gradus/store/entries.hpp"

#include "track/fixture.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::track::choose_problem_test {

using curriculum::CriterionId;
using curriculum::Difficulty;
using curriculum::EntryType;
using curriculum::ProblemTarget;
using curriculum::TopicId;
using curriculum::WeekId;
using testing::CelloRun;
using testing::day;

namespace {

AskedProblem row(const char* topic, Difficulty difficulty, const char* week) {
  return {TopicId(topic), difficulty, WeekId(week)};
}

curriculum::Filter word(curriculum::Field field, std::vector<curriculum::Value> words) {
  return {field, curriculum::OneOf{std::move(words)}};
}

// A criterion that so many problems of its filters fail.
rules::CriterionResult count_of(const std::string& id, std::vector<curriculum::Filter> where) {
  curriculum::Measure measure{{.of = EntryType::problem,
                               .measure = curriculum::Aggregate::count,
                               .where = std::move(where)},
                              5,
                              std::nullopt};
  return {.id = CriterionId(id),
          .title = id,
          .status = rules::Status::fail,
          .outcome = {rules::Truth::fail, 2, 5, 3, "problems", {}},
          .how = "",
          .repeat = {},
          .requirement = curriculum::Requirement{std::move(measure)}};
}

rules::Verdict gate(std::vector<rules::CriterionResult> criteria) {
  return {"sql", "SQL", rules::TierState::open, false, 0, std::move(criteria)};
}

const std::vector<ProblemTarget> rows{{TopicId("joins"), Difficulty::easy, 3},
                                      {TopicId("ctes"), Difficulty::hard, 3}};

std::vector<AskedProblem> asked(const CelloRun& run) {
  const auto store = store::Store::read(run.file());
  return asked_problems(store, load(store, std::nullopt), run.today, std::nullopt);
}

}  // namespace

TEST_CASE("what is left out of a problem is that of the first kind asked for", "[track]") {
  const std::vector<AskedProblem> all{row("joins", Difficulty::easy, "w2"),
                                      row("joins", Difficulty::medium, "w2"),
                                      row("ctes", Difficulty::medium, "w3")};
  CHECK(choose_problem(all, std::nullopt, std::nullopt) == all[0]);
  CHECK(choose_problem(all, TopicId("ctes"), std::nullopt) == all[2]);
  CHECK(choose_problem(all, std::nullopt, Difficulty::medium) == all[1]);
  CHECK(choose_problem(all, TopicId("joins"), Difficulty::medium) == all[1]);
  CHECK_FALSE(choose_problem(all, std::nullopt, Difficulty::hard));
  CHECK_FALSE(choose_problem(all, TopicId("mixed"), std::nullopt));
  CHECK_FALSE(choose_problem({}, std::nullopt, std::nullopt));
}

TEST_CASE("a gate that counts any problems lacks those of the first row", "[track]") {
  CHECK(lacking_problems(gate({count_of("all", {})}), rows) ==
        std::vector{AskedProblem{TopicId("joins"), Difficulty::easy, CriterionId("all")}});
  CHECK(lacking_problems(gate({count_of("all", {})}), {}).empty());
}

TEST_CASE("a gate's filters choose the row, or name the kind themselves", "[track]") {
  using curriculum::Value;
  const auto hard = word(curriculum::field::difficulty, {Value(std::string("hard"))});
  const auto mixed = word(curriculum::field::topic, {Value(std::string("mixed"))});
  CHECK(lacking_problems(gate({count_of("hard", {hard})}), rows) ==
        std::vector{AskedProblem{TopicId("ctes"), Difficulty::hard, CriterionId("hard")}});
  CHECK(lacking_problems(gate({count_of("both", {hard, mixed})}), rows) ==
        std::vector{AskedProblem{TopicId("mixed"), Difficulty::hard, CriterionId("both")}});
  CHECK(lacking_problems(gate({count_of("topic", {mixed})}), rows).empty());
}

TEST_CASE("what is met, waived or no count of problems lacks none", "[track]") {
  auto met = count_of("met", {});
  met.status = rules::Status::pass;
  met.outcome = {rules::Truth::pass, 5, 5, 0, "problems", {}};
  auto waived = count_of("waived", {});
  waived.status = rules::Status::waived;
  auto hours = count_of("hours", {});
  std::get<curriculum::Measure>(hours.requirement->form).query.of = EntryType::session;
  auto refuted = count_of("not", {});
  refuted.requirement = curriculum::Requirement{curriculum::Not{{*refuted.requirement}}};
  CHECK(lacking_problems(gate({met, waived, hours, refuted}), rows).empty());
}

TEST_CASE("only the parts of a criterion that fail lack problems", "[track]") {
  using curriculum::Value;
  const auto hard = word(curriculum::field::difficulty, {Value(std::string("hard"))});
  auto both = count_of("both", {});
  auto harder = count_of("harder", {hard});
  both.requirement =
      curriculum::Requirement{curriculum::All{{*both.requirement, *harder.requirement}}};
  both.outcome = {rules::Truth::fail,
                  1,
                  2,
                  1,
                  "conditions",
                  {{rules::Truth::pass, 5, 5, 0, "problems", {}}, harder.outcome}};
  CHECK(lacking_problems(gate({both}), rows) ==
        std::vector{AskedProblem{TopicId("ctes"), Difficulty::hard, CriterionId("both")}});
}

TEST_CASE("a tier's open rows come first, then what its gate lacks", "[track]") {
  CelloRun run;
  const auto scales = row("scales", Difficulty::easy, "w2");
  const AskedProblem at_gate{TopicId("scales"), Difficulty::easy, CriterionId("scales")};
  CHECK(asked(run) == std::vector{scales, at_gate});
  (void)run.record(run.scale("G major"));
  CHECK(asked(run) == std::vector{scales, at_gate});
  (void)run.record(run.scale("D major"));
  CHECK(asked(run).empty());
}

}  // namespace gradus::track::choose_problem_test
