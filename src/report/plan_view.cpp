#include "gradus/report/views.hpp"

#include "report/phrases.hpp"
#include "report/timeline.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

// "12/32"; blank where nothing is asked for: a column of zeros would hide the other numbers.
std::string done_of(std::size_t done, std::size_t all) {
  return all == 0 ? "" : fmt::format("{}/{}", done, all);
}

// "3h/7h"; what is planned alone, as long as nothing was studied.
std::string studied_of_planned(const insight::Amounts& amounts) {
  auto planned = calendar::format_duration(amounts.planned);
  if (amounts.actual.count() == 0) return planned;
  return fmt::format("{}/{}", calendar::format_duration(amounts.actual), planned);
}

// Once a re-plan has put something in the past, less remains than was planned.
bool shows_left(const insight::PlanValues& values) {
  return values.total.remaining != values.total.planned;
}

constexpr std::size_t weeks_before_now = 2;
constexpr std::size_t weeks_after_now = 6;

// The weeks of a plan, below the span and sums of their tier.
class WeeksTable {
 public:
  WeeksTable(const insight::PlanValues& values, const curriculum::Curriculum& curriculum,
             const PlanOptions& options)
      : with_left_(shows_left(values)), now_(values.current), all_(shows_all(values, options)) {
    add_columns();
    std::size_t week = 0;
    for (const auto& tier : values.tiers) {
      const auto weeks = static_cast<std::size_t>(tier.span.weeks);
      if (!options.tier || *options.tier == tier.span.tier) {
        add(tier, curriculum);
        add(std::span(values.weeks).subspan(week, weeks), week);
      }
      week += weeks;
    }
  }

  [[nodiscard]] Table table() && { return std::move(table_); }
  [[nodiscard]] bool hides_weeks() const { return hides_weeks_; }

 private:
  struct Name {
    std::string number;
    std::string title;
    Tone tone;
  };

  void add_columns() {
    table_.columns = {{"#", Align::right},
                      {"from", Align::right},
                      {"to", Align::right, false, true},
                      {"tier and week"},
                      {"hours", Align::right},
                      {"problems", Align::right},
                      {"artefacts", Align::right, false, true}};
    if (with_left_) table_.columns.push_back({"left", Align::right, false, true});
  }

  void add(const insight::TierValues& values, const curriculum::Curriculum& curriculum) {
    const auto& [span, amounts] = values;
    const auto& tier = curriculum::find_tier(curriculum, span.tier.text());
    add({"", fmt::format("{}, {}", tier.title, counted(span.weeks, "week")), Tone::strong},
        span.from, span.to, amounts);
  }

  static bool shows_all(const insight::PlanValues& values, const PlanOptions& options) {
    return options.weeks == WeeksShown::all || options.tier ||
           values.weeks.size() <= weeks_before_now + 1 + weeks_after_now;
  }

  // Without a current week, all tiers are passed.
  [[nodiscard]] bool shows(std::size_t index) const {
    return all_ || (now_ && index + weeks_before_now >= *now_ && index <= *now_ + weeks_after_now);
  }

  // A tier's weeks, the first of which has that index. A row stands for the hidden ones in between.
  void add(std::span<const insight::WeekValues> weeks, std::size_t first) {
    std::size_t hidden = 0;
    for (std::size_t i = 0; i <= weeks.size(); ++i) {
      const bool shown = i < weeks.size() && shows(first + i);
      if (i < weeks.size() && !shown) ++hidden;
      if (hidden > 0 && (shown || i == weeks.size()))
        add_hidden(std::exchange(hidden, 0), weeks.size());
      if (shown) add(weeks[i]);
    }
  }

  // The row of a tier that is hidden as a whole says enough.
  void add_hidden(std::size_t weeks, std::size_t of) {
    hides_weeks_ = true;
    if (weeks == of) return;
    std::vector<Cell> cells(table_.columns.size());
    cells[title_column] = {"  … " + counted(weeks, "week"), Tone::faint};
    table_.rows.push_back(std::move(cells));
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
                            {studied_of_planned(amounts), tone}};
    cells.push_back({done_of(static_cast<std::size_t>(amounts.problems_done),
                             static_cast<std::size_t>(amounts.problems)),
                     tone});
    cells.push_back({done_of(amounts.artefacts_done, amounts.artefacts), tone});
    if (with_left_) cells.push_back({calendar::format_duration(amounts.left), tone});
    table_.rows.push_back(std::move(cells));
  }

  static constexpr std::size_t title_column = 3;

  bool with_left_;
  std::optional<std::size_t> now_;
  bool all_;
  bool hides_weeks_ = false;
  Table table_{};
};

// The tiers alone, for a narrow screen.
Table tiers_table(const insight::PlanValues& values, const curriculum::Curriculum& curriculum) {
  Table table{{{"tier"}, {"until", Align::right, true}, {"hours", Align::right, true}}, {}};
  for (const auto& [span, amounts] : values.tiers)
    table.rows.push_back({{curriculum::find_tier(curriculum, span.tier.text()).title},
                          {span.to.iso()},
                          {studied_of_planned(amounts)}});
  return table;
}

FactList summary(const insight::Track& track, const insight::PlanValues& values) {
  const auto& plan = track.plan;
  const auto& total = values.total;
  const auto stack = track.stack ? ", stack " + track.stack->text() : std::string();
  FactList list{
      {{"Track", track.name + stack},
       {"Start", day_text(plan.start)},
       {"Finish", finish_text(plan)},
       {"In all",
        fmt::format("{} in {}, {}, {}", calendar::format_duration(total.planned), length_text(plan),
                    counted(total.problems, "problem"), counted(total.artefacts, "artefact"))}}};
  if (shows_left(values)) list.facts.emplace_back("Left", calendar::format_duration(total.left));
  if (values.problems_beyond > 0)
    list.facts.emplace_back(
        "Beyond", counted(values.problems_beyond, "problem") +
                      " more than the weeks ask for; the gate and the report count them too");
  if (const auto& exam = track.exam_plan.exam_date)
    list.facts.emplace_back("Exam", day_text(*exam) + "; its last 14 days: gradus exam countdown");
  return list;
}

std::string lengths_text(const std::vector<calendar::Slot>& slots) {
  std::vector<std::string> parts;
  parts.reserve(slots.size());
  for (const auto& slot : slots)
    parts.push_back(calendar::format_duration(slot.length) +
                    (slot.at ? " at " + slot.at->text() : ""));
  return fmt::format("{}", fmt::join(parts, " and "));
}

// "Tue, Wed, Thu 1h at 19:00; Sat 3h at 09:00; Sun 1h".
std::string hours_text(const calendar::Availability& available) {
  std::string text;
  std::string last;
  for (unsigned iso = 1; iso <= 7; ++iso) {
    const std::chrono::weekday day{iso};
    const auto lengths = lengths_text(available.on(day));
    if (lengths.empty()) continue;
    const auto name = calendar::short_title(day);
    if (lengths == last)
      text += ", " + name;
    else
      text += (last.empty() ? "" : fmt::format(" {}; ", last)) + name;
    last = lengths;
  }
  return text + " " + last;
}

ItemList breaks_list(const std::vector<plan::Break>& breaks) {
  ItemList list;
  for (const auto& each : breaks) {
    const auto note = each.note.empty() ? "" : ": " + each.note;
    list.items.push_back({"BREAK", Tone::faint, span_text(each.from, each.to) + note, {}});
  }
  return list;
}

// The tiers over the months; one tier alone needs no picture.
Timeline picture(const insight::Track& track, calendar::Date today, const PlanOptions& options) {
  if (options.tier) return {.whole = {today, today}, .rows = {}, .breaks = {}, .marks = {}};
  auto picture = timeline(track, today);
  picture.wide = options.wide;
  return picture;
}

}  // namespace

Document started_view(const insight::Track& track, const insight::PlanValues& values,
                      calendar::Date today, bool assumed) {
  auto facts = summary(track, values);
  facts.facts.emplace_back("Hours", hours_text(track.frame.available));
  if (assumed)
    facts.facts.emplace_back("", "assumed; yours, for example: gradus plan available tue=2h@20:00");
  return {{Section{"Plan: " + track.curriculum.title,
                   {std::move(facts), picture(track, today, {}), breaks_list(track.frame.breaks),
                    warning_list(track.plan.warnings)}}}};
}

std::string length_text(const plan::Plan& plan) {
  const auto days = (plan.finish() - plan.start).count() + 1;
  const auto calendar_weeks = static_cast<std::size_t>(std::max<std::int64_t>(days + 6, 0) / 7);
  if (calendar_weeks == plan.weeks.size()) return counted(calendar_weeks, "week");
  return fmt::format("{} over {}", counted(plan.weeks.size(), "plan week"),
                     counted(calendar_weeks, "calendar week"));
}

Document view(const insight::Track& track, const insight::PlanValues& values, calendar::Date today,
              const PlanOptions& options) {
  Section section{"Plan: " + track.curriculum.title,
                  {summary(track, values), picture(track, today, options)}};
  if (options.weeks == WeeksShown::none && !options.tier) {
    section.parts.emplace_back(tiers_table(values, track.curriculum));
  } else {
    WeeksTable weeks(values, track.curriculum, options);
    const bool hides = weeks.hides_weeks();
    section.parts.emplace_back(std::move(weeks).table());
    if (hides)
      section.parts.emplace_back(
          Paragraph{"gradus plan --all shows all weeks, --tier T a tier's."});
  }
  section.parts.emplace_back(breaks_list(track.frame.breaks));
  section.parts.emplace_back(warning_list(track.plan.warnings));
  return {{std::move(section)}};
}

}  // namespace gradus::report
