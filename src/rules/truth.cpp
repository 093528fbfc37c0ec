#include "gradus/rules/truth.hpp"

namespace gradus::rules {

Truth negate(Truth truth) {
  switch (truth) {
    case Truth::fail:
      return Truth::pass;
    case Truth::pass:
      return Truth::fail;
    case Truth::unknown:
      break;
  }
  return Truth::unknown;
}

Truth at_least(std::size_t need, std::size_t passing, std::size_t possible) {
  if (passing >= need) return Truth::pass;
  return possible < need ? Truth::fail : Truth::unknown;
}

}  // namespace gradus::rules
