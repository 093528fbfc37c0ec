#include "gradus/calendar/date.hpp"

#include "gradus/calendar/error.hpp"
#include "gradus/calendar/lower.hpp"

#include "calendar/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace gradus::calendar {
namespace {

using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr sys_days first_day{year{1} / 1 / 1};
constexpr sys_days last_day{year{9999} / 12 / 31};

constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names{
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

Error outside_the_calendar() {
  return Error{"the calendar runs from 0001-01-01 to 9999-12-31", "choose a day within it"};
}

// Text of the form YYYY-MM-DD, whether or not there is such a day.
std::optional<year_month_day> digits_of_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto y = whole_number(iso.substr(0, 4));
  const auto m = whole_number(iso.substr(5, 2));
  const auto d = whole_number(iso.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  return year{static_cast<int>(*y)} / static_cast<int>(*m) / static_cast<int>(*d);
}

bool exists(year_month_day day) {
  return day.ok() && day.year() >= year{1} && day.year() <= year{9999};
}

std::string why_it_does_not_exist(year_month_day day) {
  if (day.year() < year{1} || day.year() > year{9999}) return "years run from 0001 to 9999";
  if (!day.month().ok()) return "months run from 01 to 12";
  const auto length = static_cast<unsigned>((day.year() / day.month() / std::chrono::last).day());
  return std::string{name(day.month())} + ' ' + padded(static_cast<int>(day.year()), 4) + " has " +
         std::to_string(length) + " days";
}

Error not_a_date(std::string_view text, const std::string& why) {
  return Error{quoted(text) + " is not a date" + (why.empty() ? "" : ": " + why),
               "write YYYY-MM-DD, today, yesterday, -3d (three days ago) or a weekday such as tue"};
}

// N of "-Nd" or "+Nd".
std::optional<std::int64_t> days_from_today(std::string_view word, char sign) {
  if (word.size() < 3 || word.front() != sign || word.back() != 'd') return std::nullopt;
  return whole_number(word.substr(1, word.size() - 2));
}

Date last_past(std::chrono::weekday day, Date today) {
  const Days back = today.weekday() - day;
  return today - (back == Days{0} ? Days{7} : back);
}

}  // namespace

Date::Date(sys_days day) : day_(day) {}

Date::Date(year_month_day day) : day_(day) {
  if (!exists(day))
    throw Error{"no such day: " + why_it_does_not_exist(day), "name a day of the calendar"};
}

std::optional<Date> Date::parse(std::string_view iso) {
  const auto day = digits_of_date(iso);
  if (!day || !exists(*day)) return std::nullopt;
  return Date{sys_days{*day}};
}

Date Date::first() {
  return Date{first_day};
}
Date Date::last() {
  return Date{last_day};
}

std::string Date::with_weekday() const {
  return short_title(weekday()) + ' ' + iso();
}

std::string Date::iso() const {
  const year_month_day day = ymd();
  return padded(static_cast<int>(day.year()), 4) + '-' +
         padded(static_cast<unsigned>(day.month()), 2) + '-' +
         padded(static_cast<unsigned>(day.day()), 2);
}

Date Date::operator+(Days days) const {
  if (days < first_day - day_ || days > last_day - day_) throw outside_the_calendar();
  return Date{day_ + days};
}

Date Date::operator-(Days days) const {
  if (days > day_ - first_day || days < day_ - last_day) throw outside_the_calendar();
  return Date{day_ - days};
}

Date Date::plus_months(int months) const {
  const year_month_day day = ymd();
  const std::int64_t total = std::int64_t{static_cast<int>(day.year())} * 12 +
                             static_cast<unsigned>(day.month()) - 1 + months;
  if (total < 12 || total >= std::int64_t{10'000} * 12) throw outside_the_calendar();
  const auto month = year{static_cast<int>(total / 12)} /
                     std::chrono::month{static_cast<unsigned>(total % 12 + 1)};
  return Date{sys_days{month / std::min(day.day(), (month / std::chrono::last).day())}};
}

std::string_view name(std::chrono::month month) {
  return month_names.at(static_cast<unsigned>(month) - 1);
}

std::string_view short_name(std::chrono::weekday day) {
  return weekday_names.at(day.c_encoding()).substr(0, 3);
}

std::string short_title(std::chrono::weekday day) {
  auto title = std::string(short_name(day));
  title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
  const std::string wanted = lower(text);
  for (unsigned day = 0; day < weekday_names.size(); ++day) {
    const std::string_view long_name = weekday_names.at(day);
    if (wanted == long_name || wanted == long_name.substr(0, 3)) {
      return std::chrono::weekday{day};
    }
  }
  return std::nullopt;
}

Date read_date(std::string_view text, Date today) {
  if (const auto day = digits_of_date(text)) {
    if (!exists(*day)) throw not_a_date(text, why_it_does_not_exist(*day));
    return Date{*day};
  }
  const std::string word = lower(text);
  if (word == "today") return today;
  if (word == "yesterday") return today - Days{1};
  if (const auto weekday = parse_weekday(word)) return last_past(*weekday, today);
  if (const auto back = days_from_today(word, '-')) {
    if (Days{*back} > today - Date::first()) {
      throw not_a_date(text, "that many days ago is before 0001-01-01");
    }
    return today - Days{*back};
  }
  throw not_a_date(text, "");
}

Date read_date_ahead(std::string_view text, Date today) {
  const std::string word = lower(text);
  if (word == "tomorrow") return today + Days{1};
  if (const auto weekday = parse_weekday(word)) return today + (*weekday - today.weekday());
  if (const auto ahead = days_from_today(word, '+')) {
    if (Days{*ahead} > Date::last() - today) {
      throw not_a_date(text, "that many days ahead is after 9999-12-31");
    }
    return today + Days{*ahead};
  }
  try {
    return read_date(text, today);
  } catch (const Error& error) {
    throw Error{error.what(),
                "write YYYY-MM-DD, tomorrow, +3d (in three days) or a weekday such as tue"};
  }
}

}  // namespace gradus::calendar
