#pragma once

#include "gradus/text/finding.hpp"

#include <cstddef>
#include <vector>

namespace gradus::cli {

inline constexpr std::size_t most_of_a_kind = 200;
inline constexpr std::size_t most_findings = 2'000;
inline constexpr std::size_t most_bytes = 400;  // of a finding's pointer, message and fix each

// What is worth printing: at most so many findings of a kind, whose messages differ in what they
// quote and count alone, and so many in all, each with its texts cut in the middle where they are
// longer. The last one says how many were left out; its line is that of the first of these.
[[nodiscard]] std::vector<text::Finding> shown_findings(const std::vector<text::Finding>& findings);

}  // namespace gradus::cli
