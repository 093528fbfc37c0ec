#pragma once

#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/named.hpp"

#include <array>
#include <chrono>
#include <cstdint>
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
  std::optional<TimeOfDay> at;      // nullopt: any time that day
  std::optional<BlockKind> hint{};  // filled first with work of this kind, while the week has some

  [[nodiscard]] friend bool operator==(const Slot&, const Slot&) = default;
};

// Hours a week are made longer or shorter by steps of this length.
inline constexpr Minutes study_step{15};

// The learner's usual week. A weekday's slots are in clock order, those without a time last; they
// don't overlap, end by midnight, and add up to at most 24 hours a day.
class Availability {
 public:
  // The week that AvailabilityChange reads, with no slots on the weekdays it doesn't name.
  [[nodiscard]] static Availability parse(std::string_view spec);

  [[nodiscard]] const std::vector<Slot>& on(std::chrono::weekday day) const;
  [[nodiscard]] Minutes per_day(std::chrono::weekday day) const;
  [[nodiscard]] Minutes per_week() const;
  // The same week made longer by so many steps, or shorter by a negative number. Each step goes to
  // the slot that is furthest behind its share of them, by its length in this week, so that the
  // slots keep their proportions and none shrinks while the week grows. It ends early where a day
  // would have more than 24 hours, or every slot is down to its last step. A slot that would reach
  // into the next one, or past midnight, begins earlier.
  [[nodiscard]] Availability lengthened(std::int64_t steps) const;
  // Text that parse reads back to the same value; weekdays from Monday.
  [[nodiscard]] std::string spec() const;

  [[nodiscard]] friend bool operator==(const Availability&, const Availability&) = default;

 private:
  friend class AvailabilityChange;
  std::array<std::vector<Slot>, 7> slots_{};  // by C encoding: Sunday is 0
};

// The week of a learner who says nothing about it: 7 hours on five days.
[[nodiscard]] const Availability& usual_week();

// New slots for some weekdays.
class AvailabilityChange {
 public:
  // Reads "tue=1h@19:00,sat=3h@09:00:lab,sun=1h": weekday=DURATION[@HH:MM][:KIND]; naming a weekday
  // twice adds a slot, and "tue=0" means no slot. Throws Error that names the part it could not
  // read. Empty text names no weekday.
  [[nodiscard]] static AvailabilityChange parse(std::string_view spec);

  // The usual week with the new slots on the weekdays that have any or were cleared.
  [[nodiscard]] Availability applied_to(Availability usual) const;
  // A week of the new slots alone.
  [[nodiscard]] const Availability& alone() const { return slots_; }
  // Text that parse reads back to the same value; weekdays from Monday.
  [[nodiscard]] std::string spec() const;

 private:
  Availability slots_;
  std::array<bool, 7> named_{};  // by C encoding
};

}  // namespace gradus::calendar
