#pragma once

#include "gradus/calendar/instant.hpp"
#include "gradus/curriculum/usd.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include "store/connection.hpp"
#include "store/values.hpp"

#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <variant>

namespace gradus::store {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
concept KeptAsText = requires(const std::string& text) {
  from_text(std::type_identity<T>{}, text);
};

// One statement in use: model values go in and come out. Must not outlive the store.
class Statement {
 public:
  // Binds the values to the statement's parameters, in order.
  template <class... Values>
  explicit Statement(const Store& store, const std::string& sql, const Values&... values)
      : connection_(store.connection()), statement_(connection_.take(sql)) {
    (bind(values), ...);
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { connection_.give_back(std::move(statement_)); }

  // Binds the next parameter.
  void bind(std::int64_t value);
  void bind(double value);
  void bind(const std::string& value);
  void bind(std::span<const std::byte> value);
  void bind(int value) { bind(std::int64_t{value}); }
  void bind(bool value) { bind(std::int64_t{value}); }
  void bind(TrackId value) { bind(static_cast<std::int64_t>(value)); }
  void bind(curriculum::Usd value) { bind(value.cents()); }
  void bind(calendar::Instant value) { bind(value.since_1970()); }
  template <class Rep, class Period>
  void bind(std::chrono::duration<Rep, Period> value) {
    bind(static_cast<std::int64_t>(value.count()));
  }
  template <class Value>
  void bind(const std::optional<Value>& value) {
    if (value) {
      bind(*value);
    } else {
      bind_null();
    }
  }
  template <class... Values>
  void bind(const std::variant<Values...>& value) {
    std::visit([&](const auto& held) { bind(held); }, value);
  }
  template <KeptAsText Value>
  void bind(const Value& value) {
    bind(to_text(value));
  }

  // Goes to the next row; false after the last.
  bool next();
  // Runs a statement that changes rows, and returns how many.
  int run();

  // How many columns a row has.
  [[nodiscard]] int columns() const;

  template <class Value>
  [[nodiscard]] Value get(int column) const {
    if constexpr (is_optional<Value>) {
      using Held = typename Value::value_type;
      return null(column) ? Value{} : Value{get<Held>(column)};
    } else if constexpr (std::is_same_v<Value, std::string>) {
      return text(column);
    } else if constexpr (std::is_same_v<Value, double>) {
      return real(column);
    } else if constexpr (KeptAsText<Value>) {
      auto value = from_text(std::type_identity<Value>{}, text(column));
      if (!value) throw unreadable(column);
      return *std::move(value);
    } else if constexpr (std::is_same_v<Value, calendar::Instant>) {
      return Value{calendar::Instant::Microseconds{integer(column)}};
    } else {
      return static_cast<Value>(integer(column));
    }
  }

 private:
  void bind_null();
  [[nodiscard]] bool null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] Error unreadable(int column) const;

  Connection& connection_;
  std::unique_ptr<SQLite::Statement> statement_;
  int bound_ = 0;
};

}  // namespace gradus::store
