#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/instant.hpp"
#include "gradus/calendar/moment.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/usd.hpp"
#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/exchange/error.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/text/json.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>

namespace gradus::exchange {

// A line of a file, to name in messages; without a file, messages name no place.
struct Place {
  std::string_view file{};
  std::size_t line = 1;

  // "file:line: message"
  [[nodiscard]] std::string says(std::string_view message) const;
  [[nodiscard]] Error error(std::string_view message, std::string hint) const;
};

// "2026-02-30" has the form, though there is no such day.
[[nodiscard]] bool has_form_of_date(std::string_view text);

// The JSON value that a line gives for a field. Each `read` turns it into a value of the journal,
// or throws an Error that says what was expected and what was found.
struct FieldValue {
  const Place& place;
  std::string_view field;
  const text::Node& node;

  template <class T>
  [[nodiscard]] T as() const {
    return read(std::type_identity<T>{});
  }

 private:
  [[nodiscard]] Error unlike(std::string_view wanted, std::string hint) const;
  [[nodiscard]] std::int64_t whole_number() const;
  [[nodiscard]] const std::string& id_text() const;
  template <class Parse>
  [[nodiscard]] auto parsed(Parse parse, std::string_view wanted, std::string hint) const;
  template <class Kinds>
  [[nodiscard]] auto one_of(const Kinds& kinds) const;

  [[nodiscard]] bool read(std::type_identity<bool>) const;
  [[nodiscard]] int read(std::type_identity<int>) const;
  [[nodiscard]] double read(std::type_identity<double>) const;
  [[nodiscard]] std::string read(std::type_identity<std::string>) const;
  [[nodiscard]] std::map<std::string, double> read(
      std::type_identity<std::map<std::string, double>>) const;
  [[nodiscard]] calendar::Date read(std::type_identity<calendar::Date>) const;
  [[nodiscard]] calendar::Moment read(std::type_identity<calendar::Moment>) const;
  [[nodiscard]] calendar::Instant read(std::type_identity<calendar::Instant>) const;
  [[nodiscard]] curriculum::Usd read(std::type_identity<curriculum::Usd>) const;
  [[nodiscard]] journal::EntryId read(std::type_identity<journal::EntryId>) const;
  [[nodiscard]] journal::SessionKind read(std::type_identity<journal::SessionKind>) const;
  [[nodiscard]] journal::ExpenseKind read(std::type_identity<journal::ExpenseKind>) const;
  [[nodiscard]] journal::ReviewOf read(std::type_identity<journal::ReviewOf>) const;
  [[nodiscard]] curriculum::Difficulty read(std::type_identity<curriculum::Difficulty>) const;
  [[nodiscard]] curriculum::EntryType read(std::type_identity<curriculum::EntryType>) const;
  template <class Rep, class Period>
  [[nodiscard]] std::chrono::duration<Rep, Period> read(
      std::type_identity<std::chrono::duration<Rep, Period>>) const {
    return std::chrono::duration<Rep, Period>{whole_number()};
  }
  template <class Tag>
  [[nodiscard]] curriculum::Id<Tag> read(std::type_identity<curriculum::Id<Tag>>) const {
    return curriculum::Id<Tag>(id_text());
  }
};

}  // namespace gradus::exchange
