#pragma once

#include "gradus/curriculum/requirement.hpp"
#include "gradus/rules/explanation.hpp"

#include <string>

// A criterion's conditions in words.
namespace gradus::report {

// What one node of a requirement asks for, without its parts: "at least 30 problems where topic is
// window-functions and help used is no"; "all of these 3".
[[nodiscard]] std::string requirement_text(const curriculum::Requirement& requirement);

// Why an entry did not count: "9 min, limit 8"; "with help"; "recorded for python".
[[nodiscard]] std::string lack_text(const rules::NearMiss& miss);

}  // namespace gradus::report
