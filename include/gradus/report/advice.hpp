#pragma once

#include "gradus/decisions/advice.hpp"
#include "gradus/report/document.hpp"

#include <string>

namespace gradus::report {

// Advice with each step that led to it, what was ruled out and why, and what to keep in mind.
[[nodiscard]] Document view(const decisions::Advice& advice);
[[nodiscard]] Document view(const decisions::CertificateAdvice& advice);
[[nodiscard]] Document view(const decisions::BudgetAdvice& advice);
[[nodiscard]] Document view(const decisions::StackAdvice& advice);

// {"pick", "answer", "steps": [{"step", "input", "result", "why", "ruled_out"}], "next",
// "warnings": [{"code", "message"}], "notes", "from_track", "assumed", "source", "as_of"}; of
// certificates "prices" as well, of a budget "kit" and "kit_usd", of stacks "stacks".
[[nodiscard]] std::string json(const decisions::Advice& advice);
[[nodiscard]] std::string json(const decisions::CertificateAdvice& advice);
[[nodiscard]] std::string json(const decisions::BudgetAdvice& advice);
[[nodiscard]] std::string json(const decisions::StackAdvice& advice);

}  // namespace gradus::report
