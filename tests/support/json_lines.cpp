#include "support/json_lines.hpp"

#include "support/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace gradus::testing::by_json {

namespace {

// "24 weeks", "39 plan weeks over 108 calendar weeks".
std::string length(const json& plan) {
  const auto days = (date(plan["finish"]) - date(plan["start"])).count() + 1;
  const auto weeks = (days + 6) / 7;
  if (json(weeks) == plan["weeks"].size()) return counted(weeks, "week");
  return fmt::format("{} over {}", counted(plan["weeks"].size(), "plan week"),
                     counted(weeks, "calendar week"));
}

}  // namespace

Lines plan_lines(const json& plan) {
  Lines lines;
  add_figures(lines, "Start: " + day(plan["start"]));
  add_figures(
      lines, fmt::format("Finish: {}, {}{}", day(plan["finish"]), slip(plan["slip_days"]),
                         plan["slip_days"] == 0 ? "" : " (" + text(plan["baseline_finish"]) + ")"));
  add_figures(lines, fmt::format("In all: {} in {}, {}, {}", duration(plan["planned_minutes"]),
                                 length(plan), counted(plan["problems_total"], "problem"),
                                 counted(plan["artefacts_total"], "artefact")));
  const bool with_left = plan["minutes"] != plan["planned_minutes"];
  if (with_left) add_figures(lines, "Left: " + duration(plan["left_minutes"]));
  if (plan["problems_beyond"] > 0)
    add_figures(lines,
                fmt::format("Beyond: {} more than the weeks ask for; the gate and the report "
                            "count them too",
                            counted(plan["problems_beyond"], "problem")));
  const auto row = [&](const std::string& number, const std::string& title, const json& of) {
    add_figures(lines,
                fmt::format("{} {} {} {} {} {} {} {}", number, text(of["from"]), text(of["to"]),
                            title, hours_of(of), done_of(of["problems_done"], of["problems_total"]),
                            done_of(of["artefacts_done"], of["artefacts_total"]),
                            with_left ? duration(of["left_minutes"]) : ""));
  };
  for (const auto& tier : plan["tiers"]) {
    row("", fmt::format("{}, {}", title_of(tier["tier"]), counted(tier["weeks"], "week")), tier);
    for (const auto& week : plan["weeks"]) {
      if (week["tier"] != tier["tier"]) continue;
      row(text(week["number"]), (week["current"] == true ? "now: " : "") + week_title(week), week);
    }
  }
  for (const auto& each : plan["breaks"]) add_figures(lines, "BREAK " + span(each));
  for (const auto& warning : plan["warnings"])
    add_figures(lines, "WARNING " + text(warning["message"]));
  return lines;
}

Lines week_lines(const json& week, std::size_t weeks) {
  Lines lines;
  const bool now = week["current"] == true;
  add_figures(lines,
              fmt::format("Week {} of {}: {}", text(week["number"]), weeks, week_title(week)));
  add_figures(lines, "Dates: " + span(week) + (now ? " (current week)" : ""));
  add_figures(lines, fmt::format("Time: read {}, lab {}, review {}", duration(week["read_minutes"]),
                                 duration(week["lab_minutes"]), duration(week["review_minutes"])));
  if (const auto& moves = week["gate_moves_days"]; moves.is_number() && moves > 0)
    add_figures(lines, "Plan: no time for this gate yet; gradus replan moves the finish by " +
                           counted(moves, "day"));
  add_figures(lines, hours_bar(week));
  add_problems_bar(lines, week);
  for (const auto& each : week["days"])
    add_figures(lines, fmt::format("{} {}{}", day(each["on"]), duration(each["studied_minutes"]),
                                   each["planned_minutes"] == 0
                                       ? ", nothing planned"
                                       : " of " + duration(each["planned_minutes"])));
  for (const auto& criterion : week["unmet"])
    add_figures(lines, text(criterion["id"]) + ": " + outcome(criterion));
  for (const auto& block : week["blocks"])
    add_figures(lines, fmt::format("{} {} {} {}{}", day(block["on"]),
                                   block["at"].is_null() ? "" : text(block["at"]),
                                   duration(block["minutes"]), text(block["kind"]),
                                   block.contains("past") ? " (past)" : ""));
  for (const auto& row : week["problems"]) {
    const int left = row["count"].get<int>() - row["solved"].get<int>();
    add_figures(lines, fmt::format("{} {} {} {} {} {}", title_of(row["topic"]),
                                   text(row["difficulty"]), text(row["solved"]), text(row["count"]),
                                   left > 0 ? std::to_string(left) : "done",
                                   row["top_up"] == true ? "top-up" : ""));
  }
  for (const auto& artefact : week["artefacts"])
    add_figures(lines, fmt::format("{}, by {}", text(artefact["id"]), day(artefact["due"])));
  add_deep_dives(lines, week);
  return lines;
}

namespace {

void add_todays_blocks(Lines& lines, const json& today) {
  std::string words;
  for (const auto& block : today["blocks"]) {
    const int left = block["minutes"].get<int>() - block["done_minutes"].get<int>();
    words += fmt::format("{}{} {} {}{}", words.empty() ? "" : ", ",
                         block["at"].is_null() ? "" : text(block["at"]), text(block["kind"]),
                         duration(block["minutes"]),
                         left == 0                    ? " (done)"
                         : block["done_minutes"] == 0 ? ""
                                                      : " (" + duration(left) + " to go)");
  }
  if (words.empty() && !today["break_until"].is_null())
    words = "a break until " + day(today["break_until"]);
  add_figures(lines, "Today: " + words);
}

void add_missed(Lines& lines, const json& today) {
  std::map<std::string, int> missed;
  int sum = 0;
  for (const auto& block : today["missed"]) {
    missed[text(block["on"])] += block["minutes"].get<int>();
    sum += block["minutes"].get<int>();
  }
  std::vector<std::string> days;
  days.reserve(missed.size());
  for (const auto& [on, minutes] : missed)
    days.push_back(day(on).substr(0, 3) + " " + duration(minutes));
  const auto all = missed.size() == 1 ? "" : duration(sum) + ": ";
  if (!missed.empty()) add_figures(lines, "Missed: " + all + joined(days, ", "));
}

// "32 problems, 1 artefact".
std::string work(int problems, std::size_t artefacts) {
  std::vector<std::string> parts;
  if (problems > 0) parts.push_back(counted(problems, "problem"));
  if (artefacts > 0) parts.push_back(counted(artefacts, "artefact"));
  return joined(parts, ", ");
}

std::string behind(const json& weeks) {
  std::vector<std::string> parts;
  int problems = 0;
  std::size_t artefacts = 0;
  int late = 0;
  for (const auto& week : weeks) {
    if (parts.size() == 2) {
      problems += week["problems"].get<int>();
      artefacts += week["artefacts"].size();
      late = std::max(late, week["days_late"].get<int>());
      continue;
    }
    std::vector<std::string> open;
    if (week["problems"] != 0) open.push_back(counted(week["problems"], "problem"));
    for (const auto& id : week["artefacts"]) open.push_back(text(id));
    if (week["days_late"] != 0) open.push_back(counted(week["days_late"], "day") + " late");
    parts.push_back(text(week["week"]) + ": " + joined(open, ", "));
  }
  if (weeks.size() > 2) {
    std::vector<std::string> of_others{work(problems, artefacts)};
    if (late > 0) of_others.push_back("up to " + counted(late, "day") + " late");
    parts.push_back(counted(weeks.size() - 2, "more week") + ": " + joined(of_others, ", "));
  }
  return joined(parts, "; ");
}

std::string left(const json& today) {
  std::map<std::string, std::string> topics;
  for (const auto& kind : today["unsolved"]) {
    auto& counts = topics[text(kind["topic"])];
    counts += (counts.empty() ? "" : ", ") + text(kind["count"]) + " " + text(kind["difficulty"]);
  }
  std::vector<std::string> parts;
  parts.reserve(topics.size());
  for (const auto& [topic, counts] : topics)
    parts.push_back(counts +
                    (counts.starts_with("1 ") && counts.find(',') == std::string::npos
                         ? " problem on "
                         : " problems on ") +
                    title_of(topic));
  for (const auto& artefact : today["artefacts_due"])
    parts.push_back(
        text(artefact["id"]) +
        (artefact["late"] == true
             ? fmt::format(" {} late",
                           counted((date(today["date"]) - date(artefact["due"])).count(), "day"))
             : " by " + day(artefact["due"])));
  return joined(parts, "; ");
}

std::string lacks(const json& today) {
  const auto& unmet = today["unmet"];
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min<std::size_t>(2, unmet.size()); ++i)
    parts.push_back(
        fmt::format("{} ({})", text(unmet[i]["id"]),
                    unmet[i]["unit"] == "signatures" ? "not signed yet" : have_of_need(unmet[i])));
  return joined(parts, ", ") +
         (unmet.size() > 2 ? fmt::format(" and {} more", unmet.size() - 2) : "");
}

std::string waiting(const json& today) {
  std::vector<std::string> parts;
  if (today["waiting_minutes"] != 0) parts.push_back(duration(today["waiting_minutes"]));
  if (today["waiting_problems"] != 0)
    parts.push_back(counted(today["waiting_problems"], "problem"));
  return joined(parts, " and ") + ", for tiers that are still locked";
}

void add_review(Lines& lines, const json& today) {
  const auto first_two = [](const json& values) {
    std::vector<std::string> named;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, values.size()); ++i)
      named.push_back(text(values[i]));
    return joined(named, ", ");
  };
  const auto& blocks = today["blocks"];
  const bool planned =
      std::ranges::any_of(blocks, [](const auto& block) { return block["kind"] == "review"; });
  if (today["review_done"] == true) {
    if (today["reviewed"] > 0)
      add_figures(lines, "Review: done for today, " + text(today["reviewed"]) + " reviewed");
    return;
  }
  if (!planned) {
    if (const auto& titles = today["to_review"]; !titles.empty())
      add_figures(lines, fmt::format("Review: {} for today, {} (gradus review)", titles.size(),
                                     duration(today["to_review_minutes"])));
    return;
  }
  std::vector<std::string> parts;
  if (const auto& titles = today["to_review"]; !titles.empty())
    parts.push_back(
        fmt::format("{}{} (gradus review)", first_two(titles),
                    titles.size() > 2 ? fmt::format(" and {} more", titles.size() - 2) : ""));
  if (const auto& topics = today["weak_topics"]; !topics.empty())
    parts.push_back(fmt::format("weak: {} (gradus pace --by topic)", first_two(topics)));
  if (!parts.empty()) add_figures(lines, "Review: " + joined(parts, "; "));
}

void add_dates(Lines& lines, const json& today, const json& week, const json& plan) {
  const auto ahead = (date(week["from"]) - date(today["date"])).count();
  const auto late = (date(today["date"]) - date(week["to"])).count();
  const auto over = late > 0 ? ", " + counted(late, "day") + " over" : std::string();
  const bool begun = date(today["date"]) >= date(plan["start"]);
  if (today["gate_shut"] == true && week["gate"] != true)
    add_figures(lines, fmt::format("Week: all weeks of {} are studied; its gate is still shut{}",
                                   title_of(today["tier"]), over));
  else if (!begun || today["gate_shut"] == true || ahead <= 0)
    add_figures(lines, "Dates: " + span(week) + (begun ? over : ""));
  else
    add_figures(lines, fmt::format("Dates: {}, {}", span(week),
                                   today["open_before"].empty()
                                       ? counted(ahead, "day") + " ahead of the plan"
                                       : "hours " + counted(ahead, "day") + " ahead"));
}

// `week`: the plan's row of the current one; null when every tier is passed.
void add_position(Lines& lines, const json& today, const json& week, const json& plan) {
  if (week.is_null()) return;
  const auto& streak = today["streak_weeks"];
  add_figures(lines,
              fmt::format("Tier: {} (tier {} of {}){}", title_of(today["tier"]),
                          text(today["tier_number"]), text(today["tiers_total"]),
                          streak == 0   ? ""
                          : streak == 1 ? ", 1 week with study"
                                        : ", " + counted(streak, "week") + " in a row with study"));
  if (today["gate_shut"] != true || week["gate"] == true)
    add_figures(lines, fmt::format("Week: {} of {} · {}", text(today["week_number"]),
                                   text(today["weeks_total"]), week_title(week)));
  add_dates(lines, today, week, plan);
  add_todays_blocks(lines, today);
  add_module_today(lines, today);
  add_review(lines, today);
  add_missed(lines, today);
  if (const auto& weeks = today["open_before"]; !weeks.empty()) {
    const bool late =
        std::ranges::any_of(weeks, [](const auto& each) { return each["days_late"] > 0; });
    add_figures(lines, (late ? "Behind: " : "Open: ") + behind(weeks));
  }
  if (const auto words = left(today); !words.empty()) add_figures(lines, "Left: " + words);
  if (today["at_the_gate"] == true) add_figures(lines, "Gate: lacks " + lacks(today));
  if (const auto& moves = today["gate_moves_days"]; moves.is_number() && moves > 0)
    add_figures(lines, "Plan: no time for this gate yet; gradus replan moves the finish by " +
                           counted(moves, "day"));
  const bool waits = today["waiting_minutes"] != 0 || today["waiting_problems"] != 0;
  if (waits && today["at_the_gate"] != true) add_figures(lines, "Waiting: " + waiting(today));
  add_figures(lines, hours_bar(today));
  add_problems_bar(lines, today);
}

void add_last_days(Lines& lines, const json& today) {
  const auto& days = today["last_days"];
  std::vector<std::string> studied;
  bool before_today = false;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (days[i]["minutes"] == 0) continue;
    const bool last = i + 1 == days.size();
    before_today = before_today || !last;
    studied.push_back((last ? "today" : day(days[i]["on"]).substr(0, 3)) + " " +
                      duration(days[i]["minutes"]));
  }
  if (before_today)
    add_figures(lines, fmt::format("Days {} of the last {}: {}", studied.size(), days.size(),
                                   joined(studied, ", ")));
}

}  // namespace

Lines today_lines(const json& today, const json& plan) {
  Lines lines;
  const auto week = today["week_number"].is_null()
                        ? json()
                        : plan["weeks"][today["week_number"].get<std::size_t>() - 1];
  add_figures(lines, day(today["date"]) + " · Ink");
  add_position(lines, today, week, plan);
  if (today["criteria_total"] != 0)
    add_figures(lines, "Gate " + met(today["criteria_met"], today["criteria_total"]));
  add_last_days(lines, today);
  if (today["tier"].is_null() && !today["unmet"].empty())
    add_figures(lines, "The finish check lacks " + lacks(today) + ".");
  add_figures(lines, "Next: " + text(today["next"]["command"]));
  add_figures(lines, text(today["next"]["reason"]));
  return lines;
}

}  // namespace gradus::testing::by_json
