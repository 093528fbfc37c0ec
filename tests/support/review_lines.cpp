#include "support/figures.hpp"
#include "support/json_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace gradus::testing::by_json {
namespace {

// What people type: the beginning of an entry's id, or all of a drill's.
std::string typed_id(const json& item) {
  const auto id = text(item["id"]);
  return item["of"] == "drill" ? id : id.substr(0, 4);
}

void add_rows(Lines& lines, const json& items, std::size_t most, const json& today) {
  for (std::size_t i = 0; i < std::min(items.size(), most); ++i) {
    const auto& item = items[i];
    const auto days = (date(today) - date(item["last_on"])).count();
    const auto topic = text(item[item["topic"].is_null() ? "of" : "topic"]);
    add_figures(lines,
                fmt::format("{} {}% {} {}{} {} ago {}", typed_id(item),
                            std::lround(item["retrievability"].get<double>() * 100),
                            text(item["title"]), topic, item["weak"] == true ? " (weak)" : "",
                            counted(days, "day"), duration(item["minutes"])));
  }
}

int minutes_of(const json& items) {
  int sum = 0;
  for (const auto& item : items) sum += item["minutes"].get<int>();
  return sum;
}

void add_head(Lines& lines, const json& review) {
  const auto& left = review["left_minutes"];
  const auto all = duration(review["minutes"]);
  add_figures(lines, fmt::format("Review · {} · {}", day(review["date"]),
                                 left == review["minutes"] ? all + " for it"
                                 : left == 0               ? "done for today"
                                             : fmt::format("{} of {} left", duration(left), all)));
}

std::string done_text(const json& review) {
  const auto all = duration(review["minutes"]);
  const auto reviewed = review["reviewed"].get<int>();
  if (review["left_minutes"] != 0)
    return fmt::format("Nothing that is due fits into the {} that are left of today's {}.",
                       duration(review["left_minutes"]), all);
  return fmt::format("Today's review ({}) is done{}.", all,
                     reviewed > 0 ? fmt::format(": {} reviewed", reviewed) : "");
}

std::string more_text(const json& review) {
  const auto total = review["due"].size() + review["rest"].get<std::size_t>();
  if (total > 20)
    return fmt::format("What is still due takes about {} like this one.",
                       counted(std::max(review["rest_days"].get<int>(), 1), "day"));
  return fmt::format("{} more {} due.", total, total == 1 ? "is" : "are");
}

std::string nothing_due(const json& review) {
  const auto reviewed = review["reviewed"].get<int>();
  return fmt::format(
      "{}{}",
      reviewed == 0 ? "Nothing is due."
                    : fmt::format("Nothing more is due today: {} reviewed.", reviewed),
      review["next_due"].is_null() ? "" : " The next comes up on " + day(review["next_due"]) + ".");
}

void add_rest(Lines& lines, const json& review) {
  if (review["rest"] == 0) return;
  const auto all = duration(review["minutes"]);
  const auto& longer = review["rest_long"];
  add_figures(lines,
              fmt::format("What else is due takes about {} more like this one.{}",
                          counted(review["rest_days"], "day"),
                          longer == 0   ? ""
                          : longer == 1 ? fmt::format(" One review is longer than {}: it takes a "
                                                      "day.",
                                                      all)
                                        : fmt::format(" {} reviews are longer than {}: each takes "
                                                      "a day.",
                                                      text(longer), all)));
}

void add_due(Lines& lines, const json& review) {
  const auto& due = review["due"];
  if (due.empty()) {
    add_figures(lines, nothing_due(review));
  } else if (review["full"] == true) {
    add_figures(lines, done_text(review) + " " + more_text(review));
    add_rows(lines, due, due.size(), review["date"]);
  } else {
    add_rows(lines, due, due.size(), review["date"]);
    const bool too_long = minutes_of(due) > review["minutes"].get<int>();
    add_figures(lines, fmt::format("{}, {} in all{}.", counted(due.size(), "review"),
                                   duration(minutes_of(due)),
                                   too_long ? ": longer than " + duration(review["minutes"]) +
                                                  ", so it has the day to itself"
                                            : ""));
    add_rest(lines, review);
  }
}

void add_apart(Lines& lines, const json& review) {
  const auto& apart = review["set_apart"];
  if (apart.empty()) return;
  const auto again = review["again_today"].get<int>();
  if (again > 0)
    add_figures(lines, fmt::format("Nearly forgotten. {} still fit{} into today; what is left can "
                                   "wait for the days that follow.",
                                   again, again == 1 ? "s" : ""));
  add_rows(lines, apart, 5, review["date"]);
  const auto more = review["set_apart_total"].get<int>() - 5;
  if (more > 0) add_figures(lines, fmt::format("And {} more.", more));
}

void add_least_recalled(Lines& lines, const json& topics) {
  constexpr std::size_t most = 5;
  for (std::size_t i = 0; i < std::min(topics.size(), most); ++i)
    add_figures(lines, fmt::format("{} {}%", text(topics[i]["title"]),
                                   std::lround(topics[i]["recall"].get<double>() * 100)));
}

void add_coming_up(Lines& lines, const json& days) {
  int all = 0;
  std::vector<std::string> parts;
  for (const auto& each : days) {
    all += each["due"].get<int>();
    if (each["due"] != 0) parts.push_back(day(each["on"]).substr(0, 3) + " " + text(each["due"]));
  }
  if (all > 0)
    add_figures(lines, fmt::format("Coming up {} in the next {}: {}", all,
                                   counted(days.size(), "day"), joined(parts, ", ")));
}

}  // namespace

Lines review_lines(const json& review) {
  Lines lines;
  add_head(lines, review);
  add_due(lines, review);
  add_apart(lines, review);
  add_least_recalled(lines, review["topics"]);
  add_coming_up(lines, review["next_days"]);
  if (review["due"].empty()) return lines;
  const auto& first = review["due"][0];
  if (review["full"] == true) {
    const auto step = (first["minutes"].get<int>() + 4) / 5 * 5;
    add_figures(lines, fmt::format("Next: gradus review --minutes {}", std::max(step, 15)));
  } else {
    add_figures(lines, fmt::format("Next: gradus review {} --grade good", typed_id(first)));
  }
  return lines;
}

}  // namespace gradus::testing::by_json
