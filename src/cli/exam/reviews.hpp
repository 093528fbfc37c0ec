#pragma once

#include "gradus/track/exam.hpp"

#include "cli/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// Lays anew the reviews that domains get which are weak by the mock exams of the journal and
// `added`, one about to be recorded; says what is new. Nothing if nothing changes.
std::vector<std::string> plan_reviews(store::Store& store, const track::LoadedTrack& track,
                                      const insight::ExamRule& exam,
                                      const std::optional<journal::Entry>& added,
                                      const Session& session);

// Says each in a line of its own, and then the confirmation.
void say_with(const std::vector<std::string>& reviews, const std::string& confirmation,
              const Session& session);

// The exam whose reviews an entry decides on that is about to be changed or removed: that of the
// track's exam plan, if the entry is a mock exam and there is such a plan.
[[nodiscard]] std::optional<insight::ExamRule> exam_of(const journal::Entry& entry,
                                                       const store::Store& store,
                                                       const track::LoadedTrack& track);

}  // namespace gradus::cli
