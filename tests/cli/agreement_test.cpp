#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"

#include "support/figures.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

// Whatever a learner did, every format tells the same numbers: the lines of each text that hold a
// number are written here from the JSON, and have to be those that the program printed.
namespace gradus::cli::agreement_test {

using gradus::testing::add_figures;
using gradus::testing::figures;
using gradus::testing::Program;
using nlohmann::json;

namespace {

using Lines = std::vector<std::string>;

// Two tiers of five weeks, without a digit in any title.
constexpr auto ink = R"({"format": 1, "id": "ink", "title": "Ink", "version": "one",
  "minutes": {"read": 60, "lab": 90, "review": 30},
  "available": "wed=1h@20:00:read,sat=1h30m@10:00:lab,sun=30m@17:00:review",
  "topics": [{"id": "lines", "title": "Lines"}, {"id": "washes", "title": "Washes"}],
  "tiers": [
    {"id": "pen", "title": "Pen", "compress": "half", "weeks": [
       {"id": "one", "title": "Nib",
        "problems": [{"topic": "lines", "difficulty": "easy", "count": 2},
                     {"topic": "lines", "difficulty": "easy", "count": 1, "top_up": true}],
        "artefacts": [{"id": "sheet", "title": "A sheet", "kind": "photo"}]},
       {"id": "two", "title": "Hatching",
        "problems": [{"topic": "lines", "difficulty": "hard", "count": 3}]},
       {"id": "three", "title": "Contour", "minutes": {"read": 0, "lab": 45, "review": 0}}],
     "exit": [
       {"id": "time", "title": "Time with the pen", "kind": "measured",
        "require": {"of": "sessions", "measure": "minutes", "at_least": 150}},
       {"id": "drawn", "title": "Lines drawn", "kind": "measured",
        "require": {"of": "problems", "measure": "count", "at_least": 3}}]},
    {"id": "brush", "title": "Brush", "weeks": [
       {"id": "four", "title": "Wet",
        "problems": [{"topic": "washes", "difficulty": "medium", "count": 2}],
        "artefacts": [{"id": "study", "title": "A study", "kind": "photo"}]},
       {"id": "five", "title": "Dry",
        "artefacts": [{"id": "picture", "title": "A picture", "kind": "photo"}]}],
     "exit": [{"id": "shown", "title": "It is shown", "kind": "attest",
               "require": {"attested": true}},
              {"id": "hung", "title": "The picture hangs", "kind": "artefact",
               "require": {"artefact": "picture"}}]}]})";

std::string title_of(const json& id) {
  auto title = id.get<std::string>();
  title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
  return title;
}

std::string duration(const json& minutes) {
  return calendar::format_duration(calendar::Minutes{minutes.get<int>()});
}

calendar::Date date(const json& iso) {
  return calendar::Date::parse(iso.get<std::string>()).value();
}

std::string day(const json& iso) {
  constexpr std::array names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return fmt::format("{} {}", names.at(date(iso).weekday().c_encoding()), iso.get<std::string>());
}

std::string text(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string counted(const json& number, const std::string& noun) {
  return fmt::format("{} {}{}", text(number), noun, number == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& parts, const char* by) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : by) + part;
  return all;
}

std::string number_or_none(const json& number) {
  return number == 0 ? "" : text(number);
}

std::string done_of(const json& done, const json& all) {
  return all == 0 ? "" : text(done) + "/" + text(all);
}

std::string hours_of(const json& of) {
  const auto planned = duration(of["planned_minutes"]);
  return of["actual_minutes"] == 0 ? planned : duration(of["actual_minutes"]) + "/" + planned;
}

std::string slip(const json& days) {
  const int number = days.get<int>();
  if (number == 0) return "as first planned";
  return fmt::format("{} {} than first planned", counted(std::abs(number), "day"),
                     number > 0 ? "later" : "earlier");
}

std::string done(const json& actual, const json& planned) {
  auto both = duration(actual) + " of " + duration(planned);
  if (actual == planned) return both;
  return actual < planned
             ? fmt::format("{}, {} to go", both, duration(planned.get<int>() - actual.get<int>()))
             : fmt::format("{}, {} over", both, duration(actual.get<int>() - planned.get<int>()));
}

std::string hours_bar(const json& of) {
  const int filled = of["filled_minutes"].get<int>();
  const auto words =
      done(of["actual_minutes"].get<int>() + filled, of["planned_minutes"].get<int>());
  return "Hours " + words + (filled > 0 ? " (" + duration(filled) + " from earlier weeks)" : "");
}

std::string span(const json& of) {
  return fmt::format("{} → {}", text(of["from"]), text(of["to"]));
}

void add_problems_bar(Lines& lines, const json& of) {
  if (of["problems_total"] == 0) return;
  const int left = of["problems_total"].get<int>() - of["problems_done"].get<int>();
  add_figures(lines, fmt::format("Problems {} of {} solved{}", text(of["problems_done"]),
                                 text(of["problems_total"]),
                                 left > 0 ? fmt::format(", {} to go", left) : ""));
}

constexpr std::array sums{"minutes",        "left_minutes",  "planned_minutes", "actual_minutes",
                          "problems_total", "problems_done", "artefacts_total", "artefacts_done"};

// "24 weeks", "39 plan weeks over 108 calendar weeks".
std::string length(const json& plan) {
  const auto days = (date(plan["finish"]) - date(plan["start"])).count() + 1;
  const auto weeks = (days + 6) / 7;
  if (json(weeks) == plan["weeks"].size()) return counted(weeks, "week");
  return fmt::format("{} over {}", counted(plan["weeks"].size(), "plan week"),
                     counted(weeks, "calendar week"));
}

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
                            title, hours_of(of), with_left ? duration(of["left_minutes"]) : "",
                            done_of(of["problems_done"], of["problems_total"]),
                            done_of(of["artefacts_done"], of["artefacts_total"])));
  };
  for (const auto& tier : plan["tiers"]) {
    row("", fmt::format("{}, {}", title_of(tier["tier"]), counted(tier["weeks"], "week")), tier);
    for (const auto& week : plan["weeks"]) {
      if (week["tier"] != tier["tier"]) continue;
      row(text(week["number"]), (week["current"] == true ? "now: " : "") + text(week["title"]),
          week);
    }
  }
  for (const auto& each : plan["breaks"]) add_figures(lines, "BREAK " + span(each));
  for (const auto& warning : plan["warnings"])
    add_figures(lines, "WARNING " + text(warning["message"]));
  return lines;
}

// "2 of 3 problems, 1 missing"
std::string outcome(const json& criterion) {
  const auto unit = text(criterion["unit"]);
  if (unit == "signatures") return "";
  const auto amount = [&](const json& number) {
    return unit == "minutes" ? duration(number) : text(number);
  };
  const auto noun = [&](const json& number) {
    if (unit == "minutes") return std::string();
    return " " + (number == 1 ? unit.substr(0, unit.size() - 1) : unit);
  };
  const auto& have = criterion["have"];
  const auto& need = criterion["need"];
  if (criterion["status"] == "pass" && have != need)
    return fmt::format("{}{}, {} needed", amount(have), noun(have), amount(need));
  const auto compared = fmt::format("{} of {}{}", amount(have), amount(need), noun(need));
  return criterion["status"] == "pass"
             ? compared
             : fmt::format("{}, {} missing", compared, amount(criterion["missing"]));
}

Lines week_lines(const json& week, std::size_t weeks) {
  Lines lines;
  const bool now = week["current"] == true;
  add_figures(lines,
              fmt::format("Week {} of {}: {}", text(week["number"]), weeks, text(week["title"])));
  add_figures(lines, "Dates: " + span(week) + (now ? " (now)" : ""));
  add_figures(lines, fmt::format("Time: read {}, lab {}, review {}", duration(week["read_minutes"]),
                                 duration(week["lab_minutes"]), duration(week["review_minutes"])));
  if (const auto& moves = week["gate_moves_days"]; moves.is_number() && moves > 0)
    add_figures(lines, "Plan: no time for this gate yet; gradus replan moves the finish by " +
                           counted(moves, "day"));
  add_figures(lines, hours_bar(week));
  add_problems_bar(lines, week);
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
  return lines;
}

std::string have_of_need(const json& criterion) {
  const auto words = outcome(criterion);
  return words.substr(0, words.find(", "));
}

std::string met(const json& number, const json& total) {
  return fmt::format("{} of {} {} met", text(number), text(total),
                     total == 1 ? "criterion" : "criteria");
}

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
                                   text(today["weeks_total"]), text(today["week_title"])));
  add_dates(lines, today, week, plan);
  add_todays_blocks(lines, today);
  if (!today["open_before"].empty()) add_figures(lines, "Behind: " + behind(today["open_before"]));
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

Lines today_lines(const json& today, const json& plan) {
  Lines lines;
  const auto week = today["week_number"].is_null()
                        ? json()
                        : plan["weeks"][today["week_number"].get<std::size_t>() - 1];
  add_figures(lines, day(today["date"]) + " · Ink");
  add_position(lines, today, week, plan);
  if (today["criteria_total"] != 0)
    add_figures(lines, "Gate " + met(today["criteria_met"], today["criteria_total"]));
  if (today["tier"].is_null() && !today["unmet"].empty())
    add_figures(lines, "The finish check lacks " + lacks(today) + ".");
  add_figures(lines, "Next: " + text(today["next"]["command"]));
  add_figures(lines, text(today["next"]["reason"]));
  return lines;
}

std::string state(const json& tier) {
  return tier["passed_on"].is_null() ? text(tier["state"]) : "passed " + text(tier["passed_on"]);
}

std::string ending(const json& report) {
  const auto over = (date(report["date"]) - date(report["finish"])).count();
  if (over > 0 && !report["tier_number"].is_null())
    return fmt::format("was to end on {}: it is {} over", text(report["finish"]),
                       counted(over, "day"));
  return fmt::format("{} on {}, {}", over > 0 ? "ended" : "ends", text(report["finish"]),
                     slip(report["slip_days"]));
}

void add_summary(Lines& lines, const json& report) {
  add_figures(
      lines,
      fmt::format("This is the log of one learner's path through the curriculum “Ink”. It {} on {} "
                  "and, by the current plan, {}.",
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
        fmt::format("On {} the learner is in tier {} of {}, {}, {}; {}.{}", text(report["date"]),
                    text(report["tier_number"]), text(report["tiers_total"]), text(tier["title"]),
                    report["gate_shut"] == true && now["gate"] != true
                        ? "with all its weeks studied and its gate still shut"
                        : fmt::format("in week {} of {}, {}", text(report["week_number"]),
                                      text(report["weeks_total"]), text(now["title"])),
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
  add_figures(lines, fmt::format("Problems {} of {} solved", text(report["problems_solved"]),
                                 text(report["problems_target"])));
}

void add_tiers(Lines& lines, const json& tiers) {
  for (const auto& tier : tiers) {
    const auto problems =
        fmt::format("{}/{}", text(tier["problems_solved"]), text(tier["problems_target"]));
    add_figures(
        lines,
        fmt::format("{} {} {} {}/{} {}/{} {}", text(tier["title"]), text(tier["to"]),
                    tier["passed_on"].is_null() ? text(tier["state"]) : text(tier["passed_on"]),
                    text(tier["met"]), text(tier["total"]), duration(tier["actual_minutes"]),
                    duration(tier["planned_minutes"]), problems == "0/0" ? "" : problems));
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
  if (report["problems_solved"] == 0) return;
  for (const auto& topic : report["topics"])
    add_figures(lines, fmt::format("{} {} {} {} {} {}", text(topic["title"]), text(topic["easy"]),
                                   text(topic["medium"]), text(topic["hard"]),
                                   text(topic["solved"]), number_or_none(topic["target"])));
}

Lines report_lines(const json& report) {
  Lines lines;
  add_summary(lines, report);
  add_tiers(lines, report["tiers"]);
  add_proven(lines, report);
  for (const auto& tier : report["tiers"])
    if (tier["state"] == "open") add_criteria(lines, tier, false);
  for (const auto& week : report["ahead"])
    add_figures(lines, fmt::format("{} {} {} {} {}", text(week["number"]), text(week["from"]),
                                   text(week["to"]), text(week["title"]),
                                   duration(week["planned_minutes"])));
  for (const auto& week : report["ahead"])
    for (const auto& artefact : week["artefacts"])
      if (artefact["delivered"] == false)
        add_figures(lines,
                    fmt::format("by {}: {}", text(artefact["due"]), text(artefact["title"])));
  return lines;
}

// A store that anything was done to.
class Learner {
 public:
  Learner() : program_(std::string(monday)) {
    const auto file = program_.folder().path() / "ink.json";
    std::ofstream(file) << ink;
    RC_ASSERT(program_.run({"init", "--curriculum", file.string()}).code == 0);
  }

  // Of the full range from the first case on.
  static int any(int least, int most) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
  }

  // One more thing, which may be refused.
  void act() {
    switch (any(0, 9)) {
      case 0:
      case 1:
      case 2:
        run(fmt::format("log {}m {}{}", any(1, 200), pick({"read", "lab", "review"}), week()));
        break;
      case 3:
      case 4:
        run(fmt::format("solve Task{} --minutes {} --topic {}{}", ++tasks_, any(1, 60),
                        pick({"lines --difficulty easy", "lines --difficulty hard",
                              "washes --difficulty medium", "washes --difficulty hard"}),
                        week()));
        break;
      case 5:
        run(std::string("artefact add ") + pick({"sheet", "study", "picture"}));
        break;
      case 6:
        run(pick({"unlock", "attest brush/shown --evidence seen", undo()}));
        break;
      case 7:
        run(std::string("replan --apply ") + pick({"extend", "catch-up", "trim"}));
        break;
      case 8:
        run(pick({fmt::format("plan break {} {}", (today_ + calendar::Days{2}).iso(),
                              (today_ + calendar::Days{6}).iso()),
                  "plan stretch brush --to 3", "plan stretch pen --to 5",
                  "plan available fri=1h"}));
        break;
      default:
        today_ = today_ + calendar::Days{any(1, 9)};
        program_.set_today(today_.iso());
    }
  }

  [[nodiscard]] json asked(const std::string& words) {
    return json::parse(program_.run(words + " --json").out);
  }
  [[nodiscard]] Lines told(const std::string& words) { return figures(program_.run(words).out); }
  [[nodiscard]] std::string today() const { return today_.iso(); }

 private:
  static constexpr auto monday = "2026-11-30";

  static std::string pick(const std::vector<std::string>& of) { return *rc::gen::elementOf(of); }
  static std::string week() { return pick({"", "", " --week one", " --week two", " --week four"}); }

  // Not so far back that there is no track any more.
  [[nodiscard]] std::string undo() const { return done_ > 0 ? "undo" : "unlock"; }

  void run(const std::string& words) {
    const auto answer = program_.run(words);
    if (words == "undo") --done_;
    if (answer.out.find("gradus undo") != std::string::npos) ++done_;
    RC_LOG() << today_.iso() << " $ gradus " << words << " [" << answer.code << "]\n";
  }

  Program program_;
  calendar::Date today_ = calendar::Date::parse(monday).value();
  int tasks_ = 0;
  int done_ = 0;  // steps since the track was made
};

void check_sums(const json& plan) {
  for (const auto* const sum : sums) {
    for (const auto* const list : {"weeks", "tiers"}) {
      int total = 0;
      for (const auto& each : plan[list]) total += each[sum].get<int>();
      RC_ASSERT(total == plan[sum].get<int>());
    }
  }
}

// A week of the plan and the same week by itself.
void check_week(const json& row, const json& week) {
  for (const auto& [key, value] : row.items())
    if (key != "problems" && key != "artefacts") RC_ASSERT(week[key] == value);
  int remaining = 0;
  for (const auto& block : week["blocks"])
    if (!block.contains("past")) remaining += block["minutes"].get<int>();
  RC_ASSERT(week["minutes"] == remaining);
  int asked = 0;
  int solved = 0;
  for (const auto& problems : week["problems"]) {
    asked += problems["count"].get<int>();
    solved += problems["solved"].get<int>();
  }
  RC_ASSERT(week["problems_total"] == asked);
  RC_ASSERT(week["problems_done"] == solved);
  RC_ASSERT(week["artefacts_total"] == week["artefacts"].size());
  RC_ASSERT(row["artefacts"].size() == week["artefacts"].size());
  RC_ASSERT(row["problems"].size() == week["problems"].size());
}

// What today and the report say of weeks and tiers that the plan has, too.
void check_others(const json& plan, const json& today, const json& report) {
  if (!today["week_number"].is_null()) {
    const auto& row = plan["weeks"][today["week_number"].get<std::size_t>() - 1];
    for (const auto* const key :
         {"tier", "planned_minutes", "actual_minutes", "problems_total", "problems_done"})
      RC_ASSERT(today[key] == row[key]);
  }
  for (const auto* const key : {"start", "finish", "slip_days", "planned_minutes"})
    RC_ASSERT(report[key] == plan[key]);
  RC_ASSERT(report["problems_target"] == plan["problems_total"]);
  RC_ASSERT(report["weeks_total"] == plan["weeks"].size());
  RC_ASSERT(report["tiers"].size() == plan["tiers"].size());
  for (std::size_t i = 0; i < plan["tiers"].size(); ++i) {
    const auto& tier = plan["tiers"][i];
    const auto& same = report["tiers"][i];
    for (const auto* const key :
         {"tier", "from", "to", "weeks", "planned_minutes", "actual_minutes"})
      RC_ASSERT(same[key] == tier[key]);
    RC_ASSERT(same["problems_target"] == tier["problems_total"]);
  }
}

}  // namespace

TEST_CASE("every format tells the same numbers, whatever was done", "[cli]") {
  REQUIRE(rc::check([] {
    Learner learner;
    for (int acts = Learner::any(0, 30); acts > 0; --acts) learner.act();
    const auto agree = [&](const std::string& words, const Lines& expected) {
      const auto told = learner.told(words);
      RC_LOG() << fmt::format("{}\n{}\n--- by the JSON\n{}\n", words, fmt::join(told, "\n"),
                              fmt::join(expected, "\n"));
      RC_ASSERT(told == expected);
    };
    const auto plan = learner.asked("plan");
    const auto today = learner.asked("today");
    const auto report = learner.asked("report");
    check_sums(plan);
    check_others(plan, today, report);
    agree("plan", plan_lines(plan));
    agree("today", today_lines(today, plan));
    agree("report --format text", report_lines(report));
    agree("report --format md", report_lines(report));
    const auto& weeks = plan["weeks"];
    const auto& row =
        weeks[static_cast<std::size_t>(Learner::any(0, static_cast<int>(weeks.size()) - 1))];
    const auto words = "week " + text(row["number"]);
    const auto week = learner.asked(words);
    check_week(row, week);
    agree(words, week_lines(week, weeks.size()));
  }));
}

TEST_CASE("a finished week has the same minutes in its plan and by itself", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  program.set_today("2026-12-06");
  REQUIRE(program.run("log 7h lab").code == 0);
  program.set_today("2026-12-14");
  REQUIRE(program.run("replan --apply extend").code == 0);
  const auto row = json::parse(program.run("plan --json").out)["weeks"][0];
  const auto week = json::parse(program.run("week w1 --json").out);
  CHECK(row["minutes"] == 0);  // nothing of it remains
  CHECK(week["minutes"] == 0);
  CHECK(row["planned_minutes"] == 420);
  CHECK(week["planned_minutes"] == 420);
  CHECK(row["done_minutes"] == 420);
}

}  // namespace gradus::cli::agreement_test
