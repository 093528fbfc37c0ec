#include "gradus/calendar/duration.hpp"

#include "gradus/calendar/error.hpp"
#include "gradus/calendar/lower.hpp"

#include "calendar/text.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace gradus::calendar {
namespace {

constexpr std::int64_t most_minutes = 1'000'000;

Error not_a_duration(std::string_view text, const std::string& why, std::string hint = {}) {
  if (hint.empty()) hint = "write it like 50m, 1h30m, 1.5h or 1:30";
  return Error{quoted(text) + why, std::move(hint)};
}

// A number, and whatever follows its digits.
struct Leading {
  std::string_view digits;
  std::string_view rest;
};

Leading split_digits(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  return {text.substr(0, end), text.substr(end)};
}

std::int64_t hours_and_minutes(std::string_view text, std::int64_t hours, std::int64_t minutes) {
  const std::int64_t total = hours * 60 + minutes;
  if (minutes > 59) {
    throw not_a_duration(text, " has more than 59 minutes after the hours",
                         total <= most_minutes ? "write " + format_duration(Minutes{total}) : "");
  }
  return total;
}

// The minutes in "0.25" hours: exact, so that no rounding is hidden.
std::int64_t decimal_hours(std::string_view text, std::int64_t hours, std::string_view fraction) {
  fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
  if (fraction.empty()) return hours * 60;
  // A third decimal place never gives whole minutes: 60 has only one factor of 5.
  if (fraction.size() <= 2) {
    const std::int64_t hundredths =
        whole_number(fraction).value_or(0) * (fraction.size() == 1 ? 10 : 1);
    if (hundredths * 60 % 100 == 0) return hours * 60 + hundredths * 60 / 100;
  }
  throw not_a_duration(text, " is not a whole number of minutes", "write hours and minutes: 1h20m");
}

Error without_unit(std::string_view text, std::int64_t number) {
  const std::string minutes = std::string{text} + 'm';
  if (number > most_minutes) return not_a_duration(text, " has no unit");
  const std::string other =
      number < 60 ? std::string{text} + 'h' : format_duration(Minutes{number});
  return not_a_duration(text, " has no unit",
                        "write " + minutes + (other == minutes ? "" : " or " + other));
}

// Accepts any amount, including zero and absurd ones.
std::int64_t count_minutes(std::string_view text, std::string_view typed) {
  const auto [digits, rest] = split_digits(text);
  const auto number = whole_number(digits);
  if (!number) throw not_a_duration(typed, " is not a duration");
  if (rest.empty()) throw without_unit(typed, *number);
  if (rest == "m" || rest == "min") return *number;
  if (rest == "h") return *number * 60;
  const auto [part, unit] = split_digits(rest.substr(1));
  const auto amount = whole_number(part);
  const bool two_digits = unit.empty() && part.size() == 2;  // "1h5" may mean 1.5h
  if (amount && rest.front() == 'h' && (unit == "m" || unit == "min" || two_digits)) {
    return hours_and_minutes(typed, *number, *amount);
  }
  if (amount && rest.front() == ':' && two_digits) {
    return hours_and_minutes(typed, *number, *amount);
  }
  if (amount && rest.front() == '.' && unit == "h") return decimal_hours(typed, *number, part);
  if (amount && rest.front() == '.' && unit.empty()) {
    throw not_a_duration(typed, " has no unit", "write " + std::string{typed} + "h");
  }
  throw not_a_duration(typed, " is not a duration");
}

}  // namespace

Minutes read_duration(std::string_view text) {
  if (text.starts_with('-')) throw not_a_duration(text, " is negative");
  const std::int64_t minutes = count_minutes(lower(text), text);
  if (minutes == 0) throw not_a_duration(text, " is zero");
  if (minutes > most_minutes) {
    throw not_a_duration(text, " is more than " + std::to_string(most_minutes) + " minutes");
  }
  return Minutes{minutes};
}

std::string format_duration(Minutes minutes) {
  const std::int64_t count = minutes.count();
  if (count < 0) return '-' + format_duration(-minutes);
  if (count < 60) return std::to_string(count) + 'm';
  const std::string hours = std::to_string(count / 60) + 'h';
  return count % 60 == 0 ? hours : hours + std::to_string(count % 60) + 'm';
}

std::optional<TimeOfDay> TimeOfDay::parse(std::string_view text) {
  const auto [hour_digits, rest] = split_digits(text);
  if (hour_digits.size() > 2 || rest.size() != 3 || rest.front() != ':') return std::nullopt;
  const auto hours = whole_number(hour_digits);
  const auto minutes = whole_number(rest.substr(1));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return TimeOfDay{Minutes{*hours * 60 + *minutes}};
}

TimeOfDay::TimeOfDay(Minutes since_midnight) : since_midnight_(since_midnight) {
  if (since_midnight < Minutes{0} || since_midnight >= day_length) {
    throw Error{"a clock shows 00:00 to 23:59, not minute " +
                    std::to_string(since_midnight.count()) + " of the day",
                "write the time like 19:30"};
  }
}

std::string TimeOfDay::text() const {
  return padded(since_midnight_.count() / 60, 2) + ':' + padded(since_midnight_.count() % 60, 2);
}

std::optional<TimeOfDay> read_clock_time(std::string_view text) {
  const auto typed = lower(trimmed(text));
  const bool afternoon = typed.ends_with("pm");
  if (!afternoon && !typed.ends_with("am")) return TimeOfDay::parse(typed);
  const std::string clock{trimmed(std::string_view{typed}.substr(0, typed.size() - 2))};
  const auto time = TimeOfDay::parse(clock.find(':') == std::string::npos ? clock + ":00" : clock);
  constexpr Minutes half_day{12 * 60};
  constexpr Minutes hour{60};
  if (!time || time->since_midnight() < hour || time->since_midnight() >= half_day + hour)
    return std::nullopt;  // 12-hour clocks show 1:00 to 12:59
  return TimeOfDay{time->since_midnight() % half_day + (afternoon ? half_day : Minutes{0})};
}

}  // namespace gradus::calendar
