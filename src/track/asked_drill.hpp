#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/journal/entry.hpp"

#include <string>
#include <vector>

// What asks for a drill of that name, or for a round of the table of that name.
namespace gradus::track {

// A check of the module: a timed one by its own id, a quiz by that or by its table.
[[nodiscard]] bool asks_for_drill(const curriculum::Module& module, const std::string& drill);

// Whether the drill can pass such a check; how long a round was is not looked at.
[[nodiscard]] bool can_pass(const curriculum::Module& module, const journal::Drill& drill);

// A criterion of the gate, in whatever wording.
[[nodiscard]] bool asks_for_drill(const std::vector<curriculum::Criterion>& gate,
                                  const std::string& drill);

}  // namespace gradus::track
