#include "gradus/insight/report_scope.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

namespace gradus::insight::report_scope_test {
namespace {

using curriculum::Difficulty;
using rules::Status;
using testing::day;

ProgressReport whole() {
  auto track = testing::sample_track();
  track.name = "Anna's own";
  auto waived = testing::criterion("a", Status::waived);
  waived.waiver = rules::Waiver{"sql", waived.id, "my boss at ACME", day("2026-12-01")};
  auto python = testing::gate("python", {testing::criterion("b", Status::fail)});
  python.state = rules::TierState::locked;
  auto own = testing::delivery("w1-gist", "");
  std::get<journal::Artefact>(own.what).artefact.reset();
  std::get<journal::Artefact>(own.what).title = "Shop of ACME";
  own.tier = curriculum::TierId("sql");
  const Record record{testing::studied({{"w1", 100}, {"w3", 30}}, "2026-12-02"),
                      {testing::solved(2, "aggregation", Difficulty::easy, "w1", "sql"),
                       testing::solved(1, "aggregation", Difficulty::hard, "w3", "python")},
                      {testing::delivery("w1-gist", "Mine"), own}};
  Evidence evidence{
      .minutes_by_kind = {}, .gates = {testing::gate("sql", {waived}), python}, .passed = {}};
  auto signature = testing::make_entry(
      "2026-12-02", journal::Attestation{curriculum::CriterionId("a"), "https://acme.example/me"},
      "sql");
  evidence.signatures = {signature};
  return progress_report(track, record, evidence,
                         today(track, record, evidence.gates[0], day("2026-12-10")));
}

TierWork work() {
  curriculum::WeekMinutes minutes{};
  minutes.of(calendar::BlockKind::read) = Minutes{70};
  minutes.of(calendar::BlockKind::lab) = Minutes{30};
  return {.by_day = {{day("2026-12-02"), minutes}},
          .problems = {testing::solved(2, "aggregation", Difficulty::easy, "w1", "sql"),
                       testing::solved(1, "aggregation", Difficulty::hard, "w3", "python")}};
}

}  // namespace

TEST_CASE("a report on a tier has that tier's weeks, topics, hours and artefacts", "[insight]") {
  const auto track = testing::sample_track();
  const auto& sql = track.curriculum.tiers.front();
  const auto only = of_tier(whole(), sql, work());
  CHECK(only.only_tier == sql.id);
  REQUIRE(only.tiers.size() == 1);
  CHECK(only.tiers_total == 2);
  CHECK(only.plan.weeks.size() == 2);
  CHECK(only.actual == Minutes{100});
  CHECK(only.actual == only.tiers[0].actual);
  CHECK(only.read == Minutes{70});
  CHECK(only.hands_on == Minutes{30});
  CHECK(only.planned == Minutes{480});
  CHECK(only.problems_solved == 2);
  CHECK(only.problems_target == only.tiers[0].problems_target);
  REQUIRE(only.topics.size() == 2);
  CHECK(only.topics[1].hard == 0);
  CHECK(only.artefacts.size() == 1);  // the other was delivered for no tier
  CHECK(of_tier(whole(), track.curriculum.tiers.back(), {}).plan.weeks.size() == 1);
}

TEST_CASE("an anonymous report has no address, name or word of the learner's", "[insight]") {
  const auto track = testing::sample_track();
  const auto nobody = anonymous(whole(), track.curriculum.id);
  CHECK(nobody.track.empty());
  for (const auto& tier : nobody.tiers) {
    CHECK(tier.signed_with.empty());
    for (const auto& criterion : tier.gate.criteria) CHECK_FALSE(criterion.waiver);
  }
  CHECK(nobody.tiers[0].gate.criteria[0].status == Status::waived);
  REQUIRE(nobody.artefacts.size() == 2);
  CHECK_FALSE(nobody.artefacts[0].url);
  CHECK(nobody.artefacts[0].title == "Gist with GROUP BY queries");
  CHECK(nobody.artefacts[1].title == own_artefact);

  auto named = whole();
  named.track = track.curriculum.id.text();
  CHECK(anonymous(named, track.curriculum.id).track == track.curriculum.id.text());
}

}  // namespace gradus::insight::report_scope_test
