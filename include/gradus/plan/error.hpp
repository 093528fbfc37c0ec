#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::plan {

// A plan that can't be laid. Names the binding constraint and the smallest change that would fit.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

}  // namespace gradus::plan
