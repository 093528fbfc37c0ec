#pragma once

#include "gradus/curriculum/module.hpp"
#include "gradus/text/reader.hpp"

#include <vector>

// The decoders of module files; docs/module-format.md lists the keys.
namespace gradus::curriculum {

// Notes a finding for any format but the only one there is.
void check_module_format(const text::Cursor& from);

[[nodiscard]] Module decode_module(const text::Cursor& from);
[[nodiscard]] std::vector<ModuleBundle> decode_bundles(const text::Cursor& from);

}  // namespace gradus::curriculum
