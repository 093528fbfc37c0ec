#pragma once

#include "gradus/curriculum/model.hpp"

#include <string_view>

namespace gradus::track {

// The curriculum that a learner chooses. Throws curriculum::Error naming the first mistakes, in its
// decision tables and quizzes as well.
[[nodiscard]] curriculum::Curriculum chosen_curriculum(std::string_view json,
                                                       std::string_view file);

}  // namespace gradus::track
