#include "gradus/insight/remedy.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::insight::remedy_test {
namespace {

using curriculum::TierId;
using curriculum::WeekId;
using rules::Status;
using testing::day;
using Weeks = std::vector<WeekId>;

rules::CriterionResult asking(const std::string& id, Status status, const Weeks& repeat) {
  auto result = testing::criterion(id, status);
  result.repeat = repeat;
  return result;
}

// Of the sample's tier sql (w1 and w2, to 13 December) and python (w3, the week after), with the
// weeks' completion.
Weeks repeated(const std::vector<bool>& complete, const std::vector<rules::CriterionResult>& gate,
               std::string_view today, const plan::Plan& plan = testing::sample_track().plan) {
  std::vector<plan::WeekProgress> progress;
  progress.reserve(complete.size());
  for (const bool each : complete) progress.push_back({{}, {}, each});
  return weeks_to_repeat(plan, progress, testing::gate("sql", gate), TierId{"sql"}, day(today));
}

const WeekId w1{"w1"};
const WeekId w2{"w2"};
const WeekId w3{"w3"};
const std::vector<rules::CriterionResult> unmet{asking("a", Status::fail, {w2, w1})};
constexpr std::string_view first_day = "2026-11-30";
constexpr std::string_view day_after = "2026-12-14";

TEST_CASE("once all weeks are complete, the weeks of unmet criteria are to be repeated",
          "[insight]") {
  CHECK(repeated({true, true, false}, unmet, first_day) == Weeks{w1, w2});  // in the plan's order
  CHECK(repeated({true, true, false}, {asking("a", Status::fail, {w2})}, first_day) == Weeks{w2});
  CHECK(repeated({true, true, false},
                 {asking("a", Status::fail, {w2}), asking("b", Status::unknown, {w2, w1}),
                  asking("c", Status::fail, {})},
                 first_day) == Weeks{w1, w2});
}

TEST_CASE("criteria that are met or waived ask for no week again", "[insight]") {
  CHECK(repeated({true, true, false},
                 {asking("a", Status::pass, {w1}), asking("b", Status::waived, {w2})}, first_day)
            .empty());
}

TEST_CASE("while a tier is under way nothing is to be repeated", "[insight]") {
  CHECK(repeated({true, false, false}, unmet, "2026-12-13").empty());
}

TEST_CASE("once a tier's time is over, only complete weeks are to be repeated", "[insight]") {
  CHECK(repeated({true, false, false}, unmet, day_after) == Weeks{w1});
  CHECK(repeated({false, false, false}, unmet, day_after).empty());
}

TEST_CASE("a week that is still to be studied again is not asked for twice", "[insight]") {
  auto plan = testing::sample_track().plan;
  plan.weeks[1].load.carries = {{w2, {}}, {w1, {}}};
  CHECK(repeated({true, false, false}, unmet, day_after, plan).empty());
  CHECK(repeated({true, true, false}, unmet, day_after, plan) == Weeks{w1, w2});
}

TEST_CASE("remedies go round in no circle: each round is studied before the next", "[insight]") {
  // Two criteria that never pass, each naming the other's week and its own.
  const std::vector circle{asking("a", Status::fail, {w1, w2}),
                           asking("b", Status::fail, {w2, w1})};
  auto plan = testing::sample_track().plan;
  std::vector<bool> complete{true, true, false};
  for (int round = 0; round < 3; ++round) {
    const Weeks again = repeated(complete, circle, "2026-12-31", plan);
    CHECK(again == Weeks{w1, w2});
    // Planned once more, they are asked for again only when they were studied again.
    for (const WeekId& week : again) {
      auto repeat = plan.weeks[0];
      repeat.load.carries = {{week, {}}};
      repeat.load.repeat = true;
      plan.weeks.push_back(repeat);
      complete.push_back(false);
    }
    CHECK(repeated(complete, circle, "2026-12-31", plan).empty());
    for (std::size_t i = plan.weeks.size() - again.size(); i < plan.weeks.size(); ++i)
      complete[i] = true;
  }
}

TEST_CASE("a repetition ahead is needless once no unmet criterion asks for it", "[insight]") {
  auto plan = testing::sample_track().plan;
  auto again = plan.weeks[0];
  again.load.repeat = true;
  plan.weeks.push_back(again);
  const auto needless = [&](const std::vector<rules::CriterionResult>& gate,
                            std::string_view today) {
    return needless_repeats(plan, testing::gate("sql", gate), TierId{"sql"}, day(today));
  };
  const std::vector met{asking("a", Status::pass, {w1})};
  CHECK(needless(met, first_day) == Weeks{w1});
  CHECK(needless(unmet, first_day).empty());
  CHECK(needless(met, "2026-12-01").empty());  // it has begun
}

TEST_CASE("another tier's weeks are no remedy", "[insight]") {
  CHECK(repeated({true, true, true}, {asking("a", Status::fail, {w3})}, "2026-12-31").empty());
}

}  // namespace
}  // namespace gradus::insight::remedy_test
