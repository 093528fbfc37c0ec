#pragma once

#include "gradus/calendar/error.hpp"

#include <string>
#include <utility>

namespace gradus::store {

// The store can't be used: missing, damaged, locked too long, newer than the program, read-only, or
// the disk is full. Nothing was lost.
class Error : public gradus::Error {
 public:
  explicit Error(const std::string& message, std::string hint)
      : Error(ErrorKind::store, message, std::move(hint)) {}

 protected:
  Error(ErrorKind kind, const std::string& message, std::string hint)
      : gradus::Error(kind, message, std::move(hint)) {}
};

// The store is sound, but has no track or entry of that name.
class NotFound : public Error {
 public:
  explicit NotFound(const std::string& message, std::string hint)
      : Error(ErrorKind::input, message, std::move(hint)) {}
};

// The store is sound, but another track already has that name.
class NameTaken : public Error {
 public:
  explicit NameTaken(const std::string& message, std::string hint)
      : Error(ErrorKind::refused, message, std::move(hint)) {}
};

}  // namespace gradus::store
