#pragma once

#include "gradus/report/document.hpp"
#include "gradus/rules/gate.hpp"

namespace gradus::report {

// A verdict in words, with `criteria` as its list of criteria.
[[nodiscard]] Section verdict_section(const rules::Verdict& verdict, ItemList criteria);

}  // namespace gradus::report
