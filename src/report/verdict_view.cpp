#include "gradus/report/views.hpp"

#include "report/entry_text.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::report {
namespace {

std::string state_text(const rules::Verdict& verdict) {
  if (verdict.tier == rules::finish_gate) {
    if (verdict.criteria.empty()) return "The curriculum asks for nothing at its end.";
    return verdict.ready ? "Everything the curriculum asks for at its end is there."
                         : "The check at the curriculum's end is not met yet.";
  }
  switch (verdict.state) {
    case rules::TierState::passed:
      return "The tier is passed, and stays passed.";
    case rules::TierState::locked:
      return "The tier is locked: the one before it has to be passed first. What is done for it is "
             "kept, and counts once it opens.";
    case rules::TierState::open:
      return verdict.ready ? "The tier is open and may be passed."
                           : "The tier is open: not every criterion is met yet.";
  }
  return "";
}

Heading heading(const rules::Verdict& verdict) {
  if (verdict.criteria.empty()) return {1, verdict.title};
  return {1, fmt::format("{}: {}", verdict.title, met_text(verdict))};
}

// What counted then, a few entries of it: --json has those that are kept.
void add_kept_evidence(Item& item, const rules::Evidence& evidence, const ShortIds& ids) {
  constexpr std::size_t shown = 3;
  if (evidence.total == 0) return;
  auto lines = evidence.words;
  for (const auto& entry : evidence.newest) lines.push_back(entry_line(entry, ids));
  lines.resize(std::min(lines.size(), shown));
  auto counted = plain_item(fmt::format("counted then, {}:", evidence.total));
  for (const auto& line : lines) counted.items.push_back(plain_item(line));
  if (evidence.total > shown)
    counted.items.push_back(plain_item(fmt::format("and {} more", evidence.total - shown)));
  item.items.push_back(std::move(counted));
}

// With `ids`, each criterion with the evidence that is kept of it.
void add_criteria(Document& document, const std::vector<rules::CriterionResult>& criteria,
                  const ShortIds* ids = nullptr) {
  ItemList list;
  for (const auto& criterion : criteria) {
    list.items.push_back(criterion_item(criterion));
    if (ids != nullptr) add_kept_evidence(list.items.back(), criterion.evidence, *ids);
  }
  if (!list.items.empty()) document.parts.emplace_back(std::move(list));
}

}  // namespace

Document passed_gate_view(const rules::PassedGate& gate, const ShortIds& ids) {
  Document document;
  document.parts.emplace_back(heading(gate.verdict));
  document.parts.emplace_back(
      Paragraph{fmt::format("The tier was {}, and stays passed. This is how it stood then.",
                            passed_text(gate.on, gate.verdict))});
  add_criteria(document, gate.verdict.criteria, &ids);
  if (!gate.lapsed.empty()) {
    document.parts.emplace_back(
        Paragraph{first_to_upper(lapsed_text(gate.lapsed, gate.verdict.criteria.size()))});
    add_criteria(document, gate.lapsed);
  }
  return document;
}

Document verdict_view(const rules::Verdict& verdict) {
  Document document;
  document.parts.emplace_back(heading(verdict));
  document.parts.emplace_back(Paragraph{state_text(verdict)});
  add_criteria(document, verdict.criteria);
  if (verdict.ready && verdict.state == rules::TierState::open &&
      verdict.tier != rules::finish_gate) {
    document.parts.emplace_back(
        Command{"gradus unlock " + verdict.tier, "passes the tier and opens the next"});
  }
  return document;
}

}  // namespace gradus::report
