#pragma once

#include "gradus/calendar/error.hpp"

#include <string_view>

namespace gradus::curriculum {

// A curriculum that can't be used, or a name that stands in none.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

[[nodiscard]] Error not_an_id(std::string_view text);

}  // namespace gradus::curriculum
