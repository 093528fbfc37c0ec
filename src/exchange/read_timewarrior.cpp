#include "gradus/calendar/error.hpp"
#include "gradus/exchange/timewarrior.hpp"

#include "exchange/array.hpp"
#include "exchange/decode_entry.hpp"
#include "exchange/derived_id.hpp"
#include "exchange/local_time.hpp"
#include "exchange/study_tags.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string_view>
#include <utility>

namespace gradus::exchange {
namespace {

using calendar::Minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using text::Node;

constexpr auto export_hours_again = "export it again: timew export > hours.json";

// "20261102T190000Z", whose Z is UTC.
std::optional<sys_seconds> parse_time(std::string_view text) {
  if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = -1;
    const auto* const end = text.data() + at + size;
    const auto [stop, failed] = std::from_chars(text.data() + at, end, value);
    return failed == std::errc{} && stop == end && value >= 0 ? value : 99'999;
  };
  const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(number(4, 2))},
                                        std::chrono::day{static_cast<unsigned>(number(6, 2))}};
  const int hour = number(9, 2);
  const int minute = number(11, 2);
  const int second = number(13, 2);
  if (!day.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return std::chrono::sys_days{day} + std::chrono::hours{hour} + Minutes{minute} + seconds{second};
}

std::optional<sys_seconds> time_of(const Node& interval, std::string_view field,
                                   const Place& place) {
  const Node* node = interval.find(field);
  if (node == nullptr) return std::nullopt;
  const auto text = FieldValue{place, field, *node}.as<std::string>();
  if (const auto time = parse_time(text)) return time;
  throw place.error(fmt::format("{} must be a time as timew export writes it "
                                "(20261102T190000Z), but is \"{}\"",
                                field, text),
                    export_hours_again);
}

std::vector<std::string> tags_of(const Node& interval, const Place& place) {
  std::vector<std::string> tags;
  const Node* node = interval.find("tags");
  if (node == nullptr) return tags;
  if (node->kind() != Node::Kind::list)
    throw place.error("tags must be a list of texts", export_hours_again);
  tags.reserve(node->items().size());
  for (const auto& tag : node->items())
    tags.push_back(FieldValue{place, "tags", tag}.as<std::string>());
  return tags;
}

std::string note_of(const Node& interval, const std::vector<std::string>& tags,
                    const Place& place) {
  const Node* node = interval.find("annotation");
  std::string note =
      node == nullptr ? "" : FieldValue{place, "annotation", *node}.as<std::string>();
  for (const auto& tag : tags) note += fmt::format("{}#{}", note.empty() ? "" : " ", tag);
  return note;
}

// The minutes between the two as a clock without seconds shows them: they depend on the interval
// alone, whatever else is in the file, and those of adjacent intervals add up.
Minutes by_the_clock(sys_seconds start, sys_seconds end) {
  return std::chrono::floor<Minutes>(end) - std::chrono::floor<Minutes>(start);
}

class TimewarriorReader : public Reader {
 public:
  TimewarriorReader(Source source, StudyTags tags, calendar::OffsetOf offset_of)
      : source_(std::move(source)),
        tags_(std::move(tags)),
        offset_of_(std::move(offset_of)),
        intervals_(source_.in, source_.file) {}

  std::optional<Read> next() override {
    while (const auto interval = intervals_.next()) {
      if (auto read = session(*interval)) return read;
    }
    report_difference();
    return std::nullopt;
  }

 private:
  std::optional<Read> session(const Node& interval) {
    const Place& place = intervals_.place();
    const auto start = time_of(interval, "start", place);
    if (!start) throw place.error("start is missing", export_hours_again);
    const auto end = time_of(interval, "end", place);
    const auto at = local(*start, place);
    if (!end) {
      source_.tell(
          place.says("the interval is still open and was left out; stop it and import again"));
      left_out(at.on);
      return std::nullopt;
    }
    check_length(*end - *start, place);
    const auto minutes = by_the_clock(*start, *end);
    lasted_ += *end - *start;
    counted_ += minutes;
    if (minutes == Minutes{0}) {
      source_.tell(place.says(
          fmt::format("{} s within one clock minute were left out", (*end - *start).count())));
      left_out(at.on);
      return std::nullopt;
    }
    auto tags = understand(tags_of(interval, place), tags_.topics, place);
    Read read{.entry = {.id = journal::EntryId::from_hash({}),
                        .on = at.on,
                        .at = at,
                        .note = note_of(interval, tags.others, place),
                        .what = journal::Session{.minutes = minutes,
                                                 .kind = tags.kind.value_or(tags_.kind),
                                                 .topic = std::move(tags.topic)}},
              .line = place.line,
              .zoned = true};
    check_entry(read.entry, place);
    const auto name = fmt::format("timewarrior {}", start->time_since_epoch().count());
    read.entry.id = derived_id(Format::timewarrior, {.read = name, .spelt = name}, source_);
    return read;
  }

  void left_out(calendar::Date day) const {
    if (source_.empty_day) source_.empty_day(day);
  }

  calendar::Moment local(sys_seconds time, const Place& place) const {
    try {
      return local_moment(time, offset_of_);
    } catch (const calendar::Error& error) {
      throw place.error(fmt::format("start: {}", error.what()), error.hint());
    }
  }

  static void check_length(seconds length, const Place& place) {
    if (length < seconds{0})
      throw place.error("end is before start", "correct it with timew modify, and export it again");
    if (length <= journal::max_session) return;
    throw place.error(fmt::format("the interval lasts {}, but a day has 24 hours",
                                  calendar::format_duration(std::chrono::floor<Minutes>(length))),
                      "was the timer forgotten? `timew shorten` or `timew split` fixes it");
  }

  // Once, if it comes to a minute or more.
  void report_difference() {
    const auto difference = std::exchange(lasted_, {}) - std::exchange(counted_, {});
    if (std::chrono::abs(difference) < Minutes{1}) return;
    source_.tell(
        fmt::format("{}: {} s {} than Timewarrior's total: minutes are counted by the clock, "
                    "without seconds",
                    source_.file, std::chrono::abs(difference).count(),
                    difference > seconds{0} ? "less" : "more"));
  }

  Source source_;
  StudyTags tags_;
  calendar::OffsetOf offset_of_;
  Array intervals_;
  seconds lasted_{0};   // the intervals so far
  seconds counted_{0};  // of that, as minutes
};

}  // namespace

std::unique_ptr<Reader> read_timewarrior(Source source, StudyTags tags,
                                         calendar::OffsetOf offset_of) {
  return std::make_unique<TimewarriorReader>(std::move(source), std::move(tags),
                                             std::move(offset_of));
}

}  // namespace gradus::exchange
