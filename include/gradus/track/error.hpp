#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::track {

// Something a track can't do, or a name it doesn't have.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::track
