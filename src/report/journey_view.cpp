#include "gradus/report/views.hpp"

#include "report/phrases.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace gradus::report {
namespace {

using insight::Journey;
using insight::TierJourney;

struct Problems {
  int solved = 0;
  int target = 0;
};

Problems problems_of(const Journey& journey) {
  Problems sum;
  for (const auto& topic : journey.topics) {
    sum.solved += topic.solved();
    sum.target += topic.target;
  }
  return sum;
}

std::size_t tiers_passed(const Journey& journey) {
  return static_cast<std::size_t>(
      std::ranges::count(journey.tiers, rules::TierState::passed, &TierJourney::state));
}

const TierJourney* open_tier(const Journey& journey) {
  const auto open = std::ranges::find(journey.tiers, rules::TierState::open, &TierJourney::state);
  return open == journey.tiers.end() ? nullptr : &*open;
}

// For a reader who has never heard of gradus.
Paragraph introduction(const Journey& journey) {
  return {fmt::format(
      "This is the log of one learner's way through the curriculum “{}”. It {} on {} and, by the "
      "present plan, ends on {}, {}.",
      journey.curriculum_title, journey.start <= journey.date ? "began" : "begins",
      journey.start.iso(), journey.finish.iso(), slip_text(journey.slip))};
}

Paragraph explanation() {
  return {
      "A tier is a stage of the curriculum, some weeks long. Each ends at a gate: criteria "
      "that all have to be met before the next tier opens."};
}

Paragraph position(const Journey& journey) {
  const auto total = journey.tiers.size();
  const auto* tier = open_tier(journey);
  if (tier == nullptr || !journey.now.week) {
    return {fmt::format("On {} all {} are passed.", journey.date.iso(), counted(total, "tier"))};
  }
  const auto number = static_cast<std::size_t>(tier - journey.tiers.data()) + 1;
  int weeks = 0;
  for (const auto& each : journey.tiers) weeks += each.span.weeks;
  const auto& week = journey.now.week->week;
  return {fmt::format(
      "On {} the learner is in tier {} of {}, {}, in week {} of {}, {}; {} of the tier's {} "
      "criteria are met.",
      journey.date.iso(), number, total, tier->title, week.number, weeks, title_text(week),
      tier->gate.met, tier->gate.criteria.size())};
}

BarList at_a_glance(const Journey& journey) {
  const auto passed = tiers_passed(journey);
  const auto problems = problems_of(journey);
  BarList list;
  list.bars.push_back(
      {"Tiers", share(static_cast<double>(passed), static_cast<double>(journey.tiers.size())),
       fmt::format("{} of {} passed", passed, journey.tiers.size())});
  list.bars.push_back({"Hours",
                       share(static_cast<double>(journey.actual.count()),
                             static_cast<double>(journey.planned.count())),
                       fmt::format("{} of {} planned: {} reading, {} hands-on",
                                   calendar::format_duration(journey.actual),
                                   calendar::format_duration(journey.planned),
                                   calendar::format_duration(journey.read),
                                   calendar::format_duration(journey.hands_on))});
  if (problems.target > 0) {
    list.bars.push_back({"Problems", share(problems.solved, problems.target),
                         fmt::format("{} of {} solved", problems.solved, problems.target)});
  }
  return list;
}

std::string state_text(const TierJourney& tier) {
  if (tier.passed_on) return passed_text(*tier.passed_on, tier.gate);
  return std::string(name(tier.state));
}

Table tiers_table(const Journey& journey) {
  Table table{{{"tier"},
               {"planned to", Align::right},
               {"passed", Align::right},
               {"criteria", Align::right},
               {"hours", Align::right},
               {"problems", Align::right}},
              {}};
  for (const auto& tier : journey.tiers) {
    const auto tone = tier.state == rules::TierState::passed ? Tone::good
                      : tier.state == rules::TierState::open ? Tone::strong
                                                             : Tone::faint;
    table.rows.push_back(
        {{tier.title, tone},
         {tier.span.to.iso()},
         {tier.passed_on ? tier.passed_on->iso() : std::string(name(tier.state)), tone},
         {fmt::format("{}/{}", tier.gate.met, tier.gate.criteria.size())},
         {fmt::format("{}/{}", calendar::format_duration(tier.actual),
                      calendar::format_duration(tier.planned))},
         {tier.problems_target == 0 && tier.problems_solved == 0
              ? ""
              : fmt::format("{}/{}", tier.problems_solved, tier.problems_target)}});
  }
  return table;
}

enum class Proof { given, waived, missing };

Proof proof(const rules::CriterionResult& criterion) {
  if (criterion.status == rules::Status::waived) return Proof::waived;
  return criterion.status == rules::Status::pass ? Proof::given : Proof::missing;
}

// With their numbers only: how to get there is the learner's business.
ItemList criteria(const TierJourney& tier, Proof which) {
  ItemList list;
  for (const auto& criterion : tier.gate.criteria) {
    if (proof(criterion) != which) continue;
    auto item = criterion_item(criterion);
    item.details = {describe(criterion.outcome)};
    if (criterion.waiver) item.details.push_back(describe(*criterion.waiver));
    list.items.push_back(std::move(item));
  }
  return list;
}

ItemList artefacts(const Journey& journey) {
  ItemList list;
  for (const auto& artefact : journey.artefacts) {
    Item item{"", Tone::plain, artefact.title, {}};
    item.details.push_back(
        fmt::format("{}{}", artefact.on.iso(), artefact.verified ? ", verified" : ""));
    if (artefact.url) item.details.push_back(*artefact.url);
    if (artefact.path) item.details.push_back(*artefact.path);
    list.items.push_back(std::move(item));
  }
  return list;
}

Table topics_table(const Journey& journey) {
  Table table{{{"topic"},
               {"easy", Align::right},
               {"medium", Align::right},
               {"hard", Align::right},
               {"solved", Align::right},
               {"of", Align::right}},
              {}};
  for (const auto& topic : journey.topics) {
    table.rows.push_back({{topic.title},
                          {std::to_string(topic.easy)},
                          {std::to_string(topic.medium)},
                          {std::to_string(topic.hard)},
                          {std::to_string(topic.solved())},
                          {topic.target > 0 ? std::to_string(topic.target) : ""}});
  }
  return table;
}

Table weeks_ahead(const Journey& journey) {
  Table table{{{"#", Align::right},
               {"from", Align::right},
               {"to", Align::right},
               {"week"},
               {"hours", Align::right}},
              {}};
  for (const auto& week : journey.ahead) {
    table.rows.push_back({{std::to_string(week.week.number)},
                          {week.week.dates.from.iso()},
                          {week.week.dates.to.iso()},
                          {title_text(week.week)},
                          {calendar::format_duration(week.progress.planned)}});
  }
  return table;
}

ItemList due_ahead(const Journey& journey) {
  ItemList list;
  for (const auto& week : journey.ahead) {
    for (const auto& [artefact, due, delivered] : week.artefacts) {
      if (delivered) continue;
      list.items.push_back(plain_item(fmt::format("by {}: {}", due.iso(), artefact.title)));
    }
  }
  return list;
}

void add_proven(Document& document, const Journey& journey) {
  document.parts.emplace_back(Heading{2, "What is proven"});
  const auto before = document.parts.size();
  for (const auto& tier : journey.tiers) {
    auto items = criteria(tier, Proof::given);
    if (items.items.empty()) continue;
    document.parts.emplace_back(Heading{3, tier.title + ", " + state_text(tier)});
    document.parts.emplace_back(std::move(items));
    if (!tier.lapsed.empty()) {
      document.parts.emplace_back(
          Paragraph{fmt::format("This is how it stood when the tier was passed; {}.",
                                lapsed_text(tier.lapsed, tier.gate.criteria.size()))});
    }
  }
  if (auto items = artefacts(journey); !items.items.empty()) {
    document.parts.emplace_back(Heading{3, "Artefacts delivered"});
    document.parts.emplace_back(std::move(items));
  }
  if (problems_of(journey).solved > 0) {
    document.parts.emplace_back(Heading{3, "Problems solved, by topic"});
    document.parts.emplace_back(topics_table(journey));
  }
  if (document.parts.size() == before) document.parts.emplace_back(Paragraph{"Nothing yet."});
}

// What no gate holds up, and nobody should take for met.
void add_exceptions(Document& document, const Journey& journey) {
  Document exceptions;
  for (const auto& tier : journey.tiers) {
    auto items = criteria(tier, Proof::waived).items;
    if (tier.passed_on)
      std::ranges::move(criteria(tier, Proof::missing).items, std::back_inserter(items));
    if (items.empty()) continue;
    exceptions.parts.emplace_back(Heading{3, tier.title + ", " + state_text(tier)});
    exceptions.parts.emplace_back(ItemList{std::move(items)});
  }
  if (exceptions.parts.empty()) return;
  document.parts.emplace_back(Heading{2, "What was waived or left unmet"});
  std::ranges::move(exceptions.parts, std::back_inserter(document.parts));
}

void add_missing(Document& document, const Journey& journey) {
  document.parts.emplace_back(Heading{2, "What is missing"});
  const auto* tier = open_tier(journey);
  if (tier == nullptr) {
    const auto& now = journey.now;
    if (now.criteria_total == 0) {
      document.parts.emplace_back(
          Paragraph{"Nothing: every tier is passed, and the curriculum asks for nothing more."});
      return;
    }
    auto text = "At its end the curriculum asks for more: " +
                met_text(now.criteria_met, now.criteria_waived, now.criteria_total);
    if (now.first_unmet) text += "; open is: " + now.first_unmet->title;
    document.parts.emplace_back(Paragraph{text + "."});
    return;
  }
  auto items = criteria(*tier, Proof::missing);
  if (items.items.empty()) {
    document.parts.emplace_back(
        Paragraph{fmt::format("Nothing: the gate of {} may be passed.", tier->title)});
  } else {
    document.parts.emplace_back(Paragraph{fmt::format("To pass {}:", tier->title)});
    document.parts.emplace_back(std::move(items));
  }
}

void add_next(Document& document, const Journey& journey) {
  if (journey.ahead.empty()) return;
  document.parts.emplace_back(Heading{2, "What comes next"});
  document.parts.emplace_back(weeks_ahead(journey));
  if (auto items = due_ahead(journey); !items.items.empty()) {
    document.parts.emplace_back(std::move(items));
  }
}

}  // namespace

Document journey_view(const Journey& journey) {
  Document document;
  document.parts.emplace_back(
      Heading{1, fmt::format("Progress report: {}", journey.curriculum_title)});
  document.parts.emplace_back(introduction(journey));
  document.parts.emplace_back(position(journey));
  document.parts.emplace_back(explanation());
  document.parts.emplace_back(at_a_glance(journey));
  document.parts.emplace_back(Heading{2, "Tiers"});
  document.parts.emplace_back(tiers_table(journey));
  add_proven(document, journey);
  add_exceptions(document, journey);
  add_missing(document, journey);
  add_next(document, journey);
  document.parts.emplace_back(Heading{2, "How to read this"});
  document.parts.emplace_back(Paragraph{
      "Hours, problems and signatures are the learner's own log. “Verified” means that gradus "
      "found the artefact's files or its git history."});
  return document;
}

}  // namespace gradus::report
