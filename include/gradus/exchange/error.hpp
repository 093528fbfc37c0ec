#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::exchange {

// A file from outside that can't be imported. Names the file, the line and the field.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::exchange
