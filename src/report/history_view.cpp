#include "gradus/report/history.hpp"

#include <fmt/format.h>

#include <algorithm>

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
  Table table{{{"when", Align::right}, {"state"}, {"change"}}, {}};
  table.rows.reserve(steps.size());
  for (const auto& [name, at, undone] : steps) {
    const auto when = fmt::format("{} {}", at.on.iso(), at.time.text());
    table.rows.push_back(
        undone
            ? std::vector<Cell>{{when, Tone::faint}, {"undone", Tone::faint}, {name, Tone::faint}}
            : std::vector<Cell>{{when}, {"done"}, {name}});
  }
  return {{std::move(table), next_command(steps)}};
}

}  // namespace gradus::report
