#pragma once

#include "gradus/report/chart.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Drawings as lines of text. As drawing_lines() in text_chart.hpp.
namespace gradus::report {

using Lines = std::vector<std::string>;

[[nodiscard]] Lines day_map_lines(const DayMap& map, std::size_t width);
[[nodiscard]] Lines pyramid_lines(const Pyramid& pyramid, std::size_t width);

[[nodiscard]] std::string repeated(std::string_view sign, std::size_t times);

// "12.5 h"
[[nodiscard]] std::string amount_text(double value, std::string_view unit);

}  // namespace gradus::report
