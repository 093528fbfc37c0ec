#include "gradus/calendar/availability.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/error.hpp"

#include "calendar/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace gradus::calendar {
namespace {

Error unreadable(std::string_view part, const std::string& why, std::string hint = {}) {
  if (hint.empty()) hint = "write it like tue=1h@19:00,sat=3h@09:00:lab,sun=1h";
  return Error{"available " + quoted(part) + ": " + why, std::move(hint)};
}

Minutes read_length(std::string_view part, std::string_view text) {
  try {
    return read_duration(text);
  } catch (const Error& error) {
    throw unreadable(part, error.what(), error.hint());
  }
}

// Takes ":KIND" off the end. Times and durations have colons too, but followed by digits.
std::optional<BlockKind> take_kind(std::string_view part, std::string_view& value) {
  const std::size_t colon = value.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view word = value.substr(colon + 1);
  if (!word.empty() && word.front() >= '0' && word.front() <= '9') return std::nullopt;
  const auto kind = parse_block_kind(word);
  if (!kind) {
    throw unreadable(part, quoted(word) + " is not a kind of study",
                     "the kinds are read, lab and review");
  }
  value = value.substr(0, colon);
  return kind;
}

// "tue=0m": a day marked as free of study.
bool is_none(std::string_view value) {
  return value == "0" || value == "0m" || value == "0h";
}

Slot read_slot(std::string_view part, std::string_view value) {
  const auto hint = take_kind(part, value);
  const std::size_t at_sign = value.find('@');
  Slot slot{read_length(part, value.substr(0, at_sign)), std::nullopt, hint};
  if (slot.length > day_length) throw unreadable(part, "a day has 24 hours");
  if (at_sign == std::string_view::npos) return slot;
  const std::string_view time = value.substr(at_sign + 1);
  slot.at = read_clock_time(time);
  if (!slot.at) {
    throw unreadable(part, quoted(time) + " is not a time of day", "times run from 00:00 to 23:59");
  }
  if (slot.at->since_midnight() + slot.length > day_length) {
    throw unreadable(part, "it ends after midnight",
                     "end it by 24:00 and put the rest on the next day");
  }
  return slot;
}

bool overlap(const Slot& a, const Slot& b) {
  if (!a.at || !b.at) return false;
  return a.at->since_midnight() < b.at->since_midnight() + b.length &&
         b.at->since_midnight() < a.at->since_midnight() + a.length;
}

// Inserts the slot in clock order.
void add(std::vector<Slot>& slots, const Slot& slot, std::string_view part) {
  Minutes total = slot.length;
  for (const Slot& other : slots) {
    if (overlap(slot, other)) {
      throw unreadable(part, "it overlaps the day's slot at " + other.at->text());
    }
    total += other.length;
  }
  if (total > day_length) throw unreadable(part, "the day adds up to more than 24 hours");
  const auto later = [&slot](const Slot& other) {
    return slot.at && (!other.at || *other.at > *slot.at);
  };
  slots.insert(std::ranges::find_if(slots, later), slot);
}

// A slot that grows or shrinks by its share of the steps.
struct SharingSlot {
  std::size_t day;
  std::size_t place;  // among the day's slots
  std::int64_t usual;
  std::int64_t steps = 0;  // those it has taken

  // Sainte-Laguë's rule: the slot with the greatest length per step taken is next.
  [[nodiscard]] bool before(const SharingSlot& other) const {
    return usual * (2 * other.steps + 1) > other.usual * (2 * steps + 1);
  }
};

// Turns a day of longer slots into one that `parse` would accept: a slot that reaches into the next
// one, or past midnight, begins earlier.
void separate(std::vector<Slot>& slots) {
  Minutes end = day_length;
  for (auto slot = slots.rbegin(); slot != slots.rend(); ++slot) {
    if (!slot->at) continue;
    end = std::min(slot->at->since_midnight(), end - slot->length);
    slot->at = TimeOfDay{end};
  }
}

Minutes total(const std::vector<Slot>& slots) {
  Minutes sum{0};
  for (const Slot& slot : slots) sum += slot.length;
  return sum;
}

// "sat=3h@09:00:lab,sat=1h".
std::string text_of(std::chrono::weekday day, const std::vector<Slot>& slots) {
  std::string text;
  for (const Slot& slot : slots) {
    text += (text.empty() ? "" : ",") + std::string{short_name(day)} + '=' +
            format_duration(slot.length);
    if (slot.at) text += '@' + slot.at->text();
    if (slot.hint) text += ':' + std::string{name(*slot.hint)};
  }
  return text;
}

// The texts of the weekdays from Monday, without empty ones.
template <class TextOf>
std::string week_text(TextOf text_of_day) {
  std::string text;
  for (unsigned iso = 1; iso <= 7; ++iso) {
    const std::string of_day = text_of_day(std::chrono::weekday{iso});
    if (!of_day.empty()) text += (text.empty() ? "" : ",") + of_day;
  }
  return text;
}

}  // namespace

AvailabilityChange AvailabilityChange::parse(std::string_view spec) {
  AvailabilityChange result;
  if (trimmed(spec).empty()) return result;
  while (true) {
    const std::size_t comma = spec.find(',');
    const std::string_view part = trimmed(spec.substr(0, comma));
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) throw unreadable(part, "it is not weekday=duration");
    const std::string_view name = trimmed(part.substr(0, equals));
    const auto weekday = parse_weekday(name);
    if (!weekday) {
      throw unreadable(part, quoted(name) + " is not a weekday",
                       "weekdays are mon, tue, wed, thu, fri, sat and sun");
    }
    const auto day = weekday->c_encoding();
    result.named_.at(day) = true;
    const std::string_view value = trimmed(part.substr(equals + 1));
    if (!is_none(value)) add(result.slots_.slots_.at(day), read_slot(part, value), part);
    if (comma == std::string_view::npos) return result;
    spec.remove_prefix(comma + 1);
  }
}

Availability AvailabilityChange::applied_to(Availability usual) const {
  for (std::size_t day = 0; day < named_.size(); ++day) {
    if (named_[day]) usual.slots_[day] = slots_.slots_[day];
  }
  return usual;
}

std::string AvailabilityChange::spec() const {
  return week_text([this](std::chrono::weekday day) {
    const bool cleared = named_.at(day.c_encoding()) && slots_.on(day).empty();
    return cleared ? std::string{short_name(day)} + "=0" : text_of(day, slots_.on(day));
  });
}

Availability Availability::parse(std::string_view spec) {
  return AvailabilityChange::parse(spec).alone();
}

const std::vector<Slot>& Availability::on(std::chrono::weekday day) const {
  return slots_.at(day.c_encoding());
}

Minutes Availability::per_day(std::chrono::weekday day) const {
  return total(on(day));
}

Minutes Availability::per_week() const {
  Minutes sum{0};
  for (const std::vector<Slot>& day : slots_) sum += total(day);
  return sum;
}

Availability Availability::lengthened(std::int64_t steps) const {
  Availability result = *this;
  std::vector<SharingSlot> sharing;
  for (std::size_t iso = 1; iso <= slots_.size(); ++iso) {
    const std::size_t day = iso % slots_.size();
    for (std::size_t place = 0; place < slots_[day].size(); ++place) {
      sharing.push_back({day, place, slots_[day][place].length.count()});
    }
  }
  const bool longer = steps > 0;
  const auto slot_of = [&](const SharingSlot& each) -> Slot& {
    return result.slots_.at(each.day).at(each.place);
  };
  for (std::int64_t left = std::abs(steps); left > 0; --left) {
    if (!longer) {
      std::erase_if(sharing,
                    [&](const SharingSlot& each) { return slot_of(each).length < 2 * study_step; });
    }
    const auto next = std::ranges::max_element(
        sharing, [](const SharingSlot& a, const SharingSlot& b) { return b.before(a); });
    if (next == sharing.end()) break;
    if (longer && total(result.slots_.at(next->day)) + study_step > day_length) break;
    slot_of(*next).length += longer ? study_step : -study_step;
    ++next->steps;
  }
  for (std::vector<Slot>& day : result.slots_) separate(day);
  return result;
}

const Availability& usual_week() {
  static const Availability week = Availability::parse(
      "tue=1h@19:00:read,wed=1h@19:00:read,thu=1h@19:00:read,sat=3h@09:00:lab,sun=1h@10:00:review");
  return week;
}

std::string Availability::spec() const {
  return week_text([this](std::chrono::weekday day) { return text_of(day, on(day)); });
}

}  // namespace gradus::calendar
