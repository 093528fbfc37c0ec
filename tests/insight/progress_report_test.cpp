#include "gradus/insight/progress_report.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

namespace gradus::insight::progress_report_test {
namespace {

using curriculum::Difficulty;
using curriculum::WeekId;
using journal::SessionKind;
using testing::day;
using testing::solved;

const calendar::Date monday = day("2026-11-30");

Evidence sample_evidence() {
  auto python = testing::gate("python", {testing::criterion("b", rules::Status::fail)});
  python.state = rules::TierState::locked;
  return {.minutes_by_kind = {},
          .gates = {testing::gate("sql", {testing::criterion("a", rules::Status::fail)}), python},
          .passed = {}};
}

ProgressReport report_of(const Track& track, const Record& record,
                         const Evidence& evidence = sample_evidence()) {
  return progress_report(track, record, evidence, today(track, record, evidence.gates[0], monday));
}

TEST_CASE("a progress begins and ends as planned, and says how far that slipped", "[insight]") {
  const auto all = report_of(testing::sample_track(), Record{});
  CHECK(all.start == monday);
  CHECK(all.finish == day("2026-12-20"));
  CHECK(all.slip == calendar::Days{2});
  CHECK(all.planned == Minutes{540});
  CHECK(all.actual == Minutes{0});
}

TEST_CASE("all logged time counts, reading apart from what is hands-on", "[insight]") {
  auto evidence = sample_evidence();
  for (const auto kind : journal::session_kinds) evidence.minutes_by_kind[kind] = Minutes{10};
  evidence.minutes_by_kind[SessionKind::read] = Minutes{5};
  const auto all = report_of(testing::sample_track(), Record{}, evidence);
  CHECK(all.read == Minutes{5});
  CHECK(all.hands_on == Minutes{40});
  CHECK(all.actual == Minutes{45});
}

TEST_CASE("a tier sums its weeks' hours and problems, over the target too", "[insight]") {
  const Record record{testing::studied({{"w1", 100}, {"w2", 10}}),
                      {solved(7, "aggregation", Difficulty::easy, "w1", "sql"),
                       solved(2, "joins", Difficulty::hard, "w1", "sql"),
                       solved(1, "pandas", Difficulty::easy, "w3", "python")},
                      {}};
  auto evidence = sample_evidence();
  auto then = testing::gate("sql", {testing::criterion("a", rules::Status::pass)});
  then.state = rules::TierState::passed;
  evidence.passed.push_back(
      {day("2026-12-13"), then, {testing::criterion("a", rules::Status::fail)}});
  const auto tiers = report_of(testing::sample_track(), record, evidence).tiers;
  REQUIRE(tiers.size() == 2);
  CHECK(tiers[0].title == "SQL");
  CHECK(tiers[0].span.weeks == 2);
  CHECK(tiers[0].planned == Minutes{480});
  CHECK(tiers[0].actual == Minutes{110});
  CHECK(tiers[0].problems_target == 6);
  CHECK(tiers[0].problems_solved == 9);
  CHECK(tiers[0].problems_open == 0);
  CHECK(tiers[0].passed_on == day("2026-12-13"));
  CHECK(tiers[0].gate.tier == "sql");
  CHECK(tiers[0].gate.met == 1);
  CHECK(tiers[0].state == rules::TierState::passed);
  REQUIRE(tiers[0].lapsed.size() == 1);
  CHECK(tiers[0].lapsed[0].status == rules::Status::fail);
  CHECK(tiers[1].lapsed.empty());
  CHECK(tiers[1].state == rules::TierState::locked);
  CHECK(tiers[1].problems_target == 0);
  CHECK(tiers[1].problems_solved == 1);
  CHECK_FALSE(tiers[1].passed_on);
}

TEST_CASE("hours of retired weeks and passed tiers that are retired stay", "[insight]") {
  auto track = testing::sample_track();
  auto& tiers = track.curriculum.tiers;
  auto retired = tiers.front().weeks.front();
  retired.id = WeekId("w0");
  retired.retired = true;
  tiers.front().weeks.push_back(retired);
  auto gone = tiers.front();
  gone.id = curriculum::TierId("basics");
  gone.retired = true;
  gone.weeks = {retired};
  gone.weeks.front().id = WeekId("b1");
  tiers.insert(tiers.begin(), gone);
  const Record record{testing::studied({{"w0", 30}, {"w1", 100}, {"b1", 7}}), {}, {}};
  auto evidence = sample_evidence();
  auto then = testing::gate("basics", {testing::criterion("a", rules::Status::pass)});
  then.state = rules::TierState::passed;
  evidence.passed.push_back({day("2026-11-20"), then, {}});
  const auto reports = report_of(track, record, evidence).tiers;
  REQUIRE(reports.size() == 3);
  CHECK(reports[0].title == "BASICS");
  CHECK(reports[0].span.weeks == 0);
  CHECK(reports[0].span.to == day("2026-11-20"));
  CHECK(reports[0].actual == Minutes{7});
  CHECK(reports[0].planned == Minutes{0});
  CHECK(reports[1].actual == Minutes{130});
  CHECK(reports[1].planned == Minutes{480});
}

TEST_CASE("topics stand in the curriculum's order, unknown ones last, untouched ones not",
          "[insight]") {
  const Record record{{},
                      {solved(1, "graphs", Difficulty::medium, "w1", "sql"),
                       solved(2, "aggregation", Difficulty::easy, "w1", "sql"),
                       solved(3, "aggregation", Difficulty::easy, "w2", "sql"),
                       solved(4, "aggregation", Difficulty::hard, "w3", "python")},
                      {}};
  const auto topics = report_of(testing::sample_track(), record).topics;
  REQUIRE(topics.size() == 3);
  CHECK(topics[0].title == "Topic joins");
  CHECK(topics[0].target == 1);
  CHECK(topics[0].solved() == 0);
  CHECK(topics[1].title == "Topic aggregation");
  CHECK(topics[1].target == 5);
  CHECK(topics[1].easy == 5);
  CHECK(topics[1].medium == 0);
  CHECK(topics[1].hard == 4);
  CHECK(topics[1].solved() == 9);
  CHECK(topics[2].title == "graphs");
  CHECK(topics[2].target == 0);
  CHECK(topics[2].medium == 1);
}

TEST_CASE("artefacts go by the curriculum's titles, or else by the learner's", "[insight]") {
  auto own = testing::delivery("w1-gist", "");
  std::get<journal::Artefact>(own.what).artefact.reset();
  std::get<journal::Artefact>(own.what).title = "My own";
  const Record record{
      {}, {}, {testing::delivery("w1-gist", "Mine"), testing::delivery("gone", "Old"), own}};
  const auto artefacts = report_of(testing::sample_track(), record).artefacts;
  REQUIRE(artefacts.size() == 3);
  CHECK(artefacts[0].title == "Gist with GROUP BY queries");
  CHECK(artefacts[0].url == "https://example.org/gist");
  CHECK(artefacts[0].on == day("2026-12-06"));
  CHECK_FALSE(artefacts[0].verified);
  CHECK(artefacts[1].title == "Old");
  CHECK(artefacts[2].title == "My own");
}

TEST_CASE("ahead are the current week and the next two, as far as the plan goes", "[insight]") {
  auto track = testing::sample_track();
  track.plan.weeks.push_back(track.plan.weeks.back());
  track.plan.weeks.back().number = 4;
  CHECK(report_of(track, Record{}).ahead.size() == 3);
  track.plan.weeks.pop_back();

  const Record first_done{testing::studied({{"w1", 420}}), {}, {}};
  const auto ahead = report_of(track, first_done).ahead;
  REQUIRE(ahead.size() == 2);
  CHECK(ahead[0].week.number == 2);
  CHECK(ahead[1].week.number == 3);

  for (auto& state : track.states) state.second = rules::TierState::passed;
  CHECK(report_of(track, Record{}).ahead.empty());
}

}  // namespace
}  // namespace gradus::insight::progress_report_test
