#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/report/views.hpp"

#include <string>

namespace gradus::report {

// What was done, without when: "1h30m read on joins", "hard window-functions in 7m: Top earners".
[[nodiscard]] std::string entry_text(const journal::Entry& entry);

// "Mon 2026-01-12  253e  easy washes in 10m: Clouds", cut if it is long; `gradus entries` has all
// of it. `ids` must have the entry's id.
[[nodiscard]] std::string entry_line(const journal::Entry& entry, const ShortIds& ids);

}  // namespace gradus::report
