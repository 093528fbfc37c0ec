#pragma once

#include "gradus/report/document.hpp"

#include <string>

namespace gradus::report {

// What gradus is and how to begin, for who has no store yet.
struct Welcome {};
[[nodiscard]] Document view(const Welcome& welcome);
// {"store": null, "begin": [{"command", "does"}]}
[[nodiscard]] std::string json(const Welcome& welcome);

}  // namespace gradus::report
