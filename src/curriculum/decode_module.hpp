#pragma once

#include "gradus/curriculum/module.hpp"
#include "gradus/text/reader.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

// The decoders of module files; docs/module-format.md lists the keys.
namespace gradus::curriculum {

// Notes a finding for any format but the only one there is.
void check_module_format(const text::Cursor& from);

// The seconds of a "limit_seconds"; nullopt when it is absent.
[[nodiscard]] std::optional<std::chrono::seconds> decode_limit(const text::Cursor& limit);
// Notes a limit that is missing from what is timed, or given to what isn't. `noun` is what `owner`,
// the object that has it, is called.
void check_limit(const text::Cursor& owner, const text::Cursor& limit, bool timed,
                 std::string_view noun);

// The module that the object describes, but for the keys of a file of its own.
[[nodiscard]] Module decode_module_of(text::Object& object, CurriculumId curriculum);
[[nodiscard]] Module decode_module(const text::Cursor& from);
[[nodiscard]] std::vector<ModuleBundle> decode_bundles(const text::Cursor& from);

}  // namespace gradus::curriculum
