#pragma once

#include "gradus/track/exam.hpp"

#include "cli/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

struct LaidReviews {
  std::vector<std::string> news{};      // a line for each that is new; empty if nothing changes
  std::vector<plan::ExamLine> ahead{};  // all that are to come
};

// Lays anew the reviews that domains get which are weak by the mock exams of the journal and
// `added`, one about to be recorded.
LaidReviews plan_reviews(store::Store& store, const track::LoadedTrack& track,
                         const insight::ExamRule& exam, const std::optional<journal::Entry>& added,
                         const Session& session);

// Says each in a line of its own, and then the confirmation.
void say_with(const std::vector<std::string>& reviews, const std::string& confirmation,
              const Session& session);

// The exam whose reviews an entry decides on that is about to be changed, removed or imported: that
// of the track's exam plan, else its own; nullopt if the entry is no mock exam.
[[nodiscard]] std::optional<insight::ExamRule> exam_of(const journal::Entry& entry,
                                                       const store::Store& store,
                                                       const track::LoadedTrack& track);

}  // namespace gradus::cli
