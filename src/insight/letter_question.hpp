#pragma once

#include "gradus/insight/letter.hpp"

namespace gradus::insight {

// The first question in the order of Ask. `letter` is complete but for it.
[[nodiscard]] MentorQuestion question_of(const Letter& letter, const Today& now);

}  // namespace gradus::insight
