#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::text {

// Text that doesn't have the required form.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::text
