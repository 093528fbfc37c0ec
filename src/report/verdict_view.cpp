#include "gradus/report/views.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

namespace gradus::report {
namespace {

constexpr std::string_view finish = "finish";

std::string state_text(const rules::Verdict& verdict) {
  const auto left = verdict.criteria.size() - verdict.met;
  const auto waived = verdict.ready && left > 0 ? fmt::format(" ({} waived)", left) : std::string();
  if (verdict.tier == finish) {
    if (verdict.criteria.empty()) return "The curriculum asks for nothing at its end.";
    return verdict.ready ? "Everything the curriculum asks for at its end is there" + waived + "."
                         : "The check at the curriculum's end is not met yet.";
  }
  switch (verdict.state) {
    case rules::TierState::passed:
      return "The tier is passed, and stays passed.";
    case rules::TierState::locked:
      return "The tier is locked: the one before it has to be passed first.";
    case rules::TierState::open:
      return verdict.ready ? "The tier is open and may be passed" + waived + "."
                           : "The tier is open: not every criterion is met yet.";
  }
  return "";
}

}  // namespace

Document verdict_view(const rules::Verdict& verdict) {
  Document document;
  document.parts.emplace_back(
      Heading{1, verdict.criteria.empty() ? verdict.title
                                          : fmt::format("{}: {} of {} criteria met", verdict.title,
                                                        verdict.met, verdict.criteria.size())});
  document.parts.emplace_back(Paragraph{state_text(verdict)});
  ItemList criteria;
  for (const auto& criterion : verdict.criteria)
    criteria.items.push_back(criterion_item(criterion));
  if (!criteria.items.empty()) document.parts.emplace_back(std::move(criteria));
  if (verdict.ready && verdict.state == rules::TierState::open && verdict.tier != finish) {
    document.parts.emplace_back(
        Command{"gradus unlock " + verdict.tier, "passes the tier and opens the next"});
  }
  return document;
}

}  // namespace gradus::report
