#pragma once

#include <cstddef>
#include <cstdint>

namespace gradus {

// A number in which every bit depends on every bit of this one: the last step of splitmix64
// (Steele, Lea, Flood, 2014).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t number) {
  number += 0x9e3779b97f4a7c15ULL;
  number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  number = (number ^ (number >> 27U)) * 0x94d049bb133111ebULL;
  return number ^ (number >> 31U);
}

// Numbers as if by chance, the same ones each time and with every library: splitmix64.
class Draw {
 public:
  explicit Draw(std::uint64_t seed = 1) : state_(seed) {}

  // From 0 to one below the number. For numbers as small as those of weeks, the remainder is as
  // good as even.
  [[nodiscard]] std::size_t below(std::size_t number) {
    return static_cast<std::size_t>(next() % number);
  }

 private:
  std::uint64_t next() {
    const auto number = mixed(state_);
    state_ += 0x9e3779b97f4a7c15ULL;
    return number;
  }

  std::uint64_t state_;
};

}  // namespace gradus
