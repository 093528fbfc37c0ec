#pragma once

#include "gradus/curriculum/load.hpp"

#include <string_view>

namespace gradus::lint {

// Like curriculum::load, with advice on everything that was read without an error. For the author's
// eyes only, and too slow for every start of the program.
[[nodiscard]] curriculum::Loaded check(std::string_view json);

}  // namespace gradus::lint
