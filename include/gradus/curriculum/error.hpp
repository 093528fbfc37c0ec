#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::curriculum {

// A curriculum that can't be used, or a name it doesn't have.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

// A file with findings: the message has a line for each of the first.
class Findings : public Error {
 public:
  using Error::Error;
};

}  // namespace gradus::curriculum
