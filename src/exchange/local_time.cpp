#include "exchange/local_time.hpp"

#include <algorithm>
#include <string>

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

calendar::Moment local_moment(std::chrono::sys_seconds time, const OffsetOf& offset_of) {
  const auto offset_at = [&](Minutes guess) {
    const auto local = at_offset(time, guess);
    return offset_of(local.on, local.time);
  };
  const Minutes first = offset_at(offset_at(Minutes{0}));
  if (offset_at(first) == first) return at_offset(time, first);
  // No local time maps back to this offset: it occurs twice, and this is the second. The clocks
  // were set back, to the smaller offset.
  return at_offset(time, std::min(first, offset_at(first)));
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

}  // namespace gradus::exchange
