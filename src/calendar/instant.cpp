#include "gradus/calendar/instant.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/moment.hpp"

#include "calendar/text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace gradus::calendar {
namespace {

constexpr std::size_t day_length = 10;
constexpr std::size_t seconds_at = 16;   // the colon before them
constexpr std::size_t fraction_at = 19;  // its decimal point
constexpr std::size_t kept_digits = 6;

// The microseconds of ".1234567", cut after six digits; nullopt for any other text.
std::optional<std::int64_t> read_fraction(std::string_view text) {
  const auto digits = text.substr(1);
  if (digits.empty() || digits.find_first_not_of("0123456789") != digits.npos) return std::nullopt;
  std::string kept(digits.substr(0, kept_digits));
  kept.resize(kept_digits, '0');
  return whole_number(kept);
}

std::optional<std::int64_t> read_seconds(std::string_view text) {
  if (text.size() <= seconds_at || text[seconds_at] != ':') return 0;
  return whole_number(text.substr(seconds_at + 1, 2));
}

}  // namespace

std::optional<Instant> Instant::parse(std::string_view iso) {
  std::string whole(iso);
  std::optional<std::int64_t> fraction = 0;
  if (iso.size() > fraction_at && iso[fraction_at] == '.') {
    const auto end = std::min(iso.find_first_not_of("0123456789", fraction_at + 1), iso.size());
    fraction = read_fraction(iso.substr(fraction_at, end - fraction_at));
    whole.erase(fraction_at, end - fraction_at);
  }
  const auto moment = Moment::parse(whole);
  const auto seconds = read_seconds(whole);
  if (!moment || !seconds || !fraction) return std::nullopt;
  const auto days = std::chrono::sys_days{moment->on.ymd()}.time_since_epoch();
  const Microseconds since_1970 = days + moment->time.since_midnight() - moment->offset +
                                  std::chrono::seconds{*seconds} + Microseconds{*fraction};
  if (since_1970 < Microseconds{0}) return std::nullopt;
  return Instant{since_1970};
}

std::string Instant::iso() const {
  const auto days = std::chrono::floor<Days>(since_1970_);
  const std::chrono::hh_mm_ss time{since_1970_ - days};
  auto text = Date{std::chrono::year_month_day{std::chrono::sys_days{days}}}.iso() + 'T' +
              padded(time.hours().count(), 2) + ':' + padded(time.minutes().count(), 2) + ':' +
              padded(time.seconds().count(), 2);
  if (time.subseconds() != Microseconds{0}) {
    text += '.';
    text += padded(time.subseconds().count(), kept_digits);
  }
  return text + 'Z';
}

}  // namespace gradus::calendar
