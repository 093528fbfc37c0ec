#pragma once

#include "gradus/report/document.hpp"
#include "gradus/rules/gate.hpp"

namespace gradus::report {

// A verdict in words, with each criterion as `criteria` has it.
[[nodiscard]] Section verdict_section(const rules::Verdict& verdict, ItemList criteria);

}  // namespace gradus::report
