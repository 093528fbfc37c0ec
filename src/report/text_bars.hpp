#pragma once

#include "gradus/report/document.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace gradus::report {

// How bars, their labels and their words share the columns of a terminal: in one line if there is
// room, else with the words below, and, where a label leaves no room for a bar either, with the
// labels above. A bar never gets shorter than can be read.
struct BarLayout {
  std::size_t start;  // columns before each bar: the labels with a gap, or an indentation
  std::size_t cells;
  bool labels_above = false;
  bool words_below = false;
  std::size_t words_start = 0;  // columns before words that stand below
  double greatest = 0;          // amount, for bars on one scale
};

// `room`: columns; nullopt when piped.
[[nodiscard]] BarLayout bar_layout(const BarList& list, std::optional<std::size_t> room);

// As long as the layout says, or shorter: one scale's bars are as long as their amounts.
[[nodiscard]] std::string text_bar(const Bar& bar, const BarList& list, const BarLayout& layout);

}  // namespace gradus::report
