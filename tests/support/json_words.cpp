#include "support/json_words.hpp"

#include "gradus/calendar/duration.hpp"

#include "support/figures.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <cstdlib>

namespace gradus::testing::by_json {

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

std::string week_title(const json& week) {
  auto title = text(week["title"]);
  for (const auto& module : week["modules"]) title += " + " + text(module);
  return title;
}

void add_problems_bar(Lines& lines, const json& of) {
  if (of["problems_total"] == 0) return;
  const int left = of["problems_total"].get<int>() - of["problems_done"].get<int>();
  add_figures(lines, fmt::format("Problems {} of {} solved{}", text(of["problems_done"]),
                                 text(of["problems_total"]),
                                 left > 0 ? fmt::format(", {} to go", left) : ""));
}

namespace {

// "score 0.25 of 0.5, 0.25 missing"
std::string scored(const json& criterion) {
  const auto& have = criterion["have"];
  const auto& need = criterion["need"];
  if (criterion["status"] == "pass" && have != need)
    return fmt::format("score {:g}, {:g} needed", have.get<double>(), need.get<double>());
  const auto compared = fmt::format("score {:g} of {:g}", have.get<double>(), need.get<double>());
  return criterion["status"] == "pass"
             ? compared
             : fmt::format("{}, {:g} missing", compared, criterion["missing"].get<double>());
}

}  // namespace

// "2 of 3 problems, 1 missing"
std::string outcome(const json& criterion) {
  const auto unit = text(criterion["unit"]);
  if (unit == "signatures" || criterion["have"].is_null()) return "";
  if (unit == "score") return scored(criterion);
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

std::string have_of_need(const json& criterion) {
  const auto words = outcome(criterion);
  return words.substr(0, words.find(", "));
}

std::string met(const json& number, const json& total) {
  return fmt::format("{} of {} {} met", text(number), text(total),
                     total == 1 ? "criterion" : "criteria");
}

}  // namespace gradus::testing::by_json
