#include "report/hours_charts.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace gradus::report {
namespace {

using calendar::format_duration;
using calendar::Minutes;
using insight::BurnUp;
using insight::Chances;
using insight::ForecastStatus;

Column of_numbers(std::string title) {
  return {std::move(title), Align::right};
}

Trend::Line line_of(std::string name, const std::vector<insight::HoursSoFar>& points,
                    Trend::Stroke stroke) {
  Trend::Line line{std::move(name), {}, stroke};
  line.points.reserve(points.size());
  for (const auto& point : points) line.points.push_back({point.on, hours_of(point.minutes)});
  return line;
}

// Hours begin with none, on the day that the track does or, if something was studied before that,
// then.
void begin_with_nothing(Trend::Line& line, calendar::Date start) {
  auto& points = line.points;
  if (!points.empty()) points.insert(points.begin(), {std::min(start, points.front().on), 0});
}

// At the end of each week of the plan: what was to be done, and what was.
Table burn_up_table(const BurnUp& hours) {
  Table table{{of_numbers("by"), of_numbers("planned"), of_numbers("studied")}, {}};
  table.rows.reserve(hours.planned.size());
  for (const auto& point : hours.planned) {
    const auto studied = point.on <= hours.today ? insight::minutes_by(hours.studied, point.on)
                                                 : std::optional<Minutes>();
    table.rows.push_back({{point.on.iso()},
                          {format_duration(point.minutes)},
                          {studied ? format_duration(*studied) : ""}});
  }
  return table;
}

// " At the pace so far the hours are done by 2027-05-16, or, with less luck, by 2027-06-06."
std::string finish_words(ForecastStatus status, const Chances& finish) {
  if (status != ForecastStatus::range || !finish.p50) return {};
  auto words = fmt::format(" At the pace so far the hours are done by {}", finish.p50->iso());
  if (finish.p80 && finish.p80 != finish.p50)
    words += fmt::format(", or, with less luck, by {}", finish.p80->iso());
  return words + ".";
}

// From today's hours to all of them: as early as half of the futures have it, as late as eight in
// ten do.
std::optional<Trend::Band> forecast_band(const BurnUp& hours, ForecastStatus status,
                                         const Chances& finish) {
  if (status != ForecastStatus::range || !finish.p50 || !finish.p80 || hours.studied.empty() ||
      *finish.p50 <= hours.today)
    return std::nullopt;
  const auto now = hours_of(hours.done());
  const auto all = hours_of(hours.all());
  const auto share = static_cast<double>((*finish.p50 - hours.today).count()) /
                     static_cast<double>((*finish.p80 - hours.today).count());
  Trend::Band band{"forecast", {{hours.today, now, now}}};
  band.points.push_back({*finish.p50, now + (all - now) * share, all});
  if (*finish.p80 > *finish.p50) band.points.push_back({*finish.p80, all, all});
  return band;
}

// "45m of 1h", "30m, nothing planned".
std::string day_words(const insight::DayHours& day) {
  if (day.planned == Minutes{0}) return format_duration(day.studied) + ", nothing planned";
  return fmt::format("{} of {}", format_duration(day.studied), format_duration(day.planned));
}

}  // namespace

double hours_of(Minutes minutes) {
  return std::chrono::duration<double, std::ratio<3600>>(minutes).count();
}

Part burn_up_chart(const BurnUp& hours, ForecastStatus status, const Chances& finish) {
  if (hours.planned.empty()) return Paragraph{""};
  Trend trend{.lines = {line_of("planned", hours.planned, Trend::Stroke::dashed),
                        line_of("studied", hours.studied, Trend::Stroke::solid)},
              .band = forecast_band(hours, status, finish),
              .marks = {{"today", hours.today}},
              .unit = " h"};
  for (auto& line : trend.lines) begin_with_nothing(line, hours.start);
  return Chart{"Hours so far",
               fmt::format("{} studied by {}; the plan's weeks up to then asked for {}.{}",
                           format_duration(hours.done()), hours.today.iso(),
                           format_duration(hours.due()), finish_words(status, finish)),
               std::move(trend), burn_up_table(hours)};
}

Part weekly_hours_chart(const std::vector<insight::CalendarWeek>& weeks) {
  const bool studied = std::ranges::any_of(
      weeks, [](const insight::CalendarWeek& week) { return week.minutes.total() > Minutes{0}; });
  if (!studied) return Paragraph{""};
  StackedBars bars{.kinds = {"read", "lab", "review"}, .rows = {}, .unit = " h", .upright = true};
  Table numbers{{of_numbers("week of"), of_numbers("read"), of_numbers("lab"), of_numbers("review"),
                 of_numbers("all")},
                {}};
  for (const auto& [monday, minutes] : weeks) {
    bars.rows.push_back({monday.iso(),
                         {hours_of(minutes.read), hours_of(minutes.lab), hours_of(minutes.review)},
                         format_duration(minutes.total())});
    numbers.rows.push_back({{monday.iso()},
                            {format_duration(minutes.read)},
                            {format_duration(minutes.lab)},
                            {format_duration(minutes.review)},
                            {format_duration(minutes.total())}});
  }
  return Chart{"Hours by week",
               "What was studied from Monday to Sunday. Labs, projects and mocks are lab time.",
               std::move(bars), std::move(numbers)};
}

BarList day_bars(const std::vector<insight::DayHours>& days) {
  BarList list{{}, Bars::one_scale};
  list.bars.reserve(days.size());
  for (const auto& day : days)
    list.bars.push_back(
        {day_text(day.on), hours_of(day.studied), hours_of(day.planned), day_words(day)});
  return list;
}

BarList last_days_bar(const std::vector<insight::StudiedDay>& days) {
  const auto studied = [](const insight::StudiedDay& day) { return day.minutes > Minutes{0}; };
  if (days.empty() || std::none_of(days.begin(), days.end() - 1, studied)) return {};
  const auto longest = std::ranges::max(days, {}, &insight::StudiedDay::minutes).minutes;
  std::vector<double> heights;
  std::vector<std::string> words;
  heights.reserve(days.size());
  words.reserve(days.size());
  for (const auto& day : days) {
    heights.push_back(static_cast<double>(day.minutes.count()) /
                      static_cast<double>(longest.count()));
    if (!studied(day)) continue;
    const auto name = &day == &days.back() ? "today" : calendar::short_title(day.on.weekday());
    words.push_back(fmt::format("{} {}", name, format_duration(day.minutes)));
  }
  return {{{"Days", static_cast<double>(words.size()), static_cast<double>(days.size()),
            fmt::format("{} of the last {}: {}", words.size(), days.size(), fmt::join(words, ", ")),
            std::move(heights)}}};
}

}  // namespace gradus::report
