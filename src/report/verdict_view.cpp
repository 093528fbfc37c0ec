#include "gradus/report/views.hpp"

#include "report/entry_text.hpp"
#include "report/phrases.hpp"
#include "report/verdict_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::report {
namespace {

std::string state_text(const rules::Verdict& verdict) {
  if (verdict.tier == rules::finish_gate) {
    if (verdict.criteria.empty()) return "The curriculum asks for nothing at its end.";
    return verdict.ready ? "Everything the curriculum asks for at its end is done."
                         : "Not everything the curriculum asks for at its end is done yet.";
  }
  switch (verdict.state) {
    case rules::TierState::passed:
      return "The tier is passed, and stays passed.";
    case rules::TierState::locked:
      return "The tier is locked: the one before it has to be passed first. Work done for it is "
             "kept, and counts once it opens.";
    case rules::TierState::open:
      return verdict.ready ? "The tier is open and may be passed."
                           : "The tier is open: not every criterion is met yet.";
  }
  return "";
}

std::string heading(const rules::Verdict& verdict) {
  if (verdict.criteria.empty()) return verdict.title;
  return fmt::format("{}: {}", verdict.title, met_text(verdict));
}

// A few of the entries that counted then; --json has all that are stored.
std::vector<Item> kept_evidence(const rules::Evidence& evidence, const ShortIds& ids) {
  constexpr std::size_t shown = 3;
  if (evidence.total == 0) return {};
  auto lines = evidence.words;
  for (const auto& entry : evidence.newest) lines.push_back(entry_line(entry, ids));
  lines.resize(std::min(lines.size(), shown));
  auto counted = plain_item(fmt::format("counted then, {}:", evidence.total));
  for (const auto& line : lines) counted.items.push_back(plain_item(line));
  if (evidence.total > shown)
    counted.items.push_back(plain_item(fmt::format("and {} more", evidence.total - shown)));
  return {std::move(counted)};
}

// With `ids`, each criterion has its stored evidence.
ItemList criteria_list(const std::vector<rules::CriterionResult>& criteria, bool still_open,
                       const ShortIds* ids = nullptr) {
  ItemList list;
  for (const auto& criterion : criteria) {
    auto item = criterion_item(criterion, mark_of(criterion.status, still_open), Detail::full);
    if (ids != nullptr) item.items = kept_evidence(criterion.evidence, *ids);
    list.items.push_back(std::move(item));
  }
  return list;
}

Command unlock_command(const rules::Verdict& verdict) {
  const bool may_pass = verdict.ready && verdict.state == rules::TierState::open &&
                        verdict.tier != rules::finish_gate;
  if (!may_pass) return {};
  return {"gradus unlock " + verdict.tier, "passes the tier and opens the next"};
}

}  // namespace

Document view(const rules::PassedGate& gate, const ShortIds& ids) {
  Section section{
      heading(gate.verdict),
      {Paragraph{fmt::format("The tier was {}, and stays passed. This is how it was then.",
                             passed_text(gate.on, gate.verdict))},
       criteria_list(gate.verdict.criteria, false, &ids)}};
  if (!gate.lapsed.empty()) {
    section.parts.emplace_back(
        Paragraph{first_to_upper(lapsed_text(gate.lapsed, gate.verdict.criteria.size()))});
    section.parts.emplace_back(criteria_list(gate.lapsed, false));
  }
  return {{std::move(section)}};
}

Section verdict_section(const rules::Verdict& verdict, ItemList criteria) {
  return {heading(verdict),
          {Paragraph{state_text(verdict)}, std::move(criteria), unlock_command(verdict)}};
}

Document view(const rules::Verdict& verdict) {
  return {{verdict_section(verdict, criteria_list(verdict.criteria, rules::still_open(verdict)))}};
}

}  // namespace gradus::report
