#pragma once

#include "gradus/insight/new_version.hpp"
#include "gradus/report/document.hpp"

#include <string>

namespace gradus::report {

using insight::GateShift;
using insight::NewVersion;

[[nodiscard]] Document view(const NewVersion& version);
// {"curriculum", "from_version", "to_version", "what_if", "kept": 61, "counts": {"week": {"kept",
//  "retitled", "moved", "changed", "retired", "new", "gone"}, …}, "retitled": [{"kind", "id",
//  "from", "to"}], "moved": [the same], "changed": [the same], "retired": [{"kind", "id",
//  "title"}], "new": [the same], "gone": [the same], "tiers": [{"tier", "was", "now"}],
//  "criteria": [{"gate", "id", "before", "after"}], "notes": […], "plan": as plan_change_json}
[[nodiscard]] std::string json(const NewVersion& version);

}  // namespace gradus::report
