#include "cli/curriculum/findings.hpp"

#include "gradus/report/json.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/text/plural.hpp"

#include "cli/curriculum/shown_findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

// A line for each finding, and one below it for what to change.
std::string listing(const std::string& file, const std::vector<text::Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    text += report::visible(finding.text(file)) + '\n';
    text += "  fix: " + report::visible(finding.fix) + '\n';
  }
  return text;
}

}  // namespace

void tell_findings(const std::string& file, const std::vector<text::Finding>& findings,
                   std::string_view thing, const Session& session) {
  const auto shown = shown_findings(findings);
  if (session.json) {
    session.answer(report::findings_json(file, shown));
    return;
  }
  session.answer_in_words(listing(file, shown));
  const auto errors = std::ranges::count(findings, text::Severity::error, &text::Finding::severity);
  const auto advice = static_cast<long>(findings.size()) - errors;
  session.answer_in_words(fmt::format(
      "{}, {} of advice: the {} {}\n", text::counted(errors, "error"),
      text::counted(advice, "piece"), thing, errors == 0 ? "can be used" : "can't be used yet"));
}

}  // namespace gradus::cli
