#include "gradus/calendar/span.hpp"

#include "gradus/calendar/error.hpp"
#include "gradus/calendar/lower.hpp"

#include "calendar/text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace gradus::calendar {
namespace {

Error not_a_span(std::string_view text, const std::string& why, std::string hint = {}) {
  if (hint.empty()) hint = "write it like 19:00-20:30 or \"yesterday 23:30-00:40\"";
  return Error{quoted(text) + why, std::move(hint)};
}

// With hyphens in place of the dashes that word processors put between times.
std::string with_hyphens(std::string_view text) {
  std::string result{text};
  for (const std::string_view dash : {"\u2013", "\u2014", "\u2212"}) {
    for (auto at = result.find(dash); at != std::string::npos; at = result.find(dash))
      result.replace(at, dash.size(), "-");
  }
  return result;
}

// The dash between the times: the first after a colon, an am or a pm, since the day may have
// others.
std::size_t dash_of(std::string_view text) {
  const auto small = lower(text);
  const auto time = std::min({small.find(':'), small.find("am"), small.find("pm")});
  return time == std::string::npos ? time : small.find('-', time);
}

// Where the first time begins: after the last blank, but that before an am or a pm.
std::size_t blank_before_time(std::string_view before) {
  const auto small = lower(before);
  auto blank = before.rfind(' ');
  if (blank == std::string_view::npos || (!small.ends_with("am") && !small.ends_with("pm")))
    return blank;
  const bool apart = blank + 3 == before.size();
  if (!apart) return blank;
  blank = before.find_last_not_of(' ', blank);
  return before.rfind(' ', blank);
}

TimeOfDay read_time(std::string_view time, std::string_view text) {
  if (const auto read = read_clock_time(time)) return *read;
  if (time == "24:00") {
    throw not_a_span(text, ": a clock goes from 23:59 to 00:00", "write midnight as 00:00");
  }
  throw not_a_span(text, ": " + quoted(time) + " is not a time of day",
                   "times run from 00:00 to 23:59");
}

void refuse_long_night(std::string_view text, TimeOfDay from, TimeOfDay to) {
  constexpr Minutes longest{12 * 60};
  const auto length = to.since_midnight() - from.since_midnight() + calendar::day_length;
  if (length <= longest) return;
  const auto hours = format_duration(length);
  throw not_a_span(text, " would be " + hours + ", over midnight",
                   "the other way round it is " + to.text() + '-' + from.text() + "; if it was " +
                       hours + ", write that, and --at " + from.text());
}

}  // namespace

Date Span::last_day() const {
  return over_midnight() ? on + Days{1} : on;
}

bool is_span(std::string_view text) {
  return dash_of(with_hyphens(text)) != std::string_view::npos;
}

Span read_span(std::string_view typed, Date today) {
  const std::string hyphened = with_hyphens(typed);
  const std::string_view text{hyphened};
  const auto dash = dash_of(text);
  if (dash == std::string_view::npos) throw not_a_span(text, " is not a time span");
  const auto before = trimmed(text.substr(0, dash));
  const auto blank = blank_before_time(before);
  const bool has_day = blank != std::string_view::npos;
  const auto from = read_time(has_day ? before.substr(blank + 1) : before, text);
  const auto to = read_time(trimmed(text.substr(dash + 1)), text);
  if (from == to) {
    throw not_a_span(text, " begins and ends at the same time", "for a whole day, write 24h");
  }
  if (to < from) refuse_long_night(text, from, to);
  return {has_day ? read_date(trimmed(before.substr(0, blank)), today) : today, from, to, has_day};
}

}  // namespace gradus::calendar
