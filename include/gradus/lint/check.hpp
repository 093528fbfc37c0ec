#pragma once

#include "gradus/curriculum/load.hpp"

#include <string_view>

namespace gradus::lint {

// As curriculum::load, and gives advice on all that was read without an error: for the author's
// eyes, and too slow for every start of the program.
[[nodiscard]] curriculum::Loaded check(std::string_view json);

}  // namespace gradus::lint
