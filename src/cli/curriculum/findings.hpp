#pragma once

#include "gradus/text/finding.hpp"

#include "cli/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli {

// Prints what is wrong with a file: a line for each finding, and one below it for what to change;
// then how many there are, and whether the thing it holds can be used. Not more than is worth
// reading (shown_findings).
void tell_findings(const std::string& file, const std::vector<text::Finding>& findings,
                   std::string_view thing, const Session& session);

}  // namespace gradus::cli
