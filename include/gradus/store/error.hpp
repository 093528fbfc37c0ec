#pragma once

#include "gradus/calendar/error.hpp"

namespace gradus::store {

// The store can't be used: missing, damaged, locked too long, newer than the program, read-only, or
// the disk is full. Nothing was lost.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

// The store is sound, but holds no track or entry of the name asked for.
class NotFound : public Error {
 public:
  using Error::Error;
};

// The store is sound, but the name asked for is another track's already.
class NameTaken : public Error {
 public:
  using Error::Error;
};

}  // namespace gradus::store
