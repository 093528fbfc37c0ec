#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::curriculum {

// A curriculum that can't be used, or a name it doesn't have.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::curriculum
