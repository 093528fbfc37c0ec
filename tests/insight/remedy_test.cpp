#include "gradus/insight/remedy.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::insight {
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

TEST_CASE("once all weeks are complete, those of unmet criteria are to be repeated", "[insight]") {
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
  plan.weeks[1].load.carries = {w2, w1};
  CHECK(repeated({true, false, false}, unmet, day_after, plan).empty());
  CHECK(repeated({true, true, false}, unmet, day_after, plan) == Weeks{w1, w2});
}

TEST_CASE("another tier's weeks are no remedy", "[insight]") {
  CHECK(repeated({true, true, true}, {asking("a", Status::fail, {w3})}, "2026-12-31").empty());
}

}  // namespace
}  // namespace gradus::insight
