#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"

#include <string>
#include <vector>

// What asks for a drill of that name, or for a round of the table of that name.
namespace gradus::track {

// A check of the module: a timed one by its own id, a quiz by that or by its table.
[[nodiscard]] bool asks_for_drill(const curriculum::Module& module, const std::string& drill);

// A criterion of the gate, in whatever wording.
[[nodiscard]] bool asks_for_drill(const std::vector<curriculum::Criterion>& gate,
                                  const std::string& drill);

}  // namespace gradus::track
