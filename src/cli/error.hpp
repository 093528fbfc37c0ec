#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::cli {

// A command line that can't be understood, or a file it names that can't be read or written.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::cli
