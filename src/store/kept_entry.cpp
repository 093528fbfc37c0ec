#include "store/kept_entry.hpp"

#include "gradus/journal/fields.hpp"

#include "store/statement.hpp"
#include "store/values.hpp"

#include <chrono>
#include <string>
#include <type_traits>
#include <utility>

namespace gradus::store {
namespace {

using journal::Json;

// Thrown for a value that no field can have; a value of the wrong type throws Json::exception.
struct NoValue {};

template <class T>
T or_no_value(std::optional<T> value) {
  if (!value) throw NoValue{};
  return *std::move(value);
}

template <class T>
inline constexpr bool is_duration = false;
template <class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;

template <class T>
T value_of(const Json& json) {
  if constexpr (is_optional<T>) {
    return json.is_null() ? T{} : T{value_of<typename T::value_type>(json)};
  } else if constexpr (std::is_same_v<T, Shares>) {
    return json.get<Shares>();
  } else if constexpr (is_duration<T>) {
    return T{json.get<typename T::rep>()};
  } else if constexpr (std::is_same_v<T, curriculum::Usd>) {
    return or_no_value(curriculum::Usd::of(json.get<double>()));
  } else if constexpr (std::is_same_v<T, calendar::Instant>) {
    return or_no_value(calendar::Instant::parse(json.get<std::string>()));
  } else if constexpr (KeptAsText<T>) {
    return or_no_value(from_text(std::type_identity<T>{}, json.get<std::string>()));
  } else {
    return json.get<T>();
  }
}

struct MemberReader {
  const Json& object;

  template <class T>
  void operator()(const curriculum::Field& field, T& member) const {
    if (const auto found = object.find(std::string(field.name)); found != object.end())
      member = value_of<T>(*found);
  }
};

}  // namespace

std::optional<journal::Entry> read_kept_entry(const Json& object) {
  try {
    auto entry = journal::blank_entry(value_of<curriculum::EntryType>(object.at("type")));
    entry.id = value_of<journal::EntryId>(object.at("id"));
    entry.on = value_of<calendar::Date>(object.at("on"));
    journal::each_field(entry, MemberReader{object});
    return entry;
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const NoValue&) {
    return std::nullopt;
  }
}

}  // namespace gradus::store
