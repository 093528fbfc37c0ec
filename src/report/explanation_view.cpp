#include "gradus/calendar/duration.hpp"
#include "gradus/insight/criterion_command.hpp"
#include "gradus/report/explanation.hpp"
#include "gradus/report/views.hpp"
#include "gradus/report/writers.hpp"

#include "report/entry_text.hpp"
#include "report/phrases.hpp"
#include "report/requirement_text.hpp"
#include "report/text_width.hpp"
#include "report/verdict_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace gradus::report {
namespace {

// "12 of 200 problems, 188 missing, 6% done"; rounded down, so that nothing open reads as done.
std::string progress_text(const rules::Explanation& explanation) {
  constexpr double rounding = 1e-9;  // 0.57 * 100 is a little less than 57
  auto text = describe(explanation.outcome);
  const auto percent = static_cast<int>(std::floor(explanation.done * 100 + rounding));
  if (explanation.outcome.truth == rules::Truth::pass || percent == 0) return text;
  return fmt::format("{}, {}% done", text, percent);
}

// For a part that must not hold.
std::string_view holding_text(rules::Truth truth) {
  switch (truth) {
    case rules::Truth::pass:
      return "this holds";
    case rules::Truth::fail:
      return "this does not hold";
    case rules::Truth::unknown:
      break;
  }
  return "no data yet";
}

// Writes the reasons of one criterion as a tree.
struct ReasonWriter {
  const ExplainedGate& gate;
  const rules::CriterionResult& criterion;

  [[nodiscard]] Item criterion_with_reasons(const rules::Explanation& explanation) const {
    const auto mark = mark_of(criterion.status, rules::still_open(gate.verdict));
    Item item{mark.text, mark.tone, criterion.title, {}};
    item.details = {criterion.id.text() + ": " + progress_text(explanation),
                    "asks for " + requirement_text(*explanation.requirement)};
    std::ranges::move(
        steps(criterion, criterion.how.empty() ? command_of(explanation) : criterion.how),
        std::back_inserter(item.details));
    item.items = reasons(explanation);
    return item;
  }

 private:
  [[nodiscard]] std::string command_of(const rules::Explanation& explanation) const {
    return insight::criterion_command(explanation, gate.verdict.tier, criterion.id);
  }

  [[nodiscard]] Item part(const rules::Explanation& explanation) const {
    const auto status = status_of(explanation.outcome.truth);
    const auto mark = mark_of(status, rules::still_open(gate.verdict));
    Item item{mark.text,
              mark.tone,
              requirement_text(*explanation.requirement),
              {progress_text(explanation)},
              reasons(explanation)};
    if (const auto how = command_of(explanation); status != rules::Status::pass && !how.empty())
      item.details.push_back("how: " + how);
    return item;
  }

  // Under a `not`, where there is nothing to work towards.
  [[nodiscard]] Item unwanted(const rules::Explanation& explanation) const {
    auto item = plain_item(requirement_text(*explanation.requirement));
    item.details.emplace_back(std::string(holding_text(explanation.outcome.truth)));
    for (const auto& each : explanation.parts) item.items.push_back(unwanted(each));
    if (explanation.counted.total > 0) item.items.push_back(counted_entries(explanation.counted));
    return item;
  }

  [[nodiscard]] std::vector<Item> reasons(const rules::Explanation& explanation) const {
    const bool inverse = std::holds_alternative<curriculum::Not>(explanation.requirement->form);
    std::vector<Item> items;
    for (const auto& each : explanation.parts)
      items.push_back(inverse ? unwanted(each) : part(each));
    if (explanation.counted.total > 0) items.push_back(counted_entries(explanation.counted));
    if (explanation.near_misses.total > 0) items.push_back(missed(explanation.near_misses));
    return items;
  }

  [[nodiscard]] Item counted_entries(const journal::Found& found) const {
    auto item = plain_item(
        found.total > found.first.size()
            ? fmt::format("counted, the newest {} of {}:", found.first.size(), found.total)
            : fmt::format("counted, {}:", found.total));
    for (const auto& entry : found.first)
      item.items.push_back(plain_item(entry_line(entry, gate.short_ids)));
    return item;
  }

  [[nodiscard]] Item missed(const rules::NearMisses& misses) const {
    auto item = plain_item(misses.total > misses.nearest.size()
                               ? fmt::format("one condition short, the nearest {} of {}:",
                                             misses.nearest.size(), misses.total)
                               : fmt::format("one condition short, {}:", misses.total));
    for (const auto& miss : misses.nearest)
      item.items.push_back(
          plain_item(lack_text(miss) + ": " + entry_line(miss.entry, gate.short_ids)));
    return item;
  }
};

std::string waited_text(double number, std::string_view unit) {
  if (unit == "minutes") return calendar::format_duration(calendar::Minutes{std::llround(number)});
  return fmt::format("{} {}", number_text(std::round(number * 10) / 10),
                     unit == "usd" ? "USD" : unit);
}

std::string wait_text(const insight::Wait& wait, calendar::Date pace_from) {
  switch (wait.waits) {
    case insight::Waits::one_off:
      return "any day";
    case insight::Waits::pace:
      if (!wait.on) return "too far off to date at the current pace";
      return fmt::format("{}, at {} a week", day_text(*wait.on),
                         waited_text(wait.a_week.value_or(0), wait.unit));
    case insight::Waits::streak:
      if (!wait.on) return "too far off to date";
      return day_text(*wait.on) + ", if you miss no day";
    case insight::Waits::too_early:
      return "no date yet: it takes two weeks of data";
    case insight::Waits::no_pace:
      return fmt::format("no date yet: nothing logged for it since {}", pace_from.iso());
    case insight::Waits::unpredictable:
      break;
  }
  return "no date: more entries alone won't meet it";
}

std::string opening_text(const insight::GateForecast& opening) {
  const auto early = [](const auto& wait) { return wait.waits == insight::Waits::too_early; };
  if (!opening.on && std::ranges::any_of(opening.waits, early))
    return fmt::format("No date yet: there is less than two weeks of data, since {}.",
                       opening.pace_from.iso());
  if (!opening.on) return "No date yet: not everything left can be predicted.";
  if (*opening.on == opening.today) return "It can open today: what is left can be done any day.";
  return fmt::format(
      "At the average pace since {}, days without study included, it can open on {}. "
      "A range from whole weeks, some further back: gradus forecast",
      opening.pace_from.iso(), day_text(*opening.on));
}

Section opening_section(const insight::GateForecast& opening) {
  ItemList list;
  for (const auto& wait : opening.waits)
    list.items.push_back(
        plain_item(wait.criterion.text() + ": " + wait_text(wait, opening.pace_from)));
  return {"When it can open", {Paragraph{opening_text(opening)}, std::move(list)}};
}

ItemList criteria_with_reasons(const ExplainedGate& gate) {
  ItemList list;
  for (std::size_t i = 0; i < gate.verdict.criteria.size(); ++i)
    list.items.push_back(
        ReasonWriter{gate, gate.verdict.criteria[i]}.criterion_with_reasons(gate.criteria.at(i)));
  return list;
}

}  // namespace

Document view(const ExplainedGate& gate) {
  auto section = verdict_section(gate.verdict, criteria_with_reasons(gate));
  if (gate.passed_on)
    section.parts.emplace_back(Paragraph{fmt::format(
        "This is what the journal says today about {}, the day the tier was passed. The verdict "
        "of that day: gradus ready {}",
        gate.passed_on->iso(), gate.verdict.tier)});
  if (gate.opening && !gate.opening->waits.empty())
    section.parts.emplace_back(opening_section(*gate.opening));
  return {{std::move(section)}};
}

}  // namespace gradus::report
