#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::journal {

// An entry that can't be real: a field has an impossible value.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::journal
