#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace gradus {

// What every box throws when a request can't be met. The message says what happened, how the input
// was read and which value is at fault; the hint says what to type next (may be empty). Each box
// derives one type; cli turns the type into the exit code, once.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}

  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

 private:
  std::string hint_;
};

namespace calendar {
// A date, duration, clock time or availability that can't be read, or lies outside the calendar.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};
}  // namespace calendar

}  // namespace gradus
