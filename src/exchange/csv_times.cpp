#include "exchange/csv_times.hpp"

#include "exchange/csv_value.hpp"
#include "exchange/local_time.hpp"
#include "exchange/study_tags.hpp"
#include "exchange/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace gradus::exchange {
namespace {

using calendar::Minutes;
using calendar::Moment;

constexpr Minutes day_minutes{24 * 60};

std::optional<std::string> take(Row& row, std::string_view field) {
  const auto found = std::ranges::find(row, field, &Row::value_type::first);
  if (found == row.end()) return std::nullopt;
  auto text = trimmed(found->second);
  row.erase(found);
  return text;
}

void put(Row& row, std::string_view field, std::string value) {
  std::erase_if(row, [&](const auto& cell) { return cell.first == field; });
  row.emplace_back(field, std::move(value));
}

// "9:00", "09:00:59", "9:00 PM".
std::optional<calendar::TimeOfDay> read_clock(std::string text) {
  text = trimmed(text);
  std::optional<bool> after_noon;
  for (const std::string_view half : {"am", "pm", "AM", "PM"}) {
    if (!text.ends_with(half)) continue;
    after_noon = half.front() == 'p' || half.front() == 'P';
    text = trimmed(text.substr(0, text.size() - 2));
  }
  const auto colon = text.find(':');
  if (colon != text.npos && text.size() == colon + 6 && text[colon + 3] == ':') {
    if (text[colon + 4] > '5') return std::nullopt;
    text.resize(colon + 3);  // the seconds
  }
  const auto time = calendar::TimeOfDay::parse(text);
  if (!time || !after_noon) return time;
  const auto hour = time->since_midnight().count() / 60;
  if (hour < 1 || hour > 12) return std::nullopt;
  return calendar::TimeOfDay{
      Minutes{(hour % 12 + (*after_noon ? 12 : 0)) * 60 + time->since_midnight().count() % 60}};
}

std::string by_clock(const Moment& moment) {
  return fmt::format("{}T{}", moment.on.iso(), moment.time.text());
}

// `by_the_clock`: its offset is none of the file's.
std::string moment_as_read(const std::string& text, bool by_the_clock) {
  const auto iso = with_t(trimmed(text));
  if (const auto own = parse_moment(iso))
    return by_the_clock ? by_clock(*own) : by_clock(calendar::at_offset(*own, Minutes{0})) + "Z";
  const auto clock = parse_moment(iso + "Z");
  return clock ? by_clock(*clock) : iso;
}

Error no_time(const Place& place, std::string_view what, const std::string& text) {
  return place.error(fmt::format("{} must be a time, but is \"{}\"", what, text),
                     "write it like 19:30, 7:30 PM or 2026-12-01 19:30");
}

// The moment that a cell names, on `day` unless it has its own.
Moment moment_of(const std::string& text, const std::optional<calendar::Date>& day,
                 const CsvWords& words, const Place& place, const Tell& tell,
                 std::string_view what) {
  if (const auto moment = parse_moment(with_t(text)))
    return words.offset_of ? local_moment(to_utc(*moment), words.offset_of) : *moment;
  const auto own = read_written_date(text, words.date_order);
  if (own.ambiguous) throw ambiguous_day(place, text);
  const auto on = own.day ? own.day : day;
  auto clock = own.day ? own.rest : text;
  if (clock.starts_with('T') || clock.starts_with(',')) clock.erase(0, 1);
  const auto time = read_clock(clock);
  if (!on || !time) throw no_time(place, what, text);
  if (!words.offset_of) return {*on, *time, Minutes{0}};
  auto [moment, skipped] = clock_time(*on, *time, words.offset_of);
  if (!skipped.empty()) tell(skipped);
  return moment;
}

double number_of(std::string text, const Place& place, std::string_view what) {
  std::ranges::replace(text, ',', '.');
  double number = 0;
  const auto* const end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number);
  if (failed == std::errc{} && stop == end && number >= 0 && number < 1e9) return number;
  throw place.error(fmt::format("{} must be a number, but is \"{}\"", what, text),
                    "write it like 1.5");
}

std::string minutes_text(double minutes) {
  return fmt::format("{}", std::llround(minutes));
}

// Tags that name a kind or a topic give it; the others go into the note.
void take_tags(Row& row, const CsvWords& words, const Place& place) {
  std::vector<std::string> tags;
  while (auto cell = take(row, tags_column)) {
    for (std::size_t at = 0; at <= cell->size();) {
      const auto end = std::min(cell->find_first_of(",;", at), cell->size());
      if (auto tag = trimmed(cell->substr(at, end - at)); !tag.empty())
        tags.push_back(std::move(tag));
      at = end + 1;
    }
  }
  const auto understood = understand(tags, words.topics, place);
  if (understood.kind && find(row, "kind") == nullptr)
    put(row, "kind", std::string(journal::name(*understood.kind)));
  if (understood.topic && find(row, "topic") == nullptr)
    put(row, "topic", understood.topic->text());
  auto note = take(row, "note").value_or("");
  for (const auto& tag : understood.others)
    note += fmt::format("{}#{}", note.empty() ? "" : " ", tag);
  if (!note.empty()) put(row, "note", note);
}

}  // namespace

std::string with_t(std::string text) {
  if (text.size() > 10 && text[10] == ' ') text[10] = 'T';
  return text;
}

const std::string* find(const Row& row, std::string_view field) {
  const auto found = std::ranges::find(row, field, &Row::value_type::first);
  return found == row.end() ? nullptr : &found->second;
}

Error ambiguous_day(const Place& place, const std::string& text) {
  return place.error(fmt::format("on: \"{}\" has two readings", text),
                     "say which number is the day: --date-format DD/MM/YYYY or MM/DD/YYYY");
}

void take_day(Row& row, const CsvWords& words, const Place& place) {
  const auto* cell = find(row, "on");
  if (cell == nullptr) return;
  const auto text = trimmed(*cell);
  const auto written = read_written_date(text, words.date_order);
  if (written.ambiguous) throw ambiguous_day(place, text);
  if (written.day) put(row, "on", written.day->iso() + written.rest);
}

void take_times(Row& row, const CsvWords& words, const Place& place, const Tell& tell) {
  const auto start = take(row, start_column);
  const auto end = take(row, end_column);
  const auto end_day = take(row, end_day_column);
  const auto hours = take(row, hours_column);
  const auto seconds = take(row, seconds_column);
  std::optional<calendar::Date> day;
  if (const auto* on = find(row, "on")) day = calendar::Date::parse(*on);
  if (start) {
    const auto from = moment_of(*start, day, words, place, tell, "the start");
    put(row, "on", from.iso());
    if (end) {
      auto last = read_written_date(end_day.value_or(""), words.date_order).day;
      auto to = moment_of(*end, last ? last : from.on, words, place, tell, "the end");
      if (!last && to - from < Minutes{0} && from - to < day_minutes)
        to = moment_of(*end, from.on + calendar::Days{1}, words, place, tell, "the end");
      put(row, "minutes", fmt::format("{}", (to - from).count()));
    }
  }
  if (hours && find(row, "minutes") == nullptr)
    put(row, "minutes", minutes_text(number_of(*hours, place, "hours") * 60));
  if (seconds && find(row, "minutes") == nullptr)
    put(row, "minutes", minutes_text(number_of(*seconds, place, "seconds") / 60));
  if (const auto* minutes = find(row, "minutes"))
    if (const auto length = hours_minutes_seconds(trimmed(*minutes)))
      put(row, "minutes", fmt::format("{}", length->count()));
  if (find(row, tags_column) != nullptr) take_tags(row, words, place);
}

Row times_as_read(Row row, const CsvWords& words, const Place& place) {
  const auto* const start = find(row, start_column);
  const bool by_the_clock = start != nullptr && !parse_moment(with_t(trimmed(*start)));
  CsvWords neutral;
  neutral.date_order = words.date_order;
  take_times(row, neutral, place, [](const auto&) {});
  for (auto& [field, text] : row)
    if (field == "on" || field == "at") text = moment_as_read(text, by_the_clock);
  return row;
}

std::optional<Minutes> hours_minutes_seconds(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == text.npos || colon == 0 || colon > 4 || text.size() != colon + 6 ||
      text[colon + 3] != ':')
    return std::nullopt;
  long hours = 0;
  long minutes = 0;
  long seconds = 0;
  const auto read = [&](std::size_t at, std::size_t size, long& number) {
    const auto* const end = text.data() + at + size;
    const auto [stop, failed] = std::from_chars(text.data() + at, end, number);
    return failed == std::errc{} && stop == end && number >= 0;
  };
  if (!read(0, colon, hours) || !read(colon + 1, 2, minutes) || !read(colon + 4, 2, seconds))
    return std::nullopt;
  if (minutes > 59 || seconds > 59) return std::nullopt;
  return Minutes{hours * 60 + minutes + (seconds >= 30 ? 1 : 0)};
}

}  // namespace gradus::exchange
