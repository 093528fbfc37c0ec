#pragma once

#include "gradus/calendar/error.hpp"

#include <string>
#include <utility>

namespace gradus::plan {

// A plan that can't be laid out. Names the rule it breaks and the smallest change that would fit.
class Error : public gradus::Error {
 public:
  explicit Error(const std::string& message, std::string hint)
      : gradus::Error(ErrorKind::refused, message, std::move(hint)) {}
};

}  // namespace gradus::plan
