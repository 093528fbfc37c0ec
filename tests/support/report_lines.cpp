#include "support/figures.hpp"
#include "support/json_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace gradus::testing::by_json {

namespace {

std::string state(const json& tier) {
  return tier["passed_on"].is_null() ? text(tier["state"]) : "passed " + text(tier["passed_on"]);
}

std::string ending(const json& report) {
  const auto finish = date(report["finish"]);
  if (!report["finished_on"].is_null()) {
    const auto late = date(report["finished_on"]) - finish;
    return fmt::format("and was finished on {}, {}", text(report["finished_on"]),
                       slip(late.count() + report["slip_days"].get<int>()));
  }
  const auto over = (date(report["date"]) - finish).count();
  if (over > 0)
    return fmt::format("and, by the current plan, was to end on {}: it is {} over",
                       text(report["finish"]), counted(over, "day"));
  return fmt::format("and, by the current plan, ends on {}, {}", text(report["finish"]),
                     slip(report["slip_days"]));
}

void add_summary(Lines& lines, const json& report) {
  add_figures(
      lines,
      fmt::format("This is the log of one learner's path through the curriculum “Ink”. It {} on {} "
                  "{}.",
                  report["start"] <= report["date"] ? "began" : "begins", text(report["start"]),
                  ending(report)));
  const auto& tiers = report["tiers"];
  if (report["tier_number"].is_null()) {
    add_figures(lines, fmt::format("On {} all {} are passed.", text(report["date"]),
                                   counted(tiers.size(), "tier")));
  } else {
    const auto& tier = tiers[report["tier_number"].get<std::size_t>() - 1];
    const auto& moves = report["gate_moves_days"];
    const auto& now = report["ahead"][0];
    add_figures(
        lines,
        fmt::format("On {} the {} in tier {} of {}, {}, {}; {}.{}", text(report["date"]),
                    report["date"] < report["start"] ? "start lies ahead," : "learner is",
                    text(report["tier_number"]), text(report["tiers_total"]), text(tier["title"]),
                    report["gate_shut"] == true && now["gate"] != true
                        ? "with all its weeks studied and its gate still shut"
                        : fmt::format("in week {} of {}, {}", text(report["week_number"]),
                                      text(report["weeks_total"]), week_title(now)),
                    met(tier["met"], tier["total"]),
                    moves.is_number() && moves > 0
                        ? " What the gate still takes is not in the plan, and "
                          "moves its end by " +
                              counted(moves, "day") + "."
                        : ""));
  }
  add_figures(lines, fmt::format("Tiers {} of {} passed", text(report["tiers_passed"]),
                                 text(report["tiers_total"])));
  add_figures(lines,
              fmt::format("Hours {} of {} planned: {} reading, {} hands-on",
                          duration(report["actual_minutes"]), duration(report["planned_minutes"]),
                          duration(report["read_minutes"]), duration(report["hands_on_minutes"])));
  const auto solved = report["problems_solved"].get<int>();
  const auto target = report["problems_target"].get<int>();
  const auto open = report["problems_open"].get<int>();
  const bool others = open > 0 && open > target - solved;
  add_figures(lines, fmt::format("Problems {} of {} solved{}", solved, target,
                                 others ? ", " + counted(open, "planned one") + " open" : ""));
}

void add_tiers(Lines& lines, const json& tiers) {
  for (const auto& tier : tiers) {
    const auto solved = text(tier["problems_solved"]);
    const auto problems = tier["problems_target"] == 0
                              ? (solved == "0" ? "" : solved)
                              : fmt::format("{}/{}", solved, text(tier["problems_target"]));
    add_figures(
        lines,
        fmt::format("{} {} {} {}/{} {}/{} {}", text(tier["title"]), text(tier["to"]),
                    tier["passed_on"].is_null() ? text(tier["state"]) : text(tier["passed_on"]),
                    text(tier["met"]), text(tier["total"]), duration(tier["actual_minutes"]),
                    duration(tier["planned_minutes"]), problems));
  }
}

void add_criteria(Lines& lines, const json& tier, bool proven) {
  for (const auto& criterion : tier["criteria"])
    if ((criterion["status"] == "pass") == proven) add_figures(lines, outcome(criterion));
}

void add_proven(Lines& lines, const json& report) {
  for (const auto& tier : report["tiers"]) {
    if (tier["met"] == 0) continue;
    add_figures(lines, text(tier["title"]) + ", " + state(tier));
    add_criteria(lines, tier, true);
  }
  for (const auto& artefact : report["artefacts"]) add_figures(lines, text(artefact["on"]));
}

std::string percent(const json& share) {
  return share.is_null() ? "" : fmt::format("{:.0f}%", share.get<double>() * 100);
}

// What stands above a chart. Markdown has its title in the same line.
void add_chart(Lines& lines, const std::string& title, const std::string& words, Charts charts) {
  add_figures(lines, charts == Charts::tables ? title + " " + words : words);
}

void add_criteria_met(Lines& lines, const json& report, Charts charts) {
  Lines steps;
  for (const auto& tier : report["tiers"]) {
    const auto of_criteria = text(tier["met"]) + " of " + text(tier["total"]);
    const auto state_of = text(tier["state"]);
    add_figures(steps, charts == Charts::tables
                           ? fmt::format("{} {} {}", text(tier["title"]), of_criteria, state_of)
                           : fmt::format("{}, {}: {}", text(tier["title"]), state_of, of_criteria));
  }
  // The first tier is what a pyramid stands on.
  if (charts == Charts::drawn) std::ranges::reverse(steps);
  lines.insert(lines.end(), steps.begin(), steps.end());
}

// Whether a week has other days than in the plan as first made.
bool has_moved(const json& week) {
  return !week["first_from"].is_null() &&
         (week["first_from"] != week["first_day"] || week["first_to"] != week["to"]);
}

void add_plan(Lines& lines, const json& report, Charts charts) {
  if (charts == Charts::drawn) {
    for (const auto& week : report["weeks"])
      add_figures(lines, text(week["number"]) + " " + week_title(week));
    return;
  }
  const auto slip_days = report["slip_days"].get<int>();
  const auto first_finish = (date(report["finish"]) - calendar::Days{slip_days}).iso();
  auto from = text(report["start"]);
  auto to = std::max(text(report["finish"]), first_finish);
  Lines rows;
  for (const auto& week : report["weeks"]) {
    const bool moved = has_moved(week);
    from = std::min({from, text(week["first_day"]), moved ? text(week["first_from"]) : from});
    if (moved) to = std::max(to, text(week["first_to"]));
    add_figures(rows, fmt::format("{} {} {} {} {} {}", text(week["number"]), week_title(week),
                                  text(week["first_day"]), text(week["to"]),
                                  week["done"] == true   ? "done"
                                  : week["gate"] == true ? "not done, for the gate"
                                                         : "not done",
                                  moved ? text(week["first_to"]) : ""));
  }
  const auto add_days = [&rows](const std::string& name, const std::string& first,
                                const std::string& last) {
    add_figures(rows, name + " " + first + " " + last);
  };
  for (const auto& each : report["breaks"]) add_days("break", text(each["from"]), text(each["to"]));
  const auto today = text(report["date"]);
  if (from <= today && today <= to) add_days("today", today, today);
  if (slip_days != 0) add_days("first finish", first_finish, first_finish);
  add_figures(lines, fmt::format("From {} to {}.", from, to));
  lines.insert(lines.end(), rows.begin(), rows.end());
}

std::string decimal_hours(const json& minutes) {
  return fmt::format("{:.6g} h", std::round(minutes.get<double>() / 6) / 10);
}

// How many minutes a series has by a day; null before it begins.
json by_day(const json& points, const json& day) {
  json minutes;
  for (const auto& point : points)
    if (point["on"] <= day) minutes = point["minutes"];
  return minutes;
}

std::string finish_of_hours(const json& forecast) {
  if (forecast["status"] != "range" || forecast["p50"].is_null()) return "";
  const bool wide = !forecast["p80"].is_null() && forecast["p80"] != forecast["p50"];
  return fmt::format(" At the pace so far the hours are done by {}{}.", text(forecast["p50"]),
                     wide ? ", or, with less luck, by " + text(forecast["p80"]) : "");
}

void add_hours_so_far(Lines& lines, const json& report, Charts charts) {
  const auto& planned = report["hours"]["planned"];
  const auto& studied = report["hours"]["studied"];
  const auto due = by_day(planned, report["date"]);
  add_chart(lines, "Hours so far",
            fmt::format("{} studied by {}; the plan's weeks up to then asked for {}.{}",
                        duration(studied.back()["minutes"]), text(report["date"]),
                        duration(due.is_null() ? json(0) : due),
                        finish_of_hours(report["hours"]["forecast"])),
            charts);
  if (charts == Charts::drawn) {
    add_figures(lines, "planned 0 h to " + decimal_hours(planned.back()["minutes"]));
    add_figures(lines, "studied 0 h to " + decimal_hours(studied.back()["minutes"]));
    const auto& forecast = report["hours"]["forecast"];
    if (forecast["status"] == "range" && !forecast["p50"].is_null() && !forecast["p80"].is_null() &&
        forecast["p50"] > report["date"])
      add_figures(lines, fmt::format("forecast {} to {}", decimal_hours(studied.back()["minutes"]),
                                     decimal_hours(planned.back()["minutes"])));
    add_figures(lines, "today " + text(report["date"]));
    return;
  }
  for (const auto& point : planned) {
    const auto minutes = point["on"] > report["date"] ? json() : by_day(studied, point["on"]);
    add_figures(lines, fmt::format("{} {} {}", text(point["on"]), duration(point["minutes"]),
                                   minutes.is_null() ? "" : duration(minutes)));
  }
}

void add_hours_by_week(Lines& lines, const json& weeks, Charts charts) {
  if (std::ranges::all_of(weeks, [](const auto& week) { return week["minutes"] == 0; })) return;
  for (const auto& week : weeks)
    add_figures(lines,
                charts == Charts::drawn
                    ? text(week["week_of"]) + " " + duration(week["minutes"])
                    : fmt::format("{} {} {} {} {}", text(week["week_of"]),
                                  duration(week["read_minutes"]), duration(week["lab_minutes"]),
                                  duration(week["review_minutes"]), duration(week["minutes"])));
}

// Five steps of as many minutes each, up to the longest day, in two digits that count.
void add_steps(Lines& lines, int longest) {
  constexpr int steps = 5;
  constexpr std::size_t columns = 80;
  const double height = longest < 50    ? longest / 5.0
                        : longest < 500 ? (longest + 4) / 5
                                        : (longest + 49) / 50 * 10;
  std::string legend = "_ nothing";
  for (int step = 1; step <= steps; ++step)
    legend += fmt::format(", _ to {:.6g} min", height * step);
  // Where it has no room, its last word stands on a line without a number.
  if (legend.size() > columns) legend.erase(legend.rfind(" min"));
  std::erase(legend, '_');
  add_figures(lines, legend);
}

void add_study_days(Lines& lines, const json& report, Charts charts) {
  const auto& weeks = report["hours"]["weeks"];
  if (weeks.empty()) return;
  std::map<calendar::Date, int> days;
  int longest = 0;
  for (const auto& each : report["hours"]["days"]) {
    if (each["minutes"] == 0 || each["on"] < weeks[0]["week_of"] || each["on"] > report["date"])
      continue;
    days[date(each["on"])] = each["minutes"].get<int>();
    longest = std::max(longest, each["minutes"].get<int>());
  }
  if (days.empty()) return;
  add_chart(lines, "Days of study",
            fmt::format("{} with study from {} to {}.", counted(days.size(), "day"),
                        text(weeks[0]["week_of"]), text(report["date"])),
            charts);
  if (charts == Charts::drawn) return add_steps(lines, longest);
  for (const auto& week : weeks) {
    auto row = text(week["week_of"]);
    const auto monday = date(week["week_of"]);
    for (const auto& [day, minutes] : days)
      if (monday <= day && day < monday + calendar::Days{7}) row += " " + duration(minutes);
    add_figures(lines, row);
  }
}

void add_topics(Lines& lines, const json& report, Charts charts) {
  if (report["problems_solved"] == 0) return;
  add_chart(lines, "Problems solved, by topic",
            fmt::format("{} of {} solved.", text(report["problems_solved"]),
                        counted(report["problems_target"], "problem")),
            charts);
  for (const auto& topic : report["topics"]) {
    const auto first_try = percent(topic["first_try"]);
    if (charts == Charts::tables)
      add_figures(lines,
                  fmt::format("{} {} {} {} {} {} {}", text(topic["title"]), text(topic["easy"]),
                              text(topic["medium"]), text(topic["hard"]), text(topic["solved"]),
                              number_or_none(topic["target"]), first_try));
    else if (topic["solved"] != 0)
      add_figures(lines,
                  fmt::format("{} {} easy, {} medium, {} hard{}", text(topic["title"]),
                              text(topic["easy"]), text(topic["medium"]), text(topic["hard"]),
                              first_try.empty() ? "" : "; " + first_try + " at the first try"));
  }
}

void add_recall(Lines& lines, const json& topics) {
  for (const auto& topic : topics)
    if (!topic["recall"].is_null())
      add_figures(lines, text(topic["title"]) + " " + percent(topic["recall"]));
}

// Weeks of the open tier before the current one that are not done, then the current one and the
// next.
std::vector<json> what_comes_next(const json& report) {
  std::vector<json> weeks;
  if (report["ahead"].empty()) return weeks;
  for (const auto& week : report["weeks"])
    if (week["tier"] == report["tier"] && week["number"] < report["week_number"] &&
        week["done"] == false)
      weeks.push_back(week);
  weeks.insert(weeks.end(), report["ahead"].begin(), report["ahead"].end());
  return weeks;
}

std::string days_since(const json& report, const json& day, const std::string& word) {
  const auto days = (date(report["date"]) - date(day)).count();
  return days > 0 ? counted(days, "day") + " " + word : "";
}

void add_next(Lines& lines, const json& report) {
  const auto weeks = what_comes_next(report);
  for (const auto& week : weeks) {
    const int open = week["problems_total"].get<int>() - week["problems_done"].get<int>();
    add_figures(lines,
                fmt::format("{} {} {} {} {}{} {}", text(week["number"]), text(week["from"]),
                            text(week["to"]), week_title(week), duration(week["left_minutes"]),
                            open > 0 ? ", " + counted(open, "problem") : "",
                            days_since(report, week["to"], "over")));
  }
  for (const auto& week : weeks)
    for (const auto& artefact : week["artefacts"])
      if (artefact["delivered"] == false) {
        const auto late = days_since(report, artefact["due"], "late");
        add_figures(lines, fmt::format("by {}: {}{}", text(artefact["due"]),
                                       text(artefact["title"]), late.empty() ? "" : ", " + late));
      }
}

}  // namespace

Lines report_lines(const json& report, Charts charts) {
  Lines lines;
  add_summary(lines, report);
  add_tiers(lines, report["tiers"]);
  add_criteria_met(lines, report, charts);
  add_plan(lines, report, charts);
  add_hours_so_far(lines, report, charts);
  add_hours_by_week(lines, report["hours"]["weeks"], charts);
  add_study_days(lines, report, charts);
  add_proven(lines, report);
  add_topics(lines, report, charts);
  add_module_results(lines, report);
  add_recall(lines, report["topics"]);
  for (const auto& tier : report["tiers"])
    if (tier["state"] == "open") add_criteria(lines, tier, false);
  add_next(lines, report);
  return lines;
}

}  // namespace gradus::testing::by_json
