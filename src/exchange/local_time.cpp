#include "exchange/local_time.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::exchange {
namespace {

using calendar::Minutes;

calendar::Moment at_offset(std::chrono::sys_seconds time, Minutes offset) {
  const auto local = std::chrono::floor<Minutes>(time) + offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  return {calendar::Date{std::chrono::year_month_day{day}}, calendar::TimeOfDay{local - day},
          offset};
}

}  // namespace

// A clock change within a day or two leaves two offsets to choose from, the day before's and the
// day after's. After the clocks went forward a skipped time has the offset of before, so the larger
// one is tried first; a time that occurs twice has the offset of the first, so where neither fits
// it is the second, at the smaller offset.
calendar::Moment local_moment(std::chrono::sys_seconds time, const calendar::OffsetOf& offset_of) {
  using calendar::Date;
  const auto day = at_offset(time, Minutes{0}).on;
  const auto before = offset_of(day == Date::first() ? day : day - calendar::Days{1},
                                calendar::TimeOfDay{Minutes{0}});
  const auto after = offset_of(day == Date::last() ? day : day + calendar::Days{1},
                               calendar::TimeOfDay{Minutes{24 * 60 - 1}});
  for (const auto offset : {std::max(before, after), std::min(before, after)}) {
    const auto local = at_offset(time, offset);
    if (offset_of(local.on, local.time) == offset) return local;
  }
  return at_offset(time, std::min(before, after));
}

std::optional<calendar::Moment> parse_moment(std::string_view text) {
  std::string whole(text);
  if (const auto point = whole.find('.'); point != std::string::npos) {
    const auto behind = whole.find_first_not_of("0123456789", point + 1);
    whole.erase(point, std::min(behind, whole.size()) - point);
  }
  return calendar::Moment::parse(whole);
}

std::chrono::sys_seconds to_utc(const calendar::Moment& moment) {
  return std::chrono::sys_days{moment.on.ymd()} + moment.time.since_midnight() - moment.offset;
}

ClockTime clock_time(calendar::Date on, calendar::TimeOfDay time,
                     const calendar::OffsetOf& offset_of) {
  const calendar::Moment written{on, time, offset_of(on, time)};
  // On the calendar's outermost days the clocks never change.
  if (on == calendar::Date::first() || on == calendar::Date::last()) return {written};
  const auto shown = local_moment(to_utc(written), offset_of);
  if (shown.time == time) return {written};
  return {shown, fmt::format("there was no {} on {}, when the clocks went forward: it is {}",
                             time.text(), on.iso(), shown.time.text())};
}

}  // namespace gradus::exchange
