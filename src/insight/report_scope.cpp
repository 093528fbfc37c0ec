#include "gradus/insight/report_scope.hpp"

#include "insight/topic_numbers.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gradus::insight {
namespace {

int target_of(const PlanValues& plan, const curriculum::TopicId& topic) {
  int target = 0;
  for (const auto& week : plan.weeks)
    for (const auto& asked : week.week.load.problems)
      if (asked.topic == topic) target += asked.count;
  return target;
}

// The whole report's topics with what the tier asks for and has; without those it has nothing to do
// with.
std::vector<TopicReport> topics_of(const ProgressReport& whole, const curriculum::TierId& tier,
                                   const TierWork& work) {
  std::vector<TopicReport> topics;
  for (const auto& known : whole.topics) {
    TopicReport topic{known.topic, known.title, target_of(whole.plan, known.topic), 0, 0, 0};
    topic.recall = known.recall;
    for (const auto& count : work.problems)
      if (count.tier == tier && count.topic == known.topic)
        number_of(topic, count.difficulty) += count.count;
    if (topic.target > 0 || topic.solved() > 0) topics.push_back(std::move(topic));
  }
  return topics;
}

void keep_hours(ProgressReport& report, const plan::TierSpan& span, const TierWork& work) {
  report.hours = {
      .planned = planned_so_far(report.plan),
      .studied = studied_so_far(work.by_day, report.date),
      .by_week = hours_by_week(work.by_day, std::min(span.from, report.date), report.date),
      .by_day = work.by_day};
  curriculum::WeekMinutes sum{};
  for (const auto& [day, minutes] : work.by_day)
    for (const auto kind : calendar::block_kinds) sum.of(kind) += minutes.of(kind);
  report.actual = sum.total();
  report.read = sum.of(calendar::BlockKind::read);
  report.hands_on = report.actual - report.read;
}

bool is_of(const curriculum::Module& module, const curriculum::Tier& tier) {
  return std::ranges::any_of(module.weeks, [&](const curriculum::WeekId& id) {
    return std::ranges::find(tier.weeks, id, &curriculum::Week::id) != tier.weeks.end();
  });
}

template <class Gate>
void drop_reasons(Gate& criteria) {
  for (auto& criterion : criteria) criterion.waiver.reset();
}

}  // namespace

ProgressReport of_tier(ProgressReport whole, const curriculum::Tier& tier, const TierWork& work) {
  const auto& id = tier.id;
  whole.only_tier = id;
  std::erase_if(whole.tiers, [&](const TierReport& each) { return each.span.tier != id; });
  std::erase_if(whole.artefacts, [&](const DeliveredArtefact& each) { return each.tier != id; });
  std::erase_if(whole.plan.weeks,
                [&](const WeekValues& each) { return each.week.load.tier != id; });
  std::erase_if(whole.ahead, [&](const WeekValues& each) { return each.week.load.tier != id; });
  std::erase_if(whole.modules, [&](const ModuleState& each) { return !is_of(each.module, tier); });
  whole.topics = topics_of(whole, id, work);
  const auto& only = whole.tiers.front();
  whole.planned = only.planned;
  whole.problems_open = only.problems_open;
  add_up_topics(whole);
  keep_hours(whole, only.span, work);
  whole.mocks.clear();
  whole.now.exam.reset();
  return whole;
}

ProgressReport anonymous(ProgressReport progress, const curriculum::CurriculumId& curriculum) {
  if (progress.track != curriculum.text()) progress.track.clear();
  for (auto& tier : progress.tiers) {
    tier.signed_with.clear();
    drop_reasons(tier.gate.criteria);
    drop_reasons(tier.lapsed);
  }
  drop_reasons(progress.now.unmet);
  for (auto& artefact : progress.artefacts) {
    artefact.url.reset();
    if (artefact.own) artefact.title = own_artefact;
  }
  progress.only_for_me.reset();
  return progress;
}

Letter anonymous(Letter letter, const curriculum::CurriculumId& curriculum) {
  if (letter.track != curriculum.text()) letter.track.reset();
  for (auto& news : letter.artefacts) {
    news.url.reset();
    if (news.own) news.title = own_artefact;
  }
  letter.only_for_me.reset();
  return letter;
}

}  // namespace gradus::insight
