#include "gradus/calendar/moment.hpp"

#include "calendar/text.hpp"

namespace gradus::calendar {
namespace {

constexpr Minutes most_offset{std::chrono::hours{18}};

std::optional<Minutes> parse_offset(std::string_view text) {
  if (text == "Z") return Minutes{0};
  if (text.size() != 6 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  const auto size = TimeOfDay::parse(text.substr(1));
  if (!size || size->since_midnight() > most_offset) return std::nullopt;
  return text.front() == '-' ? -size->since_midnight() : size->since_midnight();
}

// The offset's text, after optional whole seconds.
std::optional<std::string_view> after_seconds(std::string_view text) {
  if (!text.starts_with(':')) return text;
  if (text.size() < 3) return std::nullopt;
  const auto seconds = whole_number(text.substr(1, 2));
  if (!seconds || *seconds > 59) return std::nullopt;
  return text.substr(3);
}

}  // namespace

std::optional<Moment> Moment::parse(std::string_view iso) {
  constexpr std::size_t time_at = 11;
  constexpr std::size_t time_end = 16;
  if (iso.size() <= time_end || iso[time_at - 1] != 'T') return std::nullopt;
  const auto on = Date::parse(iso.substr(0, time_at - 1));
  const auto time = TimeOfDay::parse(iso.substr(time_at, time_end - time_at));
  const auto rest = after_seconds(iso.substr(time_end));
  if (!on || !time || !rest) return std::nullopt;
  const auto offset = parse_offset(*rest);
  if (!offset) return std::nullopt;
  return Moment{*on, *time, *offset};
}

Minutes operator-(const Moment& later, const Moment& earlier) {
  const auto since_midnight_utc = [](const Moment& moment) {
    return moment.time.since_midnight() - moment.offset;
  };
  return (later.on - earlier.on) + (since_midnight_utc(later) - since_midnight_utc(earlier));
}

Moment at_offset(const Moment& moment, Minutes offset) {
  const auto shown = moment.time.since_midnight() + offset - moment.offset;
  const auto days = std::chrono::floor<Days>(shown);
  return {moment.on + days, TimeOfDay{shown - days}, offset};
}

std::string Moment::iso() const {
  const bool west = offset < Minutes{0};
  const TimeOfDay size{west ? -offset : offset};
  return on.iso() + 'T' + time.text() + (west ? '-' : '+') + size.text();
}

Date study_day(Date on, TimeOfDay time, TimeOfDay day_start) {
  return time < day_start && on != Date::first() ? on - Days{1} : on;
}

Date clock_day(Date study_day, TimeOfDay time, TimeOfDay day_start) {
  return time < day_start && study_day != Date::last() ? study_day + Days{1} : study_day;
}

}  // namespace gradus::calendar
