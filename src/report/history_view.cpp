#include "gradus/report/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

// What the next undo and the next redo would do.
Command next_command(const std::vector<ListedStep>& steps) {
  const auto newest = std::ranges::find(steps, false, &ListedStep::undone);
  if (newest == steps.end()) return {"gradus redo", "redoes: " + steps.back().name};
  return {"gradus undo", "undoes: " + newest->name};
}

}  // namespace

Document view(const std::vector<ListedStep>& steps) {
  if (steps.empty())
    return {{Paragraph{"Nothing has been changed yet: there is nothing to undo."}}};
  Table table{{{"step", Align::right}, {"when", Align::right}, {"state"}, {"change"}}, {}};
  table.rows.reserve(steps.size());
  for (const auto& [number, name, at, undone] : steps) {
    std::vector<Cell> row{{std::to_string(number)},
                          {fmt::format("{} {}", at.on.iso(), at.time.text())},
                          {undone ? "undone" : "done"},
                          {name}};
    if (undone)
      for (auto& cell : row) cell.tone = Tone::faint;
    table.rows.push_back(std::move(row));
  }
  return {{std::move(table), next_command(steps)}};
}

}  // namespace gradus::report
