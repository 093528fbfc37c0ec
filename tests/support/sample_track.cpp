#include "support/sample_track.hpp"

#include "support/entries.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace gradus::testing {

using calendar::BlockKind;
using calendar::Minutes;
using curriculum::Difficulty;
using curriculum::TierId;
using curriculum::TopicId;
using curriculum::WeekId;

namespace {

const curriculum::WeekMinutes short_week{.read = Minutes{60}};

std::vector<curriculum::ProblemTarget> problems_of_w1() {
  return {{TopicId("aggregation"), Difficulty::easy, 3, true},
          {TopicId("aggregation"), Difficulty::easy, 2, false},
          {TopicId("joins"), Difficulty::hard, 1, false}};
}

plan::PlanWeek short_plan_week(int number, const std::string& tier, std::string_view from,
                               std::string_view to, std::string_view block) {
  const WeekId id("w" + std::to_string(number));
  return {.number = number,
          .load = {.tier = TierId(tier),
                   .carries = {{id, short_week}},
                   .title = "Week " + id.text(),
                   .minutes = short_week,
                   .problems = {},
                   .artefacts = {}},
          .dates = {.from = day(from),
                    .to = day(to),
                    .blocks = {{day(block), std::nullopt, Minutes{60}, BlockKind::read}}}};
}

plan::PlanWeek first_plan_week() {
  auto week = short_plan_week(1, "sql", "2026-11-30", "2026-12-06", "2026-12-01");
  week.load.minutes = {.read = Minutes{180}, .lab = Minutes{180}, .review = Minutes{60}};
  week.load.carries.front().minutes = week.load.minutes;
  week.load.problems = problems_of_w1();
  week.load.artefacts = {curriculum::ArtefactId("w1-gist")};
  week.dates.blocks = {
      {day("2026-12-01"), calendar::TimeOfDay(Minutes{19 * 60}), Minutes{60}, BlockKind::read},
      {day("2026-12-02"), std::nullopt, Minutes{120}, BlockKind::read},
      {day("2026-12-05"), calendar::TimeOfDay(Minutes{9 * 60}), Minutes{180}, BlockKind::lab},
      {day("2026-12-05"), calendar::TimeOfDay(Minutes{12 * 60}), Minutes{60}, BlockKind::review}};
  return week;
}

curriculum::Week curriculum_week(const plan::PlanWeek& planned) {
  curriculum::Week week{.id = planned.load.carries.front().week,
                        .title = planned.load.title,
                        .goals = {},
                        .minutes = planned.load.minutes,
                        .problems = planned.load.problems,
                        .artefacts = {},
                        .resources = {}};
  for (const auto& id : planned.load.artefacts) {
    week.artefacts.push_back({.id = id, .title = "Gist with GROUP BY queries", .kind = "gist"});
  }
  return week;
}

curriculum::Curriculum curriculum_of(const plan::Plan& plan) {
  curriculum::Curriculum curriculum{.id = curriculum::CurriculumId("sample"),
                                    .title = "Sample",
                                    .version = "1",
                                    .source = {},
                                    .as_of = {},
                                    .minutes = short_week,
                                    .available = {},
                                    .limits = {},
                                    .topics = {},
                                    .tiers = {},
                                    .finish = {},
                                    .beginner = {},
                                    .exam = {},
                                    .resources = {},
                                    .stacks = {}};
  for (const auto* const id : {"joins", "aggregation", "pandas"}) {
    curriculum.topics.push_back(
        {.id = TopicId(id), .title = std::string("Topic ") + id, .practice_url = {}, .weight = {}});
  }
  for (const auto& span : plan.tiers()) {
    curriculum::Tier tier{.id = span.tier,
                          .title = title_of(span.tier.text()),
                          .deep_hours = {},
                          .advice = {},
                          .placed_problems = {},
                          .weeks = {},
                          .exit = {}};
    for (const auto& week : plan.weeks) {
      if (week.load.tier == span.tier) tier.weeks.push_back(curriculum_week(week));
    }
    curriculum.tiers.push_back(std::move(tier));
  }
  return curriculum;
}

}  // namespace

std::string title_of(std::string tier) {
  std::ranges::transform(tier, tier.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return tier;
}

insight::Track sample_track() {
  plan::Plan plan{.start = day("2026-11-30"),
                  .baseline_finish = day("2026-12-18"),
                  .weeks = {first_plan_week(),
                            short_plan_week(2, "sql", "2026-12-07", "2026-12-13", "2026-12-09"),
                            short_plan_week(3, "python", "2026-12-14", "2026-12-20", "2026-12-16")},
                  .warnings = {}};
  return {
      .name = "mine",
      .curriculum = curriculum_of(plan),
      .stack = std::nullopt,
      .plan = plan,
      .states = {{TierId("sql"), rules::TierState::open},
                 {TierId("python"), rules::TierState::locked}},
      .frame = {day("2026-11-30"), calendar::Availability::parse("tue=1h@19:00,sat=3h@09:00:lab")}};
}

journal::ProblemCount solved(int count, const std::string& topic, Difficulty difficulty,
                             const std::string& week, const std::string& tier) {
  return {WeekId(week), TierId(tier), TopicId(topic), difficulty, count};
}

journal::Entry delivery(const std::string& id, const std::string& title) {
  return make_entry("2026-12-06", journal::Artefact{.artefact = curriculum::ArtefactId(id),
                                                    .title = title,
                                                    .url = "https://example.org/gist"});
}

insight::Record everything_but_hours_of_w1() {
  return {.study_days = {},
          .problems = {solved(5, "aggregation", Difficulty::easy, "w1", "sql"),
                       solved(1, "joins", Difficulty::hard, "w1", "sql")},
          .delivered = {delivery("w1-gist", "My gist")}};
}

insight::Record with_days(insight::Record record) {
  record.by_day.clear();
  for (const auto& [week, days] : record.study_days)
    for (const auto& [on, minutes] : days)
      for (const auto kind : calendar::block_kinds) record.by_day[on].of(kind) += minutes.of(kind);
  record.last_days = record.study_days;
  return record;
}

rules::CriterionResult criterion(const std::string& id, rules::Status status,
                                 const std::string& how) {
  return {.id = curriculum::CriterionId(id),
          .title = "Criterion " + id,
          .status = status,
          .outcome = {.truth = rules::Truth::fail,
                      .have = std::nullopt,
                      .need = 1,
                      .missing = std::nullopt,
                      .unit = "problems",
                      .parts = {}},
          .how = how,
          .repeat = {}};
}

rules::Verdict gate(const std::string& tier, std::vector<rules::CriterionResult> criteria) {
  rules::Verdict verdict{.tier = tier,
                         .title = title_of(tier),
                         .state = rules::TierState::open,
                         .ready = true,
                         .met = 0,
                         .criteria = std::move(criteria)};
  for (const auto& result : verdict.criteria) {
    const bool pass = result.status == rules::Status::pass;
    verdict.met += pass ? 1U : 0U;
    verdict.ready = verdict.ready && (pass || result.status == rules::Status::waived);
  }
  return verdict;
}

namespace {

rules::Outcome measured(rules::Truth truth, double have, double need,
                        std::vector<rules::Outcome> parts = {}) {
  return {.truth = truth,
          .have = have,
          .need = need,
          .missing = have < need ? need - have : 0,
          .unit = parts.empty() ? "problems" : "conditions",
          .parts = std::move(parts)};
}

}  // namespace

rules::Verdict sample_verdict(std::vector<journal::Entry> newest) {
  auto pass = criterion("a", rules::Status::pass);
  pass.outcome = measured(rules::Truth::pass, 31, 30);
  pass.evidence = {.total = 31, .newest = std::move(newest)};
  auto fail = criterion("b", rules::Status::fail, "gradus solve TITLE");
  fail.repeat = {curriculum::WeekId("w1"), curriculum::WeekId("w2")};
  fail.outcome = measured(
      rules::Truth::fail, 1, 2,
      {measured(rules::Truth::pass, 0.1 + 0.2, 0.3),
       measured(rules::Truth::fail, 0, 1,
                {measured(rules::Truth::fail, 3, 4), {rules::Truth::unknown, {}, 1, {}, "", {}}})});
  auto waived = criterion("c", rules::Status::waived);
  waived.outcome.truth = rules::Truth::unknown;
  waived.waiver = rules::Waiver{.gate = "sql",
                                .criterion = curriculum::CriterionId("c"),
                                .reason = "no \"exam\" centre\nis open",
                                .on = day("2026-12-01"),
                                .until = day("2026-12-31")};
  auto without_end = criterion("d", rules::Status::waived);
  without_end.waiver = rules::Waiver{.gate = "sql",
                                     .criterion = curriculum::CriterionId("d"),
                                     .reason = "hired",
                                     .on = day("2026-12-01")};
  auto verdict =
      gate("sql", {pass, fail, waived, without_end, criterion("e", rules::Status::unknown)});
  verdict.state = rules::TierState::passed;
  verdict.criteria[4].outcome.truth = rules::Truth::unknown;
  return verdict;
}

}  // namespace gradus::testing
