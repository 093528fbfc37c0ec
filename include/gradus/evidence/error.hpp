#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::evidence {

// A folder that can't be read.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::evidence
