#include "report/open_weeks.hpp"

#include "report/joined.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace gradus::report {
namespace {

// "49 problems, 1 artefact"; without what there is none of.
std::string problems_and_artefacts(int problems, std::size_t artefacts) {
  return joined({problems > 0 ? counted(problems, "problem") : "",
                 artefacts > 0 ? counted(artefacts, "artefact") : ""},
                ", ");
}

// "w1: 32 problems, w1-group-by, 3 days late".
std::string open_text(const insight::OpenBefore& week) {
  std::vector<std::string> parts{problems_and_artefacts(week.problem_count(), 0)};
  for (const auto& row : week.artefacts) parts.push_back(row.artefact.id.text());
  if (week.late.count() > 0) parts.push_back(counted(week.late.count(), "day") + " late");
  return fmt::format("{}: {}", week.week.text(), joined(parts, ", "));
}

}  // namespace

std::string behind_text(const std::vector<insight::OpenBefore>& weeks) {
  constexpr std::size_t most = 2;
  std::vector<std::string> parts;
  int problems = 0;
  std::size_t artefacts = 0;
  calendar::Days late{0};
  for (const auto& week : weeks) {
    if (parts.size() < most) {
      parts.push_back(open_text(week));
    } else {
      problems += week.problem_count();
      artefacts += week.artefacts.size();
      late = std::max(late, week.late);
    }
  }
  if (weeks.size() > most)
    parts.push_back(fmt::format(
        "{}: {}", counted(weeks.size() - most, "more week"),
        joined({problems_and_artefacts(problems, artefacts),
                late.count() > 0 ? fmt::format("up to {} late", counted(late.count(), "day")) : ""},
               ", ")));
  return joined(parts, "; ");
}

bool is_late(const std::vector<insight::OpenBefore>& weeks) {
  return std::ranges::any_of(weeks, [](const auto& week) { return week.late > calendar::Days{0}; });
}

}  // namespace gradus::report
