#pragma once

#include "gradus/journal/entry.hpp"

#include <string>

namespace gradus::report {

// What was done, without when: "1h30m read on joins", "hard window-functions in 7m: Top earners".
[[nodiscard]] std::string entry_text(const journal::Entry& entry);

}  // namespace gradus::report
