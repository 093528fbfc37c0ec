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
#include <string_view>
#include <utility>
#include <vector>

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

// Weeks of the open tier before the current one that are not done, then the current one and the
// next.
std::vector<insight::WeekValues> open_and_ahead(const ProgressReport& progress) {
  std::vector<insight::WeekValues> weeks;
  const auto& now = progress.now;
  if (progress.ahead.empty() || now.tier == nullptr || !now.week) return weeks;
  std::ranges::copy_if(progress.plan.weeks, std::back_inserter(weeks), [&](const auto& week) {
    return week.week.load.tier == now.tier->id && week.week.number < now.week->week.number &&
           !week.done();
  });
  std::ranges::copy(progress.ahead, std::back_inserter(weeks));
  return weeks;
}

// "7 days over"; empty for a day that isn't.
std::string since(calendar::Date day, calendar::Date today, std::string_view word) {
  const auto days = (today - day).count();
  return days > 0 ? fmt::format("{} {}", counted(days, "day"), word) : std::string();
}

// "2h10m", "0m, 8 problems"
std::string left_text(const insight::Amounts& sums) {
  const int problems = sums.problems - sums.problems_done;
  return calendar::format_duration(sums.left) +
         (problems > 0 ? ", " + counted(problems, "problem") : "");
}

Table weeks_table(const std::vector<insight::WeekValues>& weeks, calendar::Date today) {
  Table table{
      {{"#", Align::right}, {"from", Align::right}, {"to", Align::right}, {"week"}, {"left"}}, {}};
  const bool late = std::ranges::any_of(
      weeks, [&](const insight::WeekValues& week) { return week.week.dates.to < today; });
  if (late) table.columns.push_back({"late"});
  table.rows.reserve(weeks.size());
  for (const auto& week : weeks) {
    const auto& dates = week.week.dates;
    auto& row = table.rows.emplace_back(std::vector<Cell>{{std::to_string(week.week.number)},
                                                          {dates.from.iso()},
                                                          {dates.to.iso()},
                                                          {title_text(week.week)},
                                                          {left_text(insight::amounts(week))}});
    if (late) row.push_back({since(dates.to, today, "over")});
  }
  return table;
}

ItemList due_artefacts(const std::vector<insight::WeekValues>& weeks, calendar::Date today) {
  ItemList list;
  for (const auto& week : weeks) {
    for (const auto& [artefact, due, delivered, late] : week.artefacts) {
      if (delivered) continue;
      const auto over = since(due, today, "late");
      list.items.push_back(plain_item(
          fmt::format("by {}: {}{}", due.iso(), artefact.title, over.empty() ? "" : ", " + over)));
    }
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

Section what_comes_next(const ProgressReport& progress) {
  const auto weeks = open_and_ahead(progress);
  return {"What comes next",
          {weeks_table(weeks, progress.date), due_artefacts(weeks, progress.date)}};
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
