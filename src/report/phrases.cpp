#include "report/phrases.hpp"

#include "gradus/report/views.hpp"

#include "report/requirement_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>
#include <variant>

namespace gradus::report {
namespace {

bool is_free(const curriculum::Resource& resource) {
  return resource.usd->cents() == 0 && (!resource.usd_to || resource.usd_to->cents() == 0);
}

std::string per_text(const std::string& per) {
  if (per == "month" || per == "year") return " a " + per;
  return per.empty() ? "" : " " + per;
}

std::string_view word_of(rules::Truth truth) {
  switch (truth) {
    case rules::Truth::pass:
      return "met";
    case rules::Truth::fail:
      return "open";
    case rules::Truth::unknown:
      return "unknown";
  }
  return "";
}

// A leaf with its requirement and outcome: "open: the artefact w14-spark-job".
std::string part_line(const curriculum::Requirement* requirement, const rules::Outcome& outcome,
                      bool wanted) {
  const auto truth = wanted ? outcome.truth : rules::negate(outcome.truth);
  auto line = fmt::format("{}{}: ", word_of(truth), wanted ? "" : " (must not hold)");
  if (requirement == nullptr) return line + describe(outcome);
  line += requirement_text(*requirement);
  const bool measured = std::holds_alternative<curriculum::Measure>(requirement->form);
  return measured && truth != rules::Truth::pass ? line + ": " + describe(outcome) : line;
}

// The leaves of all, any, some and not, one per line. `wanted`: false for what must not hold.
void append_parts(std::vector<Line>& lines, const curriculum::Requirement* requirement,
                  const rules::Outcome& outcome, bool wanted = true) {
  const auto asked = requirement == nullptr ? std::span<const curriculum::Requirement>()
                                            : curriculum::parts_of(*requirement);
  const bool inverse =
      requirement != nullptr && std::holds_alternative<curriculum::Not>(requirement->form);
  for (std::size_t i = 0; i < outcome.parts.size(); ++i) {
    const auto& part = outcome.parts[i];
    const auto* of_part = i < asked.size() ? &asked[i] : nullptr;
    if (part.parts.empty())
      lines.emplace_back(part_line(of_part, part, wanted != inverse));
    else
      append_parts(lines, of_part, part, wanted != inverse);
  }
}

}  // namespace

std::string number_text(double number) {
  auto text = fmt::format("{:.4f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string whole_percent(double share) {
  return fmt::format("{}%", std::lround(share * 100));
}

std::string day_text(calendar::Date date) {
  return date.with_weekday();
}

std::string span_text(calendar::Date from, calendar::Date to) {
  return from.iso() + " → " + to.iso();
}

std::string finish_text(const plan::Plan& plan) {
  const auto first =
      plan.slip().count() == 0 ? "" : fmt::format(" ({})", plan.baseline_finish.iso());
  return fmt::format("{}, {}{}", day_text(plan.finish()), slip_text(plan.slip()), first);
}

std::string slip_text(calendar::Days slip) {
  if (slip.count() == 0) return "as first planned";
  const auto days = counted(std::abs(slip.count()), "day");
  return fmt::format("{} {} than first planned", days, slip.count() > 0 ? "later" : "earlier");
}

std::string done_text(calendar::Minutes done, calendar::Minutes planned) {
  auto text =
      fmt::format("{} of {}", calendar::format_duration(done), calendar::format_duration(planned));
  if (done == planned) return text;
  if (done < planned) return text + ", " + calendar::format_duration(planned - done) + " to go";
  return text + ", " + calendar::format_duration(done - planned) + " over";
}

std::string block_text(const plan::Block& block) {
  const auto at = block.at ? block.at->text() + " " : std::string();
  return fmt::format("{}{} {}", at, calendar::name(block.kind),
                     calendar::format_duration(block.minutes));
}

std::string price_text(const curriculum::Resource& resource) {
  if (!resource.usd) return "price unknown";
  if (is_free(resource)) return "free";
  auto amount = resource.usd->text();
  if (resource.usd_to && *resource.usd_to != *resource.usd) amount += "–" + resource.usd_to->text();
  return amount + " USD" + per_text(resource.per);
}

Mark mark_of(rules::Status status, bool still_open) {
  switch (status) {
    case rules::Status::pass:
      return {"PASS", Tone::good};
    case rules::Status::fail:
      return still_open ? Mark{"OPEN", Tone::plain} : Mark{"FAIL", Tone::bad};
    case rules::Status::unknown:
      return {"UNKNOWN", Tone::faint};
    case rules::Status::waived:
      return {"WAIVED", Tone::strong};
  }
  return {"", Tone::plain};
}

std::vector<Line> steps(const rules::CriterionResult& criterion, const std::string& how) {
  if (criterion.status == rules::Status::pass) return {};
  if (criterion.waiver) return {describe(*criterion.waiver)};
  std::vector<Line> lines;
  if (!how.empty()) lines.emplace_back("how: " + how);
  if (!criterion.repeat.empty()) {
    std::string weeks;
    for (const auto& week : criterion.repeat) weeks += (weeks.empty() ? "" : ", ") + week.text();
    lines.emplace_back("until it passes, repeat " + weeks);
  }
  return lines;
}

Item criterion_item(const rules::CriterionResult& criterion, const Mark& mark, Detail detail) {
  Item item{mark.text, mark.tone, criterion.title, {}};
  const auto outcome = describe(criterion.outcome);
  item.details.emplace_back(
      detail == Detail::outcome ? outcome : fmt::format("{}: {}", criterion.id.text(), outcome));
  if (detail != Detail::full) {
    if (criterion.waiver) item.details.emplace_back(describe(*criterion.waiver));
    return item;
  }
  if (criterion.status != rules::Status::pass && !criterion.waiver) {
    const auto& requirement = criterion.requirement;
    append_parts(item.details, requirement ? &*requirement : nullptr, criterion.outcome);
  }
  std::ranges::move(steps(criterion, criterion.how), std::back_inserter(item.details));
  return item;
}

std::string met_text(std::size_t met, std::size_t waived, std::size_t total) {
  auto text = fmt::format("{} of {} met", met, counted(total, "criterion", "criteria"));
  return waived == 0 ? text : fmt::format("{}, {} waived", text, waived);
}

std::string met_text(const rules::Verdict& verdict) {
  return met_text(verdict.met, rules::waived(verdict), verdict.criteria.size());
}

std::string describe(const rules::Waiver& waiver) {
  const auto until = waiver.until ? fmt::format(" until {}", waiver.until->iso()) : std::string();
  return fmt::format("waived on {}{}: {}", waiver.on.iso(), until, waiver.reason);
}

std::string passed_text(calendar::Date on, const rules::Verdict& verdict) {
  const auto left = rules::unmet(verdict);
  if (left == 0) return fmt::format("passed {}", on.iso());
  return fmt::format("passed {} with {} unmet", on.iso(), counted(left, "criterion", "criteria"));
}

std::string lapsed_text(const std::vector<rules::CriterionResult>& lapsed, std::size_t total) {
  std::string titles;
  for (const auto& criterion : lapsed) titles += (titles.empty() ? "" : "; ") + criterion.title;
  return fmt::format("today {} of its {} would not be met: {}", lapsed.size(),
                     counted(total, "criterion", "criteria"), titles);
}

Item plain_item(Line text) {
  return {"", Tone::plain, std::move(text), {}};
}

ItemList warning_list(const std::vector<plan::Warning>& warnings) {
  ItemList list;
  for (const auto& warning : warnings)
    list.items.push_back({"WARNING", Tone::bad, warning.message, {}});
  return list;
}

std::string first_to_upper(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result.front() >= 'a' && result.front() <= 'z') {
    result.front() = static_cast<char>(result.front() - 'a' + 'A');
  }
  return result;
}

}  // namespace gradus::report
