#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::journal {

// An entry that can't be: its fields say something no day of study holds.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::journal
