#include "report/text_drawings.hpp"

#include "gradus/report/writers.hpp"

#include "report/day_grid.hpp"
#include "report/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

std::string_view step_sign(int step) {
  constexpr std::array<std::string_view, day_steps + 2> signs{" ", "·", "▁", "▃", "▅", "▆", "█"};
  return signs.at(static_cast<std::size_t>(step) + 1);
}

// The names of months above the weeks, so far apart that one can read them.
std::string month_line(const DayGrid& grid, std::size_t begin, std::size_t weeks) {
  constexpr std::size_t apart = 4;
  std::string line(weeks, ' ');
  std::size_t free = 0;
  for (const auto& [week, name] : grid.months(apart)) {
    if (week < begin || week - begin < free || week - begin + name.size() > weeks) continue;
    line.replace(week - begin, name.size(), name);
    free = week - begin + apart;
  }
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

}  // namespace

std::string repeated(std::string_view sign, std::size_t times) {
  std::string out;
  out.reserve(sign.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += sign;
  return out;
}

std::string amount_text(double value, std::string_view unit) {
  return fmt::format("{:.6g}{}", value, visible(unit));
}

Lines day_map_lines(const DayMap& map, std::size_t width) {
  constexpr std::size_t names = 5;
  constexpr int rows_of_days = 7;
  const DayGrid grid(map);
  if (grid.empty()) return {};
  constexpr std::size_t least_weeks = 10;
  const auto weeks = width > names + least_weeks ? width - names : least_weeks;
  Lines lines;
  for (std::size_t begin = 0; begin < grid.weeks(); begin += weeks) {
    const auto end = std::min(begin + weeks, grid.weeks());
    if (begin > 0) lines.emplace_back();
    lines.push_back(std::string(names, ' ') + month_line(grid, begin, weeks));
    for (int day = 0; day < rows_of_days; ++day) {
      auto line = pad(calendar::short_title(std::chrono::Monday + std::chrono::days{day}), names);
      for (auto week = begin; week < end; ++week) line += step_sign(grid.step(week, day));
      lines.push_back(line);
    }
  }
  std::string legend = fmt::format("{} nothing", step_sign(0));
  for (int step = 1; step <= day_steps; ++step)
    legend += fmt::format(", {} to {}", step_sign(step), amount_text(grid.up_to(step), map.unit));
  for (auto& line : wrap(legend, width)) lines.push_back(std::move(line));
  return lines;
}

// From the top down: each step a bar that is wider than the one above it.
Lines pyramid_lines(const Pyramid& pyramid, std::size_t width) {
  constexpr std::size_t widest = 25;
  constexpr std::size_t least_words = 20;
  constexpr std::size_t narrowest = 10;
  constexpr std::size_t gap = 2;
  const auto steps = pyramid.steps.size();
  const auto base =
      std::min(width > least_words + gap ? width - least_words - gap : narrowest, widest);
  Lines lines;
  for (std::size_t i = steps; i-- > 0;) {
    const auto& step = pyramid.steps[i];
    const auto cells = std::max<std::size_t>(base * (steps - i) / steps, 1);
    const auto share = step.share > 0 ? std::min(step.share, 1.0) : 0;
    auto full = static_cast<std::size_t>(std::lround(share * static_cast<double>(cells)));
    if (share < 1 && full == cells) --full;
    const auto bar =
        std::string((base - cells) / 2, ' ') + repeated("█", full) + repeated("░", cells - full);
    auto words = visible(step.label) + ", " + visible(step.state);
    if (!step.words.empty()) words += ": " + visible(step.words);
    const auto beside = width > base + gap ? width - base - gap : 1;
    auto start = pad(bar, base + gap);
    for (const auto& line : wrap(words, beside)) {
      lines.push_back(start + line);
      start = std::string(base + gap, ' ');
    }
  }
  return lines;
}

}  // namespace gradus::report
