#include "report/progress_parts.hpp"

#include "gradus/report/links.hpp"

#include "report/module_parts.hpp"
#include "report/phrases.hpp"
#include "report/progress_charts.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace gradus::report {

using insight::ProgressReport;
using insight::TierReport;

namespace {

std::string state_text(const TierReport& tier) {
  if (tier.passed_on) return passed_text(*tier.passed_on, tier.gate);
  return std::string(name(tier.state));
}

Proof proof(const rules::CriterionResult& criterion) {
  if (criterion.status == rules::Status::waived) return Proof::waived;
  return criterion.status == rules::Status::pass ? Proof::given : Proof::missing;
}

ItemList artefacts(const ProgressReport& progress) {
  ItemList list;
  for (const auto& artefact : progress.artefacts) {
    Item item{"", Tone::plain, artefact.title, {}};
    item.details.emplace_back(
        fmt::format("{}{}", artefact.on.iso(), artefact.verified ? ", verified" : ""));
    if (artefact.url && is_link(*artefact.url)) item.details.emplace_back(Link{"", *artefact.url});
    list.items.push_back(std::move(item));
  }
  return list;
}

}  // namespace

ItemList criteria(const TierReport& tier, Proof which) {
  ItemList list;
  for (const auto& criterion : tier.gate.criteria) {
    if (proof(criterion) != which) continue;
    auto item = criterion_item(criterion, mark_of(criterion.status, rules::still_open(tier.gate)),
                               Detail::outcome);
    const auto signature = tier.signed_with.find(criterion.id);
    if (signature != tier.signed_with.end() && is_link(signature->second))
      item.details.emplace_back(Link{"", signature->second});
    list.items.push_back(std::move(item));
  }
  return list;
}

Table weeks_ahead(const ProgressReport& progress) {
  Table table{{{"#", Align::right},
               {"from", Align::right},
               {"to", Align::right},
               {"week"},
               {"hours", Align::right}},
              {}};
  for (const auto& week : progress.ahead) {
    const auto& dates = week.week.dates;
    const auto over = (progress.date - dates.to).count();
    table.rows.push_back({{std::to_string(week.week.number)},
                          {std::max(dates.from, progress.date).iso()},
                          {over > 0 ? counted(over, "day") + " over" : dates.to.iso()},
                          {title_text(week.week)},
                          {calendar::format_duration(week.progress.planned)}});
  }
  return table;
}

ItemList due_ahead(const ProgressReport& progress) {
  ItemList list;
  for (const auto& week : progress.ahead) {
    for (const auto& [artefact, due, delivered, late] : week.artefacts) {
      if (delivered) continue;
      list.items.push_back(plain_item(fmt::format("by {}: {}", due.iso(), artefact.title)));
    }
  }
  return list;
}

std::string solved_words(const ProgressReport& progress) {
  auto words = fmt::format("{} of {} solved", progress.problems_solved, progress.problems_target);
  if (progress.problems_open > progress.problems_target - progress.problems_solved &&
      progress.problems_open > 0)
    words += fmt::format(", {} planned {} open", progress.problems_open,
                         progress.problems_open == 1 ? "one" : "ones");
  return words;
}

Section proven(const ProgressReport& progress) {
  Section section{"What is proven", {}};
  auto& parts = section.parts;
  for (const auto& tier : progress.tiers) {
    auto items = criteria(tier, Proof::given);
    if (items.items.empty()) continue;
    Section of_tier{tier.title + ", " + state_text(tier), {std::move(items)}};
    if (!tier.lapsed.empty()) {
      of_tier.parts.emplace_back(
          Paragraph{fmt::format("This is how it was when the tier was passed; {}.",
                                lapsed_text(tier.lapsed, tier.gate.criteria.size()))});
    }
    parts.emplace_back(std::move(of_tier));
  }
  parts.emplace_back(Section{"Artefacts delivered", {artefacts(progress)}});
  parts.emplace_back(problems_by_topic(progress));
  if (std::ranges::all_of(parts, is_empty)) parts.emplace_back(Paragraph{"Nothing yet."});
  return section;
}

Section exceptions(const ProgressReport& progress) {
  Section section{"Waived or unmet criteria", {}};
  for (const auto& tier : progress.tiers) {
    auto list = criteria(tier, Proof::waived);
    if (tier.passed_on)
      std::ranges::move(criteria(tier, Proof::missing).items, std::back_inserter(list.items));
    section.parts.emplace_back(Section{tier.title + ", " + state_text(tier), {std::move(list)}});
  }
  return section;
}

ItemList module_items(const ProgressReport& progress) {
  ItemList list;
  list.items.reserve(progress.modules.size());
  for (const auto& state : progress.modules) {
    const bool passed = state.passed().value_or(false);
    list.items.push_back(
        {passed ? "PASS" : "OPEN",
         passed ? Tone::good : Tone::plain,
         state.module.title,
         {fmt::format("{}: checks {}", state.module.id.text(), checks_text(state))}});
  }
  return list;
}

Section how_to_read() {
  return {"How to read this",
          {Paragraph{"Hours, problems and signatures are the learner's own log. “Verified” "
                     "means that gradus found the artefact's files or its git history."}}};
}

}  // namespace gradus::report
