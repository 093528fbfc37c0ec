#pragma once

#include "gradus/calendar/error.hpp"

#include "fuzz/expect.hpp"

#include <optional>

namespace gradus::testing {

// What `read` makes of an input; nothing where it refuses it, in words. Anything else that it
// throws ends the run.
template <class Read>
auto accepted(Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const gradus::Error& refusal) {
    expect(*refusal.what() != '\0', "a refusal says why");
    return std::nullopt;
  }
}

}  // namespace gradus::testing
