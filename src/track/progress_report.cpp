#include "gradus/track/progress_report.hpp"

#include "gradus/insight/report_scope.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/gate.hpp"
#include "gradus/track/modules.hpp"
#include "gradus/track/pace.hpp"
#include "gradus/track/today.hpp"

#include "track/private_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::track {
namespace {

// Oldest first.
std::vector<journal::Entry> mocks_of(const std::string& exam, const store::Store& store,
                                     const LoadedTrack& track) {
  auto mocks = store::entries(store, track.id, {.type = curriculum::EntryType::mock_exam});
  std::erase_if(mocks, [&](const journal::Entry& entry) {
    return std::get<journal::MockExam>(entry.what).exam != exam;
  });
  std::ranges::reverse(mocks);
  return mocks;
}

// Throws curriculum::Error for a tier that is retired and was never passed, Error for one that the
// plan has no week of.
insight::ProgressReport narrowed(insight::ProgressReport whole, const curriculum::Tier& tier,
                                 const store::Store& store, const LoadedTrack& track,
                                 const insight::Record& record) {
  const bool is_told = std::ranges::any_of(
      whole.tiers, [&](const insight::TierReport& each) { return each.span.tier == tier.id; });
  if (!is_told) {
    (void)curriculum::find_tier_in_force(track.curriculum, tier.id.text());
    throw Error(fmt::format("the plan has no week of {}", tier.id.text()),
                "gradus plan shows its tiers");
  }
  std::set<curriculum::WeekId> weeks;
  for (const auto& week : tier.weeks) weeks.insert(week.id);
  insight::TierWork work{.by_day = {}, .problems = record.problems};
  for (const auto& [week, days] :
       store::study_days_since(store, track.id, weeks, calendar::Date::first()))
    for (const auto& [day, minutes] : days)
      for (const auto kind : calendar::block_kinds) work.by_day[day].of(kind) += minutes.of(kind);
  return insight::of_tier(std::move(whole), tier, work);
}

}  // namespace

insight::ProgressReport read_progress_report(const store::Store& store, const LoadedTrack& track,
                                             calendar::Date today, Audience audience,
                                             const std::optional<std::string>& only_tier) {
  const auto* const only =
      only_tier ? &curriculum::find_tier(track.curriculum, *only_tier) : nullptr;
  insight::Evidence evidence;
  evidence.minutes_by_kind = store::minutes_by_kind(store, track.id);
  evidence.signatures = store::signatures(store, track.id);
  for (const auto& tier : track.curriculum.tiers) {
    if (auto passed = passed_gate(store, track, tier))
      evidence.passed.push_back(*std::move(passed));
    else if (!tier.retired)
      evidence.gates.push_back(check_gate(store, track, &tier, today));
  }
  evidence.first_dates = store::baseline_dates(store, track.id);
  evidence.topics = topic_paces(store, track, today);
  evidence.forecast = read_forecast(store, track, today);
  const auto now = read_today(store, track, today);
  if (now.exam) evidence.mocks = mocks_of(now.exam->readiness.exam.id, store, track);
  const auto record = read_record(store, track);
  auto progress = insight::progress_report(track, record, evidence, now);
  progress.modules = modules_in_hand(store, track, today);
  PrivateScope scope;
  if (only != nullptr) {
    progress = narrowed(std::move(progress), *only, store, track, record);
    scope.tier = only->id;
  }
  if (audience == Audience::learner) progress.only_for_me = read_private(store, track, scope);
  return progress;
}

}  // namespace gradus::track
