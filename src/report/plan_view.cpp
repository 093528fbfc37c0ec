#include "gradus/report/views.hpp"

#include "report/phrases.hpp"
#include "report/timeline.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace gradus::report {
namespace {

// "12/32"; blank where nothing is asked for: a column of zeros would hide the other numbers.
std::string done_of(std::size_t done, std::size_t all) {
  return all == 0 ? "" : fmt::format("{}/{}", done, all);
}

// "3h/7h"; what is planned alone, as long as nothing was studied.
std::string hours_of(const insight::Amounts& amounts) {
  const auto planned = calendar::format_duration(amounts.planned);
  if (amounts.actual.count() == 0) return planned;
  return fmt::format("{}/{}", calendar::format_duration(amounts.actual), planned);
}

// Once a re-plan has put something in the past, less remains than was planned.
bool shows_left(const insight::PlanValues& values) {
  return values.total.remaining != values.total.planned;
}

// The weeks of a plan, below the span and sums of their tier.
class WeeksTable {
 public:
  WeeksTable(const insight::PlanValues& values, const curriculum::Curriculum& curriculum)
      : with_left_(shows_left(values)) {
    add_columns();
    auto week = values.weeks.begin();
    for (const auto& tier : values.tiers) {
      add(tier, curriculum);
      for (int i = 0; i < tier.span.weeks; ++i, ++week) add(*week);
    }
  }

  [[nodiscard]] Table table() && { return std::move(table_); }

 private:
  struct Name {
    std::string number;
    std::string title;
    Tone tone;
  };

  void add_columns() {
    table_.columns = {{"#", Align::right},
                      {"from", Align::right},
                      {"to", Align::right},
                      {"tier and week"},
                      {"hours", Align::right}};
    if (with_left_) table_.columns.push_back({"left", Align::right});
    table_.columns.push_back({"problems", Align::right});
    table_.columns.push_back({"artefacts", Align::right});
  }

  void add(const insight::TierValues& values, const curriculum::Curriculum& curriculum) {
    const auto& [span, amounts] = values;
    const auto& tier = curriculum::find_tier(curriculum, span.tier.text());
    add({"", fmt::format("{}, {}", tier.title, counted(span.weeks, "week")), Tone::strong},
        span.from, span.to, amounts);
  }

  void add(const insight::WeekValues& values) {
    const auto& week = values.week;
    const bool now = values.current;
    add({std::to_string(week.number), (now ? "► now: " : "  ") + title_text(week),
         now ? Tone::good : Tone::plain},
        week.dates.from, week.dates.to, insight::amounts(values));
  }

  void add(Name name, calendar::Date from, calendar::Date to, const insight::Amounts& amounts) {
    const auto tone = name.tone;
    std::vector<Cell> cells{{std::move(name.number), tone},
                            {from.iso(), tone},
                            {to.iso(), tone},
                            {std::move(name.title), tone},
                            {hours_of(amounts), tone}};
    if (with_left_) cells.push_back({calendar::format_duration(amounts.remaining), tone});
    cells.push_back({done_of(static_cast<std::size_t>(amounts.problems_done),
                             static_cast<std::size_t>(amounts.problems)),
                     tone});
    cells.push_back({done_of(amounts.artefacts_done, amounts.artefacts), tone});
    table_.rows.push_back(std::move(cells));
  }

  bool with_left_;
  Table table_{};
};

FactList summary(const insight::Track& track, const insight::PlanValues& values) {
  const auto& plan = track.plan;
  const auto& total = values.total;
  const auto stack = track.stack ? ", stack " + track.stack->text() : std::string();
  FactList list{
      {{"Track", track.name + stack},
       {"Start", day_text(plan.start)},
       {"Finish", finish_text(plan)},
       {"In all",
        fmt::format("{} in {}, {}, {}", calendar::format_duration(total.planned),
                    counted(plan.weeks.size(), "week"), counted(total.problems, "problem"),
                    counted(total.artefacts, "artefact"))}}};
  if (shows_left(values))
    list.facts.emplace_back("Left", calendar::format_duration(total.remaining));
  return list;
}

ItemList breaks_list(const std::vector<plan::Break>& breaks) {
  ItemList list;
  for (const auto& each : breaks) {
    const auto note = each.note.empty() ? "" : ": " + each.note;
    list.items.push_back({"BREAK", Tone::faint, span_text(each.from, each.to) + note, {}});
  }
  return list;
}

}  // namespace

Document view(const insight::Track& track, const insight::PlanValues& values, calendar::Date today,
              const PlanOptions& options) {
  auto picture = timeline(track, today);
  picture.wide = options.wide;
  return {{Section{
      "Plan: " + track.curriculum.title,
      {summary(track, values), std::move(picture), WeeksTable(values, track.curriculum).table(),
       breaks_list(track.frame.breaks), warning_list(track.plan.warnings)}}}};
}

}  // namespace gradus::report
