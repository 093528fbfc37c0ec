#include "report/timeline.hpp"

#include "report/phrases.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

using calendar::Date;
using calendar::Days;

// Days mapped to columns: every column is the same number of days.
struct Scale {
  Date from;
  Days per_column;
  std::size_t columns;

  [[nodiscard]] Date begin(std::size_t column) const {
    return from + per_column * static_cast<int>(column);
  }
  // Over more than a year, months alone don't say where one is.
  [[nodiscard]] bool shows_years() const {
    return begin(columns - 1) - from >= std::chrono::ceil<Days>(std::chrono::years{1});
  }
  // In columns of more than a month, most months have none of their own.
  [[nodiscard]] bool shows_months() const { return per_column <= Days{31}; }
  [[nodiscard]] bool touches(std::size_t column, Date first, Date last) const {
    return first <= begin(column) + (per_column - Days{1}) && begin(column) <= last;
  }
};

Scale scale_of(const Timeline::Span& whole, std::size_t width) {
  const auto days = static_cast<std::size_t>((whole.to - whole.from).count()) + 1;
  const auto per_column = std::max<std::size_t>((days + width - 1) / width, 1);
  return {whole.from, Days{static_cast<int>(per_column)}, (days + per_column - 1) / per_column};
}

// Writes the label at the column if it fits there with a blank around it.
void put(std::string& line, std::size_t column, std::string_view label) {
  if (column + label.size() > line.size()) return;
  const auto from = column == 0 ? 0 : column - 1;
  const auto around = std::string_view(line).substr(from, column - from + label.size() + 1);
  if (around.find_first_not_of(' ') != std::string_view::npos) return;
  line.replace(column, label.size(), label);
}

// Where years begin, then the months that have room between them. The plan's first month gives way
// to the next one.
std::string axis_line(const Scale& scale) {
  constexpr std::size_t letters = 3;  // "Jan"
  std::string line(scale.columns, ' ');
  std::vector<std::pair<std::size_t, std::string>> months;
  for (std::size_t column = 0; column < scale.columns; ++column) {
    const auto day = scale.begin(column).ymd();
    const auto before = column == 0 ? day : scale.begin(column - 1).ymd();
    if (scale.shows_years() && day.year() != before.year())
      put(line, column, fmt::format("{:04}", static_cast<int>(day.year())));
    if (scale.shows_months() && (column == 0 || day.month() != before.month()))
      months.emplace_back(column, calendar::name(day.month()).substr(0, letters));
  }
  if (months.size() > 1 && months[1].first <= letters) months.erase(months.begin());
  for (const auto& [column, month] : months) put(line, column, month);
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

std::string years_text(const Scale& scale) {
  const auto year = [](Date day) { return static_cast<int>(day.ymd().year()); };
  const int first = year(scale.from);
  const int last = year(scale.begin(scale.columns - 1));
  return first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last);
}

template <class Draw>
std::string columns(const Scale& scale, Draw draw) {
  std::string line;
  std::size_t end = 0;  // after the last mark
  for (std::size_t column = 0; column < scale.columns; ++column) {
    const std::string_view mark = draw(column);
    line += mark;
    if (mark != " ") end = line.size();
  }
  return line.substr(0, end);
}

std::string row_bar(const Timeline::Row& row, const Timeline& timeline, const Scale& scale) {
  const auto on_break = [&](std::size_t column) {
    return std::ranges::any_of(timeline.breaks, [&](const Timeline::Span& each) {
      return each.from <= scale.begin(column) &&
             scale.begin(column) + (scale.per_column - Days{1}) <= each.to;
    });
  };
  const auto for_gate = [&](std::size_t column) {
    return row.kind == Timeline::RowKind::gate ||
           std::ranges::any_of(row.gates, [&](const Timeline::Span& gate) {
             return gate.from <= scale.begin(column) && scale.begin(column) <= gate.to;
           });
  };
  return columns(scale, [&](std::size_t column) -> std::string_view {
    if (!scale.touches(column, row.span.from, row.span.to)) return " ";
    if (on_break(column)) return "·";
    if (row.done) return "█";
    return for_gate(column) ? "▓" : "▒";
  });
}

std::string mark_at(const Scale& scale, Date day, std::string_view mark) {
  return columns(scale, [&](std::size_t column) -> std::string_view {
    return scale.touches(column, day, day) ? mark : " ";
  });
}

std::string_view state_of(const Timeline::Row& row) {
  if (row.done) return "done";
  return row.kind == Timeline::RowKind::gate ? "not done, for the gate" : "not done";
}

bool is_passed(const insight::Track& track, const curriculum::TierId& tier) {
  const auto found = track.states.find(tier);
  return found != track.states.end() && found->second == rules::TierState::passed;
}

// Of the tier.
std::vector<Timeline::Span> gate_weeks(const plan::Plan& plan, const curriculum::TierId& tier) {
  std::vector<Timeline::Span> spans;
  for (const auto& week : plan.weeks)
    if (week.load.gate && week.load.tier == tier)
      spans.push_back({week.dates.first_day(), week.dates.to});
  return spans;
}

// Breaks, and the days to tell apart from the others.
void add_marks(Timeline& timeline, const std::vector<plan::Break>& breaks, Date today,
               Date first_finish, Days slip) {
  for (const auto& each : breaks) timeline.breaks.push_back({each.from, each.to});
  if (timeline.whole.from <= today && today <= timeline.whole.to)
    timeline.marks.push_back({"today", "▲", today, Tone::strong});
  if (slip.count() != 0) timeline.marks.push_back({"first finish", "◆", first_finish, Tone::faint});
}

// The days that a report is about: the plan's, as it was first made too, or a tier's.
Timeline::Span days_of(const insight::ProgressReport& progress) {
  if (progress.only_tier) {
    const auto& span = progress.tiers.front().span;
    return {span.from, span.to};
  }
  return {progress.start, std::max(progress.finish, progress.finish - progress.slip)};
}

// Where the week was first planned, if it has moved since.
std::optional<Timeline::Span> first_span(const insight::ProgressReport& progress,
                                         const plan::PlanWeek& week) {
  const auto found = progress.first_dates.find(week.load.key);
  if (found == progress.first_dates.end()) return std::nullopt;
  const auto& [from, to] = found->second;
  if (from == week.dates.first_day() && to == week.dates.to) return std::nullopt;
  return Timeline::Span{from, to};
}

std::vector<plan::Break> breaks_within(const Timeline::Span& whole,
                                       std::vector<plan::Break> breaks) {
  std::erase_if(breaks, [&](const plan::Break& each) {
    return each.to < whole.from || each.from > whole.to;
  });
  for (auto& each : breaks) {
    each.from = std::max(each.from, whole.from);
    each.to = std::min(each.to, whole.to);
  }
  return breaks;
}

}  // namespace

Timeline timeline(const insight::Track& track, Date today) {
  const auto& plan = track.plan;
  Timeline timeline{.whole = {plan.start, std::max(plan.finish(), plan.baseline_finish)},
                    .rows = {},
                    .breaks = {},
                    .marks = {}};
  for (const auto& span : plan.tiers()) {
    timeline.whole.from = std::min(timeline.whole.from, span.from);
    const auto& tier = curriculum::find_tier(track.curriculum, span.tier.text());
    timeline.rows.push_back({.label = tier.title,
                             .span = {span.from, span.to},
                             .done = is_passed(track, span.tier),
                             .gates = gate_weeks(plan, span.tier)});
  }
  add_marks(timeline, track.frame.breaks, today, plan.baseline_finish, plan.slip());
  return timeline;
}

Timeline timeline(const insight::ProgressReport& progress) {
  const auto first_finish = progress.finish - progress.slip;
  Timeline timeline{.whole = days_of(progress), .rows = {}, .breaks = {}, .marks = {}};
  timeline.rows.reserve(progress.plan.weeks.size());
  for (const auto& values : progress.plan.weeks) {
    const auto& week = values.week;
    const auto from = week.dates.first_day();
    const auto first = first_span(progress, week);
    timeline.whole.from = std::min({timeline.whole.from, from, first ? first->from : from});
    if (first) timeline.whole.to = std::max(timeline.whole.to, first->to);
    timeline.rows.push_back({fmt::format("{} {}", week.number, title_text(week)),
                             {from, week.dates.to},
                             values.done(),
                             first,
                             week.load.gate ? Timeline::RowKind::gate : Timeline::RowKind::usual});
  }
  if (progress.only_tier)
    add_marks(timeline, breaks_within(timeline.whole, progress.breaks), progress.date, first_finish,
              Days{0});
  else
    add_marks(timeline, progress.breaks, progress.date, first_finish, progress.slip);
  return timeline;
}

Table drawn(const Timeline& timeline, std::size_t width) {
  if (timeline.rows.empty()) return {};
  const Scale scale = scale_of(timeline.whole, width);
  Table table{{{years_text(scale)}, {axis_line(scale), Align::left, true}}, {}};
  for (const auto& row : timeline.rows)
    table.rows.push_back({{row.label}, {row_bar(row, timeline, scale)}});
  for (const auto& mark : timeline.marks)
    table.rows.push_back(
        {{mark.label, mark.tone}, {mark_at(scale, mark.on, mark.sign), mark.tone}});
  return table;
}

std::string extent_words(const Timeline& timeline) {
  return fmt::format("From {} to {}.", timeline.whole.from.iso(), timeline.whole.to.iso());
}

Table table_of_days(const Timeline& timeline) {
  const bool replanned = std::ranges::any_of(
      timeline.rows, [](const Timeline::Row& row) { return row.baseline.has_value(); });
  Table table{{{"what"}, {"from", Align::right}, {"to", Align::right}, {"state"}}, {}};
  if (replanned) table.columns.push_back({"first planned to", Align::right});
  const auto add = [&](Cell name, const Timeline::Span& days, std::string_view state,
                       std::string first_planned) {
    std::vector<Cell> cells{
        std::move(name), {days.from.iso()}, {days.to.iso()}, {std::string(state)}};
    if (replanned) cells.push_back({std::move(first_planned)});
    table.rows.push_back(std::move(cells));
  };
  table.rows.reserve(timeline.rows.size() + timeline.breaks.size() + timeline.marks.size());
  for (const auto& row : timeline.rows)
    add({row.label}, row.span, state_of(row), row.baseline ? row.baseline->to.iso() : "");
  for (const auto& each : timeline.breaks) add({"break"}, each, "", "");
  for (const auto& mark : timeline.marks) add({mark.label}, {mark.on, mark.on}, "", "");
  return table;
}

std::string legend(const Table& drawn_timeline) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs{
      {{"█", "done"}, {"▒", "to do"}, {"▓", "for the gate"}, {"·", "break"}}};
  std::vector<std::string> used;
  for (const auto& [sign, meaning] : signs) {
    const bool is_used = std::ranges::any_of(drawn_timeline.rows, [&sign = sign](const auto& row) {
      return row.back().text.find(sign) != std::string::npos;
    });
    if (is_used) used.push_back(fmt::format("{} {}", sign, meaning));
  }
  return used.size() < 2 ? "" : fmt::format("{}", fmt::join(used, ", "));
}

}  // namespace gradus::report
