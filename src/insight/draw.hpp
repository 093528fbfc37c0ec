#pragma once

#include <cstddef>
#include <cstdint>

namespace gradus::insight {

// Numbers as if by chance, the same ones each time and with every library: splitmix64 (Steele, Lea,
// Flood, 2014).
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
    state_ += 0x9e3779b97f4a7c15ULL;
    auto mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace gradus::insight
