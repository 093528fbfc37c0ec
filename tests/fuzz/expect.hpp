#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace gradus::testing {

// Aborts when a property does not hold: libFuzzer then keeps the input.
inline void expect(bool holds, std::string_view property) {
  if (holds) return;
  std::cerr << "violated: " << property << std::endl;
  std::abort();
}

}  // namespace gradus::testing
