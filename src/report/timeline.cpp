#include "report/timeline.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

using calendar::Date;
using calendar::Days;

// Days mapped to columns: every column stands for the same number of days.
struct Scale {
  Date from;
  Days per_column;
  std::size_t columns;

  [[nodiscard]] Date begin(std::size_t column) const {
    return from + per_column * static_cast<int>(column);
  }
  [[nodiscard]] bool touches(std::size_t column, Date first, Date last) const {
    return first <= begin(column) + (per_column - Days{1}) && begin(column) <= last;
  }
};

Scale scale_of(const plan::Plan& plan, std::size_t width) {
  Date first = plan.start;
  Date last = std::max(plan.finish(), plan.baseline_finish);
  for (const auto& span : plan.tiers()) first = std::min(first, span.from);
  const auto days = static_cast<std::size_t>((last - first).count()) + 1;
  const auto per_column = std::max<std::size_t>((days + width - 1) / width, 1);
  return {first, Days{static_cast<int>(per_column)}, (days + per_column - 1) / per_column};
}

std::string months_line(const Scale& scale) {
  constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto month = [&](std::size_t column) {
    return static_cast<unsigned>(scale.begin(column).ymd().month());
  };
  std::string line;
  for (std::size_t column = 0; column < scale.columns; ++column) {
    if (column > 0 && month(column) == month(column - 1)) continue;
    constexpr std::size_t room = 4;  // of a name and a blank
    if (line.size() > column && column >= room) continue;
    if (line.size() > column) line.clear();  // the plan's first month gives way to the next
    line.append(column - line.size(), ' ');
    line += names.at(month(column) - 1);
    line += ' ';
  }
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
  std::size_t end = 0;  // behind the last mark
  for (std::size_t column = 0; column < scale.columns; ++column) {
    const std::string_view mark = draw(column);
    line += mark;
    if (mark != " ") end = line.size();
  }
  return line.substr(0, end);
}

std::string tier_bar(const plan::TierSpan& span, const insight::Track& track, const Scale& scale) {
  const auto on_break = [&](std::size_t column) {
    return std::ranges::any_of(track.breaks, [&](const plan::Break& each) {
      return each.from <= scale.begin(column) &&
             scale.begin(column) + (scale.per_column - Days{1}) <= each.to;
    });
  };
  const bool passed =
      track.states.count(span.tier) != 0 && track.states.at(span.tier) == rules::TierState::passed;
  return columns(scale, [&](std::size_t column) -> std::string_view {
    if (!scale.touches(column, span.from, span.to)) return " ";
    if (on_break(column)) return "·";
    return passed ? "█" : "▒";
  });
}

std::string mark_at(const Scale& scale, Date day, std::string_view mark) {
  return columns(scale, [&](std::size_t column) -> std::string_view {
    return scale.touches(column, day, day) ? mark : " ";
  });
}

}  // namespace

Table timeline(const insight::Track& track, Date today, std::size_t width) {
  const Scale scale = scale_of(track.plan, width);
  Table table{{{years_text(scale)}, {months_line(scale), Align::left, true}}, {}};
  for (const auto& span : track.plan.tiers()) {
    const auto& tier = curriculum::find_tier(track.curriculum, span.tier.text());
    table.rows.push_back({{tier.title}, {tier_bar(span, track, scale)}});
  }
  if (scale.from <= today && today <= std::max(track.plan.finish(), track.plan.baseline_finish))
    table.rows.push_back({{"today", Tone::strong}, {mark_at(scale, today, "▲"), Tone::strong}});
  if (track.plan.slip().count() != 0)
    table.rows.push_back({{"first finish", Tone::faint},
                          {mark_at(scale, track.plan.baseline_finish, "◆"), Tone::faint}});
  return table;
}

}  // namespace gradus::report
