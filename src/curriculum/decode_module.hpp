#pragma once

#include "gradus/curriculum/module.hpp"

#include "curriculum/reader.hpp"

#include <vector>

// The decoders of module files; docs/module-format.md lists the keys.
namespace gradus::curriculum {

// The only format there is.
void check_module_format(const Place& from);

[[nodiscard]] Module decode_module(const Place& from);
[[nodiscard]] std::vector<ModuleBundle> decode_bundles(const Place& from);

}  // namespace gradus::curriculum
