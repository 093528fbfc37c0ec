#include "gradus/calendar/duration.hpp"
#include "gradus/report/pace.hpp"

#include "report/hours_charts.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

using calendar::format_duration;
using calendar::Minutes;
using insight::Pace;

// "78%, 2h short", "104%", "no time planned, 1h studied".
std::string ratio_text(const insight::PaceRow& row) {
  const auto& time = row.time;
  const auto ratio = time.ratio();
  if (!ratio) {
    if (row.excused > Minutes{0}) return "on a break";
    return "no time planned";
  }
  if (!time.gap) return whole_percent(*ratio) + " so far";
  return *time.gap
             ? fmt::format("{}, {} short", whole_percent(*ratio), format_duration(time.debt()))
             : whole_percent(*ratio);
}

Bar week_bar(const insight::PaceRow& row) {
  const auto& time = row.time;
  return {row.week ? row.week->text() + (row.repeat ? " again" : "") : "gate",
          static_cast<double>(time.actual.count()), static_cast<double>(time.planned.count()),
          fmt::format("{} of {}: {}", format_duration(time.actual), format_duration(time.planned),
                      ratio_text(row))};
}

Section weeks_section(const Pace& pace) {
  BarList list{{}, Bars::one_scale};
  for (const auto& row : pace.weeks) list.bars.push_back(week_bar(row));
  if (list.bars.empty()) return {"Weeks", {Paragraph{"No week of the plan has begun yet."}}};
  return {"Weeks", {std::move(list)}};
}

std::string range_text(const insight::Typical& time) {
  if (time.low == time.high) return format_duration(time.middle);
  return fmt::format("{} ({} to {})", format_duration(time.middle), format_duration(time.low),
                     format_duration(time.high));
}

std::string ratios_text(const insight::TimeRatios& ratios) {
  return fmt::format("{:.1f} ({:.1f} to {:.1f})", ratios.middle, ratios.low, ratios.high);
}

// "few first tries, 60% recalled".
std::string weak_text(const insight::TopicPace& topic) {
  std::vector<std::string> signs;
  for (const auto sign : topic.weaknesses) {
    switch (sign) {
      case insight::Weakness::first_try:
        signs.emplace_back("few first tries");
        break;
      case insight::Weakness::slow:
        signs.push_back(fmt::format("{:.1f} times your usual time", topic.ratios->to_own));
        break;
      case insight::Weakness::fading:
        signs.push_back(fmt::format("{} recalled", whole_percent(*topic.recall)));
        break;
    }
  }
  return fmt::format("{}", fmt::join(signs, ", "));
}

constexpr std::ptrdiff_t weak_column = 5;

void leave_out(Table& table, std::ptrdiff_t column) {
  table.columns.erase(table.columns.begin() + column);
  for (auto& row : table.rows) row.erase(row.begin() + column);
}

Section topics_section(const Pace& pace) {
  Table table{{{"topic"},
               {"study", Align::right},
               {"problems", Align::right},
               {"first try", Align::right},
               {"a problem takes", Align::right},
               {"weak"},
               {"times usual", Align::right, false, true},
               {"last", Align::right, false, true}},
              {}};
  for (const auto& topic : pace.topics)
    table.rows.push_back({{topic.topic.text()},
                          {format_duration(topic.minutes)},
                          {std::to_string(topic.problems)},
                          {topic.first_try() ? whole_percent(*topic.first_try()) : ""},
                          {topic.time ? range_text(*topic.time) : ""},
                          {weak_text(topic), Tone::bad},
                          {topic.ratios ? ratios_text(*topic.ratios) : ""},
                          {topic.last_on.iso()}});
  if (!pace.topics.empty() && !pace.topics.front().weak()) leave_out(table, weak_column);
  if (table.rows.empty())
    return {"Topics",
            {Paragraph{pace.for_a_topic.empty()
                           ? "Nothing with a topic is recorded yet."
                           : "Nothing with a topic is recorded yet: " + pace.for_a_topic}}};
  return {"Topics", {std::move(table)}};
}

Section ahead_section(const Pace& pace) {
  ItemList list;
  for (const auto& row : pace.ahead)
    list.items.push_back(plain_item(fmt::format(
        "{} on {}: about {}, by {} times",
        counted(row.target.count, std::string(name(row.target.difficulty)) + " problem"),
        row.target.topic.text(), range_text(row.time), row.own ? "your own" : "the usual")));
  return {"Left of this week", {std::move(list)}};
}

Section kinds_section(const Pace& pace) {
  Minutes all{0};
  for (const auto& [kind, minutes] : pace.by_kind) all += minutes;
  BarList list;
  for (const auto& [kind, minutes] : pace.by_kind)
    list.bars.push_back({std::string(name(kind)), static_cast<double>(minutes.count()),
                         static_cast<double>(all.count()),
                         fmt::format("{}, {} of all study", format_duration(minutes),
                                     whole_percent(static_cast<double>(minutes.count()) /
                                                   static_cast<double>(all.count())))});
  if (list.bars.empty()) return {"Kinds", {Paragraph{"No study is recorded yet: gradus log"}}};
  return {"Kinds", {std::move(list), weekly_hours_chart(pace.by_week)}};
}

std::string split_text(const Pace& pace) {
  const auto read = pace.read();
  const auto hands_on = pace.hands_on();
  if (read + hands_on == Minutes{0}) return "";
  return fmt::format("{} reading, {} hands-on ({})", format_duration(read),
                     format_duration(hands_on),
                     whole_percent(static_cast<double>(hands_on.count()) /
                                   static_cast<double>((read + hands_on).count())));
}

// "7h short in weeks 2, 4 and 5".
std::string debt_text(const Pace& pace) {
  std::vector<std::string> weeks;
  for (const auto& row : pace.weeks)
    if (row.time.gap.value_or(false)) weeks.push_back(std::to_string(row.number));
  if (weeks.empty()) return "";
  return fmt::format("{} short in week{} {}", format_duration(pace.debt()),
                     weeks.size() == 1 ? "" : "s", fmt::join(weeks, ", "));
}

std::string habits_text(const Pace& pace) {
  if (!pace.habits) return "";
  const auto& habits = *pace.habits;
  return fmt::format("{:.1f} hours a week, {} hands-on, {} on weeknights, in the last {} of study",
                     habits.hours_a_week, whole_percent(habits.hands_on_share),
                     whole_percent(habits.on_weeknights_share), counted(habits.weeks, "week"));
}

std::string profile_text(const Pace& pace, const Cadence& cadence) {
  if (!pace.habits) return "";
  if (!cadence.profile) return "none of the guide's";
  const auto& profile = *cadence.profile;
  const int pause = pace.pause_weeks();
  const auto sign = fmt::format("{}: {}", profile.title, profile.sign);
  if (pause == 0) return fmt::format("{}; {}", sign, profile.advice);
  return fmt::format("{}, before {} without study; gradus today shows where to go on", sign,
                     counted(pause, "week"));
}

// The guide's figures, as the guide's.
std::string guide_text(const Cadence& cadence) {
  const auto& profile = *cadence.profile;
  return fmt::format(
      "The guide's own estimate for it, not a promise: {}% kept after 12 weeks, {}% pass a first "
      "interview round ({}, {}).",
      profile.retention_percent, profile.first_round_percent, cadence.source, cadence.as_of.iso());
}

FactList facts(const Pace& pace, const Cadence& cadence) {
  FactList list{{{"Streak", pace.streak_weeks == 0
                                ? (pace.read() + pace.hands_on() > Minutes{0}
                                       ? "none now: no study this week or last"
                                       : "no week with study yet")
                                : counted(pace.streak_weeks, "week") + " with study in a row"},
                 {"Split", split_text(pace)},
                 {"Behind", debt_text(pace)},
                 {"Habits", habits_text(pace)},
                 {"Profile", profile_text(pace, cadence)}}};
  std::erase_if(list.facts, [](const auto& fact) { return fact.second.empty(); });
  return list;
}

}  // namespace

Document view(const Pace& pace, const Cadence& cadence, PaceBy by) {
  Section section{
      "Pace · " + day_text(pace.date) + (pace.since ? ", since " + day_text(*pace.since) : ""), {}};
  auto& parts = section.parts;
  const auto shows = [by](PaceBy part) { return by == PaceBy::all || by == part; };
  if (by == PaceBy::all) {
    parts.emplace_back(facts(pace, cadence));
    if (pace.habits && cadence.profile) parts.emplace_back(Paragraph{guide_text(cadence)});
  }
  if (shows(PaceBy::week)) parts.emplace_back(weeks_section(pace));
  if (shows(PaceBy::kind) && by != PaceBy::all) parts.emplace_back(kinds_section(pace));
  if (shows(PaceBy::topic)) parts.emplace_back(topics_section(pace));
  if (shows(PaceBy::topic)) parts.emplace_back(ahead_section(pace));
  return {{std::move(section)}};
}

}  // namespace gradus::report
