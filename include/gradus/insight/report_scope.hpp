#pragma once

#include "gradus/insight/letter.hpp"
#include "gradus/insight/progress_report.hpp"
#include "gradus/journal/summary.hpp"

#include <vector>

// A report on part of a track, or for people who must not know whose it is.
namespace gradus::insight {

// What was done in a tier.
struct TierWork {
  journal::StudyByDay by_day;                   // for its weeks, in full
  std::vector<journal::ProblemCount> problems;  // of all tiers
};
// The report on that tier alone; it must be one of the report's. Exams and the forecast belong to
// all of a track, so they are left out.
[[nodiscard]] ProgressReport of_tier(ProgressReport whole, const curriculum::Tier& tier,
                                     const TierWork& work);

// Stands for the title of an artefact that the learner has named.
inline constexpr auto own_artefact = "an artefact of the learner's own";

// Without what could tell whose it is: addresses, the track's name unless it is the curriculum's
// id, titles of the learner's own artefacts, and the reasons of waivers.
[[nodiscard]] ProgressReport anonymous(ProgressReport progress,
                                       const curriculum::CurriculumId& curriculum);
[[nodiscard]] Letter anonymous(Letter letter, const curriculum::CurriculumId& curriculum);

}  // namespace gradus::insight
