#include "track/read_verdict.hpp"

#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/report/writers.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>

namespace gradus::track::read_verdict_test {
namespace {

using curriculum::CriterionId;
using report::verdict_json;
using rules::Outcome;
using rules::Status;
using rules::Truth;
using testing::day;

Outcome measured(Truth truth, double have, double need, std::vector<Outcome> parts = {}) {
  return {.truth = truth,
          .have = have,
          .need = need,
          .missing = have < need ? need - have : 0,
          .unit = parts.empty() ? "problems" : "conditions",
          .parts = std::move(parts)};
}

// One criterion of each status, one of them of several parts.
rules::Verdict sample_verdict() {
  auto pass = testing::criterion("a", Status::pass);
  pass.outcome = measured(Truth::pass, 31, 30);
  pass.evidence = {31, {"Tue 2026-12-01  ab12  Top earners", "an \"older\" one"}};
  auto fail = testing::criterion("b", Status::fail, "gradus solve TITLE");
  fail.repeat = {curriculum::WeekId("w1"), curriculum::WeekId("w2")};
  fail.outcome =
      measured(Truth::fail, 1, 2,
               {measured(Truth::pass, 0.75, 0.7),
                measured(Truth::fail, 0, 1,
                         {measured(Truth::fail, 3, 4), {Truth::unknown, {}, 1, {}, "", {}}})});
  auto waived = testing::criterion("c", Status::waived);
  waived.outcome.truth = Truth::unknown;
  waived.waiver = rules::Waiver{.gate = "sql",
                                .criterion = CriterionId("c"),
                                .reason = "no \"exam\" centre\nis open",
                                .on = day("2026-12-01"),
                                .until = day("2026-12-31")};
  auto without_end = testing::criterion("d", Status::waived);
  without_end.waiver = rules::Waiver{
      .gate = "sql", .criterion = CriterionId("d"), .reason = "hired", .on = day("2026-12-01")};
  auto verdict = testing::gate(
      "sql", {pass, fail, waived, without_end, testing::criterion("e", Status::unknown)});
  verdict.state = rules::TierState::passed;
  verdict.criteria[4].outcome.truth = Truth::unknown;
  return verdict;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a verdict that was written as JSON is read back the same", "[track]") {
  const auto verdict = sample_verdict();
  const auto json = verdict_json(verdict);
  const auto read = read_verdict(json);
  REQUIRE(read);
  CHECK(verdict_json(*read) == json);
  CHECK(report::write_text(report::verdict_view(*read), {}) ==
        report::write_text(report::verdict_view(verdict), {}));
  CHECK(read->criteria[1].outcome.parts[1].parts[1].truth == Truth::unknown);
  CHECK(read->criteria[0].evidence == verdict.criteria[0].evidence);
  CHECK(read->criteria[2].waiver == verdict.criteria[2].waiver);
  CHECK(read->criteria[2].outcome.truth == Truth::unknown);
  CHECK(read->criteria[3].outcome.truth == Truth::fail);
}

TEST_CASE("what is no verdict is not read as one", "[track]") {
  const auto json = verdict_json(sample_verdict());
  for (const auto* const text : {"", "{}", "[]", "null", "{\"tier\":\"sql\"}"})
    CHECK_FALSE(read_verdict(text));
  CHECK_FALSE(read_verdict(json.substr(0, json.size() / 2)));
  CHECK_FALSE(read_verdict(replaced(json, "\"fail\"", "\"failed\"")));
  CHECK_FALSE(read_verdict(replaced(json, "\"passed\"", "\"done\"")));
  CHECK_FALSE(read_verdict(replaced(json, "\"need\": 30", "\"need\": null")));
  CHECK_FALSE(read_verdict(replaced(json, "2026-12-31", "2026-12-32")));
  CHECK_FALSE(read_verdict(replaced(json, "\"w1\"", "\"W 1\"")));
  CHECK_FALSE(read_verdict(replaced(json, "\"waiver\"", "\"exception\"")));
}

}  // namespace gradus::track::read_verdict_test
