#pragma once

#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/named.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::calendar {

// What a block of planned study is for.
enum class BlockKind { read, lab, review };
inline constexpr auto block_kinds = named<BlockKind>(
    {{BlockKind::read, "read"}, {BlockKind::lab, "lab"}, {BlockKind::review, "review"}});
[[nodiscard]] constexpr std::string_view name(BlockKind kind) {
  return block_kinds.name(kind);
}
[[nodiscard]] constexpr std::optional<BlockKind> parse_block_kind(std::string_view text) {
  return block_kinds.parse(text);
}

// A stretch of a weekday kept free for study.
struct Slot {
  Minutes length;
  std::optional<TimeOfDay> at;      // none: some time that day
  std::optional<BlockKind> hint{};  // served first when the week still has such minutes

  [[nodiscard]] friend bool operator==(const Slot&, const Slot&) = default;
};

// The learner's usual week. A weekday's slots stand in the order of the clock, those without a time
// last; they don't overlap, end by midnight, and come to no more than 24 hours a day.
class Availability {
 public:
  // Reads "tue=1h@19:00,sat=3h@09:00:lab,sun=1h": weekday=DURATION[@HH:MM][:KIND], a weekday twice
  // adds a slot, and "tue=0m" none. Throws Error, naming the part it could not read. An empty text
  // is no capacity.
  [[nodiscard]] static Availability parse(std::string_view spec);

  [[nodiscard]] const std::vector<Slot>& on(std::chrono::weekday day) const;
  [[nodiscard]] Minutes per_week() const;
  // One slot on each day that has any, at the time of the first, all of the same length: as much
  // in all, to the minute a day, and 1 minute a day at least.
  [[nodiscard]] Availability levelled() const;
  // The same slots made longer or shorter in proportion, to so many minutes a week exactly (largest
  // remainder). A day whose slots would then overlap or pass midnight loses its clock times. Throws
  // Error without slots to scale, or for more than most_scaled.
  [[nodiscard]] Availability scaled_to(Minutes per_week) const;
  // The most minutes a week that the slots hold in proportion: their longest day has 24 hours.
  [[nodiscard]] Minutes most_scaled() const;
  // The text that parse reads back to the same value; weekdays from Monday.
  [[nodiscard]] std::string spec() const;

  [[nodiscard]] friend bool operator==(const Availability&, const Availability&) = default;

 private:
  std::array<std::vector<Slot>, 7> slots_{};  // by C encoding: Sunday is 0
};

}  // namespace gradus::calendar
