#pragma once

#include "gradus/curriculum/model.hpp"

#include <string>
#include <vector>

namespace gradus::lint {

// Something that doesn't fit between a curriculum's weeks and the weekly slots it suggests, or the
// usual ones if it suggests none.
struct Misfit {
  std::string message;
  std::string fix;  // what its author may write
};

// Weeks that take more time than the slots have in 7 days, slots for a kind of work that no week
// has, and usual slots that are more than any week takes. Retired weeks don't count,
// nor do the beginners' tier and what stacks change.
[[nodiscard]] std::vector<Misfit> misfits(const curriculum::Curriculum& curriculum);

}  // namespace gradus::lint
