#include "gradus/track/progress_report.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/track/gate.hpp"
#include "gradus/track/modules.hpp"
#include "gradus/track/pace.hpp"
#include "gradus/track/today.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::track {
namespace {

insight::PrivateReport read_private(const store::Store& store, const LoadedTrack& track) {
  const auto newest = [&](curriculum::EntryType type) {
    return store::entries(store, track.id, {.type = type, .limit = insight::most_private});
  };
  return {
      .decisions = newest(curriculum::EntryType::decision),
      .applications = newest(curriculum::EntryType::application),
      .expenses = newest(curriculum::EntryType::expense),
      .spent = store::spent(store, track.id),
      .notes = store::entries(store, track.id, {.limit = insight::most_private, .noted = true})};
}

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

}  // namespace

insight::ProgressReport read_progress_report(const store::Store& store, const LoadedTrack& track,
                                             calendar::Date today, Audience audience) {
  insight::Evidence evidence;
  evidence.minutes_by_kind = store::minutes_by_kind(store, track.id);
  evidence.signatures =
      store::entries(store, track.id, {.type = curriculum::EntryType::attestation});
  for (const auto& tier : track.curriculum.tiers) {
    if (auto passed = passed_gate(store, track, tier))
      evidence.passed.push_back(*std::move(passed));
    else if (!tier.retired)
      evidence.gates.push_back(check_gate(store, track, &tier, today));
  }
  evidence.topics = topic_paces(store, track, today);
  evidence.forecast = read_forecast(store, track, today);
  const auto now = read_today(store, track, today);
  if (now.exam) evidence.mocks = mocks_of(now.exam->readiness.exam.id, store, track);
  const auto record = read_record(store, track);
  auto progress = insight::progress_report(track, record, evidence, now);
  progress.modules = modules_in_hand(store, track, today);
  if (audience == Audience::learner) progress.only_for_me = read_private(store, track);
  return progress;
}

}  // namespace gradus::track
