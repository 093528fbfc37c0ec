#pragma once

#include "gradus/journal/entry.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>

// The journal as JSON in the exchange format: used for what users export, and for what the store
// keeps of an entry that must outlive its row.
namespace gradus::journal {

using Json = nlohmann::ordered_json;

inline Json to_value(bool flag) {
  return flag;
}
inline Json to_value(int number) {
  return number;
}
inline Json to_value(double number) {
  return number;
}
inline Json to_value(const std::string& text) {
  return text;
}
inline Json to_value(const std::map<std::string, double>& shares) {
  return shares;
}
inline Json to_value(const EntryId& id) {
  return id.text();
}
inline Json to_value(calendar::Date day) {
  return day.iso();
}
inline Json to_value(const calendar::Moment& moment) {
  return moment.iso();
}
inline Json to_value(calendar::Instant instant) {
  return instant.iso();
}
inline Json to_value(SessionKind kind) {
  return name(kind);
}
inline Json to_value(ExpenseKind kind) {
  return name(kind);
}
inline Json to_value(ReviewOf of) {
  return name(of);
}
inline Json to_value(curriculum::Difficulty difficulty) {
  return name(difficulty);
}

template <class Rep, class Period>
Json to_value(std::chrono::duration<Rep, Period> time) {
  return time.count();
}

inline Json to_value(curriculum::Usd amount) {
  if (amount.cents() % 100 == 0) return amount.cents() / 100;
  return amount.dollars();
}

template <class Tag>
Json to_value(const curriculum::Id<Tag>& id) {
  return id.text();
}

template <class T>
Json to_value(const std::optional<T>& value) {
  return value ? to_value(*value) : Json(nullptr);
}

// An entry as one object: type, id, on, at, week, tier, note, changed, then the fields of its type.
// A field without a value is null.
[[nodiscard]] Json to_value(const Entry& entry);

}  // namespace gradus::journal
