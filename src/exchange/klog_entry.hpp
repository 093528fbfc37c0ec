#pragma once

#include "gradus/calendar/duration.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The words of klog's format, as its specification (version 1.4) gives them.
namespace gradus::exchange::klog {

using calendar::Minutes;

// The value in front of an entry's summary.
struct Value {
  enum class Kind { duration, range, open_range, backward_range } kind;
  Minutes minutes;  // negative ones are subtracted; 0 for an open or a backward range
  Minutes start;    // after the record's midnight; negative for a range from the day before
};

// "1h30m", "-45m", "+2h"; nullopt for any other text.
[[nodiscard]] std::optional<Minutes> parse_duration(std::string_view text);

// A time of the day, in minutes after the record's midnight: "8:30", "8:30am", "<23:00", "1:15>".
[[nodiscard]] std::optional<Minutes> parse_time(std::string_view text);

// Takes an entry's value off the front of the line; the rest is its summary. nullopt, with the line
// unchanged, when there is none.
[[nodiscard]] std::optional<Value> take_value(std::string_view& line);

// A record's first line.
struct Headline {
  std::string date;     // "2026-12-01", also where it was written with /
  bool target = false;  // "(8h!)"
};
[[nodiscard]] std::optional<Headline> parse_headline(std::string_view line);

// "#lab", "#topic=joins" and "#topic='window functions'": lab, joins and window functions; a tag
// with a value stands for the value.
[[nodiscard]] std::vector<std::string> tags_in(std::string_view summary);

}  // namespace gradus::exchange::klog
