#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::track {

// Something asked of a track that it can't do, or a name that is none of its own.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::track
