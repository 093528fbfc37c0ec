#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::text {

// A text that doesn't have the form it must have.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::text
