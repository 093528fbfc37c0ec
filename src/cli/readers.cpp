#include "cli/readers.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/journal/entry.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace gradus::cli {
namespace {

// Samoa's 30th of December 2011, when it moved to the other side of the date line.
bool is_skipped(calendar::Date day, const Session& session) {
  constexpr std::array times{0, 12 * 60, 24 * 60 - 1};
  return std::ranges::all_of(times, [&](int time) {
    return session.world.local_offset(day, calendar::TimeOfDay{calendar::Minutes{time}}).skipped;
  });
}

// The decimal point two places to the left: 80.3 / 100 is 0.8029999999999999.
double hundredths(const std::string& percentage) {
  const std::string share = percentage + "e-2";
  double moved = 0;
  std::from_chars(share.data(), share.data() + share.size(), moved);
  return moved;
}

// The plain number, from 0, that the text is.
std::optional<double> plain_number(std::string_view text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  const bool plain = text.find_first_not_of("0123456789.") == text.npos;
  return plain && failed == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

std::string without_spaces_around(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') + 1 - first));
}

// The percentage of "80%" or "80 %", as it is typed.
std::string before_percent_sign(const std::string& text) {
  return without_spaces_around(std::string_view(text).substr(0, text.size() - 1));
}

// "80%" or "17/25", spaces or not, as a share from 0 to 1; nullopt for any other text.
std::optional<double> written_share(const std::string& text) {
  if (text.ends_with('%')) {
    const auto percentage = before_percent_sign(text);
    const auto number = plain_number(percentage);
    if (!number || *number > 100) return std::nullopt;
    return hundredths(percentage);
  }
  const auto slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  const auto got = plain_number(without_spaces_around(std::string_view(text).substr(0, slash)));
  const auto most = plain_number(without_spaces_around(std::string_view(text).substr(slash + 1)));
  if (!got || !most || *most <= 0 || *got > *most) return std::nullopt;
  return *got / *most;
}

// "45.5" without a unit.
void refuse_fraction(const Typed& typed) {
  const auto point = typed.text.find('.');
  if (point == std::string::npos || !plain_number(typed.text)) return;
  const auto whole = typed.text.substr(0, point);
  const bool is_some = whole.find_first_of("123456789") != std::string::npos;
  throw Error(fmt::format("{} \"{}\" is no whole number of minutes", typed.name, typed.text),
              is_some ? fmt::format("write {0} or {0}m; hours as {1}h", whole, typed.text)
                      : fmt::format("write 1 or 1m; hours as {}h", typed.text));
}

}  // namespace

calendar::Date read_any_day(const Typed& typed) {
  return calendar::read_date(typed.text, typed.session.today);
}

calendar::Date read_day_ahead(const Typed& typed) {
  return calendar::read_date_ahead(typed.text, typed.session.today);
}

// The words for days to come are understood too, to say what is wrong with them here.
calendar::Date read_day_at_all(const Typed& typed) {
  try {
    return read_any_day(typed);
  } catch (const calendar::Error&) {
    if (typed.text.starts_with('+') || typed.text == "tomorrow") return read_day_ahead(typed);
    throw;
  }
}

calendar::Date read_past_day(const Typed& typed) {
  const auto today = typed.session.today;
  const auto day = read_day_at_all(typed);
  if (is_skipped(day, typed.session))
    throw Error(fmt::format("there was no {} here: the clocks skipped the whole day", day.iso()),
                "name the day before or after");
  if (day <= today) return day;
  const auto& session = typed.session;
  if (day <= session.calendar_day)
    throw Error(fmt::format("\"{}\" was read as {}, which has not begun: your days begin at {} "
                            "(day_start), so it is still {}",
                            typed.text, day.iso(), session.day_start.text(), today.with_weekday()),
                "leave the day out, or name that day");
  throw Error(fmt::format("\"{}\" was read as {}, which is in the future (today is {})", typed.text,
                          day.iso(), today.iso()),
              typed.name == "--on"
                  ? "record it on the day it is done, or name a past day: --on yesterday"
                  : fmt::format("name a day that has come, such as {} -30d", typed.name));
}

calendar::TimeOfDay read_time(const Typed& typed) {
  if (const auto time = calendar::read_clock_time(typed.text)) return *time;
  throw Error(fmt::format("{} \"{}\" is not a time of day", typed.name, typed.text),
              fmt::format("times run from 00:00 to 23:59, such as {} 19:00", typed.name));
}

calendar::Date last_day_of(calendar::TimeOfDay time, const Session& session) {
  const auto today = session.calendar_day;
  const bool is_ahead = today == session.world.today && time > session.world.now().time;
  return is_ahead && today != calendar::Date::first() ? today - calendar::Days{1} : today;
}

calendar::Minutes read_length(const Typed& typed) {
  return calendar::read_duration(typed.text);
}

calendar::Minutes read_minutes(const Typed& typed) {
  const auto& text = typed.text;
  const bool bare = text.find_first_not_of("0123456789") == std::string::npos && text.size() < 9;
  if (!bare) refuse_fraction(typed);
  const auto minutes = bare ? calendar::Minutes{std::stoi(text)} : calendar::read_duration(text);
  if (minutes >= calendar::Minutes{1} && minutes <= journal::max_session) return minutes;
  throw Error(fmt::format("{} \"{}\" is {} minutes, but it takes 1 to {}", typed.name, text,
                          minutes.count(), journal::max_session.count()),
              "write 9, 9m or 1h30m");
}

namespace {

std::optional<double> plain_decimal(const std::string& text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const bool plain = text.find_first_not_of("-0123456789.") == std::string::npos;
  const auto [stop, failed] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  return plain && failed == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

}  // namespace

double read_decimal(const Typed& typed, std::string_view example) {
  if (const auto number = plain_decimal(typed.text)) return *number;
  throw Error(fmt::format("{} \"{}\" is not a number", typed.name, typed.text),
              fmt::format("write it in digits, such as {}", example));
}

double read_exam_score(const Typed& typed) {
  if (const auto share = written_share(typed.text)) return *share;
  const auto score = plain_decimal(typed.text);
  if (score && *score >= 0 && *score <= 1) return *score;
  if (score && *score > 1 && *score <= 100) return hundredths(typed.text);
  throw Error(fmt::format("{} \"{}\" is not a score", typed.name, typed.text),
              "write 0.74, 74, 74% or 37/50 for 74 of 100");
}

double read_interview_score(const Typed& typed) {
  // From the percentage as it is typed, not from the share: 0.57 x 100 is not 57.
  if (typed.text.ends_with('%') && written_share(typed.text))
    return read_decimal({typed.name, before_percent_sign(typed.text), typed.session}, "70");
  if (const auto share = written_share(typed.text)) return *share * 100;
  const double score = read_decimal(typed, "70");
  if (score > 0 && score < 1) return score * 100;  // nobody means less than one of 100
  if (score >= 0 && score <= 100) return score;
  throw Error(fmt::format("{} \"{}\" is not a score", typed.name, typed.text),
              "write 70, 0.7, 70% or 7/10 for 70 of 100");
}

std::function<int(const Typed&)> whole_number(int least, int most) {
  return [least, most](const Typed& typed) {
    const std::string& text = typed.text;
    int number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, number);
    if (failed == std::errc{} && stop == end && number >= least && number <= most) return number;
    throw Error(
        fmt::format("{} \"{}\" is not a whole number from {} to {}", typed.name, text, least, most),
        fmt::format("such as {} {}", typed.name, std::clamp(7, least, most)));
  };
}

calendar::Moment moment_within(calendar::Date study_day, calendar::TimeOfDay time,
                               const Session& session) {
  const auto on = calendar::clock_day(study_day, time, session.day_start);
  if (on > session.calendar_day)
    throw Error(fmt::format("{} of the night after {} is still to come", time.text(),
                            study_day.with_weekday()),
                "without --on it is the last one that is over");
  return local_moment(on, time, session);
}

calendar::Moment local_moment(calendar::Date on, calendar::TimeOfDay time, const Session& session) {
  const auto offset = session.world.local_offset(on, time);
  if (!offset.skipped) return {on, time, offset.east};
  throw Error(
      fmt::format("there was no {} on {}: the clocks went forward then", time.text(), on.iso()),
      "name a time before or after the gap");
}

}  // namespace gradus::cli
