#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace gradus {

// The kind of failure, which decides the exit code.
enum class ErrorKind {
  input,    // what was typed, or a file, can't be understood or used
  refused,  // a rule forbids it
  store     // the store can't be used
};

// What every box throws when it can't do what was asked. The message says what happened, how the
// input was read and which value is at fault; the hint says what to type or do next, and is never
// empty. Each box derives one type and sets its kind; cli alone turns that into the exit code.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, std::string hint)
      : Error(ErrorKind::input, message, std::move(hint)) {}

  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
  [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }

 protected:
  Error(ErrorKind kind, const std::string& message, std::string hint)
      : std::runtime_error(message), hint_(std::move(hint)), kind_(kind) {}

 private:
  std::string hint_;
  ErrorKind kind_;
};

namespace calendar {
// A date, duration, clock time or availability that can't be read or is outside the calendar.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};
}  // namespace calendar

}  // namespace gradus
