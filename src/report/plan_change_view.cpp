#include "gradus/plan/difference.hpp"
#include "gradus/report/plan_changes.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

std::string dates_of(const std::optional<plan::TierSpan>& span) {
  if (!span) return "not in the plan";
  return fmt::format("{}, {}", span_text(span->from, span->to), counted(span->weeks, "week"));
}

// Its id if the curriculum no longer has it.
std::string tier_title(const curriculum::Curriculum& curriculum, const curriculum::TierId& id) {
  const auto found = std::ranges::find(curriculum.tiers, id, &curriculum::Tier::id);
  return found == curriculum.tiers.end() ? id.text() : found->title;
}

std::string finish_step(const plan::Plan& before, const plan::Plan& after) {
  const auto days = (after.finish() - before.finish()).count();
  if (days == 0) return "the finish stays where it was";
  return fmt::format("the finish moves {} {} (it was {})", counted(std::abs(days), "day"),
                     days > 0 ? "later" : "earlier", day_text(before.finish()));
}

std::string instead(plan::Minutes now, const char* each, plan::Minutes was) {
  return fmt::format("{} a {} instead of {}", calendar::format_duration(now), each,
                     calendar::format_duration(was));
}

// A tier with more to do but less in each plan week, as one more short week makes it, is told by
// its sum.
std::string tier_step(const plan::TierSpan& was, const plan::TierSpan& now) {
  const bool more_but_less = now.minutes > was.minutes && now.per_week() < was.per_week();
  const bool less_but_more = now.minutes < was.minutes && now.per_week() > was.per_week();
  if (more_but_less || less_but_more)
    return fmt::format("{} in {} instead of {}", calendar::format_duration(now.minutes),
                       counted(now.weeks, "week"), calendar::format_duration(was.minutes));
  return instead(now.per_week(), "plan week", was.per_week());
}

// What the step does to the hours a week, free and planned.
std::vector<std::string> hours_step(const PlanChange& change) {
  std::vector<std::string> words;
  const auto& was = change.frame_before;
  const auto& now = change.frame;
  if (now.available.per_week() != was.available.per_week())
    words.push_back(instead(now.available.per_week(), "week", was.available.per_week()));
  else if (now.available != was.available)
    words.emplace_back("other slots");
  if (now.fit != was.fit)
    words.push_back(fmt::format("fit {} instead of {}", plan::name(now.fit), plan::name(was.fit)));
  bool reshaped = false;
  for (const auto& tier : plan::difference(change.before, change.after.plan)) {
    if (!tier.was || !tier.now || tier.was->per_week() == tier.now->per_week()) continue;
    words.push_back(fmt::format("{} {}", tier_title(change.after.curriculum, tier.tier),
                                tier_step(*tier.was, *tier.now)));
    reshaped = true;
  }
  if (reshaped && now.fit == plan::Fit::flow)
    words.emplace_back("fit flow fills the slots all the same");
  if (words.empty()) words.emplace_back("as many hours a week as before");
  return words;
}

std::string step_text(const PlanChange& change) {
  return fmt::format("{}; {}", finish_step(change.before, change.after.plan),
                     fmt::join(hours_step(change), "; "));
}

std::string weeks_text(std::size_t now, std::size_t was) {
  if (now == was) return fmt::format("{}, as before", now);
  return fmt::format("{} instead of {}", now, was);
}

bool changes_week(const PlanChange& change) {
  return change.frame.available != change.frame_before.available ||
         change.frame.fit != change.frame_before.fit;
}

std::string week_text(const plan::Frame& frame) {
  return fmt::format("{}, fit {}: {}", calendar::format_duration(frame.available.per_week()),
                     plan::name(frame.fit), frame.available.spec());
}

}  // namespace

Document view(const PlanChange& change) {
  const auto& after = change.after.plan;
  FactList facts{{{"This step", step_text(change)},
                  {"Finish", finish_text(after)},
                  {"Weeks", weeks_text(after.weeks.size(), change.before.weeks.size())}}};
  if (change.shows_week || changes_week(change))
    facts.facts.emplace_back("Your week", week_text(change.frame));
  Document document{{std::move(facts)}};
  Table table{{{"tier"}, {"was"}, {"now"}}, {}};
  for (const auto& shift : plan::difference(change.before, after)) {
    if (!shift.moved()) continue;
    table.rows.push_back({{tier_title(change.after.curriculum, shift.tier)},
                          {dates_of(shift.was)},
                          {dates_of(shift.now)}});
  }
  if (table.rows.empty())
    document.parts.emplace_back(Paragraph{"No tier moves."});
  else
    document.parts.emplace_back(std::move(table));
  document.parts.emplace_back(warning_list(after.warnings));
  return document;
}

}  // namespace gradus::report
